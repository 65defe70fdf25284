"""One page of a list of guides, newest first.

Its address names the guide that it comes after, by the number of the draft, which stays. So no page counts the guides
before it, and each is found by an index, however long the list is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils import timezone

from articles.lib import paging
from articles.lib.days import in_words
from articles.models import Revision
from articles.models.revision import RevisionQuerySet
from articles.remembering import remembered

GUIDES_A_PAGE = 12
AFTER = "after"
# How pages were addressed before; such an address leads to the page that begins there now.
NUMBER = "page"


class Elsewhere(Exception):
    """The page that was asked for has another address, which ends in `query`."""

    def __init__(self, query: str) -> None:
        super().__init__(query)
        self.query = query


@dataclass(frozen=True, kw_only=True)
class Listing:
    """The guides of one page. `query` is the end of its address, empty for the first page; so are those of the pages
    beside it, which are None where there is none."""

    guides: Sequence[Revision]
    query: str = ""
    newer: str | None = None
    older: str | None = None

    @property
    def days(self) -> str:
        """When its guides were published, in words; there are some."""
        last, first = (timezone.localdate(self.guides[index].published_at) for index in (0, -1))
        return in_words(last) if first == last else f"{in_words(first)} to {in_words(last)}"


@remembered
def newest(topic_id: int | None) -> Sequence[Revision]:
    """The live guides of the first page, of one topic or of all, and one more; with what their cards show."""
    live = Revision.objects.published().for_cards()
    return tuple((live.filter(topic=topic_id) if topic_id else live)[: GUIDES_A_PAGE + 1])


def page(
    request: HttpRequest, live: RevisionQuerySet, first: Callable[[], Sequence[Revision]] | None = None
) -> Listing:
    """The page of the live guides that the request asks for; `first` knows those of the first page, and one more.

    Raises `Http404` where there is none, and `Elsewhere` where its address is another.
    """
    if NUMBER in request.GET:
        raise Elsewhere(_query_of(live, paging.number(request)))
    if AFTER in request.GET:
        return _after(live, paging.exact(request, AFTER))
    guides = first() if first else list(live.for_cards()[: GUIDES_A_PAGE + 1])
    return Listing(guides=guides[:GUIDES_A_PAGE], older=_older(guides))


def _after(live: RevisionQuerySet, article_id: int) -> Listing:
    edge = _edge(article_id)
    # From the edge upwards: a page, and the guide before it.
    above = list(live.not_older_than(edge).reverse().values_list("article_id", flat=True)[: GUIDES_A_PAGE + 1])
    if above[:1] != [article_id]:  # it is no longer in this list: the nearest newer one says the same
        raise Elsewhere(_query(above[0]) if above else "")
    guides = list(live.older_than(edge).for_cards()[: GUIDES_A_PAGE + 1])
    if not guides:
        raise Http404("There is no older guide.")
    newer = _query(above[GUIDES_A_PAGE]) if len(above) > GUIDES_A_PAGE else ""
    return Listing(guides=guides[:GUIDES_A_PAGE], query=_query(article_id), newer=newer, older=_older(guides))


def _edge(article_id: int) -> Revision:
    """The guide's place in every list: that of its live revision, or of the last that was."""
    revisions = Revision.objects.filter(article=article_id).only("published_at")
    last = revisions.published().first() or revisions.exclude(went_live_at=None).order_by("-went_live_at").first()
    if last is None:
        raise Http404("There is no such guide.")
    return last


def _older(guides: Sequence[Revision]) -> str | None:
    return _query(guides[GUIDES_A_PAGE - 1].article_id) if len(guides) > GUIDES_A_PAGE else None


def _query_of(live: RevisionQuerySet, number: int) -> str:
    """Where the page of a number begins now. It steps over the guides before it, in the index alone."""
    if number == 1:
        return ""
    last_before = (number - 1) * GUIDES_A_PAGE - 1
    around = list(live.values_list("pk", flat=True)[last_before : last_before + 2])
    if len(around) < 2:
        raise Http404("There is no such page.")
    return _query(Revision.objects.values_list("article_id", flat=True).get(pk=around[0]))


def _query(article_id: int) -> str:
    return f"?{AFTER}={article_id}"
