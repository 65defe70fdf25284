"""Words that were meant to be replaced hold a guide back; sentences that speak of such words do not."""

import pytest

from articles.document import CallToAction, Figure, Image, KeyTakeaways, QuestionAnswer, Quote, Text
from articles.gate.checks.residue.placeholders import CHECKS
from articles.gate.findings import Level, Place
from tests.articles.gate.checks.residue.reading import find, in_paragraph

IMAGE = Image(name="pictures/desk.webp", width=1600, height=900)


def seen(*blocks, **fields):
    return [(finding.check, finding.place, finding.excerpt) for finding in find(CHECKS, *blocks, **fields)]


def test_a_placeholder_holds_the_guide_back():
    (finding,) = find(CHECKS, Text(html="<h2>FAQ</h2><p>An intro for your FAQ Section</p><p>Ask us anything.</p>"))
    assert (finding.check, finding.level) == ("placeholder", Level.BLOCKS)
    assert finding.place == Place(block=0, field="html")
    assert finding.what == "“An intro for your FAQ Section” is a placeholder."
    assert finding.excerpt == "An intro for your FAQ Section"


@pytest.mark.parametrize(
    "text",
    [
        "Send your CV to (INSERT EMAIL ADDRESS) by Friday.",
        "The fee rose to [ ] per cent.",
        "[Callout: use the new statistic from the survey]",
        "By Jane Doe, Staff Writer",
        "Widget Co. hired six engineers in a month.",
        "Quote goes here when Sam replies",
        "Thank you, ~Candidate.Surname~, for coming in.",
        "Venue: T.B.C.",
        "Salary bands on their way.",
        "Loren ipsum is what they read.",
        "An intro for your FAQ Section",
        "A short description for this block.",
        "Your title here",
        "Your quote text belongs in this box",
        "Slot in a chart about pay",
        "Introduce your team to readers in this section.",
        "We hired six testers for Acme Software last year.",
        "Visit Your Town Here today.",
        "TODO mention the bonus",
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
        ("placeholder", Place(block=0, field="alt"), "Image alt text here"),
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
        "Everybody knows Ada [Lovelace], and Priya [EMEA] is on call.",
        "She charges [redacted] a day.",
        "You may change your Google Name there.",
        "[Text on screen: practice]",
        "She joined the bank as Test Manager.",
    ],
)
def test_sentences_that_come_near_pass(text):
    assert seen(Text(html=f"<p>{text}</p>")) == []


def test_a_guide_about_templating_may_show_fields_anywhere():
    html = "<h2>Handlebars in five minutes</h2><p>Write {{ company }} where the name should stand.</p>"
    assert seen(Text(html=html)) == []


BLOCKED = [("placeholder", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "Panel: two engineers, names t.b.a.",
        "Bonus – awaiting final figure",
        "Visa dates – to do!!",
        "Venue to be decided once Ana is back.",
        "More on sick pay will be added here soon.",
        "Watch this space: our guide to equity is on its way.",
        "The rate is £TBC a week.",
        "A speaker TBA at a venue in York will close the day.",
        "One sentence on overtime required",
        "(put the line about references here)",
        "Photo of the Leeds office – image to come",
        "DIAGRAM OF THE PROCESS – INSERT",
        "Space reserved for the award logos",
        "Need a picture of the team",
        "Add three examples of weak answers",
        "Said by Mia R. Sample, Director, Client Company.",
        "Dummy Company hired ten engineers.",
        "By FIRST LAST, Staff Writer",
        "Mrs X. Y. Zed (real name here) told us.",
        "The offer ends on {offer_end}, so sign it soon.",
        "Well done, {candidateFirstName}: you are through.",
        "Kind regards, ~Contact.Owner.FirstName~",
        "Hello {FirstName|there}, welcome.",
        "Dear &FIRSTNAME&, welcome.",
        "Drag and drop widgets here to start your page",
        "Choose a background colour for this row",
        "Empty column",
        "Your paragraph text",
        "Your testimonial will appear here once you edit this block.",
        "Let your visitors know what you offer.",
        "Between N and M engineers share a team.",
        "Some X,000 people applied.",
        "It takes ___ weeks to hire.",
        "A team of two is chaired by [Head of Product – name].",
        "According to [survey title, publisher], panels are rare.",
        "Contact [Recruiter name] for the full pack.",
        "The role starts on [start date].",
        "See [Figure 3] for the split.",
        "[Photo of the office]",
        "We met [person] in Leeds.",
        "In 20xx the law changed.",
        "Between XX and YY days pass.",
        "It rose from X% to Y%.",
        "After X interviews you will know.",
        "From £X to £Y a day.",
        "It costs £X,XXX to replace somebody.",
        "Around ##% of teams hire in spring.",
        "Firstname Lastname leads the desk.",
        "“It went well,” says Customer Name.",
        "Ask for Contact Name at reception.",
        "Your Business is growing.",
        "Chart to follow",
        "Insert table of salaries",
        "Screenshot to come",
        "Needs an example",
        "Donec ullamcorper nulla non metus auctor fringilla.",
        "Suspendisse potenti.",
        "Hello {$name}, welcome.",
        "Dear <First Name>, come in.",
        "Dear %%FNAME%%, come in.",
        "Hello <?= $name ?>, welcome.",
        "Your next role is at __COMPANY_NAME__.",
        "Add your heading text here",
        "This is where you introduce your team.",
        "New block",
        "Click to add title",
        "The venue is tbc.",
        "Salary to be decided",
        "More coming soon",
    ],
)
def test_stand_ins_of_every_kind_are_found(text):
    assert in_paragraph(CHECKS, text) == BLOCKED


