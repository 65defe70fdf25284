"""Changes of every kind, each with its number in the words that it publishes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from unittest import mock

from django.utils import timezone

from agency.models import Identity, Page
from articles.document import Text
from articles.document.salary_bands import Row
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.models import Article, Author, Topic
from articles.publishing import publication
from articles.review import upkeep
from articles.salaries import storing
from enquiries.models import ReplyPromise
from tests import cast
from tests.freshness.editor import Editor
from tests.freshness.nodes import Nodes
from tests.freshness.pages import FIRST_REVIEW, token

LIVE = "articles_revision WHERE is_live AND article_id = %s"
PATIENCE = 30


@dataclass
class Subject:
    """Something whose changes are counted; `row` is written by each change, in the same transaction as everything else."""

    letter: str
    page: str
    act: Callable[[int], None]
    row: str
    pk: int
    is_quick: bool = True
    # The moment of the commit of each change, in order: the first is number 1.
    commits: list[float] = field(default_factory=list)

    def change(self, nodes: Nodes) -> int:
        """Publishes the next change and returns its number."""
        number = len(self.commits) + 1
        self.act(number)
        table = "articles_article WHERE id = %s" if self.letter == "x" and number % 2 == 0 else self.row
        sql = f"SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin))::float FROM {table}"  # noqa: S608 (ours)
        self.commits.append(nodes.query(sql, self.pk)[0][0])
        return number


class Changes:
    """The subjects of a site that was just made; `subjects` are in the order in which their turns come."""

    def __init__(self, nodes: Nodes, editor: Editor) -> None:
        self.nodes, self.editor = nodes, editor
        self._turns = count()
        self.identity, _ = Identity.objects.get_or_create()
        self.privacy = Page.objects.get(slug="privacy")
        self.role = cast.job_role(cast.UNPAID)
        self.subjects = list(self._subjects())

    def _subjects(self) -> list[Subject]:
        guide = {
            name: cast.full_draft(name, body=[cast.WORDS])
            for name in ("words", "formal", "fickle", "roaming", "timed", "checked")
        }
        self._publish(guide["timed"], "s", 0)
        self._publish(guide["checked"], "y", 0)
        cast.draft("draft", title="zqz is what nobody may read")
        topic, author = Topic.objects.get(slug="roles"), Author.objects.get(slug=cast.PAT.slug)
        promise, _ = ReplyPromise.objects.get_or_create(pk=1)
        self._figure(0)
        figure = self.role.figures.get()
        rows = {
            model: f"{model._meta.db_table} WHERE id = %s"
            for model in (Identity, Page, Topic, Author, ReplyPromise, Article)
        }
        return [
            Subject("w", "guide", lambda n: self._publish(guide["words"], "w", n), LIVE, guide["words"].pk),
            Subject("i", "home", self._identity, rows[Identity], self.identity.pk, is_quick=False),
            Subject("o", "formal guide", lambda n: self._publish_by_form(guide["formal"], "o", n), LIVE, guide["formal"].pk, is_quick=False),
            Subject("x", "withdrawn and back", lambda n: self._come_and_go(guide["fickle"], n), LIVE, guide["fickle"].pk),
            Subject("p", "standing page", self._page, rows[Page], self.privacy.pk, is_quick=False),
            Subject("m", "moved", lambda n: self._move(guide["roaming"], n), LIVE, guide["roaming"].pk),
            Subject("s", "by the worker", lambda n: self._schedule(guide["timed"], n), LIVE, guide["timed"].pk, is_quick=False),
            Subject("t", "topic", lambda n: self._topic(topic, n), rows[Topic], topic.pk),
            Subject("v", "reviewed", lambda n: self._review(guide["checked"], n), rows[Article], guide["checked"].pk),
            Subject("a", "author", lambda n: self._author(author, n), rows[Author], author.pk, is_quick=False),
            Subject("f", "salaries", self._figure, "articles_salaryfigure WHERE id = %s", figure.pk),
            Subject("r", "home", lambda n: self._promise(promise, n), rows[ReplyPromise], promise.pk, is_quick=False),
        ]  # fmt: skip

    def _node(self) -> int:
        return next(self._turns) % len(self.nodes.ports)

    def _write(self, guide: Article, letter: str, number: int) -> None:
        words = token(letter, number)
        guide.refresh_from_db()
        guide.title, guide.standfirst = _title(guide, words), f"What readers learn from {words}."
        guide.description = f"What search engines show of {words}: the work of a tester, what it pays and how to begin."
        guide.save()
        replace_blocks(
            guide,
            [
                Text(
                    html=f"<h2>Of {words}</h2><p>These are the words of {words}.</p>"
                    + "<p>They are many.</p>" * 99
                    + f"<p>This was {words}.</p>"
                )
            ],
        )
        saving.save(guide, by=self.editor.user)

    def _publish(self, guide: Article, letter: str, number: int) -> None:
        self._write(guide, letter, number)
        publication.publish(guide, by=self.editor.user)

    def _publish_by_form(self, guide: Article, letter: str, number: int) -> None:
        self._write(guide, letter, number)
        page = f"/admin/articles/article/{guide.pk}"
        self.editor.fill_in(self._node(), f"{page}/checks/", "publish", to=f"{page}/publish/", note="Said better.")

    def _come_and_go(self, guide: Article, number: int) -> None:
        if number % 2:
            self._publish(guide, "x", number)
        else:
            publication.withdraw(guide, by=self.editor.user)

    def _move(self, guide: Article, number: int) -> None:
        if number == 1:
            self._publish(guide, "m", 1)  # at the address to which readers will come
        Article.objects.filter(pk=guide.pk).update(slug=f"roaming-{number}")
        self._publish(guide, "m", number)

    def _schedule(self, guide: Article, number: int) -> None:
        self._write(guide, "s", number)
        publication.schedule(guide, by=self.editor.user, at=timezone.now() + timedelta(seconds=1))
        deadline = time.monotonic() + PATIENCE
        while guide.revisions.published().get().title != _title(guide, token("s", number)):
            assert time.monotonic() < deadline, "the worker did not publish what was scheduled"
            time.sleep(0.05)

    def _review(self, guide: Article, number: int) -> None:
        """As if it were done on another day each time, since readers see no more than the day."""
        with mock.patch.object(upkeep, "timezone", mock.Mock(localdate=lambda: FIRST_REVIEW + timedelta(days=number))):
            upkeep.mark_reviewed(guide, by=self.editor.user)

    def _topic(self, topic: Topic, number: int) -> None:
        topic.name = f"Roles {token('t', number)}"
        topic.save()

    def _author(self, author: Author, number: int) -> None:
        self.editor.fill_in(
            self._node(),
            f"/admin/articles/author/{author.pk}/change/",
            "author_form",
            role=f"Editor {token('a', number)}",
        )

    def _identity(self, number: int) -> None:
        path = f"/admin/agency/identity/{self.identity.pk}/change/"
        self.editor.fill_in(self._node(), path, "identity_form", legal=f"Registered as {token('i', number)}.")

    def _page(self, number: int) -> None:
        path = f"/admin/agency/page/{self.privacy.pk}/change/"
        self.editor.fill_in(
            self._node(), path, "page_form", body=f"<h2>Notice</h2><p>These are the words of {token('p', number)}.</p>"
        )

    def _promise(self, promise: ReplyPromise, number: int) -> None:
        path = f"/admin/enquiries/replypromise/{promise.pk}/change/"
        self.editor.fill_in(self._node(), path, "replypromise_form", hours=number)

    def _figure(self, number: int) -> None:
        row = Row(level="Senior", region="UK", currency="GBP", low=40_000, high=60_000 + number, open_ended=False,
                  basis="adverts", source="Adverts read in May 2026.", as_of=date(2026, 5, 1))  # fmt: skip
        storing.store(self.role, [row])


def _title(guide: Article, words: str) -> str:
    return f"Guide {guide.pk} in {words}"
