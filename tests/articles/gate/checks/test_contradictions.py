"""A guide says the same in its takeaways, its body, its questions and its end."""

from datetime import date

import pytest

from articles.document import (
    Document,
    FinalTakeaway,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    Speaker,
    Text,
)
from articles.gate.checks.consistency.contradictions import CHECKS
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText
from tests.articles.gate.checks.demo import demo_documents

FACTS = SiteContext(today=date(2026, 11, 24))


def findings(*blocks, **fields):
    guide = DocumentText(Document(**({"title": "A guide"} | fields), blocks=blocks))
    return [finding for check in CHECKS for finding in check(guide, FACTS)]


def found(*blocks, **fields):
    return [(finding.check, finding.level, finding.place) for finding in findings(*blocks, **fields)]


def takeaway(text):
    return KeyTakeaways(items=(text,))


def body(text):
    return Text(html=f"<p>{text}</p>")


def listed(lead_in, *items):
    return Text(html=f"<p>{lead_in}</p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")


@pytest.mark.parametrize("slug", demo_documents())
def test_demo_guides_pass(slug):
    document = demo_documents()[slug]
    assert [finding for check in CHECKS for finding in check(DocumentText(document), FACTS)] == []


# Numbers

DIFFERENT_NUMBERS = [
    ("Expect three interview rounds.", "Most employers hold four interview rounds."),
    ("Expect three rounds of interviews.", "Most employers hold 4 interview rounds."),
    ("Reply to the offer within 30 days.", "You have 28 days to reply to the offer."),
    ("Give four weeks’ notice to your employer.", "Most people give six weeks’ notice to an employer."),
    ("A CV should fill two pages.", "Your CV fills three pages, unless you need fewer."),
    ("Employers pay 20 per cent of the training fee.", "The employer pays 25% of the training fee."),
    ("The process has three stages.", "There are five stages in the process."),
    ("The work sample takes 90 minutes.", "Allow 60 minutes for the work sample."),
    ("The test lasts 45 minutes.", "Set aside 90 minutes for the test."),
    ("The interview takes one hour.", "Plan two hours for the interview."),
    ("Notice is one month.", "The notice period is three months."),
    ("Interviews last 30 minutes.", "Plan 60 minutes for each interview."),
    ("The bonus is 10%.", "The bonus is 15% of salary."),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT_NUMBERS[:4] + DIFFERENT_NUMBERS[5:])
def test_two_numbers_for_one_thing_warn(one, other):
    assert found(takeaway(one), body(other)) == [("number-differs", Level.WARNS, Place(block=1, field="html"))]


def test_both_sentences_are_shown_side_by_side():
    (finding,) = findings(
        takeaway("Expect three interview rounds."), body("Most employers hold four interview rounds.")
    )
    assert finding.what == (
        "“Expect three interview rounds.” in the takeaways, "
        "but “Most employers hold four interview rounds.” in the body."
    )


@pytest.mark.parametrize(
    ("block", "part"),
    [
        (QuestionAnswer(question="What is usual?", answer="<p>Four interview rounds.</p>"), "the questions"),
        (FinalTakeaway(html="<p>Prepare for four interview rounds.</p>"), "the final takeaway"),
        (takeaway("Prepare for four interview rounds."), "the takeaways"),
    ],
)
def test_every_part_is_held_against_the_body(block, part):
    (finding,) = findings(body("Expect three interview rounds."), block)
    assert finding.what.endswith(f"in {part}.")


def test_the_question_tells_what_its_answer_counts():
    answer = QuestionAnswer(question="How long do I have to reply to the offer?", answer="<p>You have 28 days.</p>")
    assert found(body("Reply to the offer within 30 days."), answer) == [
        ("number-differs", Level.WARNS, Place(block=1, field="answer"))
    ]


def test_the_standfirst_counts_too():
    assert found(body("Expect three interview rounds."), standfirst="Prepare for four interview rounds.") == [
        ("number-differs", Level.WARNS, Place(block=0, field="html"))
    ]


