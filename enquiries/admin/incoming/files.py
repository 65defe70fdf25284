"""The files beside an enquiry's CV, handed out as the CV is."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from articles.audit import recording as audit
from articles.lib import attachments
from articles.lib.admin_pages import AdminPage, has
from enquiries import history
from enquiries.admin.common import render, visible
from enquiries.admin.work_list import carrying
from enquiries.handling import viewings
from enquiries.models import Attachment, Enquiry, Event, Scan, Viewing
from enquiries.scanning import verdicts


def download(request: HttpRequest, enquiry: Enquiry, number: int) -> HttpResponse:
    """The file to save; a browser never opens it on our address. Each download is in the history.

    One that was not scanned, though it should have been, is handed out once the user has read a warning.
    """
    file = get_object_or_404(Attachment, enquiry=enquiry, pk=number)
    if file.scan == Scan.INFECTED:
        messages.error(request, "A virus was found in this file. It cannot be downloaded.")
        return redirect(carrying.page_of(request, enquiry))
    if verdicts.must_warn(file) and request.method != "POST":
        context = {"title": f"{file.name} was not scanned", "enquiry": enquiry, "file": file}
        return render(request, "file_not_scanned", context)
    history.record(enquiry, Event.Kind.DOWNLOADED, by=request.user, words=file.name)
    viewings.note(enquiry, request.user, Viewing.What.FILE)
    audit.record(audit.Action.CV_DOWNLOADED, enquiry.reference)
    headers = {"Content-Disposition": attachments.disposition(file.name), "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(file.content), content_type=file.content_type, headers=headers)


PAGES = (
    AdminPage(
        "<int:pk>/files/<int:number>/",
        require_http_methods(["GET", "POST"])(download),
        "enquiries_enquiry_file",
        has("enquiries.download_cv"),
        visible,
    ),
)
