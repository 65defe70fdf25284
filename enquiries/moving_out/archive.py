"""The ZIP file, made piece by piece, so that neither memory nor disk ever holds it whole."""

import json
from collections.abc import Iterable, Iterator
from io import RawIOBase
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from enquiries.models import Enquiry
from enquiries.moving_out import records, tables
from enquiries.privacy import disclosure

FORMAT = 1
AT_A_TIME = 100  # enquiries in memory

type Member = tuple[str, Iterable[bytes]]


def pieces(every: QuerySet[Enquiry]) -> Iterator[bytes]:
    """The file as a stream of bytes."""
    out = _Sink()
    with ZipFile(out, "w") as archive:
        for name, content in _members(every):
            with archive.open(_entry(name), "w") as entry:
                for part in content:
                    entry.write(part)
                    yield out.taken()
    yield out.taken()


def _members(every: QuerySet[Enquiry]) -> Iterator[Member]:
    about = {
        "format": FORMAT,
        "site": settings.SITE_URL,
        "made_at": timezone.now().isoformat(),
        "enquiries": every.count(),
    }
    yield "about.json", [json.dumps(about, indent=2).encode()]
    yield "enquiries.csv", map(str.encode, tables.enquiries(_each(every)))
    yield "conversations.csv", map(str.encode, tables.conversations(_each(every)))
    for enquiry in _each(every):
        folder = f"enquiries/{enquiry.reference}"
        yield f"{folder}/enquiry.json", [disclosure.as_json(records.record(enquiry)).encode()]
        for name, file in disclosure.files(enquiry):
            yield f"{folder}/{name}", [bytes(file.content)]


def _each(every: QuerySet[Enquiry]) -> Iterator[Enquiry]:
    about = every.select_related("owner", "team", "guide", "privacy_wording", "marketing_wording")
    return about.iterator(chunk_size=AT_A_TIME)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
    return entry


class _Sink(RawIOBase):
    """A file that forgets what is taken out of it."""

    def __init__(self) -> None:
        self.written = bytearray()

    def write(self, part: Any, /) -> int:
        self.written += part
        return len(part)

    def taken(self) -> bytes:
        """What was written since the last time."""
        written, self.written = bytes(self.written), bytearray()
        return written