CONSISTENT = [
    ("Expect three interview rounds.", "Most employers hold 3 interview rounds."),
    ("Junior roles have two interview rounds.", "Senior roles have four interview rounds."),
    ("A contract role has one interview round.", "A permanent role has three interview rounds."),
    ("Plan three interview rounds at most.", "Hold two or three interview rounds."),
    ("Expect three interview rounds.", "Some employers hold four interview rounds."),
    ("Expect three interview rounds.", "A bank may hold five interview rounds."),
    ("Reply within 30 days.", "The trial lasts 28 days."),
    ("Keep records for six years.", "In Scotland, keep records for five years."),
    ("Store each CV for twelve months.", "Store each enquiry for six months."),
    ("A data engineer needs two years of Python.", "A data scientist needs three years of Python."),
    ("Send the task two days before the interview.", "Send the decision five days later."),
    ("Speak for two minutes.", "Leave ten minutes for questions."),
    ("Prepare four or five examples.", "Include three examples that went wrong."),
    ("About 30 days is usual.", "Reply to the offer within 28 days."),
    ("The first 30 days are for learning.", "In days 31 to 60, contribute."),
    ("Use two monitors.", "Bring three chairs."),
    ("Two people interview.", "Three people decide."),
    ("Two interviewers are enough.", "Five candidates are enough."),
    ("Test on Python 3.13.", "Python 3.12 will do."),
    ("Pay 5% into the pension.", "Employers pay 3% into the pension."),
    ("Allow two weeks for the search.", "Allow four weeks for the search if the role is senior."),
    ("The role pays £40,000.", "The role pays £50,000."),
    ("It takes three steps to deploy.", "It takes five minutes to deploy."),
    ("Compare at least two offers.", "Sam compared three offers."),
    ("Hold a review after 30 days.", "Hold another review after 60 days."),
    ("Three stages are enough.", "Four teams take part."),
]


@pytest.mark.parametrize(("one", "other"), CONSISTENT)
def test_numbers_of_different_things_and_cases_pass(one, other):
    assert findings(takeaway(one), body(other)) == []


def test_one_part_may_compare_two_cases():
    text = "<p>One bank holds three interview rounds.</p><p>Another holds four interview rounds.</p>"
    assert findings(Text(html=text)) == []


def test_two_sections_are_held_against_each_other_where_a_thing_has_one_length():
    one, other = (
        "<h2>The test</h2><p>The test lasts 45 minutes.</p>",
        "<h2>The day</h2><p>Plan 90 minutes for the test.</p>",
    )
    assert found(Text(html=one + other)) == [("number-differs", Level.WARNS, Place(block=0, field="html"))]
    assert findings(Text(html=one + other.replace("<h2>The day</h2>", ""))) == []


# Statements


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Overtime is voluntary.", "All staff have to do overtime in December."),
        ("References are checked before the offer.", "References are checked after the offer."),
        ("Candidates bring notes to the panel.", "Candidates never bring notes to the panel."),
        ("The firm has two offices, in Leeds and York.", "Our four offices are open to visitors."),
        ("The form goes to your manager.", "Send the form to payroll, never to your manager."),
        ("The role is fully remote.", "You work from the Leeds office on five days a week."),
        ("The closing date is 3 May.", "Apply by 13 May, when applications close."),
        ("Candidates pay nothing.", "Candidates pay a small fee."),
        ("Our service is free for candidates.", "We charge candidates a small fee."),
        ("A degree is required.", "You do not need a degree."),
        ("Cover letters are optional.", "Cover letters are required."),
        ("Visa sponsorship is available.", "We cannot sponsor visas."),
        ("The contract is inside IR35.", "The contract is outside IR35."),
        ("The role is permanent.", "This is a fixed-term contract."),
        ("The office is in Leeds.", "The office is in Bristol."),
        ("Interviews take place on 4 May.", "The interviews are on 14 May."),
        ("Start in May.", "The start date is in June."),
        ("There is no dress code.", "A suit is required."),
        ("Employers pay the training fee.", "The training fee is paid by the employee."),
    ],
)
def test_statements_that_cannot_both_be_true_warn(one, other):
    (finding,) = findings(body(one), takeaway(other))
    assert (finding.check, finding.level, finding.place) == (
        "statement-contradicted",
        Level.WARNS,
        Place(block=1, field="items"),
    )
    assert finding.what == f"“{other}”, but “{one}” elsewhere in the guide."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Overtime is voluntary.", "All staff have to give notice."),
        ("Ask before the offer.", "Sign after the call."),
        ("You may not bring a friend.", "You may bring a laptop."),
        ("The role is fully remote.", "Fully remote roles are rare."),
        ("If the role is fully remote, ask about tools.", "The role is hybrid."),
        ("Candidates pay nothing.", "Candidates pay for their own travel."),
        ("A degree is required for some visas.", "You do not need a degree."),
        ("The closing date is 3 May.", "The closing date is 3 May 2027."),
        ("Ask whether the contract is inside IR35.", "The contract is outside IR35."),
        ("The office is in Leeds.", "The office is in the centre."),
        ("The team is in Leeds.", "The office is in Bristol."),
        ("A portfolio is required.", "A cover letter is optional."),
        ("Say “the role is permanent” in the advert.", "The role is temporary."),
    ],
)
def test_statements_that_agree_or_speak_of_cases_pass(one, other):
    assert findings(body(one), takeaway(other)) == []


