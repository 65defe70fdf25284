"""A sentence that announces something is followed by it."""

from datetime import date

import pytest

from articles.document import (
    CallToAction,
    Document,
    Figure,
    FinalTakeaway,
    Image,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    Text,
    Video,
)
from articles.gate.checks.wording import lead_ins
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText
from tests import cast

FACTS = SiteContext(today=date(2026, 11, 24))
IMAGE = Image(name="pictures/desk.webp", width=1600, height=900)
LIST = "<ul><li>data scientists</li><li>product owners</li></ul>"
LEAD_IN = "They typically collaborate with:"
UNFINISHED = "Most of their week goes into planning, testing and"


def findings(*blocks, **fields):
    document_text = DocumentText(Document(blocks=blocks, **fields))
    return [finding for check in lead_ins.CHECKS for finding in check(document_text, FACTS)]


def seen(*blocks, **fields):
    return [(finding.check, finding.level, finding.place) for finding in findings(*blocks, **fields)]


DANGLING = [("dangling-lead-in", Level.BLOCKS, Place(block=0, field="html"))]
BEFORE_TEXT = [("colon-before-text", Level.WARNS, Place(block=0, field="html"))]


def test_a_lead_in_to_nothing_holds_the_guide_back():
    html = f"<h3>Working with others</h3><p>It is a team’s job. {LEAD_IN}</p><p>This keeps models useful.</p>"
    (finding,) = findings(Text(html=html))
    assert (finding.check, finding.level, finding.place) == DANGLING[0]
    assert finding.what == f"“{LEAD_IN}” announces something that does not follow."
    assert finding.excerpt == LEAD_IN


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{LEAD_IN}</p>",
        f"<p>{LEAD_IN}</p><p>This keeps models useful.</p>{LIST}",
        f"<p>{LEAD_IN}</p><ul></ul><p>This keeps models useful.</p>",
        f"<p>{LEAD_IN}</p><ul><li></li></ul><p>This keeps models useful.</p>",
        f"<p>{LEAD_IN}</p><ul><li>&nbsp;</li></ul>",
        f"<p>{LEAD_IN}</p><ul><li><p></p></li></ul><p>This keeps models useful.</p>",
        f"<p>{LEAD_IN}</p><table><tbody><tr><td></td></tr></tbody></table>",
        f"<p><strong>{LEAD_IN}</strong></p><p>This keeps models useful.</p>",
        f"<h2>People</h2><p>{LEAD_IN}</p><h2>Tools</h2><p>Many.</p>",
        f"<h2>People</h2><h3>Teams</h3><p>{LEAD_IN}</p><h3>Tools</h3><p>Many.</p><h3>Data</h3><p>Much.</p>",
        f"<h2>People</h2><p>{LEAD_IN}</p><h3>Data</h3><p>Much.</p><h2>Tools</h2><p>Many.</p>",
        "<ul><li>Python</li><li>These clouds:</li></ul>",
        "<ul><li>Python</li><li>These clouds:<ul><li></li></ul></li></ul>",
        f"<p>{LEAD_IN}&nbsp;</p><p>This keeps models useful.</p>",
    ],
)
def test_lead_ins_to_nothing_are_found(html):
    assert seen(Text(html=html)) == DANGLING


@pytest.mark.parametrize(
    "html",
    [
        "<p>The team has <strong>three tools:</strong></p><p>Nobody is sure which to choose.</p>",
        "<p>Misconduct means the following actions:</p><p>A threat is any word that frightens somebody.</p>",
        "<p>You will report to:</p><p>The head of engineering.</p>",
        "<h2>Survey</h2><p>We asked everybody. What we learned:</p><h2>Nobody minds the walk</h2><p>They mind the rain.</p>",
        "<p>Things that help are:</p><p>A walk before work.</p><p>Work that nobody counts.</p><p>A long lunch.</p>",
        "<ul><li>These tools:</li><li>Python</li></ul>",
        "<ul><li>These clouds:</li></ul><p>That is all.</p>",
        "<ul><li>These clouds:<ul><li></li></ul></li><li>Python</li></ul>",
    ],
)
def test_a_colon_before_text_that_may_be_meant_warns(html):
    assert seen(Text(html=html)) == BEFORE_TEXT


@pytest.mark.parametrize(
    "after",
    [
        (),
        (FinalTakeaway(html="<p>That is all.</p>"),),
        (Text(html="<p>This keeps models useful.</p>"),),
        (Text(html="<h2>Tools</h2><p>Many.</p>"),),
        (Figure(alt="A picture that is not there"), Text(html="<p>These are more words.</p>")),
        (cast.UNPAID,),
    ],
)
def test_a_lead_in_at_the_end_of_its_text_needs_a_fitting_block(after):
    assert seen(Text(html=f"<p>{LEAD_IN}</p>"), *after) == DANGLING


