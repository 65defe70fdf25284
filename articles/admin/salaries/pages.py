"""What the pages of salary figures have in common."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from articles.drafts.where_used import guides_showing
from articles.models import Article, JobRole

CHANGED_MEANWHILE = "What this page would do has changed since you looked at it. Look again, then confirm."


def find(request: HttpRequest, pk: int) -> JobRole:
    return get_object_or_404(JobRole, pk=pk)


def page(
    request: HttpRequest, template: str, title: str, role: JobRole | None = None, **context: Any
) -> TemplateResponse:
    """A page of all roles or of one, in the admin's frame; its template extends `admin/articles/jobrole/page.html`."""
    frame = {**admin.site.each_context(request), "title": title, "opts": JobRole._meta, "role": role}
    return TemplateResponse(request, f"admin/articles/jobrole/{template}", frame | context)


def done(request: HttpRequest, message: str, role: JobRole | None = None) -> HttpResponseRedirect:
    """Back to the role or the list, saying what was done."""
    messages.success(request, message)
    if role:
        return HttpResponseRedirect(reverse("admin:articles_jobrole_change", args=[role.pk]))
    return HttpResponseRedirect(reverse("admin:articles_jobrole_changelist"))


def quoted(guides: list[Article]) -> str:
    return ", ".join(f"“{guide}”" for guide in guides)


def name_guides(request: HttpRequest, *roles: JobRole) -> None:
    """Says which live guides still show the old figures, and where they are published again together."""
    found = {guide.pk: guide for role in roles for guide in guides_showing(role) if guide.has_unpublished_changes}
    if not found:
        return
    new = f"These guides show the new figures once you publish them again: {quoted(list(found.values()))}."
    if request.user.has_perm("articles.publish_article"):
        address = reverse("admin:articles_jobrole_republish")
        new = format_html('{} <a href="{}">Publish them with the new figures</a>', new, address)
    messages.warning(request, new)


def log(request: HttpRequest, words: dict[JobRole, str]) -> None:
    """A line in the history of each role, as the admin writes them."""
    for role, message in words.items():
        admin.site.get_model_admin(JobRole).log_change(request, role, message)
