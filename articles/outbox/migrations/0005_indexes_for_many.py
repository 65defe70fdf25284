from django.db import migrations, models
from django.db.models import Q

from articles.lib.live_indexes import AddLiveIndex

NOT_ARRIVED = Q(sent_at=None, is_held=False) | Q(bounced_at__isnull=False)


class Migration(migrations.Migration):
    """Indexes for the lists and the front page of staff, which show few messages among many."""

    atomic = False
    dependencies = [("outbox", "0004_undeliverable")]

    operations = [
        AddLiveIndex("message", models.Index(fields=["-id"], condition=NOT_ARRIVED, name="outbox_not_arrived")),
        AddLiveIndex(
            "message", models.Index(fields=["-id"], condition=Q(is_held=True, sent_at=None), name="outbox_held")
        ),
        AddLiveIndex("message", models.Index(fields=["kind", "created_at"], name="outbox_kind")),
    ]
