"""What templates and forms left on the page holds it back; sentences that speak of such things do not."""

from datetime import date

import pytest

from articles.document import CallToAction, Document, Figure, Image, KeyTakeaways, QuestionAnswer, Quote, Text
from articles.gate.checks.wording import residue
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText

FACTS = SiteContext(today=date(2026, 11, 24))
IMAGE = Image(name="pictures/desk.webp", width=1600, height=900)


def findings(*blocks, **fields):
    document_text = DocumentText(Document(blocks=blocks, **fields))
    return [finding for check in residue.CHECKS for finding in check(document_text, FACTS)]


def seen(*blocks, **fields):
    return [(finding.check, finding.place, finding.excerpt) for finding in findings(*blocks, **fields)]


def test_a_placeholder_holds_the_guide_back():
    (finding,) = findings(Text(html="<h2>FAQ</h2><p>An intro for your FAQ Section</p><p>Ask us anything.</p>"))
    assert (finding.check, finding.level) == ("placeholder", Level.BLOCKS)
    assert finding.place == Place(block=0, field="html")
    assert finding.what == "“An intro for your FAQ Section” is a placeholder."
    assert finding.excerpt == "An intro for your FAQ Section"


@pytest.mark.parametrize(
    "text",
    [
        "An intro for your FAQ Section",
        "A short description for this block.",
        "Your title here",
        "Your company name here",
        "Your text goes here…",
        "Add text here",
        "Enter your text here",
        "Enter a value here",
        "Insert company name here",
        "Insert a strong quote here.",
        "Text here",
        "Click to edit",
        "Click here to edit this text",
        "Double-click to edit",
        "Sample text",
        "Dummy content",
        "This is a sample paragraph.",
        "Edit this text.",
        "Heading 2",
        "List item 1",
        "Section title",
        "TBC",
        "TBA.",
        "TODO",
        "XXX",
        "Lorem ipsum",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        "We pay well. Your text here. We answer quickly.",
        "Dear [Insert name], thank you for your time.",
        "The role pays [TBC] a year.",
        "Call [add phone number] on Monday.",
        "About XX% of employers agree.",
        "It pays £XX,XXX to £XX,XXX a year.",
        "It pays £XXk a year.",
        "We have placed XXX engineers since 2014.",
        "After XX years in the market, we know it well.",
        "Salary: TBC",
        "Start date – TBD.",
        "The next meet-up (TBC) is in Leeds.",
        "TODO: ask Sam for the figures.",
        "TODO ask Sam for the figures",
        "The figures are old. TODO: check them.",
        "Hello {{ name }}, welcome to the guide.",
        "Hello {first_name}, welcome to the guide.",
        "Hello *|FNAME|*, welcome to the guide.",
        "Hello ${company}, welcome.",
    ],
)
def test_placeholders_are_found(text):
    assert seen(Text(html=f"<p>{text}</p>")) == [("placeholder", Place(block=0, field="html"), text)]


