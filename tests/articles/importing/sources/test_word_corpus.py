"""Documents in the shapes of Word, LibreOffice, Google Docs and Pages become the guides that they mean."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.articles.importing.sources.corpus import (
    CORPUS,
    EXPECTED,
    becomes,
    everything,
    fields,
    parts_of,
    read_alone,
    said,
    word_document,
    words_in,
)

ALL = sorted((CORPUS / "docx").glob("*.txt"))
SAID = re.compile(r"<(?:w:t|w:delText|m:t|a:t|c:v)(?: [^>]*)?>([^<]*)<")
DESCRIBED = re.compile(r'descr="([^"]*)"')


@pytest.fixture(params=ALL, ids=[path.stem for path in ALL])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[dict[str, str], Path]:
    parts = parts_of(request.param)
    path = tmp_path / f"{request.param.stem}.docx"
    path.write_bytes(word_document(parts))
    return parts, path


def test_each_becomes_its_guide_and_says_so(case: tuple[dict[str, str], Path]) -> None:
    parts, path = case
    post = read_alone(path)
    assert (fields(post), becomes(post), said(post)) == tuple(parts[name] for name in EXPECTED)


def test_every_visible_word_is_in_the_guide_or_in_a_line(case: tuple[dict[str, str], Path]) -> None:
    parts, path = case
    source = [text for name, text in parts.items() if name not in (*EXPECTED, "styles", "core", "rels")]
    visible = words_in(*(unescape(text) for part in source for text in (*SAID.findall(part), *DESCRIBED.findall(part))))
    # The number of a page, and what a program says of its own description, are nobody's words.
    of_nobody = {"page", "1", "of", "9", "description", "automatically", "generated"}
    # Runs end within words.
    everywhere = everything(read_alone(path)).casefold()
    assert {word for word in visible - of_nobody if word not in everywhere} == set()
