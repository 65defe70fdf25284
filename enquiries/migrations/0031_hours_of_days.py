import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

NATIONS = [("ENG", "England"), ("WLS", "Wales"), ("SCT", "Scotland"), ("NIR", "Northern Ireland")]


class Migration(migrations.Migration):
    """Hours a day of the week, teams with their own, and closures. The hours that are promised stay as they are."""

    dependencies = [("enquiries", "0030_absences")]

    operations = [
        migrations.AddField(
            "replypromise",
            "days",
            models.JSONField(blank=True, db_default={}, default=dict, verbose_name="days that differ"),
        ),
        migrations.AddField(
            "team",
            "days",
            models.JSONField(blank=True, db_default={}, default=dict, verbose_name="days of its own"),
        ),
        migrations.AddField(
            "team",
            "nation",
            models.CharField(
                blank=True,
                choices=NATIONS,
                db_default="",
                default="",
                help_text="Leave it empty for those of the agency.",
                max_length=3,
                verbose_name="bank holidays of",
            ),
        ),
        migrations.CreateModel(
            "Closure",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="Such as: Christmas week.", max_length=80)),
                ("first_day", models.DateField(verbose_name="first day closed")),
                (
                    "last_day",
                    models.DateField(help_text="You are open again on the day after.", verbose_name="last day closed"),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave it empty if the whole agency is closed.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closures",
                        to="enquiries.team",
                    ),
                ),
            ],
            options={
                "ordering": ["-first_day", "name"],
                "constraints": [
                    models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="closure_ends_after_it_begins")
                ],
            },
        ),
    ]
