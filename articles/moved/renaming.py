"""Topics and people that get another address: the one that they had leads to them from then on."""

from django.db import transaction
from django.urls import reverse

from articles.document.references import Reference
from articles.models import Author, OldAddress, Topic
from articles.moved import addresses, recording
from articles.moved.recording import Source
from articles.references.targets import LINKED_AS

FEEDS = {Topic: "articles:topic_feed", Author: "articles:author_feed"}


@transaction.atomic
def save(thing: Topic | Author) -> str:
    """Saves a topic or a person; returns the address that leads to its new one now, empty where it stays the same.

    It leads there by reference, so further changes make no chains. What had led away from the new address ends.
    """
    stored = type(thing)._default_manager.select_for_update().filter(pk=thing.pk).first()
    thing.save()
    if stored is None or stored.slug == thing.slug:
        return ""
    page, feed = _addresses(thing)
    OldAddress.objects.filter(key__in=map(_key, (page, feed)), source=Source.RENAMED).delete()
    old_page, old_feed = _addresses(stored)
    target = str(Reference(LINKED_AS[type(thing)], thing.pk))
    recording.record_all([(old_page, target), (old_feed, feed)], source=Source.RENAMED)
    return old_page


def _addresses(thing: Topic | Author) -> tuple[str, str]:
    return thing.get_absolute_url(), reverse(FEEDS[type(thing)], args=[thing.slug])


def _key(path: str) -> str:
    return addresses.key(addresses.normal(path))
