"""The enquiry that the site sends itself: through the public form, to the last notice; and which step failed."""

import time
from typing import Any
from urllib.request import Request

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from articles.outbox.models import PATIENCE
from articles.outbox.sending import send_due
from enquiries.handling import work_list
from enquiries.management.commands import synthetic_enquiry
from enquiries.models import Enquiry, Notice
from enquiries.monitoring import health, synthetic, visitor
from enquiries.notices import writing
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db(transaction=True)
MAILBOX = "probe@agency.example"


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker makes its round whenever the command waits."""
    monkeypatch.setattr(synthetic_enquiry, "sleep", lambda seconds: send_due("mail"))


def probe(url: str, **options: Any) -> None:
    call_command("synthetic_enquiry", url=url, **{"to": MAILBOX, "deadline": 30} | options)


def test_a_healthy_site_passes_and_nothing_is_left_behind(
    live_server: LiveServer, mail_server: MailServer, worker: None, capsys: pytest.CaptureFixture[str]
) -> None:
    stored.enquiry()

    probe(live_server.url)

    assert mail_server.recipients == [[MAILBOX], [MAILBOX]]
    [reference] = {mail["Message-ID"].strip("<").split(".")[0] for mail in mail_server.mails}
    assert capsys.readouterr().out == f"Enquiry {reference} was stored and its notices were sent.\n"
    assert [enquiry.is_synthetic for enquiry in Enquiry.objects.all()] == [False]


def test_its_notices_go_to_the_teams_mailbox_unless_another_is_named(
    live_server: LiveServer, mail_server: MailServer, worker: None
) -> None:
    call_command("synthetic_enquiry", url=live_server.url)

    assert mail_server.recipients == [["team@agency.example"]] * 2


def test_it_may_run_all_day(live_server: LiveServer, mail_server: MailServer, worker: None) -> None:
    for _ in range(6):
        probe(live_server.url)

    assert len(mail_server.mails) == 12


def test_it_fails_at_opening_the_form_when_the_site_is_away() -> None:
    with pytest.raises(CommandError, match=r"^Failed at opening the form: .*Connection refused"):
        probe("http://127.0.0.1:1")


def test_it_fails_at_opening_the_form_when_that_breaks(live_server: LiveServer) -> None:
    with pytest.raises(CommandError, match=r"^Failed at opening the form: the site answered 404 Not Found\.$"):
        probe(live_server.url + "/nothing")


def test_it_fails_at_sending_the_form_when_that_is_refused(live_server: LiveServer, monkeypatch: Any) -> None:
    monkeypatch.setattr(synthetic_enquiry, "answers", lambda to: {"role": "other", "name": ""})

    with pytest.raises(CommandError, match=r"^Failed at sending the form: the site answered 422 "):
        probe(live_server.url)


def test_it_fails_at_marking_when_the_secret_is_another(live_server: LiveServer, monkeypatch: Any) -> None:
    monkeypatch.setattr(synthetic, "mark", lambda: "ours:forged")

    with pytest.raises(CommandError, match=r"^Failed at marking it: it was treated as a visitor’s\."):
        probe(live_server.url)


def test_it_fails_at_storing_when_this_is_another_database(monkeypatch: Any) -> None:
    monkeypatch.setattr(synthetic_enquiry.Visitor, "send", lambda self, answers: "ABCDEFGH")

    with pytest.raises(CommandError, match=r"^Failed at storing it: there is no enquiry ABCDEFGH\."):
        probe("http://127.0.0.1:1")


def test_it_fails_at_writing_when_a_notice_is_missing(live_server: LiveServer, monkeypatch: Any) -> None:
    monkeypatch.setattr(writing, "alert", lambda enquiry: None)

    with pytest.raises(CommandError, match=r"^Failed at writing its notices: not all of them are there\.$"):
        probe(live_server.url)


def test_it_fails_at_sending_when_no_worker_runs(live_server: LiveServer) -> None:
    with pytest.raises(
        CommandError, match=r"^Failed at sending the acknowledgement to the enquirer: no worker took it up\.$"
    ):
        probe(live_server.url, deadline=0)


def test_it_fails_at_sending_and_says_why_when_the_mail_server_refuses(
    live_server: LiveServer, mail_server: MailServer, monkeypatch: Any
) -> None:
    mail_server.answer = "451 not now"
    clock = iter(range(0, 1000, 20))
    monkeypatch.setattr(synthetic_enquiry, "monotonic", lambda: next(clock))
    monkeypatch.setattr(synthetic_enquiry, "sleep", lambda seconds: send_due("mail"))

    with pytest.raises(CommandError, match=r"acknowledgement to the enquirer: SMTPRecipientsRefused 451\.$"):
        probe(live_server.url)

    assert Enquiry.objects.get().is_synthetic


def test_it_does_not_wait_for_what_is_refused_for_good_and_the_next_run_tidies_it_up(
    live_server: LiveServer, mail_server: MailServer, worker: None
) -> None:
    mail_server.answer = "550 no such mailbox"
    with pytest.raises(CommandError, match=r"acknowledgement to the enquirer: SMTPRecipientsRefused 550\.$"):
        probe(live_server.url, deadline=10**6)
    mail_server.answer = ""

    probe(live_server.url)

    assert not Enquiry.objects.exists()
    assert health.reasons() == []


def test_what_failed_is_tidied_up_once_its_notices_are_sent(
    live_server: LiveServer, mail_server: MailServer, worker: None
) -> None:
    with pytest.raises(CommandError):
        probe(live_server.url, deadline=0)

    probe(live_server.url)

    assert not Enquiry.objects.exists()


def test_one_that_failed_is_seen_as_late_but_not_as_work(live_server: LiveServer, admin_user: Any) -> None:
    with pytest.raises(CommandError):
        probe(live_server.url, deadline=0)
    stored.age(2 * PATIENCE)
    Enquiry.objects.update(reply_due_at="2026-01-01T00:00Z")

    assert set(health.late()) == set(Notice.objects.all())
    assert not Enquiry.objects.overdue().exists()
    asked = work_list.Asked(admin_user, Enquiry.objects.all(), work_list.TABS["new"])
    assert work_list.page(asked).rows == []


def test_a_mark_is_made_with_the_secret_key_and_soon_worth_nothing(settings: Settings) -> None:
    mark = synthetic.mark()

    assert synthetic.is_ours(mark)
    assert not synthetic.is_ours("")
    assert not synthetic.is_ours(mark[:-1] + ("A" if mark[-1] != "A" else "B"))
    settings.SECRET_KEY = "another-" + "0123456789" * 6
    assert not synthetic.is_ours(mark)


def test_a_mark_is_good_for_minutes(monkeypatch: Any) -> None:
    mark = synthetic.mark()
    later = time.time() + synthetic.LIFETIME.total_seconds() + 1
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    assert not synthetic.is_ours(mark)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://localhost/", "localhost"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        probe(url)


def test_it_follows_no_redirect_to_another_site() -> None:
    request = Request("https://www.example.org/enquiries/new/")
    handler = visitor.OnTheSite()

    followed = handler.redirect_request(request, None, 302, "", {}, "https://www.example.org/sent/")
    assert followed
    assert followed.full_url == "https://www.example.org/sent/"
    with pytest.raises(visitor.Failed, match=r"^following a redirect: it leads to another site\.$"):
        handler.redirect_request(request, None, 302, "", {}, "https://example.com/sent/")
