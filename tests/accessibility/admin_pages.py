"""Every page that the admin has by itself: a list, a form to add, and one thing's form, history and deletion.

And what pictures of the desk leave out because it looks like another.
"""

from collections.abc import Iterator
from typing import Any

from tests.screenshots.desk import GUIDE, GUIDES, ROLES, on_desk
from tests.screenshots.steps import Steps

OTHERS = (
    "/admin/articles/",
    f"{GUIDES}together/owner/?guides={{guide}}",
    f"{GUIDES}together/review/?guides={{guide}}",
    f"{GUIDES}together/duplicate/?guides={{guide}}",
    f"{GUIDE}discard/",
    f"{ROLES}{{role}}/paste/",
    f"{ROLES}{{role}}/forward/",
    "/accounts/",
    "/accounts/sessions/",
    "/accounts/password/",
    "/accounts/password/forgotten/",
    "/accounts/app/add/",
)


def other_pages() -> dict[str, Steps]:
    """By their addresses."""
    return {address: on_desk(address) for address in OTHERS}


def admin_pages(editor: int) -> dict[str, Steps]:
    """By their addresses, those that this member of staff may open; needs the settings and the site's content."""
    from django.contrib import admin
    from django.contrib.auth import get_user_model
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.user = get_user_model()._default_manager.get(pk=editor)
    return {address: on_desk(address) for own in admin.site._registry.values() for address in _addresses(own, request)}


def _addresses(own: Any, request: Any) -> Iterator[str]:
    from django.urls import reverse

    one = own.get_queryset(request).first()
    may = {
        "changelist": own.has_view_permission(request),
        "add": own.has_add_permission(request),
        "change": one and own.has_view_permission(request, one),
        "history": one and own.has_view_permission(request, one),
        "delete": one and own.has_delete_permission(request, one),
    }
    named = f"{own.opts.app_label}_{own.opts.model_name}"
    there = {url.name for url in own.urls}
    for page in may:
        if may[page] and f"{named}_{page}" in there:
            yield reverse(f"admin:{named}_{page}", args=[] if page in {"changelist", "add"} else [one.pk])
