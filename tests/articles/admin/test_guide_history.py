"""What editors see of a guide's past, and how they go back to it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from django.utils import timezone

from articles.document import Quote, Text
from articles.drafts import conflicts, saving
from articles.drafts.rows import document_of
from articles.gate import overrides
from articles.models import Article, DraftVersion, GuideEvent, Revision
from articles.publishing import publication, scheduling
from articles.publishing.publication import PublishOptions
from articles.review import upkeep
from tests import cast

pytestmark = pytest.mark.django_db


def page(name: str, guide: Article, *args: int, **query: str) -> str:
    return reverse(f"admin:articles_article_{name}", args=[guide.pk, *args], query=query)


def words(response: Any) -> str:
    """The page's text with white space evened out."""
    return " ".join(response.content.decode().split())


def member(name: str, *permissions: str) -> Client:
    user = User.objects.create_user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def edit(guide: Article, text: str) -> Article:
    """The draft with one more paragraph."""
    guide.refresh_from_db()
    document = document_of(guide)
    saving.put(guide, replace(document, blocks=(*document.blocks, Text(html=f"<p>{text}</p>"))), by=None)
    guide.refresh_from_db()
    return guide


def body_of(guide: Article) -> tuple[object, ...]:
    return document_of(Article.objects.get(pk=guide.pk)).blocks


@pytest.fixture
def guide() -> Article:
    """A guide that is live as its first revision."""
    return cast.full_guide().article


@pytest.fixture
def ann() -> User:
    return User.objects.create_superuser("ann", first_name="Ann", last_name="Editor")


def lines(client: Client, guide: Article, **query: str) -> list[Any]:
    return client.get(page("history", guide, **query)).context["lines"]


def test_the_history_tells_who_did_what_and_why_newest_first(admin_client: Client, guide: Article, ann: User) -> None:
    publication.publish(edit(guide, "It goes on."), PublishOptions(note="Says how it goes on."), by=ann)
    upkeep.mark_reviewed(guide, by=ann)
    publication.withdraw(guide, by=User.objects.create_user("bob"), note="The figures are old.")
    GuideEvent.objects.create(article=guide, kind=GuideEvent.Kind.COMMENTED, by_name="Cy Client", note="Fine by me.")

    told = words(admin_client.get(page("history", guide)))

    assert [line.what for line in lines(admin_client, guide)] == [
        "Commented",
        "Withdrawn",
        "Checked, still right",
        "Revision 2 published",
        "Revision 1 published",
    ]
    assert "<strong>Commented</strong> by Cy Client" in told
    assert "“Fine by me.”" in told
    assert "<strong>Withdrawn</strong> by bob" in told
    assert "<strong>Revision 2 published</strong> by Ann Editor" in told
    assert "“Says how it goes on.”" in told


@pytest.mark.parametrize("pk", [int, str])
def test_the_admin_s_own_link_to_the_history_leads_there(guide: Article, pk: type) -> None:
    address = reverse("admin:articles_article_history", args=[pk(guide.pk)])

    assert address == f"/admin/articles/article/{guide.pk}/history/"
    assert resolve(address).kwargs == {"pk": guide.pk}


def test_each_revision_says_when_it_was_live(admin_client: Client, guide: Article) -> None:
    second = publication.publish(edit(guide, "Two."), by=None)
    publication.withdraw(guide, by=None)
    third = publication.publish(edit(guide, "Three."), by=None)
    waiting = publication.schedule(edit(guide, "Four."), by=None, at=timezone.now() + timedelta(days=1))
    cancelled = publication.schedule(edit(guide, "Five."), by=None, at=timezone.now() + timedelta(days=2))
    scheduling.cancel(guide, by=None)
    withdrawn = guide.events.get(kind=GuideEvent.Kind.WITHDRAWN)

    told = {line.snapshot.number: line.snapshot for line in lines(admin_client, guide) if line.snapshot}

    assert [told[n].until for n in (1, 2, 3)] == [second.went_live_at, withdrawn.at, None]
    assert [told[n].revision.is_live for n in (1, 2, 3, 4, 5)] == [False, False, True, False, False]
    assert told[3].revision == third
    assert [told[n].revision for n in (4, 5)] == [waiting, cancelled]
    assert words(admin_client.get(page("history", guide))).count("Never went live.") == 2


