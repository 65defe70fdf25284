"""A Word file that is being written: paragraphs, headings, links, lists, tables and pictures, by the styles of Word."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urljoin

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from articles.document.tree import Element

BULLETS = ("•", "◦", "▪")
FORMATS = {"": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
LEVELS = 9
INDENT = 360  # twentieths of a point, a level
INK = RGBColor(0x1F, 0x2A, 0x37)
LINK = RGBColor(0x1B, 0x55, 0xA5)
CODE = "Consolas"

type Nodes = Iterable[Element | str]


class Paper:
    """The file, into which whoever writes puts one thing after the other; `page` is where its links begin."""

    def __init__(self, page: str) -> None:
        self.file = docx.Document()
        self.page = page
        self._formats: dict[str, int] = {}
        for level in range(1, 4):
            self.file.styles[f"Heading {level}"].font.color.rgb = INK
        self.file.styles["Caption"].font.color.rgb = INK
        for language in self.file.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")

    def paragraph(self, nodes: Nodes, style: str | None = None, *, into: Any = None) -> Any:
        """A paragraph of rich text, at the end of the file or of a cell."""
        paragraph = (into or self.file).add_paragraph(style=style)
        self.put(paragraph, nodes)
        return paragraph

    def heading(self, words: str, level: int) -> None:
        """A heading; of level 0 it is the title of the file."""
        self.file.add_heading(words, level)

    def put(self, paragraph: Any, nodes: Nodes, marks: frozenset[str] = frozenset(), link: Any = None) -> None:
        """Rich text within a line, at the end of a paragraph."""
        for node in nodes:
            if isinstance(node, str):
                self._run(paragraph, node, marks, link)
            elif node.tag == "br":
                self._run(paragraph, "\n", marks, link)
            elif node.tag == "a":
                self.put(
                    paragraph, node.children, marks | {"a"}, self._link(paragraph, node.attributes.get("href", ""))
                )
            else:
                self.put(paragraph, node.children, marks | {node.tag}, link)

    def item(self, nodes: Nodes, numbering: int | None, level: int, *, into: Any = None) -> None:
        """A line of a list, or of an item that goes on."""
        paragraph = self.paragraph(nodes, "List Paragraph", into=into)
        properties = paragraph._p.get_or_add_pPr()
        if numbering is None:
            paragraph.paragraph_format.left_indent = Pt(INDENT / 20 * (level + 1))
        else:
            numbered = properties.get_or_add_numPr()
            numbered.get_or_add_ilvl().val = min(level, LEVELS - 1)
            numbered.get_or_add_numId().val = numbering

    def numbering(self, kind: str, *, start: int = 1, level: int = 0) -> int:
        """A new list: `ul`, or the `type` of an `ol` that begins with the number `start`."""
        numbers = self.file.part.numbering_part.element
        number = numbers.add_num(self._format(kind))
        if kind != "ul":
            number.add_lvlOverride(ilvl=min(level, LEVELS - 1)).add_startOverride(start)
        return int(number.numId)

    def table(self, rows: Sequence[Sequence[str]]) -> Any:
        """Plain cells, of which the first row heads the columns, and is said again on each page."""
        table = self.file.add_table(len(rows), max(map(len, rows)), style="Table Grid")
        for written, row in zip(table.rows, rows, strict=True):
            for cell, words in zip(written.cells, row, strict=False):
                cell.paragraphs[0].add_run(words).bold = row is rows[0] or None
        head(table.rows[0])
        return table

    def _run(self, paragraph: Any, text: str, marks: frozenset[str], link: Any) -> None:
        run = paragraph.add_run(text)
        run.bold, run.italic = "strong" in marks or None, "em" in marks or None
        run.font.strike = "s" in marks or None
        run.font.superscript, run.font.subscript = "sup" in marks or None, "sub" in marks or None
        if "code" in marks:
            run.font.name = CODE
        if link is not None:
            run.font.underline, run.font.color.rgb = True, LINK
            link.append(run._r)

    def _link(self, paragraph: Any, address: str) -> Any:
        relation = paragraph.part.relate_to(urljoin(self.page, address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), relation)
        paragraph._p.append(link)
        return link

    def _format(self, kind: str) -> int:
        if kind not in self._formats:
            numbers = self.file.part.numbering_part.element
            taken = [int(one.get(qn("w:abstractNumId"))) for one in numbers.iter(qn("w:abstractNum"))]
            self._formats[kind] = max(taken, default=-1) + 1
            first = next(iter(numbers.iter(qn("w:num"))), None)
            made = parse_xml(_numbering(kind, self._formats[kind]))
            numbers.append(made) if first is None else first.addprevious(made)
        return self._formats[kind]


def head(row: Any) -> None:
    """Has the row stand at the top of the table on each page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _numbering(kind: str, number: int) -> str:
    levels = "".join(_level(kind, level) for level in range(LEVELS))
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _level(kind: str, level: int) -> str:
    written, sign = ("bullet", BULLETS[level % len(BULLETS)]) if kind == "ul" else (FORMATS[kind], f"%{level + 1}.")
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{written}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{INDENT * (level + 2)}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    )
