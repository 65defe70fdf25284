"""What the gate finds in the headings of a guide."""

from datetime import date

import pytest

from articles.document import (
    Block,
    CallToAction,
    Document,
    Figure,
    FinalTakeaway,
    Image,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    SalaryFigure,
    SalaryTable,
    Text,
)
from articles.gate.checks.structure import headings
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place
from articles.gate.prose.document_text import DocumentText
from tests.articles.gate.checks.demo import demo_documents

FACTS = SiteContext(today=date(2026, 11, 24))
TITLE = "What does a machine learning engineer do?"
FIRST = Place(block=0, field="html")
PICTURE = Image(name="pictures/1.webp", width=1600, height=900)
JUNIOR = SalaryFigure(level="Junior", region="UK", currency="GBP", low=1, high=2, basis="x", as_of=date(2026, 4, 1))
QUESTION = QuestionAnswer(question="Is it hard?", answer="<p>It takes time.</p>")
TAKEAWAYS = KeyTakeaways(items=("One thing.",))
FINAL = FinalTakeaway(html="<p>That is all.</p>")
CALL = CallToAction(heading="Looking for work?", label="Tell us about you")


def findings(*blocks: Block, title: str = TITLE) -> list[Finding]:
    document_text = DocumentText(Document(title=title, blocks=blocks))
    return [finding for check in headings.CHECKS for finding in check(document_text, FACTS)]


def told(*blocks: Block, title: str = TITLE) -> list[tuple[str, Level, Place, str]]:
    found = findings(*blocks, title=title)
    return [(finding.check, finding.level, finding.place, finding.excerpt) for finding in found]


def sections(*texts: str) -> Text:
    """A text with these headings, each followed by a paragraph; a leading “>” makes a subheading."""
    return Text(html="".join(f"{_heading(text)}<p>Some words about it.</p>" for text in texts))


def _heading(text: str) -> str:
    return f"<h3>{text[1:]}</h3>" if text.startswith(">") else f"<h2>{text}</h2>"


def test_a_guide_with_clear_headings_passes():
    text = sections("The role in brief", "The work from day to day", ">Building models", ">Creating pipelines", "Pay")
    assert findings(text, TAKEAWAYS, QUESTION, FINAL, CALL) == []


def test_no_demo_guide_has_a_finding():
    found = [
        finding
        for document in demo_documents().values()
        for finding in findings(*document.blocks, title=document.title)
    ]
    assert found == []


def test_a_subheading_before_any_heading_warns():
    assert told(sections(">Building models", "Pay", ">Bonuses")) == [
        ("heading-level-skipped", Level.WARNS, FIRST, "Building models")
    ]


def test_the_first_heading_may_stand_in_another_block():
    assert findings(sections("The work"), QUESTION, sections(">Building models")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Skills for the job", "Skills for the job"),
        ("Skills for the job", "The skills for the job:"),
        ("Testing a model", "Test the models"),
        ("Pay", "Pay explained"),
        ("How an engineer is hired", "How engineers are hired"),
    ],
)
def test_two_headings_that_say_the_same_warn_at_the_second(first, second):
    assert told(sections(first, second)) == [("heading-repeated", Level.WARNS, FIRST, second)]
    assert told(sections("Work", f">{first}", f">{second}")) == [("heading-repeated", Level.WARNS, FIRST, second)]


@pytest.mark.parametrize(
    "heading",
    [
        "What does a machine learning engineer do (definition)",
        "What does a machine learning engineer do?",
        "What do machine learning engineers do?",
        "Machine learning engineers: an overview",
    ],
)
def test_a_heading_that_says_the_same_as_the_title_warns(heading):
    (finding,) = findings(sections(heading))
    assert (finding.check, finding.place, finding.excerpt) == ("heading-repeated", FIRST, heading)
    assert finding.what == f"The heading “{heading}” says the same as the title."


def test_a_heading_that_comes_again_and_again_is_told_once():
    (finding,) = findings(sections("Work", ">Examples", ">Examples", ">Examples"))
    assert (finding.check, "2 such places" in finding.advice) == ("heading-repeated", True)


def test_a_subheading_that_repeats_the_heading_above_it_warns():
    assert told(sections("Tools", ">The tools")) == [("heading-repeated", Level.WARNS, FIRST, "The tools")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("What does a machine learning engineer do day to day?", "How much does a machine learning engineer earn?"),
        ("Where do machine learning engineers work?", "How do machine learning engineers work?"),
        ("What is a machine learning engineer?", "Pay for machine learning engineers"),
        ("Moving from permanent to contract work", "Moving from contract to permanent work"),
        ("What we do", "What you do"),
        ("Your part", "Our part"),
        ("Questions for candidates", "Questions from candidates"),
        ("Before the interview", "After the interview"),
        ("What to learn first", "What to learn next"),
        ("What you need", "What you do not need"),
        ("Step 1", "Step 2"),
        ("Plan A", "Plan B"),
        ("Part-time work", "Full-time work"),
        ("C++ for beginners", "C# for beginners"),
        ("Pay in the UK", "Pay in the US"),
        ("Contract work", "What is contract work?"),
        ("Data science", "Data scientists"),
        ("The first week", "The first month"),
        ("Employers", "Employees"),
        ("Hiring managers", "Hiring without a manager"),
    ],
)
def test_headings_that_come_near_each_other_pass(first, second):
    assert findings(sections(first, second)) == []


