"""Work that nobody has saved yet: how long it is kept, and how it becomes the draft."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.document import Document, Text
from articles.drafts import autosaving, saving
from articles.drafts.rows import document_of
from articles.models import Article, DraftVersion
from tests import cast

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 26, 12, 0, 5, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """A clock that stands still at noon until it is told how many seconds pass."""
    at = [NOON]
    monkeypatch.setattr(timezone, "now", lambda: at[0])

    def pass_by(seconds: int) -> None:
        at[0] += timedelta(seconds=seconds)

    return pass_by


@pytest.fixture
def ann() -> User:
    return User.objects.create_user("ann")


@pytest.fixture
def guide() -> Article:
    return cast.full_draft(body=[Text(html="<p>Saved words.</p>")])


def words(html: str) -> Document:
    return Document(slug="a-guide", title="A guide", blocks=(Text(html=html),))


def autosave(guide: Article, by: Any, html: str = "<p>Typed.</p>", form: str = "one") -> DraftVersion:
    return autosaving.keep(guide, words(html), row_ids=[None], number=guide.version, by=by, token=form)


def test_within_a_minute_a_form_has_one_version(guide: Article, ann: User, clock: Callable[[int], None]) -> None:
    first = autosave(guide, ann, "<p>Typed</p>")
    clock(20)
    second = autosave(guide, ann, "<p>Typed more.</p>")
    other = autosave(guide, ann, "<p>Of another form.</p>", form="two")
    clock(60)
    third = autosave(guide, ann, "<p>A minute later.</p>")
    assert first.pk == second.pk
    assert list(guide.versions.autosaved()) == [third, other, second]
    assert DraftVersion.objects.get(pk=first.pk).document() == words("<p>Typed more.</p>")


def test_the_draft_and_its_versions_stay_as_they_are(guide: Article, ann: User) -> None:
    before = document_of(guide)
    autosave(guide, ann)
    guide.refresh_from_db()
    assert (document_of(guide), guide.version) == (before, 1)
    current = saving.current_version(guide)
    assert current is not None
    assert not current.is_autosaved


def test_unsaved_is_the_last_of_each_form_of_the_editor_that_was_never_saved(
    guide: Article, ann: User, clock: Callable[[int], None]
) -> None:
    autosave(guide, ann)
    clock(61)
    last = autosave(guide, ann)
    autosave(guide, ann, form="saved since")
    autosave(guide, User.objects.create_user("ben"), form="of somebody else")
    saving.save(guide, by=ann, token="saved since")
    assert autosaving.unsaved(guide, ann) == [last]


def test_taken_it_is_the_draft_and_no_longer_unsaved(guide: Article, ann: User) -> None:
    taken = autosaving.take(autosave(guide, ann), by=ann)
    assert taken == saving.current_version(Article.objects.get())
    assert document_of(Article.objects.get()).blocks == (Text(html="<p>Typed.</p>"),)
    assert autosaving.unsaved(guide, ann) == []


def test_taken_after_somebody_saved_it_is_a_conflicting_version(guide: Article, ann: User) -> None:
    work = autosave(guide, ann)
    saving.save(guide, by=User.objects.create_user("ben"))
    taken = autosaving.take(work, by=ann)
    assert (taken.is_conflict, taken.number, taken.document()) == (True, 1, words("<p>Typed.</p>"))
    assert document_of(Article.objects.get()).blocks == (Text(html="<p>Saved words.</p>"),)
    assert autosaving.unsaved(guide, ann) == []


def test_discarded_all_of_its_form_is_gone_and_nothing_else(
    guide: Article, ann: User, clock: Callable[[int], None]
) -> None:
    autosave(guide, ann)
    clock(61)
    work = autosave(guide, ann)
    other = autosave(guide, ann, form="two")
    autosaving.discard(work)
    assert list(guide.versions.autosaved()) == [other]
    assert guide.versions.saved().count() == 1


def test_thinned_out_are_all_but_the_last_of_a_form_and_one_an_hour_of_the_last_day(guide: Article, ann: User) -> None:
    now = timezone.now().replace(minute=30, second=0, microsecond=0)
    ages = {
        "kept": ["0:05", "0:10", "0:59", "2:10", "3:10", "23:10"],
        "spare": ["2:20", "3:20", "23:20", "24:10", "100:00"],
    }
    for name, times in ages.items():
        for hours, minutes in (age.split(":") for age in times):
            version = autosave(guide, ann, f"<p>{name}</p>", form=f"{name} {hours}:{minutes}")
            saved_at = now - timedelta(hours=int(hours), minutes=int(minutes))
            DraftVersion.objects.filter(pk=version.pk).update(saved_at=saved_at, token="one form")
    for token, days in (("last of another form", 29), ("too old", 31)):
        version = autosave(guide, ann, f"<p>{'kept' if days < 30 else 'spare'}</p>", form=token)
        DraftVersion.objects.filter(pk=version.pk).update(saved_at=now - timedelta(days=days))

    assert autosaving.thin(now) == len(ages["spare"]) + 1

    left = [version.document().blocks[0] for version in guide.versions.autosaved()]
    assert left == [Text(html="<p>kept</p>")] * (len(ages["kept"]) + 1)
    assert guide.versions.saved().count() == 1
    assert autosaving.thin(now) == 0
