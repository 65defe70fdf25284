"""An enquiry that came by phone or elsewhere, entered by somebody who works here."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from articles.outbox.sending import send_due
from enquiries import access_links, search, wordings, working_hours
from enquiries.handling import verbs
from enquiries.locking import NotAllowed
from enquiries.models import CV, Enquiry, Event, Notice, PendingCV, State, Tally, Wording
from enquiries.notices import privacy_mail, writing
from enquiries.privacy import new_links, rights
from enquiries.tallies import keeping
from tests.enquiries import files, people
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
ENTER = "/admin/enquiries/enquiry/enter/"
TOKEN = "t" * 32


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def local(moment: Any) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def told(**changed: Any) -> dict[str, Any]:
    """What is typed into the form after a call of somebody who gave no address."""
    return {
        "token": TOKEN,
        "source": "phone",
        "at": local(timezone.now()),
        "role": "client",
        "name": "Robin Example",
        "phone": "0161 496 0000",
        "organisation": "Example Works",
        "message": "They need two testers by March.",
    } | changed


def history(enquiry: Enquiry) -> list[tuple[str, str]]:
    return list(enquiry.events.values_list("kind", "words"))


def test_a_call_becomes_an_enquiry_of_whoever_took_it(client: Client, sam: Any) -> None:
    came = (timezone.now() - timedelta(days=2)).replace(second=0, microsecond=0)
    assert f'href="{ENTER}"' in client.get("/admin/enquiries/enquiry/").text

    response = client.post(ENTER, told(at=local(came)), follow=True)

    enquiry = Enquiry.objects.get()
    assert response.redirect_chain == [(f"/admin/enquiries/enquiry/{enquiry.pk}/change/", 302)]
    assert (enquiry.source, enquiry.received_at, enquiry.owner, enquiry.state) == ("phone", came, sam, State.OPEN)
    assert (enquiry.email, enquiry.phone, enquiry.reply_by) == ("", "+441614960000", "phone")
    assert enquiry.reply_due_at == working_hours.promised_from(came)
    assert history(enquiry) == [("received", "Entered by hand, from phone."), ("taken", "")]
    assert not Notice.objects.exists()
    assert list(search.find(Enquiry.objects.all(), "0161 496")) == [enquiry]
    assert "<dt>Reached us by</dt><dd>phone</dd>" in response.text
    assert "Write a reply" not in response.text


def test_it_is_counted_in_the_week_in_which_it_came(client: Client, sam: Any) -> None:
    client.post(ENTER, told())

    keeping.count_in()

    assert list(Tally.objects.values_list("role", "number", "is_suspected")) == [("client", 1, False)]


def test_an_acknowledgement_goes_out_only_if_it_was_asked_for(
    client: Client, sam: Any, mail_server: MailServer
) -> None:
    client.post(ENTER, told(email="robin@example.org", is_acknowledged="on"))
    send_due("mail")

    enquiry = Enquiry.objects.get()
    assert mail_server.recipients == [["robin@example.org"]]
    assert ("notified", "acknowledgement to the enquirer") in history(enquiry)
    assert client.get(access_links.status_link(enquiry)).status_code == 200


def test_a_colleague_who_gets_it_is_told(client: Client, sam: Any, mail_server: MailServer) -> None:
    sam.user_permissions.add(*people.Permission.objects.filter(codename="assign_enquiry"))
    kim = people.consultant("kim", people.default_team())

    client.post(ENTER, told(to=f"person-{kim.pk}"))
    send_due("mail")

    enquiry = Enquiry.objects.get()
    assert (enquiry.owner, enquiry.state) == (kim, State.NEW)
    assert history(enquiry)[:2] == [("received", "Entered by hand, from phone."), ("assigned", "To Kim Example.")]
    assert mail_server.recipients == [["kim@agency.example"]]
    assert "E-mail:" not in Notice.objects.get().text


def test_consent_is_kept_with_the_words_that_were_read_out(client: Client, sam: Any) -> None:
    wording = wordings.current(Wording.Kind.MARKETING)
    assert wording.text in client.get(ENTER).context["form"]["marketing"].help_text

    client.post(ENTER, told(marketing="on"))

    enquiry = Enquiry.objects.get()
    assert enquiry.marketing_wording == wording
    assert wording.text in enquiry.events.get(kind=Event.Kind.CONSENTED).words


def test_it_is_never_taken_for_spam(client: Client, sam: Any) -> None:
    client.post(ENTER, told(message="Cheap SEO backlinks!!! https://casino.example https://pills.example crypto bonus"))

    assert (Enquiry.objects.get().state, Enquiry.objects.get().was_suspected) == (State.OPEN, False)


def test_a_cv_comes_along_and_is_kept_while_the_form_is_corrected(client: Client, sam: Any) -> None:
    words = told(role="candidate", name="")
    refused = client.post(ENTER, words | {"cv": SimpleUploadedFile("cv.pdf", files.PDF)})
    assert (refused.status_code, PendingCV.objects.count()) == (422, 1)
    assert "The CV that you chose" in refused.text

    client.post(ENTER, words | {"name": "Robin Example"})

    assert bytes(CV.objects.get().content) == files.PDF
    assert not PendingCV.objects.exists()


def test_likely_duplicates_are_shown_before_anything_is_stored(client: Client, sam: Any) -> None:
    other = people.enquiry(phone="+441614960000", name="R. Example")
    hidden = people.enquiry(phone="+441614960000", team=people.team("Elsewhere"))

    warned = client.post(ENTER, told())
    assert (warned.status_code, Enquiry.objects.count()) == (422, 2)
    assert f"{other.reference})</a>" in warned.text
    assert "same phone number" in warned.text
    assert hidden.reference not in warned.text

    client.post(ENTER, told(seen=other.pk))
    assert Enquiry.objects.count() == 3


def test_a_second_press_is_the_same_enquiry(client: Client, sam: Any) -> None:
    first = client.post(ENTER, told(), follow=True)
    seen = Enquiry.objects.get().pk
    second = client.post(ENTER, told(seen=seen), follow=True)

    assert Enquiry.objects.count() == 1
    assert second.redirect_chain == first.redirect_chain


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"source": ""}, "Choose how it reached us."),
        ({"source": "form"}, "Select a valid choice"),
        ({"name": " "}, "Enter their name."),
        ({"message": ""}, "Write in a few words what they want."),
        ({"role": "boss"}, "Choose whether you are looking for work, hiring or something else."),
        ({"phone": ""}, "Enter an e-mail address, or a phone number if they gave no address."),
        ({"email": "pat@"}, "Something is missing after the @."),
        ({"reply_by": "email"}, "Without an e-mail address they can only be answered by phone."),
        ({"is_acknowledged": "on"}, "There is no e-mail address to send it to."),
        ({"at": ""}, "Enter when it came."),
        ({"at": "yesterday"}, "Enter a day and a time."),
        ({"at": "2999-01-01T10:00"}, "This is still to come."),
        ({"at": "2001-01-01T10:00"}, "This is more than a year ago"),
        ({"guide": "/guides/there-is-none/"}, "There is no guide at this address."),
        ({"to": "person-1"}, "Select a valid choice"),
        ({"to": "team-x"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_right_is_not_stored(client: Client, sam: Any, changed: dict[str, str], sentence: str) -> None:
    response = client.post(ENTER, told(**changed))

    assert response.status_code == 422
    assert sentence in response.text
    assert not Enquiry.objects.exists()


def test_only_those_who_answer_enquiries_may_add_one(client: Client) -> None:
    reader = people.consultant("reader", people.default_team(), may=("view_enquiry",))
    reader.groups.clear()
    client.force_login(reader)

    assert client.get(ENTER).status_code == 403
    assert client.post(ENTER, told()).status_code == 403
    assert ENTER not in client.get("/admin/enquiries/enquiry/").text


@pytest.fixture
def unreachable(sam: Any) -> Enquiry:
    """By mail, that is."""
    return people.enquiry(email="", phone="+441614960000", reply_by="phone")


def test_no_mail_is_written_to_somebody_without_an_address(unreachable: Enquiry, sam: Any) -> None:
    for write in (writing.acknowledge, writing.send_link):
        with pytest.raises(NotAllowed, match="They gave no e-mail address"):
            write(unreachable)
    with pytest.raises(NotAllowed, match="They gave no e-mail address"):
        verbs.reply(unreachable, "Hello", "We can help.", sam)
    new_links.send_for(access_links.status_token(unreachable))
    privacy_mail.tell_of_lifting(unreachable, "Agreed")

    unreachable.refresh_from_db()
    assert (unreachable.first_replied_at, unreachable.state) == (None, State.NEW)
    assert not Notice.objects.exists()


def test_no_reply_is_begun_to_them(client: Client, unreachable: Enquiry) -> None:
    page = client.get(f"/admin/enquiries/enquiry/{unreachable.pk}/reply/", follow=True)

    assert [str(message) for message in page.context["messages"]] == [writing.NO_ADDRESS]
    assert "Write a reply" not in page.text


def test_their_rights_hold_without_an_address(unreachable: Enquiry, sam: Any, mail_server: MailServer) -> None:
    asked = rights.request(unreachable, "access", "By phone", by=sam)
    send_due("mail")

    assert asked.acknowledged_at is None
    assert mail_server.recipients == [[people.default_team().inbox]]
    assert "Reply-To" not in mail_server.mails[0]


def test_an_address_that_is_learned_later_is_added(client: Client, unreachable: Enquiry) -> None:
    contact = f"/admin/enquiries/enquiry/{unreachable.pk}/contact/"
    still_none = client.post(contact, {"name": "Robin", "email": "", "phone": "0161 496 0001"})
    neither = client.post(contact, {"name": "Robin", "email": "", "phone": ""})

    client.post(contact, {"name": "Robin", "email": "robin@example.org", "phone": ""})

    unreachable.refresh_from_db()
    assert (still_none.status_code, neither.status_code) == (302, 422)
    assert "Enter a phone number or an e-mail address." in neither.text
    assert (unreachable.email, unreachable.phone) == ("robin@example.org", "")
    assert Notice.objects.get().recipient == "robin@example.org"
