from django.db import migrations, models

from articles.lib.live_indexes import AddLiveIndex

SCANS = [("waiting", "not scanned for viruses"), ("clean", "no virus found"), ("infected", "virus found")]

EVENTS = [('received', 'received'),
    ('quarantined', 'held as suspected spam'),
    ('taken', 'taken'),
    ('assigned', 'passed on to somebody'),
    ('noted', 'note'),
    ('replied', 'replied'),
    ('notified', 'notice sent'),
    ('bounced', 'notice bounced'),
    ('undeliverable', 'notice undeliverable'),
    ('dropped', 'notice dropped'),
    ('reminded', 'reminder sent'),
    ('escalated', 'escalated'),
    ('closed', 'closed'),
    ('reopened', 'reopened'),
    ('marked_spam', 'marked as spam'),
    ('released', 'released from spam'),
    ('corrected', 'corrected by the enquirer'),
    ('amended', 'details corrected'),
    ('withdrawn', 'withdrawn by the enquirer'),
    ('requested', 'privacy request'),
    ('request_done', 'privacy request dealt with'),
    ('downloaded', 'CV downloaded'),
    ('infected', 'virus found in the CV'),
    ('held', 'put on hold'),
    ('unheld', 'hold lifted'),
    ('request_extended', 'more time for a privacy request'),
    ('copied', 'copy of the data downloaded'),
    ('restricted', 'use restricted'),
    ('unrestricted', 'restriction lifted'),
    ('erased', 'personal data erased')]


def scan() -> models.CharField:
    return models.CharField(choices=SCANS, db_default="waiting", default="waiting", max_length=10)


class Migration(migrations.Migration):
    """What a virus scanner says of CVs, and who sent those of unfinished forms. Only adds columns with defaults."""

    atomic = False
    dependencies = [("enquiries", "0014_plain_messages")]

    operations = [
        migrations.AddField("cv", "scan", scan()),
        migrations.AddField("cv", "virus", models.CharField(blank=True, db_default="", default="", max_length=200)),
        migrations.AddField("cv", "scan_tried_at", models.DateTimeField(null=True)),
        migrations.AddField("pendingcv", "scan", scan()),
        migrations.AddField("pendingcv", "sender", models.CharField(blank=True, db_default="", default="", max_length=64)),
        migrations.AlterField("event", "kind", models.CharField(choices=EVENTS, max_length=20)),
        AddLiveIndex(
            "cv", models.Index(condition=models.Q(scan="waiting"), fields=["scan_tried_at"], name="cv_waiting_for_scan")
        ),
    ]
