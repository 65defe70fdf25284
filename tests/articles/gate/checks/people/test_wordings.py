"""Wording that favours or shuts out somebody, unless the guide quotes it or teaches about it."""

from datetime import date

import pytest

from articles.document import Document, Insight, KeyTakeaways, QuestionAnswer, Quote, Text, Video
from articles.gate.checks.people import age, belief, family, health, looks, origin, pronouns, sex
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText

FACTS = SiteContext(today=date(2026, 11, 24))
CHECKS = [check for module in (age, sex, pronouns, origin, health, family, belief, looks) for check in module.CHECKS]
YOUNG = "We want a young and energetic team."


def findings(*blocks, title="A guide to hiring"):
    guide = DocumentText(Document(title=title, blocks=blocks))
    return [finding for check in CHECKS for finding in check(guide, FACTS)]


def said(text):
    return {finding.check for finding in findings(Text(html=f"<p>{text}</p>"))}


@pytest.mark.parametrize(
    ("check", "texts"),
    [
        (
            "discrimination-age",
            [
                "Digital natives only.",
                "The role suits a recent graduate.",
                "You are fresh out of university.",
                "Candidates should be under 35.",
                "The right person is in their twenties.",
                "Suits somebody close to retirement.",
                "We need fresh blood.",
                "A mature candidate would suit the role.",
                "The average age of our team is 27.",
                "No older than 40.",
            ],
        ),
        (
            "discrimination-sex",
            [
                "We need a salesman for the north.",
                "The chairman decides.",
                "A waitress is wanted.",
                "Ask the girls on reception.",
                "The new receptionist should be a woman.",
                "Ladies preferred.",
                "Bring your wives to the party.",
            ],
        ),
        (
            "discrimination-pronoun",
            [
                "He will report to the head of data.",
                "A developer looks after his own laptop.",
                "The secretary keeps her desk tidy.",
                "She must answer the phone.",
            ],
        ),
        (
            "discrimination-race",
            [
                "Native English speakers only.",
                "English must be your mother tongue.",
                "British nationals only.",
                "No foreigners.",
                "You speak without an accent.",
                "Candidates must be born in the UK.",
                "We prefer candidates with English names.",
            ],
        ),
        (
            "discrimination-disability",
            [
                "Able-bodied applicants only.",
                "You are in excellent health.",
                "Not suitable for wheelchair users.",
                "No history of sick leave.",
                "Ask each candidate about their health.",
                "You must not suffer from anxiety.",
                "She is confined to a wheelchair.",
                "Tell us about your medical history.",
            ],
        ),
        (
            "discrimination-family",
            [
                "Single people only, because of the travel.",
                "Applicants should not be planning a family.",
                "Suits somebody without children.",
                "Ask whether she is married.",
                "Are you planning to have children?",
                "No maternity leave in the first year.",
            ],
        ),
        (
            "discrimination-religion",
            [
                "Must be willing to shave.",
                "No headscarves.",
                "Christians only.",
                "You share our Christian values.",
                "Catholics preferred.",
            ],
        ),
        ("discrimination-orientation", ["No transgender applicants.", "Straight men only."]),
        (
            "discrimination-looks",
            [
                "You are attractive and well presented.",
                "Slim build preferred.",
                "A pretty face for reception.",
                "Send a recent photograph with your CV.",
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wording_that_favours_or_shuts_out_is_found(check, texts):
    assert [text for text in texts if check not in said(text)] == []


@pytest.mark.parametrize(
    ("check", "texts"),
    [
        (
            "discrimination-age",
            [
                "We want someone with youthful drive.",
                "Older applicants may find our stack hard to pick up.",
                "Digital natives will feel at home.",
                "Suits someone in their first years after college.",
                "We are after people under thirty.",
                "No more than three years out of university.",
                "Applicants over 45 rarely settle in.",
                "It would suit somebody born after 1995.",
                "You are at an early stage of your life.",
                "No dinosaurs, please: our stack is new.",
                "Someone with grey hair would feel out of place.",
                "A maximum of five years’ experience.",
            ],
        ),
        (
            "discrimination-sex",
            [
                "A woman’s touch is needed at reception.",
                "Men make better security engineers.",
                "Women tend to be weaker at systems work.",
                "You will be one of the lads.",
                "A good manager brings his wife to the party.",
                "The post would suit a mum who wants pin money.",
            ],
        ),
        (
            "discrimination-race",
            [
                "We prefer people who grew up in Yorkshire.",
                "Poles work harder than most.",
                "Indian developers are cheaper.",
                "People with Irish accents struggle on the phones.",
                "A name that clients cannot pronounce will hold you back.",
                "You speak English like a local.",
            ],
        ),
        (
            "discrimination-disability",
            [
                "You are in perfect physical and mental health.",
                "A stammer would be a problem on the phones.",
                "You must never have been signed off sick.",
                "No history of mental illness.",
            ],
        ),
        (
            "discrimination-family",
            [
                "We would rather not hire anyone who is pregnant.",
                "The hours are no good for parents.",
                "Who will look after your kids when you travel?",
                "We do not hire newlyweds.",
                "A settled family man would do well.",
            ],
        ),
        (
            "discrimination-religion",
            [
                "Candidates who wear a turban will not suit the front desk.",
                "Time off for prayer cannot be given.",
                "You must be happy to work on the Sabbath.",
                "Teetotallers may find Fridays dull.",
            ],
        ),
        ("discrimination-orientation", ["Gay candidates may not fit in.", "The team wants a real man."]),
        (
            "discrimination-looks",
            [
                "The receptionist should be pretty and slim.",
                "Film-star looks are a bonus.",
                "Nobody over twelve stone.",
                "Send a smiling selfie with your CV.",
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_means_the_same_in_other_words_is_found(check, texts):
    assert [text for text in texts if check not in said(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The offer must be attractive.",
        "A portfolio makes you a more attractive and rounded candidate.",
        "Sam was born and bred in Yorkshire and now leads the desk.",
        "The school run is a good reason to ask for a later start.",
        "Somebody who uses a wheelchair may want the ground floor.",
        "A strong accent on testing helps.",
        "It has been in use for over 20 years.",
        "The team will grow and mature.",
        "A colleague with fresh eyes reads it.",
        "A bachelor’s degree or the same knowledge from work.",
        "Ask Christian Field, who does a good job.",
        "The site works for people with disabilities and without them.",
        "We thank everybody who wanted to help; the guys on the night shift stayed late.",
        "Send the request with Postman, and read what comes back.",
    ],
)
def test_the_same_words_of_other_matters_pass(text):
    assert said(text) == set()


def test_the_finding_names_the_words_and_what_to_write():
    (finding,) = findings(Text(html=f"<p>Plan ahead. {YOUNG}</p>"))
    assert (finding.level, finding.place, finding.excerpt) == (Level.WARNS, Place(block=0, field="html"), YOUNG)
    assert finding.what == "“young and energetic” favours people of one age."
    assert finding.advice.startswith("Describe the work and its pace")


@pytest.mark.parametrize(
    "block",
    [
        KeyTakeaways(items=(YOUNG,)),
        QuestionAnswer(question="Who fits in?", answer=f"<p>{YOUNG}</p>"),
        Text(html=f"<ul><li>{YOUNG}</li></ul>"),
        Insight(html=f"<p>{YOUNG}</p>"),
    ],
)
def test_it_is_found_in_every_voice_of_the_guide(block):
    assert [finding.check for finding in findings(block)] == ["discrimination-age"]


@pytest.mark.parametrize(
    "block",
    [
        Quote(text=YOUNG, source="An advert of 1974"),
        Video(title="An interview", transcript=f"<p>{YOUNG}</p>"),
        Text(html=f"<p>Adverts said “{YOUNG}” and nobody minded.</p>"),
        Text(html=f"<p>An advert must not discriminate. {YOUNG}</p>"),
        Text(html=f"<h2>Words to avoid</h2><p>These are some.</p><ul><li>{YOUNG}</li></ul>"),
        Text(html=f"<p>Never write:</p><ul><li>{YOUNG}</li></ul>"),
        QuestionAnswer(question="Can I ask for a young team?", answer=f"<p>{YOUNG}</p>"),
        Text(html="<table><tbody><tr><td>Young and energetic</td><td>Releases weekly</td></tr></tbody></table>"),
    ],
)
def test_quotations_and_lessons_pass(block):
    assert findings(block) == []


def test_a_guide_about_discrimination_may_say_everything():
    assert findings(Text(html=f"<p>{YOUNG}</p>"), title="How to keep discrimination out of an advert") == []


@pytest.mark.parametrize(
    "text",
    [
        # Age
        "If you are a recent graduate, say what you built at university.",
        "Graduates and career changers are equally welcome.",
        "The event is for recent graduates and anyone who wants to move into research.",
        "A mature codebase needs patience.",
        "It is a young company with an old database.",
        "Keep the summary under 50 words.",
        "More than over 40 people applied.",
        "Avoid phrases such as young and dynamic.",
        "Do not ask for a digital native.",
        "Explain it as to a 12 year old.",
        "The team supports older browsers.",
        # Sex
        "The chair decides, and the salesperson agrees.",
        "Your manager may ask how they can help.",
        "Sam Field said that she will report to the head of data.",
        "The candidate brings his or her own laptop.",
        "Women are under-represented in the field, and we encourage them to apply.",
        "Freshman courses differ, and so do German ones.",
        "Manage the roadmap and human factors.",
        # Origin
        "Write plainly for non-native English speakers.",
        "You need fluent written English for reports to clients.",
        "You must also have a UK National Insurance number.",
        "British nationals only may hold the security clearance for this post.",
        "Both UK and non-UK citizens can apply.",
        "Cloud-native experience helps.",
        "Local development takes an hour to set up.",
        # Disability, family
        "Ask every candidate which adjustments they need.",
        "The building is accessible to wheelchair users.",
        "Health insurance begins on the first day.",
        "A health check of the service runs each minute.",
        "No single person should be a point of failure.",
        "Parental leave is the same for everybody.",
        "The parent class has no children.",
        "You must not ask about children or pregnancy.",
        # Belief, looks
        "You may take time off for religious festivals.",
        "Put faith in the tests.",
        "A good-looking CV is a readable one.",
        "Everybody knows what good looks like.",
        "The offer is attractive to senior engineers.",
        "It should be pretty clear by then.",
        "There is no need to send a photo with your CV.",
        "Draw a straight line under it.",
    ],
)
def test_right_sentences_of_the_neighbourhood_pass(text):
    assert said(text) == set()
