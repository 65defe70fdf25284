"""The standing pages, and what machines ask for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agency.models import Page
from articles.lib.cacheable import cacheable
from articles.references import reading


@require_safe
@cacheable()
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A standing page: one of `pages.PAGES`."""
    page = get_object_or_404(Page, slug=slug)
    return render(request, "agency/page.html", {"page": page, "body": reading.render(page.body)})
