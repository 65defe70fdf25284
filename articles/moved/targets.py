"""What an old address may lead to: a page of this site by reference, another address of it, one elsewhere, or nothing.

Only what somebody wrote as a target ever becomes one, so no request can lead a visitor to another site.
"""

from collections.abc import Collection, Iterable, Mapping
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.encoding import iri_to_uri

from articles.document import references
from articles.models.moved.old_address import GONE, LONGEST
from articles.moved.addresses import CONTROLS, Refused, normal
from articles.references.own_addresses import references_to
from articles.references.targets import State, targets

GONE_WORDS = frozenset({"gone", "410"})
_is_address = URLValidator(schemes=["https"])


def read(typed: Iterable[str]) -> dict[str, str | Refused]:
    """What each of these is stored as, or why it is refused; a path without a page of a known kind stays one."""
    given = dict.fromkeys(typed)
    written = {text: _attempted(text) for text in given}
    found = references_to(text for text in written.values() if isinstance(text, str) and is_path(text))
    stored = {text: found.get(one, one) if isinstance(one, str) else one for text, one in written.items()}
    return _without_lost(stored)


def is_path(target: str) -> bool:
    """Whether it is an address of this site."""
    return target.startswith("/")


def is_reference(target: str) -> bool:
    return target.startswith(references.SCHEME)


def _attempted(text: str) -> str | Refused:
    try:
        return _written(text.strip())
    except Refused as refusal:
        return refusal


def _written(text: str) -> str:
    """A reference, a path, an address elsewhere or `GONE`; raises `Refused`."""
    if text.casefold() in GONE_WORDS:
        return GONE
    if not text:
        raise Refused("Say where it leads, or that the page is gone.")
    if references.read(text):
        return text
    if CONTROLS.search(text) or "\\" in text or " " in text:
        raise Refused("An address has no spaces, line breaks or backslashes.")
    return _path(text) if text.startswith("/") and not text.startswith("//") else _whole(text)


def _path(text: str) -> str:
    """Two slashes at its beginning would be another host, whatever stands before them."""
    path = "/" + iri_to_uri(text).lstrip("/")
    normal(path)  # refuses what no browser asks for, such as encoded line breaks
    return _within_bounds(path)


def _whole(text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        raise Refused("This is not an address.") from None
    if parts.scheme in ("http", "https") and host and _is_ours(host):
        return _path(parts._replace(scheme="", netloc="").geturl() or "/")
    try:
        _is_address(text)
    except ValidationError:
        raise Refused(
            "Write the address of a page of this site, or a whole address that begins with https://."
        ) from None
    if "@" in parts.netloc:
        raise Refused("An address that names somebody before its host can mislead. Leave that out.")
    return _within_bounds(iri_to_uri(text))


def _within_bounds(written: str) -> str:
    if len(written) > LONGEST:
        raise Refused(f"An address has at most {LONGEST} characters.")
    return written


def _is_ours(host: str) -> bool:
    return host == settings.SITE.hostname or host in settings.ALLOWED_HOSTS


def _without_lost(stored: Mapping[str, str | Refused]) -> dict[str, str | Refused]:
    """Refuses references to what is not there."""
    asked = [one for one in stored.values() if isinstance(one, str) and is_reference(one)]
    lost = _lost(asked)
    refusal = Refused("What this leads to no longer exists.")
    return {text: refusal if one in lost else one for text, one in stored.items()}


def _lost(asked: Collection[str]) -> set[str]:
    return {reference for reference, target in targets(asked).items() if target.state is State.GONE}
