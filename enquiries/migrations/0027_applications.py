from django.db import migrations, models

LAW = "The law obliges us to keep its records for a year after the last service."


class Migration(migrations.Migration):
    """Which enquiries became applications, and when holds end. Only adds columns with defaults."""

    dependencies = [("enquiries", "0026_consents")]

    operations = [
        migrations.AddField(
            "enquiry",
            "hold_until",
            models.DateField(help_text="The last day of the hold. Empty: until somebody lifts it.", null=True),
        ),
        migrations.AddField(
            "enquiry",
            "is_application",
            models.BooleanField(db_default=False, default=False, help_text=LAW, verbose_name="application"),
        ),
        migrations.AddField(
            "enquiry",
            "last_service_on",
            models.DateField(
                help_text="When we last worked for them. Empty while we do.", null=True, verbose_name="last service on"
            ),
        ),
    ]