def test_quotations_may_have_their_own_numbers():
    quote = Quote(text="I went through four interview rounds.", source="Sam Field")
    assert findings(takeaway("Expect three interview rounds."), quote) == []


# Announced counts


@pytest.mark.parametrize(
    "lead_in",
    [
        "The four steps are:",
        "Follow these four steps:",
        "There are four steps:",
        "The process is plain. It has 4 steps:",
        "These are the four steps to take:",
        "Before you sign, check four things:",
        "Ask these four questions:",
        "There are four reasons to wait.",
        "You need both of these papers:",
        "We asked for four things. They are listed here:",
        "Four steps follow.",
        "Keep four things in mind.",
        "Bring both of these documents:",
        "The four rules are listed below.",
    ],
)
def test_a_list_that_is_not_as_long_as_announced_warns(lead_in):
    (finding,) = findings(listed(lead_in, "Read", "Ask", "Sign"))
    assert (finding.check, finding.level, finding.place) == (
        "announced-count",
        Level.WARNS,
        Place(block=0, field="html"),
    )


def test_the_count_and_the_list_are_shown():
    (finding,) = findings(listed("The four steps are:", "Read", "Ask", "Sign"))
    assert finding.what == "“four steps are:” leads in a list of 3, from “Read” to “Sign”."


@pytest.mark.parametrize(
    "lead_in",
    [
        "The three steps are:",
        "Follow these steps:",
        "Ask two people these questions:",
        "Over the first 90 days, do the following:",
        "A good plan covers 90 days in three stages:",
        "Check at least two things:",
        "The first two steps are:",
        "One of the four stages has three parts:",
        "Two or three questions are enough:",
        "Set aside ten minutes for questions:",
        "Two of the four skills come first:",
        "The team of five asks these questions:",
        "Give each of the five criteria a score:",
        "Five engineers agreed on a list:",
        "After two rounds, these remain:",
        "Some two dozen tools exist, among them:",
        "There are three reasons to wait.",
        "There are at least two reasons to wait.",
        "We asked two questions of every team that we have met in the north.",
        "Both sign:",
        "Of the four rules these are new.",
    ],
)
def test_counts_that_fit_or_count_something_else_pass(lead_in):
    assert findings(listed(lead_in, "Read", "Ask", "Sign")) == []


def test_a_list_inside_a_list_is_not_counted():
    html = "<p>The four steps are:</p><ul><li>Read<ul><li>slowly</li></ul></li><li>Ask</li><li>Sign</li></ul>"
    assert findings(Text(html=html)) == []


def test_a_count_without_a_list_after_it_passes():
    assert findings(body("The four steps are:"), listed("They follow.", "Read", "Ask")) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "All three stages – call, task, interview and offer – are short.",
            "“All three” stands before a list of 4: “call, task, interview and offer”.",
        ),
        (
            "He made three calls, one to the bank and one to the referee.",
            "“three calls, one to the bank and one to the referee” names 2 of them.",
        ),
        (
            "Both candidates, Sam, Priya and Tom, were invited.",
            "“Both” stands before a list of 3: “Sam, Priya and Tom”.",
        ),
        (
            "The two levels (junior, mid and senior) differ.",
            "“The two” stands before a list of 3: “junior, mid and senior”.",
        ),
        (
            "Five skills matter: SQL, Python, tests and tact.",
            "“Five” stands before a list of 4: “SQL, Python, tests and tact”.",
        ),
        (
            "The three stages are the call, the task, the talk and the offer.",
            "“three” stands before a list of 4: “the call, the task, the talk and the offer”.",
        ),
        (
            "Of the three rounds, the first is a call, the second a task, the third a talk and the last an offer.",
            "“Of the three rounds, the first” is followed by 4 of them.",
        ),
        (
            "Three things matter. First, the brief. Second, the band. Third, the date. Fourth, the manager.",
            "“Three things” is followed by 4 of them.",
        ),
        (
            "Four reasons stand out. First, pay. Second, place. Third, people.",
            "“Four reasons” is followed by 3 of them.",
        ),
    ],
)
def test_a_count_that_its_own_paragraph_belies_warns(text, what):
    (finding,) = findings(body(text))
    assert (finding.check, finding.level, finding.what) == ("announced-count", Level.WARNS, what)


