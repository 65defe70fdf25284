"""The search page."""

from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.lib import paging
from articles.models import Revision
from articles.public import directory
from articles.readership import counting, readers
from articles.search import queries
from articles.search.results import Results, find

LATEST = 3


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The guides found for `q`; where there are none, the topics and the latest guides."""
    try:
        results = find(request.GET.get("q", ""), paging.number(request))
    except EmptyPage as error:
        raise Http404("There is no such page of results.") from error
    if results.is_searchable and readers.is_visitor(request):
        _count(results)
    context = {
        "results": results,
        "topics": directory.topics,  # called only where the page shows them
        "latest": Revision.objects.published().for_cards()[:LATEST],
        "longest": queries.LONGEST,
    }
    return render(request, "articles/search.html", context)


def _count(results: Results) -> None:
    """Guides that have only some of the words are shown, but not what was looked for."""
    found = [] if results.is_partial else [hit.guide for hit in results.hits]
    counting.searched(results.query, found, is_first_page=results.page == 1, is_missed=results.is_missed)
