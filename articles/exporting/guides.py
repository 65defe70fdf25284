"""A guide as data, with its whole history: `docs/guide.schema.json` describes it."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from articles.document import Document, serialization
from articles.drafts.rows import document_of, rows_of
from articles.exporting import pages
from articles.exporting.files import names_in
from articles.exporting.folder import Folder
from articles.exporting.manifest import as_text
from articles.exporting.rows import People, Told, columns_of, told
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
IN_A_FOLDER = re.compile(rf"({GUIDES}/(\d+)-[^/]+)/{re.escape(DATA)}")


def write(folder: Folder) -> None:
    """The part of an export that holds them, each in a folder of its own: as data, as Markdown and as a page."""
    guides = Article.objects.select_related("topic", "author", "hero_picture").order_by("pk")
    steps = (_write(folder, guide) for guide in guides.iterator(chunk_size=AT_A_TIME))
    folder.go_through(steps, guides.count(), "guides")


def folder_of(guide: Article) -> str:
    """Where the files of a guide are; its number tells apart addresses that differ by capitals alone."""
    return f"{GUIDES}/{guide.pk}-{guide.slug}"


def _write(folder: Folder, guide: Article) -> int:
    at, revisions = folder_of(guide), revisions_of(guide)
    draft = document_of(guide)
    folder.write_text(f"{at}/{DATA}", as_text(as_data(guide, revisions, folder.people)))
    folder.write_lines(f"{at}/{VERSIONS}", versions_of(guide, folder.people, folder.media))
    folder.media.update(names_in((draft, *(revision.document() for revision in revisions))))
    pages.write(folder, at, guide, draft, live_of(revisions), old_addresses(revisions))
    return 1


def revisions_of(guide: Article) -> list[Revision]:
    """All that were ever made of it, in their order."""
    return list(guide.revisions.select_related("topic", "author").order_by("pk"))


def as_data(guide: Article, revisions: list[Revision], people: People) -> Told:
    """All of a guide but the versions of its draft."""
    rows = rows_of(guide)
    return _about(guide, revisions) | {
        "guide": told(guide, OF_GUIDE, people),
        "draft": serialization.dump(document_of(guide, rows)),
        "row_ids": [row.pk for row in rows],
        "revisions": [_with_document(one, OF_REVISION, one.document(), people) for one in revisions],
        "requests": _rows(guide.approval_requests, OF_REQUEST, people),
        "history": _rows(guide.events, OF_EVENT, people),
    }


def versions_of(guide: Article, people: People, media: set[str] | None = None) -> Iterator[Told]:
    """The versions of its draft, one after the other; the names of their files go to `media`."""
    for version in guide.versions.order_by("pk").iterator(chunk_size=AT_A_TIME):
        document = version.document()
        if media is not None:
            media.update(names_in(document))
        yield _with_document(version, OF_VERSION, document, people)


def _about(guide: Article, revisions: list[Revision]) -> Told:
    """What readers of the file want to know first; it follows from the rest."""
    live = live_of(revisions)
    return {
        "version": VERSION,
        "state": state(guide, revisions),
        "address": absolute(live.get_absolute_url()) if live else None,
        "old_addresses": old_addresses(revisions),
    }


def live_of(revisions: list[Revision]) -> Revision | None:
    """What readers see."""
    return next((one for one in revisions if one.is_live), None)


def state(guide: Article, revisions: list[Revision]) -> str:
    """What readers find."""
    if live_of(revisions):
        return "live"
    if any(one.goes_live_at for one in revisions):
        return "scheduled"
    return "withdrawn" if guide.withdrawn_at else "draft"


def old_addresses(revisions: list[Revision]) -> list[str]:
    """Where readers once found it and are led on from."""
    live = live_of(revisions)
    were = dict.fromkeys(one.get_absolute_url() for one in revisions if one.went_live_at)
    return [address for address in were if live is None or address != live.get_absolute_url()]


def _with_document(row: Revision | DraftVersion, columns: tuple[str, ...], document: Document, people: People) -> Told:
    return told(row, columns, people) | {"document": serialization.dump(document)}


def _rows(related: Any, columns: tuple[str, ...], people: People) -> list[Told]:
    return [told(row, columns, people) for row in related.order_by("pk")]


def guides_in(paths: Iterable[str]) -> list[str]:
    """The folders of guides among the paths of an export, in the order of their numbers."""
    found = {match[1]: int(match[2]) for path in paths if (match := IN_A_FOLDER.fullmatch(path))}
    return sorted(found, key=found.__getitem__)
