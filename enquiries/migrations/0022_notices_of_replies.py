from django.db import migrations, models
from django.db.models import Q

from articles.lib.live_indexes import AddLiveIndex


class Migration(migrations.Migration):
    """An index of the notices that carry a reply."""

    atomic = False
    dependencies = [("enquiries", "0021_replies")]

    operations = [
        AddLiveIndex(
            "notice",
            models.Index(fields=["event"], condition=Q(event__isnull=False), name="notice_event"),
        ),
    ]
