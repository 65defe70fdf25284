"""What the gate finds in the pictures of a guide."""

from datetime import date

import pytest

from articles.document import Document, Figure, Image, Text
from articles.gate.checks.structure import pictures
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place
from articles.gate.prose.document_text import DocumentText
from tests.articles.gate.checks.demo import demo_documents

FACTS = SiteContext(today=date(2026, 11, 24))
HERO_ALT, FIRST_ALT = Place(field="hero.alt"), Place(block=0, field="alt")
GOOD_ALT = "Two engineers at a whiteboard covered with boxes and arrows."


def findings(document: Document) -> list[Finding]:
    return [finding for check in pictures.CHECKS for finding in check(DocumentText(document), FACTS)]


def told(document: Document) -> list[tuple[str, Level, Place]]:
    return [(finding.check, finding.level, finding.place) for finding in findings(document)]


def image(name: str = "pictures/1.webp", width: int = 1600) -> Image:
    return Image(name=name, width=width, height=900)


def figure(alt: str = GOOD_ALT, *, name: str = "pictures/1.webp", width: int = 1600, **fields) -> Figure:
    return Figure(image=image(name, width), alt=alt, **fields)


def guide(*figures: Figure) -> Document:
    return Document(title="What does a data engineer do?", blocks=figures)


def test_pictures_with_telling_words_pass():
    hero = figure("A raised platform of planks carries several small houses.", caption="Built by many hands.")
    assert findings(Document(title="A guide", hero=hero, blocks=(figure(name="pictures/2.webp"),))) == []


def test_no_demo_guide_has_a_finding():
    assert [finding for document in demo_documents().values() for finding in findings(document)] == []


def test_a_picture_without_words_blocks():
    document = Document(title="A guide", hero=figure(""), blocks=(figure("", name="pictures/2.webp"),))
    assert told(document) == [
        ("picture-without-words", Level.BLOCKS, HERO_ALT),
        ("picture-without-words", Level.BLOCKS, FIRST_ALT),
    ]


def test_a_decorative_picture_needs_no_words():
    assert findings(guide(figure("", decorative=True))) == []


def test_a_figure_without_a_picture_is_passed_over():
    assert findings(Document(title="A guide", hero=Figure(), blocks=(Figure(alt="IMG_1.jpg"),))) == []


def test_the_place_counts_the_blocks_that_are_not_shown():
    document = Document(title="A guide", blocks=(Text(), Text(html="<p>Words.</p>"), figure("")))
    assert [finding.place for finding in findings(document)] == [Place(block=2, field="alt")]


@pytest.mark.parametrize(
    "alt",
    [
        "IMG_2034.jpg",
        "team-photo-final.png",
        "Team photo final.JPEG",
        "image1",
        "Image 1",
        "image (3)",
        "photo-2",
        "Picture12.",
        "image",
        "Alt text",
        "Team",
        "chart",
        "Bar chart",
        "header image",
        "team-photo",
        "alternative text",
        "Untitled",
        "DSC00042",
        "DSCN1234",
        "IMG-20260501-WA0001",
        "PXL_20260501_101112",
        "Screenshot 2026-05-01 at 10.22.33",
        "shutterstock_123456789",
        "iStock-1234567890",
        "team_meeting",
        "team-photo-final",
        "office-2026-05",
        "9f86d081884c7d659a2feaa0",  # pragma: allowlist secret - the digest of a word
        "Figure 1",
    ],
)
def test_the_name_of_a_file_is_no_alternative_text(alt):
    assert told(guide(figure(alt))) == [("picture-named-by-its-file", Level.BLOCKS, FIRST_ALT)]


@pytest.mark.parametrize(
    "alt",
    [
        GOOD_ALT,
        "Face-to-face interview in a glass-walled room",
        "State-of-the-art",
        "Figure 1 of the report as a bar chart: pay rises with each level.",
        "The file explorer, with the folder that holds the interview notes open and the mouse on report.png",
        "A photographer in a studio",
        "Photograph album on a desk",
        "Picture frames on the wall of the Manchester office",
        "Image recognition results: three labelled road signs",
        "Screenshot of the GitHub Actions page with one failed job",
        "Diagram of a pipeline with four stages",
        "Bar chart of salaries by level",
        "Two shots of espresso beside a laptop",
        "A man helps a colleague with a cable",
        "Many people in a hall",
        "A logo made of two overlapping circles",
        "Adria Solutions",
        "Python 3 code that reads a file line by line",
        "24 candidates in a lecture hall",
        "Scan of a handwritten note that says “ship it”",
        "An untitled document open in an editor",
    ],
)
def test_words_that_come_near_a_file_name_pass(alt):
    assert findings(guide(figure(alt))) == []


