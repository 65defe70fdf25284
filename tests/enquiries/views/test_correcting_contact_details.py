"""What staff do in the browser when mail does not reach an enquirer."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from articles.outbox.sending import send_due
from enquiries import search
from enquiries.models import Enquiry, Notice, State
from enquiries.notices import writing
from tests.enquiries import people
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
DETAILS = {"name": "Pat Example", "email": "right@example.org", "phone": "0161 496 0000"}

SAVED = "The contact details are saved. Mail to the enquirer goes to the address that you see here."


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def address(enquiry: Enquiry, part: str = "change") -> str:
    return f"/admin/enquiries/enquiry/{enquiry.pk}/{part}/"


def undeliverable(enquiry: Enquiry) -> Notice:
    notice = writing.acknowledge(enquiry)
    Notice.objects.filter(pk=notice.pk).update(undeliverable_at=timezone.now())
    return notice


def said(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_a_consultant_corrects_the_details_and_the_acknowledgement_goes_to_the_new_address(
    client: Client, sam: Any, mail_server: MailServer
) -> None:
    mail_server.answer, mail_server.refused = "550 <Wrong@example.org>: no such mailbox", {"wrong@example.org"}
    enquiry = people.enquiry(email="wrong@example.org")
    writing.acknowledge(enquiry)
    send_due("mail")
    page = client.get(address(enquiry)).text
    assert '<span class="badge bad">Undeliverable: refused for good on' in page
    assert f'href="{address(enquiry, "contact")}"' in page
    assert 'value="wrong@example.org"' in client.get(address(enquiry, "contact")).text

    response = client.post(address(enquiry, "contact"), DETAILS, follow=True)
    send_due("mail")

    enquiry.refresh_from_db()
    assert (enquiry.name, enquiry.email, enquiry.phone) == ("Pat Example", "right@example.org", "+441614960000")
    assert said(response) == [SAVED]
    assert "<strong>Details corrected</strong> by Sam Example" in response.text
    assert "E-mail: wrong@example.org → right@example.org" in response.text
    assert "550 &lt;…&gt;: no such mailbox" in response.text
    assert mail_server.recipients == [["right@example.org"]]
    assert list(search.find(Enquiry.objects.all(), "right@example.org")) == [enquiry]


def test_a_phone_number_is_shown_as_people_write_it_and_saving_it_so_changes_nothing(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(phone="+441614960000;ext=42")
    words = "+44 161 496 0000 ext. 42"

    assert f'value="{words}"' in client.get(address(enquiry, "contact")).text
    client.post(address(enquiry, "contact"), {"name": enquiry.name, "email": enquiry.email, "phone": words})

    enquiry.refresh_from_db()
    assert enquiry.phone == "+441614960000;ext=42"
    assert not enquiry.events.filter(kind="amended").exists()


def test_another_phone_number_moves_no_mail(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(email="right@example.org")

    response = client.post(address(enquiry, "contact"), DETAILS, follow=True)

    assert said(response) == [SAVED]
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": ""}, "Enter their name."),
        ({"email": ""}, "Enter their e-mail address."),
        ({"email": "pat@"}, "Something is missing after the @. Enter it in the form name@example.com."),
    ],
)
def test_details_that_cannot_be_right_change_nothing(
    client: Client, sam: Any, changed: dict[str, str], sentence: str
) -> None:
    enquiry = people.enquiry(email="wrong@example.org")

    response = client.post(address(enquiry, "contact"), DETAILS | changed)

    assert response.status_code == 422
    assert sentence in response.text
    assert "<title>Error: Contact details of" in response.text
    assert Enquiry.objects.get().email == "wrong@example.org"


def test_role_and_message_stay_whatever_is_posted(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()

    client.post(address(enquiry, "contact"), DETAILS | {"role": "client", "message": "Other", "state": "closed"})

    enquiry.refresh_from_db()
    assert (enquiry.role, enquiry.message, enquiry.state) == ("candidate", "Is there a job?", State.NEW)


def test_what_is_erased_has_no_details_to_correct(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(state=State.ERASED, name="", email="")

    response = client.post(address(enquiry, "contact"), DETAILS, follow=True)

    assert said(response) == ["This enquiry has been erased."]
    assert Enquiry.objects.get().email == ""


def test_an_undeliverable_message_is_sent_again_from_the_page(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    notice = undeliverable(enquiry)
    page = client.get(address(enquiry)).text
    assert f'<button type="submit" name="again" value="{notice.pk}"' in page

    response = client.post(address(enquiry, "notices"), {"again": notice.pk}, follow=True)

    assert said(response) == ["The message is being sent."]
    assert Notice.objects.get().undeliverable_at is None


def test_an_undeliverable_message_is_dropped_from_the_page_once(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    notice = undeliverable(enquiry)

    first, second = (client.post(address(enquiry, "notices"), {"drop": notice.pk}, follow=True) for _press in range(2))

    assert said(first) == ["The message is dropped. It will not be sent."]
    assert said(second) == said(first)
    assert "<strong>Notice dropped</strong> by Sam Example" in first.text
    assert not Notice.objects.exists()


def test_a_message_that_leaves_between_two_presses_is_no_mistake(
    client: Client, sam: Any, mail_server: MailServer
) -> None:
    enquiry = people.enquiry()
    notice = undeliverable(enquiry)

    first = client.post(address(enquiry, "notices"), {"again": notice.pk}, follow=True)
    send_due("mail")
    second = client.post(address(enquiry, "notices"), {"again": notice.pk}, follow=True)

    assert [said(first), said(second)] == [["The message is being sent."], ["The message has been sent."]]
    assert len(mail_server.recipients) == 1


def test_what_was_sent_offers_neither(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    notice = writing.acknowledge(enquiry)
    Notice.objects.update(sent_at=timezone.now())

    page = client.get(address(enquiry)).text
    response = client.post(address(enquiry, "notices"), {"drop": notice.pk}, follow=True)

    assert ('name="again"' in page, 'name="drop"' in page) == (False, False)
    assert said(response) == ["This message has been sent meanwhile, or is being sent at this moment."]
    assert Notice.objects.exists()


@pytest.mark.parametrize("nonsense", [{}, {"drop": "x"}, {"drop": ""}, {"again": "²"}, {"drop": "9" * 30}])
def test_nonsense_drops_nothing(client: Client, sam: Any, nonsense: dict[str, str]) -> None:
    enquiry = people.enquiry()
    undeliverable(enquiry)

    assert client.post(address(enquiry, "notices"), nonsense).status_code == 302
    assert Notice.objects.exists()


def test_a_message_of_another_enquiry_is_out_of_reach(client: Client, sam: Any) -> None:
    notice = undeliverable(people.enquiry(team=people.team("Elsewhere")))

    client.post(address(people.enquiry(), "notices"), {"drop": notice.pk})

    assert Notice.objects.get() == notice


@pytest.mark.parametrize("part", ["contact", "notices"])
def test_only_those_who_answer_enquiries_may(client: Client, part: str) -> None:
    reader = people.consultant("reader", people.default_team())
    reader.groups.clear()
    reader.user_permissions.add(Permission.objects.get(codename="view_enquiry"))
    client.force_login(reader)
    enquiry = people.enquiry(email="wrong@example.org")
    notice = undeliverable(enquiry)

    page = client.get(address(enquiry)).text
    response = client.post(address(enquiry, part), DETAILS | {"drop": notice.pk})

    assert response.status_code == 403
    assert ("Correct the contact details" in page, 'name="drop"' in page) == (False, False)
    assert (Enquiry.objects.get().email, Notice.objects.count()) == ("wrong@example.org", 1)
