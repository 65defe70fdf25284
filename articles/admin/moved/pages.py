"""What the pages beside the table of old addresses have in common."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse

from articles.models import OldAddress


def page(request: HttpRequest, template: str, title: str, **context: Any) -> TemplateResponse:
    """A page in the admin's frame; its template extends `admin/articles/oldaddress/page.html`."""
    frame = {**admin.site.each_context(request), "title": title, "opts": OldAddress._meta}
    return TemplateResponse(request, f"admin/articles/oldaddress/{template}", frame | context)
