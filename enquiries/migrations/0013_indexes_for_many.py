from django.db import migrations, models
from django.db.models import Q
from django.db.models.functions import Left

from articles.lib.live_indexes import AddLiveIndex, RemoveLiveIndex

UNANSWERED = Q(state__in=("new", "open"), first_replied_at=None, is_synthetic=False, is_restricted=False)


class Migration(migrations.Migration):
    """Indexes of what is little even among a million, in place of one that held every row for the reports."""

    atomic = False
    dependencies = [("enquiries", "0012_tallies")]

    operations = [
        AddLiveIndex(
            "enquiry",
            models.Index(
                fields=["received_at"], condition=Q(tallied_in=None, is_synthetic=False), name="enquiry_not_tallied"
            ),
        ),
        AddLiveIndex(
            "enquiry", models.Index(fields=["state"], condition=Q(is_synthetic=False), name="enquiry_tabs")
        ),
        AddLiveIndex("enquiry", models.Index(fields=["reply_due_at"], condition=UNANSWERED, name="enquiry_unanswered")),
        AddLiveIndex(
            "enquiry",
            models.Index(fields=["id"], condition=Q(state__in=("new", "open", "waiting")), name="enquiry_in_hand"),
        ),
        AddLiveIndex("enquiry", models.Index(Left("message", 100), name="enquiry_message")),
        AddLiveIndex(
            "enquiry", models.Index(fields=["id"], condition=Q(state="spam", erase_on=None), name="enquiry_not_dated")
        ),
        RemoveLiveIndex("enquiry", "enquiry_report"),
    ]