def test_a_revision_that_waits_says_so_until_it_goes_live(admin_client: Client, guide: Article) -> None:
    revision = publication.schedule(edit(guide, "Two."), by=None, at=timezone.now() + timedelta(days=1))
    assert "Scheduled: goes live on" in words(admin_client.get(page("history", guide)))

    publication.go_live(revision, at=timezone.now(), by=None)

    published, scheduled, _first = lines(admin_client, guide)
    assert (published.what, published.snapshot.revision) == ("Revision 2 published", revision)
    assert (scheduled.what, scheduled.snapshot) == ("Revision 2 scheduled", None)


@pytest.mark.parametrize(
    ("options", "sentences"),
    [
        (PublishOptions(note="New.", shows_note=True), ["Readers see the note.", "Substantive:"]),
        (PublishOptions(note="New."), ["Readers do not see the note.", "Substantive:"]),
        (PublishOptions(is_substantive=False), ["Not substantive:"]),
    ],
)
def test_a_revision_says_what_readers_are_told(
    admin_client: Client, guide: Article, options: PublishOptions, sentences: list[str]
) -> None:
    publication.publish(edit(guide, "Two."), options, by=None)

    told = words(admin_client.get(page("history", guide)))

    assert [sentence in told for sentence in sentences] == [True] * len(sentences)


def test_overridden_findings_stand_with_their_reasons(admin_client: Client, guide: Article, ann: User) -> None:
    edit(guide, "Your text here")
    with pytest.raises(overrides.Blocked) as held:
        publication.publish(guide, by=ann)
    findings = held.value.findings
    publication.publish(
        guide, PublishOptions(overrides={f.key: "It is a guide to <fillers>." for f in findings}), by=ann
    )

    told = words(admin_client.get(page("history", guide)))

    assert "Published despite:" in told
    assert told.count("It is a guide to &lt;fillers&gt;.") == len(findings)


def test_a_revision_is_summed_up_against_what_visitors_read_before_it(admin_client: Client, guide: Article) -> None:
    publication.schedule(edit(guide, "Two."), by=None, at=timezone.now() + timedelta(days=1))
    publication.publish(edit(guide, "Three."), by=None)

    told = {line.snapshot.number: line.snapshot for line in lines(admin_client, guide) if line.snapshot}

    assert (told[1].before, told[1].summary) == (None, "")
    assert (told[2].before.pk, told[2].summary) == (told[1].revision.pk, "1 block added.")
    assert (told[3].before.pk, told[3].summary) == (told[1].revision.pk, "2 blocks added.")


def test_the_history_is_paged(admin_client: Client, guide: Article) -> None:
    for _ in range(30):
        upkeep.mark_reviewed(guide, by=None)

    assert [len(lines(admin_client, guide, page=number)) for number in ("1", "2", "9", "x")] == [25, 6, 6, 25]
    assert 'rel="next" href="?page=2"' in words(admin_client.get(page("history", guide)))