def test_two_sections_may_have_the_same_subheadings():
    assert findings(sections("Permanent work", ">Pay", ">Holidays", "Contract work", ">Pay", ">Holidays")) == []


def test_headings_without_telling_words_are_not_compared():
    assert findings(sections("What is this?", "That is that"), title="") == []


@pytest.mark.parametrize(
    ("html", "empty"),
    [
        ("<h2>Work</h2><h3>Pay</h3><h2>Skills</h2><p>Python.</p>", ["Pay"]),
        ("<p>An opening.</p><h2>Skills</h2>", ["Skills"]),
        ("<h2>Work</h2><h3>Skills</h3>", ["Skills"]),
        ("<h3>Pay</h3><p> </p><h2>Skills</h2><p>&nbsp;</p>", ["Pay", "Skills"]),
        ("<h2>Pay</h2><table><tr><td></td></tr></table>", ["Pay"]),
    ],
)
def test_a_heading_with_nothing_beneath_it_blocks(html, empty):
    found = [one for one in told(Text(html=html)) if one[0] != "heading-level-skipped"]
    assert found == [("empty-section", Level.BLOCKS, FIRST, heading) for heading in empty]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Pay</h2><h2>Skills</h2><p>Python.</p>",
        "<h2>Pay</h2><p> </p><h2>Skills</h2><h2>Tools</h2><p>Python.</p>",
        "<h2>Work</h2><h3>Pay</h3><h3>Skills</h3><p>Python.</p>",
    ],
)
def test_a_heading_right_above_one_of_its_level_warns_once(html):
    assert told(Text(html=html)) == [("heading-above-heading", Level.WARNS, FIRST, "Pay")]


@pytest.mark.parametrize("block", [QUESTION, TAKEAWAYS, FINAL, CALL])
def test_a_heading_before_a_block_with_its_own_heading_blocks(block):
    (finding,) = findings(sections("Work", "Pay"), Text(html="<h2>And now</h2>"), block)
    assert (finding.check, finding.level, finding.place) == (
        "empty-section",
        Level.BLOCKS,
        Place(block=1, field="html"),
    )
    assert finding.advice == headings.ADVICE_BEFORE_BLOCK


@pytest.mark.parametrize(
    "block",
    [
        SalaryTable(role="engineer", figures=(JUNIOR,)),
        Figure(image=PICTURE, decorative=True),
        Figure(image=PICTURE, alt="A loop of five stages.", caption="The loop."),
        Quote(text="Start with the data."),
        Insight(html="<p>We ask for examples.</p>"),
        Text(html="<p>Words.</p>"),
        Text(html="<ul><li>Python</li></ul>"),
        Text(html="<table><tr><td>Python</td></tr></table>"),
        Text(html="<h3>Beneath it</h3><p>Words.</p>"),
    ],
)
def test_a_heading_before_a_block_that_fills_its_section_passes(block):
    assert findings(Text(html="<h2>Pay</h2>"), block) == []


def test_blocks_that_are_not_shown_fill_no_section():
    assert told(Text(html="<h2>Pay</h2>"), Text(), Quote()) == [("empty-section", Level.BLOCKS, FIRST, "Pay")]


def test_a_heading_without_words_is_left_out_of_the_page_and_passes():
    assert findings(Text(html="<h2></h2><h2> </h2><p>Words.</p>")) == []


@pytest.mark.parametrize(
    ("heading", "block"),
    [("FAQ", QUESTION), ("Common questions", QUESTION), ("Key takeaways", TAKEAWAYS), ("Final takeaway", FINAL)],
)
def test_a_heading_that_a_block_writes_by_itself_warns(heading, block):
    assert told(sections("Pay", heading), block) == [("heading-brought-by-block", Level.WARNS, FIRST, heading)]
    assert findings(sections("Pay", heading)) == []


def test_such_a_heading_right_before_its_block_is_told_once():
    assert told(Text(html="<h2>FAQ</h2>"), QUESTION) == [("empty-section", Level.BLOCKS, FIRST, "FAQ")]


@pytest.mark.parametrize(("length", "is_long"), [(90, False), (91, True)])
def test_a_heading_that_is_a_paragraph_warns(length, is_long):
    found = findings(sections("x" * length))
    assert [(finding.check, finding.level) for finding in found] == ([("heading-long", Level.WARNS)] if is_long else [])


def test_long_headings_are_told_once():
    (finding,) = findings(sections("x" * 91, "y" * 92))
    assert (finding.what, "2 such places" in finding.advice) == ("This heading has 91 characters.", True)


