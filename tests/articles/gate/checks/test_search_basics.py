"""What the gate finds in what search engines and lists show of a guide."""

from dataclasses import replace
from datetime import date

import pytest

from articles.document import Document, QuestionAnswer, Text
from articles.gate.checks.findability import search_basics
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place
from articles.gate.other_guides import OtherGuide, OtherGuides
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import folded, stem
from tests.articles.gate.checks.demo import demo_documents

TITLE, STANDFIRST, DESCRIPTION, SLUG = (Place(field=name) for name in ("title", "standfirst", "description", "slug"))
GUIDE = Document(
    slug="what-does-a-machine-learning-engineer-do",
    title="What does a machine learning engineer do?",
    standfirst="A machine learning engineer makes a promising model into a service that people can depend on.",
    description="How a machine learning engineer spends the day, which skills and tools the job needs, and what it pays.",
    blocks=(Text(html="<h2>The work</h2><p>They release models and keep them dependable.</p>"),),
)


def findings(document: Document, *others: OtherGuide) -> list[Finding]:
    site = SiteContext(today=date(2026, 11, 24), others=OtherGuides(others))
    return [finding for check in search_basics.CHECKS for finding in check(DocumentText(document), site)]


def told(document: Document, *others: OtherGuide) -> list[tuple[str, Level, Place]]:
    return [(finding.check, finding.level, finding.place) for finding in findings(document, *others)]


def other(**fields: str) -> OtherGuide:
    return OtherGuide(**({"slug": "another", "title": "How to weigh up a job offer"} | fields))


def test_a_guide_with_everything_passes():
    assert findings(GUIDE, other()) == []


def test_no_demo_guide_has_a_finding_beside_all_the_others():
    guides = demo_documents().values()
    others = {
        guide.slug: OtherGuide(
            slug=guide.slug, title=guide.title, standfirst=guide.standfirst, description=guide.description
        )
        for guide in guides
    }
    found = [
        finding
        for guide in guides
        for finding in findings(guide, *(one for slug, one in others.items() if slug != guide.slug))
    ]
    assert found == []


@pytest.mark.parametrize("field", ["title", "standfirst", "description"])
def test_a_missing_text_blocks(field):
    assert told(replace(GUIDE, **{field: " "}), other()) == [("basics-missing", Level.BLOCKS, Place(field=field))]


@pytest.mark.parametrize("blocks", [(), (Text(),), (QuestionAnswer(question="Why?"),)])
def test_a_guide_without_a_block_to_read_blocks(blocks):
    assert told(replace(GUIDE, blocks=blocks)) == [("guide-empty", Level.BLOCKS, Place(field="blocks"))]


@pytest.mark.parametrize(
    ("title", "passes"),
    [("x" * 11, False), ("x" * 12, True), ("Notice pay", True), (f"{'x' * 39} {'x' * 40}", True), (f"{'x' * 40} {'x' * 40}", False)],
)  # fmt: skip
def test_a_title_of_one_short_word_or_very_many_characters_warns(title, passes):
    expected = [] if passes else [("title-length", Level.WARNS, TITLE)]
    assert told(replace(GUIDE, title=title)) == expected


@pytest.mark.parametrize(("length", "passes"), [(69, False), (70, True), (160, True), (161, False)])
def test_a_description_of_an_unusual_length_warns(length, passes):
    expected = [] if passes else [("description-length", Level.WARNS, DESCRIPTION)]
    assert told(replace(GUIDE, description="x" * length)) == expected


def test_a_description_that_repeats_the_standfirst_warns():
    document = replace(GUIDE, description=GUIDE.standfirst.upper())
    assert told(document) == [("description-repeats-standfirst", Level.WARNS, DESCRIPTION)]


def test_an_address_that_another_guide_has_blocks():
    (finding,) = findings(GUIDE, other(), other(slug=GUIDE.slug, title="Work at the model’s edge"))
    assert (finding.check, finding.level, finding.place) == ("address-taken", Level.BLOCKS, SLUG)
    assert finding.what == f"The guide “Work at the model’s edge” has the address “{GUIDE.slug}” already."


@pytest.mark.parametrize("title", [GUIDE.title, "what does a Machine Learning Engineer do"])
def test_a_title_that_another_guide_has_blocks(title):
    (finding,) = findings(GUIDE, other(title=title))
    assert (finding.check, finding.level, finding.place) == ("title-taken", Level.BLOCKS, TITLE)
    assert finding.what == "The guide at /guides/another/ has this title already."


def test_a_description_that_another_guide_has_warns():
    found = told(GUIDE, other(description=GUIDE.description.rstrip(".").lower()))
    assert found == [("description-taken", Level.WARNS, DESCRIPTION)]


