"""Text as people paste it, and what is left of it."""

import pytest

from articles.lib import typed_text


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("Jane Doe", "Jane Doe"),
        ("  Jane Doe\t", "Jane Doe"),
        ("Jane\tDoe", "Jane Doe"),
        ("Jane\u00a0\u2003Doe\r\n", "Jane Doe"),
        ("Jane\u2028Doe", "Jane Doe"),
        ("Jane\x85Doe", "Jane Doe"),
        ("Jane\x0bDoe\x0c", "Jane Doe"),
        ("\ufeffJa\u00adne\u200b", "Jane"),
        ("\u202aJane\u202c", "Jane"),
        ("\u202eenaJ", "enaJ"),
        ("\u2066Jane\u2069\u200e", "Jane"),
        ("Ja\u200dne\ufe0f", "Jane"),
        ("Jane\u2060\u180e\ufffc", "Jane"),
        ("O\u2019Neil", "O\u2019Neil"),
        ("\u05d3\u05d5\u05d3\u200f", "\u05d3\u05d5\u05d3"),
        ("\u200b", ""),
        ("\u3164\u200d\u3164", ""),
        ("\u2800 \u00a0", ""),
    ],
)
def test_a_line_holds_what_was_meant(pasted: str, meant: str) -> None:
    assert typed_text.line(pasted) == meant


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian: I want
        "\u0d9a\u0dca\u200d\u0dc2",  # Sinhala: a conjunct
        "\u0d28\u0d4d\u200d",  # Malayalam: a letter that ends a word
        "\U0001f469\U0001f3fd\u200d\U0001f4bb",  # a developer
        "\u2764\ufe0f\u200d\U0001f525",  # a heart on fire
        "1\ufe0f\u20e3",  # a key
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # Scotland
        "\u845b\U000e0100",  # a Japanese name in the form in which its family writes it
        "Zoe\u0308",
    ],
)
def test_what_a_script_needs_stays(text: str) -> None:
    assert typed_text.line(text) == text


@pytest.mark.parametrize("text", ["Pat\r\nBcc: all@example.org", "Pat\nPat", "Pat\rPat", "Pat\x00"])
def test_line_breaks_and_nul_stay_for_the_check_that_refuses_them(text: str) -> None:
    assert typed_text.line(text) == text


def test_a_line_break_counts_one_and_nul_is_dropped() -> None:
    assert typed_text.paragraphs("One\r\ntwo\rthree\n\x00four") == "One\ntwo\nthree\nfour"


@pytest.mark.parametrize("text", ["e\u0301 \u202e \u200b.", "a\u2028b\x85c", "\u200bHello\u200b", "\x1b[2J"])
def test_a_message_keeps_its_signs(text: str) -> None:
    assert typed_text.paragraphs(text) == text


@pytest.mark.parametrize("text", ["", " \r\n", "\u200b\u2060", "\u115f\u2800\n\u3164", "\U000e0041\U000e007f", "\x00"])
def test_what_is_blank_to_the_eye_is_empty(text: str) -> None:
    assert typed_text.paragraphs(text) == ""


@pytest.mark.parametrize("sign", ["\u200b", "\U000e0067", "\u200d", "\ufe0f", "\U0001f3f4\U000e0067"])
def test_a_very_long_text_of_such_signs_is_mended_at_once(sign: str) -> None:
    assert len(typed_text.line("x" + sign * 100_000)) <= 100_001
