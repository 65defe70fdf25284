"""A guide as data, with its whole history: `docs/guide.schema.json` describes it."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from articles.document import Document, serialization
from articles.drafts.rows import document_of, rows_of
from articles.exporting import pages
from articles.exporting.files import names_in
from articles.exporting.folder import Folder
from articles.exporting.manifest import as_text
from articles.exporting.rows import Told, columns_of, told
from articles.lib.urls import absolute
from articles.models import ApprovalRequest, Article, DraftVersion, GuideEvent, Revision

VERSION = 1
GUIDES = "guides"
DATA, VERSIONS = "guide.json", "versions.jsonl"
# What a document says once more, or who was asked and how to reach them.
OF_GUIDE = columns_of(Article)
OF_REVISION = columns_of(Revision, but=("article", "stored", "slug", "title", "standfirst", "description", "hero"))
OF_VERSION = columns_of(DraftVersion, but=("article", "stored"))
OF_REQUEST = columns_of(ApprovalRequest, but=("article", "email", "mail"))
OF_EVENT = columns_of(GuideEvent, but=("article",))
AT_A_TIME = 20


def write(folder: Folder) -> None:
    """The part of an export that holds them, each in a folder of its own: as data, as Markdown and as a page."""
    guides = Article.objects.select_related("topic", "author", "hero_picture").order_by("pk")
    steps = (_write(folder, guide) for guide in guides.iterator(chunk_size=AT_A_TIME))
    folder.go_through(steps, guides.count(), "guides")


def folder_of(guide: Article) -> str:
    """Where the files of a guide are; its number tells apart addresses that differ by capitals alone."""
    return f"{GUIDES}/{guide.pk}-{guide.slug}"


def _write(folder: Folder, guide: Article) -> int:
    rows = rows_of(guide)
    draft = document_of(guide, rows)
    revisions = list(guide.revisions.select_related("topic", "author").order_by("pk"))
    at, live = folder_of(guide), next((one for one in revisions if one.is_live), None)
    folder.media.update(names_in(draft))
    folder.write_text(
        f"{at}/{DATA}",
        as_text(
            _about(guide, revisions)
            | {
                "guide": told(guide, OF_GUIDE, folder.people),
                "draft": serialization.dump(draft),
                "row_ids": [row.pk for row in rows],
                "revisions": [_with_document(one, OF_REVISION, folder) for one in revisions],
                "requests": _rows(guide.approval_requests, OF_REQUEST, folder),
                "history": _rows(guide.events, OF_EVENT, folder),
            }
        ),
    )
    versions = guide.versions.order_by("pk").iterator(chunk_size=AT_A_TIME)
    folder.write_lines(f"{at}/{VERSIONS}", (_with_document(one, OF_VERSION, folder) for one in versions))
    pages.write(folder, at, guide, draft, live, old_addresses(revisions, live))
    return 1


def _about(guide: Article, revisions: list[Revision]) -> Told:
    """What readers of the file want to know first; it follows from the rest."""
    live = next((one for one in revisions if one.is_live), None)
    return {
        "version": VERSION,
        "state": state(guide, revisions),
        "address": absolute(live.get_absolute_url()) if live else None,
        "old_addresses": old_addresses(revisions, live),
    }


def state(guide: Article, revisions: list[Revision]) -> str:
    """What readers find."""
    if any(one.is_live for one in revisions):
        return "live"
    if any(one.goes_live_at for one in revisions):
        return "scheduled"
    return "withdrawn" if guide.withdrawn_at else "draft"


def old_addresses(revisions: list[Revision], live: Revision | None) -> list[str]:
    """Where readers once found it and are led on from."""
    now = live.get_absolute_url() if live else ""
    were = dict.fromkeys(one.get_absolute_url() for one in revisions if one.went_live_at)
    return [address for address in were if address != now]


def _with_document(row: Revision | DraftVersion, columns: tuple[str, ...], folder: Folder) -> Told:
    document: Document = row.document()
    folder.media.update(names_in(document))
    return told(row, columns, folder.people) | {"document": serialization.dump(document)}


def _rows(related: Any, columns: tuple[str, ...], folder: Folder) -> list[Told]:
    return [told(row, columns, folder.people) for row in related.order_by("pk")]


def guides_in(paths: Iterator[str] | list[str]) -> list[str]:
    """The folders of guides among the paths of an export, in the order of their numbers."""
    found = {str(path.parent) for path in map(PurePosixPath, paths) if path.parts[0] == GUIDES and path.name == DATA}
    return sorted(found, key=lambda path: int(PurePosixPath(path).name.partition("-")[0]))
