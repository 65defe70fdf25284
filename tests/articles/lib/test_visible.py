"""What the eye sees of a text is what counts as text."""

import pytest

from articles.lib.visible import is_blank, one_line, without_unseen

BLANK = {
    "nothing": "",
    "white space": " \t\r\n\x0b\x0c\x85\xa0\u2003\u2028\u2029\u3000",
    "controls": "\x00\x1f\x7f\x80",
    "soft hyphens": "\xad\xad",
    "zero-width space and joiners": "\u200b\u200c\u200d\u2060\ufeff",
    "direction": "\u200e\u200f\u061c\u202a\u202e\u202c\u2066\u2069",
    "Braille blank": "\u2800",
    "Hangul fillers": "\u115f\u1160\u3164\uffa0",
    "variation selectors alone": "\ufe0f\U000e0100",
    "combining marks alone": "\u0301\u20dd\u0903",
    "a grapheme joiner": "\u034f",
    "tags": "\U000e0067\U000e007f",
    "Mongolian separators": "\u180e\u180b",
    "lone surrogates": "\ud800",
}


@pytest.mark.parametrize("text", BLANK.values(), ids=BLANK)
def test_what_nobody_sees_is_blank(text):
    assert (is_blank(text), one_line(text)) == (True, "")


@pytest.mark.parametrize("text", ["a", ".", "—", "🚀", "é", "ا", "क", "\ufffd", "\ufffc", "\ue000", "\u200b1\u200b"])
def test_what_somebody_sees_is_not(text):
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("first\u2028second\u2029third\x0bfourth\x0cfifth\x85sixth", "first second third fourth fifth sixth"),
        ("\ufeff A guide\u200b ", "A guide"),
        ("re\xadcruit\xadment", "re\xadcruit\xadment"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("שלום.\u200f", "שלום.\u200f"),
    ],
)
def test_a_line_keeps_what_is_of_use_within_it(text, line):
    assert one_line(text) == line


@pytest.mark.parametrize(
    "text",
    ["re\xadcruitment", "recruit\u200bment", "recruit\u2060ment", "\u202arecruitment\u202c", "recruitmen\ufe0ft"],
)
def test_what_nobody_sees_parts_no_word(text):
    assert without_unseen(text) == "recruitment"
