"""The files of an enquiry: a page to add and remove them, and each as a file to save."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from articles.audit import recording as audit
from articles.lib import attachments
from articles.lib.admin_pages import AdminPage, has
from enquiries import history
from enquiries.admin.common import REFUSED, attempt, enquiry_page, render, safe_or_post, visible
from enquiries.admin.files.form import FileForm
from enquiries.admin.work_list import carrying
from enquiries.handling import files, verbs, viewings
from enquiries.intake.cvs import UploadedCV
from enquiries.models import CV, Attachment, Enquiry, Event, Scan, State, Viewing
from enquiries.models.cv import ScannedFile
from enquiries.previews import documents
from enquiries.scanning import verdicts

MAY_HANDLE, MAY_DOWNLOAD = has("enquiries.handle_enquiry"), has("enquiries.download_cv")
ADDED = "The file is added."
FILES = "admin:enquiries_enquiry_files"


class Named(NamedTuple):
    """How a file is spoken of: its kind, its name to save under, in a heading, and in the history."""

    kind: str
    name: str
    title: str
    what: Viewing.What
    words: str = ""


def manage(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Adds a file; each that is there can be removed."""
    if enquiry.state == State.ERASED:
        messages.error(request, verbs.NOT_IN_HAND[State.ERASED])
        return redirect(carrying.page_of(request, enquiry))
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        add = files.put_cv if isinstance(file, UploadedCV) else files.add
        attempt(request, ADDED, add, enquiry, file, request.user)
        return redirect(FILES, enquiry.pk)
    context = {
        "title": f"Files of {enquiry.name}",
        "enquiry": enquiry,
        "form": form,
        "shown": documents.KINDS,
        "files": [(file, files.is_removable(file)) for file in files.of(enquiry)],
    }
    return render(request, "files", context, status=REFUSED if form.errors else 200)


def remove(request: HttpRequest, enquiry: Enquiry, number: int) -> HttpResponse:
    """Deletes a file for good."""
    attempt(request, "The file is removed.", files.remove, enquiry, number, request.user)
    return redirect(FILES, enquiry.pk)


def download(request: HttpRequest, enquiry: Enquiry, number: int) -> HttpResponse:
    """A file beside the CV."""
    file = get_object_or_404(Attachment, enquiry=enquiry, pk=number)
    named = Named(kind="file", name=file.name, title=file.name, words=file.name, what=Viewing.What.FILE)
    return _hand_out(request, enquiry, file, named)


def download_cv(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """The CV, under the enquirer's name."""
    cv = get_object_or_404(CV.objects.select_related("enquiry"), enquiry=enquiry)
    title = f"The CV of {enquiry.name}"
    return _hand_out(request, enquiry, cv, Named(kind="CV", name=cv.download_name, title=title, what=Viewing.What.CV))


def _hand_out(request: HttpRequest, enquiry: Enquiry, file: ScannedFile, named: Named) -> HttpResponse:
    """The file to save; a browser never opens it on our address. Each download is in the history.

    One that was not scanned, though it should have been, is handed out once the user has read a warning.
    """
    if file.scan == Scan.INFECTED:
        messages.error(request, f"A virus was found in this {named.kind}. It cannot be downloaded.")
        return redirect(carrying.page_of(request, enquiry))
    if verdicts.must_warn(file) and request.method != "POST":
        context = {"title": f"{named.title} was not scanned", "enquiry": enquiry, "named": named}
        return render(request, "file_not_scanned", context)
    history.record(enquiry, Event.Kind.DOWNLOADED, by=request.user, words=named.words)
    viewings.note(enquiry, request.user, named.what)
    audit.record(audit.Action.CV_DOWNLOADED, enquiry.reference)
    headers = {"Content-Disposition": attachments.disposition(named.name), "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(file.content), content_type=file.content_type, headers=headers)


PAGES = (
    enquiry_page("files", safe_or_post(manage), MAY_HANDLE),
    enquiry_page("cv", require_http_methods(["GET", "POST"])(download_cv), MAY_DOWNLOAD),
    AdminPage(
        "<int:pk>/files/<int:number>/",
        require_http_methods(["GET", "POST"])(download),
        "enquiries_enquiry_file",
        MAY_DOWNLOAD,
        visible,
    ),
    AdminPage(
        "<int:pk>/files/<int:number>/remove/",
        require_POST(remove),
        "enquiries_enquiry_file_remove",
        MAY_HANDLE,
        visible,
    ),
)
