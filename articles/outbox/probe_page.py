"""The page from which staff send themselves a test message, and see what became of it."""

from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.lib.admin_pages import AdminPage, has
from articles.outbox import probe
from articles.outbox.models import Message


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Who would get it, by which server; what became of the last one; and the button."""
    to = getattr(request.user, "email", "")
    if request.method == "POST" and to and not probe.folder():
        probe.send(to)
        messages.success(request, f"A test message to {to} is on its way.")
        return HttpResponseRedirect(reverse("admin:outbox_message_probe"))
    latest = probe.latest()
    context = {
        **admin.site.each_context(request),
        "title": "Test your mail",
        "opts": Message._meta,
        "to": to,
        "folder": probe.folder(),
        "server": settings.MAILERS["default"].get("OPTIONS", {}),
        "sender": settings.DEFAULT_FROM_EMAIL,
        "latest": latest,
        "standing": probe.standing(latest) if latest else "",
        "is_accepted": bool(latest and latest.sent_at and not latest.bounced_at),
        "is_waiting": bool(latest and latest.next_try),
        "is_of_now": probe.accepted().exists(),
    }
    return TemplateResponse(request, "admin/outbox/message/probe.html", context)


PAGE = AdminPage("test/", page, "outbox_message_probe", may=has("outbox.change_message"))
