"""A guide's history as editors read it: one line for each event, with what its revision changed and when it was live."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from articles.diff import comparison
from articles.document import Document, serialization
from articles.models import Article, GuideEvent, Revision

KINDS = GuideEvent.Kind
LISTED = (
    "article", "note", "shows_note", "is_substantive", "overrides", "is_live", "created_at", "goes_live_at", "went_live_at",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A revision in the history; `number` counts the guide's revisions, `until` is when it stopped being live."""

    revision: Revision
    number: int
    before: Revision | None
    until: datetime | None
    summary: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """What happened, in words, and the snapshot if the event created a revision."""

    event: GuideEvent
    what: str
    snapshot: Snapshot | None


def lines(guide: Article, events: Sequence[GuideEvent]) -> list[Line]:
    """The lines for some of the guide's events, in as many queries for many as for one."""
    revisions = list(guide.revisions.only(*LISTED).order_by("pk"))
    numbers = {revision.pk: number for number, revision in enumerate(revisions, start=1)}
    told = {event.pk: event.revision_id for event in events if event.kind in (KINDS.PUBLISHED, KINDS.SCHEDULED)}
    snapshots = _snapshots(guide, revisions, set(told.values()))
    return [
        Line(
            event=event,
            what=_what(event, numbers.get(event.revision_id or 0)),
            snapshot=_told(event, snapshots.get(told.get(event.pk))),
        )
        for event in events
    ]


def number_of(revision: Revision) -> int:
    """Which of its guide's revisions this is, counted from 1."""
    return Revision.objects.filter(article=revision.article_id, pk__lte=revision.pk).count()


def _told(event: GuideEvent, snapshot: Snapshot | None) -> Snapshot | None:
    """Where a revision was scheduled and went live, the line of its publication shows it."""
    is_told_later = event.kind == KINDS.SCHEDULED and snapshot and snapshot.revision.went_live_at
    return None if is_told_later else snapshot


def _snapshots(guide: Article, revisions: list[Revision], wanted: set[int | None]) -> dict[int | None, Snapshot]:
    """The snapshots of the wanted revisions; `revisions` are all of the guide's, in the order of their making."""
    before = {revision.pk: _before(revision, revisions) for revision in revisions if revision.pk in wanted}
    documents = _documents(guide, [*before, *(earlier.pk for earlier in before.values() if earlier)])
    ends = _ends(guide, revisions)

    def snapshot(number: int, revision: Revision) -> Snapshot:
        earlier = before[revision.pk]
        return Snapshot(
            revision=revision,
            number=number,
            before=earlier,
            until=ends.get(revision.pk),
            summary=comparison.summary(documents[earlier.pk], documents[revision.pk]) if earlier else "",
        )

    return {
        revision.pk: snapshot(number, revision)
        for number, revision in enumerate(revisions, start=1)
        if revision.pk in wanted
    }


def _documents(guide: Article, pks: Iterable[int]) -> dict[int, Document]:
    stored = guide.revisions.filter(pk__in=pks).values_list("pk", "stored")
    return {pk: serialization.load(data) for pk, data in stored}


def _before(revision: Revision, revisions: Iterable[Revision]) -> Revision | None:
    """What visitors read until this revision replaced it, or would replace it."""
    moment = revision.went_live_at or revision.goes_live_at or revision.created_at
    earlier = [other for other in revisions if other.went_live_at and other.went_live_at < moment]
    return max(earlier, key=_when_live, default=None)


def _ends(guide: Article, revisions: Iterable[Revision]) -> dict[int | None, datetime]:
    """When each live revision stopped being live: replaced by the next one, or withdrawn before that."""
    read = sorted((revision for revision in revisions if revision.went_live_at), key=_when_live)
    ends: dict[int | None, datetime] = {revision.pk: _when_live(later) for revision, later in pairwise(read)}
    return ends | dict(guide.events.filter(kind=KINDS.WITHDRAWN).values_list("revision_id", "at"))


def _when_live(revision: Revision) -> datetime:
    return revision.went_live_at or revision.created_at


def _what(event: GuideEvent, number: int | None) -> str:
    match event.kind:
        case KINDS.PUBLISHED if number:
            return f"Revision {number} published"
        case KINDS.SCHEDULED if number:
            return f"Revision {number} scheduled"
        case KINDS.RESTORED if number:
            return f"Revision {number} restored into the draft"
        case KINDS.RESTORED if event.version:
            return f"Saved draft {event.version.number} restored"
        case KINDS.SHARED if event.request:
            return f"Shared with {event.request} for approval"
    return str(event.get_kind_display())