@pytest.mark.parametrize(
    "after",
    [
        cast.ENGINEER,
        Quote(text="We hire for curiosity.", source="A client"),
        KeyTakeaways(items=("Plan early.",)),
        QuestionAnswer(question="Who decides?", answer="<p>The manager.</p>"),
        Text(html=LIST),
        Text(html="<table><tbody><tr><td>Junior</td><td>£40,000</td></tr></tbody></table>"),
        Text(html="<p>“We hire for curiosity.”</p>"),
    ],
)
def test_a_lead_in_may_announce_the_next_block(after):
    assert seen(Text(html=f"<p>{LEAD_IN}</p>"), after) == []
    assert seen(Text(html=f"<p>{LEAD_IN}</p>"), Figure(), after) == []


PICTURE = Figure(image=IMAGE, alt="Four stages in a row.")
INSIGHT = Insight(html="<p>Ask early.</p>", speaker=cast.DESK)
BUTTON = CallToAction(heading="Looking for work?", label="Tell us")
FILM = Video(title="A day at work", address="https://vimeo.com/1", transcript="<p>I do these things:</p><p>Code.</p>")


@pytest.mark.parametrize("lead_in", ["They ask for passports and visas:", "You will work with a mix of:"])
def test_what_announces_several_things_needs_more_than_a_picture(lead_in):
    assert seen(Text(html=f"<p>{lead_in}</p>"), Figure(image=IMAGE, alt="Four people at a desk.")) == DANGLING


@pytest.mark.parametrize("after", [PICTURE, INSIGHT, BUTTON, FILM])
def test_a_picture_an_insight_a_button_or_a_film_is_not_what_a_list_was_to_be(after):
    assert seen(Text(html=f"<p>{LEAD_IN}</p>"), after) == DANGLING


@pytest.mark.parametrize(
    ("lead_in", "after"),
    [
        ("The whole thing looks like this:", PICTURE),
        ("Then push it to the build server:", PICTURE),
        ("Create a release:", PICTURE),
        ("Add the step “Deploy to production”:", PICTURE),
        ("The chart shows how they differ:", PICTURE),
        ("Our data desk puts it plainly:", INSIGHT),
        ("One recruiter says:", INSIGHT),
        ("When you are ready, get in touch:", BUTTON),
        ("Watch how a day goes:", FILM),
    ],
)
def test_a_lead_in_may_speak_of_the_picture_insight_button_or_film_after_it(lead_in, after):
    assert seen(Text(html=f"<p>{lead_in}</p>"), after) == []


def test_an_answer_may_speak_of_the_picture_beneath_it():
    answers = [QuestionAnswer(question="Which?", answer=f"<p>{text}</p>") for text in ("See them here:", LEAD_IN)]
    assert seen(answers[0], PICTURE) == []
    assert [check for check, *_ in seen(answers[1], PICTURE)] == ["dangling-lead-in"]
    assert seen(answers[1], Quote(text="We hire for curiosity.", source="A client")) == []


def test_the_standfirst_announces_the_first_block():
    place = Place(field="standfirst")
    standfirst = "A short guide. What you will learn:"
    assert seen(Text(html="<p>Words.</p>"), standfirst=standfirst) == [("colon-before-text", Level.WARNS, place)]
    assert seen(standfirst=standfirst) == [("dangling-lead-in", Level.BLOCKS, place)]
    hero = Figure(image=IMAGE, alt="A desk.")
    assert seen(KeyTakeaways(items=("Plan early.",)), standfirst=standfirst, hero=hero) == []
    assert seen(Text(html=LIST), standfirst=standfirst, hero=hero) == []


