"""The data of a guide in an export, checked as it is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.document import Document, serialization
from articles.document.serialization import UnreadableDocument
from articles.exporting import guides, rows
from articles.exporting.rows import People, Unfit
from articles.importing.posts import Unreadable
from articles.importing.sources.own_export.package import Package
from articles.models import ApprovalRequest, Article, DraftVersion, GuideEvent, Revision

PARTS = {
    "version",
    "state",
    "address",
    "old_addresses",
    "guide",
    "draft",
    "row_ids",
    "revisions",
    "requests",
    "history",
}
type Values = dict[str, Any]  # by the attributes of a model


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    """A guide: `told` is its data as it was written, the rest is what that says. `folder` is where it is in the export."""

    folder: str
    told: Mapping[str, Any]
    guide: Values
    draft: Document
    revisions: list[tuple[Values, Document]]
    requests: list[Values]
    history: list[Values]

    @property
    def name(self) -> str:
        """As reports call it."""
        return f"the guide “{self.guide['title'] or self.guide['slug']}”"


def every(package: Package, people: People) -> Iterator[Guide]:
    """All guides of an export, one after the other. Raises `Unreadable`."""
    for folder in folders(package):
        yield read(package, folder, people)


def folders(package: Package) -> list[str]:
    """Where they are."""
    return guides.guides_in(package.manifest.files)


def read(package: Package, folder: str, people: People) -> Guide:
    """The guide in a folder of the export. Raises `Unreadable`."""
    path = f"{folder}/{guides.DATA}"
    told = package.data(path)
    try:
        if not isinstance(told, dict) or told.keys() != PARTS or told["version"] != guides.VERSION:
            raise Unfit("It is no guide of this version.")
        return Guide(
            folder=folder,
            told=told,
            guide=rows.values(Article, guides.OF_GUIDE, told["guide"], people),
            draft=serialization.load(told["draft"]),
            revisions=[_with_document(Revision, guides.OF_REVISION, row, people) for row in told["revisions"]],
            requests=[rows.values(ApprovalRequest, guides.OF_REQUEST, row, people) for row in told["requests"]],
            history=[rows.values(GuideEvent, guides.OF_EVENT, row, people) for row in told["history"]],
        )
    except (Unfit, UnreadableDocument, TypeError) as error:
        raise Unreadable(f"{path} cannot be read. {error}") from error


def versions(package: Package, folder: str, people: People) -> Iterator[tuple[Values, Document]]:
    """The versions of its draft, one after the other. Raises `Unreadable`."""
    path = f"{folder}/{guides.VERSIONS}"
    for number, row in enumerate(package.lines(path), start=1):
        try:
            yield _with_document(DraftVersion, guides.OF_VERSION, row, people)
        except (Unfit, UnreadableDocument, TypeError) as error:
            raise Unreadable(f"{path}, line {number} cannot be read. {error}") from error


def moment(text: str | None) -> datetime | None:
    """A moment as the data writes it."""
    return datetime.fromisoformat(text) if text else None


def _with_document(model: Any, columns: tuple[str, ...], row: Any, people: People) -> tuple[Values, Document]:
    if not isinstance(row, dict):
        raise Unfit(f"It is no {model._meta.verbose_name}.")
    told = {name: value for name, value in row.items() if name != "document"}
    return rows.values(model, columns, told, people), serialization.load(row.get("document") or {})