def test_a_long_heading_is_not_also_told_of_its_full_stop():
    assert [finding.check for finding in findings(sections("words " * 16 + "end."))] == ["heading-long"]


@pytest.mark.parametrize("heading", ["Pay and benefits.", "The engineer writes code."])
def test_a_heading_with_a_full_stop_warns(heading):
    assert told(sections(heading)) == [("heading-with-full-stop", Level.WARNS, FIRST, heading)]


def test_headings_with_full_stops_are_told_once_and_repaired_together():
    guide = Document(
        title=TITLE,
        blocks=(Text(html="<h2>Pay &amp; hours.</h2><p>We speak of Pay &amp; hours.</p><h3>Leave.</h3><p>x</p>"),),
    )
    (finding,) = findings(*guide.blocks)
    assert "The guide has 2 such places. Others are “Leave.”." in finding.advice
    assert finding.fix(guide).blocks == (
        Text(html="<h2>Pay &amp; hours</h2><p>We speak of Pay &amp; hours.</p><h3>Leave</h3><p>x</p>"),
    )


def test_a_heading_that_ends_in_a_tag_is_not_repaired():
    (finding,) = findings(Text(html="<h2>What <strong>pays.</strong></h2><p>x</p>"))
    assert finding.fix is None


@pytest.mark.parametrize(
    "heading",
    ["Is it for you?", "Apply now!", "Python, Java, etc.", "Working for Acme Ltd.", "And then…", "Tools:", "Node.js"],
)
def test_headings_that_end_in_another_way_pass(heading):
    assert findings(sections(heading)) == []


def test_a_heading_of_several_sentences_may_end_in_a_stop():
    assert findings(sections("Be honest. Be kind. Be early.")) == []


def test_the_questions_of_an_interview_may_be_as_long_as_they_were_asked():
    asked = [f"How did you {'really ' * 25}{end}?" for end in ("begin", "go on", "finish")]
    assert findings(sections(*asked)) == []


def test_a_question_may_be_longer():
    assert findings(sections(f"What {'words ' * 20}then?")) == []
    assert [finding.check for finding in findings(sections(f"What {'words ' * 22}then?"))] == ["heading-long"]


PROSE = (
    "<p>The engineer builds machine learning models and needs soft skills, technical skills and a plan to work by.</p>"
)


def cased(*texts: str) -> Text:
    return Text(html="".join(f"{_heading(text)}{PROSE}" for text in texts))


def test_a_title_in_another_case_than_the_headings_warns():
    title = "What Does a Machine Learning Engineer Build?"
    (finding,) = findings(cased("The work and its tools", "How pay rises with skill"), title=title)
    assert (finding.check, finding.level, finding.place) == ("headings-in-two-cases", Level.WARNS, Place(field="title"))
    assert finding.what == f"Some headings are written like sentences, others with a capital for every word: “{title}”."


def test_the_rarer_case_is_named():
    text = cased("Technical Skills", "Soft Skills", "Models and the Work", "What the engineer needs")
    assert [(finding.check, finding.excerpt) for finding in findings(text, title="Engineers")] == [
        ("headings-in-two-cases", "What the engineer needs")
    ]


@pytest.mark.parametrize("heading", ["What should engineers know?", "We are hiring!", "Why models are work"])
def test_a_sentence_is_written_like_one_among_any_headings(heading):
    text = cased("Technical Skills", "Soft Skills", "Models and the Work", heading)
    assert findings(text, title="Engineers") == []


def test_two_capitals_alone_may_be_a_name():
    text = cased("The work and its tools", "How pay rises with skill", "The Plan and Models")
    assert findings(text, title="Engineers") == []


def test_no_more_than_three_headings_are_named():
    odd = [f"{word} Skills" for word in ("Soft", "Technical", "Hard", "Rare")]
    even = [f"How {word} skills grow" for word in ("soft", "technical", "hard", "rare", "new")]
    (finding,) = findings(cased(*odd, *even), title="Engineers")
    assert finding.what.endswith("“Soft Skills”, “Technical Skills”, “Hard Skills” and 1 more.")


@pytest.mark.parametrize(
    "heading",
    [
        "Working with Python",
        "Running Kubernetes on AWS",
        "A career at Adria Solutions",
        "Contracting in IT",
        "Pay in the US",
        "Changes since May",
        "Learning to Go",
        "Salaries in Manchester and Leeds",
        "What a Machine Learning Engineer needs",
        "Pay: How it rises",
        "Junior or senior? The difference",
        "What should I ask?",
        "Skills",
        "Skills and the like",
        "Word and Excel",
    ],
)
def test_names_and_openings_are_no_other_case(heading):
    spoken = Text(html="<p>It may go well for us if engineers write Python or Go and the team excel at every word.</p>")
    assert (
        findings(spoken, cased("The work and its tools", "How pay rises with skill", heading), title="Engineers") == []
    )


def test_one_sentence_and_one_title_are_too_few_to_tell():
    assert findings(cased("Technical Skills", "How pay rises"), title="Engineers") == []
