"""The admin's front page: what needs attention first, for each member of staff what they may act on."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agency.models import Backup, Identity
from articles.document import Text
from articles.drafts import history, questions, saving
from articles.drafts.rows import document_of
from articles.lib.days import in_words
from articles.models import Article, GuideEvent
from articles.models.readership import What
from articles.outbox import sending
from articles.outbox.models import PATIENCE, Message
from articles.readership import writing
from articles.readership.writing import Happening
from articles.review import approvals, handover
from enquiries.models import PrivacyRequest
from tests import cast
from tests.articles import live
from tests.enquiries import people, stored

pytestmark = pytest.mark.django_db
KINDS = GuideEvent.Kind
CALM, QUIET = "No guide needs your attention.", "Every notice has been sent, and no promised reply is overdue."
QUERIES = 39
A_DAY = timedelta(days=1)


def member(group: str, name: str = "sam") -> User:
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)


def desk(user: User) -> dict[str, int]:
    """What the front page lists of guides: each list's title with its count."""
    found = re.findall(r'<h3>([^<]+) <span class="dashboard-count">(\d+)</span></h3>', page(user))
    return {title: int(count) for title, count in found}


def lines(user: User, title: str) -> list[tuple[str, str, str]]:
    """Address, title and remark of each line of a list."""
    part = page(user).split(f"<h3>{title} ")[1].split("</ul>")[0]
    return re.findall(r'<li><a href="([^"]+)">([^<]+)</a> <span class="dashboard-remark">([^<]*)</span></li>', part)