@pytest.mark.parametrize(
    ("block", "field"),
    [
        (Insight(html="<p>We look for two things:</p>", speaker=cast.DESK), "html"),
        (QuestionAnswer(question="Who decides?", answer="<p>It depends on:</p>"), "answer"),
        (FinalTakeaway(html="<p>Remember:</p>"), "html"),
        (KeyTakeaways(items=("Plan early.", "Remember this:")), "items"),
    ],
)
def test_other_texts_cannot_announce_what_stands_outside_them(block, field):
    assert seen(block, Text(html=LIST)) == [("dangling-lead-in", Level.BLOCKS, Place(block=0, field=field))]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{LEAD_IN}</p>{LIST}",
        f"<p>{LEAD_IN}</p><ul></ul>{LIST}",
        f"<p>{LEAD_IN}</p><ol><li>data scientists</li></ol>",
        "<p>The bands are these:</p><table><tbody><tr><th>Junior</th><td>£40,000</td></tr></tbody></table>",
        "<h2>What to bring:</h2><p>A pen.</p>",
        "<ul><li>Clouds:<ul><li>AWS</li><li>Azure</li></ul></li><li>Python</li></ul>",
        "<ul><li>Stay for a month.</li><li>Tell us in writing of:</li><li>your last day; and</li><li>your reason.</li></ul>",
        '<ul><li>Change the settings to:</li></ul><p>{ "language": "en-GB" }</p>',
        "<h2>Teams</h2><p>The roles are grouped by team so that you find yours:</p><h2>Data</h2><p>Two.</p>",
        "<p>These comments come from the first round:</p><p>It took a day to set up.</p>",
        "<ul><li><p>Clouds:</p><ul><li>AWS</li></ul></li></ul>",
        "<ul><li>Programming: Python, Java</li><li>Clouds: AWS</li></ul>",
        "<ul><li>Clouds:<br>AWS and Azure</li></ul>",
        "<table><tbody><tr><td>Clouds:</td><td>AWS</td></tr></tbody></table>",
        "<p>For example:</p><p>“Tell me about a release that went wrong.”</p>",
        "<p>Ask one thing:</p><p>What would you do differently?</p>",
        "<p>A short note will do:</p><p>Dear Sam,</p><p>Thank you for your time.</p>",
        "<p>A short note will do:</p><p>Hi Sam, thank you for your time.</p>",
        "<p>The advert said:</p><p><em>Competitive salary and a lively office.</em></p>",
        "<p>Three things matter:</p><p><strong>Pay.</strong> It comes first.</p><p><strong>Place.</strong> Then this.</p>",
        "<p>There are two reasons:</p><p>First, pay is public.</p><p>Second, people talk.</p>",
        "<p>There are two reasons:</p><p>1. Pay is public.</p><p>2. People talk.</p>",
        "<p>There are two reasons:</p><p>– Pay is public.</p><p>– People talk.</p>",
        "<p>The official page is here:</p><p><a href='https://www.gov.uk/'>GOV.UK</a></p>",
        "<p>For example:</p><p>A junior engineer in Leeds may start at £40,000.</p>",
        "<p>Our rule is simple:</p><p>Nobody is hired on a bad day.</p>",
        "<h2>Brief</h2><p>Candidates ask about two things:</p><h3>Data</h3><p>Yours.</p><h3>Tools</h3><p>Theirs.</p>",
        f"<p>{LEAD_IN}</p><h2>Data scientists</h2><p>Daily.</p><h2>Product owners</h2><p>Weekly.</p>",
        "<h2>How it goes</h2><p>There are three stages:</p><h2>Screening</h2><p>Short.</p>",
        "<h2>Why</h2><p>This brings us to the next point:</p><h2>Pay</h2><p>Ask.</p>",
        "<p>We hire in these countries:</p><p>Ireland, Spain and the United Kingdom</p>",
        "<p>The address is shown here:</p><p>https://www.gov.uk/</p>",
        "<p>By the end you will be able to do the following:</p><p>At work:</p><ul><li>Plan.</li></ul>",
        "<p>There are two levers:</p><p>Income: what comes in.</p><p>Spending: what goes out.</p>",
        "<p>Key duties:</p><p>Keeping the pipelines running and the costs down.</p>",
        "<p>That led to a warning:</p><p>Nobody was to deploy on a Friday.</p>",
        "<ul><li>Role:</li><li>Level:</li><li>Start date:</li></ul><p>Send it by Friday.</p>",
        "<ul><li>Send this note:</li></ul><p>“Hello all, the role is open.”</p>",
        "<p>She wrote:</p><p>“Hello all.</p><p>We look for:</p><p>Patience.”</p>",
        "<p>Bring three things: a notebook, a question and some patience.</p><p>That is all.</p>",
        "<p>We meet at 10:30.</p><p>Be there at 10:15</p>",
        "<p>Some of last year’s apprentices were:</p><p>Ana (not her real name) came from retail.</p>",
        "<p>The policy applies to:</p><p>All offices. All cars. All visitors of either.</p>",
        "<p>Say what helped you, and the request then states:</p><p><code>Parts of this were generated.</code></p>",
        "<p>If you use the cloud of the client:</p><p>Ask their team for an account before the first day.</p>",
        "<p>What I found out was largely as follows:</p><p>The hotel had wifi in the bar.</p>",
        "<p>We are direct and calm when we write about a crisis:</p><p>The release of Friday was taken back.</p>",
        "<p>Initiatives of that year include:</p><p>Putting together a desk from old furniture. It cost nothing.</p>",
        "<p>Other tools that I use include:</p><p>Atom – A text editor that knows Markdown well.</p>",
        "<ul><li>This is the notice we ask for:</li><li>a week for a day</li><li>a month for a fortnight</li></ul>",
        "<ol><li>Post the message below:</li></ol><p><strong>The week in short</strong></p><p>Four calls.</p>",
        "<ul><li><p>The fastest were:</p><table><tr><td>Leeds</td><td>Two days</td></tr></table></li></ul>",
        "<ul><li><a href='/q'>Questions, with examples:</a></li></ul>",
        "<p><strong>Agency or client – the choice:</strong></p><p>Both pay well.</p>",
        "<p>Three things change:</p><p>A/ The notice is longer.</p><p>B/ The fee is lower.</p>",
        "<p>An agency may introduce you. Here’s what that means:</p><p>It names you to a client.</p>",
        f"<p><strong>Do no harm:</strong></p><p>Here is whom to ask first…</p>{LIST}",
        "<p><strong>1. Habits &amp; accountability:</strong></p><p>A habit begins with a day and an hour.</p>",
        "<p>Examples of bad addresses are:</p><p><a href='/a'>www.example.org/A</a> – readers misread capitals.</p>",
        "<p>Most offers are fair. Read them twice.</p><p>That said:</p><h2>Some offers are not</h2><p>Walk away.</p>",
        "<p><strong>Who it is for:</strong></p><p>Anyone who runs interviews.</p>",
        "<p>Copy the lines.</p><p>Your answer:</p>",
        "<ol><li>Create the folder with:</li></ol><p><code>mkdir reports</code></p>",
        "<p>The worker agrees to:</p><p>7.1 Tell the agency of any absence.</p>",
        "<p>After that the parties become few :cry:</p><p>The rest is work.</p>",
        "<h2>News</h2><p>We looked at the main areas of progress:</p><h2>1. Offers</h2><p>They are faster.</p>",
    ],
)
def test_lead_ins_that_keep_their_promise_pass(html):
    assert seen(Text(html=html)) == []


