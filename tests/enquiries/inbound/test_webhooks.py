"""What mail providers tell us, through anymail's own views, in the shapes of several of them."""

import base64
import hashlib
import hmac
import json
import time
from typing import Any
from unittest import mock

import pytest
from anymail import signals
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from enquiries import reply_addresses
from enquiries.handling import verbs
from enquiries.inbound import storing, webhooks, working
from enquiries.models import Enquiry, Event, IncomingMail, Notice
from enquiries.notices import bounces, writing
from enquiries.privacy import erasure
from enquiries.views import webhooks as views
from tests.enquiries import files, people
from tests.enquiries.inbound import mails

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.enquiries.inbound.webhook_addresses")]
SECRET, SIGNING_KEY = "provider:0123456789-0123456789-0123456789", "key-of-mailgun"  # pragma: allowlist secret
THEIRS, WORDS = "pat@example.org", "Gladly."
REPORT = "smtp; 550 5.1.1 <pat@example.org>: no such mailbox"


@pytest.fixture(autouse=True)
def _listening(settings: Settings) -> Any:
    settings.WEBHOOK_SECRET = SECRET
    settings.ANYMAIL = {"WEBHOOK_SECRET": SECRET, "MAILGUN_WEBHOOK_SIGNING_KEY": SIGNING_KEY}
    webhooks.listen()
    yield
    signals.inbound.disconnect(dispatch_uid="enquiries.inbound.received")
    signals.tracking.disconnect(dispatch_uid="enquiries.inbound.tracked")


@pytest.fixture
def enquiry() -> Enquiry:
    made = people.enquiry(email=THEIRS)
    writing.acknowledge(made)
    Notice.objects.update(sent_at=timezone.now())
    return made


def post(path: str, data: Any, *, secret: str = SECRET, content_type: str = "application/json") -> HttpResponse:
    client = Client(enforce_csrf_checks=True)
    sns = {"X-Amz-Sns-Message-Type": data.get("Type", ""), "X-Amz-Sns-Message-Id": data.get("MessageId", "")}
    known = {"Authorization": f"Basic {base64.b64encode(secret.encode()).decode()}"} if secret else {}
    if content_type == "application/json":
        return client.post(f"/webhooks/{path}/", json.dumps(data), content_type=content_type, headers=sns | known)
    return client.post(f"/webhooks/{path}/", data, headers=known)


def work() -> None:
    working.work_off(lambda: False)


def history() -> list[tuple[str, str]]:
    return list(Event.objects.values_list("kind", "words"))


def postmark_mail(enquiry: Enquiry, **more: Any) -> dict[str, Any]:
    to = reply_addresses.for_enquirer(enquiry)
    return {
        "FromFull": {"Email": THEIRS, "Name": "Pat Example", "MailboxHash": ""},
        "ToFull": [{"Email": "inbox@inbound.postmark.example", "Name": "", "MailboxHash": ""}],
        "CcFull": [],
        "BccFull": [],
        "OriginalRecipient": to,
        "Subject": "Re: Your enquiry",
        "MessageID": "73e6d360-66eb-11e1-8e72-a8904824019b",
        "Date": "Thu, 26 Nov 2026 10:00:00 +0000",
        "TextBody": WORDS,
        "HtmlBody": f"<p>{WORDS}</p>",
        "Headers": [{"Name": "Message-ID", "Value": "<their-1@mail.example>"}],
        "Attachments": [
            {"Name": "cv.pdf", "Content": base64.b64encode(files.PDF).decode(), "ContentType": "application/pdf"}
        ],
    } | more


def postmark_bounce(notice: Notice, **more: Any) -> dict[str, Any]:
    """Postmark names a mail by a number of its own; whom it did not reach is all that we can tell it by."""
    return {
        "RecordType": "Bounce",
        "Type": "HardBounce",
        "MessageID": "883953f4-6105-42a2-a16a-77a8eac79483",
        "Email": notice.recipient,
        "Description": "The server was unable to deliver your message.",
        "Details": REPORT,
        "BouncedAt": "2026-11-26T10:00:00Z",
        "ID": 42,
    } | more


