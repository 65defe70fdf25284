"""The Word file of a guide says everything that the page says, in the styles of Word, and comes back as the same guide."""

import re
import unicodedata
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from hypothesis import given, settings
from PIL import Image

from articles import document as doc
from articles.document.word import to_word
from articles.importing.doctor import heal
from articles.importing.sources import opening
from tests import cast
from tests.articles.documents import documents

PAGE = "https://agency.example/guides/a/"
WORD = re.compile(r"\w+")
RICH = (
    "<h2>Work</h2><p>Some <strong>bold</strong> and <em>soft</em> words,<br>and "
    '<a href="/guides/b/#part">a <strong>link</strong></a>; <s>old</s> x<sup>2</sup> y<sub>1</sub> <code>z</code>.</p>'
    "<h3>Less</h3><ul><li>a<ul><li>deep</li></ul></li><li>b</li></ul><ol start=3><li>c</li><li>d</li></ol><ol><li>e</li></ol>"
    "<table><thead><tr><th>x</th><th>y</th></tr></thead><tbody><tr><td colspan=2>wide</td></tr></tbody></table>"
)


def opened(document: doc.Document) -> Any:
    return docx.Document(BytesIO(to_word(document, page=PAGE, state="Draft, version 3", author="Ruth Vale")))


def lines(file: Any) -> list[tuple[str, str]]:
    """The style and the words of each paragraph that is not in a table."""
    return [(one.style.name, one.text) for one in file.paragraphs]


def words_in(*texts: str) -> set[str]:
    return {word for text in texts for word in WORD.findall(unicodedata.normalize("NFKC", text))}


@pytest.fixture
def picture() -> doc.Image:
    content = BytesIO()
    Image.new("RGBA", (60, 30), (0, 90, 90, 90)).save(content, "WEBP")
    return doc.Image(name=default_storage.save("pictures/a.webp", ContentFile(content.getvalue())), width=60, height=30)


def test_text_is_in_the_styles_of_word() -> None:
    file = opened(doc.Document(title="A guide", standfirst="What it says.", blocks=(doc.Text(html=RICH),)))
    assert lines(file) == [
        ("Title", "A guide"),
        ("Subtitle", "What it says."),
        ("Heading 1", "Work"),
        ("Normal", "Some bold and soft words,\nand a link; old x2 y1 z."),
        ("Heading 2", "Less"),
        ("List Paragraph", "a"),
        ("List Paragraph", "deep"),
        ("List Paragraph", "b"),
        ("List Paragraph", "c"),
        ("List Paragraph", "d"),
        ("List Paragraph", "e"),
    ]
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [["x", "y"], ["wide", "wide"]]
    assert [link.url for one in file.paragraphs for link in one.hyperlinks] == ["https://agency.example/guides/b/#part"]


def test_lists_have_their_own_numbers() -> None:
    file = opened(doc.Document(title="A", blocks=(doc.Text(html=RICH),)))
    numbers = [one._p.pPr.numPr for one in file.paragraphs if one.style.name == "List Paragraph"]
    assert [number.ilvl.val for number in numbers] == [0, 1, 0, 0, 0, 0]
    used = [number.numId.val for number in numbers]
    assert (used[0] == used[2], used[3] == used[4], len(set(used))) == (True, True, 4)
    starts = {one.numId: one.xpath(".//w:startOverride/@w:val") for one in file.part.numbering_part.element.num_lst}
    assert [starts[number] for number in (used[3], used[5])] == [["3"], ["1"]]


def test_a_picture_says_what_it_shows(picture: doc.Image) -> None:
    shown = doc.Figure(image=picture, alt="A desk", caption="The desk", credit="Ola Berg")
    quiet = doc.Figure(image=picture, alt="", decorative=True)
    file = opened(doc.Document(title="A", hero=shown, blocks=(quiet,)))
    assert [one._inline.docPr.get("descr") for one in file.inline_shapes] == ["A desk", ""]
    assert lines(file)[2] == ("Caption", "The desk. Ola Berg")
    assert [part.content_type for part in file.part.package.image_parts] == ["image/png"]


def test_a_picture_whose_file_is_gone_is_said() -> None:
    gone = doc.Figure(image=doc.Image(name="pictures/gone.webp", width=1, height=1), alt="A desk")
    assert lines(opened(doc.Document(title="A", blocks=(gone,))))[1:] == [("Normal", "Picture: A desk")]


def test_it_says_what_it_is_of() -> None:
    file = opened(doc.Document(title="A guide", description="For searchers."))
    assert file.sections[0].footer.paragraphs[0].text == f"{PAGE}\nDraft, version 3"
    said = file.core_properties
    assert (said.title, said.author, said.comments) == ("A guide", "Ruth Vale", "For searchers.")


def test_it_comes_back_as_the_same_guide(tmp_path: Path, picture: doc.Image) -> None:
    guide = doc.Document(
        title="A guide to testing",
        standfirst="What it says.",
        blocks=(
            doc.KeyTakeaways(items=("Testers read first.", "They ask twice.")),
            doc.Text(html="<h2>Work</h2><p>They <strong>read</strong>.</p><ul><li>Plans</li><li>Words</li></ul><h3>Less</h3><p>No.</p>"),
            doc.Figure(image=picture, alt="A desk", caption="The desk"),
            doc.QuestionAnswer(question="Is it hard?", answer="<p>Sometimes.</p>"),
            doc.Quote(text="Read it again.", source="Ruth Vale"),
            doc.Tip(html="<p>Ask early.</p>", warning=True),
            doc.FinalTakeaway(html="<p>Ask.</p>"),
        ),
    )  # fmt: skip
    path = tmp_path / "a.docx"
    path.write_bytes(to_word(guide, page=PAGE, state="Draft"))
    [post] = opening.open_source(path).posts()
    back = heal(post).document
    figure = next(block for block in back.blocks if isinstance(block, doc.Figure))
    assert (figure.alt, figure.caption) == ("A desk", "The desk")
    others = [block for block in guide.blocks if not isinstance(block, doc.Figure)]
    assert [block for block in back.blocks if block is not figure] == others
    assert (back.title, back.standfirst) == (guide.title, guide.standfirst)


def test_every_word_of_every_kind_comes_back(tmp_path: Path) -> None:
    guide = doc.Document(
        title="All kinds",
        blocks=(
            doc.Text(html=RICH),
            doc.SalaryTable(role="tester", role_name="tester", figures=cast.ENGINEER.figures[:2]),
            doc.Tip(html="<p>Ask early.</p>"),
            doc.Insight(html="<p>We see it often.</p>", speaker=cast.PERSON, said_on=date(2026, 5, 1)),
            doc.Steps(title="First week", items=(doc.Step(name="Monday", detail="Meet people."),)),
            doc.CallToAction(role="client", heading="Hiring?", text="Write to us.", label="Tell us"),
        ),
    )
    path = tmp_path / "a.docx"
    path.write_bytes(to_word(guide, page=PAGE, state="Draft"))
    [post] = opening.open_source(path).posts()
    healed = heal(post)
    there = words_in(*doc.words(healed.document), *(line.words for line in healed.lines))
    assert words_in(*doc.words(guide)) - there == set()


@given(document=documents)
@settings(max_examples=25)
def test_any_document_becomes_a_file_that_opens(document: doc.Document) -> None:
    assert lines(opened(document))[0][0] == "Title"
