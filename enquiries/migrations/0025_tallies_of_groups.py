from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OUTCOMES = [
    ("placed", "led to a placement"),
    ("registered", "joined our candidates or clients"),
    ("answered", "answered, nothing further"),
    ("no_reply", "the enquirer did not answer"),
    ("unsuitable", "we could not help"),
    ("withdrawn", "withdrawn by the enquirer"),
]
BY = [
    ("role", "role"),
    ("person", "person"),
    ("team", "team"),
    ("channel", "channel of the first reply"),
    ("source", "source"),
]
UNANSWERED_HELP = "How many of them were promised a reply and have had none."


def group() -> list[tuple[str, Any]]:
    """What both new tables begin with."""
    return [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("week", models.DateField()),
        ("by", models.CharField(choices=BY, max_length=10)),
        (
            "person",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        (
            "team",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="enquiries.team"
            ),
        ),
        ("value", models.CharField(blank=True, max_length=20)),
    ]


class Migration(migrations.Migration):
    """Only adds columns that are empty or have a default, and tables.

    What is counted no more stays in the database, because processes of the release before this one still write it. They
    leave `Tally.edition` at zero, by which the worker finds the weeks that it must count anew: at first all of them.
    """

    dependencies = [
        ("enquiries", "0024_incoming_mail"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "enquiry",
            "reply_minutes",
            models.PositiveIntegerField(
                editable=False,
                help_text="Working minutes until the first reply. Empty until they are counted.",
                null=True,
            ),
        ),
        migrations.AddField(
            "enquiry",
            "last_owner",
            models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            "enquiry",
            "last_team",
            models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="enquiries.team",
            ),
        ),
        migrations.AddField("tally", "edition", models.SmallIntegerField(db_default=0, default=1)),
        migrations.AddField(
            "guidetally",
            "outcome",
            models.CharField(blank=True, choices=OUTCOMES, db_default="", default="", max_length=20),
        ),
        migrations.CreateModel(
            "GroupTally",
            [
                *group(),
                ("outcome", models.CharField(blank=True, choices=OUTCOMES, max_length=20)),
                ("number", models.IntegerField()),
                (
                    "unanswered",
                    models.IntegerField(help_text="They were promised a reply and have had none, so far."),
                ),
                ("never_answered", models.IntegerField(help_text="They were closed, or erased, without a reply.")),
                ("in_time", models.IntegerField()),
                ("late", models.IntegerField()),
            ],
            options={
                "verbose_name_plural": "group tallies",
                "indexes": [models.Index(fields=["week"], name="group_tally_week")],
            },
        ),
        migrations.CreateModel(
            "WaitTally",
            [
                *group(),
                ("quarters", models.IntegerField(help_text="Quarter hours.")),
                ("number", models.IntegerField()),
            ],
            options={
                "verbose_name_plural": "wait tallies",
                "indexes": [models.Index(fields=["week"], name="wait_tally_week")],
            },
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveField("tally", "unanswered"),
                migrations.DeleteModel("ReplyTally"),
                migrations.DeleteModel("TenthTally"),
            ],
            database_operations=[
                migrations.AlterField(
                    "tally", "unanswered", models.IntegerField(db_default=0, help_text=UNANSWERED_HELP)
                )
            ],
        ),
    ]
