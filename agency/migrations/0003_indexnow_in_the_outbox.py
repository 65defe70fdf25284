from django.conf import settings
from django.db import migrations
from django.db.models.functions import Now
from django.utils.crypto import get_random_string

TOLD = ("published", "withdrawn")


def write_what_waits(apps, schema_editor):
    """What search engines were still to be told becomes messages; which guides, the cursor knows."""
    cursor = apps.get_model("agency", "IndexNowCursor").objects.first()
    if cursor is None:
        return
    newer = apps.get_model("articles", "GuideEvent").objects.filter(pk__gt=cursor.last_event, kind__in=TOLD)
    apps.get_model("outbox", "Message").objects.bulk_create(
        apps.get_model("outbox", "Message")(
            channel="search engines",
            kind="guide_changed",
            payload={"article": article},
            message_id=f"<indexnow.{get_random_string(20)}@{settings.SITE.hostname}>",
            due_at=Now(),
        )
        for article in newer.order_by("article_id").values_list("article_id", flat=True).distinct()
    )


def begin_anew(apps, schema_editor):
    """The cursor stands at the newest event again, and what waited is left to the sitemap."""
    newest = apps.get_model("articles", "GuideEvent").objects.order_by("-pk").first()
    if newest:
        apps.get_model("agency", "IndexNowCursor").objects.create(pk=1, last_event=newest.pk)
    apps.get_model("outbox", "Message").objects.filter(channel="search engines").delete()


class Migration(migrations.Migration):
    """After the notices, which keep their numbers in the outbox."""

    dependencies = [
        ("agency", "0002_indexnow_cursor"),
        ("articles", "0007_plain_names"),
        ("enquiries", "0003_notices_in_the_outbox"),
    ]

    operations = [
        migrations.RunPython(write_what_waits, begin_anew),
        migrations.DeleteModel("IndexNowCursor"),
    ]
