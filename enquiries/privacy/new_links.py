"""A new link to the enquirer's own page for whoever has one that is too old."""

from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now

from enquiries import access_links
from enquiries.models import Enquiry, Notice
from enquiries.notices import writing

BETWEEN = timedelta(hours=1)  # two such mails about one enquiry


@transaction.atomic
def send_for(token: str) -> None:
    """Sends a new link to the e-mail address of the enquiry that the old link opened, if we still hold it."""
    enquiry = access_links.find_expired(token)
    if enquiry and enquiry.email:
        Enquiry.objects.select_for_update().get(pk=enquiry.pk)
        if not enquiry.notices.filter(kind=Notice.Kind.NEW_LINK, created_at__gt=Now() - BETWEEN).exists():
            writing.send_link(enquiry)
