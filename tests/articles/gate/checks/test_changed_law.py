"""A guide that touches a law which has changed since its last review is found; one that was reviewed since is not."""

from datetime import date, timedelta
from typing import Any

import pytest

from articles.document import Document, Quote, Text
from articles.gate.checks.evidence.changed_law import CHECKS
from articles.gate.context import Law, SiteContext
from articles.gate.prose.document_text import DocumentText

DAY = date(2026, 4, 6)
LAW = Law(
    subject="umbrella companies",
    phrases=("umbrella compan*", "right to work check*"),
    in_force_on=DAY,
    what="Agencies are liable with them.",
    link="https://www.gov.uk/umbrella",
)
TOUCHES = "<p>Many contractors use an umbrella company.</p>"


def findings(html: str, *, reviewed: date | None, today: date, block: Any = None) -> list[Any]:
    site = SiteContext(today=today, laws=(LAW,), reviewed_on=reviewed)
    text = DocumentText(Document(blocks=(block or Text(html=html),)))
    return [finding for check in CHECKS for finding in check(text, site)]


def is_found(html: str, *, reviewed: date | None, today: date = date(2026, 11, 26)) -> bool:
    return bool(findings(html, reviewed=reviewed, today=today))


def test_the_finding_says_what_changed_when_and_when_the_guide_was_reviewed() -> None:
    (finding,) = findings(TOUCHES, reviewed=date(2026, 1, 12), today=date(2026, 11, 26))

    assert (finding.check, finding.level.value, finding.place.block) == ("law-changed", "warns", 0)
    assert finding.what == (
        "The law on umbrella companies changed on 6 April 2026, and this guide was last reviewed on 12 January 2026. "
        "Agencies are liable with them."
    )
    assert finding.advice.endswith("The change: https://www.gov.uk/umbrella")
    assert finding.excerpt == "Many contractors use an umbrella company."


@pytest.mark.parametrize(
    ("today", "reviewed", "found"),
    [
        (DAY - timedelta(days=31), date(2020, 1, 1), False),
        (DAY - timedelta(days=30), date(2020, 1, 1), True),
        (DAY - timedelta(days=10), DAY - timedelta(days=20), False),
        (DAY, DAY - timedelta(days=20), True),
        (DAY, DAY, False),
        (DAY + timedelta(days=900), DAY - timedelta(days=1), True),
        (DAY, None, True),
        (DAY + timedelta(days=364), None, True),
        (DAY + timedelta(days=365), None, False),
    ],
)
def test_a_guide_is_looked_at_once_before_the_change_and_once_after_it(
    today: date, reviewed: date | None, found: bool
) -> None:
    assert is_found(TOUCHES, reviewed=reviewed, today=today) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Umbrella companies employ many contractors.", True),
        ("Every right-to-work check takes a day.", True),
        ("An umbrella keeps you dry, and the company pays.", False),
        ("The paraumbrella company sails.", False),
    ],
)
def test_words_are_whole_and_an_asterisk_is_any_ending(words: str, found: bool) -> None:
    assert is_found(f"<p>{words}</p>", reviewed=date(2026, 1, 1)) == found


@pytest.mark.parametrize(
    "html",
    [
        "<p>An umbrella company shares its liability since 6 April 2026.</p>",
        '<p>An umbrella company shares <a href="https://www.gov.uk/umbrella/">its liability</a>.</p>',
    ],
)
def test_a_new_guide_that_knows_the_change_is_left_alone(html: str) -> None:
    assert not is_found(html, reviewed=None)
    assert is_found(html, reviewed=date(2026, 1, 1))


def test_what_somebody_else_said_is_theirs() -> None:
    quote = Quote(text="An umbrella company did it.", source="A contractor")

    assert findings("", reviewed=date(2020, 1, 1), today=date(2026, 11, 26), block=quote) == []
