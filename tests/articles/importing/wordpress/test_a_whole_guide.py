"""A guide with every fault that we know of comes out of WordPress whole, whichever of its two editors wrote it."""

import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from articles.document import Document, plain_text
from articles.drafts.rows import document_of
from articles.gate.checks import examine
from articles.gate.context import SiteContext
from articles.importing import running
from articles.importing.sources import opening
from articles.models import ImportedPost, ImportRun
from tests import cast
from tests.articles.importing.corpus import HTML
from tests.articles.importing.wordpress.wxr import attachment, export, item

pytestmark = pytest.mark.django_db
SECONDS = 10  # of the processor
BLOCKS = {"p": "paragraph", "h2": "heading", "h3": 'heading {"level":3}', "ul": "list"}
ENTRY = re.compile(r'<div class="entry-content">(.*?)</div>\s*<div class="author-box">', re.DOTALL)


def elements() -> list[etree._Element]:
    """The text of the guide as the old site showed it."""
    found = ENTRY.search((HTML / "data-engineer.html").read_text())
    assert found
    return lxml_html.fragments_fromstring(found[1].strip())


def in_blocks() -> str:
    """As the editor of blocks keeps it."""

    def block(element: etree._Element) -> str:
        name = BLOCKS.get(element.tag) or ("table" if element.find("table") is not None else 'image {"id":9}')
        return f"<!-- wp:{name} -->\n{written(element)}\n<!-- /wp:{name.partition(' ')[0]} -->"

    return "\n\n".join(map(block, elements()))


def in_the_classic_editor() -> str:
    """As the older editor keeps it: paragraphs by blank lines, lists as they were typed, a picture by itself."""

    def lines(element: etree._Element) -> Iterator[str]:
        if element.tag == "ul":
            yield "\n".join(f"• {one.text_content()}" for one in element)
        elif element.tag == "p":
            yield element.text_content()
        else:
            yield from map(written, element if element.tag == "figure" else [element])

    return "\n\n".join(line for element in elements() for line in lines(element))


def written(element: etree._Element) -> str:
    element.tail = None
    return unescape(etree.tostring(element, encoding="unicode", method="html"))


@pytest.fixture(params=[in_blocks, in_the_classic_editor])
def came_in(request: pytest.FixtureRequest, tmp_path: Path) -> ImportedPost:
    """What became of it, pictures and all."""
    body: Callable[[], str] = request.param
    uploads = tmp_path / "wp-content/uploads/2026/03"
    uploads.mkdir(parents=True)
    (uploads / "team.jpg").write_bytes(cast.picture("JPEG"))
    title, day = "What Does a Data Engineer Do?", "2026-04-01 08:00:00"
    post = item(7, title=title, content=body(), post_date=day, post_date_gmt=day, post_modified_gmt=day)
    (tmp_path / "site.xml").write_text(export(attachment(9, "team.jpg"), post))
    began = time.process_time()
    source = opening.open_source(tmp_path / "site.xml")
    running.go(source, ImportRun.objects.create(name=source.name), by=None)
    assert time.process_time() - began < SECONDS
    return ImportedPost.objects.select_related("article").get()


def draft(post: ImportedPost) -> Document:
    assert post.article
    return document_of(post.article)


def test_every_element_is_in_its_block(came_in: ImportedPost) -> None:
    document = draft(came_in)
    assert document.title == "What Does a Data Engineer Do?"
    assert [block.kind for block in document.blocks] == [
        "text",
        "key_takeaways",
        "text",
        "figure",
        "text",
        "insight",
        "text",
        "final_takeaway",
    ]
    assert plain_text.lines(document.blocks[1])[0] == "• Data engineers build and run pipelines"
    lists = [re.findall(r"<li>(.*?)</li>", getattr(block, "html", "")) for block in document.blocks]
    assert [one for one in lists if one] == [
        ["Reading from sources such as shops and sensors", "Cleaning what arrives"],
        ["Analysts ask the data questions", "Engineers see to it that the data answers"],
    ]


def test_pounds_and_dashes_are_repaired_and_the_salaries_proposed(came_in: ImportedPost) -> None:
    said = "\n".join(getattr(block, "html", "") for block in draft(came_in).blocks)
    assert "<td>£35,000 – £50,000</td>" in said
    assert "the past 12–24 months" in said
    assert "ย" not in said
    [table] = came_in.salaries
    assert (table["role"], len(table["figures"]), table["figures"][0]["as_of"]) == ("data engineer", 6, "2026-04-01")


def test_the_gate_names_what_nobody_can_know(came_in: ImportedPost) -> None:
    found = examine(draft(came_in), SiteContext(today=date(2026, 11, 24)))
    assert {finding.check for finding in found if finding.blocks} == {
        "answers-without-questions",
        "basics-missing",
        "dangling-lead-in",
        "insight-without-speaker-or-date",
        "placeholder",
        "unsourced-salaries",
    }


def test_every_word_is_in_the_draft_or_in_a_line(came_in: ImportedPost) -> None:
    told = " ".join([*(line["words"] + line["what"] for line in came_in.lines), str(draft(came_in))])
    texts = (text for element in elements() for text in element.itertext())
    shown = {word for text in texts for word in re.findall(r"[A-Za-z]{2,}", text)}
    assert {word for word in shown if word not in told} == set()
