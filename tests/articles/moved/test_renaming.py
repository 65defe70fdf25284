"""A topic or a person gets another address: the old one leads there, however often it changes, and back again."""

from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client

from articles.models import Author, OldAddress, Topic
from articles.moved import recording, renaming
from articles.moved.recording import Source
from tests import cast

pytestmark = pytest.mark.django_db


def renamed(thing: Any, slug: str) -> Any:
    thing.slug = slug
    renaming.save(thing)
    return thing


def answer(client: Client, path: str) -> tuple[int, str]:
    found = client.get(path)
    return found.status_code, found.headers.get("Location", "")


def rows() -> dict[str, str]:
    return dict(OldAddress.objects.values_list("address", "target"))


def test_the_old_address_of_a_topic_leads_to_its_new_one(client: Client) -> None:
    cast.live_guide()
    topic = Topic.objects.get()
    renamed(topic, "data-work")

    assert answer(client, "/guides/topics/data/") == (301, "/guides/topics/data-work/")
    assert answer(client, "/guides/topics/data/feed.xml") == (301, "/guides/topics/data-work/feed.xml")
    assert answer(client, "/guides/topics/data-work/")[0] == 200


def test_the_old_address_of_a_person_leads_to_the_new_one(client: Client) -> None:
    cast.live_guide()
    author = renamed(Author.objects.get(), "samira-field")

    assert answer(client, "/people/sam-field/") == (301, "/people/samira-field/")
    assert answer(client, "/people/sam-field/feed.xml") == (301, "/people/samira-field/feed.xml")
    assert answer(client, author.get_absolute_url())[0] == 200


def test_changes_make_no_chains(client: Client) -> None:
    cast.live_guide()
    topic = Topic.objects.get()
    recording.record("/category/data/", "/guides/topics/data/feed.xml", source=Source.TYPED)
    renamed(renamed(topic, "two"), "three")

    assert rows() == {
        "/category/data": "/guides/topics/three/feed.xml",
        "/guides/topics/data": f"ref:topic:{topic.pk}",
        "/guides/topics/data/feed.xml": "/guides/topics/three/feed.xml",
        "/guides/topics/two": f"ref:topic:{topic.pk}",
        "/guides/topics/two/feed.xml": "/guides/topics/three/feed.xml",
    }
    assert answer(client, "/guides/topics/data/") == (301, "/guides/topics/three/")


def test_going_back_to_the_old_address_works(client: Client) -> None:
    cast.live_guide()
    topic = Topic.objects.get()
    renamed(renamed(topic, "two"), "data")

    assert answer(client, "/guides/topics/data/")[0] == 200
    assert answer(client, "/guides/topics/two/") == (301, "/guides/topics/data/")
    assert rows().keys() == {"/guides/topics/two", "/guides/topics/two/feed.xml"}


def test_what_stays_or_is_new_notes_nothing() -> None:
    topic = cast.topic()
    topic.name = "Data work"

    assert renaming.save(topic) == ""
    assert renaming.save(Topic(name="New", slug="new", description="What it is.")) == ""
    assert (rows(), Topic.objects.get(slug="data").name) == ({}, "Data work")


def test_the_address_changes_with_its_redirect_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> None:
        raise DatabaseError

    topic = cast.topic()
    monkeypatch.setattr(recording, "record_all", fail)
    with pytest.raises(DatabaseError):
        renamed(topic, "two")

    assert Topic.objects.get().slug == "data"
