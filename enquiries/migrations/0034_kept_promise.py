from django.db import migrations, models


class Migration(migrations.Migration):
    """How often the promise was kept, for the home page; the worker counts it."""

    dependencies = [("enquiries", "0033_mails_of_the_morning")]

    operations = [
        migrations.CreateModel(
            "KeptPromise",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("counted_on", models.DateField(help_text="The day on which it was counted last.")),
                ("in_time", models.PositiveIntegerField(help_text="They had a reply in the promised time.")),
                ("number", models.PositiveIntegerField(help_text="They had one, or should have had one by now.")),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddField(
            "replypromise",
            "shows_record",
            models.BooleanField(
                "show how often it was kept",
                default=True,
                db_default=True,
                help_text="On the home page, once at least 20 enquiries of the last 13 weeks were due a reply.",
            ),
        ),
    ]
