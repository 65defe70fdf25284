"""Claims need somebody or something behind them: a voice, a source or a date."""

from dataclasses import replace
from datetime import date

import pytest

from articles.document import (
    CallToAction,
    Document,
    FinalTakeaway,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    Speaker,
    Text,
)
from articles.gate.checks.evidence.claims import CHECKS
from articles.gate.checks.evidence.relative_time import relative_time
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText
from tests.articles.gate.checks.demo import demo_documents

FACTS = SiteContext(today=date(2026, 11, 24))
DESK = Speaker(slug="data-desk", name="Data desk")
SAID = date(2026, 5, 1)


def findings(*blocks, **fields):
    guide = DocumentText(Document(**({"title": "A guide"} | fields), blocks=blocks))
    return [finding for check in CHECKS for finding in check(guide, FACTS)]


def found(*blocks, **fields):
    return [(finding.check, finding.level, finding.place) for finding in findings(*blocks, **fields)]


def said(text):
    """The names of the checks that a paragraph fails."""
    return [finding.check for finding in findings(Text(html=f"<p>{text}</p>"))]


@pytest.mark.parametrize("slug", demo_documents())
def test_demo_guides_pass(slug):
    document = demo_documents()[slug]
    assert [finding for check in CHECKS for finding in check(DocumentText(document), FACTS)] == []


# Experience


@pytest.mark.parametrize(
    "text",
    [
        "In our experience, a short task works well.",
        "From our experience, managers skim the first page.",
        "In my experience, references are seldom read.",
        "Short adverts, in our experience, draw the right people.",
        "In our long experience of placing testers, portfolios help.",
        "In our recruiters’ experience, the second stage decides.",
        "In our own experience hiring is slower in August.",
        "Our experience shows that feedback matters.",
        "Our experience is that people stay for the work.",
        "In our experience placing engineers, the gap is production readiness.",
        "It depends on our experience of the employer.",
        "In our 20 years of experience, referrals bring the best people.",
        "We know from experience that silence puts people off.",
        "We’ve sat through thousands of calls, so trust us.",
        "After ten years in this trade, we can tell.",
    ],
)
def test_experience_without_a_voice_blocks(text):
    assert found(Text(html=f"<p>Words first.</p><p>{text}</p>")) == [
        ("experience-without-a-voice", Level.BLOCKS, Place(block=0, field="html"))
    ]


def test_the_authors_own_experience_has_a_voice():
    assert found(Text(html="<p>In my experience, references are seldom read.</p>"), author="sam-field") == []
    assert found(Text(html=f"<p>{CLAIM}</p>"), author="sam-field") != []


def test_who_tells_a_whole_guide_of_themselves_is_its_voice():
    own = "".join(f"<p>I {did}.</p>" for did in ("test games", "left in May", "moved to Leeds", "like it here"))
    for claim in ("From experience, nobody rings back.", "I’ve lost count of the calls that came too late."):
        assert found(Text(html=f"{own}<p>{claim}</p>")) == []
        assert [check for check, *_ in found(Text(html=f"<p>{claim}</p>"))] == ["experience-without-a-voice"]
    assert [check for check, *_ in found(Text(html=f"{own}<p>{CLAIM}</p>"))] == ["experience-without-a-voice"]


def test_the_finding_quotes_the_claim():
    (finding,) = findings(Text(html="<p>Be brief. In our experience, managers skim.</p>"))
    assert finding.what == "“In our experience” stands in the guide without the person or desk whose experience it is."
    assert finding.excerpt == "In our experience, managers skim."


CLAIM = "In our experience, managers skim."


@pytest.mark.parametrize(
    ("blocks", "place"),
    [
        ((KeyTakeaways(items=(CLAIM,)),), Place(block=0, field="items")),
        ((QuestionAnswer(question="Is it so?", answer=f"<p>{CLAIM}</p>"),), Place(block=0, field="answer")),
        ((FinalTakeaway(html=f"<p>{CLAIM}</p>"),), Place(block=0, field="html")),
        ((CallToAction(heading="Hello", label="Write", text=CLAIM),), Place(block=0, field="text")),
        ((Quote(text=CLAIM),), Place(block=0, field="text")),
        ((Text(html=f"<ul><li>{CLAIM}</li></ul>"),), Place(block=0, field="html")),
    ],
)
def test_experience_is_found_in_every_kind_of_block(blocks, place):
    assert found(*blocks) == [("experience-without-a-voice", Level.BLOCKS, place)]