@pytest.mark.parametrize(
    "alt",
    [
        "Image of two engineers at a desk",
        "A picture of the Manchester office",
        "photo of a whiteboard",
        "A photograph showing three laptops",
        "An image that shows a data pipeline",
        "This picture shows a balance scale",
    ],
)
def test_words_that_announce_a_picture_warn(alt):
    assert told(guide(figure(alt))) == [("picture-announced", Level.WARNS, FIRST_ALT)]


def test_words_that_repeat_the_caption_warn():
    document = guide(figure("Two engineers at work.", caption="Two engineers at work"))
    assert told(document) == [("picture-repeats-words", Level.WARNS, FIRST_ALT)]
    assert findings(document)[0].what == "The alternative text repeats the caption."


def test_words_that_repeat_the_title_warn():
    document = Document(title="What does a data engineer do?", hero=figure("what does a data engineer do"))
    assert told(document) == [("picture-repeats-words", Level.WARNS, HERO_ALT)]
    assert findings(document)[0].what == "The alternative text repeats the title."


def test_two_pictures_with_the_same_words_warn_at_the_second():
    document = guide(figure(), figure(GOOD_ALT.lower(), name="pictures/2.webp"))
    assert told(document) == [("picture-words-shared", Level.WARNS, Place(block=1, field="alt"))]


def test_the_same_picture_twice_warns_at_the_second():
    assert told(guide(figure(), figure("The same two engineers, later."))) == [
        ("picture-twice", Level.WARNS, Place(block=1, field="image"))
    ]


def test_the_picture_at_the_top_counts_among_those_seen():
    document = Document(title="A guide", hero=figure(), blocks=(figure(),))
    assert told(document) == [("picture-twice", Level.WARNS, Place(block=0, field="image"))]


@pytest.mark.parametrize(("length", "is_long"), [(250, False), (251, True)])
def test_long_words_warn(length, is_long):
    expected = [("picture-words-long", Level.WARNS, FIRST_ALT)] if is_long else []
    assert told(guide(figure("word " * 49 + "x" * (length - 245)))) == expected


def test_an_excerpt_of_long_words_is_cut():
    (finding,) = findings(guide(figure("word " * 60)))
    assert (len(finding.excerpt), finding.excerpt[-1]) == (80, "…")


@pytest.mark.parametrize(("width", "is_small"), [(1199, True), (1200, False), (0, False)])
def test_a_small_picture_at_the_top_warns(width, is_small):
    expected = [("picture-small", Level.WARNS, Place(field="hero.image"))] if is_small else []
    assert told(Document(title="A guide", hero=figure(width=width))) == expected


def test_a_small_picture_in_the_text_passes():
    assert findings(guide(figure(width=480))) == []


def test_words_of_a_decorative_picture_warn_and_are_not_judged_further():
    document = guide(figure("IMG_2034.jpg", decorative=True))
    assert told(document) == [("picture-decorative-with-words", Level.WARNS, FIRST_ALT)]


@pytest.mark.parametrize(
    "alt",
    [
        "One of the benefits of meeting in person is that a team gets to know each other.",
        "The importance of a good CV.",
        "Find out what our consultants do.",
        "Reasons why graduates choose contract work.",
    ],
)
def test_words_that_argue_instead_of_describing_warn(alt: str):
    assert told(guide(figure(alt))) == [("picture-argued", Level.WARNS, FIRST_ALT)]


@pytest.mark.parametrize(
    "alt",
    [
        "A team of five stands around one desk and laughs.",
        "A bar chart: contract day rates rise from £300 to £500.",
        "A sign on a door reads “We are hiring”.",
        "A woman explains a diagram to two colleagues, who take notes.",
        "Hands on a keyboard, and a cup of tea beside it.",
    ],
)
def test_words_that_describe_pass(alt: str):
    assert findings(guide(figure(alt))) == []


@pytest.mark.parametrize("alt", ["An illustration of a bridge", "Graphic of a ladder", "Photo: the team at lunch"])
def test_other_words_for_a_picture_announce_it_too(alt):
    assert told(guide(figure(alt))) == [("picture-announced", Level.WARNS, FIRST_ALT)]


@pytest.mark.parametrize(
    "alt",
    [
        "Why good briefs save time",
        "data engineer jobs, data engineer salary, recruitment agency Leeds",
        "tech jobs | tech recruitment | tech careers",
    ],
)
def test_a_point_or_a_list_of_searches_warns(alt):
    assert {finding.check for finding in findings(guide(figure(alt)))} == {"picture-argued"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A bridge in Leeds", "The bridge in Leeds"),
        ("Two engineers talk at a desk", "Two engineers talking at a desk."),
    ],
)
def test_nearly_the_same_words_for_another_picture_warn(first, second):
    document = guide(figure(first), figure(second, name="pictures/2.webp"))
    assert told(document) == [("picture-words-shared", Level.WARNS, Place(block=1, field="alt"))]


def test_words_that_differ_in_a_telling_word_are_not_nearly_the_same():
    document = guide(figure("Bars of pay in Leeds"), figure("Bars of pay in London", name="pictures/2.webp"))
    assert findings(document) == []
