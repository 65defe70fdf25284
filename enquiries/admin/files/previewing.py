"""Looking at a CV or another file in the browser: for those who may download it, and noted like that."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.audit import recording as audit
from articles.lib.admin_pages import AdminPage, has
from enquiries.admin.common import render, visible
from enquiries.admin.work_list import carrying
from enquiries.handling import files, viewings
from enquiries.intake.cv_kinds.kinds import Kind
from enquiries.models import CV, Attachment, Enquiry, Scan, Viewing
from enquiries.models.cv import ScannedFile
from enquiries.previews import documents, pdfs
from enquiries.scanning import verdicts

MAY = has("enquiries.download_cv")
CV_PAGE, FILE_PAGE = "enquiries_enquiry_cv_preview", "enquiries_enquiry_file_preview"
INFECTED = "A virus was found in this file. It cannot be shown."
NOT_SCANNED = "This file has not been scanned for viruses yet. It is shown once it is."
NO_KIND = "Files of this kind cannot be shown here."
NOT_FOUND, UNSHOWN = 404, 422


def show(request: HttpRequest, enquiry: Enquiry, number: int = 0) -> HttpResponse:
    """The pages of a PDF with their words, or the words of another document."""
    file = _file(enquiry, number)
    if refusal := _refusal(file):
        messages.error(request, refusal)
        return redirect(carrying.page_of(request, enquiry))
    _note(request, enquiry, file)
    context = {"title": _name(file), "enquiry": enquiry, "download": _download(enquiry, number)}
    try:
        return render(request, "preview", context | _shown(enquiry, file, number))
    except pdfs.NoPreview as reason:
        return render(request, "preview", context | {"reason": reason}, status=UNSHOWN)


def picture(request: HttpRequest, enquiry: Enquiry, page: int, number: int = 0) -> HttpResponse:
    """One page of a PDF as a picture; made anew each time, and kept nowhere."""
    file = _file(enquiry, number)
    if _refusal(file) or _kind(file) != Kind.PDF:
        return HttpResponse(status=NOT_FOUND)
    try:
        content = pdfs.picture(bytes(file.content), page)
    except pdfs.NoPreview:
        return HttpResponse(status=NOT_FOUND)
    _note(request, enquiry, file)
    return HttpResponse(content, content_type="image/png", headers={"X-Content-Type-Options": "nosniff"})


def _file(enquiry: Enquiry, number: int) -> Any:
    """The file of that number, or the CV."""
    if number:
        return get_object_or_404(Attachment, enquiry=enquiry, pk=number)
    return get_object_or_404(CV.objects.select_related("enquiry"), enquiry=enquiry)


def _refusal(file: ScannedFile) -> str:
    if file.scan == Scan.INFECTED:
        return INFECTED
    if not verdicts.may_leave(file):
        return NOT_SCANNED
    return "" if _kind(file) else NO_KIND


def _kind(file: ScannedFile) -> Kind | None:
    return documents.KINDS.get(file.content_type)


def _name(file: Any) -> str:
    return str(file.download_name if isinstance(file, CV) else file.name)


def _note(request: HttpRequest, enquiry: Enquiry, file: Any) -> None:
    words = "preview" if isinstance(file, CV) else f"preview of {file.name}"
    viewings.note(enquiry, request.user, Viewing.What.CV if isinstance(file, CV) else Viewing.What.FILE)
    if files.note_preview(enquiry, words, request.user):
        audit.record(audit.Action.CV_DOWNLOADED, enquiry.reference)


def _download(enquiry: Enquiry, number: int) -> str:
    if number:
        return reverse("admin:enquiries_enquiry_file", args=[enquiry.pk, number])
    return reverse("admin:enquiries_enquiry_cv", args=[enquiry.pk])


def _shown(enquiry: Enquiry, file: Any, number: int) -> dict[str, Any]:
    kind, content = documents.KINDS[file.content_type], bytes(file.content)
    if kind != Kind.PDF:
        words = documents.read(content, kind)
        return {"groups": words.by_style(), "are_cut": words.are_cut}
    pages = pdfs.pages(content)
    address = reverse(
        f"admin:{FILE_PAGE if number else CV_PAGE}", args=[enquiry.pk, number] if number else [enquiry.pk]
    )
    shown = [(f"{address}{page}.png", page, text) for page, text in enumerate(pages.texts, start=1)]
    return {"pages": shown, "number": pages.number, "are_cut": pages.are_cut}


def _page(path: str, view: Callable[..., HttpResponse], name: str) -> AdminPage:
    return AdminPage(f"<int:pk>/{path}", require_safe(view), name, MAY, visible)


PAGES = (
    _page("cv/preview/", show, CV_PAGE),
    _page("cv/preview/<int:page>.png", picture, f"{CV_PAGE}_page"),
    _page("files/<int:number>/preview/", show, FILE_PAGE),
    _page("files/<int:number>/preview/<int:page>.png", picture, f"{FILE_PAGE}_page"),
)
