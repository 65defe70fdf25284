"""Mail that no enquiry was found for: what staff see of it, and what they do with it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from enquiries import reply_addresses
from enquiries.handling import verbs
from enquiries.inbound import tray
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, IncomingMail, Notice, Source, State
from enquiries.privacy import disclosure, erasure
from tests.enquiries import files, people
from tests.enquiries.inbound import mails

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/incomingmail/"
THEIRS = "pat@example.org"
SCRIPT = "<script>alert(1)</script> Call me."


@pytest.fixture
def sam() -> Any:
    return people.consultant("sam", people.default_team())


@pytest.fixture
def desk(sam: Any) -> Client:
    client = Client()
    client.force_login(sam)
    return client


def lost(text: str = SCRIPT, **more: Any) -> IncomingMail:
    """A mail without anything that says where it belongs."""
    return mails.arrives(mails.mail("enquiries@reply.agency.example", f"Pat Example <{THEIRS}>", text, **more))


def page(mail: IncomingMail, name: str = "change") -> str:
    return f"{LIST}{mail.pk}/{name}/"


def state_of(mail: IncomingMail) -> str:
    mail.refresh_from_db()
    return mail.state


def test_the_list_shows_what_waits_and_counts_what_was_ignored(desk: Client) -> None:
    lost(Subject="Where do I belong?")
    lost(Subject="Buy this", List_Id="<news.example>")

    shown = desk.get(LIST).content.decode()
    ignored = desk.get(f"{LIST}?state=ignored").content.decode()

    assert ("Where do I belong?" in shown, "Buy this" in shown, "Ignored (1)" in shown) == (True, False, True)
    assert "Buy this" in ignored
    assert "came by e-mail, with no enquiry to belong to" in desk.get("/admin/").content.decode()


def test_the_number_of_queries_of_the_list_does_not_grow(desk: Client) -> None:
    numbers = []
    for more in (1, 3):
        for _ in range(more):
            lost()
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(LIST).status_code == 200
        numbers.append(len(captured))

    assert numbers[0] == numbers[1]


def test_the_page_shows_the_text_safely_and_enquiries_of_the_same_address(desk: Client) -> None:
    enquiry = people.enquiry(email=THEIRS)
    mail = lost()

    shown = desk.get(page(mail)).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt; Call me." in shown
    assert enquiry.reference in shown
    assert "Nothing in it says which enquiry it is about." in shown


@pytest.mark.parametrize("asked", ["reference", "name"])
def test_it_is_put_into_the_history_of_an_enquiry_that_was_looked_for(desk: Client, sam: Any, asked: str) -> None:
    enquiry = people.enquiry(name="Robin Elsewhere", email="robin@example.org", owner=sam, state=State.WAITING)
    mail = lost(files=[("cv.pdf", "application/pdf", files.PDF)])
    text = {"reference": enquiry.reference.lower(), "name": "elsew"}[asked]
    assert enquiry.reference in desk.get(page(mail), {"q": text}).content.decode()

    response = desk.post(page(mail, "attach"), {"enquiry": enquiry.pk}, follow=True)

    enquiry.refresh_from_db()
    assert (state_of(mail), mail.enquiry, mail.event.words, enquiry.state) == ("matched", enquiry, SCRIPT, State.OPEN)
    assert enquiry.attachments.get().name == "cv.pdf"
    shown = response.content.decode()
    assert "which is not the enquirer’s own address" in shown
    assert reverse("admin:enquiries_enquiry_file", args=[enquiry.pk, enquiry.attachments.get().pk]) in shown
    assert desk.post(page(mail, "attach"), {"enquiry": enquiry.pk}).status_code == 404


def test_an_enquiry_of_another_team_is_neither_found_nor_taken(desk: Client) -> None:
    others = people.enquiry(team=people.team("Others"), email=THEIRS)
    mail = lost()

    assert others.reference not in desk.get(page(mail), {"q": others.reference}).content.decode().replace(
        f'value="{others.reference}"', ""
    ).replace(f"“{others.reference}”", "")
    assert desk.post(page(mail, "attach"), {"enquiry": others.pk}).status_code == 404
    assert state_of(mail) == "tray"


def test_an_erased_enquiry_takes_nothing() -> None:
    enquiry = people.enquiry(state=State.ERASED)
    mail = lost()

    with pytest.raises(NotAllowed, match="has been erased"):
        tray.attach(mail, enquiry)
    assert state_of(mail) == "tray"


def test_a_new_enquiry_is_made_of_it_once(desk: Client) -> None:
    mail = lost(files=[("cv.pdf", "application/pdf", files.PDF)])
    form = {"role": "candidate", "name": "Pat Example", "email": THEIRS, "message": "Call me."}

    desk.post(page(mail, "new"), form)
    assert desk.post(page(mail, "new"), form).status_code == 404

    made = Enquiry.objects.get()
    assert (made.source, made.message, made.email, made.state) == (Source.MAIL, "Call me.", THEIRS, State.NEW)
    assert (state_of(mail), mail.enquiry, mail.event.kind) == ("matched", made, "received")
    assert made.attachments.get().name == "cv.pdf"
    assert set(Notice.objects.values_list("kind", flat=True)) == {"acknowledgement", "alert"}


def test_a_new_enquiry_with_a_fault_is_not_made(desk: Client) -> None:
    mail = lost()

    response = desk.post(page(mail, "new"), {"role": "", "name": "Pat", "email": "nonsense", "message": "Call me."})

    assert (response.status_code, "Choose what they are." in response.content.decode()) == (422, True)
    assert (Enquiry.objects.count(), state_of(mail)) == (0, "tray")


def test_it_is_ignored_marked_as_spam_and_taken_back(desk: Client) -> None:
    mail = lost()

    for to, state in (("ignore", "ignored"), ("ignore", "ignored"), ("spam", "spam"), ("back", "tray")):
        assert desk.post(page(mail, "aside"), {"to": to}).status_code == 302
        assert state_of(mail) == state
    assert desk.post(page(mail, "aside"), {"to": "elsewhere"}).status_code == 404


def test_several_are_put_aside_at_once(desk: Client) -> None:
    chosen = [lost().pk for _ in range(2)]

    desk.post(LIST, {"action": "mark_spam", "_selected_action": chosen})

    assert set(IncomingMail.objects.values_list("state", flat=True)) == {"spam"}


def test_who_does_not_answer_enquiries_sees_none_of_it(sam: Any, desk: Client) -> None:
    mail = lost()
    sam.groups.clear()

    for name, method in (("change", desk.get), ("attach", desk.post), ("new", desk.post), ("aside", desk.post)):
        assert method(page(mail, name)).status_code == 403
    assert desk.get(LIST).status_code == 403


def test_a_file_is_handed_out_by_permission_and_the_history_says_so(desk: Client, sam: Any) -> None:
    enquiry = people.enquiry(email=THEIRS)
    to = reply_addresses.for_enquirer(enquiry)
    mails.arrives(mails.mail(to, THEIRS, files=[("My CV.pdf", "application/pdf", files.PDF)]))
    address = reverse("admin:enquiries_enquiry_file", args=[enquiry.pk, enquiry.attachments.get().pk])

    response = desk.get(address)

    assert (response.content, response.headers["Content-Disposition"]) == (
        files.PDF,
        'attachment; filename="My CV.pdf"',
    )
    assert [(event.kind, event.words, event.by) for event in enquiry.events.filter(kind="downloaded")] == [
        ("downloaded", "My CV.pdf", sam)
    ]
    other = people.enquiry()
    assert (
        desk.get(reverse("admin:enquiries_enquiry_file", args=[other.pk, enquiry.attachments.get().pk])).status_code
        == 404
    )
    outsider = Client()
    outsider.force_login(people.consultant("kim", people.team("Others")))
    assert outsider.get(address).status_code == 404


def test_a_file_with_a_virus_is_not_handed_out(desk: Client) -> None:
    enquiry = people.enquiry()
    file = people.attachment(enquiry, scan="infected", virus="Eicar")

    assert desk.get(reverse("admin:enquiries_enquiry_file", args=[enquiry.pk, file.pk])).status_code == 302


def test_long_and_quoted_text_is_folded_on_the_page_of_the_enquiry(desk: Client) -> None:
    enquiry = people.enquiry(email=THEIRS)
    text = "word " * 400 + "\n\nOn 25 Nov 2026, at 10:00, Agency <website@agency.example> wrote:\n> Hello Pat\n"
    mails.arrives(mails.mail(reply_addresses.for_enquirer(enquiry), THEIRS, text))

    shown = desk.get(f"/admin/enquiries/enquiry/{enquiry.pk}/change/").content.decode()

    assert shown.count('<details class="folded"') == 2
    assert "Hello Pat" in shown


def test_what_came_by_mail_is_in_the_enquirers_copy_and_goes_with_the_enquiry(sam: Any) -> None:
    enquiry = people.enquiry(email=THEIRS, owner=sam, state=State.OPEN)
    mails.arrives(mails.mail(reply_addresses.for_enquirer(enquiry), THEIRS, "Call me.", Subject="Hello"))

    held = disclosure.everything(enquiry)
    assert [(line["kind"], line["words"]) for line in held["you_wrote"]] == [("wrote", "Call me.")]
    assert [(mail["sender"], mail["subject"], mail["text"]) for mail in held["mails_from_you"]] == [
        (THEIRS, "Hello", "Call me.")
    ]
    verbs.close(enquiry, "answered", sam)
    Notice.objects.all().delete()
    erasure.erase(enquiry)
    assert IncomingMail.objects.count() == 0
