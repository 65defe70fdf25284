"""The standing pages, and what machines ask for."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from agency import identity
from agency.models import Page
from articles.document import richtext
from articles.public.addresses import absolute
from enquiries.monitoring import health

# RFC 9116, section 2.5.5: less than a year.
SECURITY_TXT_LASTS = timedelta(days=182)
log = logging.getLogger(__name__)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A standing page: privacy, accessibility or contact."""
    page = get_object_or_404(Page, slug=slug)
    return render(request, "agency/page.html", {"page": page, "body": richtext.render(page.body)})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read, and where the sitemap is (RFC 9309)."""
    lines = [
        "User-agent: *",
        f"Allow: {reverse('enquiries:new')}$",
        "Disallow: /admin/",
        "Disallow: /enquiries/",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness of the site (RFC 9116), good for half a year from today."""
    email = identity.current().email
    contact = f"mailto:{email}" if email else absolute(reverse("page", args=["contact"]))
    expires = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + SECURITY_TXT_LASTS
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {absolute(request.path)}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon, for whoever asks at the old fixed address instead of reading the page."""
    return redirect(static("img/icon.svg"))


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the site can reach its database; an unreachable one raises and answers 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Is all well? `amber` with reasons when staff must look at something; 503 when the database does not answer."""
    try:
        reasons = health.reasons()
    except Error as error:
        log.warning("not ready: %s", type(error).__name__)
        return JsonResponse({"status": "down", "reasons": ["The database does not answer."]}, status=503)
    return JsonResponse({"status": "amber" if reasons else "ok", "reasons": reasons})