def test_the_history_costs_the_same_however_long_it_is(admin_client: Client, guide: Article, ann: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            admin_client.get(page("history", guide))
        return len(queries)

    admin_client.get(page("history", guide))
    short = queries()
    for number in range(12):
        publication.publish(edit(guide, f"Part {number}."), PublishOptions(note="More."), by=ann)
        saving.restore(guide.revisions.earliest("pk"), by=ann)

    assert len(lines(admin_client, guide)) == 25
    assert queries() == short


def test_saved_drafts_are_listed_with_what_was_set_aside(admin_client: Client, guide: Article, ann: User) -> None:
    edit(guide, "Two.")
    conflicting = conflicts.keep_conflict(guide, document_of(guide), number=1, by=ann)

    response = admin_client.get(page("history", guide))

    assert [(version.number, version.is_conflict) for version in response.context["drafts"]] == [
        (1, True),
        (2, False),
        (1, False),
    ]
    told = words(response)
    assert "<strong>Conflicting, from draft 1</strong> by Ann Editor" in told
    assert told.count("This is the current draft.") == 1
    assert page("conflict", guide, conflicting.pk) in told


def test_two_versions_stand_side_by_side(admin_client: Client, guide: Article) -> None:
    first = guide.revisions.get()
    document = document_of(guide)
    blocks = tuple(
        replace(block, text=f"Perhaps {block.text.partition(' ')[2]}") if isinstance(block, Quote) else block
        for block in document.blocks
    )
    saving.put(guide, replace(document, blocks=blocks), by=None)

    told = words(admin_client.get(page("history_compare", guide, **{"from": f"revision-{first.pk}", "to": "draft"})))

    assert "<strong>The draft as it is now</strong>: 1 block changed." in told
    assert 'Quote <span class="difference__kind">changed</span>' in told
    assert '<del><span class="visually-hidden">removed: </span>' in told
    assert '<ins><span class="visually-hidden">added: </span>' in told
    assert "5 unchanged blocks" in told
    assert "2 unchanged blocks" in told


def test_a_draft_can_be_compared_with_itself(admin_client: Client, guide: Article) -> None:
    told = words(admin_client.get(page("history_compare", guide, **{"from": "draft", "to": "draft"})))

    assert "Nothing changed." in told
    assert "<del>" not in told


@pytest.mark.parametrize("key", ["", "draft ", "revision-", "revision-0", "revision-999999", "version-x", "article-1"])
def test_a_comparison_with_what_is_not_there_is_not_found(admin_client: Client, guide: Article, key: str) -> None:
    assert admin_client.get(page("history_compare", guide, **{"from": key, "to": "draft"})).status_code == 404
    assert admin_client.get(page("history_compare", guide, **{"from": "draft", "to": key})).status_code == 404


def test_what_belongs_to_another_guide_is_not_found(admin_client: Client, guide: Article) -> None:
    other = cast.full_guide("other")
    version = other.article.versions.get()
    addresses = [
        page("history_compare", guide, **{"from": f"revision-{other.pk}", "to": "draft"}),
        page("history_compare", guide, **{"from": f"version-{version.pk}", "to": "draft"}),
        page("history_restore", guide, other.pk),
        page("history_take", guide, version.pk),
    ]

    assert [admin_client.get(address).status_code for address in addresses] == [404] * 4


def test_a_revision_is_restored_once_that_is_confirmed(
    admin_client: Client, admin_user: User, client: Client, guide: Article
) -> None:
    first, before = guide.revisions.get(), body_of(guide)
    publication.publish(edit(guide, "Two words more."), by=None)

    asked = admin_client.get(page("history_restore", guide, first.pk))
    assert "What changes in the draft" in words(asked)
    assert body_of(guide) != before

    answer = admin_client.post(page("history_restore", guide, first.pk), follow=True)

    assert answer.redirect_chain == [(page("change", guide), 302)]
    assert "is now the draft" in words(answer)
    assert body_of(guide) == before
    assert "Two words more." in client.get("/guides/a-guide/").content.decode()
    event = guide.events.first()
    assert (event.kind, event.revision, event.by) == (GuideEvent.Kind.RESTORED, first, admin_user)
    assert lines(admin_client, guide)[0].what == "Revision 1 restored into the draft"


@pytest.mark.parametrize("is_conflict", [False, True])
def test_a_saved_draft_is_taken_back(admin_client: Client, admin_user: User, guide: Article, is_conflict: bool) -> None:
    first = guide.versions.get()
    chosen = conflicts.keep_conflict(guide, first.document(), number=1, by=None) if is_conflict else first
    edit(guide, "Two.")

    answer = admin_client.post(page("history_take", guide, chosen.pk), follow=True)

    assert "is now the draft" in words(answer)
    assert body_of(guide) == chosen.document().blocks
    assert guide.versions.filter(is_conflict=False).count() == 3
    event = guide.events.first()
    assert (event.kind, event.version, event.by) == (GuideEvent.Kind.RESTORED, chosen, admin_user)
    assert lines(admin_client, guide)[0].what == "Saved draft 1 restored"


def test_what_cannot_come_back_says_why_and_leaves_the_draft(admin_client: Client, guide: Article) -> None:
    stored = guide.revisions.get()
    Revision.objects.filter(pk=stored.pk).update(stored=stored.stored | {"author": "gone"})
    before = body_of(guide)

    answer = admin_client.post(page("history_restore", guide, stored.pk))

    assert "no longer exists" in words(answer)
    assert body_of(guide) == before
    assert DraftVersion.objects.count() == 1


def test_who_may_only_read_sees_the_history_and_restores_nothing(guide: Article) -> None:
    reader = member("reader", "view_article")
    first, version = guide.revisions.get(), guide.versions.get()

    told = words(reader.get(page("history", guide)))

    assert "Compare with the draft" in told
    assert "Restore into the draft" not in told
    assert "Restore this version" not in told
    for address in (page("history_restore", guide, first.pk), page("history_take", guide, version.pk)):
        assert [reader.get(address).status_code, reader.post(address).status_code] == [403, 403]


@pytest.mark.parametrize("name", ["history", "history_compare", "preview", "preview_page"])
def test_who_may_not_read_guides_is_refused(client: Client, guide: Article, name: str) -> None:
    assert member("nobody").get(page(name, guide)).status_code == 403
    assert client.get(page(name, guide)).status_code == 302
