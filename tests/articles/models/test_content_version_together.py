"""Publications at the same time: none waits for another to commit, and each is told of."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction

from articles.models import ContentVersion, Topic, content_version
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 10


class Open:
    """Something done in a transaction that stays open until it is told how to end."""

    def __init__(self, act: Callable[[], Any]) -> None:
        self.act, self.is_done, self.may_end = act, Event(), Event()
        self._thread = ThreadPoolExecutor(1)
        self._future = self._thread.submit(self._run)
        assert self.is_done.wait(PATIENCE)

    def end(self, *, rollback: bool = False) -> None:
        self.rollback = rollback
        self.may_end.set()
        self._future.result(PATIENCE)
        self._thread.shutdown()

    def _run(self) -> None:
        try:
            with transaction.atomic():
                self.act()
                self.is_done.set()
                assert self.may_end.wait(PATIENCE)
                transaction.set_rollback(self.rollback)
        finally:
            connection.close()


def needs_two_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("on SQLite one transaction writes at a time")


def test_who_publishes_beside_an_open_transaction_waits_for_nothing() -> None:
    needs_two_writers()
    content_version.renew()
    before = content_version.current()
    other = Open(content_version.renew)
    content_version.renew()
    after = content_version.current()
    other.end()

    assert len({before, after, content_version.current()}) == 3


def test_the_rows_are_as_many_as_transactions_that_met() -> None:
    needs_two_writers()
    content_version.renew()
    for _ in range(3):
        others = [Open(content_version.renew) for _ in range(2)]
        content_version.renew()
        for other in others:
            other.end()

    assert ContentVersion.objects.count() == 3


def test_a_change_that_is_taken_back_is_none() -> None:
    content_version.renew()
    before = content_version.current()
    Open(content_version.renew).end(rollback=True)

    assert content_version.current() == before


def test_a_topic_is_renamed_while_a_guide_on_it_is_published() -> None:
    """Once each waited for the other: one for the topic, one for the version."""
    needs_two_writers()
    guide = cast.draft()
    topic = Topic.objects.get()

    def rename() -> None:
        topic.name = "Renamed"
        topic.save()

    other = Open(content_version.renew)  # as whoever publishes does first
    rename()
    other.end()
    cast.live.publish(guide)

    assert Topic.objects.get().name == "Renamed"
