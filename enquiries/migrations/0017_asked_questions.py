import django.db.models.deletion
from django.db import migrations, models

WANTS_ANSWER = "They want to be told when a guide answers it."


class Migration(migrations.Migration):
    """Who asked what was proposed for a guide. Only adds a table."""

    dependencies = [("articles", "0027_proposed_questions"), ("enquiries", "0016_conversations")]

    operations = [
        migrations.CreateModel(
            "AskedQuestion",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wants_answer", models.BooleanField(help_text=WANTS_ANSWER)),
                ("told_at", models.DateTimeField(null=True)),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asked_questions",
                        to="enquiries.enquiry",
                    ),
                ),
                (
                    "proposed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.proposedquestion"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(told_at=None, wants_answer=True),
                        fields=["proposed"],
                        name="asked_to_be_told",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("enquiry", "proposed"), name="asked_once")],
            },
        ),
    ]
