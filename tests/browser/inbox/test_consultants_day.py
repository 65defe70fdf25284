"""A consultant's day and a manager's week in a real browser: from thirty enquiries in to the reports, with time moved.

Who writes to the agency does so by real mail, by the form and on their own page; the agency's CRM listens.
"""

import csv
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from articles.document import QuestionAnswer
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.publishing import publication
from enquiries.models import Enquiry, State
from tests.articles import staff
from tests.browser.inbox import outside
from tests.browser.inbox.office import LIST, Office, in_history, names, own_page, report, row, said, together
from tests.browser.inbox.outside import address, of
from tests.enquiries import files
from tests.enquiries.inbound import mails
from tests.enquiries.replies import conversation

pytestmark = pytest.mark.django_db(transaction=True)
MONDAY_MORNING = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
MONDAY_EVENING = datetime(2026, 3, 2, 17, 10, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 9, 5, tzinfo=UTC)
A_WEEK_LATER = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
# Answered on Monday, an hour and a half after opening: Ada, Ben, Cora and Dan; Dora on the phone, and Ela late. Two were
# closed without a word, and one was spam.
REPORTED = {
    "weeks": ["16 Feb 2026 0", "23 Feb 2026 0", "2 Mar 2026 29", "9 Mar 2026 0"],
    "sources": [
        *("Our form 27 93", "E-mail 1 3", "Phone 1 3"),
        *("LinkedIn 0 0", "A fair or event 0 0", "A referral 0 0", "Elsewhere 0 0"),
    ],
    "guide-outcomes": ["Notice periods 27 1 0 0 0 2 0 24 4", "No guide 2 0 0 0 0 0 0 2 0"],
    "replies": [
        "Everybody 5 1 21 2 17 never never",
        "Looking for work 2 1 12 2 12 never never",
        "Hiring 3 0 9 0 25 never never",
        "Something else 0 0 0 0 – – –",
    ],
    "people": [
        "Kim Example 3 0 0 3 0 0 never never 0",
        "Sam Example 7 5 1 1 0 71 1.5 never 1",
        "Nobody 19 0 0 17 2 0 never never 0",
    ],
    "channels": ["E-mail 5 83 1.5 9.0", "Phone 1 17 0.0 0.0", "In person 0 0 – –", "Another way 0 0 – –"],
}
QUESTION = "How long is a notice period for testers?"
OUTLOOK = "Dear Ann,\n\nI am free on Thursday.\n\nKind regards\nBob"


# Monday


def thirty_come_in(office: Office) -> None:
    outside.enquire(office.clock)
    asked = mails.mail(
        "team@agency.example", "Carl Reader <carl@example.org>", "Do you know a tester?", Subject="Hello"
    )
    office.mailbox.append(asked)
    office.work()
    assert Enquiry.objects.filter(state=State.NEW).count() == 28
    assert {to for [to] in office.mail.recipients} == {"team@agency.example", *map(address, outside.ENQUIRERS)}
    assert [body["type"] for body in office.told] == ["enquiry.received"] * 28


def make_an_enquiry_of_a_mail(office: Office) -> None:
    office.go(office.sam, "/admin/")
    office.page.get_by_role("link", name="Mail without an enquiry").first.click()
    office.page.get_by_role("link", name="Hello").click()
    office.page.get_by_label("They are").select_option("Hiring")
    office.press("Make the enquiry")
    expect(office.page.locator("h1", has_text="Carl Reader")).to_be_visible()
    expect(office.page.locator("#message + .words")).to_have_text("Do you know a tester?")


