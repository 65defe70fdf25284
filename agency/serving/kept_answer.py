"""One finished answer, in every form in which readers ask for it."""

from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from threading import Lock
from wsgiref.types import StartResponse, WSGIEnvironment

from django.http import HttpResponse
from django.utils.http import parse_etags

from agency.serving import compression
from agency.serving.compression import IDENTITY, QUICK, THOROUGH, encoding_for

# What says how the body is packed is said for each form by itself.
PACKING = frozenset({"content-length", "content-encoding", "etag"})
# RFC 9110, section 15.4.5: what "304 Not Modified" need not repeat.
OF_THE_BODY = frozenset({"Content-Type", "Content-Length", "Content-Encoding"})
# What the objects of an answer take beside its bytes; packed in both ways it takes less than once more as it is.
OVERHEAD = 4_000
# Longer pages take too long to be packed thoroughly whenever something changes.
LONGEST_THOROUGH = 200_000

NOT_MODIFIED = f"{HTTPStatus.NOT_MODIFIED.value} {HTTPStatus.NOT_MODIFIED.phrase}"

type Headers = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """The answer in one encoding, and as "304 Not Modified"."""

    headers: Headers
    body: list[bytes]
    etag: str
    unmodified: Headers


@dataclass(kw_only=True)
class KeptAnswer:
    """Status, headers and body of an answer; each encoding is made when it is first asked for.

    `is_kept` tells whether packing it thoroughly is worth the time, `guide` of which guide it is the page.
    """

    status: str
    headers: Headers
    content: bytes
    is_packable: bool
    guide: int | None = None
    is_kept: bool = False
    _forms: dict[str, Form] = field(default_factory=dict)
    _packing: Lock = field(default_factory=Lock)

    @classmethod
    def of(cls, response: HttpResponse) -> "KeptAnswer":
        """What Django answered to a request that asked for no encoding."""
        return cls(
            status=f"{response.status_code} {response.reason_phrase}",
            headers=[(name, value) for name, value in response.items() if name.lower() not in PACKING],
            content=response.content,
            is_packable="accept-encoding" in response.headers.get("Vary", "").lower(),
            guide=getattr(response, "guide", None),
        )

    @property
    def size(self) -> int:
        """Bytes of memory at most, in all its forms."""
        return OVERHEAD + len(self.content) * (2 if self.is_packable else 1)

    def send(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        """The answer to this request, in the form it asks for."""
        form = self.form(encoding_for(environ.get("HTTP_ACCEPT_ENCODING", "")))
        if self.is_known(form, environ.get("HTTP_IF_NONE_MATCH")):
            start_response(NOT_MODIFIED, form.unmodified.copy())
            return []
        start_response(self.status, form.headers.copy())
        return [] if environ["REQUEST_METHOD"] == "HEAD" else form.body

    def form(self, encoding: str) -> Form:
        """The answer in this encoding, or in none when it is not for packing."""
        if not self.is_packable:
            encoding = IDENTITY
        made = self._forms.get(encoding)
        return made or self._made_once(encoding)

    def is_same(self, other: "KeptAnswer") -> bool:
        """Whether a reader would notice no difference."""
        return all(getattr(self, name) == getattr(other, name) for name in ("status", "headers", "content", "guide"))

    def is_known(self, form: Form, if_none_match: str | None) -> bool:
        """Whether the client has it already (RFC 9110, section 13.1.2); only a page that is there can be known."""
        return if_none_match is not None and self.status.startswith("200") and _names(if_none_match, form.etag)

    def _made_once(self, encoding: str) -> Form:
        with self._packing:
            if encoding not in self._forms:
                self._forms[encoding] = self._made(encoding)
        return self._forms[encoding]

    def _made(self, encoding: str) -> Form:
        is_thorough = self.is_kept and len(self.content) <= LONGEST_THOROUGH
        body = compression.compressed(self.content, encoding, THOROUGH if is_thorough else QUICK)
        # A tag is strong only if no other bytes have it, and packed less thoroughly they are others.
        way = f"-{encoding}{'' if is_thorough else '-quick'}" if encoding else ""
        etag = f'"{sha256(self.content).hexdigest()[:32]}{way}"'
        packing = [("Content-Length", str(len(body))), ("ETag", etag)]
        if encoding:
            packing.append(("Content-Encoding", encoding))
        headers = self.headers + packing
        return Form(
            headers=headers,
            # One part, or none: an empty part would end a chunked answer early.
            body=[body] if body else [],
            etag=etag,
            unmodified=[header for header in headers if header[0] not in OF_THE_BODY],
        )


def _names(if_none_match: str, etag: str) -> bool:
    """Weak comparison (RFC 9110, section 8.8.3.2): a proxy may have made our tag a weak one."""
    if if_none_match == etag:  # what nearly everybody sends
        return True
    known = parse_etags(if_none_match)
    return known == ["*"] or etag in (tag.removeprefix("W/") for tag in known)
