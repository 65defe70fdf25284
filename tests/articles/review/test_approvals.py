"""Somebody without an account reads a draft by a link, and approves it or comments on it."""

import logging
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.signing import TimestampSigner
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from agency.running import environment
from articles.document import Insight, Text
from articles.drafts import saving
from articles.drafts.rows import document_of, replace_blocks
from articles.gate import approval_check, inspection
from articles.models import ApprovalRequest, Article, Author, GuideEvent
from articles.outbox import sending
from articles.outbox.models import Message
from articles.outbox.sending import send_due
from articles.publishing import publication
from articles.review import approvals, links
from articles.review.approvals import DraftChanged
from articles.review.links import LinkEnded
from enquiries.notices import bounces
from tests import cast
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
SAID = "<p>Most teams hire their first tester too late.</p>"
LATER = "<p>Most teams hire their first tester in time.</p>"


def user(name: str = "kim", *may: str) -> Any:
    """An editor; `may` names their permissions."""
    made = get_user_model().objects.create_user(
        name, f"{name}@agency.example", is_staff=True, first_name=name.title(), last_name="Editor"
    )
    made.user_permissions.set(Permission.objects.filter(content_type__app_label="articles", codename__in=may))
    return made


def insight(words: str = SAID, speaker: Author | None = None) -> Insight:
    return Insight(html=words, speaker=(speaker or cast.author(cast.PAT)).as_speaker(), said_on=date(2026, 9, 1))


def quoting(*words: str, **fields: Any) -> Article:
    """A draft that quotes the cast's author with these words."""
    return cast.full_draft(body=[Text(html="<h2>Section</h2><p>Words.</p>"), *map(insight, words)], **fields)


def change(article: Article, *words: str) -> None:
    replace_blocks(article, [insight(said) for said in words])
    saving.save(article, by=None)


def ask(article: Article, **fields: Any) -> ApprovalRequest:
    asked = {"name": "Sam O'Neil", "email": "sam@example.org", "days": 7, "speaker": None, "message": "", "by": None}
    return approvals.ask(article, **asked | fields)


def path(request: ApprovalRequest) -> str:
    return links.link(request).removeprefix("http://localhost")


def answered(request: ApprovalRequest, decision: str = "approve", **fields: Any) -> dict[str, Any]:
    """What the form of the page posts."""
    request.article.refresh_from_db()
    return {"decision": decision, "note": "", "version": request.article.version} | fields


def age(request: ApprovalRequest, **by: int) -> None:
    ApprovalRequest.objects.filter(pk=request.pk).update(expires_at=request.expires_at - timedelta(**by))


def warnings(article: Article) -> list[tuple[int | None, str]]:
    found = approval_check.findings(article, document_of(article))
    return [(finding.place.block, finding.what) for finding in found]


# The link


def test_the_link_shows_the_draft_as_it_would_be_published(client: Client) -> None:
    guide = cast.full_guide("first-name").article
    Article.objects.filter(pk=guide.pk).update(title="A title that nobody has read")
    guide.refresh_from_db()
    saving.save(guide, by=None)
    public = client.get("/guides/first-name/").content.decode()

    page = client.get(path(ask(guide, message="Is the <b>second</b> part right?"))).content.decode()

    assert "A title that nobody has read" not in public
    assert '<h1 dir="auto">A title that nobody has read</h1>' in page
    assert "Is the &lt;b&gt;second&lt;/b&gt; part right?" in page
    body = public[public.index('<div class="guide__hero"') : public.index("</article>")]
    assert body in page
    assert "first-question" in public
    assert "Talk to a recruiter" not in page


def test_a_voice_reads_its_own_words_first(client: Client) -> None:
    other = Author.objects.create(slug="other", name="Other Person", role="Consultant", biography="<p>Speaks.</p>")
    article = cast.full_draft(
        body=[insight("<p>Of others.</p>", other), Text(html="<h2>One</h2><p>Two.</p>"), insight()]
    )

    page = client.get(path(ask(article, speaker=cast.author(cast.PAT)))).content.decode()

    own = page[page.index('aria-label="Your words"') : page.index('<article class="guide wrap">')]
    assert "Most teams hire their first tester too late." in own
    assert "Of others." not in own
    assert page.count("Most teams hire their first tester too late.") == 2
    assert page.count('id="your_words_1"') == 1


def test_a_voice_that_is_quoted_no_more_is_told_so(client: Client) -> None:
    article = cast.full_draft(body=[Text(html="<p>Words.</p>")])

    assert (
        "The guide does not quote you" in client.get(path(ask(article, speaker=cast.author(cast.PAT)))).content.decode()
    )