@pytest.mark.parametrize(
    "text",
    [
        "All three stages – call, task and offer – are short.",
        "He made two calls, one to the bank and one to the referee.",
        "Both candidates, Sam and Priya, were invited.",
        "They have four children (6 and younger).",
        "Both sides, however, meet, talk and agree.",
        "Of the three rounds, the first is a call, the second a task and the last an offer.",
        "Of the four rounds, the first is a call and the last an offer.",
        "Three things matter. First, the brief. Second, the band. Finally, the date.",
        "There are two things to know: pay and place.",
        "At least two things matter: pay, place and time.",
        "It takes 10 minutes: read, mark and send.",
        "We have four teams: data, platform, security and product.",
        "The two of them, and Tom, Ann and Bob, agreed.",
    ],
)
def test_counts_that_their_paragraph_bears_out_pass(text):
    assert findings(body(text)) == []


def test_a_count_may_go_on_in_the_next_paragraph():
    html = "<p>Three reasons stand out. First, pay. Second, place.</p><p>Third, people.</p>"
    assert findings(Text(html=html)) == []


def test_a_heading_that_counts_its_subheadings_wrongly_warns():
    html = "<h2>Five tips for your first day</h2><h3>Rest</h3><p>Well.</p><h3>Ask</h3><p>Often.</p>"
    (finding,) = findings(Text(html=html))
    assert (finding.check, finding.level) == ("announced-count", Level.WARNS)
    assert finding.what == "“Five tips for your first day” is followed by 2 subheadings."


def test_a_heading_that_counts_its_list_wrongly_warns():
    html = "<h2>The three signs of a good brief</h2><p>Look for them:</p><ul><li>Pay</li><li>Place</li></ul>"
    (finding,) = findings(Text(html=html))
    assert finding.what == "“The three signs of a good brief” is followed by a list of 2."


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Two tips</h2><h3>Rest</h3><p>Well.</p><h3>Ask</h3><p>Often.</p>",
        "<h2>Two ways to apply</h2><p>By post.</p><p>By email.</p><p>Send:</p>"
        "<ul><li>CV</li><li>Letter</li><li>Name</li></ul>",
        "<h2>Three parts</h2><p>They are in the table.</p><table><tr><td>One</td></tr><tr><td>Two</td></tr></table>",
        "<h2>Two mistakes</h2><h3>Haste</h3><ul><li>No plan</li><li>No time</li></ul><h3>Pride</h3><p>Of place.</p>",
        "<h2>The two jobs side by side</h2><ul><li>Pay</li><li>Place</li><li>Time</li></ul>",
        "<h2>First steps</h2><ul><li>Read</li><li>Ask</li></ul>",
        "<h2>Five questions to ask</h2><p>They are in our other guide.</p>",
    ],
)
def test_headings_that_count_rightly_or_not_at_all_pass(html):
    assert findings(Text(html=html)) == []


def test_a_title_is_held_against_numbered_headings():
    html = "<h2>1. Rest</h2><p>Well.</p><h2>2. Ask</h2><p>Often.</p><h2>3. Listen</h2><p>Closely.</p>"
    (finding,) = findings(Text(html=html), title="Five tips for your first day")
    assert (finding.check, finding.place) == ("announced-count", Place(field="title"))
    assert finding.what == "The title says “Five tips”, and the headings are numbered up to 3."
    assert findings(Text(html=html), title="Three tips for your first day") == []


# Names


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("PyTorch", "pytorch"),
        ("GitHub", "github"),
        ("BrightHire", "Brighthire"),
        ("CodeWars", "Codewars"),
        ("DocuSign", "Docusign"),
        ("DevOps", "devops"),
        ("Python", "python"),
        ("Thomson", "Thompson"),
        ("Merriam", "Meriam"),
    ],
)
def test_a_name_in_two_spellings_warns(right, wrong):
    blocks = (body(f"Learn {right} first, since {right} is common."), takeaway(f"Begin with {wrong} at home."))
    (finding,) = findings(*blocks)
    assert (finding.check, finding.level) == ("name-in-two-spellings", Level.WARNS)
    assert finding.place == Place(block=1, field="items")
    assert finding.what == f"The guide has “{wrong}” in one place and “{right}” in another."


