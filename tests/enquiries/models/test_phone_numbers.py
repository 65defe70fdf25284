"""Phone numbers: what is kept of them, shown and dialled."""

import pytest

from enquiries.models import phone_numbers


@pytest.mark.parametrize(
    ("typed", "kept", "shown", "link"),
    [
        ("0161 496 0000", "+441614960000", "+44 161 496 0000", "tel:+441614960000"),
        ("+44 (0)161 496 0000", "+441614960000", "+44 161 496 0000", "tel:+441614960000"),
        ("tel:+441614960000", "+441614960000", "+44 161 496 0000", "tel:+441614960000"),
        ("+353 1 234 5678", "+35312345678", "+353 1 234 5678", "tel:+35312345678"),
        ("0161 496 0000 ext 123", "+441614960000;ext=123", "+44 161 496 0000 ext. 123", "tel:+441614960000;ext=123"),
        ("0161 496 0000 x123", "+441614960000;ext=123", "+44 161 496 0000 ext. 123", "tel:+441614960000;ext=123"),
        (
            "+44 161 496 0000 ext. 123",
            "+441614960000;ext=123",
            "+44 161 496 0000 ext. 123",
            "tel:+441614960000;ext=123",
        ),
    ],
)
def test_a_number_that_can_be_read_is_kept_so_that_it_can_be_dialled(
    typed: str, kept: str, shown: str, link: str
) -> None:
    assert phone_numbers.kept(typed) == kept
    assert (phone_numbers.in_words(kept), phone_numbers.link(kept)) == (shown, link)


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("0161 496 0000 / 0161 496 0001", "tel:+441614960000"),
        ("0161 496 0000 or 07700 900123", "tel:+441614960000"),
        ("0161 496 0000 (work)", "tel:+441614960000"),
        ("(work) 0161 496 0000", "tel:+441614960000"),
        ("0161 496 0000, ask for Pat", "tel:+441614960000"),
        ("07700 900123 after 6", "tel:+447700900123"),
        ("12", ""),
        ("my mobile", ""),
        ("-", ""),
    ],
)
def test_anything_else_is_kept_as_typed_and_the_first_number_in_it_is_dialled(typed: str, link: str) -> None:
    assert phone_numbers.kept(typed) == phone_numbers.in_words(typed) == typed
    assert phone_numbers.link(typed) == link


def test_too_much_is_cut() -> None:
    assert phone_numbers.kept("0161 496 0000 or " * 50) == ("0161 496 0000 or " * 50)[:100].strip()


def test_every_number_is_known() -> None:
    assert phone_numbers.numbers("0161 496 0000 / 0161 496 0001 x5, 0161 496 0000") == [
        "+441614960000",
        "+441614960001;ext=5",
    ]
