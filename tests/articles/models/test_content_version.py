"""Whatever changes what visitors see renews the content version, in its own transaction."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from agency.models import Identity, Page
from articles.drafts import saving
from articles.models import (
    Article,
    Author,
    ContentVersion,
    JobRole,
    Picture,
    PreparedPage,
    Revision,
    SalaryFigure,
    SynonymGroup,
    Topic,
    content_version,
)
from articles.models.content_version import Shown
from articles.publishing import publication, scheduling
from articles.review import upkeep
from enquiries.models import Closure, KeptPromise, ReplyPromise
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db
SHOWN = [model for model in apps.get_models() if issubclass(model, Shown)]
# What public pages read beside what is `Shown`, and why its changes need no more.
READ_TOO = {
    Article: "the day of its review, which the verb tells of",
    ContentVersion: "itself",
    PreparedPage: "what follows from a revision alone",
}


@pytest.fixture
def guide() -> Article:
    cast.full_guide()
    Picture.objects.create(title="A desk", file=cast.PICTURE, width=12, height=8)
    SynonymGroup.objects.create(words="notice, notice period, garden leave")
    ReplyPromise.objects.get_or_create(pk=1)
    KeptPromise.objects.create(counted_on=date(2026, 12, 24), in_time=19, number=20)
    Closure.objects.create(name="A week", first_day=date(2026, 12, 24), last_day=date(2026, 12, 31))
    content_version.renew()
    return Article.objects.get()


def renews(act: Callable[[], Any]) -> bool:
    before = content_version.current()
    act()
    return content_version.current() != before


@pytest.mark.parametrize("model", SHOWN)
@pytest.mark.parametrize("write", ["save", "update", "bulk_update"])
def test_every_write_to_what_visitors_see(guide: Article, model: type[Shown], write: str) -> None:
    row = model.objects.first()
    assert row
    field = next(field.name for field in model._meta.fields if not field.primary_key)
    writes = {
        "save": row.save,
        "update": lambda: model.objects.filter(pk=row.pk).update(**{field: getattr(row, field)}),
        "bulk_update": lambda: model.objects.bulk_update([row], [field]),
    }

    assert renews(writes[write])


def test_making_and_deleting_rows(guide: Article) -> None:
    topic = Topic(name="Other", slug="other", description="Other.")

    assert renews(topic.save)
    assert renews(topic.delete)
    assert renews(lambda: Topic.objects.bulk_create([Topic(name="New", slug="new", description="New.")]))
    assert renews(Topic.objects.filter(slug="new").delete)


def test_the_verbs_that_change_a_live_guide(guide: Article) -> None:
    assert renews(lambda: live.publish(guide))
    Article.objects.update(reviewed_on=date(2020, 1, 1))
    assert renews(lambda: upkeep.mark_reviewed(guide, by=None))
    assert renews(lambda: publication.withdraw(guide, by=None))
    live.schedule(guide, at=timezone.now() - timedelta(minutes=1))
    assert renews(scheduling.run_due)


def test_a_draft_that_is_saved_changes_nothing(guide: Article) -> None:
    assert not renews(lambda: saving.save(guide, by=None))


def test_what_is_rolled_back_was_no_change(guide: Article) -> None:
    def change_of_mind() -> None:
        with transaction.atomic():
            Topic.objects.update(name="Never")
            transaction.set_rollback(True)

    assert not renews(change_of_mind)


def test_a_release(guide: Article) -> None:
    assert renews(lambda: call_command("migrate", verbosity=0))


def test_a_version_that_was_lost_is_made_anew(guide: Article) -> None:
    ContentVersion.objects.all().delete()

    assert content_version.current() == ""
    assert renews(lambda: Identity.objects.update(tagline="New"))


def test_public_pages_read_nothing_whose_changes_nobody_tells(guide: Article, client: Client) -> None:
    read: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        read.append(sql)
        return execute(sql, *rest)

    revision, author = Revision.objects.get(), Author.objects.get(slug=cast.PAT.slug)
    paths = ["/", "/guides/", "/salaries/", "/salaries.csv", "/feed.xml", "/sitemap.xml", "/llms.txt", "/privacy/"]
    paths += [revision.get_absolute_url(), revision.topic.get_absolute_url(), author.get_absolute_url()]
    with connection.execute_wrapper(note):
        statuses = {path: client.get(path).status_code for path in paths}

    known = {model._meta.db_table for model in (*SHOWN, *READ_TOO)} | {"articles_mention"}  # written with its revision
    tables = {table for table in connection.introspection.table_names() if any(f'"{table}"' in sql for sql in read)}
    assert set(statuses.values()) == {200}
    assert tables - known == set()
    assert {Identity, Page, ReplyPromise, JobRole, SalaryFigure} <= set(SHOWN)
