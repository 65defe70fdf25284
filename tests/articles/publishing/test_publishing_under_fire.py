"""Many calls at one guide at the same time: they stand in a row, and a reader always gets one whole page."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from articles.document import Document, FinalTakeaway, Text, serialization
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.models import Article, Revision
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5
PATIENCE = 120


def edition(guide: Article, number: int) -> Document:
    """The guide with its number in the title, at the beginning and at the end."""
    first = Text(html=f"<p>These are the words of edition {number}.</p>")
    last = FinalTakeaway(html=f"<p>This was edition {number}.</p>")
    return replace(document_of(guide), title=f"A guide in edition {number}", blocks=(first, last))


class Fire:
    """Calls at one guide, all at once; `done` counts those that succeeded."""

    def __init__(self, calls: list[tuple[str, Callable[[], Any]]]) -> None:
        self.barrier = Barrier(len(calls))
        self.done: Counter[str] = Counter()
        self.failures: list[BaseException] = []
        self.threads = [Thread(target=self._call, args=call) for call in calls]

    def _call(self, name: str, act: Callable[[], Any]) -> None:
        try:
            self.barrier.wait(timeout=PATIENCE)
            act()
            self.done[name] += 1
        except publication.CannotPublish:
            self.done["refused"] += 1
        except Exception as failure:
            self.failures.append(failure)
        finally:
            connection.close()

    def open(self) -> None:
        for thread in self.threads:
            thread.start()
        for thread in self.threads:
            thread.join(timeout=PATIENCE)


class Reader(Thread):
    """Fetches the page again and again, and keeps what it got."""

    def __init__(self) -> None:
        super().__init__()
        self.stop = Event()
        self.answers: set[tuple[int, str]] = set()

    def run(self) -> None:
        client = Client(raise_request_exception=False)
        try:
            while not self.stop.is_set():
                response = client.get("/guides/a-guide/")
                self.answers.add((response.status_code, response.content.decode()))
        finally:
            connection.close()


def is_whole(status: int, page: str) -> bool:
    """Whether it is one edition from its title to its last words, or the page of a withdrawn guide."""
    if not page.rstrip().endswith("</html>"):
        return False
    if status == HTTPStatus.GONE:
        return "This guide has been withdrawn" in page
    numbers = re.findall(r'(?:<h1 dir="auto">A guide in|words of|This was) edition (\d+)', page)
    return status == HTTPStatus.OK and len(numbers) == 3 and len(set(numbers)) == 1


def test_twenty_calls_at_once_leave_one_live_revision_a_complete_history_and_whole_pages() -> None:
    guide = cast.draft()
    saving.put(guide, edition(guide, 0), by=None)
    first = publication.publish(guide, by=None)
    calls: list[tuple[str, Callable[[], Any]]] = []
    for number in range(1, ROUNDS + 1):
        document = edition(guide, number)
        calls += [
            ("saved", lambda document=document: saving.put(guide, document, by=None)),
            ("published", lambda: publication.publish(guide, by=None)),
            ("withdrawn", lambda: publication.withdraw(guide, by=None)),
            ("restored", lambda: saving.restore(first, by=None)),
        ]
    fire, reader = Fire(calls), Reader()

    reader.start()
    fire.open()
    reader.stop.set()
    reader.join(timeout=PATIENCE)

    assert fire.failures == []
    assert fire.done.total() == len(calls)
    assert [fire.done[name] for name in ("saved", "published", "restored")] == [ROUNDS] * 3
    assert reader.answers
    assert [answer for answer in reader.answers if not is_whole(*answer)] == []
    assert_complete(guide, fire.done)
    assert_consistent(guide)


def assert_complete(guide: Article, done: Counter[str]) -> None:
    """Each call that succeeded has its line, and each draft its version; what was at first is one more of each."""
    told = Counter(guide.events.values_list("kind", flat=True))
    assert told == Counter(
        {"published": done["published"] + 1, "withdrawn": done["withdrawn"], "restored": done["restored"]}
    )
    assert guide.revisions.count() == done["published"] + 1
    numbers = list(guide.versions.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, 2 + done["saved"] + done["restored"] + 1))


def assert_consistent(guide: Article) -> None:
    """What the columns say is what the documents say."""
    guide = Article.objects.get(pk=guide.pk)
    live = list(Revision.objects.published())
    assert len(live) <= 1
    assert (guide.withdrawn_at is None) == bool(live)
    draft = serialization.dump(document_of(guide))
    assert guide.has_unpublished_changes == (not live or live[0].stored != draft)
    assert saving.current_version(guide).stored == draft  # type: ignore[union-attr]
    for revision in guide.revisions.all():
        document = revision.document()
        assert (revision.slug, revision.title, revision.standfirst) == (
            document.slug,
            document.title,
            document.standfirst,
        )
        assert revision.went_live_at
