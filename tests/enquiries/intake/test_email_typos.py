import pytest

from enquiries.intake.email_typos import suggest


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pat@gmial.com", "pat@gmail.com"),
        ("pat@gmail.con", "pat@gmail.com"),
        ("pat@GMAIL.CO", "pat@gmail.com"),
        ("pat@hotmial.com", "pat@hotmail.com"),
        ("pat@yaho.co.uk", "pat@yahoo.co.uk"),
        ("pat@outlok.com", "pat@outlook.com"),
        ("pat@icoud.com", "pat@icloud.com"),
    ],
)
def test_a_slip_in_a_well_known_domain_gets_a_suggestion(typed: str, meant: str) -> None:
    assert suggest(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "pat@gmail.com",
        "pat@example.org",
        "pat@mail.com",
        "pat@live.com",
        "pat@yahoo.fr",
        "pat@agency.co.uk",
        "pat",
        "@",
        "",
    ],
)
def test_a_right_or_unknown_domain_gets_none(typed: str) -> None:
    assert suggest(typed) is None