def test_experience_is_found_in_the_standfirst():
    assert found(standfirst=CLAIM) == [("experience-without-a-voice", Level.BLOCKS, Place(field="standfirst"))]


@pytest.mark.parametrize(
    "text",
    [
        "In our experience, says Sam Field of the data desk in May 2026, managers skim.",
        "“In our experience, managers skim,” says Sam Field.",
        "Sam Field, who recruits testers, says that in our experience managers skim.",
        "In our experience, as the data desk reported in May, managers skim.",
        "According to our data desk, managers skim. In our experience that is no fault.",
        "Phrases such as “in our experience” need a name.",
        "List each employer in your experience section.",
        "Put the newest role first in the experience section.",
        "Bring two stories to talk through in our experience interview.",
        "Describe the experience that the job needs.",
        "A team gains experience in our industry quickly.",
        "It takes years of experience to judge that.",
        "Candidates with experience in our field are rare to find in one town.",
        "Say what you learned from the experience.",
        "We describe the stages in our guide.",
        "We recommend two stages.",
        "Our advice draws on experience of both sides, as our authors’ pages describe.",
        "Tell us about your experience.",
        "A candidate’s experience of the interview matters.",
        "Your own experience is the best material for an answer.",
        "Experience is worth more than a certificate.",
        "I have read a lot of other books in the last 13 years.",
        "I have certainly lost count of the songs about it.",
        "We hope that other teams can learn from our experience.",
        "We’ve written a page with a little more detail than an engineer needs.",
        "One side of our experience is that we remember how a day ended.",
    ],
)
def test_experience_of_a_named_voice_or_of_the_reader_passes(text):
    assert said(text) == []


def test_headings_and_attributed_blocks_pass():
    claim = f"<p>{CLAIM}</p>"
    assert findings(Text(html="<h2>How we work</h2><p>Words.</p>")) == []
    assert findings(Text(html="<h2>In our experience</h2><p>Words.</p>")) == []
    assert findings(Insight(html=claim, speaker=DESK, said_on=SAID)) == []
    assert findings(Quote(text=CLAIM, source="Sam Field, data desk")) == []


# Observations


