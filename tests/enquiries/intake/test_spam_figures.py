"""How well honest messages are told from spam, and that docs/spam.md says so."""

from pathlib import Path

import pytest

from tests.benchmarks import spam

DOCUMENT = Path(__file__).parents[3] / "docs/spam.md"


def wrong(half: str) -> tuple[int, int]:
    """How many honest messages of a half are held, and how many of spam are missed."""
    honest, dishonest = (sum(one.is_wrong for one in spam.judge(side, half)) for side in spam.SIDES)
    return honest, dishonest


def test_no_honest_message_of_the_half_that_the_weights_were_found_with_is_held() -> None:
    assert wrong(spam.TUNING) == (0, 51)


def test_the_other_half_is_judged_no_worse_than_it_was_at_first() -> None:
    held, missed = wrong(spam.HELD_BACK)
    assert held <= 1
    assert missed <= 62


@pytest.mark.parametrize("side", spam.SIDES)
def test_no_message_is_in_both_halves(side: str) -> None:
    tuning, held_back = ({one.message["message"] for one in spam.judge(side, half)} for half in spam.HALVES)
    assert tuning & held_back == set()


def test_the_documents_table_is_the_measured_one() -> None:
    assert "\n".join(spam.table()) in DOCUMENT.read_text()
