from django.db import migrations, models
from django.db.models import Q

from articles.lib.live_indexes import AddLiveIndex, RemoveLiveIndex

LISTED_BY = [
    "state",
    "is_synthetic",
    "role",
    "source",
    "guide",
    "team",
    "owner",
    "outcome",
    "marketing_wording",
    "follow_up_on",
]


class Migration(migrations.Migration):
    """Indexes for the filters of the work list and for follow-up dates, in place of three that they contain."""

    atomic = False
    dependencies = [("enquiries", "0018_search_texts")]

    operations = [
        AddLiveIndex("enquiry", models.Index(fields=["-received_at", "-id", *LISTED_BY], name="enquiry_list")),
        AddLiveIndex(
            "enquiry", models.Index(fields=["state", "follow_up_on", "reply_due_at", "id"], name="enquiry_turn")
        ),
        AddLiveIndex(
            "enquiry",
            models.Index(
                fields=["follow_up_on", "reply_due_at", "id"],
                condition=Q(follow_up_on__isnull=False),
                name="enquiry_follow_up",
            ),
        ),
        AddLiveIndex(
            "enquiry",
            models.Index(fields=["state", "follow_up_on"], condition=Q(is_synthetic=False), name="enquiry_counts"),
        ),
        RemoveLiveIndex("enquiry", "enquiry_work"),
        RemoveLiveIndex("enquiry", "enquiry_received"),
        RemoveLiveIndex("enquiry", "enquiry_tabs"),
    ]
