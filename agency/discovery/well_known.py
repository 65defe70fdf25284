"""The small files at fixed addresses that machines ask for."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agency import identity
from articles.lib.cacheable import cacheable
from articles.lib.urls import absolute

# RFC 9116, section 2.5.5: less than a year.
SECURITY_TXT_LASTS = timedelta(days=182)


@require_safe
@cacheable(reads_database=False)
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read, and where the sitemap is (RFC 9309)."""
    lines = [
        "User-agent: *",
        f"Allow: {reverse('enquiries:new')}",
        "Disallow: /accounts/",
        "Disallow: /admin/",
        "Disallow: /enquiries/",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _today() -> datetime:
    """When the day began, as `Expires` counts it."""
    return timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)


@require_safe
@cacheable(until=lambda: _today() + timedelta(days=1))
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a security weakness of the site (RFC 9116); valid for half a year from today."""
    email = identity.current().email
    contact = f"mailto:{email}" if email else absolute(reverse("page", args=["contact"]))
    expires = _today() + SECURITY_TXT_LASTS
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {absolute(request.path)}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon, for clients that ask at the old fixed address instead of reading the page."""
    return redirect(static("img/icon.svg"))
