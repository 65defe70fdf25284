"""A file of an enquiry, for the other system that was told of it."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from articles.audit import recording as audit
from articles.lib import attachments
from enquiries import history
from enquiries.handoff import files
from enquiries.models import Event

PLAIN = "text/plain; charset=utf-8"
RETRY_AFTER = "600"


@never_cache
@require_GET
def handed_off_file(request: HttpRequest, token: str) -> HttpResponse:
    """Each download is in the history. 410 once the link is over, 503 while the virus scanner has not passed the file."""
    try:
        handoff, found = files.find(token)
    except files.NoSuchLink as error:
        raise Http404("There is no such file.") from error
    except files.Gone:
        return HttpResponse("This link does not work any more.", status=410, content_type=PLAIN)
    except files.NotYet:
        words = "This file has not been scanned for viruses yet."
        return HttpResponse(words, status=503, content_type=PLAIN, headers={"Retry-After": RETRY_AFTER})
    with transaction.atomic():
        history.record(handoff.enquiry, Event.Kind.DOWNLOADED, words=f"{found.name}, by {handoff.receiver}.")
        audit.record(audit.Action.CV_DOWNLOADED, f"{handoff.enquiry.reference}, by {handoff.receiver}")
    headers = {"Content-Disposition": attachments.disposition(found.name), "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(found.file.content), content_type=found.content_type, headers=headers)
