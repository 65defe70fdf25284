"""What the pages of an import have in common."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from articles.models import ImportRun


def guarded(view: Callable[..., HttpResponse], *, may: str = "articles.view_importrun") -> Callable[..., HttpResponse]:
    """A view of a run, which it gets in place of its number, for those who `may`."""

    def guard(request: HttpRequest, run: int, **arguments: Any) -> HttpResponse:
        refuse_without(request, may)
        return view(request, get_object_or_404(ImportRun.objects.select_related("started_by"), pk=run), **arguments)

    return guard


def refuse_without(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied


def number(typed: str) -> int:
    """The number in an address."""
    if not typed.isdecimal() or len(typed) > 18:
        raise Http404
    return int(typed)


def page(
    request: HttpRequest, template: str, title: str, run: ImportRun | None = None, **context: Any
) -> TemplateResponse:
    """A page of a run or of none, in the admin's frame; its template extends `admin/articles/importrun/page.html`."""
    frame = {**admin.site.each_context(request), "title": title, "opts": ImportRun._meta, "run": run}
    return TemplateResponse(request, f"admin/articles/importrun/{template}", frame | context)
