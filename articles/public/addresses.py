"""Which guide a public address leads to."""

from django.http import Http404

from articles.models import Revision


class Withdrawn(Exception):
    """The guide that was at the address is no longer published; `former` is what was live there last."""

    def __init__(self, former: Revision) -> None:
        super().__init__(former.slug)
        self.former = former


def current(slug: str, *, whole: bool = False) -> Revision:
    """What is live at the address, or where the guide that was there last is now: then its slug is different.

    It comes with what its page shows or, `whole`, with its body instead of what was prepared of it. Raises `Withdrawn`,
    or `Http404` where no guide ever was.
    """
    live = Revision.objects.published()
    live = live.select_related("article", "topic", "author") if whole else live.for_page()
    if revision := live.filter(slug=slug).order_by().first():
        return revision
    former = last_at(slug)
    if former is None:
        raise Http404("There is no guide at this address.")
    if revision := live.filter(article=former.article_id).first():
        return revision
    raise Withdrawn(former)


def last_at(slug: str) -> Revision | None:
    """What last went live at the address, whether or not it is still live."""
    return Revision.objects.filter(slug=slug).exclude(went_live_at=None).order_by("-went_live_at").first()
