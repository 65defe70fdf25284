"""What the pages of one enquiry share: finding it, calling verbs, and how a page is made."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from articles.lib.admin_pages import AdminPage, any_staff
from enquiries.handling import permissions
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry

FOLDER = "admin/enquiries/enquiry"
LIST = "admin:enquiries_enquiry_changelist"
PAGE = "admin:enquiries_enquiry_change"
REFUSED = 422
safe_or_post = require_http_methods(["GET", "HEAD", "POST"])


def visible(request: HttpRequest, pk: int) -> Enquiry:
    """The enquiry, if the user may see it; otherwise there is none."""
    related = ("owner", "team", "guide", "privacy_wording", "marketing_wording")
    return get_object_or_404(permissions.visible_to(request.user).select_related(*related), pk=pk)


def enquiry_page(name: str, view: Callable[..., Any], may: Callable[..., bool] = any_staff) -> AdminPage:
    """A page below the address of one enquiry."""
    return AdminPage(f"<int:pk>/{name}/", view, f"enquiries_enquiry_{name.replace('/', '_')}", may, visible)


def attempt(request: HttpRequest, done: str, verb: Any, *args: Any, **kwargs: Any) -> bool:
    """Calls the verb and says that it is `done`, or why it is not; returns whether it is."""
    try:
        verb(*args, **kwargs)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return False
    if done:
        messages.success(request, done)
    return True


def render(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page of that name in the admin's frame."""
    context = {**admin.site.each_context(request), "opts": Enquiry._meta, **context}
    return TemplateResponse(request, f"{FOLDER}/{name}.html", context, status=status)
