"""The first step that is the agency's own: who it is."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.text import get_text_list

from agency import identity
from agency.models import Identity
from articles.lib.front_page.first_steps import Step

FIELDS: Any = Identity._meta
EVERYWHERE = ("name", "email", "phone", "address")
OF_A_COMPANY = ("company_number", "registered_in", "registered_office")  # Trading Disclosures Regulations 2015


def missing() -> str:
    """What readers would look for in vain, or see of the demonstration."""
    names = [_called(field) for field in _open(identity.current())]
    return f"Still to fill in with your own: {get_text_list(names, 'and')}." if names else ""


def _open(known: Identity) -> Iterator[str]:
    yield from (field for field in EVERYWHERE if not _is_own(known, field))
    if known.company_name:
        yield from (field for field in OF_A_COMPANY if not getattr(known, field))
    elif not known.disclosures():  # who is no company shows something else there
        yield "company_name"


def _called(field: str) -> str:
    name = str(FIELDS.get_field(field).verbose_name)
    return f"{name} (no company? the ICO registration does)" if field == "company_name" else name


def _is_own(known: Identity, field: str) -> bool:
    """The name is free to be that of the demonstration; how to reach somebody is not."""
    others = FIELDS.get_field(field).get_default() if field == "name" else identity.DEMO[field]
    words = getattr(known, field).split()
    return bool(words) and words != others.split()


FIRST_STEP = Step(
    name="identity",
    position=1,
    title="Say who you are",
    why="Name, contact details and the company’s registration stand on every page and in every e-mail.",
    may="agency.change_identity",
    link="Fill in the identity",
    address=lambda: reverse("admin:agency_identity_change", args=[identity.current().pk]),
    missing=missing,
)
