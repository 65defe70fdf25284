"""The words of DOCX, ODT and RTF in the order and shape in which they are read, and what of a file is none of its words."""

import zlib
from contextlib import suppress
from typing import Any

import pytest

from enquiries.intake.cv_kinds.kinds import Kind
from enquiries.previews import blocks, documents
from enquiries.previews.blocks import Paragraph
from enquiries.previews.pdfs import BROKEN, TOO_MUCH, NoPreview
from tests.enquiries import files
from tests.enquiries.previews import samples
from tests.enquiries.previews.samples import paragraph, run

LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
HEADING = '<w:pStyle w:val="Heading1"/>'


def shown(content: bytes, kind: Kind) -> list[Any]:
    """The text of plain paragraphs; of others the style and the text; of tables the rows."""
    return [
        block.rows or ((block.style, block.text) if block.style else block.text)
        for block in documents.read(content, kind).blocks
    ]


def test_a_word_document_reads_as_it_is_laid_out() -> None:
    table = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
    cells = [paragraph(run(words)) for words in ("2020 to 2024", "Tester", "2024 on", "Lead")]
    body = (
        paragraph(run("Experience"), HEADING)
        + paragraph(run("I tested ") + run("things.") + "<w:r><w:br/><w:t>And more.</w:t></w:r>")
        + paragraph(run("Python"), LIST)
        + paragraph(run("SQL"), LIST)
        + table.format(*cells)
        + paragraph(
            "<w:r><w:t>End</w:t><w:tab/><w:t>2024</w:t></w:r>", '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
        )
    )

    assert shown(samples.docx(body), Kind.DOCX) == [
        ("heading", "Experience"),
        "I tested things.\nAnd more.",
        ("item", "Python"),
        ("item", "SQL"),
        (("2020 to 2024", "Tester"), ("2024 on", "Lead")),
        "End\t2024",
    ]


def test_a_head_with_the_name_comes_first_and_once() -> None:
    heads = {f"word/header{number}.xml": samples.header("Zoë Example") for number in (1, 2)}
    foot = {"word/footer1.xml": samples.header("Page foot").replace("w:hdr", "w:ftr")}

    assert shown(samples.docx(paragraph(run("Words")), **heads, **foot), Kind.DOCX) == [
        "Zoë Example",
        "Words",
        "Page foot",
    ]


def test_deleted_words_instructions_and_doubles_are_left_out() -> None:
    box = "<w:txbxContent>" + paragraph(run("In a box")) + "</w:txbxContent>"
    double = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = paragraph(
        run("Kept")
        + "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
        + "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
        + f"<w:r>{double}</w:r>"
    )

    assert shown(samples.docx(body), Kind.DOCX) == ["In a box", "Kept"]


def test_a_table_in_a_cell_becomes_lines_of_it() -> None:
    inner = (
        "<w:tbl><w:tr><w:tc>" + paragraph(run("a")) + "</w:tc><w:tc>" + paragraph(run("b")) + "</w:tc></w:tr></w:tbl>"
    )
    body = f"<w:tbl><w:tr><w:tc>{paragraph(run('Left'))}</w:tc><w:tc>{inner}{paragraph('')}</w:tc></w:tr></w:tbl>"

    assert shown(samples.docx(body), Kind.DOCX) == [(("Left", "a | b"),)]


def test_an_open_document_reads_as_it_is_laid_out() -> None:
    body = (
        "<text:h>Experience</text:h>"
        "<text:p>I tested\n   <text:span>things</text:span>.<text:line-break/>And<text:s text:c='3'/>more.</text:p>"
        "<text:list><text:list-item><text:p>Python</text:p></text:list-item>"
        "<text:list-item><text:p>SQL</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>2020</text:p></table:table-cell>"
        "<table:table-cell><text:p>Tester</text:p><text:p>Leeds</text:p></table:table-cell></table:table-row></table:table>"
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        "<text:p>End<text:tab/>2024<draw:frame><svg:desc>drawing</svg:desc></draw:frame></text:p>"
    )
    styles = (
        f"<office:document-styles {samples.OPEN}><office:styles><text:p>a style</text:p></office:styles><office:master-styles>"
        "<style:master-page><style:header><text:p>Zoë Example</text:p></style:header></style:master-page>"
        "</office:master-styles></office:document-styles>"
    )

    assert shown(samples.odt(body, **{"styles.xml": styles}), Kind.ODT) == [
        "Zoë Example",
        ("heading", "Experience"),
        "I tested things.\nAnd   more.",
        ("item", "Python"),
        ("item", "SQL"),
        (("2020", "Tester\nLeeds"),),
        "End\t2024",
    ]