def enter_a_call(office: Office) -> None:
    """Somebody rings who has no e-mail address, and is answered at once."""
    page = office.page
    page.goto(LIST)
    page.get_by_role("link", name="Add an enquiry").click()
    page.get_by_label("It reached us by").select_option("Phone")
    page.get_by_label("They are").select_option("Hiring")
    page.get_by_label("Name:", exact=True).fill("Dora Reader")
    page.get_by_label("Phone number:").fill("0161 496 0123")
    page.get_by_label("How should we reply?").select_option("By phone")
    page.get_by_label("What they want").fill("Two testers in Leeds, from May.")
    office.press("Add the enquiry")
    expect(page.locator("h1", has_text="Dora Reader")).to_be_visible()
    office.unfold("Answered by phone or in person")
    page.get_by_label("How:", exact=True).select_option("Phone")
    office.press("Answered another way")
    said(office, "Taken down as an answer. The enquiry now waits for the enquirer.")
    dora = Enquiry.objects.get(name="Dora Reader")
    assert (dora.source, dora.owner, dora.state, dora.first_reply_channel) == ("phone", office.sam, "waiting", "phone")


def work_the_list(office: Office) -> None:
    """Filters, a kept filter, and several at once."""
    page = office.page
    page.goto(LIST)
    page.locator("summary", has_text="Filters").click()
    page.get_by_label("They are").select_option("Hiring")
    office.press("Show these")
    assert names(office) == ["Ada", "Dan", "Gwen", "Jack", "Mona", "Paul", "Seb", "Vic", "Yves", "Bea", "Carl"]
    page.get_by_label("Keep this under the name").fill("New clients")
    office.press("Keep")
    expect(page.get_by_role("link", name="New clients")).to_have_attribute("aria-current", "page")

    together(office, "Take", "Ada", "Dan", "Gwen")
    office.press("Take them")
    assert names(office) == ["Jack", "Mona", "Paul", "Seb", "Vic", "Yves", "Bea", "Carl"]
    page.get_by_role("link", name="Without filters").click()
    together(office, "Pass on…", "Ida", "Jack", "Kate")
    page.get_by_label("Pass to").select_option("Kim Example")
    page.get_by_label("Why (optional)").fill("You know this field.")
    office.press("Pass them on")
    together(office, "Close…", "Zara", "Amir")
    page.get_by_label("Outcome").select_option("We could not help")
    office.press("Close them")
    together(office, "Mark as spam…", "Xena")
    office.press("Mark them as spam")
    expect(page.locator(".tabs [aria-current]")).to_have_text("New 23")
    assert {name: of(name).owner for name in ("Gwen", "Ida", "Zara")} == {
        "Gwen": office.sam,
        "Ida": office.kim,
        "Zara": None,
    }


def write_a_reply(office: Office) -> None:
    """From a template, with a file and a copy."""
    page = office.page
    office.open("Ada")
    page.get_by_role("link", name="Write a reply").click()
    page.get_by_label("Start from the template").select_option("Client: let us talk")
    office.press("Use this template")
    expect(page.get_by_label("Reply:")).to_have_value(re.compile("^Hello Ada Reader,"))
    page.get_by_label("Copy to").fill("lead@example.org")
    page.get_by_label("Attach files").set_input_files({"name": "Terms.pdf", "mimeType": "", "buffer": files.PDF})
    office.press("Preview")
    expect(page.locator(".preview")).to_contain_text("Attached: Terms.pdf")
    office.press("Send")
    said(office, "Your reply is on its way.")


def write_one_for_the_next_morning(office: Office) -> None:
    page = office.page
    page.goto(f"{LIST}{of('Ela').pk}/reply/")
    page.get_by_label("Reply:").fill("Good morning Ela,\n\nmay I ring you today?")
    page.get_by_label("When we open next: Tuesday").check()
    office.press("Preview")
    office.press("Send it then")
    expect(page.locator("#scheduled + ul")).to_contain_text("leaves on Tuesday 3 March 2026, 09:00")


def answer_three_more(office: Office) -> None:
    client = Client()
    client.force_login(office.sam)
    for name in ("Ben", "Cora", "Dan"):
        conversation.post(client, of(name), body=f"Hello {name}, may I ring you?")


