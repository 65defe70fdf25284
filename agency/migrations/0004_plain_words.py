from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agency", "0003_indexnow_in_the_outbox"),
    ]

    operations = [
        migrations.AlterField(
            model_name="identity",
            name="address",
            field=models.TextField(
                blank=True, help_text="Postal address, with its lines as on an envelope.", max_length=300
            ),
        ),
        migrations.AlterField(
            model_name="identity",
            name="linkedin",
            field=models.URLField(
                blank=True,
                help_text="Links at the foot of every page. Leave empty what you do not use.",
                verbose_name="LinkedIn",
            ),
        ),
        migrations.AlterField(
            model_name="identity",
            name="name",
            field=models.CharField(
                default="Our agency",
                help_text="Shown at the top of every page, in page titles and in e-mails.",
                max_length=80,
            ),
        ),
    ]
