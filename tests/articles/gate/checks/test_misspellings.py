"""Misspelt words and American spellings are found; names, code and quotations are left alone."""

import logging
from datetime import date

import pytest

from articles.document import Document, Quote, Text
from articles.gate.checks.spelling import misspellings, slips, typos
from articles.gate.checks.spelling.wrong_words import read
from articles.gate.context import SiteContext
from articles.gate.findings import Level
from articles.gate.prose.document_text import DocumentText

SITE = SiteContext(today=date(2026, 11, 24), known=frozenset({"Enviroment"}))


def guide(html):
    return Document(title="A guide", blocks=(Text(html=html),))


def findings(html, site=SITE):
    return [finding for check in misspellings.CHECKS for finding in check(DocumentText(guide(html)), site)]


def seen(html):
    return [(finding.check, finding.what) for finding in findings(html)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("experiance", "experience"),
        ("comittee", "committee"),
        ("interveiw", "interview"),
        ("managment", "management"),
        ("vaccancy", "vacancy"),
        ("recruitemnt", "recruitment"),
        ("canditate", "candidate"),
        ("sallary", "salary"),
        ("seperate", "separate"),
        ("atleast", "at least"),
    ],
)
def test_misspelt_words_are_found_and_repaired(wrong, right):
    (finding,) = findings(f"<p>This is the {wrong} of a week.</p>")
    assert (finding.check, finding.level) == ("misspelling", Level.WARNS)
    assert finding.what == f"“{wrong}” should be “{right}”."
    assert finding.fix(guide(f"<p>the {wrong}.</p>")) == guide(f"<p>the {right}.</p>")


def test_a_capital_stays():
    (finding,) = findings("<p>It is late. Sofware ages.</p>")
    assert finding.what == "“Sofware” should be “Software”."


def test_where_two_words_may_be_meant_there_is_no_repair():
    (finding,) = findings("<p>The complexity of a taks grows.</p>")
    assert (finding.what, finding.fix) == ("“taks” should be “task” or “tasks” or “takes”.", None)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The organization hires in spring.", "“organization” should be “organisation”."),
        ("The color of the slides does not matter.", "“color” should be “colour”."),
        ("Prioritize the written test.", "“Prioritize” should be “Prioritise”."),
        ("Ask for a flexible work program.", "“work program” should be “work programme”."),
        ("A license to drive is not needed.", "“A license” should be “A licence”."),
        (
            "You should practise; best practise is to ask.",
            "“best practise” should be “best practice”.",
        ),
        ("Rates are paid in a gray area.", "“gray” should be “grey”."),
    ],
)
def test_american_spellings_are_found(text, what):
    assert ("american-spelling", what) in seen(f"<p>{text}</p>")


@pytest.mark.parametrize(
    "text",
    [
        "The Department of Labor and the Center for Humane Technology publish figures.",
        "Center for Humane Technology figures are cited.",
        "The World Health Organization is in Geneva.",
        "The program crashed, and a computer program is a list of steps.",
        "You need a licence, and we license the software; doctors practise, and the practice is closed.",
        "The CSS property color takes a name.",
        "Colour, centre, organise, analyse, programme, catalogue, travelling, fulfil, grey and judgement.",
        "The size of the prize; advise, exercise, promise and otherwise.",
        "“The organization hires in spring,” said Ana.",
        "Use <code>recieve()</code> and <code>color</code>.",
        "Zoë and Łukasz met Siobhán in Kraków, São Paulo and Llanfairpwll.",
        "The team uses LangChain, vLLM, pgvector, kubectl and dbt.",
        "Keighley, Loughborough, Slough, Rhyl and Ynys Môn are places.",
        "The enviroment of that name is on the word list.",
        "Contactors, managers, wandering lights and whither they went.",
        "The panel focusses on one extendible plan, and the MIT License is not required.",
    ],
)
def test_names_code_quotations_and_right_words_pass(text):
    assert seen(f"<p>{text}</p>") == []


def test_what_somebody_else_wrote_is_theirs():
    document = Document(blocks=(Quote(text="We recieve colors.", source="A blog"),))
    assert [list(check(DocumentText(document), SITE)) for check in misspellings.CHECKS] == [[], []]


def test_no_right_word_is_a_slip_of_another():
    known = slips.known_slips()
    assert known.keys() & set(slips.WORDS.split()) == set()
    assert typos.misspelt(frozenset(known.values())) == {}


def test_a_table_of_patterns_is_read_line_by_line():
    table = read("# none\nof: (could|would) of → \\1 have\n")
    assert [list(slip.found("We would of gone.")) for slip in table["of"]] == [[("would of", "would have")]]


def test_without_the_program_nothing_is_held_back_and_the_log_says_so(monkeypatch, caplog):
    monkeypatch.setattr(typos, "PROGRAM", typos.PROGRAM.with_name("not-there"))
    typos._remembered.clear()
    with caplog.at_level(logging.ERROR):
        assert typos.misspelt(frozenset({"recieve"})) == {}
    assert [record.message for record in caplog.records] == ["The spelling checker does not run."]


def test_a_word_is_asked_for_once(monkeypatch):
    typos._remembered.clear()
    assert typos.misspelt(frozenset({"recieve", "work"})) == {"recieve": ("receive",)}
    monkeypatch.setattr(typos, "PROGRAM", typos.PROGRAM.with_name("not-there"))
    assert typos.misspelt(frozenset({"recieve", "work"})) == {"recieve": ("receive",)}


def test_a_program_that_fails_is_logged(monkeypatch, caplog, tmp_path):
    failing = tmp_path / "typos"
    failing.write_text("#!/bin/sh\nexit 70\n")
    failing.chmod(0o755)
    monkeypatch.setattr(typos, "PROGRAM", failing)
    typos._remembered.clear()
    with caplog.at_level(logging.ERROR):
        assert typos.american(frozenset({"colors"})) == {}
    assert {record.message for record in caplog.records} == {"The spelling checker does not run."}


def test_american_spellings_are_one_finding_that_names_the_others():
    (finding,) = findings("<p>The color and the labor of it.</p><p>Another color.</p>")
    assert finding.what == "“color” should be “colour”."
    assert finding.advice.endswith("The guide has 3 such places. Others are “labor”.")
    assert finding.fix(guide("<p>A color, some labor.</p>")) == guide("<p>A colour, some labour.</p>")


def test_the_linked_title_of_another_page_is_spelt_as_its_author_did():
    link = '<a href="https://example.org/">Ten simple rules for recognizing data</a>'
    assert findings(f"<p>Read {link}.</p>") == []
    assert len(findings(f"<p>Read {link}, and recognize it.</p>")) == 1