def page(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.get("/admin/").content.decode()


def overdue(**fields: Any) -> Article:
    guide = cast.live_guide(**fields)
    Article.objects.filter(pk=guide.pk).update(review_by=date(2026, 1, 5))
    return guide


def changed(**fields: Any) -> Article:
    guide = cast.live_guide(**fields)
    saving.put(guide, guide_with_other_words(guide), by=guide.owner)
    return guide


def guide_with_other_words(guide: Article) -> Any:
    return document_of(guide).__replace__(blocks=(Text(html="<p>Other words.</p>"),))


def in_review(**fields: Any) -> Article:
    guide = cast.draft(**fields)
    handover.send_for_review(guide, by=guide.owner)
    return guide


def sent_back(**fields: Any) -> Article:
    guide = in_review(**fields)
    handover.send_back(guide, by=None, note="Name the source.")
    return guide


def asked(**fields: Any) -> Article:
    guide = cast.live_guide(**fields)
    questions.propose(guide, "Why?", by=None)
    return guide


def scheduled(**fields: Any) -> Article:
    guide = cast.draft(**fields)
    live.schedule(guide, timezone.now() + 2 * A_DAY)
    return guide


def refused(**fields: Any) -> Article:
    guide = cast.draft(**fields)
    history.record(guide, KINDS.NOT_PUBLISHED, note="The address is taken.")
    return guide


def answered(**fields: Any) -> Article:
    guide = cast.draft(**fields)
    history.record(guide, KINDS.COMMENTED, by_name="Ada Client", note="Please name the city.")
    return guide


LISTS: dict[str, Callable[..., Article]] = {
    "Not published as scheduled": refused,
    "Review overdue": overdue,
    "Waiting for an editor": in_review,
    "Sent back to you": sent_back,
    "Answers in the last seven days": answered,
    "Questions proposed by colleagues": asked,
    "Scheduled in the next seven days": scheduled,
    "Live, with changes to publish": changed,
    "Your drafts": cast.draft,
}
FOR_AUTHORS = {
    "Review overdue",
    "Sent back to you",
    "Answers in the last seven days",
    "Questions proposed by colleagues",
    "Your drafts",
}
FOR_OWNERS = {"Sent back to you", "Your drafts"}


@pytest.mark.parametrize("title", LISTS)
def test_an_editor_sees_what_waits_among_all_guides(title: str) -> None:
    sam, ada = member("Editors"), member("Authors", "ada")
    LISTS[title](owner=sam if title in FOR_OWNERS else ada)

    assert desk(sam)[title] == 1


@pytest.mark.parametrize("title", LISTS)
def test_an_author_sees_what_is_theirs_to_do(title: str) -> None:
    sam = member("Authors")
    LISTS[title](owner=sam)

    assert (title in desk(sam)) is (title in FOR_AUTHORS)


@pytest.mark.parametrize("title", LISTS)
def test_an_author_sees_nothing_of_the_guides_of_others(title: str) -> None:
    LISTS[title](owner=member("Editors", "ed"))

    assert desk(member("Authors")) == {}


@pytest.mark.parametrize("group", ["Editors", "Authors"])
def test_one_sentence_says_that_nothing_needs_attention(group: str) -> None:
    user = member(group)

    assert CALM in page(user)
    assert QUIET not in page(user)


def test_a_consultant_sees_enquiries_and_no_guides() -> None:
    overdue()
    sam = member("Consultants")

    assert desk(sam) == {}
    assert CALM not in page(sam)
    assert QUIET in page(sam)


@pytest.mark.parametrize("group", ["Managers", "Administrators"])
def test_managers_and_administrators_see_both(group: str) -> None:
    overdue()
    user = member(group)

    assert desk(user) == {"Review overdue": 1}
    assert QUIET in page(user)


def test_an_overdue_guide_leads_to_the_page_where_it_is_found_still_right() -> None:
    guide = overdue(owner=member("Authors", "ada"))

    assert lines(member("Editors"), "Review overdue") == [
        (f"/admin/articles/article/{guide.pk}/checks/", guide.title, "since 5 January 2026, looked after by ada")
    ]


def test_what_was_sent_back_comes_with_the_note() -> None:
    sam = member("Authors")
    sent_back(owner=sam)

    ((_, _, remark),) = lines(sam, "Sent back to you")
    assert remark.endswith(": Name the source.")


def test_what_was_sent_back_is_settled_once_it_is_sent_again() -> None:
    sam = member("Authors")
    handover.send_for_review(sent_back(owner=sam), by=sam)

    assert desk(sam) == {}


def test_an_answer_is_quoted_with_its_name() -> None:
    guide = answered(owner=member("Authors", "ada"))

    ((address, _, remark),) = lines(member("Editors"), "Answers in the last seven days")
    assert address == f"/admin/articles/article/{guide.pk}/history/"
    assert (remark.startswith("Ada Client commented "), remark.endswith(": Please name the city.")) == (True, True)


def test_an_answer_is_listed_for_a_week() -> None:
    answered()
    GuideEvent.objects.update(at=timezone.now() - timedelta(days=8))

    assert desk(member("Editors")) == {}


@pytest.mark.parametrize("kind", [KINDS.PUBLISHED, KINDS.SCHEDULED])
def test_a_refused_publication_is_settled_by_the_next(kind: GuideEvent.Kind) -> None:
    history.record(refused(), kind)

    assert desk(member("Editors")) == {}


def test_a_withdrawal_that_is_scheduled_is_listed_too() -> None:
    guide = cast.live_guide()
    Article.objects.update(withdraw_at=timezone.now() + A_DAY)

    ((_, title, remark),) = lines(member("Editors"), "Scheduled in the next seven days")
    assert (title, remark.startswith("will be withdrawn on ")) == (guide.title, True)


def test_what_is_scheduled_later_is_not_listed_yet() -> None:
    live.schedule(cast.draft(), timezone.now() + timedelta(days=8))

    assert desk(member("Editors")) == {}


def test_own_changes_come_first() -> None:
    sam, ada = member("Editors"), member("Authors", "ada")
    changed(slug="mine", title="Mine", owner=sam)
    changed(slug="hers", title="Hers", owner=ada)

    assert [title for _, title, _ in lines(sam, "Live, with changes to publish")] == ["Mine", "Hers"]


def test_a_long_list_shows_five_and_leads_to_all() -> None:
    for number in range(7):
        overdue(slug=f"guide-{number}")
    sam = member("Editors")

    assert desk(sam) == {"Review overdue": 7}
    assert len(lines(sam, "Review overdue")) == 5
    assert '<a href="/admin/articles/article/?state=overdue">All 7 in the list' in page(sam)


def test_open_requests_about_data_are_counted_until_they_are_answered() -> None:
    sam = member("Managers")
    asked = PrivacyRequest.objects.create(
        enquiry=people.enquiry(), kind=PrivacyRequest.Kind.ERASURE, due_on=timezone.localdate()
    )
    told = '<h3><a href="/admin/enquiries/privacyrequest/">1 waiting for an answer about their data</a></h3>'

    assert told in page(sam)
    assert f'href="/admin/enquiries/privacyrequest/{asked.pk}/change/"' in page(sam)
    PrivacyRequest.objects.update(done_at=timezone.now())
    assert told not in page(sam)


def test_an_overdue_request_about_data_stands_first_and_in_red() -> None:
    today = timezone.localdate()
    for days, kind in ((1, "access"), (-1, "complaint")):
        PrivacyRequest.objects.create(enquiry=people.enquiry(), kind=kind, due_on=today + days * A_DAY)

    told = page(member("Managers"))

    late = re.findall(r'<span class="dashboard-remark late">[A-Z2-9]{8}, ([^<]+)</span>', told)
    assert late == [f"overdue since {in_words(today - A_DAY)}"]
    assert told.index(">Complaint</a>") < told.index(">Access</a>")


def test_managers_are_told_while_nobody_looks_after_data_protection() -> None:
    notice = "Nobody is named who looks after data protection"
    max_, sam = member("Managers", "max"), member("Consultants")
    assert (notice in page(max_), notice in page(sam)) == (True, False)

    people.team("Data protection", looks_after_data=True)

    assert notice not in page(max_)


def test_a_title_is_shown_as_text() -> None:
    overdue(title="<b>Bold</b>")

    assert "&lt;b&gt;Bold&lt;/b&gt;" in page(member("Editors"))


@pytest.mark.parametrize("number", [1, 8])
def test_the_front_page_costs_the_same_however_many(
    admin_client: Client, admin_user: User, number: int, django_assert_num_queries: Any
) -> None:
    for title, make in LISTS.items():
        for each in range(number):
            make(slug=f"{title.lower().replace(' ', '-').replace(',', '')}-{each}", owner=admin_user)
    views = {
        (timezone.localdate(), Happening(What.VIEWED, pk)): 1 for pk in Article.objects.values_list("pk", flat=True)
    }
    writing.add_all(Counter(views))
    Identity.objects.update(first_steps_done_at=timezone.now())
    admin_client.get("/admin/")

    with django_assert_num_queries(QUERIES):
        admin_client.get("/admin/")


def test_managers_see_what_does_not_leave_and_others_do_not() -> None:
    approvals.ask(cast.draft(), name="Sam", email="sam@example.org", days=7, speaker=None, message="", by=None)
    stored.age(2 * PATIENCE)

    assert desk(member("Managers"))["Not sent for more than 15 minutes"] == 1
    assert "Not sent for more than 15 minutes" not in desk(member("Editors", "ed"))


def test_managers_see_what_is_undeliverable_until_it_is_dropped() -> None:
    approvals.ask(cast.draft(), name="Sam", email="sam@example.org", days=7, speaker=None, message="", by=None)
    Message.objects.update(undeliverable_at=timezone.now())

    assert desk(member("Managers"))["Undeliverable"] == 1
    assert "Undeliverable" not in desk(member("Editors", "ed"))

    sending.drop(Message.objects.all())
    assert "Undeliverable" not in desk(member("Managers", "max"))


# Backups


def test_administrators_learn_that_backups_are_missing(settings: Settings) -> None:
    settings.BACKUP_STORAGE_URL = "file:///var/backups/website"
    told = "No backup was made for more than 36 hours."

    assert told in page(member("Administrators"))
    assert told not in page(member("Managers", "max"))

    Backup.objects.create(name="website", taken_at=timezone.now(), size=1)
    assert told not in page(User.objects.get(username="sam"))
