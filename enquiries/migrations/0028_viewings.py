import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

PERIOD = "What is older is deleted within an hour. It goes with its enquiry in any case."


class Migration(migrations.Migration):
    """Who looked at what, and for how long that is kept. Only adds tables."""

    dependencies = [
        ("enquiries", "0027_applications"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            "ViewingPeriod",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text=PERIOD,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="months",
                    ),
                ),
            ],
            options={
                "verbose_name": "period of records of views",
                "verbose_name_plural": "period of records of views",
                "default_permissions": ("view", "change"),
            },
        ),
        migrations.CreateModel(
            "Viewing",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[("page", "enquiry"), ("cv", "CV"), ("file", "file beside the CV")], max_length=10
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="in the hour from")),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="viewings", to="enquiries.enquiry"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("enquiry", "user", "what", "at"), name="one_viewing_an_hour")
                ],
                "indexes": [models.Index(fields=["-at", "-id"], name="viewing_newest")],
            },
        ),
    ]
