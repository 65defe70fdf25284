"""Web pages and Markdown of many programs become the guides that they mean."""

import re
from pathlib import Path

import pytest
from lxml import html

from tests.articles.importing.sources.corpus import (
    CORPUS,
    EXPECTED,
    becomes,
    everything,
    fields,
    parts_of,
    read_alone,
    said,
    words_in,
)

ALL = sorted([*(CORPUS / "pages").glob("*.txt"), *(CORPUS / "markdown").glob("*.txt")])
ENDINGS = {"page": ".html", "markdown": ".md"}
# Signs, addresses and names of fields that no reader saw.
UNSEEN = re.compile(
    r"\{[{%].*?[}%]\}|\[\^1\]|\]\([^)]*\)|\[\[[^|\]]*\||`+|\{[:#].*?\}|!\[|\[!\w+\]|- \[[ x]\]|^\d\. ", re.MULTILINE
)


@pytest.fixture(params=ALL, ids=[path.stem for path in ALL])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[dict[str, str], Path]:
    parts = parts_of(request.param)
    [(kind, text)] = [(name, text) for name, text in parts.items() if name in ENDINGS]
    path = tmp_path / f"{request.param.stem}{ENDINGS[kind]}"
    path.write_text(text)
    return parts, path


def test_each_becomes_its_guide_and_says_so(case: tuple[dict[str, str], Path]) -> None:
    parts, path = case
    post = read_alone(path)
    assert (fields(post), becomes(post), said(post)) == tuple(parts[name] for name in EXPECTED)


def test_every_visible_word_is_in_the_guide_or_in_a_line(case: tuple[dict[str, str], Path]) -> None:
    _parts, path = case
    text = re.sub(r"\A(---|\+\+\+)\n.*?\n\1\n", "", path.read_text(), flags=re.DOTALL)
    root = html.fromstring(f"<div>{UNSEEN.sub(' ', text)}</div>")
    for element in root.xpath("//script|//style|//title"):
        element.drop_tree()
    visible = words_in(*root.itertext(), *root.xpath("//img/@alt"))
    assert visible - words_in(everything(read_alone(path))) == set()
