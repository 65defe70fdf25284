"""Social cards: drawn when they are first asked for, with the agency's name."""

from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from agency import identity
from agency.models import Identity
from agency.serving import media
from articles.models import Author, Revision, Topic
from articles.pictures import derived_files
from articles.public import social_cards
from articles.public.social_cards import Card, card_of

A_DAY = 24 * 60 * 60
SITE = "site"


@card_of.register
def _(page: Identity) -> Card:
    """For the pages that have no card of their own."""
    return Card(kind=SITE, slug="home", title=page.tagline or page.name, family=SITE)


@require_safe
def social_card(request: HttpRequest, kind: str, slug: str, digest: str) -> HttpResponse:
    """The card of a page; an address that its card had before leads to the one it has now."""
    card = card_of(_page(kind, slug))
    if digest != card.digest():
        return redirect(card.get_absolute_url())
    signature = identity.current().name
    content = derived_files.kept(f"cards/{card.digest(signature)}.png", lambda: _draw(card, signature))
    return media.answer(content, "png", max_age=A_DAY)


def _page(kind: str, slug: str) -> Any:
    if kind == SITE:
        return identity.current()
    if kind == "guide":
        return get_object_or_404(Revision.objects.published().for_cards(), slug=slug)
    return get_object_or_404(Topic if kind == "topic" else Author, slug=slug)


def _draw(card: Card, signature: str) -> bytes:
    picture = derived_files.stored(card.image.name) if card.image else None
    return social_cards.draw(card, signature=signature, picture=BytesIO(picture) if picture else None)