def replies_arrive(office: Office) -> None:
    office.work()
    for recipient in (address("Ada"), "lead@example.org"):
        mail = office.mail_to(recipient)
        assert mail["From"].startswith("Sam Example")
        assert (mail["To"], mail["Cc"]) == (address("Ada"), "lead@example.org")
        assert [part.get_filename() for part in mail.iter_attachments()] == ["Terms.pdf"]
    assert [of(name).state for name in ("Ada", "Ben", "Cora", "Dan", "Ela")] == [*["waiting"] * 4, "open"]


def mail_comes_back(office: Office) -> None:
    """An answer from Outlook, an out-of-office and a bounce, an hour later."""
    office.clock.shift(timedelta(hours=1))
    answer = outside.written_by("outlook_desktop", address("Ada"), office.mail_to(address("Ada")))
    away = outside.written_by("exchange_out_of_office", address("Cora"), office.mail_to(address("Cora")))
    for raw in (answer, away, mails.bounce(office.mail_to(address("Dan"))["Message-ID"], address("Dan"))):
        office.mailbox.append(raw)
    office.work()
    assert [in_history(name) for name in ("Ada", "Cora", "Dan")] == [
        ["taken", "replied", "wrote"],
        ["replied", "auto_replied"],
        ["taken", "replied", "bounced"],
    ]
    assert [of(name).state for name in ("Ada", "Cora", "Dan")] == ["open", "waiting", "waiting"]

    office.page.goto(f"{LIST}?tab=mine")
    expect(row(office, "Ada")).to_contain_text("They wrote")
    row(office, "Ada").get_by_role("link", name="Ada Reader", exact=True).click()
    wrote = office.page.locator(".timeline > li", has_text="I am free on Thursday.")
    expect(wrote.locator("> .words")).to_have_text(OUTLOOK)
    wrote.get_by_text("What this e-mail quotes").click()
    expect(wrote.get_by_text("Dear Bob")).to_be_visible()


def answer_from_a_mail_program(office: Office) -> None:
    news = office.mail_to("sam@agency.example")
    assert OUTLOOK in conversation.body_of(news)
    office.mailbox.append(mails.mail(news["Reply-To"], "Sam <sam@agency.example>", "Thursday at ten, then."))
    office.work()
    assert conversation.body_of(office.mail_to(address("Ada"))).startswith("Thursday at ten, then.")
    assert in_history("Ada") == ["taken", "replied", "wrote", "replied"]
    assert (of("Ada").state, of("Ada").first_replied_at) == (State.WAITING, MONDAY_MORNING)


def mend_an_address(office: Office) -> None:
    """The reply that came back goes to the address that they give on the phone."""
    office.open("Dan")
    expect(office.page.locator("[aria-labelledby=notices] form")).to_contain_text(
        "Did not arrive: bounced on 2 March 2026"
    )
    office.page.get_by_role("link", name="Correct the contact details…").click()
    office.page.get_by_label("E-mail address").fill("dan@home.example")
    office.press("Save")
    office.work()
    assert "Hello Dan, may I ring you?" in conversation.body_of(office.mail_to("dan@home.example", "About"))


def write_on_their_page(office: Office) -> None:
    """By the link in the acknowledgement: an answer, a complaint, and no more news."""
    page = office.page
    page.goto(own_page(office, "Ben"))
    page.get_by_label("Your message").fill("Please ring after six.")
    office.press("Send it")
    expect(page.get_by_role("status")).to_contain_text("We have your message.")
    page.goto(own_page(office, "Gwen"))
    page.get_by_role("link", name=re.compile("[Cc]omplain about")).click()
    page.get_by_label("What went wrong?").fill("You rang at night.")
    office.press("Send the complaint")
    expect(page.get_by_role("status")).to_have_text("We have your complaint.")
    page.goto(own_page(office, "Liam"))
    page.get_by_role("link", name="Withdraw your consent").click()
    office.press("Withdraw my consent")
    expect(page.get_by_role("status")).to_have_text("Your choice is recorded.")
    office.work()
    assert "Please ring after six." in conversation.body_of(office.mail_to("sam@agency.example"))
    assert "omplain" in office.mail_to("privacy@agency.example")["Subject"]


