"""The search page."""

from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.lib import paging
from articles.models import Revision
from articles.public import directory
from articles.search import queries
from articles.search.results import find

LATEST = 3


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The guides found for `q`; where there are none, the topics and the latest guides."""
    try:
        results = find(request.GET.get("q", ""), paging.number(request))
    except EmptyPage as error:
        raise Http404("There is no such page of results.") from error
    context = {
        "results": results,
        "topics": directory.topics,  # called only where the page shows them
        "latest": Revision.objects.published().for_cards()[:LATEST],
        "longest": queries.LONGEST,
    }
    return render(request, "articles/search.html", context)