def test_rich_text_reads_as_it_is_laid_out() -> None:
    body = (
        r"\pard\outlinelevel0 Experience\par\pard I tested {\b things}.\line And more.\par"
        r"{\listtext\bullet\tab}Python\par{\pntext\'B7\tab}SQL\par"
        r"\pard\trowd\cellx100\cellx200\intbl 2020\cell Tester\par Leeds\cell\row\intbl 2024\cell Lead\cell\row"
        r"\pard Caf\'e9, \u321?\'f3d\u378\'3f, na\u239 ?ve \emdash{} \u-10179?\u-8704? {\*\unknown hidden}{\v secret}end\par"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}} \bin3 }{}after"
    )

    assert shown(samples.rtf(body), Kind.RTF) == [
        ("heading", "Experience"),
        "I tested things.\nAnd more.",
        ("item", "Python"),
        ("item", "SQL"),
        (("2020", "Tester\nLeeds"), ("2024", "Lead")),
        "Café, Łódź, naïve — 😀 end",
        "a link after",
    ]


def test_rich_text_in_another_code() -> None:
    assert shown(rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2\par}", Kind.RTF) == ["Привет"]
    assert shown(rb"{\rtf1\ansi\ansicpg932 \'93\'fa\'96\'7b\par}", Kind.RTF) == ["日本"]
    assert shown(rb"{\rtf1\ansi\ansicpg99999 Hello", Kind.RTF) == ["Hello"]


def test_a_very_long_document_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MOST_SIGNS", 20)
    for content, kind in [
        (samples.docx(paragraph(run("x" * 15)) + paragraph(run("y" * 15)) + paragraph(run("z"))), Kind.DOCX),
        (samples.odt(f"<text:p>{'x' * 15}</text:p><text:p>{'y' * 15}</text:p><text:p>z</text:p>"), Kind.ODT),
        (samples.rtf(rf"{'x' * 15}\par {'y' * 15}\par z\par"), Kind.RTF),
    ]:
        words = documents.read(content, kind)
        assert (words.blocks, words.are_cut) == ([Paragraph("x" * 15), Paragraph("y" * 15)], True)


BOMB = f'<!DOCTYPE a [<!ENTITY b "{"b" * 1000}">]><w:document {samples.WORD}><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>'


@pytest.mark.parametrize(
    ("content", "kind", "sentence"),
    [
        (samples.docx("<w:p>"), Kind.DOCX, BROKEN),
        (samples.docx(paragraph(run("words")))[:-30], Kind.DOCX, BROKEN),
        (b"no archive", Kind.ODT, BROKEN),
        (files.docx(**{"word/document.xml": BOMB}), Kind.DOCX, TOO_MUCH),
        (files.docx(**{"word/document.xml": "<w:document xmlns:w='w'>" + "<w:r/>" * 310_000 + "</w:document>"}), Kind.DOCX, TOO_MUCH),
        (files.docx(a=bytes(61 * 1024 * 1024)), Kind.DOCX, TOO_MUCH),
        (files.RTF.replace(b"Hello", b"{}" * 260_000), Kind.RTF, TOO_MUCH),
        (files.docx(), Kind.DOCX, documents.EMPTY),
        (files.odt(), Kind.ODT, documents.EMPTY),
        (rb"{\rtf1 {\*\x y}}", Kind.RTF, documents.EMPTY),
        (b"", Kind.RTF, documents.EMPTY),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_so(content: bytes, kind: Kind, sentence: str) -> None:
    with pytest.raises(NoPreview) as refused:
        documents.read(content, kind)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("seed", range(20))
def test_no_damage_raises_anything_else(seed: int) -> None:
    for content, kind in [
        (samples.docx(paragraph(run("words"))), Kind.DOCX),
        (samples.odt("<text:p>words</text:p>"), Kind.ODT),
        (samples.rtf(r"\pard words\cell\row{\*\u300?\'e9\par}"), Kind.RTF),
    ]:
        damaged = bytearray(content)
        for number in range(4):
            damaged[zlib.crc32(b"%d %d" % (seed, number)) % len(damaged)] = zlib.crc32(b"%d" % seed) % 256
        with suppress(NoPreview):
            documents.read(bytes(damaged), kind)
