"""The picture that other sites show beside a link to a page."""

from typing import Any, NamedTuple

from articles.lib.urls import absolute
from articles.public import social_cards


class SocialImage(NamedTuple):
    """A picture at its full address, with its size in pixels and what it shows."""

    url: str
    width: int
    height: int
    alt: str


def social_image(page: Any) -> SocialImage:
    """The card of a page, as `social_cards.card_of` takes it."""
    card = social_cards.card_of(page)
    return SocialImage(absolute(card.get_absolute_url()), social_cards.WIDTH, social_cards.HEIGHT, card.title)
