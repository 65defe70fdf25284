"""A broken file is read as far as it can be, and what was broken is said; a hostile one is refused."""

from pathlib import Path

import pytest

from articles.importing.posts import Unreadable
from articles.importing.report import Deed
from articles.importing.sources.wordpress import read
from tests.articles.importing.wordpress.test_reading_an_export import only, written
from tests.articles.importing.wordpress.wxr import HEAD, TAIL, export, item


def said(tmp_path: Path, data: str | bytes) -> tuple[list[str], list[str]]:
    """The titles, and the repairs and breaks."""
    source = read(written(tmp_path, data))
    lines = [line.what for line in source.leftovers() if line.deed is Deed.REPAIRED or "broken" in line.what]
    return [post.title for post in source.posts()], lines


@pytest.mark.parametrize("before", ["\ufeff", "\n\n", "<br />\n<b>Warning</b>: Cannot modify header in x.php\n"])
def test_what_stands_before_the_file_begins(tmp_path: Path, before: str) -> None:
    assert said(tmp_path, before + export(item())) == (["Hiring slowly"], [])


def test_other_encodings(tmp_path: Path) -> None:
    text = export(item(title="Café – “well”", post_name="cafe"))
    assert said(tmp_path, text.encode("utf-16")) == (["Café – “well”"], [])
    assert said(tmp_path, text.encode("cp1252")) == (
        ["Café – “well”"],
        ["In the file itself, bytes of another encoding: 4."],
    )


def test_an_encoding_that_the_file_declares(tmp_path: Path) -> None:
    text = export(item(title="Зарплаты", post_name="x")).replace('encoding="UTF-8"', 'encoding="windows-1251"')
    assert said(tmp_path, text.encode("cp1251")) == (["Зарплаты"], [])
    assert said(tmp_path, text.encode()) == (["Зарплаты"], [])


def test_characters_that_xml_forbids(tmp_path: Path) -> None:
    text = export(item(title="Ver\x0btical\x00", post_name="v"), item(8, title="Next")).replace("Next", "N&#x1F;ext")
    assert said(tmp_path, text.replace("<![CDATA[N&#x1F;ext]]>", "N&#x1F;ext")) == (
        ["Vertical", "Next"],
        ["In the file itself, characters that XML forbids: 2."],
    )


def test_loose_signs_and_entities_outside_of_cdata(tmp_path: Path) -> None:
    text = export(item(title="T"), item(8, title="Next")).replace("<![CDATA[T]]>", "R&D &nbsp;5 < 6 &eacute;&amp; all")
    assert said(tmp_path, text) == (["R&D 5 < 6 é& all", "Next"], [])


def test_a_text_that_holds_the_mark_of_its_end(tmp_path: Path) -> None:
    content = "<script>/* <![CDATA[ */ go() /* ]]> */</script><p>After.</p>"
    text = export(item(content="CONTENT"), item(8, title="Next")).replace("CONTENT", content)
    source = read(written(tmp_path, text))
    assert [post.html for post in source.posts()] == [content, "<p>Words.</p>"]


def test_a_text_without_an_end_hides_no_post(tmp_path: Path) -> None:
    text = export(item(title="First", content="lost"), item(8, title="Next")).replace(
        "<![CDATA[lost]]>", "<![CDATA[lost"
    )
    titles, lines = said(tmp_path, text)
    assert titles == ["First", "Next"]
    assert lines == ["In the file itself, texts without an end: 1."]


def test_a_file_that_was_cut_off(tmp_path: Path) -> None:
    whole = export(item(), item(8, title="Half"))
    titles, lines = said(tmp_path, whole[: whole.index("Half") + 300])
    assert titles == ["Hiring slowly", "Half"]
    assert len(lines) > 0


def test_an_item_that_is_broken_leaves_the_others_alone(tmp_path: Path) -> None:
    text = export(item(1, title="A"), item(2, title="B"), item(3, title="C")).replace("<![CDATA[B]]>", "<b>B</i></x>")
    titles, lines = said(tmp_path, text)
    assert titles == ["A", "B", "C"]
    assert len(lines) > 0


def test_markup_that_was_not_wrapped(tmp_path: Path) -> None:
    text = export(item()).replace("<![CDATA[<p>Words.</p>]]>", "<p>Words &amp; <em>more</em>.</p>")
    assert only(read(written(tmp_path, text))).html == "<p>Words &amp; <em>more</em>.</p>"


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd">',
        '<!-- a --><!doctype rss [<!entity x SYSTEM "http://127.0.0.1/">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, before: str, encoding: str) -> None:
    with pytest.raises(Unreadable, match="DOCTYPE"):
        read(written(tmp_path, export(item()).replace("<rss", f"{before}<rss").encode(encoding)))


def test_texts_longer_than_a_chunk_and_many_marks(tmp_path: Path) -> None:
    long = "<p>One & two ]]> three</p>\n" * 40_000
    source = read(written(tmp_path, export(item(content=long), item(8, title="Next"))))
    assert [len(post.html) for post in source.posts()] == [len(long), len("<p>Words.</p>")]
    assert next(iter(source.posts())).html == long


def test_a_file_of_nothing_but_brackets(tmp_path: Path) -> None:
    hostile = HEAD + "<![CDATA[" * 50_000 + "</item>" * 50_000 + "&" * 200_000 + TAIL
    assert said(tmp_path, hostile)[0] == []
