"""What revisions mention: the table that is looked up says the same as the documents."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from articles.document import Insight
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.models import Article, Mention, Revision
from articles.publishing import publication
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db
migration = import_module("articles.migrations.0009_mentions")
INSIGHT = Insight(html="<p>We see this.</p>", speaker=cast.DESK, said_on=date(2026, 9, 1))
BLOCKS = (
    INSIGHT,
    cast.ENGINEER,
    replace(INSIGHT, speaker=cast.PERSON),
    INSIGHT,
    cast.ENGINEER,
    replace(INSIGHT, html="", speaker=None),
)
MENTIONED = [("speaker", "data-desk"), ("job_role", "data-engineer"), ("speaker", "sam-field")]


def draft(slug: str = "a-guide") -> Article:
    for speaker in cast.SPEAKERS:
        cast.author(speaker)
    cast.job_role()
    return cast.draft(slug, blocks=BLOCKS)


def mentions(revision: Revision) -> list[tuple[str, str]]:
    return list(revision.mentions.values_list("kind", "slug"))


def as_stored(revision: Revision) -> list[tuple[str, str]]:
    """The same, read from the stored JSON: once each, in its order."""
    found = []
    for block in revision.stored["blocks"]:
        if block.get("speaker"):
            found.append(("speaker", block["speaker"]["slug"]))
        if block["kind"] == "salary_table":
            found.append(("job_role", block["role"]))
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    "make",
    [
        lambda guide: publication.publish(guide, by=None),
        lambda guide: publication.schedule(guide, by=None, at=timezone.now() + timedelta(days=1)),
        live.publish,
    ],
    ids=["published", "scheduled", "live at once"],
)
def test_a_revision_mentions_once_what_its_document_does(
    make: Callable[[Article], Revision], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.gate.inspection.findings", lambda *_: [])

    revision = make(draft())

    assert mentions(revision) == as_stored(revision) == MENTIONED


def test_a_revision_keeps_its_mentions_when_the_next_has_others() -> None:
    guide = draft()
    first = live.publish(guide)
    saving.put(guide, replace(document_of(guide), blocks=(cast.WORDS,)), by=None)
    second = live.publish(guide)

    assert (mentions(first), mentions(second)) == (MENTIONED, [])


def test_mentions_go_with_their_revision() -> None:
    live.schedule(draft(), timezone.now() + timedelta(days=1))

    Article.objects.all().delete()

    assert not Mention.objects.exists()


@pytest.mark.parametrize("version", [3, 2])
def test_live_and_scheduled_revisions_from_before_the_table_get_theirs(
    version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migration, "BATCH", 2)
    shown = [live.publish(draft(f"guide-{number}")) for number in range(3)]
    shown.append(live.schedule(shown[0].article, timezone.now() + timedelta(days=1)))
    former = live.publish(draft("former"))
    live.publish(former.article)
    expected = {revision.pk: mentions(revision) for revision in Revision.objects.exclude(pk=former.pk)}
    Mention.objects.all().delete()
    for revision in Revision.objects.all() if version == 2 else ():
        revision.stored = as_version_2(revision.stored)
        revision.save()

    migration.fill(apps, None)

    assert {revision.pk: mentions(revision) for revision in Revision.objects.exclude(pk=former.pk)} == expected
    assert mentions(former) == []


def as_version_2(stored: dict[str, Any]) -> dict[str, Any]:
    blocks = [
        {"voice" if name == "speaker" else name: value for name, value in block.items()} for block in stored["blocks"]
    ]
    return stored | {"version": 2, "blocks": blocks}