@pytest.mark.parametrize(
    ("title", "theirs"),
    [
        ("What does a machine learning engineer do?", "What do machine learning engineers do?"),
        ("How to hire a machine learning engineer", "Hiring a machine learning engineer"),
        ("How to prepare for a technical interview", "How you prepare for technical interviews"),
        ("How to write a job advert for an engineer", "How to write engineers’ job adverts"),
    ],
)
def test_a_title_that_asks_what_another_guide_answers_warns(title, theirs):
    (finding,) = findings(replace(GUIDE, title=title), other(title=theirs))
    assert (finding.check, finding.level, finding.place) == ("guide-like-another", Level.WARNS, TITLE)
    assert finding.what == f"The guide “{theirs}” seems to answer the same question."


@pytest.mark.parametrize(
    ("title", "theirs"),
    [
        ("What does a data engineer do?", "What does a machine learning engineer do?"),
        ("What does a data engineer do?", "What do data engineers do?"),  # two words are too few to judge by
        ("What does a senior data engineer do?", "What does a senior platform engineer do?"),
        ("How to hire a machine learning engineer", "Why hire a machine learning engineer?"),
        ("How to hire a machine learning engineer", "When to hire a machine learning engineer"),
        ("How to hire a machine learning engineer", "How to hire a data engineer"),
        ("How to hire a machine learning engineer", "How to become a machine learning engineer"),
        ("How to prepare for a technical interview", "How to run a fair technical interview"),
        ("How to write a tech CV", "How to write a job advert for an engineer"),
        ("How to write a tech CV", "How to write a tech cover letter"),
        ("Permanent or contract work in tech?", "Contract work outside IR35"),
        ("Salaries for Python developers in Leeds", "Salaries for Python developers in Manchester"),
        ("What does a machine learning engineer earn?", "What does a machine learning engineer do?"),
        ("Machine learning engineer or data scientist?", "What does a machine learning engineer do?"),
        ("How to prepare for a phone interview", "How to prepare for a technical interview"),
        ("Sample guide number 1", "Sample guide number 2"),
    ],
)
def test_titles_that_come_near_each_other_pass(title, theirs):
    assert findings(replace(GUIDE, title=title), other(title=theirs)) == []


def test_a_standfirst_that_says_what_another_says_warns():
    theirs = "The machine learning engineer makes promising models into services that people can depend on."
    found = told(GUIDE, other(standfirst=theirs))
    assert found == [("standfirst-like-another", Level.WARNS, STANDFIRST)]


@pytest.mark.parametrize(
    "theirs",
    [
        "A data engineer makes scattered records into a source that people can depend on.",
        "A machine learning engineer needs software, data and patience.",
        "People can depend on a service.",
        "",
    ],
)
def test_standfirsts_that_come_near_each_other_pass(theirs):
    assert findings(GUIDE, other(standfirst=theirs)) == []


@pytest.mark.parametrize(
    "slug",
    [
        "copy-of-what-does-an-engineer-do",
        "engineer-copy",
        "untitled",
        "untitled-guide",
        "what-does-an-engineer-do-2",
        "guide-1718274",
        "1718274",
        "post-20260401-engineer",
        "12",
    ],
)
def test_an_address_that_no_editor_chose_warns(slug):
    assert told(replace(GUIDE, slug=slug)) == [("address-untelling", Level.WARNS, SLUG)]


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("what-does-a-machine-learning-engineer-do", "What does a machine learning engineer do?"),
        ("ml-engineer", "What does a machine learning engineer do?"),
        ("salaries-2026", "What engineers earn this year"),
        ("moving-to-python-3", "Moving a service to Python 3"),
        ("the-first-90-days", "The first 90 days of an engineer"),
        ("10-questions-to-ask", "Ten questions to ask an employer"),
        ("how-to-copy-a-database", "How to copy a database safely"),
        ("who-owns-the-copy", "Who owns the copy of a backup?"),
        ("ir35", "Contract work and IR35 explained"),
        ("web3", "Work in decentralised systems"),
        ("iso-27001-for-engineers", "ISO 27001 for engineers"),
        ("c2-and-c3", "What C2 and C3 mean in an offer"),
        ("b2b-sales-engineers", "What does a sales engineer do?"),
        ("360-degree-feedback", "360-degree feedback for engineers"),
        ("", "What does a machine learning engineer do?"),
    ],
)
def test_an_address_of_words_passes(slug, title):
    assert findings(replace(GUIDE, slug=slug, title=title)) == []


def stuffed(sentence: str, times: int, filling: int) -> Document:
    words = " ".join(f"word{number}" for number in range(filling))
    return replace(GUIDE, blocks=(Text(html=f"<p>{words}.</p>" + f"<p>{sentence}</p>" * times),))


