"""Telling search engines at once which guides changed (indexnow.org): optional, and off until a key is set."""

import json
from collections.abc import Sequence
from http import HTTPStatus

from django.conf import settings
from django.urls import reverse

from articles.lib import http_client
from articles.lib.http_client import Resolver, Unreachable, is_loopback, public_addresses
from articles.lib.urls import absolute
from articles.models import Article, Revision
from articles.outbox.channels import Channel, Refused, ServerAway, envelope
from articles.outbox.models import Message

NAME = "search engines"
# The protocol takes 10,000 addresses at once; a guide has a handful.
GUIDES_AT_A_TIME = 500


def is_on() -> bool:
    """A site that nobody else can reach has nothing to tell."""
    return bool(settings.INDEXNOW_KEY) and not is_loopback(settings.SITE.hostname)


def announce(article: Article) -> None:
    """Writes that the guide changed for its readers; call it in the transaction of the change."""
    if is_on():
        Message.objects.create(kind="guide_changed", payload={"article": article.pk}, **envelope(NAME, "indexnow"))


def tell(messages: Sequence[Message], resolve: Resolver = public_addresses) -> None:
    """Tells of all these changes at once. Raises `ServerAway`, also for an endpoint that is not public, or `Refused`."""
    addresses = _addresses([message.payload["article"] for message in messages])
    if not addresses or not is_on():
        return
    try:
        status = _post(addresses, resolve)
    except Unreachable as error:
        raise ServerAway from error
    if status not in (HTTPStatus.OK, HTTPStatus.ACCEPTED):
        raise Refused(status)


CHANNEL = Channel(NAME, tell, GUIDES_AT_A_TIME)


def _addresses(articles: Sequence[int]) -> list[str]:
    """Where the guides are, and where they were: an address that was left leads elsewhere now."""
    went_live = Revision.objects.filter(article__in=articles).exclude(went_live_at=None)
    slugs = went_live.order_by("slug").values_list("slug", flat=True).distinct()
    return [absolute(reverse("articles:guide", args=[slug])) for slug in slugs]


def _post(addresses: list[str], resolve: Resolver) -> int:
    """The status that the other side answers with."""
    told = {
        "host": settings.SITE.netloc,
        "key": settings.INDEXNOW_KEY,
        "keyLocation": absolute(f"/{settings.INDEXNOW_KEY}.txt"),
        "urlList": addresses,
    }
    headers = {"Content-Type": "application/json; charset=utf-8"}
    return http_client.post(settings.INDEXNOW_ENDPOINT, json.dumps(told), headers, resolve)
