"""Warnings about the language of a guide."""

from datetime import date

import pytest

from articles.document import Document, KeyTakeaways, QuestionAnswer, Quote, Text
from articles.gate.checks.wording import language
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.readability import grade, syllables
from tests.articles.gate.checks.demo import demo_documents

FACTS = SiteContext(today=date(2026, 11, 24), known=frozenset({"SFIA"}))
TEXT = Place(block=0, field="html")


def guide(*paragraphs, **fields):
    return Document(blocks=(Text(html="".join(f"<p>{text}</p>" for text in paragraphs)),), **fields)


def found(check, document):
    """Place and excerpt of each finding, all of which warn."""
    findings = list(check(DocumentText(document), FACTS))
    assert {finding.level for finding in findings} <= {Level.WARNS}
    return [(finding.place, finding.excerpt) for finding in findings]


def test_abbreviations_without_their_words_are_one_finding_that_names_them():
    document = guide("They know their RFCs.", "An RFC needs care, and an LLM more.")
    (rfc,) = language.unexpanded_abbreviation(DocumentText(document), FACTS)
    assert (rfc.check, rfc.level, rfc.place, rfc.excerpt) == ("unexpanded-abbreviation", Level.WARNS, TEXT, "RFCs")
    assert rfc.what == "“RFCs” is used without its full words."
    assert rfc.advice.endswith("The guide has 2 such places. Others are “LLM”.")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("They deploy models on AWS, Azure, or GCP.", "GCP"),
        ("Ask who looks after CI/CD.", "CI/CD"),
        ("We sign an NDA (we always do).", "NDA"),
        ("Ask for an SLO-led plan.", "SLO"),
        ("The team tracks its SLAs.", "SLAs"),
        ("Only an SC-cleared engineer can start.", "SC"),
        ("Ask Priya. Your SLA is hers.", "SLA"),
        ("The Leeds office signs the SOW.", "SOW"),
        ("Senior SREs read it.", "SREs"),
    ],
)
def test_abbreviations_of_many_shapes_are_found(text, term):
    assert found(language.unexpanded_abbreviation, guide(text)) == [(TEXT, term)]


@pytest.mark.parametrize(
    "text",
    [
        "Package models behind an application programming interface (API). The API needs care.",
        "Package models behind an API (application programming interface).",
        "Use application programming interfaces (APIs) where you can; each API is a promise.",
        "Many hire for machine learning, or ML for short.",
        "An LLM is a large language model.",
        "ETL stands for extract, transform and load.",
        "They automate continuous integration and continuous delivery (CI/CD), and CI comes first.",
        "Ask the Advisory, Conciliation and Arbitration Service (ACAS) about TUPE (Transfer of Undertakings).",
        "Choose Azure or GCP (Google Cloud Platform).",
        "Send your CV as a PDF to the HR team in the UK, and bring your P45 for PAYE.",
        "IR35 and the AZ-900 exam are explained on GOV.UK.",
        "You need SQL, HTML and CSS, and a cloud such as AWS.",
        "PostgreSQL, MLOps, DevOps and SaaS are spelled like names.",
        "The job is graded on SFIA.",
        "Do NOT send your passport, and NEVER pay for a job.",
        "PLEASE READ THIS FIRST",
        "R&D and Q&A need no words, nor do AT&T and C++.",
        "The plan has a part II and a part III.",
        "The offer was GBP 60,000, about USD 80,000.",
        "Write A/B tests in ASP.NET if you must.",
        "Give both dates as MM/YYYY, and begin with a TL;DR.",
        "It makes a HUGE difference, and PLENTY of it.",
        "The course is run by the CYF team.",
        "WORK HISTORY comes first.",
        "The Office for National Statistics publishes it. Ask ONS, then ONS again, as ONS knows what ONS counts.",
        "NMW and NLW",
        "An API, a KPI and the ROI are words by now.",
        "Play it on a ZX Spectrum, or ask the SLA Team.",
        "Run the tests on Travis CI, or edit the page in Netlify CMS.",
        "They keep their books in Microsoft Dynamics SLA suites.",
        "Set the X-SSO header, aim for AA and ask your GP.",
        "<ul><li>Docker and CI/CD</li><li>TDD</li></ul>",
        "<a href='/'>What an SLA is</a> is told elsewhere.",
    ],
)
def test_known_and_explained_abbreviations_pass(text):
    assert found(language.unexpanded_abbreviation, guide(text)) == []


def test_a_name_that_the_guide_leans_on_is_owed_its_words():
    text = "The REG team hires. Ask REG early, since REG is busy, and thank REG later."
    assert found(language.unexpanded_abbreviation, guide(text)) == [(TEXT, "REG")]
    assert found(language.unexpanded_abbreviation, guide(f"{text} Its reg plates are white.")) == []


def test_titles_and_tables_are_not_asked_to_explain_but_may():
    table = "<table><tr><th>NDA</th></tr></table>"
    document = Document(
        title="What is an API?", description="All about an API.", blocks=(Text(html=f"<h2>KPI</h2>{table}"),)
    )
    assert found(language.unexpanded_abbreviation, document) == []
    explained = Document(
        blocks=(QuestionAnswer(question="What is a key performance indicator (KPI)?", answer="<p>A KPI is one.</p>"),)
    )
    assert found(language.unexpanded_abbreviation, explained) == []