@pytest.mark.parametrize(
    "text",
    [
        "We find that hiring managers learn more from reasons.",
        "We often see CVs that list every tool.",
        "We have found that short adverts work.",
        "We’ve seen more teams ask for a portfolio.",
        "We see many candidates who undersell their part.",
        "We are seeing fewer take-home tasks.",
        "Our consultants report that offers come sooner.",
        "Our consultants say the second interview decides.",
        "Our clients tell us that they value plain writing.",
        "Hiring managers tell us they read the first page.",
        "Candidates often tell us that silence is the worst answer.",
        "We regularly hear that pay is left out.",
        "We hear from candidates that feedback is rare.",
        "Our recruiters have noticed that offers are accepted sooner.",
    ],
)
def test_an_observation_without_a_voice_warns(text):
    assert found(Text(html=f"<p>{text}</p>")) == [
        ("observation-without-a-voice", Level.WARNS, Place(block=0, field="html"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We find engineers for teams across the UK.",
        "We find you a shortlist within a week.",
        "We recommend that you ask.",
        "When we see your CV, we look for the result.",
        "If we find that a role has changed, we tell you.",
        "Once we have seen the brief, we call you.",
        "We see candidates in person or by video.",
        "We describe what we look for in our guide.",
        "We help you find out what the team needs.",
        "Ask what employers tell us about, and we will pass it on.",
        "Candidates who tell us what they want hear back sooner.",
        "The data desk reports that we often see CVs without dates.",
        "Sam Field says that we find that notes help.",
        "Lines such as “we often see” need a name.",
        "People whom we often see at meetings need no introduction.",
        "As we have seen, the two roles overlap.",
        "We hear you out before we suggest a role.",
        "Tell us what you see.",
        "Our consultants reply within one working day.",
        "Our clients range from start-ups to banks.",
        "The candidates we hear good things about afterwards ask questions.",
    ],
)
def test_services_conditions_and_named_observations_pass(text):
    assert said(text) == []


# Insights


@pytest.mark.parametrize(
    ("fields", "field", "what"),
    [
        ({"said_on": SAID}, "speaker", "This insight has no speaker."),
        ({"speaker": DESK}, "said_on", "This insight has no date."),
        ({}, "speaker", "This insight has no speaker and no date."),
        ({"speaker": Speaker(slug="nobody", name=""), "said_on": SAID}, "speaker", "This insight has no speaker."),
    ],
)
def test_an_insight_without_speaker_or_date_blocks(fields, field, what):
    (finding,) = findings(Insight(html="<p>Managers skim.</p>", **fields))
    assert (finding.check, finding.level, finding.what) == ("insight-without-speaker-or-date", Level.BLOCKS, what)
    assert finding.place == Place(block=0, field=field)


def test_an_insight_with_both_passes_and_an_empty_one_is_not_shown():
    assert findings(Insight(html="<p>Managers skim.</p>", speaker=DESK, said_on=SAID), Insight()) == []


# Superlatives and trends


@pytest.mark.parametrize(
    "text",
    [
        "Data engineers are one of the most in-demand roles in tech.",
        "It is among the most sought-after skills.",
        "This role has become one of the most important in modern teams.",
        "It is the most important role in the company.",
        "Data engineering is the fastest-growing field in tech.",
        "It is the best-paid profession of all.",
        "Python is the most popular programming language.",
        "We are a leading recruitment agency.",
        "Work with the UK’s leading technology recruiter.",
        "Our consultants give a world-class service.",
        "We have the best consultants in the industry.",
        "Ask the best recruitment agency.",
        "Candidates with cloud skills command the highest salaries.",
        "Our service is second to none.",
        "Engineers are among the highest-paid people in tech.",
        "Python remains the most widely used language.",
    ],
)
def test_a_superlative_without_a_source_warns(text):
    assert found(Text(html=f"<p>{text}</p>")) == [
        ("superlative-without-a-source", Level.WARNS, Place(block=0, field="html"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Demand is increasing as businesses move on from experiments.",
        "Demand for engineers who can run models continues to grow.",
        "Demand for testers has grown.",
        "Roles like this have seen consistent demand growth.",
        "Data engineers are in demand across many sectors.",
        "There is growing demand for platform engineers.",
        "Employers are increasingly asking for portfolios.",
        "Increasingly, teams meet in person.",
        "More and more companies hire abroad.",
        "As more organisations adopt AI, engineers have more choice.",
        "As companies continue to invest in AI, the role spreads.",
        "Many businesses are increasing their budgets.",
        "Salaries have risen sharply.",
        "The job market is growing again.",
        "The demand for data engineers has never been higher.",
        "There is a huge demand for data engineers.",
        "The number of AI roles is growing rapidly.",
        "Salaries for engineers are rising fast.",
        "The role is more important than ever.",
        "There is a shortage of skilled engineers.",
        "Good testers have never been scarcer.",
        "AI is changing the way every firm recruits.",
        "Contract rates keep creeping up.",
        "Employers are tightening their belts.",
        "The market is flooded with junior developers.",
        "Graduates can no longer find a first job.",
        "Nobody wants to work in an office any more.",
        "Hiring has ground to a halt.",
        "Salaries in London are flat.",
    ],
)
def test_a_trend_without_a_source_warns(text):
    assert found(Text(html=f"<p>{text}</p>")) == [("trend-without-a-source", Level.WARNS, Place(block=0, field="html"))]


@pytest.mark.parametrize(
    "source",
    [
        "According to the trade body, {0}",
        "{0} The Office for National Statistics counted them in 2025.",
        "{0} A survey of members bears this out.",
        "{0} See <a href='https://www.ons.gov.uk/'>the figures</a>.",
        "{0} Source: the yearly report.",
        "{0} The CIPD found so in 2026.",
    ],
)
def test_a_source_in_the_same_paragraph_settles_it(source):
    assert said(source.format("Demand is increasing for the most in-demand roles.")) == []


ORDINARY = [
    "The most common question is about pay.",
    "Leave at least ten minutes for questions.",
    "The best way to prepare is to practise.",
    "Most teams hold a retrospective.",
    "A lead engineer sets the direction.",
    "Team leads review the plan.",
    "It is best practice to write tests first.",
    "One of the most common mistakes is to list every tool.",
    "One of the most important things to ask is who decides.",
    "One of the most useful questions is the simplest.",
    "The most important step is to agree the criteria.",
    "The best candidates ask questions.",
    "Choose the best time for both sides.",
    "Permanent roles offer a route into leading people.",
    "Avoid leading questions in an interview.",
    "She spent two years leading a small company’s data team.",
    "Avoid phrases such as “world-class” and “market-leading”.",
    "Check whether demand for the skill is growing where you live.",
    "When demand is high, the service adds servers.",
    "Learn the skills that are in demand near you.",
    "The demand on the database is constant.",
    "Capacity should follow demand.",
    "The data grows increasingly noisy with age.",
    "Ask for more responsibility as you grow.",
    "Continuous improvement is part of the job.",
    "Increase the sample until the result is stable.",
    "More companies are listed on the next page.",
    "Salaries vary by region.",
    "Pay is a fair question at the first interview.",
    "The role pays more where on-call work is shared.",
    "A good model is the simplest that does the job.",
    "Put your best work at the top.",
    "It is one of the most rewarding parts of the job.",
    "The market for contractors differs from town to town.",
    "How to tell whether a market is growing is a question of data.",
    "A leading zero is lost when a spreadsheet reads the code as a number.",
    "The leading causes of failed loads are late files and changed columns.",
    "The best employers to ask are those who answer plainly.",
    "One of the most important skills is to listen.",
    "Builds exist for the most popular platforms.",
    "A forecast model predicts demand for each product.",
    "Explain how the system behaves as demand grows.",
    "Adoption of a new tool takes patience.",
    "Is the role in demand?",
    "Offer the best salary you can afford, and say so.",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_superlatives_and_growth_pass(text):
    assert said(text) == []


# Relative time


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Engineers are hard to find right now.", "right now"),
        ("The role is currently paid by the day.", "is currently"),
        ("Currently, two bodies set the rules.", "Currently,"),
        ("Nowadays, few teams work alone.", "Nowadays"),
        ("Few teams work alone these days.", "these days"),
        ("In recent years, the tools have changed.", "In recent years"),
        ("The rules have recently changed.", "have recently"),
        ("Recently, the rules were relaxed.", "Recently,"),
        ("Hiring has slowed over the past 12 months.", "over the past 12 months"),
        ("Hiring has grown over the past 12–24 months.", "over the past 12–24 months"),
        ("Hiring has grown over the past 12โ€“24 months.", "over the past 12โ€“24 months"),
        ("The tools have changed within the last few years.", "within the last few years"),
        ("The rate of tax rises this year.", "this year"),
        ("The rules were relaxed last year.", "last year"),
        ("A new law takes effect next year.", "next year"),
        ("In today’s competitive market, speed counts.", "In today’s"),
        ("Today, most teams use containers.", "Today,"),
        ("Most teams today use containers.", "teams today"),
        ("The current job market favours employers.", "current job market"),
        ("There is a shortage at the moment.", "at the moment"),
        ("Over the past two years, hiring has slowed.", "Over the past two years"),
        ("The government recently announced new rules.", "government recently"),
        ("Contract roles are rare of late.", "of late"),
        ("Over the past 12 months salaries rose sharply.", "Over the past 12 months"),
        ("Last summer the team doubled.", "Last summer"),
        ("The new rules come in soon.", "rules come in soon"),
        ("Just announced: a new apprenticeship levy.", "Just announced"),
        ("This autumn budget will change the bands.", "This autumn budget"),
        ("As we write, the bill is before Parliament.", "As we write"),
        ("At the time of writing, nobody knows.", "At the time of writing"),
        ("Earlier this year the firm moved.", "Earlier this year"),
        ("In the coming months, pay will rise.", "In the coming months"),
        ("The threshold rose last month.", "last month"),
        ("Three weeks ago, the regulator spoke.", "Three weeks ago"),
        ("The upcoming budget will change the bands.", "upcoming budget"),
        ("Yesterday the minister said so.", "Yesterday the"),
        ("The next exam season is on the horizon.", "is on the horizon"),
        ("A ruling on breaks is only weeks away.", "is only weeks away"),
        ("Over the last few weeks the board has met twice.", "Over the last few weeks"),
        ("Some weeks ago the two desks became one.", "Some weeks ago"),
        ("Before we went to press, the vote was still open.", "Before we went to press"),
        ("The new form should be ready in time for Easter.", "should be ready in time for Easter"),
        ("Last week’s budget brought a higher threshold.", "Last week’s budget"),
        ("The portal is finally open.", "is finally open"),
        ("The exam was recently rewritten.", "was recently rewritten"),
        ("The levy was abolished not so long ago.", "not so long ago"),
        ("During the coming years, fewer posts will be advertised.", "During the coming years"),
        ("For the time being, the route is closed.", "For the time being, the"),
    ],
)
def test_a_now_without_a_date_warns(text, words):
    (finding,) = [found for found in findings(Text(html=f"<p>{text}</p>")) if found.check == "relative-time"]
    assert (finding.level, finding.excerpt) == (Level.WARNS, text)
    assert finding.what == f"“{words}” is not tied to a date."


@pytest.mark.parametrize("date_words", ["in November 2026", "since April", "on 24 May", "as measured in 2026"])
def test_a_date_in_the_same_paragraph_settles_it(date_words):
    assert said(f"Few teams work alone these days. That was so {date_words}.") == []


def test_a_year_in_the_title_settles_it_for_the_whole_guide():
    text = Text(html="<p>Few teams work alone these days. The fee rises this year.</p>")
    assert findings(text, title="What changed in 2025") == []


def test_what_was_said_before_the_last_review_is_outdated_even_beside_a_date():
    text = Text(html="<p>In May 2024 the rules changed. The fee rises this year.</p>")
    guide = DocumentText(Document(title="A guide", blocks=(text,)))
    on = {day: replace(FACTS, reviewed_on=date(*day)) for day in ((2025, 3, 1), (2026, 10, 1))}
    (finding,) = relative_time(guide, on[2025, 3, 1])
    assert (finding.check, finding.level, finding.excerpt) == (
        "relative-time-outdated",
        Level.WARNS,
        "The fee rises this year.",
    )
    assert finding.what == "The guide says “this year”, and was last reviewed on 1 March 2025."
    assert list(relative_time(guide, on[2026, 10, 1])) == []


def test_a_now_in_several_paragraphs_and_what_we_see_is_told_once():
    for text in ("Few teams work alone these days.", "We often see that people leave."):
        (finding,) = findings(Text(html=f"<p>{text}</p><p>Wait. {text[:-1]} now.</p>"))
        assert "The guide has 2 such places." in finding.advice


def test_a_dated_insight_may_speak_of_its_own_now():
    html = "<p>Testers are hard to find right now, and demand is growing.</p>"
    assert findings(Insight(html=html, speaker=DESK, said_on=SAID)) == []
    assert [finding.check for finding in findings(Insight(html=html, speaker=DESK))] == [
        "insight-without-speaker-or-date",
        "trend-without-a-source",
        "relative-time",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The work varies from day to day.",
        "Fetch the most recent changes first.",
        "So far these days have been held in Leeds.",
        "Check the current version of the file.",
        "Data arrives in batches or in real time.",
        "Thank your current employer.",
        "State your current salary only if you wish.",
        "Ask what happened in the last round of interviews.",
        "Plan your practice over the next two weeks.",
        "Say which tools you are currently learning.",
        "Note who is currently on call.",
        "If you are looking right now, write to us.",
        "Read a recent change with its author.",
        "Describe something that you have recently built.",
        "Someone who has recently moved may need time.",
        "List the work of the last five years.",
        "Has the team changed over the past year?",
        "Where do you want to be next year?",
        "In the last year of a degree, many apply early.",
        "Ask the last person who joined to read the notes.",
        "Write the test first, then run it at the moment of release.",
        "The team meets on these days and no others.",
        "What did you learn last year?",
        "Contact us today.",
        "Decide today what you will do tomorrow.",
        "A contract may run for 12 to 24 months.",
        "The model has been in use for three years.",
        "Say how your role has changed over the past two years.",
        "By this time next year, you could lead a team.",
        "Phrases such as “in today’s market” say little.",
        "The release that is currently live stays until the new one passes.",
        "A present from the team is a kind thought.",
        "The latest backup is the one to restore.",
        "The year ends with a review.",
        "Load the last 30 days of orders into a test table.",
        "Last year’s report is in the archive.",
        "Doing this year on year helps.",
        "Let them know as soon as the rules allow.",
        "At the time of writing my CV, I knew nobody.",
        "Ask what they did last week.",
        "Say what you want to have learnt by next summer.",
        "List three things you did this week.",
        "You may soon notice that the same questions return.",
        "Book the room for next month.",
        "The notice period ends two months after the letter.",
        "These days off are paid.",
        "Share options may vest over the next four years.",
        "Tell the interviewer what changed in the past year of the project.",
        "Over the past two years, what have you built?",
        "Look round the corner before you cross.",
        "Someone whose course was recently finished may apply.",
        "Most applicants have been ready before spring in other years.",
        "Without it nobody knows whether last night’s change helped.",
        "In the stand-up, each says what yesterday’s build showed.",
        "Press the button, and print the page.",
        "Ask how they worked for the few weeks before a release.",
    ],
)
def test_the_readers_own_now_and_ordinary_times_pass(text):
    assert said(text) == []