def test_placeholders_are_found_in_every_kind_of_text():
    assert seen(
        Figure(image=IMAGE, alt="Image alt text here", caption="Your caption here"),
        KeyTakeaways(items=("Sample text", "Plan early.")),
        QuestionAnswer(question="Your question here", answer="<p>TBC</p>"),
        Quote(text="Lorem ipsum dolor sit amet.", source="Your name here"),
        CallToAction(heading="Add heading here", label="Button text"),
        title="Your title here",
    ) == [
        ("placeholder", Place(field="title"), "Your title here"),
        ("placeholder", Place(block=0, field="caption"), "Your caption here"),
        ("placeholder", Place(block=1, field="items"), "Sample text"),
        ("placeholder", Place(block=2, field="question"), "Your question here"),
        ("placeholder", Place(block=2, field="answer"), "TBC"),
        ("placeholder", Place(block=3, field="text"), "Lorem ipsum dolor sit amet."),
        ("placeholder", Place(block=3, field="source"), "Your name here"),
        ("placeholder", Place(block=4, field="heading"), "Add heading here"),
        ("placeholder", Place(block=4, field="label"), "Button text"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "If your start date is still to be confirmed, ask.",
        "If the date is still TBC, ask who will confirm it.",
        "A placeholder value is replaced at build time.",
        "An advert that says “salary TBC” loses readers.",
        "An advert that says 'TBC' where the salary should be loses readers.",
        "The TBC salary band is a warning sign.",
        "Some dates are to be confirmed (TBC) until the contract is signed.",
        "Bring your CV here in the UK, and leave the photo out.",
        "Put your CV here and your letter there.",
        "Your next job starts here.",
        "Your search ends here",
        "Enter your details here",
        "Enter the office here.",
        "A TODO list app is a common take-home task.",
        "TODO apps show little of how somebody works.",
        "TODO comments belong in the tracker.",
        "Search the code for TODO: comments before you release.",
        "Never write “lorem ipsum” in a form that a client will see.",
        "“Lorem ipsum dolor sit amet” is the filler that printers use.",
        "“Your title here” on a live page costs trust.",
        "A title for the first slide",
        "A heading for your skills section",
        "An intro for your new team",
        "A summary for the hiring manager",
        "In a Jinja template, {{ name }} prints the variable.",
        "Write ${HOME} in a shell script to reach the home folder.",
        "A {% for %} tag repeats a block of the template.",
        "Replace [insert name] before you send the letter.",
        "Start the email with “Dear [insert name]” and replace it.",
        "The study [1] says so, and the quotation [sic] is theirs.",
        "Card numbers are masked as XXXX XXXX XXXX 1234.",
        "A 4XX error is the client’s, a 5xx error the server’s.",
        "He wore an XXL shirt to Super Bowl XXX.",
        "Add your phone number and your town, not your full address.",
        "Click the button if you would like us to call you.",
        "Click to edit a cell, then press Enter.",
        "If you earn £X now, ask for a little more.",
        "Sample texts help candidates to see what you mean.",
        "Start writing",
        "Write here and now, not tomorrow.",
        "See below for an example.",
        "The title goes first, and the salary right after it.",
        "[A recruiter’s note] We asked three clients.",
    ],
)
def test_sentences_that_come_near_pass(text):
    assert seen(Text(html=f"<p>{text}</p>")) == []


def test_a_guide_about_templating_may_show_fields_anywhere():
    html = "<h2>Handlebars in five minutes</h2><p>Write {{ company }} where the name should stand.</p>"
    assert seen(Text(html=html)) == []


@pytest.mark.parametrize(
    ("blocks", "place"),
    [
        (
            [CallToAction(heading="A few words, such as “Looking for your next role?”", label="Write to us")],
            Place(block=0, field="heading"),
        ),
        (
            [Text(html="<p>Begin each section with a heading: the contents list is made from the headings.</p>")],
            Place(block=0, field="html"),
        ),
        ([KeyTakeaways(items=("three to five sentences, one on each line",))], Place(block=0, field="items")),
        ([Quote(text="The words, without quotation marks.")], Place(block=0, field="text")),
        (
            [Figure(image=IMAGE, alt="What the picture shows, in one sentence, for people who cannot see it.")],
            Place(block=0, field="alt"),
        ),
        ([Figure(image=IMAGE, caption="Shown under the picture.")], Place(block=0, field="caption")),
    ],
)
def test_a_form_s_help_text_holds_the_guide_back(blocks, place):
    assert [(f.check, f.level, f.place) for f in findings(*blocks)] == [("help-text-as-content", Level.BLOCKS, place)]


def test_the_standfirst_s_own_help_text_is_known():
    text = "One or two sentences under the title that say what the reader will learn."
    assert seen(standfirst=text) == [("help-text-as-content", Place(field="standfirst"), text)]


@pytest.mark.parametrize(
    "text",
    [
        "The picture at the top shows the team on its first day.",
        "Begin each section of your CV with a heading.",
        "Who said it, and where?",
        "Say what the picture shows in one sentence.",
        "One sentence a line is easy to review.",
        "The button opens the enquiry form.",
        "Readers trust what they can check.",
        "Best under 60 characters, a subject line says one thing.",
        "When you publish a change, tell the people it concerns.",
        "One or two paragraphs that close the letter are plenty.",
        "The page is short, and so is the list.",
        "What a good advert says, in one sentence.",
        "Such as junior, mid-level or senior roles.",
        "A named person or desk answers every enquiry.",
        "Looking for your next role?",
    ],
)
def test_words_that_resemble_help_texts_pass(text):
    assert seen(Text(html=f"<p>{text}</p>")) == []