@pytest.mark.parametrize(
    "text",
    [
        "Look out for small print when you sign.",
        "During your trial, you will get to do things like:",
        "Interviews are still to be arranged by you.",
        "Option 1",
        "A few words about pay",
        "Give your name, role and company when you call.",
        "Somebody from the client’s company will call.",
        "Ask for your full name, first name last, on the form.",
        "Set {a, b} has two members.",
        "Candidate A has ten years behind her, candidate B has two.",
        "Notice – one month",
        "The date is fixed by both sides.",
        "Page heading",
        "In Smith v Jones [2024] EAT 12, the tribunal said that notice must be clear.",
        "See the guide to pay [PDF, 2 MB] on GOV.UK.",
        "She read the whole contract [in German].",
        "The list[int] type is new, and so is dict[str, int].",
        "Watch the talk [video] before the interview.",
        "Call for proposals [closed]",
        "[Updated 3 March 2026: the rate has changed.]",
        "If it takes X weeks to hire and Y weeks to train, add them.",
        "Every X days the job runs again, where X is set in the file.",
        "Elon Musk renamed Twitter X, and X has changed since.",
        "Generation X employees want the same.",
        "Your company is hiring, so tell the team.",
        "Choose a company name that you can spell.",
        "The Domain Name System turns names into addresses.",
        "No references needed.",
        "Insert a table of contents when the document is long.",
        "Add a link to your portfolio at the top of the page.",
        "The Magna Carta was signed in 1215, and pay is pro rata.",
        "In Python, __init__ builds the object.",
        "The <p> element holds a paragraph.",
        "New section heads start in May.",
        "New features are coming soon.",
        "If the date is TBC, ask who will confirm it.",
        "Failure to do so will result in",
        "Prompting to Ask Questions",
        "Developer 1, in most teams, would be praised over Developer 2.",
        "She moved from Company A to Company B.",
        "It was a long project, and we learnt a lot from it. Watch this space!",
        "We learnt a lot from it, and some of it was unexpected. More on that later!",
        "Stay tuned for more about our mentors and what they teach.",
        "With good broadband, messages get from A to B in a second.",
        "Type the Account Name, then click it.",
        "Save Your Logo is a charity for animals.",
        "[Group: Hello, Sam]",
        "Each branch has its page at [branch].example.org for a week.",
        "Example components:",
    ],
)
def test_what_only_looks_like_a_stand_in_passes(text):
    assert in_paragraph(CHECKS, text) == []