def test_the_name_of_a_speaker_counts():
    insight = Insight(
        html="<p>Be brief.</p>", speaker=Speaker(slug="sam", name="Sam Fielding"), said_on=date(2026, 5, 1)
    )
    (finding,) = findings(insight, body("We asked Sam Feilding and Sam Fealding."), body("Ask Mr Fieldin and others."))[
        :1
    ]
    assert finding.check == "name-in-two-spellings"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Use scikit-learn at first.", "Scikit-learn is a library."),
        ("Use PyTorch.", "PyTorch’s makers explain it."),
        ("Write to the Manager.", "Ask the Managers."),
        ("A Data Engineer builds.", "The data engineer builds."),
        ("An API is a door.", "APIs are doors."),
        ("Read a CV.", "Read the CVs."),
        ("Ask the IT team.", "Ask it of the team."),
        ("Work in the US.", "Work with us."),
        ("Go is a language.", "Where to go next."),
        ("Use Java daily.", "Use JavaScript daily."),
        ("Use React.", "Teams react."),
        ("The Cloud, as Google calls it.", "Move it to the cloud."),
        ("Work in England.", "Read the English version."),
        ("See github.com/yourname for GitHub.", "Keep a GitHub page."),
        ("Write to jobs@PyTorch.example about PyTorch.", "PyTorch is a library."),
        ("Meet Martin.", "Meet Marion."),
        ("Use Docker.", "Use Dockers."),
        ("Type <code>docker compose</code> first.", "Learn to use Docker well."),
        ("In March we hire.", "We march on."),
        ("Testing matters to Tester.", "Tested by Testers."),
        ("Use MySQL.", "Use PostgreSQL."),
        ("Ask in Spring.", "Spring Boot is a framework."),
    ],
)
def test_different_names_and_ordinary_capitals_pass(one, other):
    assert findings(body(one), takeaway(other)) == []


# Whole lists


def test_a_list_that_has_more_than_the_whole_one_warns():
    whole = body("The three tools are Docker, Kubernetes and Terraform.")
    answer = QuestionAnswer(
        question="Which tools should I learn?", answer="<p>Learn Docker, Kubernetes, Terraform and Ansible.</p>"
    )
    (finding,) = findings(whole, answer)
    assert (finding.check, finding.level) == ("list-beyond-the-whole", Level.WARNS)
    assert finding.place == Place(block=1, field="answer")
    assert finding.what == (
        "“The three tools are Docker, Kubernetes and Terraform.” gives 3, "
        "but “Learn Docker, Kubernetes, Terraform and Ansible.” adds “ansible”."
    )


def test_bulleted_lists_are_compared_too():
    whole = listed("The only tools are:", "Docker, for packing", "Kubernetes", "Terraform")
    more = takeaway("The tools to learn include Docker, Kubernetes, Terraform and Ansible.")
    assert [finding.check for finding in findings(whole, more)] == ["list-beyond-the-whole"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Common tools include Docker, Kubernetes and Terraform.",
            "The tools include Docker, Kubernetes, Terraform and Go.",
        ),
        ("The three tools are Docker, Kubernetes and Terraform.", "The tools are Terraform, Docker and Kubernetes."),
        (
            "The three tools are Docker, Kubernetes and Terraform.",
            "Skills include Docker, Kubernetes, Terraform and tact.",
        ),
        (
            "The three tools are Docker, Kubernetes and Terraform.",
            "The tools of a painter are brush, Docker and paint.",
        ),
        ("The two roles are engineer and scientist.", "Other roles are tester, analyst and engineer."),
        ("The loop consists of train, deploy and watch.", "A loop can be long, slow and costly."),
    ],
)
def test_selections_and_lists_of_other_things_pass(one, other):
    assert findings(body(one), takeaway(other)) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Five duties fall to whoever is on call this week.", 4),
        ("The form has three sections, which are easy to fill in.", 4),
        ("A good brief answers four questions before the search begins.", 3),
        ("Our testers follow six rules. They come in this order.", 5),
        ("Four sheets go into the folder, and here they are.", 2),
    ],
)
def test_a_count_that_a_sentence_tells_ahead_of_its_list_is_checked(words, number):
    items = "".join(f"<li>Item {n}</li>" for n in range(number))
    assert [check for check, _, _ in found(Text(html=f"<p>{words}</p><ul>{items}</ul>"))] == ["announced-count"]


@pytest.mark.parametrize(
    "words",
    [
        "Five people asked for the list last year.",
        "If four rules are too many, keep to the shortest:",
        "Two of the six questions are about pay.",
        "Each of the four parts has a name.",
        "Plan two hours, and bring the papers.",
    ],
)
def test_a_count_of_something_else_ahead_of_a_list_passes(words):
    assert found(Text(html=f"<p>{words}</p><ul><li>One</li><li>Two</li><li>Three</li></ul>")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The three parts of the form are name and address.",
        "The lead has a trio of tasks: to plan, to review, to teach and to hire.",
        "An offer needs four things – a date, a sum and a name.",
    ],
)
def test_a_count_before_a_list_after_a_dash_or_a_verb_is_checked(text):
    assert [check for check, _, _ in found(Text(html=f"<p>{text}</p>"))] == ["announced-count"]
