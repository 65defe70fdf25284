"""The home page."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.lib.cacheable import cacheable
from articles.models import Revision
from articles.moved.pages import ON_FRONT, is_other_than_front
from articles.public import directory, listing
from articles.remembering import remembered
from enquiries import working_hours
from enquiries.reports import kept_promise

LATEST = 6
KEPT_UP = 3
PEOPLE = 3


@require_safe
@cacheable(unless=ON_FRONT)
def home(request: HttpRequest) -> HttpResponse:
    """What the agency does and how it keeps its promise, the ways in, the newest and the longest kept-up guides, the people.

    Raises `Http404` for an address such as `/?p=123`, which was that of something else.
    """
    if is_other_than_front(request.GET.dict().items()):
        raise Http404("This is an old address, and not that of the front page.")
    context: dict[str, Any] = {
        "guides": _latest(),
        "topics": directory.topics(),
        "kept_up": _kept_up(),
        "faces": [*directory.teams(), *directory.people()[:PEOPLE]],
        "record": kept_promise.shown(),
        "promise": (promise := working_hours.current_promise()),
        "open": working_hours.in_words(promise),
    }
    return render(request, "agency/home.html", context)


def _latest() -> Sequence[Revision]:
    return listing.newest(None)[:LATEST]


@remembered
def _kept_up() -> Sequence[Revision]:
    """The guides that were published first, of those that somebody reviewed on a later day and that are not among
    the latest."""
    others = Revision.objects.kept_up().exclude(pk__in=[revision.pk for revision in _latest()])
    shown = others.select_related("article").only("slug", "title", "published_at", "article__reviewed_on")
    return tuple(shown[:KEPT_UP])