def mailgun_signature() -> dict[str, str]:
    timestamp, token = str(int(time.time())), "token-of-mailgun"
    signature = hmac.new(SIGNING_KEY.encode(), f"{timestamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {"timestamp": timestamp, "token": token, "signature": signature}


def mailgun_mail(enquiry: Enquiry) -> dict[str, Any]:
    to = reply_addresses.for_enquirer(enquiry)
    headers = [["Message-Id", "<their-2@mail.example>"], ["To", to], ["From", f"Pat <{THEIRS}>"], ["Subject", "Re"]]
    return {
        **mailgun_signature(),
        "recipient": to,
        "sender": THEIRS,
        "message-headers": json.dumps(headers),
        "body-plain": WORDS,
        "attachment-count": "1",
        "attachment-1": SimpleUploadedFile("cv.pdf", files.PDF, "application/pdf"),
    }


def test_a_mail_comes_in_from_postmark(enquiry: Enquiry) -> None:
    response = post("postmark/inbound", postmark_mail(enquiry))
    assert (response.status_code, IncomingMail.objects.get().state) == (200, "stored")
    work()

    assert history() == [("wrote", WORDS)]
    assert bytes(enquiry.attachments.get().content) == files.PDF


def test_the_same_mail_from_postmark_twice_is_one(enquiry: Enquiry) -> None:
    for _ in range(2):
        assert post("postmark/inbound", postmark_mail(enquiry)).status_code == 200

    assert IncomingMail.objects.count() == 1


def test_a_raw_mail_from_postmark_is_kept_as_it_came(enquiry: Enquiry) -> None:
    raw = mails.mail(reply_addresses.for_enquirer(enquiry), THEIRS, WORDS)

    post("postmark/inbound", postmark_mail(enquiry, RawEmail=raw.decode()))
    work()

    assert history() == [("wrote", WORDS)]


def test_a_mail_with_large_files_comes_in(enquiry: Enquiry) -> None:
    large = base64.b64encode(bytes(4 * 2**20)).decode()
    told = postmark_mail(enquiry)
    told["Attachments"].append({"Name": "big.bin", "Content": large, "ContentType": "application/octet-stream"})

    assert post("postmark/inbound", told).status_code == 200
    work()

    assert history() == [("wrote", f"{WORDS}\n\nNot kept: “big.bin” is damaged or incomplete.")]


def test_a_mail_comes_in_from_mailgun(enquiry: Enquiry) -> None:
    assert post("mailgun/inbound", mailgun_mail(enquiry), content_type="multipart/form-data").status_code == 200
    work()

    assert history() == [("wrote", WORDS)]
    assert enquiry.attachments.get().name == "cv.pdf"


def test_a_bounce_from_postmark_is_noted_without_the_address(enquiry: Enquiry) -> None:
    notice = Notice.objects.get()

    for _ in range(2):
        assert post("postmark/tracking", postmark_bounce(notice)).status_code == 200

    assert Notice.objects.get().bounced_at is not None
    assert history() == [("bounced", "acknowledgement to the enquirer: smtp; 550 5.1.1 <…>: no such mailbox")]


def test_a_bounce_from_mailgun_names_the_mail(enquiry: Enquiry) -> None:
    first = Notice.objects.get()
    writing.send_link(enquiry)
    Notice.objects.update(sent_at=timezone.now())
    told = {
        "signature": mailgun_signature(),
        "event-data": {
            "event": "failed",
            "severity": "permanent",
            "timestamp": time.time(),
            "recipient": THEIRS,
            "id": "event-1",
            "message": {"headers": {"message-id": first.message_id.strip("<>"), "to": THEIRS}},
            "delivery-status": {"code": 550, "message": "no such mailbox"},
        },
    }

    assert post("mailgun/tracking", told).status_code == 200

    assert list(Notice.objects.filter(bounced_at__isnull=False)) == [first]
    assert history() == [("bounced", "acknowledgement to the enquirer: no such mailbox")]


def test_a_complaint_from_ses_is_noted(enquiry: Enquiry) -> None:
    """By way of SNS, whose message is text in JSON."""
    notice = Notice.objects.get()
    message = {
        "eventType": "Complaint",
        "mail": {
            "messageId": "0100017",
            "destination": [THEIRS],
            "headers": [{"name": "Message-ID", "value": notice.message_id}],
            "tags": {},
        },
        "complaint": {
            "complainedRecipients": [{"emailAddress": THEIRS}],
            "timestamp": "2026-11-26T10:00:00.000Z",
            "feedbackId": "f",
            "complaintFeedbackType": "abuse",
        },
    }
    envelope = {
        "Type": "Notification",
        "MessageId": "sns-1",
        "TopicArn": "arn:aws:sns:eu-west-2:123:mail",
        "Timestamp": "2026-11-26T10:00:00.000Z",
        "Message": json.dumps(message),
    }

    assert post("amazon_ses/tracking", envelope).status_code == 200

    assert history() == [("bounced", "acknowledgement to the enquirer: marked as spam by its recipient")]


@pytest.mark.parametrize("change", [{"RecordType": "Delivery"}, {"RecordType": "Open"}, {"Type": "Transient"}])
def test_other_news_of_a_mail_changes_nothing(enquiry: Enquiry, change: dict[str, str]) -> None:
    assert post("postmark/tracking", postmark_bounce(Notice.objects.get(), **change)).status_code == 200

    assert history() == []


def test_whether_a_mail_is_ours_is_not_told(enquiry: Enquiry) -> None:
    notice = Notice.objects.get()
    known = post("postmark/tracking", postmark_bounce(notice))
    unknown = post("postmark/tracking", postmark_bounce(notice, Email="nobody@example.org"))

    assert (unknown.status_code, unknown.content) == (known.status_code, known.content)


def test_a_bounce_after_the_enquiry_was_erased_is_of_a_mail_that_we_do_not_know(enquiry: Enquiry) -> None:
    notice = Notice.objects.get()
    verbs.close(enquiry, "no_reply", None)
    erasure.erase(enquiry)

    assert post("postmark/tracking", postmark_bounce(notice)).status_code == 200
    assert history()[-1] == ("erased", "")


@pytest.mark.parametrize("secret", ["", "provider:wrong", SECRET + "x"])
@pytest.mark.parametrize("path", ["postmark/inbound", "postmark/tracking", "amazon_ses/inbound"])
def test_who_does_not_know_the_secret_is_refused(enquiry: Enquiry, path: str, secret: str) -> None:
    response = post(path, postmark_mail(enquiry), secret=secret)

    assert (response.status_code, IncomingMail.objects.count()) == (401, 0)


def test_a_wrong_signature_of_mailgun_is_refused(enquiry: Enquiry) -> None:
    told = mailgun_mail(enquiry) | {"signature": "0" * 64}

    assert post("mailgun/inbound", told, content_type="multipart/form-data").status_code == 400
    assert IncomingMail.objects.count() == 0


def test_what_could_not_be_stored_is_not_acknowledged(enquiry: Enquiry) -> None:
    with (
        mock.patch.object(IncomingMail.objects, "create", side_effect=OperationalError),
        pytest.raises(OperationalError),
    ):
        post("postmark/inbound", postmark_mail(enquiry))


def test_a_body_without_end_is_refused_before_it_is_read() -> None:
    known = f"Basic {base64.b64encode(SECRET.encode()).decode()}"
    length = str(views.MOST_BYTES + 1)
    answer = Client().generic(
        "POST", "/webhooks/postmark/inbound/", b"{}", CONTENT_LENGTH=length, headers={"Authorization": known}
    )

    assert answer.status_code == 413


def test_what_cannot_be_read_is_told_the_log_without_its_words(
    enquiry: Enquiry, caplog: pytest.LogCaptureFixture
) -> None:
    told = {"Type": "Notification", "MessageId": "1", "Message": f"No JSON, but {THEIRS}"}

    assert post("amazon_ses/inbound", told).status_code == 500
    assert "what the mail provider told could not be read: AnymailAPIError" in caplog.text
    assert THEIRS not in caplog.text


def test_a_mail_that_cannot_be_put_together_is_kept_as_it_was_told(enquiry: Enquiry) -> None:
    with mock.patch("anymail.inbound.AnymailInboundMessage.as_bytes", side_effect=LookupError):
        assert post("postmark/inbound", postmark_mail(enquiry)).status_code == 200
    work()

    mail = IncomingMail.objects.get()
    assert mail.state == "tray"
    assert json.loads(bytes(mail.raw))["TextBody"] == WORDS


@pytest.mark.urls("agency.urls")
def test_a_site_without_a_provider_has_no_such_addresses() -> None:
    assert post("postmark/inbound", {}).status_code == 404
    assert post("../enquiries/webhooks/mail", {}).status_code == 404


def test_a_report_in_lines_and_signs_becomes_one_printable_line() -> None:
    from enquiries.inbound import reports

    assert reports.one_line("two\r\nlines\x00\ud800" + "x" * 5000) == "two lines" + "x" * 291


def test_a_bounce_of_a_mail_about_no_enquiry_is_marked_too() -> None:
    from articles.outbox import mail

    other = mail.write("review", "pat@example.org", "articles/mail/review", {"guides": []})
    bounces.record(other.message_id, "gone")
    other.refresh_from_db()

    assert other.bounced_at is not None


def test_what_came_twice_at_the_same_moment_is_one() -> None:
    assert [storing.store(b"a mail", IncomingMail.Way.WEBHOOK) for _ in range(2)] == [True, False]
