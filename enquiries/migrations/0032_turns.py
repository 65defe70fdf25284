import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Rules that give what they send to a team to one of its members. Adds a column and a table."""

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("enquiries", "0031_hours_of_days"),
    ]

    operations = [
        migrations.AddField(
            "routingrule",
            "assignment",
            models.CharField(
                blank=True,
                choices=[
                    (None, "Whoever takes it from the list"),
                    ("rota", "Its members in turn"),
                    ("load", "The member with the fewest in hand"),
                ],
                db_default="",
                default="",
                help_text="Who is away is left out. If nobody is there, it waits in the team's list.",
                max_length=10,
                verbose_name="within the team",
            ),
        ),
        migrations.CreateModel(
            "Turn",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="turns", to="enquiries.team"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("team", "person"), name="one_turn_a_member")],
            },
        ),
    ]
