import django.db.models.deletion
from django.db import migrations, models

ROLES = [("candidate", "looking for work"), ("client", "hiring"), ("other", "something else")]
OUTCOMES = [
    ("placed", "led to a placement"),
    ("registered", "joined our candidates or clients"),
    ("answered", "answered, nothing further"),
    ("no_reply", "the enquirer did not answer"),
    ("unsuitable", "we could not help"),
    ("withdrawn", "withdrawn by the enquirer"),
]


class Migration(migrations.Migration):
    """Both new columns may be empty, and are until the worker tallies a row: the code before this one goes on storing
    enquiries, and reports count what is not tallied from the rows themselves."""

    dependencies = [
        ("articles", "0012_unfinished_drafts"),
        ("enquiries", "0011_search_words_in_plain_letters"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.DateField(help_text="The Monday with which it begins, by local time.")),
                ("role", models.CharField(choices=ROLES, max_length=20)),
                ("outcome", models.CharField(blank=True, choices=OUTCOMES, max_length=20)),
                ("is_spam", models.BooleanField()),
                ("is_suspected", models.BooleanField()),
                ("number", models.IntegerField()),
                (
                    "unanswered",
                    models.IntegerField(help_text="How many of them were promised a reply and have had none."),
                ),
            ],
            options={
                "verbose_name_plural": "tallies",
                "indexes": [models.Index(fields=["week"], name="tally_week")],
            },
        ),
        migrations.CreateModel(
            name="GuideTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.DateField()),
                (
                    "guide",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
                ("number", models.IntegerField()),
            ],
            options={
                "verbose_name_plural": "guide tallies",
                "indexes": [models.Index(fields=["week"], name="guide_tally_week")],
            },
        ),
        migrations.CreateModel(
            name="ReplyTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.DateField()),
                ("role", models.CharField(choices=ROLES, max_length=20)),
                ("hours", models.IntegerField()),
                ("in_time", models.IntegerField()),
                ("late", models.IntegerField()),
            ],
            options={
                "verbose_name_plural": "reply tallies",
                "indexes": [models.Index(fields=["week"], name="reply_tally_week")],
            },
        ),
        migrations.CreateModel(
            name="TenthTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.DateField()),
                ("role", models.CharField(choices=ROLES, max_length=20)),
                ("tenths", models.IntegerField()),
                ("number", models.IntegerField()),
            ],
            options={
                "verbose_name_plural": "tenth tallies",
                "indexes": [
                    models.Index(fields=["tenths", "week"], name="tenth_tally_tenths"),
                    models.Index(fields=["week"], name="tenth_tally_week"),
                ],
            },
        ),
        migrations.AddField(
            model_name="enquiry",
            name="was_suspected",
            field=models.BooleanField(
                editable=False, help_text="By the filter, when it came. Empty: only its reasons say so.", null=True
            ),
        ),
        migrations.AddField(
            model_name="enquiry",
            name="tallied_in",
            field=models.DateField(
                editable=False, help_text="The week whose tallies count it; empty while its row does.", null=True
            ),
        ),
    ]
