from django.db import migrations, models

KINDS = [
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
    ("held", "put on hold"),
    ("unheld", "hold lifted"),
    ("erased", "personal data erased"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("enquiries", "0005_inbox_of_the_settings"),
        ("outbox", "0004_undeliverable"),
    ]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=20),
        ),
    ]