def test_takeaways_come_before_the_text_that_explains():
    document = Document(
        blocks=(KeyTakeaways(items=("Sign one NDA.",)), Text(html="<p>A non-disclosure agreement (NDA).</p>"))
    )
    assert found(language.unexpanded_abbreviation, document) == [(Place(block=0, field="items"), "NDA")]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("role", 1), ("roles", 1), ("hire", 1), ("hired", 1), ("hiring", 2), ("needed", 2), ("table", 2),
        ("handled", 2), ("simply", 2), ("safely", 2), ("changes", 2), ("pages", 2), ("being", 2), ("science", 2),
        ("data", 2), ("media", 3), ("area", 3), ("idea", 3), ("region", 2), ("million", 2), ("previous", 3),
        ("employee", 3), ("experience", 4), ("engineer", 3), ("candidate", 3), ("salary", 3), ("situation", 4),
        ("evaluation", 5), ("continuous", 4), ("quality", 3), ("recruitment", 3), ("café", 2), ("CV", 1), ("you’ll", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_heard(word, count):
    assert syllables(word) == count


def test_the_grade_is_that_of_kincaid():
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade(["We hire. We pay well.", "Figures such as 40,000 are passed over."]) == pytest.approx(
        0.39 * 11 / 3 + 11.8 * 13 / 11 - 15.59
    )
    assert grade([]) == grade(["40,000"]) == 0


HARD = (
    "Organisational implementation considerations necessitate comprehensive interdepartmental communication, "
    "particularly regarding infrastructure responsibilities, architectural documentation and operational accountability."
)


def test_a_hard_text_is_found_with_its_grade():
    (finding,) = language.hard_reading(DocumentText(guide(*[HARD] * 10)), FACTS)
    assert (finding.check, finding.level, finding.place) == ("hard-reading", Level.WARNS, Place())
    assert finding.what == "The text asks for about 45 years of schooling; plain writing stays below 15."


def test_a_short_text_or_one_of_fragments_has_no_grade():
    fragments = "".join(f"<li>{HARD.rstrip('.')}</li>" for _ in range(20))
    assert found(language.hard_reading, guide(HARD)) == []
    assert found(language.hard_reading, Document(blocks=(Text(html=f"<ul>{fragments}</ul>"),))) == []


def words(count, end="."):
    return " ".join(["Word", *["word" + "s" * (n % 2) for n in range(count - 1)]]) + end


def test_a_long_sentence_is_found_once_in_its_paragraph():
    (finding,) = language.long_sentence(DocumentText(guide(f"Short. {words(51)} {words(55)}", words(50))), FACTS)
    assert (finding.check, finding.place, finding.what) == ("long-sentence", TEXT, "A sentence has 51 words.")
    assert finding.excerpt.startswith("Word word words")
    assert finding.excerpt.endswith("…")
    assert len(finding.excerpt) <= 80


@pytest.mark.parametrize(
    "sentence",
    [
        f"{words(30, '')} ({words(20, '')}).",
        f"She wrote “{words(60, '')}” to us.",
        f"Ask about {', '.join([words(5, '')] * 9)} and pay.",
        f"{words(30, '')}, etc. {words(30)}",
        f"{words(40, '')}; {words(40)}",
        f"{words(40, '')} – {words(40)}",
    ],
)
def test_asides_quotations_and_lists_make_no_sentence_long(sentence):
    assert found(language.long_sentence, guide(sentence)) == []


def test_the_long_sentences_of_a_guide_are_one_warning_that_names_them():
    (finding,) = language.long_sentence(DocumentText(guide(words(51), f"But {words(60)}", f"And {words(52)}")), FACTS)
    assert finding.what == "A sentence has 51 words."
    assert "The guide has 3 such places. Others are “But Word word words" in finding.advice


def test_the_long_paragraphs_of_a_guide_are_one_warning():
    (finding,) = language.long_paragraph(DocumentText(guide(words(151), f"But {words(160)}")), FACTS)
    assert (finding.what, "2 such places" in finding.advice) == ("A paragraph has 151 words.", True)


def test_a_paragraph_of_more_than_150_words_is_found():
    (finding,) = language.long_paragraph(DocumentText(guide(words(151), words(150))), FACTS)
    assert (finding.check, finding.place, finding.what) == ("long-paragraph", TEXT, "A paragraph has 151 words.")


@pytest.mark.parametrize("check", [language.long_sentence, language.long_paragraph])
def test_the_length_of_a_quotation_is_its_speakers(check):
    assert found(check, Document(blocks=(Quote(text=words(140), source="A reader"),))) == []


@pytest.mark.parametrize("slug", demo_documents())
def test_the_demo_guides_draw_no_warning(slug):
    assert [warning for check in language.CHECKS for warning in found(check, demo_documents()[slug])] == []
