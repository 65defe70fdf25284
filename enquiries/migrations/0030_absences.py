import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

STAND_IN = (
    "Gets the new enquiries and e-mails in the meantime. Leave it empty for the team to get them. Who is away too is stood "
    "in for by their own stand-in."
)


class Migration(migrations.Migration):
    """Who is away, and who stands in. Only adds a table."""

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("enquiries", "0029_enquiries_by_hand"),
    ]

    operations = [
        migrations.CreateModel(
            "Absence",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_day", models.DateField(verbose_name="first day away")),
                ("last_day", models.DateField(help_text="They are back on the day after.", verbose_name="last day away")),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="For colleagues. Leave out what is private.", max_length=200
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="absences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stand_in",
                    models.ForeignKey(
                        blank=True,
                        help_text=STAND_IN,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="stand-in",
                    ),
                ),
            ],
            options={
                "ordering": ["-first_day", "person"],
                "indexes": [models.Index(fields=["last_day"], name="absence_ends")],
                "constraints": [
                    models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="absence_ends_after_it_begins"),
                    models.CheckConstraint(condition=~Q(stand_in=F("person")), name="absence_with_another"),
                ],
            },
        ),
    ]
