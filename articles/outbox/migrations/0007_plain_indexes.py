from django.db import migrations, models
from django.db.models import Q

from articles.lib.live_indexes import AddLiveIndex


class Migration(migrations.Migration):
    """Indexes for the list of the outbox, which shows few messages where there are a million notices."""

    atomic = False
    dependencies = [("outbox", "0006_plain_messages")]

    operations = [
        AddLiveIndex("message", models.Index(fields=["-id"], condition=Q(is_plain=True), name="outbox_plain")),
        AddLiveIndex(
            "message",
            models.Index(fields=["channel", "-id"], condition=Q(is_plain=True), name="outbox_plain_channel"),
        ),
    ]
