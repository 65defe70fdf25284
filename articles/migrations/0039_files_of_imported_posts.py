from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0038_imports'),
    ]

    operations = [
        migrations.AddField(
            model_name='importedpost',
            name='files',
            field=models.JSONField(default=dict, db_default={}),
        ),
        migrations.AlterField(
            model_name='importedpost',
            name='blocking',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name='importedpost',
            name='warnings',
            field=models.PositiveIntegerField(null=True),
        ),
    ]
