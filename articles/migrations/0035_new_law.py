from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0034_looks_at_live_pages"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="lawchange",
            options={
                "ordering": ["-in_force_on", "subject"],
                "verbose_name": "new law",
                "verbose_name_plural": "changes of the law",
            },
        ),
    ]
