"""What the pages of an import of form entries have in common."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from enquiries.models import EntryImport

MAY = "enquiries.import_enquiry"
State = EntryImport.State


def guarded(view: Callable[..., HttpResponse], *, state: str = "") -> Callable[..., HttpResponse]:
    """A view of an import, which it gets in place of its number, for those who may; in another `state` than it is for, its
    page is shown instead."""

    def guard(request: HttpRequest, run: int) -> HttpResponse:
        refuse_others(request)
        found = get_object_or_404(EntryImport.objects.select_related("started_by"), pk=run)
        return view(request, found) if state in ("", found.state) else to("change", found)

    return guard


def refuse_others(request: HttpRequest) -> None:
    if not request.user.has_perm(MAY):
        raise PermissionDenied


def to(name: str, run: EntryImport) -> HttpResponseRedirect:
    """Leads to a page of the import."""
    return HttpResponseRedirect(reverse(f"admin:enquiries_entryimport_{name}", args=[run.pk]))


def page(
    request: HttpRequest, template: str, title: str, run: EntryImport | None = None, **context: Any
) -> TemplateResponse:
    """A page of an import or of none, in the admin's frame; its template extends `entryimport/page.html`."""
    frame = {**admin.site.each_context(request), "title": title, "opts": EntryImport._meta, "run": run}
    return TemplateResponse(request, f"admin/enquiries/entryimport/{template}", frame | context)
