"""An export of this program as a source of posts: what its drafts said, to become drafts here."""

from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import urlsplit

from articles.exporting import accounts
from articles.exporting.manifest import MEDIA
from articles.exporting.rows import People
from articles.importing.addresses import bare
from articles.importing.posts import Kind, Listing, Person, PictureNote, Post, Source, Status
from articles.importing.report import Deed, Line
from articles.importing.sources.own_export import guide as guides
from articles.importing.sources.own_export.guide import Guide, moment
from articles.importing.sources.own_export.naming import Names
from articles.importing.sources.own_export.package import Package
from articles.importing.sources.own_export.translating import Translation
from articles.lib.urls import path_to

STATES = {"live": Status.LIVE, "scheduled": Status.SCHEDULED}
STAYS = (
    "Histories, topics, authors, job roles with their salaries, the word list and the agency’s own pages stay in the export: "
    "an import makes drafts. On an empty site, import_site with --publish makes the site again as it was."
)


class OwnExport(Source):
    """The guides of an export. `Source` says the rest."""

    def __init__(self, package: Package) -> None:
        self.package = package
        host = urlsplit(package.manifest.site).hostname or "another site"
        self.name, self.hosts = f"Export of {host}", frozenset({bare(host)})
        self._names = Names.read(package)

    def __len__(self) -> int:
        return len(guides.folders(self.package))

    def posts(self) -> Iterator[Post]:
        translation = Translation(self._names, self.package.manifest.site)
        for one in guides.every(self.package, people_of(self.package)):
            yield self._post(one, translation)

    def note(self, address: str) -> PictureNote:
        return self._names.pictures.get(address) or PictureNote(address=address)

    def open(self, address: str) -> BinaryIO | None:
        is_there = MEDIA.fullmatch(address) and address in self.package.manifest.files
        return self.package.open(address) if is_there else None

    def listings(self) -> tuple[Listing, ...]:
        named = [
            (Kind.TOPIC, "articles:topic", self._names.topics),
            (Kind.AUTHOR, "articles:author", self._names.authors),
        ]
        return tuple(
            Listing(kind=kind, name=one.name, addresses=(path_to(view, one.slug),))
            for kind, view, all_of_them in named
            for one in all_of_them.values()
        )

    def leftovers(self) -> tuple[Line, ...]:
        missing = self.package.manifest.missing
        lost = Line(deed=Deed.LEFT_OUT, what="Originals that were lost before the export", words=", ".join(missing))
        return (Line(deed=Deed.LEFT_OUT, what=STAYS), *([lost] if missing else []))

    def _post(self, one: Guide, translation: Translation) -> Post:
        document, lines = translation.translated(one.draft)
        topic = self._names.topics.get(one.guide["topic_id"])
        author = self._names.authors.get(one.guide["author_id"])
        went_live = [row for row, _document in one.revisions if row["went_live_at"]]
        return Post(
            key=f"guide {one.guide['id']}",
            title=one.draft.title,
            slug=one.draft.slug,
            addresses=tuple(dict.fromkeys(self._addresses(one))),
            author=Person(name=author.name, login=author.slug) if author else None,
            topics=(topic.name,) if topic else (),
            status=STATES.get(one.told["state"], Status.DRAFT),
            published_at=min((row["published_at"] for row in went_live), default=None),
            changed_at=moment(one.told["guide"]["saved_at"]),
            lines=tuple(lines),
            document=document,
        )

    @staticmethod
    def _addresses(one: Guide) -> Iterator[str]:
        """Where readers find it, found it, and where its draft would be: links name the guide by that."""
        live = next((document.slug for row, document in one.revisions if row["is_live"]), one.draft.slug)
        yield from (path_to("articles:guide", slug) for slug in (live, one.draft.slug))
        yield from (path_to("articles:guide", document.slug) for row, document in one.revisions if row["went_live_at"])


def people_of(package: Package) -> People:
    """The accounts that an export names, numbered anyhow."""
    return People({number: row["username"] for number, row in enumerate(package.lines(accounts.PATH), start=1)})