def test_a_sample_that_readers_fill_in_keeps_its_brackets():
    letter = "<p>Dear [candidate name], we would like to meet you on [date].</p>"
    assert find(CHECKS, Text(html=f"<h2>A template for the first message</h2>{letter}")) == []
    assert find(CHECKS, Text(html=f"<p>This e-mail works:</p>{letter}")) == []
    assert len(find(CHECKS, Text(html=f"<h2>What happens next</h2>{letter}"))) == 1


@pytest.mark.parametrize(
    "sample",
    [
        "<h2>Sample email 1</h2><h3>A talk for your team</h3><p>FROM: [your name]</p>",
        "<p>Below are sample questions for the call.</p><ul><li>Tell us about [programming language].</li></ul>",
        "<p>Below are sample questions.</p><h3>Skills</h3><ul><li>Tell us about [programming language].</li></ul>",
        "<p>Change the words in [brackets].</p><p>Thanks, [your name]</p>",
        "<p>An example prompt could be</p><p>Sum up what the company XXX sells.</p>",
        "<p>Send an e-mail to thank them:</p><p>Hey &lt;name&gt;, it was good to meet you.</p>",
        "<ul><li>Variant 1: [Job title] at [company name]</li></ul>",
        "<ul><li>[Job title] at [company name]</li><li>eg Tester at a bank</li></ul>",
        "<p>Write the title in the format ‘Interview’ [Duration].</p>",
    ],
)
def test_a_sample_lasts_as_long_as_what_announced_it(sample):
    assert find(CHECKS, Text(html=sample)) == []
    after = Text(html=f"<h2>Before</h2>{sample}<h2>What happens next</h2><p>Dear [candidate name], welcome.</p>")
    assert [finding.excerpt for finding in find(CHECKS, after)] == ["Dear [candidate name], welcome."]


def test_a_template_is_a_sample_throughout_and_still_holds_no_dummy_text():
    letter = "<h2>Roles</h2><p>Ask in [chat channel].</p><p>Lorem ipsum dolor sit amet.</p>"
    found = find(CHECKS, Text(html=letter), title="[Template] Community team")
    assert [finding.excerpt for finding in found] == ["Lorem ipsum dolor sit amet."]


def test_a_guide_about_headings_may_show_them_by_their_numbers():
    taught = "".join(f"<p>A heading of level {level} is for readers.</p>" for level in range(1, 6))
    shown = "<h2>Heading 1</h2><p>Text.</p><p>Heading 2</p>"
    assert find(CHECKS, Text(html=taught + shown)) == []
    assert [finding.excerpt for finding in find(CHECKS, Text(html=shown))] == ["Heading 1", "Heading 2"]


def test_a_link_with_a_gap_is_markdown_and_no_placeholder():
    assert in_paragraph(CHECKS, "Our rota is [On call] (https://example.org/rota).") == []


def test_what_is_quoted_or_shown_as_code_is_no_placeholder():
    html = "<p>Teams leave <code>{{ name }}</code>, “[Company]” and 'Lorem ipsum dolor sit amet' behind.</p>"
    assert find(CHECKS, Text(html=html)) == []


def test_a_speaker_s_bracket_is_not_ours_to_fill():
    assert find(CHECKS, Quote(text="We asked [the client] and [consultant] twice.", source="Siân Hughes")) == []


def test_a_linked_bracket_is_a_link():
    assert find(CHECKS, Text(html='<p>Pay rose <a href="https://example.org/">[source]</a>.</p>')) == []


@pytest.mark.parametrize("tag", ["h2", "li"])
def test_a_heading_or_a_step_may_say_what_to_add(tag):
    assert in_paragraph(CHECKS, "Add a caption", tag) == []


def test_other_words_in_brackets_warn_once():
    html = "<p>Ask [whoever] first.</p><p>Then call [somebody else].</p>"
    (finding,) = find(CHECKS, Text(html=html))
    assert (finding.check, finding.level) == ("words-in-brackets", Level.WARNS)
    assert (finding.what, "2 such places" in finding.advice) == ("“[whoever]” may wait to be replaced.", True)


def test_an_item_may_name_what_readers_are_to_send():
    assert find(CHECKS, Text(html="<ul><li>Event Name</li><li>Date and place</li></ul>")) == []
    assert in_paragraph(CHECKS, "Employee Name hires in spring.") == [("placeholder", "blocks")]
