import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

SCANS = [
    ("waiting", "not scanned for viruses"),
    ("clean", "no virus found"),
    ("infected", "virus found"),
]


def number() -> models.BigAutoField:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    """Drafts of replies with their files, who is writing one, signatures, and which reply a notice carries."""

    dependencies = [
        ("enquiries", "0020_saved_filters"),
        ("outbox", "0009_copies_and_schedules"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "notice",
            "event",
            models.ForeignKey(
                db_index=False,
                help_text="The line of the history whose words and files it carries.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="notices",
                to="enquiries.event",
            ),
        ),
        migrations.AlterField(
            "replytemplate",
            "body",
            models.TextField(
                help_text=(
                    "You can use {name}, {reference}, {guide}, {consultant} and {signature}. They are filled in for you."
                )
            ),
        ),
        migrations.CreateModel(
            "ReplyDraft",
            [
                ("id", number()),
                ("subject", models.TextField(blank=True)),
                ("body", models.TextField(blank=True)),
                ("cc", models.TextField(blank=True)),
                (
                    "replies_seen",
                    models.IntegerField(default=0, help_text="How many replies there were when it was written."),
                ),
                ("saved_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reply_drafts",
                        to="enquiries.enquiry",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            {
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=["enquiry", "person"], name="one_reply_draft_per_person")
                ],
            },
        ),
        migrations.CreateModel(
            "DraftFile",
            [
                ("id", number()),
                (
                    "name",
                    models.CharField(
                        help_text=(
                            "A name of ours, safe to save under. The visitor's own name for the file is not kept."
                        ),
                        max_length=120,
                    ),
                ),
                ("content_type", models.CharField(max_length=100)),
                ("content", models.BinaryField()),
                ("size", models.PositiveIntegerField()),
                ("scan", models.CharField(choices=SCANS, db_default="waiting", default="waiting", max_length=10)),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="enquiries.replydraft",
                    ),
                ),
            ],
            {"ordering": ["id"], "default_permissions": ()},
        ),
        migrations.CreateModel(
            "Signature",
            [
                ("id", number()),
                ("text", models.TextField(max_length=1000)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signature",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            {"default_permissions": ()},
        ),
        migrations.CreateModel(
            "WritingNow",
            [
                ("id", number()),
                ("seen_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), db_index=True)),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="writing_now",
                        to="enquiries.enquiry",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            {
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=["enquiry", "person"], name="one_writer_per_enquiry")],
            },
        ),
    ]
