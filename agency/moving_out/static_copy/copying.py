"""Writing the copy: what is known is asked for, then whatever that links to, until nothing is new."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from pathlib import Path

from django.http.response import HttpResponseBase
from django.urls import reverse

from agency.moving_out.static_copy import addresses, links, standing_in
from agency.moving_out.static_copy.asking import Site, pieces

# The sitemap names every page, and the pages name the rest; these are named nowhere.
KNOWN = (
    "home",
    "sitemap",
    "robots",
    "llms",
    "security",
    "manifest",
    "favicon",
    "articles:feed",
    "articles:salaries_csv",
)
REDIRECTS = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.FOUND)


@dataclass
class Copy:
    """A copy in the making. `found` says of each address on which page it was found first, `led_on` where one leads that has
    no page of its own, `troubles` what is missing, in sentences."""

    folder: Path
    day: date
    found: dict[str, str] = field(default_factory=dict)
    led_on: dict[str, str] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    files: int = 0
    size: int = 0
    _waiting: deque[str] = field(default_factory=deque)

    def make(self) -> None:
        """Writes every page and all that it needs. Raises `OSError`."""
        ours = dict(standing_in.pages(self.day))
        self.found |= dict.fromkeys(ours, "")
        for address, content in ours.items():
            self._write_text(address, links.PAGES, content)
        for name in KNOWN:
            self._note(reverse(name), "")
        site = Site()
        while self._waiting:
            address = self._waiting.popleft()
            self._take(address, site.answer(address))

    def write(self, path: str, content: Iterable[bytes]) -> None:
        """A new file, where web servers look for what is at the path."""
        file = self.folder / addresses.file_of(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as out:
            self.size += sum(map(out.write, content))
        self.files += 1

    def _note(self, address: str, page: str) -> None:
        if address not in self.found:
            self.found[address] = page
            self._waiting.append(address)

    def _take(self, address: str, response: HttpResponseBase) -> None:
        if response.status_code in REDIRECTS:
            self.led_on[address] = self._seen(response.headers["Location"], address)
        elif response.status_code != HTTPStatus.OK:
            self.troubles.append(f"{address} answers {response.status_code}; {self.found[address]} leads there.")
        elif (kind := response.headers["Content-Type"].partition(";")[0]) in links.TEXTS:
            self._write_text(address, kind, b"".join(pieces(response)))
        else:
            self.write(addresses.place(address), pieces(response))

    def _write_text(self, address: str, kind: str, content: bytes) -> None:
        text = links.changed(content.decode(), kind, lambda written: self._seen(written, address))
        self.write(addresses.place(address), [text.encode()])

    def _seen(self, written: str, page: str) -> str:
        """What is to be written in the place of an address on a page, whose target is copied, too."""
        address = addresses.own(written, page)
        if address is None or written.startswith("#"):
            return written
        self._note(address, page)
        return addresses.moved(written, address)
