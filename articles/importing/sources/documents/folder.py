"""A folder of documents as a source of posts."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from articles.importing.posts import PictureNote, Post, Source, Unreadable
from articles.importing.report import Deed, Line
from articles.importing.sources.archives import Shelf
from articles.importing.sources.documents import hosts, markdown, places, web_pages, word

type Reader = Callable[[Shelf, str], Post]

READERS: dict[str, Reader] = {
    **dict.fromkeys((".docx", ".docm", ".dotx"), word.post),
    **dict.fromkeys((".html", ".htm", ".xhtml"), web_pages.post),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), markdown.post),
}
# Parts of which a generator makes pages; no page of its own.
PARTS = re.compile(r"(?:^|/)(?:_layouts|_includes|_sass|_data|_plugins|_site|archetypes|themes|layouts)/")
SHOWN = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|heic|bmp|tiff?|ico|css|scss|sass|less|js|mjs|json|map|woff2?|ttf|otf|eot|xml|ya?ml|toml)$",
    re.IGNORECASE,
)
ADVICE = {
    ".doc": "Save it as .docx first.",
    ".dot": "Save it as .docx first.",
    ".rtf": "Save it as .docx first.",
    ".odt": "Save it as .docx first.",
    ".pages": "Export it as Word (.docx) first.",
    ".gdoc": "It is only a link: download the document as Word (.docx) from Google Docs.",
    ".txt": "Rename it to .md if it is text to be read.",
    ".mht": "Save the page as “web page, complete” instead.",
    ".mhtml": "Save the page as “web page, complete” instead.",
    ".zip": "Unpack it first.",
}


class Documents(Source):
    """The documents of a shelf, in the order of their paths; with `only`, the one at this path. `Source` says the rest."""

    def __init__(self, shelf: Shelf, *, name: str, only: str = "", media: Shelf | None = None) -> None:
        self.name, self._only = name, only
        self._shelves = (shelf, media) if media else (shelf,)
        self._files = [only] if only else sorted(shelf)
        pages = frozenset(path.rpartition(".")[0] for path in self._files if reader_of(path) is web_pages.post)
        self._paths = [path for path in self._files if reader_of(path) and not _is_part(path, pages)]
        self._pages = pages
        self._unread: dict[str, str] = {}
        self.hosts = hosts.of(shelf, self._files, self._paths)
        if not self._paths:
            raise Unreadable(f"There is no Word document, web page or Markdown file in {name}.")

    def __len__(self) -> int:
        return len(self._paths)

    def posts(self) -> Iterator[Post]:
        """What one file cannot be read for is said in the end, and keeps out no other."""
        self._unread.clear()
        for path in self._paths:
            try:
                yield READERS[PurePosixPath(path).suffix.casefold()](self._shelves[0], path)
            except Unreadable as unreadable:
                if self._only:
                    raise
                self._unread[path] = str(unreadable)

    def leftovers(self) -> tuple[Line, ...]:
        return tuple(self._left_out())

    def note(self, address: str) -> PictureNote:
        return PictureNote(address=address)

    def open(self, address: str) -> BinaryIO | None:
        """A file of the folder, or one within a Word document of it."""
        for path in places.paths(address, self.hosts):
            for shelf in self._shelves:
                if found := word.part(shelf, path) or shelf.open(path):
                    return found
        saved = self._saved(address)
        return self._shelves[0].open(saved) if saved else None

    def _saved(self, address: str) -> str:
        """The only picture of this name, where the address is one of the site: browsers save pictures beside their page."""
        name = next((PurePosixPath(path).name for path in places.paths(address, self.hosts)), "")
        is_of_site = address.startswith(("http:", "https:")) and SHOWN.search(name)
        same = [path for path in self._files if path.endswith(f"/{name}")] if is_of_site else []
        return same[0] if len(same) == 1 else ""

    def _left_out(self) -> Iterator[Line]:
        for path, why in self._unread.items():
            yield Line(deed=Deed.LEFT_OUT, what=f"A file that cannot be read. {why}", words=path)
        for path in self._files:
            if reader_of(path) is None and not SHOWN.search(path) and not _is_part(path, self._pages):
                advice = ADVICE.get(PurePosixPath(path).suffix.casefold(), "")
                yield Line(deed=Deed.LEFT_OUT, what=f"A file that is no document. {advice}".strip(), words=path)
        for path in () if self._only else self._shelves[0].passed_over():
            yield Line(deed=Deed.LEFT_OUT, what="A link, or what lies too deep or is damaged.", words=path)


def reader_of(path: str) -> Reader | None:
    """What reads a file of this name, if anything does."""
    return READERS.get(PurePosixPath(path).suffix.casefold())


def _is_part(path: str, pages: frozenset[str]) -> bool:
    return PARTS.search(path) is not None or places.is_of_a_page(path, pages)