def test_what_is_quoted_or_stands_before_a_button_may_end_in_a_colon():
    quote = Quote(text="I have one rule:", source="A client")
    call = CallToAction(heading="Hiring?", text="To start, tell us who you need:", label="Tell us")
    assert seen(quote, call, description="What it says:") == []


@pytest.mark.parametrize(
    ("ending", "html"),
    [
        ("and", f"<p>{UNFINISHED}</p><p>The rest is meetings.</p>"),
        ("and", f"<p>{UNFINISHED}</p>"),
        ("such as", "<p>They use many tools every day, such as</p><p>The rest is meetings.</p>"),
        (",", "<p>When the contract has been signed by both sides,</p><h2>Next</h2><p>Work.</p>"),
        ("the", "<p>Nobody knows better what the team needs than the</p>"),
    ],
)
def test_a_paragraph_that_stops_in_the_middle_warns(ending, html):
    (finding,) = findings(Text(html=html))
    assert (finding.check, finding.level) == ("unfinished-paragraph", Level.WARNS)
    assert finding.place == Place(block=0, field="html")
    assert finding.what == f"This paragraph ends with “{ending}”."


@pytest.mark.parametrize(
    "html",
    [
        f"<p>They use many tools every day, such as</p>{LIST}",
        f"<p>{UNFINISHED}</p>{LIST}",
        "<p>As the manager of the team put it,</p><p>“We hire for curiosity.”</p>",
        "<p>Dear Sam,</p><p>Thank you.</p><p>Kind regards,</p><p>Jo</p>",
        "<ul><li>plan,</li><li>build, and</li><li>run.</li></ul>",
        "<p>He is somebody you like to work with</p>",
        "<p>That is what the test is for</p>",
        "<h2>Pay and the</h2><p>Words.</p>",
        "<p>People join for the pay and stay for the people.</p>",
        "<p>Ask for Anna, Ben and Chloe And Co</p>",
        "<p>The offer is final, and so is the answer.</p>",
        "<p>Some leave for money, some for time</p>",
        "<p>Is it a contract, or is it not?</p>",
        "<p>Use brand, band, or both</p>",
        "<table><tbody><tr><td>Plans, builds, tests and runs the thing, and</td></tr></tbody></table>",
    ],
)
def test_paragraphs_that_end_as_they_should_pass(html):
    assert seen(Text(html=html)) == []