def put_one_aside(office: Office) -> None:
    office.open("Finn")
    office.unfold("Come back to it later")
    office.page.get_by_label("Come back to it on").fill("2026-03-09")
    office.press("Put it aside until then")
    office.page.goto(LIST)
    expect(row(office, "Finn")).to_have_count(0)


def propose_a_question(office: Office) -> None:
    office.open("Hal")
    office.page.get_by_role("link", name="Propose a question").click()
    expect(office.page.get_by_label("For the guide")).to_have_value(outside.GUIDE)
    office.page.get_by_label("The question").fill(QUESTION)
    office.page.get_by_label("They want to be told").check()
    office.press("Propose it")
    said(office, "Proposed. The guide’s editors see it beside the guide.")


def the_promise_is_broken(office: Office) -> None:
    """In the evening the team hears of everybody who was promised a reply and got none."""
    office.clock.move_to(MONDAY_EVENING)
    office.work()
    late = office.mail_to("team@agency.example")
    assert late["Subject"] == "Enquiries to answer: 21 overdue, 1 due soon"


def ask_for_the_mail_of_the_morning(office: Office) -> None:
    office.go(office.sam, LIST)
    office.page.get_by_role("link", name="Your e-mails").click()
    office.page.get_by_label("Both").check()
    office.press("Save")
    said(office, "Saved.")


def somebody_will_be_away(office: Office) -> None:
    """The manager enters it for her."""
    page = office.page
    office.go(office.max, LIST)
    page.get_by_role("link", name="Absences").first.click()
    page.get_by_role("link", name="Add absence").last.click()
    page.get_by_label("Person").select_option(str(office.kim.pk))
    page.get_by_label("First day").fill("2026-03-03")
    page.get_by_label("Last day").fill("2026-03-06")
    page.get_by_label("Stand-in").select_option(str(office.sam.pk))
    office.press("Save")
    expect(page.locator(".messagelist .success")).to_be_visible()


# Tuesday


def the_scheduled_reply_leaves(office: Office) -> None:
    office.clock.move_to(TUESDAY)
    office.work()
    assert conversation.body_of(office.mail_to(address("Ela"))).startswith("Good morning Ela,")
    assert (in_history("Ela"), of("Ela").state) == (["scheduled", "escalated", "replied"], State.WAITING)


def the_morning_says_where_everything_stands(office: Office) -> None:
    """To a stand-in, also of what they look after for others."""
    mail = office.mail_to("sam@agency.example", "This morning")
    assert mail["Subject"] == "This morning: 4 late, 1 waiting for us, 5 waiting for the enquirer"
    assert of("Ida").reference in conversation.body_of(mail)


def the_stand_in_is_told(office: Office) -> None:
    """Of what is written to who is away."""
    asked = office.mail_to(address("Ida"))
    office.mailbox.append(mails.mail(asked["Reply-To"], address("Ida"), "Is there any news?"))
    office.work()
    assert "Is there any news?" in conversation.body_of(office.mail_to("sam@agency.example"))
    office.go(office.sam, f"{LIST}?tab=mine")
    expect(row(office, "Ida")).to_contain_text("for Kim Example (away until 6 March 2026)")


def the_question_is_answered(office: Office) -> None:
    """An editor takes it into the guide and publishes the answer, of which who asked is told."""
    editor, guide = staff.editor("ed"), office.guide
    client = Client()
    client.force_login(editor)
    client.post(reverse("admin:articles_article_questions_add", args=[guide.pk, guide.proposed_questions.get().pk]))
    draft = document_of(guide)
    assert draft.blocks[-1] == QuestionAnswer(question=QUESTION)
    answered = QuestionAnswer(question=QUESTION, answer="<p>Mostly a month.</p>")
    saving.put(guide, replace(draft, blocks=(*draft.blocks[:-1], answered)), by=editor)
    publication.publish(guide, by=editor)
    office.work()
    assert f"{outside.GUIDE}#how-long-is-a-notice-period" in conversation.body_of(office.mail_to(address("Hal")))


