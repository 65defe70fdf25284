"""Which guide a public address leads to."""

from django.db.models import QuerySet
from django.http import Http404

from articles.models import Revision
from articles.public import live_pages


class Withdrawn(Exception):
    """The guide that was at the address is no longer published; `former` is what was live there last."""

    def __init__(self, former: Revision) -> None:
        super().__init__(former.slug)
        self.former = former


def current(slug: str, *, whole: bool = False) -> Revision:
    """What is live at the address, or where the guide that was there last is now: then its slug is different.

    The one at the address comes with what its page shows or, `whole`, with its body instead of what was prepared of it.
    Raises `Withdrawn`, or `Http404` where no guide ever was.
    """
    if revision := _whole(slug) if whole else live_pages.at(slug):
        return revision
    former = last_at(slug)
    if former is None:
        raise Http404("There is no guide at this address.")
    if revision := Revision.objects.published().filter(article=former.article_id).first():
        return revision
    raise Withdrawn(former)


def _whole(slug: str) -> Revision | None:
    live = Revision.objects.published().select_related("article", "topic", "author__picture")
    return live.filter(slug=slug).order_by().first()


def last_at(slug: str) -> Revision | None:
    """What last went live at the address, whether or not it is still live."""
    return _lived_at(slug).first()


def last_number_at(slug: str) -> int | None:
    """The number of that guide, without reading it."""
    return _lived_at(slug).values_list("article_id", flat=True).first()


def _lived_at(slug: str) -> QuerySet[Revision]:
    return Revision.objects.filter(slug=slug).exclude(went_live_at=None).order_by("-went_live_at")
