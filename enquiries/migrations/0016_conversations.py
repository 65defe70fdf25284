import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

EVENTS = [
    ("received", "received"),
    ("quarantined", "held as suspected spam"),
    ("taken", "taken"),
    ("assigned", "passed on to somebody"),
    ("noted", "note"),
    ("replied", "replied"),
    ("notified", "notice sent"),
    ("bounced", "notice bounced"),
    ("undeliverable", "notice undeliverable"),
    ("dropped", "notice dropped"),
    ("reminded", "reminder sent"),
    ("escalated", "escalated"),
    ("closed", "closed"),
    ("reopened", "reopened"),
    ("marked_spam", "marked as spam"),
    ("released", "released from spam"),
    ("corrected", "corrected by the enquirer"),
    ("amended", "details corrected"),
    ("withdrawn", "withdrawn by the enquirer"),
    ("requested", "privacy request"),
    ("request_done", "privacy request dealt with"),
    ("downloaded", "CV downloaded"),
    ("infected", "virus found in the CV"),
    ("held", "put on hold"),
    ("unheld", "hold lifted"),
    ("request_extended", "more time for a privacy request"),
    ("copied", "copy of the data downloaded"),
    ("restricted", "use restricted"),
    ("unrestricted", "restriction lifted"),
    ("erased", "personal data erased"),
    ("wrote", "the enquirer wrote"),
    ("auto_replied", "automatic reply from the enquirer’s side"),
    ("answered", "answered by phone or in person"),
    ("file_added", "file added"),
    ("file_removed", "file removed"),
    ("follow_up", "follow-up date set"),
    ("scheduled", "reply scheduled"),
    ("unscheduled", "scheduled reply taken back"),
    ("handed_off", "sent to another system"),
    ("not_handed_off", "not taken by another system"),
    ("consented", "consent given"),
    ("unconsented", "consent withdrawn"),
    ("objected", "objected to being written to"),
    ("application", "marked as an application"),
    ("not_application", "no longer an application"),
    ("proposed", "question proposed for a guide"),
]
SOURCES = [
    ("form", "our form"),
    ("mail", "e-mail"),
    ("phone", "phone"),
    ("linkedin", "LinkedIn"),
    ("fair", "a fair or event"),
    ("referral", "a referral"),
    ("other", "elsewhere"),
]
CHANNELS = [("email", "e-mail"), ("phone", "phone"), ("in_person", "in person"), ("other", "another way")]
SCANS = [("waiting", "not scanned for viruses"), ("clean", "no virus found"), ("infected", "virus found")]


class Migration(migrations.Migration):
    """How an enquiry came and was first answered, when to come back to it, and files beside the CV.

    Only adds columns with defaults and a table.
    """

    dependencies = [
        ("enquiries", "0015_scanned_cvs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "enquiry",
            "first_reply_channel",
            models.CharField(
                blank=True,
                choices=CHANNELS,
                db_default="",
                default="",
                help_text="How the first reply reached them. Empty without one, and for e-mails of earlier releases.",
                max_length=10,
            ),
        ),
        migrations.AddField(
            "enquiry",
            "follow_up_on",
            models.DateField(
                blank=True,
                help_text="Out of the way until this day, then on top of the list.",
                null=True,
                verbose_name="follow up on",
            ),
        ),
        migrations.AddField(
            "enquiry",
            "source",
            models.CharField(
                choices=SOURCES, db_default="form", default="form", max_length=10, verbose_name="reached us by"
            ),
        ),
        migrations.AlterField("event", "kind", models.CharField(choices=EVENTS, max_length=20)),
        migrations.CreateModel(
            "Attachment",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="A name of ours, safe to save under. The visitor's own name for the file is not kept.",
                        max_length=120,
                    ),
                ),
                ("content_type", models.CharField(max_length=100)),
                ("content", models.BinaryField()),
                ("size", models.PositiveIntegerField()),
                ("scan", models.CharField(choices=SCANS, db_default="waiting", default="waiting", max_length=10)),
                ("virus", models.CharField(blank=True, db_default="", default="", max_length=200)),
                ("scan_tried_at", models.DateTimeField(null=True)),
                ("added_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "added_by",
                    models.ForeignKey(
                        help_text="The member of staff; nobody when it came from the enquirer.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attachments", to="enquiries.enquiry"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        help_text="The line of the history that it belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="enquiries.event",
                    ),
                ),
            ],
            options={
                "ordering": ["added_at", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(scan="waiting"),
                        fields=["scan_tried_at"],
                        name="attachment_waiting_for_scan",
                    )
                ],
            },
        ),
    ]