def close_what_is_done(office: Office) -> None:
    """What the CRM was told of it stands on its page, and the enquirer reads on theirs what is kept."""
    office.open("Ada")
    office.unfold("How long it is kept")
    office.press("Mark as an application")
    said(office, "It is an application now, and kept for as long as the law asks for.")
    office.unfold("Close the enquiry")
    office.page.get_by_label("Outcome").select_option("Led to a placement")
    office.press("Close it")
    said(office, "Closed.")
    office.work()
    reference = of("Ada").reference
    told = [body["type"] for body in office.told if body["data"]["enquiry"]["reference"] == reference]
    assert [happened.removeprefix("enquiry.") for happened in told] == [
        "received",
        "assigned",
        "answered",
        "answered",
        "closed",
    ]
    office.page.reload()
    expect(office.page.locator("[aria-labelledby=systems] .badge")).to_have_text([re.compile("^Taken on")] * 5)


# A week later


def what_was_put_aside_is_back(office: Office) -> None:
    office.clock.move_to(A_WEEK_LATER)
    office.work()
    office.go(office.sam, LIST)
    assert names(office)[0] == "Finn"
    expect(row(office, "Finn")).to_contain_text("Follow up: 9 March")


def answer_the_complaint(office: Office) -> None:
    office.go(office.max, "/admin/enquiries/privacyrequest/")
    office.page.locator("#result_list tbody th a").first.click()
    office.page.get_by_label("Decision").select_option("Agreed")
    office.page.get_by_label("Answer:").fill("You are right, and we are sorry.")
    office.press("Send the answer")
    said(office, "Answered.")
    office.work()
    assert "You are right" in conversation.body_of(office.mail_to(address("Gwen")))


def take_the_list_for_news(office: Office) -> None:
    """Who agreed, without the one who thought better of it and without spam."""
    client = Client()
    client.force_login(office.max)
    rows = csv.DictReader(
        StringIO(client.get(reverse("admin:enquiries_consent_mailing_list")).content.decode("utf-8-sig"))
    )
    agreed = {address(name) for number, name in enumerate(outside.ENQUIRERS) if number % 3}
    assert {row["e-mail"] for row in rows} == agreed - {address("Liam"), address("Xena")}


def read_the_reports(office: Office) -> None:
    """Of thirty enquiries one was spam."""
    office.page.goto(f"{LIST}reports/?weeks=4")
    assert {slug: report(office, slug) for slug in REPORTED} == REPORTED


def test_a_consultants_day_and_a_managers_week(office: Office) -> None:
    thirty_come_in(office)
    office.clock.move_to(MONDAY_MORNING)
    make_an_enquiry_of_a_mail(office)
    enter_a_call(office)
    work_the_list(office)
    write_a_reply(office)
    write_one_for_the_next_morning(office)
    answer_three_more(office)
    replies_arrive(office)
    mail_comes_back(office)
    answer_from_a_mail_program(office)
    mend_an_address(office)
    write_on_their_page(office)
    put_one_aside(office)
    propose_a_question(office)
    the_promise_is_broken(office)
    ask_for_the_mail_of_the_morning(office)
    somebody_will_be_away(office)
    the_scheduled_reply_leaves(office)
    the_morning_says_where_everything_stands(office)
    the_stand_in_is_told(office)
    the_question_is_answered(office)
    close_what_is_done(office)
    what_was_put_aside_is_back(office)
    answer_the_complaint(office)
    take_the_list_for_news(office)
    read_the_reports(office)
