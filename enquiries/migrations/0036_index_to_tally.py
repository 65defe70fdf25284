from django.db import migrations, models
from django.db.models import Q

from articles.lib.live_indexes import AddLiveIndex, RemoveLiveIndex


class Migration(migrations.Migration):
    """What came from an earlier site is never counted, so the index of what is still to be counted leaves it out."""

    atomic = False
    dependencies = [("enquiries", "0035_form_entries")]

    operations = [
        AddLiveIndex(
            "enquiry",
            models.Index(
                fields=["received_at"],
                condition=Q(tallied_in=None) & Q(is_synthetic=False) & ~Q(source="site"),
                name="enquiry_to_tally",
            ),
        ),
        RemoveLiveIndex("enquiry", "enquiry_not_tallied"),
    ]
