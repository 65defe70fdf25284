"""Slips in e-mail domains; tests/browser/test_enquiry_form.py asks the page the same."""

import pytest

from enquiries.intake.email_typos import suggest
from tests.enquiries.domains import REAL, SLIPS


@pytest.mark.parametrize(("typed", "meant"), SLIPS.items())
def test_a_slip_in_a_well_known_domain_gets_a_suggestion(typed: str, meant: str) -> None:
    assert suggest(f"pat@{typed}") == f"pat@{meant}"


@pytest.mark.parametrize("typed", REAL)
def test_a_domain_that_exists_is_never_doubted(typed: str) -> None:
    assert suggest(f"pat@{typed}") is None


@pytest.mark.parametrize("typed", ["pat", "@", "", "@gmial.com", "pat@gmail", "pat@gmail.com.", "pat@"])
def test_what_is_no_address_gets_none(typed: str) -> None:
    assert suggest(typed) is None


def test_the_name_stays_as_it_was_typed() -> None:
    assert suggest("Pat.Jones+jobs@gmial.com") == "Pat.Jones+jobs@gmail.com"
