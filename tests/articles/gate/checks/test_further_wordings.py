"""One kind of slip in many wordings, and sentences that come near to it and pass."""

from datetime import date
from html import escape

import pytest

from articles.document import SalaryTable, Text
from articles.gate.checks import examine
from articles.gate.context import SiteContext
from tests.articles.gate.checks.test_correct_sentences import sound_guide
from tests.cast import ENGINEER

SITE = SiteContext(today=date(2026, 11, 24), hosts=frozenset({"www.example.org"}))

FOUND = {
    "placeholder": [
        "Three bullets on the onboarding week go here",
        "Diagram to be drawn",
        "ADD STAT: share of remote roles",
        "Leave a gap here for the infographic",
        "Picture of the Manchester team goes in this space",
        "Paste job description below",
        "The panel is TBD, but three people will sit on it.",
        "Chapter on visas to follow.",
        "The venue is yet to be confirmed.",
        "About Y% of the team works from home.",
        "Engineers consectetur adipiscing elit at this level.",
        "Dear FIRSTNAME, your CV has reached us.",
        "This is a great place to tell people about yourself.",
        "Select an image for this gallery",
        "ClientName hires every spring.",
        "Read about [a bank, name withheld] and its cloud.",
    ],
    "note-to-colleague": [
        "Don’t forget to change the date before this goes out.",
        "Legal want us to soften this sentence.",
        "Have asked Ravi for the figures, will update.",
        "(Ana: please check the numbers with finance)",
        "Someone should check whether these rates are still right.",
        "Not happy with this ending, any ideas?",
        "Old intro, keep just in case",
        "This section is not finished yet, sorry.",
        "JP to add a line on pensions",
        "The market grew 7% – who says?",
    ],
    "chat-residue": [
        "I’ve put together an outline for your guide on interviews.",
        "As requested, here is a shorter version.",
        "Should you need a shorter version, I’d be glad to write one.",
        "My information may be out of date, so verify the figures.",
        "This should give you a solid starting point for your article.",
    ],
    "brief-as-content": [
        "Include the keyword “data engineer” at least five times.",
        "Keep the tone light but professional, and include three examples.",
        "Outline: intro, three tips, conclusion",
        "Goal of this article: rank for contract jobs",
    ],
    "form-furniture": [
        "Choose one: ( ) Permanent ( ) Contract",
        "☐ I have read the terms",
        "Characters remaining: 160",
        "Tick all that apply",
    ],
    "web-furniture": [
        "Already a member? Sign in.",
        "Last updated: 3 days ago · 5 min read",
        "This article is for subscribers only.",
        "Report this comment",
    ],
    "trial-text": ["yadda yadda yadda", "etc etc etc", "Some text, some more text, some text."],
    "announced-thing-missing": ["Before the second call, prepare these three papers."],
    "superlative-without-a-source": [
        "Go is without question the finest language ever designed.",
        "Contracting is the smartest move you can make.",
    ],
    "trend-without-a-source": ["Degrees have become a thing of the past."],
    "statistic-without-a-source": ["Two thirds of cloud migrations overrun."],
    "experience-without-a-voice": ["In our fifteen years of placing testers, short tests have worked best."],
    "law-without-a-source": [
        "A tester who sets her own hours falls outside IR35.",
        "Travel between two clients counts as working time.",
        "You may start work once the certificate of sponsorship is there.",
    ],
    "relative-time": ["Several weeks ago, the two largest vendors raised their fees.", "A new standard is on the horizon."],
    "stale-year": ["The edition published in 2019 is the newest."],
    "discrimination-disability": ["An open office is no place for anyone with epilepsy."],
    "discrimination-family": ["Testers with small children need not apply."],
    "discrimination-sex": ["The female testers take care of the flowers."],
    "discrimination-religion": ["Engineers who fast during Ramadan would not suit the rota."],
    "agreement": ["Every tester need a laptop.", "The notes from the first call was lost."],
    "wrong-word": ["Its rare for a trial to last so long.", "Most juniors soon find there way."],
    "private-matter": ["Joan Marsh cannot travel until her divorce is settled."],
    "pay-slip": ["The contract pays £400,000 a day."],
    "pay-without-currency": ["The basic pay rose from 38,000 to 44,000."],
    "announced-count": ["The four parts of the test are reading, writing and speaking."],
}  # fmt: skip

PASS = [
    "A candidate need not have a degree.",
    "An answer read aloud shows where it stumbles.",
    "A job run by one person is a risk.",
    "Put your name and the date at the top of the page.",
    "Add a link to your portfolio, so that they can see your code.",
    "A photo is not needed.",
    "The date can still be TBC when you sign.",
    "Ana, is that the right room?",
    "I moved to Leeds for now and hope to stay.",
    "This section explains what a notice period is.",
    "This part of the interview needs another person to take notes.",
    "We have asked three managers how they read a CV.",
    "Waiting for the client to confirm can take a week.",
    "Keep it simple. Recruiters read dozens of letters a day.",
    "Use short sentences in your CV, and avoid jargon.",
    "Write for somebody who has never heard of your last firm.",
    "I hope that you enjoy the new job.",
    "Choose the form that fits, permanent or contract.",
    "Tick each box when you have done it.",
    "The team grew from two people to nine.",
    "Of the three parts, two are done at home.",
    "The three of us met in Leeds, York and Hull.",
    "Every team needs a lead.",
    "The notes from the first call were lost.",
    "Its rooms are small, and its windows are large.",
    "Pay is not the only thing that matters.",
    "They went there, and there was nobody.",
    "Each of the women in the team has a mentor.",
    "Load fonts with @font-face after the text has been drawn.",
    "Type /incident <name> into the channel.",
    "A full stop (.), an exclamation mark (!) or a question mark (?) ends a sentence.",
    "An error says: enter a valid sort code like 309430.",
    "The details needed from each receipt are the sum and the day.",
]


def told(text):
    """The checks that find something in a sound guide with the text as a paragraph of its own, and not without it."""
    before = {finding.check for finding in examine(sound_guide(), SITE)}
    guide = sound_guide(Text(html=f"<p>Plan ahead.</p><p>{escape(text, quote=False)}</p><p>Then wait.</p>"))
    return {finding.check for finding in examine(guide, SITE)} - before


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in FOUND.items() for text in texts])
def test_every_wording_is_found(check, text):
    assert check in told(text)


@pytest.mark.parametrize("text", PASS)
def test_what_comes_near_passes(text):
    assert told(text) == set()


def test_an_interview_with_names_before_its_lines_passes():
    lines = ("Ana: Is this still how you work?", "Tom: It is.", "Ana: Do you like it?", "Tom: I do.")
    blocks = Text(html="".join(f"<p>{line}</p>" for line in lines))
    assert [finding.check for finding in examine(sound_guide(blocks), SITE) if finding.blocks] == []


@pytest.mark.parametrize("number", [2, 4])
def test_a_sentence_right_before_a_list_counts_it(number):
    html = "<p>Expect three questions about your code.</p><ul>"
    html += "".join(f"<li>Point {letter}</li>" for letter in "abcd"[:number]) + "</ul>"
    assert "announced-count" in {finding.check for finding in examine(sound_guide(Text(html=html)), SITE)}


def test_a_band_of_the_table_in_other_money_is_found_without_a_level():
    figure = ENGINEER.figures[0]
    table = SalaryTable(role="tester", role_name="tester", figures=(figure,))
    text = f"Testers are paid between ${figure.low:,} and ${figure.high:,}."
    found = {finding.check for finding in examine(sound_guide(table, Text(html=f"<p>{text}</p>")), SITE)}
    assert "salary-differs-from-table" in found