def test_a_phrase_stuffed_into_the_guide_warns_at_its_first_place():
    document = stuffed("Our Python developer jobs are good.", times=10, filling=200)
    (finding,) = findings(document)
    assert (finding.check, finding.level, finding.place) == (
        "phrase-stuffed",
        Level.WARNS,
        Place(block=0, field="html"),
    )
    assert finding.excerpt == "Python developer jobs"
    assert finding.what.startswith("The phrase “Python developer jobs” comes 10 times in ")


@pytest.mark.parametrize(
    ("text", "phrase", "times"),
    [
        (
            "Looking for software jobs in Leeds? Our software jobs in Leeds are the best software jobs in Leeds. Apply for our software jobs today.",
            "software jobs",
            4,
        ),
        ("We cover developer jobs Leeds, developer jobs York, developer jobs Hull and developer jobs Ripon.", "developer jobs", 4),
        ("Best recruitment agency Manchester. Recruitment agency Manchester for tech. Tech recruitment agency Manchester.", "recruitment agency Manchester", 3),
        ("Tech hiring agency | Tech hiring agency London | Tech hiring agency York | Tech hiring agency Hull", "Tech hiring agency", 4),
    ],
)  # fmt: skip
def test_a_phrase_stuffed_into_one_paragraph_warns(text, phrase, times):
    (finding,) = findings(replace(GUIDE, blocks=(Text(html=f"<p>Ask early.</p><p>{text}</p>"),)))
    assert finding.what == f"The phrase “{phrase}” comes {times} times in this paragraph."


@pytest.mark.parametrize(
    "text",
    [
        "A code review is a conversation. In a good code review the reviewer asks first and judges later, and the author "
        "answers each question before the next code review begins.",
        "Statutory redundancy pay depends on age and service. Statutory redundancy pay up to £30,000 is free of tax, "
        "while notice pay and holiday pay are not.",
        "Junior developers pair with senior developers, senior developers with lead developers, and all of them write tests.",
        "See https://jobs.agency.co.uk/jobs-york/jobs-york, https://jobs.agency.co.uk/jobs-york/jobs-hull and the rest.",
        "It is for you, it is with you, and it is by you.",
    ],
)
def test_a_paragraph_about_one_thing_passes(text):
    assert findings(replace(GUIDE, blocks=(Text(html=f"<p>{text}</p>"),))) == []


def test_singular_and_plural_are_one_phrase():
    paragraphs = "<p>A Python developer job.</p><p>Two Python developers’ jobs.</p>" * 5
    (finding,) = findings(replace(GUIDE, blocks=(Text(html=paragraphs),)))
    assert finding.what.startswith("The phrase “Python developer job” comes 10 times in ")


@pytest.mark.parametrize(
    ("sentence", "times", "filling"),
    [
        ("A machine learning engineer builds, tests and releases models with care, and then watches them.", 15, 350),
        ("It is for you and it is with you.", 20, 200),
        ("Our Python developer jobs are good.", 7, 0),
        ("Our Python developer jobs are good.", 10, 400),
    ],
)
def test_a_subject_named_as_often_as_is_natural_passes(sentence, times, filling):
    assert findings(stuffed(sentence, times, filling)) == []


@pytest.mark.parametrize(
    "words",
    [
        ("hire", "hires", "hired", "hiring"),
        ("plan", "plans", "planned", "planning"),
        ("engineer", "engineers", "engineer’s", "engineers’", "engineering"),
        ("machine", "machines"),
        ("company", "companies"),
        ("interview", "interviews", "interviewed", "interviewing"),
    ],
)
def test_forms_of_one_word_share_their_stem(words):
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("science", "scientist"),
        ("use", "us"),
        ("process", "proceed"),
        ("string", "sting"),
        ("team", "steam"),
        ("c++", "c#"),
    ],
)
def test_different_words_keep_different_stems(first, second):
    assert stem(first) != stem(second)


@pytest.mark.parametrize(
    ("text", "bare"),
    [("“What, me?”", "what me"), ("Part-time  WORK", "part time work"), ("C++ and C#", "c++ and c#"), ("…", "")],
)
def test_folded_text_is_bare_words(text, bare):
    assert folded(text) == bare


@pytest.mark.parametrize("blank", ["\u200b", "\xad\xad", "\u2800", "\ufeff\u2060", "\u0301"])
def test_a_guide_of_nothing_to_see_blocks(blank):
    """Format characters are no words."""
    document = Document(title=blank, standfirst=blank, description=blank, blocks=(Text(html=f"<p>{blank}</p>"),))
    assert [(finding.check, finding.place.field) for finding in findings(document) if finding.blocks] == [
        ("basics-missing", "title"),
        ("basics-missing", "standfirst"),
        ("basics-missing", "description"),
        ("guide-empty", "blocks"),
    ]


def test_what_nobody_sees_makes_no_other_title():
    same = "How re\xadcruit\u200bers work for you"
    found = told(replace(GUIDE, title=same), other(title="How recruiters work for you"))
    assert ("title-taken", Level.BLOCKS, Place(field="title")) in found
