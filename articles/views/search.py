"""The search page."""

from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Revision
from articles.search import queries
from articles.search.results import find

LATEST = 3
MOST_DIGITS = 6


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The guides found for `q`; where there are none, the topics and the latest guides."""
    try:
        results = find(request.GET.get("q", ""), _number(request.GET.get("page", "1")))
    except EmptyPage as error:
        raise Http404("There is no such page of results.") from error
    context = {
        "results": results,
        "topics": Revision.objects.published().topics(),
        "latest": Revision.objects.published().for_cards()[:LATEST],
        "longest": queries.LONGEST,
    }
    return render(request, "articles/search.html", context)


def _number(text: str) -> int:
    """The number of a page. Raises `EmptyPage` for what is none."""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and int(text)):
        raise EmptyPage("That is not the number of a page.")
    return int(text)
