"""The list of guides: what it finds, and what is done to several of them at once, through the admin's own pages."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.admin.guide_list.actions import Duplicate
from articles.document import Insight, Text
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.models import Article, GuideEvent
from articles.publishing import scheduling
from tests import cast
from tests.articles import live, staff

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
KINDS = GuideEvent.Kind


def found(client: Client, text: str) -> set[str]:
    return {guide.slug for guide in client.get(LIST, {"q": text}).context["cl"].result_list}


def page_of(action: str, *guides: Article) -> str:
    return f"{LIST}together/{action}/?guides={'+'.join(str(guide.pk) for guide in guides)}"


def seen(client: Client, page: str) -> str:
    return client.get(page).context["seen"]


def said(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def kinds(guide: Article) -> list[str]:
    return list(guide.events.order_by("pk").values_list("kind", flat=True))


FOUND = {
    "zookeepers": {"one"},
    "ZOOK": {"one"},
    "keepers": set(),
    "zookeepers café": {"one"},
    "zookeepers penguins": set(),
    "cafe": {"one", "two"},
    "sam field": {"two"},
    "onl": {"two"},
    "C++": {"two"},
    "": {"one", "two"},
    "…": {"one", "two"},
    "'penguins\" AND NEAR(": set(),
}


def test_a_draft_is_found_by_any_of_its_words_or_their_beginnings(admin_client: Client) -> None:
    cast.draft("one", blocks=[Text(html="<p>A <strong>zoo</strong>keepers’ café</p>")], author=cast.author(cast.PAT))
    speaker = cast.author(cast.PERSON).as_speaker()
    cast.draft(
        "two",
        standfirst="Cafés in C++.",
        author=cast.author(cast.PAT),
        topic=cast.topic("only"),
        blocks=[Insight(html="<p>Penguins</p>", speaker=speaker)],
    )

    assert {text: found(admin_client, text) for text in FOUND} == FOUND


def test_a_word_that_is_gone_from_the_draft_finds_nothing(admin_client: Client) -> None:
    guide = cast.draft(standfirst="Penguins.")
    guide.standfirst = "Puffins."
    guide.save()
    saving.save(guide, by=None)

    assert (found(admin_client, "penguins"), found(admin_client, "puffins")) == (set(), {"a-guide"})


def test_the_list_says_who_edited_a_guide_last(admin_client: Client) -> None:
    pat = staff.author()
    pat.first_name, pat.last_name = "Pat", "O’Neil"
    pat.save()
    guide = cast.draft(owner=pat)
    saving.save(guide, by=pat)

    page = admin_client.get(LIST).content.decode()

    assert '<span class="guide-line">by Pat O’Neil</span>' in page
    assert '<td class="field-owned_by">Pat O’Neil</td>' in page


def test_the_guides_without_an_owner_are_one_choice(admin_client: Client) -> None:
    cast.draft("one", owner=staff.editor("ann"))
    cast.draft("two")

    page = admin_client.get(LIST, {"owner__isnull": "True"})

    assert [guide.slug for guide in page.context["cl"].result_list] == ["two"]
    assert [choice["display"] for choice in page.context["cl"].filter_specs[-1].choices(page.context["cl"])] == [
        "All",
        "ann",
        "None",
    ]


def test_an_action_leads_from_the_list_to_a_page_and_back_to_the_same_list(admin_client: Client) -> None:
    guide = cast.draft()
    data = {"action": "topic", "_selected_action": [guide.pk]}

    response = admin_client.post(f"{LIST}?state=draft", data, follow=True)

    assert response.redirect_chain == [
        (f"{LIST}together/topic/?guides={guide.pk}&list=state%3Ddraft", 302),
    ]
    done = admin_client.post(response.redirect_chain[0][0], {"topic": cast.topic("roles").pk})
    assert done.headers["Location"] == f"{LIST}?state=draft"


def test_too_many_guides_at_a_time_are_refused(admin_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Duplicate, "most", 1)
    guides = [cast.draft("one"), cast.draft("two")]

    response = admin_client.post(
        LIST, {"action": "duplicate", "_selected_action": [guide.pk for guide in guides]}, follow=True
    )

    assert said(response) == ["Choose up to 1 guides for this at a time. Filters help to narrow the list."]


def test_guides_move_to_another_topic_as_drafts(client: Client) -> None:
    ann = staff.author()
    mine, other = cast.live_guide("mine", owner=ann), cast.live_guide("other")
    client.force_login(ann)
    topic = cast.topic("roles")
    page = page_of("topic", mine, other)

    shown = client.get(page)
    response = client.post(page, {"topic": topic.pk}, follow=True)

    assert [choice.remark for choice in shown.context["ready"]] == ["Now under Topic data."]
    assert [(choice.guide, choice.why_not) for choice in shown.context["left_out"]] == [
        (other, "It is not yours to change.")
    ]
    mine.refresh_from_db()
    assert (mine.topic, mine.saved_by, mine.has_unpublished_changes) == (topic, ann, True)
    assert mine.revisions.published().get().topic.slug == "data"
    assert Article.objects.get(slug="other").topic == cast.topic()
    done, left = said(response)
    assert done == "Under another topic now: “Mine”."
    assert "1 guide was left alone:" in left
    assert "Other</a>: It is not yours to change." in left


def test_guides_are_given_to_another_owner(client: Client) -> None:
    client.force_login(staff.editor())
    ann, guide = staff.author(), cast.draft()

    client.post(page_of("owner", guide), {"owner": ann.pk})

    guide.refresh_from_db()
    assert guide.owner == ann
    assert list(guide.events.values_list("kind", "note")) == [(KINDS.HANDED_OVER, "To ann.")]


def test_a_review_date_is_for_live_guides(client: Client) -> None:
    client.force_login(staff.editor())
    guide, draft = cast.live_guide("live"), cast.draft("draft")
    day = timezone.localdate() + timedelta(days=30)
    page = page_of("review", guide, draft)

    response = client.post(page, {"review_by": day.isoformat()}, follow=True)

    guide.refresh_from_db()
    draft.refresh_from_db()
    assert (guide.review_by, draft.review_by) == (day, None)
    assert "It is not live." in said(response)[1]
    assert client.post(page, {"review_by": "2020-01-01"}).context["form"].errors == {
        "review_by": ["Choose a day in the future."]
    }


def test_what_the_checks_let_through_is_scheduled_and_the_rest_is_named(client: Client) -> None:
    client.force_login(staff.editor())
    ready, unfinished, unchanged = cast.full_draft("ready"), cast.draft("bare", blocks=[]), cast.live_guide("live")
    later, saved = cast.full_draft("later"), cast.full_draft("saved")
    page = page_of("schedule", ready, unfinished, unchanged, later, saved)
    shown = client.get(page)
    token = shown.context["seen"]
    saving.save(saved, by=None)
    at = timezone.localtime(timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)
    form = {"note": "A batch.", "is_substantive": "on", "at": at.strftime("%Y-%m-%dT%H:%M"), "seen": token}

    response = client.post(page, form, follow=True)

    assert {choice.guide.slug for choice in shown.context["ready"]} == {"ready", "later", "saved"}
    reasons = {choice.guide.slug: choice.why_not for choice in shown.context["left_out"]}
    assert reasons["bare"].startswith("The checks hold it back: ")
    assert reasons["live"] == "Visitors read this very draft already."
    assert [guide.slug for guide in Article.objects.filter(revisions__goes_live_at=at).order_by("pk")] == [
        "ready",
        "later",
    ]
    done, left = said(response)
    assert done == "Scheduled: “Title of ready”, “Title of later”."
    assert "Bare</a>: The checks hold it back: " in left
    assert "Title of saved</a>: Somebody saved it after you opened the page." in left
    assert scheduling.run_due() == 0


def test_guides_are_withdrawn_now_or_at_a_time(client: Client) -> None:
    client.force_login(staff.editor())
    now, later, draft = cast.live_guide("now"), cast.live_guide("later"), cast.draft("draft")
    at = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")

    client.post(page_of("withdraw", now, draft), {"note": "Out of date."})
    client.post(page_of("withdraw", later), {"note": "A campaign ends.", "at": at, "later": "1"})

    assert client.get("/guides/now/").status_code == 410
    assert client.get("/guides/later/").status_code == 200
    later.refresh_from_db()
    assert later.withdraw_at is not None
    assert (kinds(now)[-1], kinds(later)[-1], kinds(draft)) == (KINDS.WITHDRAWN, KINDS.WITHDRAWAL_SCHEDULED, [])


def test_a_guide_that_fails_does_not_lose_the_others(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.force_login(staff.editor())
    broken, sound = cast.live_guide("broken"), cast.live_guide("sound")
    monkeypatch.setattr("articles.search.indexing.remove", lambda pk: 1 / (pk - broken.pk))

    response = client.post(page_of("withdraw", broken, sound), {"note": "x"}, follow=True)

    assert said(response)[0].startswith("Withdrawn, or to be withdrawn at that time: “Sound”")
    assert "Broken</a>: Something went wrong, and nothing was changed." in said(response)[1]
    assert list(Article.objects.exclude(withdrawn_at=None)) == [sound]
    assert kinds(broken) == [KINDS.PUBLISHED]


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        (staff.reader, []),
        (staff.author, ["topic", "duplicate"]),
        (staff.editor, ["topic", "owner", "review", "schedule", "withdraw", "duplicate"]),
    ],
)
def test_everybody_is_offered_what_they_may_do_and_refused_the_rest(
    client: Client, who: Any, offered: list[str]
) -> None:
    guide = cast.live_guide()
    client.force_login(who())

    form = client.get(LIST).context["action_form"]
    names = [name for name, _label in form.fields["action"].choices if name] if form else []

    assert names == offered
    for action in ("topic", "owner", "review", "schedule", "withdraw", "duplicate"):
        assert client.get(page_of(action, guide)).status_code == (200 if action in offered else 403)
    assert client.get(f"{LIST}together/nonsense/").status_code == 404


@pytest.mark.parametrize("guides", ["", "x", "99999999999999999999999", "-1 0"])
def test_a_page_for_no_guide_says_so(admin_client: Client, guides: str) -> None:
    page = admin_client.get(f"{LIST}together/topic/", {"guides": guides}).content.decode()

    assert "None of these guides is there any more." in page


@pytest.mark.parametrize("action", ["topic", "review", "withdraw"])
def test_the_page_costs_the_same_however_many_guides(
    client: Client, action: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(staff.editor())
    guides = cast.live_guides(8)
    client.get(page_of(action, guides[0]))

    with django_assert_max_num_queries(10):
        client.get(page_of(action, *guides))


def test_a_copy_has_the_words_and_pictures_and_a_history_of_its_own(client: Client) -> None:
    ann = staff.author()
    client.force_login(ann)
    original = cast.full_guide(body=[*cast.one_of_each()]).article
    Article.objects.filter(pk=original.pk).update(hero_picture=cast.in_library(), hero_alt="A desk.")
    page = f"{LIST}{original.pk}/duplicate/"
    assert "Copy of Title of a-guide" in client.get(page).content.decode()

    response = client.post(page)

    copy = Article.objects.latest("pk")
    assert response.headers["Location"] == f"{LIST}{copy.pk}/change/"
    assert (copy.title, copy.slug, copy.owner) == ("Copy of Title of a-guide", "copy-of-title-of-a-guide", ann)
    was, now = document_of(Article.objects.get(pk=original.pk)), document_of(copy)
    assert (now.blocks, now.hero, now.standfirst, now.topic) == (was.blocks, was.hero, was.standfirst, was.topic)
    assert [(event.kind, event.note, event.by) for event in copy.events.all()] == [
        (KINDS.COPIED, "Of “Title of a-guide”.", ann)
    ]
    assert (copy.version, copy.versions.count(), copy.revisions.count()) == (1, 1, 0)


def test_copies_of_copies_have_addresses_of_their_own_and_titles_that_fit(client: Client) -> None:
    client.force_login(staff.author())
    long = cast.draft("long", title="W" * 120)

    client.post(page_of("duplicate", long, long))
    client.post(page_of("duplicate", long))

    copies = Article.objects.exclude(pk=long.pk).order_by("pk")
    assert [copy.title for copy in copies] == [f"Copy of {'W' * 112}"] * 2
    assert len({copy.slug for copy in copies}) == 2


def test_whoever_may_add_no_guide_makes_no_copy(client: Client) -> None:
    guide = cast.draft()
    client.force_login(staff.reader())

    assert client.post(f"{LIST}{guide.pk}/duplicate/").status_code == 403
    assert Article.objects.count() == 1


def test_the_calendar_shows_what_is_planned_due_and_published(admin_client: Client) -> None:
    today = timezone.localdate()
    month = (today + timedelta(days=62)).replace(day=1)

    def moment(day: int) -> Any:
        return timezone.make_aware(timezone.datetime(month.year, month.month, day, 23, 30))

    live.schedule(cast.full_draft("planned"), moment(3))
    withdrawn, due = cast.live_guide("going", owner=staff.author()), cast.live_guide("due")
    Article.objects.filter(pk=withdrawn.pk).update(withdraw_at=moment(28), review_by=None)
    Article.objects.filter(pk=due.pk).update(review_by=month.replace(day=3))
    Article.objects.filter(pk=cast.draft("unread").pk).update(review_by=month.replace(day=4))

    response = admin_client.get(f"{LIST}calendar/?month={month:%Y-%m}")
    now = admin_client.get(f"{LIST}calendar/")

    assert [
        (day.day.day, [(entry.kind.value, entry.title, str(entry.who or "")) for entry in day.entries])
        for day in response.context["days"]
    ] == [
        (3, [("review", "Due", ""), ("goes_live", "Title of planned", "")]),
        (28, [("withdrawn", "Going", "ann")]),
    ]
    published = [day for day in now.context["days"] if day.day == today]
    assert sorted(entry.title for entry in published[0].entries) == ["Due", "Going"]


def test_the_calendar_of_ones_own_guides(client: Client) -> None:
    ann = staff.author()
    client.force_login(ann)
    cast.live_guide("mine", owner=ann)
    cast.live_guide("other")

    days = client.get(f"{LIST}calendar/?whose=mine&view=list").context["days"]

    assert [entry.title for day in days for entry in day.entries] == ["Mine"]


@pytest.mark.parametrize("query", ["month=2026-13", "month=x", "month=0001-01", "month=2999-12", "view=x&whose=x"])
def test_a_month_that_is_none_does_not_break_the_calendar(admin_client: Client, query: str) -> None:
    assert admin_client.get(f"{LIST}calendar/?{query}").status_code == 200


@pytest.mark.parametrize("number", [1, 30])
def test_the_calendar_costs_the_same_however_many_guides(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(staff.editor())
    cast.live_guides(number)
    client.get(f"{LIST}calendar/")

    with django_assert_num_queries(9):
        page = client.get(f"{LIST}calendar/").content.decode()

    assert ("27 more" in page) == (number == 30)


def test_the_calendar_is_for_those_who_see_guides(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))

    assert client.get(f"{LIST}calendar/").status_code == 403
