"""Letters that people without them on their keyboard write otherwise."""

import pytest

from articles.language.letters import plain
from articles.language.words import fold


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Đorđe", "dorde"),
        ("Ægir", "aegir"),
        ("Œuvre", "oeuvre"),
        ("Strauß", "strauss"),
        ("STRAUẞ", "strauss"),
        ("Işıl", "isil"),
        ("İpek", "ipek"),
        ("Ħal", "hal"),
        ("Ŧest", "test"),
        ("Þór", "thor"),
        ("Guðrún", "gudrun"),
        ("Siŋ", "sing"),
        ("Ǿre", "ore"),
        ("Ƙofa", "kofa"),
        ("Əli", "eli"),
        ("Zoe\u0308", "zoe"),
        ("Nguyễn", "nguyen"),
        ("Ja\u200bne\u202c", "jane"),
        ("ﬁnn", "finn"),
        ("Ｊａｎｅ", "jane"),
    ],
)
def test_a_word_is_found_as_it_is_typed_without_its_marks(word: str, typed: str) -> None:
    assert (plain(word), fold(word)) == (typed, typed)


@pytest.mark.parametrize("word", ["jane", "田中", "мария", "עברית", "o'neil", "pat+jobs@example.org", "😀"])
def test_other_letters_and_signs_stay(word: str) -> None:
    assert plain(word) == word
