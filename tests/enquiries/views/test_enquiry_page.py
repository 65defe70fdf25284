"""The page of one enquiry: what it shows, and what can be done there."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from enquiries import wordings
from enquiries.handling import placeholders, verbs
from enquiries.models import Enquiry, Event, Notice, ReplyTemplate, State, Wording
from enquiries.notices import writing
from tests import cast
from tests.enquiries import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def address(enquiry: Enquiry, part: str = "change") -> str:
    return f"/admin/enquiries/enquiry/{enquiry.pk}/{part}/"


def read(client: Client, enquiry: Enquiry) -> str:
    response = client.get(address(enquiry))
    assert response.status_code == 200
    return response.content.decode()


def do(client: Client, enquiry: Enquiry, action: str, **fields: Any) -> str:
    """Takes the action and returns what the next page says about it."""
    response = client.post(address(enquiry, action), fields, follow=True)
    assert response.status_code == 200
    enquiry.refresh_from_db()
    return " ".join(str(message) for message in response.context["messages"])


def kinds(enquiry: Enquiry) -> list[str]:
    return [event.kind for event in enquiry.events.all()]


def test_the_page_shows_what_was_sent_as_it_was_sent(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(
        role="client",
        name="<b>Pat</b>",
        message="First line.\r\n<script>alert(1)</script>",
        organisation="O'Neil & Sons",
        urgency="month",
        phone="+441614960123",
        erase_on=date(2027, 5, 4),
    )

    page = read(client, enquiry)

    assert '<p class="words">First line.\r\n&lt;script&gt;alert(1)&lt;/script&gt;</p>' in page
    assert "<dt>Organisation</dt><dd>O&#x27;Neil &amp; Sons</dd>" in page
    assert "<dt>How soon</dt><dd>Within a month</dd>" in page
    assert '<a href="tel:+441614960123">' in page
    assert "<dt>Erased on</dt><dd>4 May 2027</dd>" in page
    assert "<dt>Was shown</dt><dd>privacy notice shown with the form, version 1</dd>" in page
    assert "<b>Pat" not in page
    assert "<dt>Location</dt>" not in page


def test_the_guide_is_linked_where_visitors_read_it(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(guide=cast.full_guide().article, source_path="/guides/a-guide/#salary")

    page = read(client, enquiry)

    assert '<a href="/guides/a-guide/">Title of a-guide</a>' in page
    assert "/guides/a-guide/#salary" in page


def test_a_path_that_a_visitor_made_up_is_no_link(client: Client, sam: Any) -> None:
    page = read(client, people.enquiry(source_path="javascript:alert(1)"))

    assert 'href="javascript' not in page
    assert "javascript:alert(1)" in page


def test_the_reasons_of_suspected_spam_are_listed(client: Client, sam: Any) -> None:
    page = read(client, people.enquiry(state=State.SPAM, spam_reasons=["It holds 7 links.", "It came <quickly>."]))

    assert "<li>It holds 7 links.</li><li>It came &lt;quickly&gt;.</li>" in page


def test_each_notice_says_whether_it_arrived(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    for fields in ({}, {"sent_at": timezone.now()}, {"bounced_at": timezone.now()}, {"is_held": True}):
        notice = writing.acknowledge(enquiry)
        Notice.objects.filter(pk=notice.pk).update(**fields)
    writing.alert(enquiry).attempts.create(finished_at=timezone.now(), error="TimeoutError")

    page = read(client, enquiry)

    for state, words in (
        ("waiting", "Waiting to be sent"),
        ("good", "Sent on"),
        ("bad", "Did not arrive: bounced on"),
        ("held", "Held while this is suspected spam"),
        ("bad", "Not sent yet (tries: 1), next on"),
    ):
        assert f'<span class="badge {state}">{words}' in page


def test_similar_enquiries_are_named_with_the_reason(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(email="pat@example.org")
    seen = people.enquiry(name="Pat Seen", email="pat@example.org")
    people.enquiry(name="Pat Hidden", email="pat@example.org", team=people.team("Elsewhere"))

    page = read(client, enquiry)

    assert f"Pat Seen ({seen.reference})</a>" in page
    assert "same e-mail address" in page
    assert "Pat Hidden" not in page


def test_the_history_says_who_did_what_and_is_nowhere_to_be_changed(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    verbs.note(enquiry, "Rang.\n<i>No</i> answer.", sam)

    page = read(client, enquiry)

    assert "<strong>Note</strong> by Sam Example" in page
    assert "Rang.\n&lt;i&gt;No&lt;/i&gt; answer." in page
    assert client.get("/admin/enquiries/event/").status_code == 404
    with pytest.raises(TypeError):
        enquiry.events.get().save()


@pytest.mark.parametrize("number", [1, 20])
def test_the_page_costs_the_same_however_much_happened(
    client: Client, sam: Any, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    enquiry = people.enquiry(email="pat@example.org", phone="+441614960000", guide=cast.full_guide().article)
    for index in range(number):
        verbs.note(enquiry, "Words", people.consultant(f"c{index}"))
        writing.alert(enquiry)
        people.enquiry(email="pat@example.org")
    read(client, enquiry)  # what all pages share is remembered

    with django_assert_num_queries(30):
        read(client, enquiry)


def test_taking_it(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    assert do(client, enquiry, "take") == "It is yours now."
    assert (enquiry.owner, enquiry.state) == (sam, State.OPEN)


def test_the_second_to_take_it_gets_a_sentence(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    verbs.take(enquiry, people.consultant("ada"))

    assert do(client, enquiry, "take") == "Ada Example has already taken this enquiry."
    assert enquiry.owner.username == "ada"


def test_giving_it_to_a_colleague(client: Client, sam: Any) -> None:
    ada, enquiry = people.consultant("ada"), people.enquiry()

    said = do(client, enquiry, "assign", to=f"person-{ada.pk}", reason="I am away.")

    assert said == "Passed on. They will hear by e-mail."
    assert enquiry.owner == ada
    assert "Sam Example has passed this enquiry on to you.\n\nSam Example writes:\nI am away.\n" in (
        enquiry.notices.get().text
    )


def test_giving_it_to_another_team_leads_back_to_the_list(client: Client, sam: Any) -> None:
    desk, enquiry = people.team(), people.enquiry()

    response = client.post(address(enquiry, "assign"), {"to": f"team-{desk.pk}"})

    assert response["Location"] == "/admin/enquiries/enquiry/"
    assert Enquiry.objects.get().team == desk


def test_only_people_who_handle_enquiries_can_be_given_one(client: Client, sam: Any, django_user_model: Any) -> None:
    clerk, enquiry = django_user_model.objects.create_user("clerk", is_staff=True), people.enquiry()

    response = client.post(address(enquiry, "assign"), {"to": f"person-{clerk.pk}"})

    assert response.status_code == 422
    assert Enquiry.objects.get().owner is None


def test_a_note(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    assert do(client, enquiry, "note", words="Rang.") == "The note is in the history."
    assert [(event.kind, event.by, event.words) for event in enquiry.events.all()] == [("noted", sam, "Rang.")]


@pytest.mark.parametrize(
    ("action", "fields", "sentence"),
    [
        ("note", {"words": " "}, "Write the note first."),
        ("note", {"words": "\u200b"}, "Write the note first."),
        ("note", {"words": "x" * 5001}, "at most 5000 characters"),
        ("close", {}, "Choose how it ended."),
        ("close", {"outcome": "nonsense"}, "nonsense is not one of the available choices"),
        ("assign", {}, "Choose a person or a team."),
        ("hold", {}, "Say why it must not be erased."),
    ],
)
def test_a_form_that_is_not_filled_in_says_so_beside_the_field(
    client: Client, sam: Any, action: str, fields: dict[str, str], sentence: str
) -> None:
    enquiry = people.enquiry()

    response = client.post(address(enquiry, action), fields)

    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: " in page
    assert sentence in page
    assert not Event.objects.exists()


def test_closing_and_reopening(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(owner=sam, state=State.OPEN)

    assert do(client, enquiry, "close", outcome="placed", words="Starts in May.") == "Closed."
    assert (enquiry.state, enquiry.outcome) == (State.CLOSED, "placed")
    assert do(client, enquiry, "reopen") == "Reopened."
    assert (enquiry.state, kinds(enquiry)) == (State.OPEN, ["closed", "reopened"])


def test_marking_as_spam_and_releasing(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    writing.acknowledge(enquiry)

    assert do(client, enquiry, "spam").startswith("Moved to spam.")
    assert Notice.objects.get().is_held
    assert do(client, enquiry, "release").startswith("Released.")
    assert not Notice.objects.get().is_held
    assert enquiry.state == State.NEW


def test_holding_and_lifting_the_hold(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    assert do(client, enquiry, "hold", reason="A dispute.", until="2099-12-31") == "On hold: it will not be erased."
    assert "On hold until 31 December 2099: A dispute." in read(client, enquiry)
    assert do(client, enquiry, "unhold").startswith("The hold is lifted")
    assert enquiry.hold_reason == ""


def test_an_action_that_came_too_late_gets_a_sentence(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(state=State.CLOSED)

    assert do(client, enquiry, "close", outcome="placed") == "This enquiry is closed. Reopen it first."
    assert do(client, enquiry, "spam") == "This enquiry is closed. Reopen it first."
    assert do(client, enquiry, "release") == "This enquiry is not held as spam."
    assert kinds(enquiry) == []


def test_actions_are_posted_and_known(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    assert client.get(address(enquiry, "take")).status_code == 405
    assert client.post(address(enquiry, "nonsense")).status_code == 404
    assert client.post(address(enquiry)).status_code == 405
    assert client.get("/admin/enquiries/enquiry/999999999999999999999999/change/").status_code == 404
    assert Client(enforce_csrf_checks=True).post(address(enquiry, "take")).status_code == 403
    assert kinds(enquiry) == []


def test_a_template_is_filled_in_edited_previewed_and_sent(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(name="Pat", guide=cast.full_draft())
    template = ReplyTemplate.objects.create(
        name="Words", subject="About {reference}", body="Hello {name}, you read {guide}.\n{consultant}"
    )

    form = client.get(address(enquiry, "reply"), {"template": template.pk}).context["form"]
    written = form.initial | {"body": form.initial["body"] + "\nEdited <b>"}
    preview = client.post(address(enquiry, "reply"), written | {"preview": "1"})
    assert not Notice.objects.exists()
    said = do(client, enquiry, "reply", **written, send="1")

    assert form.initial["subject"] == f"About {enquiry.reference}"
    assert form.initial["body"] == "Hello Pat, you read “Title of a-guide”.\nSam Example"
    assert "Edited &lt;b&gt;</div>" in preview.content.decode()
    assert said == "Your reply is on its way."
    assert enquiry.state == State.WAITING
    assert enquiry.events.get().words == f"{written['subject']}\n\n{written['body']}"
    assert "Edited <b>" in Notice.objects.get().text


def test_sending_twice_sends_once(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    written = {"subject": "Hello", "body": "Words", "replies_seen": 0, "send": "1"}

    said = [do(client, enquiry, "reply", **written) for _ in range(2)]

    assert said == ["Your reply is on its way."] * 2
    assert (kinds(enquiry), Notice.objects.count()) == (["replied"], 1)


def test_editing_after_the_preview_keeps_the_words(client: Client, sam: Any) -> None:
    response = client.post(
        address(people.enquiry(), "reply"), {"subject": "Hello", "body": "Words", "replies_seen": 0, "edit": "1"}
    )

    assert response.context["form"]["body"].value() == "Words"
    assert not Notice.objects.exists()


def test_a_subject_is_one_line(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    do(client, enquiry, "reply", subject="Hello\r\nBcc: x@example.org", body="Words", replies_seen=0, send="1")

    assert Notice.objects.get().subject == "Hello Bcc: x@example.org"


@pytest.mark.parametrize("missing", ["subject", "body", "replies_seen"])
def test_an_empty_reply_is_not_sent(client: Client, sam: Any, missing: str) -> None:
    words = {"subject": "Hello", "body": "Words", "replies_seen": 0, "send": "1"} | {missing: ""}

    response = client.post(address(people.enquiry(), "reply"), words)

    assert response.status_code == 422
    assert not Notice.objects.exists()


def test_what_is_closed_gets_no_reply(client: Client, sam: Any) -> None:
    response = client.get(address(people.enquiry(state=State.CLOSED), "reply"), follow=True)

    assert [str(message) for message in response.context["messages"]] == ["This enquiry is closed. Reopen it first."]


@pytest.mark.parametrize("chosen", ["", "0", "nonsense", "9" * 30, "²"])
def test_a_template_that_does_not_exist_begins_a_plain_reply(client: Client, sam: Any, chosen: str) -> None:
    response = client.get(address(people.enquiry(name="Pat"), "reply"), {"template": chosen})

    assert response.context["form"].initial["body"] == "Hello Pat,\n\n\n\nSam Example\nEnquiries team\nAgency"


def test_templates_of_another_role_are_not_offered(client: Client, sam: Any) -> None:
    ReplyTemplate.objects.all().delete()
    for role in ("", "candidate", "client"):
        ReplyTemplate.objects.create(name=f"For {role}", role=role, subject="x", body="x")

    response = client.get(address(people.enquiry(role="client"), "reply"))

    assert [template.name for template in response.context["templates"]] == ["For ", "For client"]


def test_what_an_enquirer_wrote_is_not_read_as_a_placeholder() -> None:
    filled = {"name": "{consultant} {name.__class__}", "reference": "R", "guide": "G", "consultant": "C"}

    assert placeholders.fill("{name}, {reference}", filled) == "{consultant} {name.__class__}, R"


def test_a_template_with_an_unknown_placeholder_is_refused(admin_client: Client) -> None:
    ReplyTemplate.objects.all().delete()
    words = {"name": "Words", "role": "", "subject": "Hello {nam}", "body": "Hello {name}"}

    refused = admin_client.post("/admin/enquiries/replytemplate/add/", words)
    admin_client.post("/admin/enquiries/replytemplate/add/", words | {"subject": "Hello"})

    assert "We cannot fill in {nam}. You can use {name}, {reference}, {guide}" in refused.content.decode()
    assert [template.subject for template in ReplyTemplate.objects.all()] == ["Hello"]


def test_erasing_asks_first(client: Client) -> None:
    client.force_login(people.consultant("sam", people.default_team(), may=("erase_enquiry", "view_every_enquiry")))
    enquiry = people.enquiry(name="Pat", state=State.CLOSED)

    asked = client.get(address(enquiry, "erase")).content.decode()
    assert "You cannot undo this." in asked
    assert Enquiry.objects.get().name == "Pat"
    assert do(client, enquiry, "erase") == "The personal data is erased."

    assert (enquiry.name, enquiry.state) == ("", State.ERASED)
    page = read(client, enquiry)
    assert "The words have been erased." in page
    assert client.get(address(enquiry)).context["actions"] == {}


def test_what_must_not_be_erased_is_not_and_the_reason_is_said(client: Client) -> None:
    client.force_login(people.consultant("sam", people.default_team(), may=("erase_enquiry",)))
    enquiry = people.enquiry(name="Pat", state=State.CLOSED, hold_reason="A dispute.")

    assert do(client, enquiry, "erase") == "It is on hold: A dispute."
    assert enquiry.name == "Pat"


def test_changed_words_become_a_new_version_and_old_ones_stay(admin_client: Client) -> None:
    old = wordings.current(Wording.Kind.PRIVACY)
    edit = f"/admin/enquiries/wording/{old.pk}/change/"

    admin_client.post(edit, {"text": "New words."})

    assert wordings.current(Wording.Kind.PRIVACY).text == "New words."
    assert list(Wording.objects.filter(kind="privacy").values_list("version", "text")) == [
        (2, "New words."),
        (1, old.text),
    ]
    assert admin_client.post(edit, {"text": "Other words."}).status_code == 403
    assert admin_client.get(edit).context["has_change_permission"] is False
    assert admin_client.post(f"/admin/enquiries/wording/{old.pk}/delete/", {"post": "yes"}).status_code == 403