def test_the_page_is_kept_nowhere_and_tells_its_address_to_nobody(client: Client) -> None:
    response = client.get(path(ask(cast.full_draft())))

    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in response.headers["Cache-Control"]
    assert list(response.cookies) == ["csrf"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_the_link_stays_out_of_the_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    asked = ask(cast.full_draft())
    approvals.end(asked, by=None)
    [shown] = logging.getLogger().handlers[:1]

    client.get(path(asked))

    [record] = [record for record in caplog.records if record.name == "django.request"]
    assert all(wanted.filter(record) for wanted in shown.filters)
    assert record.getMessage() == "Gone: /guides/shared/…/"


@pytest.mark.parametrize("token", ["1", "1:2:3", "x" * 2000, "1:1vNlrH:é", "%00"])
def test_a_forged_link_opens_nothing(client: Client, token: str) -> None:
    ask(cast.full_draft())

    response = client.get(f"/guides/shared/{token}/")

    assert response.status_code == 404
    assert "This link does not work" in response.content.decode()


def test_a_link_that_was_sent_before_opens_the_draft(client: Client) -> None:
    token = TimestampSigner(salt="articles.approvals").sign(str(ask(cast.full_draft()).pk))

    assert client.get(f"/guides/shared/{token}/").status_code == 200


def test_a_signature_for_something_else_opens_nothing(client: Client) -> None:
    asked = ask(cast.full_draft())

    assert client.get(f"/guides/shared/{TimestampSigner().sign(str(asked.pk))}/").status_code == 404


def test_a_link_ends_with_its_time_with_an_editors_word_and_with_its_guide(client: Client) -> None:
    over, ended, gone = (ask(cast.full_draft(slug)) for slug in ("one", "two", "three"))
    age(over, days=7)
    approvals.end(ended, by=None)
    addresses = [path(request) for request in (over, ended, gone)]
    gone.article.delete()

    responses = [client.get(address) for address in addresses]

    assert [response.status_code for response in responses] == [410] * 3
    assert {response.headers["Referrer-Policy"] for response in responses} == {"same-origin"}
    assert {response.content for response in responses} == {client.get("/guides/shared/forged/").content}


def test_a_signature_older_than_any_link_may_be_opens_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ask(cast.full_draft(), days=30)
    monkeypatch.setattr(links, "LONGEST", timedelta(seconds=-1))

    assert client.get(path(asked)).status_code == 410


# The answer


def test_an_approval_is_recorded_with_the_draft_that_was_read(client: Client) -> None:
    article = cast.full_draft()
    asked = ask(article)

    response = client.post(path(asked), answered(asked, note="Very good."))

    assert response.status_code == 302
    assert response.headers["Location"].endswith("/?answered=1")
    event = GuideEvent.objects.get(kind="approved")
    assert (event.by, event.by_name, event.request, event.note) == (None, "Sam O'Neil", asked, "Very good.")
    assert event.version == saving.current_version(article)
    page = client.get(response.headers["Location"]).content.decode()
    assert "Your answer is recorded." in page
    assert "You approved it" in page


def test_they_may_answer_again_until_the_link_ends(client: Client) -> None:
    asked = ask(cast.full_draft())

    client.post(path(asked), answered(asked, "comment", note="The table is wrong."))
    client.post(path(asked), answered(asked))
    approvals.end(asked, by=None)
    response = client.post(path(asked), answered(asked, "comment", note="Wait!"))

    assert response.status_code == 410
    answers = GuideEvent.objects.filter(request=asked, kind__in=approvals.ANSWERS).order_by("pk")
    assert list(answers.values_list("kind", "note")) == [("commented", "The table is wrong."), ("approved", "")]


@pytest.mark.parametrize(
    ("posted", "message"),
    [
        ({"decision": ""}, "Choose your answer."),
        ({"decision": "shout"}, "Select a valid choice."),
        ({"decision": "comment", "note": " "}, "Say what should change."),
        ({"note": "x" * 5001}, "Shorten this to 5,000 characters or fewer."),
    ],
)
def test_an_answer_that_says_nothing_is_asked_for_again(client: Client, posted: dict[str, str], message: str) -> None:
    asked = ask(cast.full_draft())

    response = client.post(path(asked), answered(asked, **{"note": "Kept words.", **posted}))

    assert response.status_code == 422
    page = response.content.decode()
    assert message in page
    assert posted.get("note", "Kept words.").strip() in page
    assert not GuideEvent.objects.filter(kind__in=approvals.ANSWERS).exists()


@pytest.mark.parametrize("version", ["1", "", "x", "٣", "9" * 5000])
def test_nobody_approves_what_they_have_not_seen(client: Client, version: str) -> None:
    article = quoting(SAID)
    asked = ask(article)
    change(article, LATER)

    response = client.post(path(asked), answered(asked, note="Fine & good.", version=version))

    assert response.status_code == 409
    page = response.content.decode()
    assert "The guide changed while you were reading; please look again" in page
    assert "in time." in page
    assert "Fine &amp; good." in page
    assert '<input type="hidden" name="version" value="2"' in page
    assert " checked" not in page
    assert not GuideEvent.objects.filter(kind__in=approvals.ANSWERS).exists()


def test_the_verb_looks_again_under_the_lock() -> None:
    asked = ask(cast.full_draft())
    with pytest.raises(DraftChanged):
        approvals.answer(asked, approves=True, note="", version=7)
    approvals.end(ApprovalRequest.objects.get(), by=None)
    with pytest.raises(LinkEnded):
        approvals.answer(asked, approves=True, note="", version=1)


def test_a_forged_form_is_refused() -> None:
    asked = ask(cast.full_draft())
    visitor = Client(enforce_csrf_checks=True)

    assert visitor.post(path(asked), answered(asked)).status_code == 403
    assert not GuideEvent.objects.filter(kind="approved").exists()


def test_the_owner_and_whoever_asked_learn_of_the_answer(client: Client, mail_server: MailServer) -> None:
    asked = ask(cast.full_draft(title="Tea & biscuits", owner=user("kim")), by=user("lee"))

    client.post(path(asked), answered(asked, "comment", note="Too <b>sweet</b>."))
    send_due("mail")

    assert mail_server.recipients == [["sam@example.org"], ["kim@agency.example"], ["lee@agency.example"]]
    mail = mail_server.mail_to("kim@agency.example")
    assert mail["Subject"] == "Sam O'Neil commented on “Tea & biscuits”"
    assert "Too <b>sweet</b>." in mail.get_body(("plain",)).get_content()
    html = mail.get_body(("html",)).get_content()
    assert "Too &lt;b&gt;sweet&lt;/b&gt;." in html
    assert f"http://localhost/admin/articles/article/{asked.article_id}/share/" in html


def test_one_who_is_owner_and_asked_gets_one_mail_and_one_who_has_left_none(
    client: Client, mail_server: MailServer
) -> None:
    kim, lee = user("kim"), user("lee")
    own, left = ask(cast.full_draft("own", owner=kim), by=kim), ask(cast.full_draft("left", owner=kim), by=lee)
    get_user_model().objects.filter(pk=lee.pk).update(is_active=False)

    for asked in (own, left):
        client.post(path(asked), answered(asked))
    send_due("mail")

    asked_by_mail, told = mail_server.recipients[:2], mail_server.recipients[2:]
    assert asked_by_mail == [["sam@example.org"]] * 2
    assert told == [["kim@agency.example"]] * 2


def test_an_answer_is_stored_with_its_mails_or_not_at_all(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ask(cast.full_draft(owner=user()))
    monkeypatch.setattr(approvals.mail, "write", lambda *_args, **_kwargs: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        client.post(path(asked), answered(asked))

    assert not GuideEvent.objects.filter(kind="approved").exists()


def test_an_answer_survives_a_mail_server_that_is_away(
    client: Client, mail_server: MailServer, settings: Settings
) -> None:
    asked = ask(cast.full_draft(owner=user()))
    working = settings.MAILERS
    settings.MAILERS = {"default": environment.mailer("smtp://127.0.0.1:1")}

    assert client.post(path(asked), answered(asked)).status_code == 302
    assert send_due("mail") == 0

    settings.MAILERS = working
    stored.make_due()
    assert send_due("mail") == 2
    assert mail_server.recipients == [["sam@example.org"], ["kim@agency.example"]]


# What the gate makes of it


def test_nobody_is_waited_for_who_was_not_asked_about_their_words() -> None:
    article = quoting(SAID)
    ask(article)

    assert warnings(article) == []


def test_the_gate_waits_for_a_voice_that_was_asked_until_it_approves_these_words() -> None:
    article = quoting(SAID)
    asked = ask(article, speaker=cast.author(cast.PAT))
    assert warnings(article) == [(1, "Pat Example has not approved these words yet.")]

    approvals.answer(asked, approves=False, note="Not quite.", version=1)
    assert warnings(article) == [(1, "Pat Example has not approved these words yet.")]

    approvals.answer(asked, approves=True, note="", version=1)
    assert warnings(article) == []

    change(article, SAID, LATER)
    assert warnings(article) == [(1, "These words of Pat Example are not the ones that they approved.")]

    approvals.end(asked, by=None)
    assert len(warnings(article)) == 1


def test_words_stay_approved_when_their_link_becomes_a_reference() -> None:
    article = quoting('We keep <a href="/privacy/">our promise</a>.')
    approvals.answer(ask(article, speaker=cast.author(cast.PAT)), approves=True, note="", version=1)
    version = article.versions.get(number=1)
    assert version.stored["blocks"][1]["html"] == 'We keep <a href="ref:page:privacy">our promise</a>.'

    version.stored["blocks"][1]["html"] = 'We keep <a href="/privacy/">our promise</a>.'  # as it once was
    version.save()

    assert warnings(article) == []


def test_a_request_that_was_taken_back_unanswered_is_waited_for_no_more() -> None:
    article = quoting(SAID)
    approvals.end(ask(article, speaker=cast.author(cast.PAT)), by=None)

    assert warnings(article) == []


def test_the_gate_says_so_and_lets_the_guide_through() -> None:
    article = quoting(SAID)
    ask(article, speaker=cast.author(cast.PAT))

    found = [finding for finding in inspection.findings(article, document_of(article)) if finding.check == "approval"]

    assert [finding.blocks for finding in found] == [False]
    assert publication.publish(article, by=None).is_live


# In the admin


def share_page(article: Article) -> str:
    return reverse("admin:articles_article_share", args=[article.pk])


def asking(**fields: Any) -> dict[str, Any]:
    return {"name": "Sam O'Neil", "email": "", "days": "14", "speaker": "", "message": ""} | fields


def test_an_editor_asks_somebody_who_gets_the_link_by_mail(admin_client: Client, mail_server: MailServer) -> None:
    article = quoting(SAID, title="Tea & biscuits")
    speaker = cast.author(cast.PAT)
    posted = asking(email="sam@example.org", speaker=speaker.pk, message="Is it “right” & <i>fair</i>?")

    response = admin_client.post(share_page(article), posted, follow=True)

    assert response.redirect_chain == [(share_page(article), 302)]
    asked = ApprovalRequest.objects.get()
    assert (asked.speaker, asked.created_by) == (speaker, response.context["user"])
    assert timedelta(days=13) < asked.expires_at - timezone.now() < timedelta(days=15)
    event = GuideEvent.objects.get()
    assert (event.kind, event.request, event.note) == ("shared", asked, posted["message"])
    assert send_due("mail") == 1
    mail = mail_server.mail_to("sam@example.org")
    assert mail["Subject"] == "Your words in “Tea & biscuits”, before we publish them"
    text, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert "Hello Sam O'Neil," in text
    assert posted["message"] in text
    assert "&lt;i&gt;fair&lt;/i&gt;" in html
    [address] = [line for line in text.splitlines() if line.startswith("http://localhost/guides/shared/")]
    assert admin_client.get(address.removeprefix("http://localhost")).status_code == 200
    assert "The link is on its way to Sam O&#x27;Neil." in response.content.decode()


def test_without_an_address_the_editor_gets_the_link(admin_client: Client, mail_server: MailServer) -> None:
    article = cast.full_draft()

    page = admin_client.post(share_page(article), asking(), follow=True).content.decode()

    assert "Send this link to Sam O&#x27;Neil yourself:" in page
    assert 'readonly value="http://localhost/guides/shared/' in page
    assert not Message.objects.exists()


def test_the_page_tells_where_the_mail_stands(
    admin_client: Client, mail_server: MailServer, settings: Settings
) -> None:
    article, working = cast.full_draft(), settings.MAILERS
    settings.MAILERS = {"default": environment.mailer("smtp://127.0.0.1:1")}
    admin_client.post(share_page(article), asking(email="sam@example.org"))
    send_due("mail")
    assert "The e-mail has not been sent yet; we keep trying." in admin_client.get(share_page(article)).text

    settings.MAILERS = working
    stored.make_due()
    send_due("mail")
    assert "The e-mail was sent on " in admin_client.get(share_page(article)).text

    bounces.record(Message.objects.get().message_id, "550 no such mailbox")
    page = admin_client.get(share_page(article)).text
    assert "The e-mail bounced: it did not arrive." in page
    assert 'readonly value="http://localhost/guides/shared/' in page


def test_the_page_tells_that_the_mail_was_refused_for_good_and_then_dropped(
    admin_client: Client, mail_server: MailServer
) -> None:
    mail_server.answer = "550 no such mailbox"
    article = cast.full_draft()
    admin_client.post(share_page(article), asking(email="sam@example.org"))
    send_due("mail")

    assert "The e-mail cannot be delivered:" in admin_client.get(share_page(article)).text

    sending.drop(Message.objects.all())
    page = admin_client.get(share_page(article)).text
    assert "e-mail cannot be delivered" not in page
    assert 'readonly value="http://localhost/guides/shared/' in page


def test_a_link_that_was_ended_is_not_mailed_any_more(mail_server: MailServer) -> None:
    asked = ask(cast.full_draft(), email="sam@example.org")

    approvals.end(asked, by=None)

    assert send_due("mail") == 0
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("posted", "message"),
    [
        ({"name": ""}, "Say who you are asking."),
        ({"email": "sam"}, "Enter a valid email address."),
        ({"days": "365"}, "Select a valid choice."),
        ({"speaker": "999"}, "Select a valid choice."),
    ],
)
def test_what_was_typed_wrong_comes_back(admin_client: Client, posted: dict[str, str], message: str) -> None:
    response = admin_client.post(share_page(cast.full_draft()), asking(message="Kept & safe.") | posted)

    assert response.status_code == 422
    page = response.content.decode()
    assert message in page
    assert "Kept &amp; safe." in page
    assert not ApprovalRequest.objects.exists()


def test_only_those_whom_the_draft_quotes_can_be_asked_about_their_words(admin_client: Client) -> None:
    Author.objects.create(slug="silent", name="Silent Person", role="Consultant", biography="")

    page = admin_client.get(share_page(quoting(SAID))).content.decode()

    assert "Pat Example</option>" in page
    assert "Silent Person" not in page


def test_the_list_says_how_each_request_stands(admin_client: Client) -> None:
    article = quoting(SAID)
    waiting, approved, commented, ended, over = (ask(article, name=f"Asked {number}") for number in range(5))
    approvals.answer(approved, approves=True, note="", version=1)
    change(article, LATER)
    approvals.answer(commented, approves=False, note="Not <b>yet</b>.", version=2)
    approvals.end(ended, by=None)
    age(over, days=7)

    response = admin_client.get(share_page(article))

    assert [(one.request, one.state, bool(one.link)) for one in response.context["shared"]] == [
        (over, "Ended without an answer", False),
        (ended, "Ended without an answer", False),
        (commented, "Commented", True),
        (approved, "Approved", True),
        (waiting, "Waiting for an answer", True),
    ]
    page = response.content.decode()
    assert page.count("of an earlier draft") == 1
    assert "Not &lt;b&gt;yet&lt;/b&gt;." in page


def test_an_editor_ends_a_link(admin_client: Client, client: Client) -> None:
    asked = ask(cast.full_draft())
    end = reverse("admin:articles_article_share_end", args=[asked.article_id, asked.pk])

    assert admin_client.get(end).status_code == 405
    page = admin_client.post(end, follow=True).content.decode()

    assert "The link for Sam O&#x27;Neil no longer works." in page
    assert Client().get(path(asked)).status_code == 410
    assert list(GuideEvent.objects.values_list("kind", flat=True)) == ["unshared", "shared"]
    admin_client.post(end)
    assert GuideEvent.objects.filter(kind="unshared").count() == 1


def test_a_link_cannot_be_ended_through_another_guide(admin_client: Client) -> None:
    asked, other = ask(cast.full_draft()), cast.full_draft("other")

    response = admin_client.post(reverse("admin:articles_article_share_end", args=[other.pk, asked.pk]))

    assert response.status_code == 404
    assert ApprovalRequest.objects.get().is_open()


def test_authors_share_what_is_theirs_and_nothing_else(client: Client) -> None:
    author = user("kim", "view_article", "change_article")
    client.force_login(author)

    assert client.get(share_page(cast.full_draft("own", owner=author))).status_code == 200
    assert client.get(share_page(cast.full_draft("other"))).status_code == 403


@pytest.mark.parametrize("number", [1, 8])
def test_the_list_costs_the_same_however_long_it_is(
    admin_client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    article = cast.full_draft()
    for _ in range(number):
        approvals.answer(ask(article, speaker=cast.author(cast.PAT), by=None), approves=True, note="", version=1)
    admin_client.get(share_page(article))  # what all pages share is remembered

    with django_assert_num_queries(7):
        admin_client.get(share_page(article))
