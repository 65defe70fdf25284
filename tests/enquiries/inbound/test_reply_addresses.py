"""The signed addresses to which our mails are answered."""

import pytest
from django.conf import settings as site
from pytest_django import Settings

from enquiries import reply_addresses
from enquiries.inbound.matching import match
from enquiries.inbound.parsing import Incoming, Kind
from enquiries.models import Enquiry, Notice
from enquiries.notices import writing
from tests.enquiries import people
from tests.enquiries.inbound.mails import INBOUND

pytestmark = pytest.mark.django_db
THEIRS = "pat@example.org"


@pytest.fixture
def enquiry() -> Enquiry:
    return people.enquiry(email=THEIRS)


def found(*, to: str = "", sender: str = "x@example.org", **more: object) -> Enquiry | None:
    incoming = Incoming(kind=Kind.WRITTEN, sender=sender, recipients=(to,), **more)  # type: ignore[arg-type]
    return match(incoming).enquiry


@pytest.mark.parametrize("pattern", [INBOUND, "{token}@reply.agency.example", "a.b-{token}@agency.example"])
def test_an_address_leads_to_its_enquiry_however_it_is_written(
    enquiry: Enquiry, pattern: str, settings: Settings
) -> None:
    settings.INBOUND_EMAIL = pattern
    address = reply_addresses.for_enquirer(enquiry)

    assert len(address.partition("@")[0]) <= 64
    assert address == address.lower()
    assert [found(to=written) for written in (address, address.upper(), address.title())] == [enquiry] * 3
    assert reply_addresses.is_ours(address)


def test_the_address_outlives_a_change_of_the_key_and_of_the_mailbox(enquiry: Enquiry, settings: Settings) -> None:
    address = reply_addresses.for_enquirer(enquiry)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another" * 10, [site.SECRET_KEY]
    settings.INBOUND_EMAIL = "{token}@new.example"

    assert found(to=address) == enquiry


def test_each_sign_of_an_address_counts(enquiry: Enquiry) -> None:
    address = reply_addresses.for_enquirer(enquiry)
    name, _, domain = address.partition("@")
    before, _, token = name.partition("+")
    changed = [
        f"{before}+{token[:place]}{'a' if token[place] != 'a' else 'b'}{token[place + 1 :]}@{domain}"
        for place in range(len(token))
    ]

    assert [found(to=one) for one in changed] == [None] * len(token)


def test_correcting_the_e_mail_address_ends_what_was_made_for_the_old_one(enquiry: Enquiry) -> None:
    address, notice = reply_addresses.for_enquirer(enquiry), writing.acknowledge(enquiry)
    Enquiry.objects.update(email="right@example.org")

    assert found(to=address, in_reply_to=(notice.message_id,)) is None
    assert found(to=address, in_reply_to=(notice.message_id,), sender="right@example.org") == enquiry


def test_an_address_of_staff_is_not_the_enquirers(enquiry: Enquiry) -> None:
    sam = people.consultant("sam", people.default_team())
    address = reply_addresses.for_staff(enquiry, sam.pk)

    read = reply_addresses.read(address)
    assert read
    assert (read.person, read.is_for(enquiry)) == (sam.pk, True)
    assert found(to=address, sender=THEIRS) is None
    assert found(to=address, sender=sam.email) == enquiry


def test_a_mail_that_answers_one_of_ours_is_matched_by_that(enquiry: Enquiry) -> None:
    notice = writing.acknowledge(enquiry)
    alert = writing.alert(enquiry)

    assert found(in_reply_to=("<other@example.org>", notice.message_id)) == enquiry
    assert found(in_reply_to=(alert.message_id,)) is None
    Notice.objects.update(recipient="mistyped@example.org")
    assert found(in_reply_to=(notice.message_id,), sender="mistyped@example.org") is None
    assert found(in_reply_to=(notice.message_id,), sender=THEIRS.upper()) == enquiry


def test_a_reference_in_the_subject_counts_with_the_enquirers_address_alone(enquiry: Enquiry) -> None:
    subject = f"AW: Your enquiry {enquiry.reference.lower()}, please"

    assert found(subject=subject, sender="Pat@Example.org") == enquiry
    assert found(subject=subject, sender="stranger@example.org") is None
    assert found(subject="Hello", sender=THEIRS) is None


def test_a_colleague_is_not_taken_for_the_enquirer(enquiry: Enquiry) -> None:
    sam = people.consultant("sam", people.default_team())

    notice = writing.acknowledge(enquiry)

    assert found(to=reply_addresses.for_enquirer(enquiry), sender=sam.email) is None
    assert found(in_reply_to=(notice.message_id,), sender=sam.email) is None


def test_numbers_of_people_come_back_as_they_were(enquiry: Enquiry) -> None:
    for number in (0, 1, 31, 32, 33, 10**6, 2**63 - 1):
        read = reply_addresses.read(reply_addresses.for_staff(enquiry, number))
        assert read
        assert read.person == number
