"""In whose name the site writes. Whoever knows the agency registers it; the outbox does not."""

from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings


@dataclass(frozen=True)
class Letterhead:
    """The name that stands as the sender and below each mail, and what the law wants to stand there.

    UK companies name themselves, their number and their office in letters and e-mails (Company, Limited Liability
    Partnership and Business (Names and Trading Disclosures) Regulations 2015, regulations 24 and 25).
    """

    name: str = ""
    legal: str = ""


def _nobodys() -> Letterhead:
    return Letterhead()


_source: Callable[[], Letterhead] = _nobodys


def register(source: Callable[[], Letterhead]) -> None:
    """Has `source` asked for the letterhead whenever a mail is written or leaves."""
    global _source
    _source = source


def current() -> Letterhead:
    """The agency's; while it has no name, that of the sender in the settings."""
    found = _source()
    return Letterhead(name=found.name or parseaddr(settings.DEFAULT_FROM_EMAIL)[0], legal=found.legal)
