"""The idea of a rule is found in words that no list of phrases holds: by who stands beside what."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks import dates, evidence, links, numbers, pay, people
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText

CHECKS = tuple(check for package in (dates, evidence, links, numbers, pay, people) for check in package.CHECKS)
SITE = SiteContext(today=date(2026, 11, 26), hosts=frozenset({"www.example.org"}))


def found(html):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=html),)))
    return [finding.check for check in CHECKS for finding in check(guide, SITE)]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("experience-without-a-voice", "We’ve spent a decade matching testers with banks."),
        ("experience-without-a-voice", "You are in the hands of people who have recruited analysts for twenty years."),
        ("experience-without-a-voice", "I once placed a tester within a day."),
        ("observation-without-a-voice", "The testers we meet each month are tired of trains."),
        ("observation-without-a-voice", "Hardly a week goes by without a client asking about robots."),
        ("superlative-without-a-source", "Nothing else teaches you as much as an on-call rota."),
        ("superlative-without-a-source", "This is the most detailed checklist you will find."),
        ("statistic-without-a-source", "Teams with a clear brief fill their roles three times faster."),
        ("statistic-without-a-source", "It takes 42 days on average to fill a post."),
        ("law-without-a-source", "Agencies are not allowed to withhold wages."),
        ("law-without-a-source", "A recruiter may not pass on your CV without consent."),
        ("relative-time", "The recently opened office in Hull is hiring."),
        ("relative-time", "The rate changes this Friday."),
        ("passed-future", "Nominations for the 2025 prize close soon."),
        ("stale-year", "As things stand (May 2022), there is no fee."),
        ("unsourced-salaries", "Testers bill between £420 and £480 a day."),
        ("unsourced-salaries", "Analysts on nights get £4,200 more than the day team."),
        ("pay-without-currency", "Interim managers invoice 700 per day."),
        ("pay-range-reversed", "From £25 down to £18 an hour, depending on skill."),
        ("pay-slip", "Testers bill £475k per day."),
        ("arithmetic-wrong", "Four of the sixteen testers, or 30%, work at home."),
        ("arithmetic-wrong", "Three shifts at £200 each come to £700."),
        ("arithmetic-wrong", "Numbers fell from 80 to 60, a drop of 30%."),
        ("shares-beyond-the-whole", "Half are contractors, a third are staff and a quarter are apprentices."),
        ("shares-beyond-the-whole", "Retention on the team stands at 130%."),
        ("discrimination-age", "The desk has an average age of 26 and likes it that way."),
        ("discrimination-sex", "Women are not cut out for night work."),
        ("discrimination-race", "We skip candidates from abroad."),
        ("discrimination-disability", "Have you ever been signed off with stress?"),
        ("discrimination-family", "Parents of young children let us down on Fridays."),
        ("private-matter", "Since his divorce Paul Shaw has worked nights."),
        ("private-matter", "Tom Baker’s daughter has leukaemia, so he works short days."),
    ],
)
def test_an_idea_is_found_in_other_words(check, text):
    assert check in found(f"<p>{text}</p>")


@pytest.mark.parametrize(
    ("check", "address", "words"),
    [
        ("link-with-tracking", "https://books.example/x?ref=desk-20", "the book"),
        ("link-to-other-admin", "https://console.aws.amazon.com/s3/home", "the files"),
        ("link-misnamed", "https://www.facebook.com/desk", "guidance from the NCSC"),
    ],
)
def test_a_link_is_judged_by_where_it_leads(check, address, words):
    assert check in found(f'<p>Read <a href="{address}">{words}</a> first.</p>')


@pytest.mark.parametrize(
    "text",
    [
        "If nothing else, it makes teams talk more.",
        "I’ve spent five years writing about stylesheets.",
        "See what the guys are up to.",
        "The majority of the code is tested.",
        "Pay fell from £60,000 down to £50,000 when the hours were cut.",
        "Four of the sixteen testers, or 25%, work at home.",
        "Three shifts at £200 each come to £600.",
        "Numbers fell from 80 to 60, a drop of 25%.",
        "Ask the managers you meet how they plan the week.",
        "By this time next year, you could lead a team.",
        "The fix is in #65, and it works.",
    ],
)
def test_look_alikes_pass(text):
    assert found(f"<p>{text}</p>") == []


@pytest.mark.parametrize(
    "address", ["https://github.com/a/b/tree?ref=main", "https://docs.djangoproject.com/page?ref=v1.2"]
)
def test_a_branch_of_code_is_no_tracking(address):
    assert found(f'<p>Read <a href="{address}">the notes</a> first.</p>') == []
