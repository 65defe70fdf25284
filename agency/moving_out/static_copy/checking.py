"""Looking once more at what was written: whether everything is there that a page of the copy leads to or shows."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from agency.moving_out.static_copy import addresses, links
from agency.moving_out.static_copy.moves import Move

KINDS = {
    ".html": links.PAGES,
    ".css": links.STYLES,
    ".js": links.SCRIPTS,
    ".webmanifest": links.MANIFESTS,
    **dict.fromkeys((".xml", ".md", ".txt"), "text/plain"),
}


def missing(folder: Path, moves: Collection[Move]) -> list[str]:
    """A sentence for each thing that is not there."""
    led_on = {move.address for move in moves}
    of_files = {
        f"{page} leads to {address}, which is not in the copy."
        for page, address in (*_links(folder), *_targets(moves))
        if address not in led_on and not (folder / addresses.file_of(addresses.place(address))).is_file()
    }
    return sorted(of_files)


def _links(folder: Path) -> Iterator[tuple[str, str]]:
    """Each page with each address of the site on it."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in KINDS:
            page = f"/{file.relative_to(folder)}".removesuffix(addresses.INDEX)
            for address in _addresses(file.read_text(), KINDS[file.suffix], page):
                yield page, address


def _addresses(text: str, kind: str, page: str) -> Iterable[str]:
    found: dict[str, None] = {}

    def note(written: str) -> str:
        if address := addresses.own(written, page):
            found[address] = None
        return written

    links.changed(text, kind, note)
    return found


def _targets(moves: Iterable[Move]) -> Iterator[tuple[str, str]]:
    for move in moves:
        if move.location and (address := addresses.own(move.location, "/")):
            yield move.address, address
