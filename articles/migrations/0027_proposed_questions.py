import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

STATES = [
    ("proposed", "proposed"),
    ("taken_up", "taken up in the draft"),
    ("published", "published"),
    ("declined", "declined"),
]
ANSWERED_AS = "The question of the guide that answers it, once it is taken up."


def somebody() -> models.ForeignKey:
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
    )


class Migration(migrations.Migration):
    """Questions that people ask, proposed for guides. Only adds a table."""

    dependencies = [
        ("articles", "0026_library_of_pictures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            "ProposedQuestion",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.TextField()),
                ("state", models.CharField(choices=STATES, default="proposed", max_length=10)),
                ("answered_as", models.TextField(blank=True, help_text=ANSWERED_AS)),
                ("reason", models.TextField(blank=True, help_text="Why it was declined.")),
                ("proposed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposed_questions",
                        to="articles.article",
                    ),
                ),
                ("decided_by", somebody()),
                ("proposed_by", somebody()),
            ],
            options={
                "ordering": ["proposed_at", "id"],
                "indexes": [
                    models.Index(condition=models.Q(state="proposed"), fields=["article"], name="question_undecided")
                ],
            },
        ),
    ]
