"""Social cards: drawn when they are first asked for, with the agency's name."""

from io import BytesIO
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from agency import identity
from agency.models import Identity
from agency.serving import media
from articles.lib.cacheable import cacheable
from articles.models import Author, Revision, Topic
from articles.pictures import derived_files
from articles.public import social_cards
from articles.public.social_cards import Card, card_of

A_DAY = 24 * 60 * 60
SITE, PAGE = "site", "page"
# Pages about no single thing, by the names of their addresses.
PAGES = {
    "articles:index": Card(
        kind=PAGE, slug="guides", title="Guides to tech roles, careers and hiring", label="Guides", family=SITE
    ),
    "articles:salaries": Card(
        kind=PAGE, slug="salaries", title="What tech roles pay, by level and region", label="Salaries", family=SITE
    ),
    "articles:people": Card(kind=PAGE, slug="people", title="The people you will talk to", label="People", family=SITE),
    "enquiries:new": Card(kind=PAGE, slug="enquiry", title="Talk to a recruiter", label="About you", family=SITE),
}


@card_of.register
def _(page: Identity) -> Card:
    """For the pages that have no card of their own."""
    return Card(kind=SITE, slug="home", title=page.tagline or page.name, family=SITE)


@card_of.register
def _(card: Card) -> Card:
    """A page of `PAGES` is its own card."""
    return card


@require_safe
@cacheable(is_endless=True)
def social_card(request: HttpRequest, kind: str, slug: str, digest: str) -> HttpResponse:
    """The card of a page; an address that its card had before leads to the one it has now."""
    card = card_of(_page(kind, slug))
    if digest != card.digest():
        return redirect(card.get_absolute_url())
    try:
        content = file_of(card, identity.current().name)
    except derived_files.Busy:
        return media.busy()
    except derived_files.NotKept as made:
        content = made.content
    return media.answer(content, "png", max_age=A_DAY)


def file_of(card: Card, signature: str) -> bytes:
    """The picture of the card, made now if it is not there yet; `signature` is the agency's name."""
    return derived_files.kept(f"cards/{card.digest(signature)}.png", lambda: _draw(card, signature))


def _page(kind: str, slug: str) -> Any:
    if kind == SITE:
        return identity.current()
    if kind == PAGE:
        return _named(slug)
    if kind == "guide":
        return get_object_or_404(Revision.objects.published().for_cards(), slug=slug)
    return get_object_or_404(Topic if kind == "topic" else Author, slug=slug)


def _named(slug: str) -> Card:
    for card in PAGES.values():
        if card.slug == slug:
            return card
    raise Http404("There is no such page.")


def _draw(card: Card, signature: str) -> bytes:
    picture = derived_files.stored(card.image.name) if card.image else None
    return social_cards.draw(card, signature=signature, picture=BytesIO(picture) if picture else None)
