"""The page of one request about personal data: what was asked, where it stands, and what can be done with it."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.views.decorators.http import require_GET, require_POST, require_safe

from articles.audit import recording as audit
from articles.lib.admin_pages import AdminPage, confirmed, confirmed_change, has
from enquiries import history
from enquiries.admin import privacy_actions
from enquiries.admin.privacy_actions import MAY_CHANGE
from enquiries.handling import permissions
from enquiries.locking import NotAllowed
from enquiries.models import Event, PrivacyRequest
from enquiries.privacy import disclosure

REFUSED = 422
PAGE = "admin:enquiries_privacyrequest_change"


def _visible(request: HttpRequest, pk: int) -> PrivacyRequest:
    return get_object_or_404(permissions.requests_visible_to(request.user).with_obstacles(), pk=pk)


def page(request: HttpRequest, asked: PrivacyRequest, *, bound: dict[str, forms.Form] | None = None) -> HttpResponse:
    """The page; `bound` holds the form of an action that could not be taken as filled in."""
    offered = {
        key: {"label": action.label, "form": (bound or {}).get(key) or privacy_actions.form_for(key, asked)}
        for key, action in privacy_actions.ACTIONS.items()
        if action.fits(asked) and request.user.has_perm(action.permission)
    }
    context = {
        **admin.site.each_context(request),
        "title": f"{capfirst(str(asked))} ({asked.reference})",
        "opts": PrivacyRequest._meta,
        "asked": asked,
        "actions": offered,
        "refused": bool(bound),
        "may_see_enquiry": bool(asked.enquiry and permissions.may_see(request.user, asked.enquiry)),
        "may_copy": bool(asked.kept) and request.user.has_perm(MAY_CHANGE),
        "restricts": asked.kept and asked.kept.is_restricted,
    }
    status = REFUSED if bound else 200
    return TemplateResponse(request, "admin/enquiries/privacyrequest/page.html", context, status=status)


def act(request: HttpRequest, asked: PrivacyRequest, key: str) -> HttpResponse:
    """Takes the action that the address names."""
    action = privacy_actions.ACTIONS.get(key)
    if action is None:
        raise Http404
    if not request.user.has_perm(action.permission):
        raise PermissionDenied
    form = privacy_actions.form_for(key, asked, request.POST)
    if not form.is_valid() and action.fits(asked):
        return page(request, asked, bound={key: form})
    try:
        action.run(asked, request.user, getattr(form, "cleaned_data", {}))
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, action.done)
    return redirect(PAGE, asked.pk)


def copy(request: HttpRequest, asked: PrivacyRequest) -> HttpResponse:
    """What we hold, as one file to send on: for portability what they gave us, otherwise the notes and history too."""
    if asked.kept is None:
        raise Http404("There is nothing left to copy.")
    history.record(asked.kept, Event.Kind.COPIED, by=request.user)
    audit.record(audit.Action.EXPORTED, asked.kept.reference)
    content = disclosure.archive(asked.kept, with_history=asked.kind != PrivacyRequest.Kind.PORTABILITY)
    name = f"{asked.reference}-{timezone.localdate()}.zip"
    headers = {"Content-Disposition": content_disposition_header(True, name), "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type="application/zip", headers=headers)


def _page(path: str, view: Any, name: str, permission: str) -> AdminPage:
    return AdminPage(f"<int:pk>/{path}/", view, f"enquiries_privacyrequest_{name}", has(permission), _visible)


PAGES = (
    _page("change", require_safe(page), "change", "enquiries.view_privacyrequest"),
    _page("copy", confirmed(require_GET(copy)), "copy", MAY_CHANGE),
    _page("do/<slug:key>", confirmed_change(require_POST(act)), "act", "enquiries.view_privacyrequest"),
)
