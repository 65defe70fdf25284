"""What the pages of an import have in common."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from articles.lib.admin_pages import AdminPage
from articles.models import ImportRun

MAY_ADD = "articles.add_importrun"


def may_see(user: Any, *things: Any) -> bool:
    """Whoever moves something in is led to its run, so sees the runs too."""
    return bool(user.has_perm("articles.view_importrun") or user.has_perm(MAY_ADD))


def run_page(path: str, view: Callable[..., HttpResponse], name: str, may: Callable[..., bool] = may_see) -> AdminPage:
    """A page of a run, which its view gets."""
    return AdminPage(f"<int:pk>/{path}", view, f"articles_importrun_{name}", may, find)


def find(request: HttpRequest, pk: int) -> ImportRun:
    """The run of this number."""
    return get_object_or_404(ImportRun.objects.select_related("started_by"), pk=pk)


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
