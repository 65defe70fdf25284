"""Where an author, a topic or a job role is used: shown before it is changed, and why it is not deleted."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from articles.document import Insight
from articles.drafts import saving, where_used
from articles.drafts.rows import document_of
from articles.models import Article, Author, JobRole, Revision, SalaryFigure, Topic
from tests import cast
from tests.articles import live
from tests.articles.filled_forms import filled_form

pytestmark = pytest.mark.django_db
INSIGHT = Insight(html="<p>We see this.</p>", speaker=cast.DESK, said_on=date(2026, 9, 1))
ADMIN = "/admin/articles"


def desk() -> Author:
    return cast.author(cast.DESK)


def quoting(slug: str = "a-guide", **fields: Any) -> Article:
    """A draft, signed by the cast's person, that quotes the desk."""
    desk()
    return cast.draft(slug, blocks=(INSIGHT,), **fields)


def paid(slug: str = "a-guide", **fields: Any) -> Article:
    cast.job_role()
    return cast.draft(slug, blocks=(cast.ENGINEER,), **fields)


def empty(guide: Article) -> None:
    """Makes the draft another than the live page: without its blocks."""
    saving.put(guide, replace(document_of(guide), blocks=(cast.WORDS,)), by=None)


def uses(*things: Any) -> list[tuple[str, str]]:
    return [(use.title, str(use)) for use in where_used.guides_using(*things)]


def text(client: Client, address: str, **data: Any) -> str:
    response = client.post(address, data) if data else client.get(address)
    return response.content.decode()


def test_what_nobody_uses() -> None:
    assert [uses(thing) for thing in (desk(), cast.topic(), cast.job_role())] == [[], [], []]


def test_a_draft_uses_its_author_its_topic_its_voice_and_its_figures() -> None:
    quoting("quotes", title="Quotes")
    paid("pays", title="Pays")

    assert uses(cast.author()) == [("Pays", "signs the draft"), ("Quotes", "signs the draft")]
    assert uses(cast.topic()) == [("Pays", "is the topic of the draft"), ("Quotes", "is the topic of the draft")]
    assert uses(desk()) == [("Quotes", "is quoted in the draft")]
    assert uses(cast.job_role()) == [("Pays", "is shown in the draft")]


def test_a_live_page_uses_what_its_draft_does_not_any_more() -> None:
    guide = quoting(title="Quotes")
    live.publish(guide)
    assert uses(desk()) == [("Quotes", "is quoted in the draft and the live page")]

    empty(guide)

    assert uses(desk()) == [("Quotes", "is quoted in the live page")]
    assert uses(cast.author()) == [("Quotes", "signs the draft and the live page")]


def test_figures_of_a_live_page_are_used_after_its_draft_has_lost_them() -> None:
    guide = paid(title="Pays")
    live.publish(guide)

    empty(guide)

    assert uses(cast.job_role()) == [("Pays", "is shown in the live page")]


def test_a_page_that_waits_for_its_hour_uses_what_it_shows() -> None:
    guide = quoting(title="Quotes")
    live.schedule(guide, timezone.now() + timedelta(days=1))

    empty(guide)

    assert uses(desk()) == [("Quotes", "is quoted in the scheduled page")]


def test_an_earlier_revision_keeps_its_signer() -> None:
    guide = cast.draft(title="Guide")
    live.publish(guide)
    Article.objects.update(author=desk())
    live.publish(Article.objects.get())

    assert uses(cast.author()) == [("Guide", "signs an earlier revision")]
    assert uses(desk()) == [("Guide", "signs the draft and the live page")]


def test_somebody_may_sign_a_guide_and_be_quoted_in_it() -> None:
    quoting(title="Guide")
    Article.objects.update(author=desk())

    assert uses(desk()) == [("Guide", "signs the draft; is quoted in the draft")]


def test_a_guide_of_the_same_address_does_not_quote_an_author() -> None:
    cast.draft(cast.DESK.slug)
    live.publish(Article.objects.get())

    assert uses(desk()) == []


@pytest.mark.parametrize("number", [1, 12])
def test_finding_costs_the_same_however_many_guides_there_are(number: int, django_assert_num_queries: Any) -> None:
    for each in range(number):
        live.publish(quoting(f"quotes-{each}"))
        live.publish(paid(f"pays-{each}"))

    links = 1 + len(where_used.RICH)  # one for what is published, one for each kind of block with texts
    for thing, queries in ((cast.author(), 4), (desk(), 4), (cast.topic(), 2), (cast.job_role(), 2)):
        with django_assert_num_queries(queries + links):
            where_used.guides_using(thing)


def test_the_form_names_the_guides_and_folds_a_long_list(admin_client: Client) -> None:
    for number in range(7):
        quoting(f"guide-{number}", title=f"Guide <{number}>")

    page = text(admin_client, f"{ADMIN}/author/{desk().pk}/change/")

    first = Article.objects.get(slug="guide-0")
    assert "Used by 7 guides:" in page
    assert f'<a href="{ADMIN}/article/{first.pk}/change/">Guide &lt;0&gt;</a>: is quoted in the draft' in page
    assert "<summary>The other 2</summary>" in page


@pytest.mark.parametrize("path", ["author", "topic", "jobrole"])
def test_the_form_says_that_no_guide_uses_it(admin_client: Client, path: str) -> None:
    thing = {"author": desk, "topic": cast.topic, "jobrole": cast.job_role}[path]()

    assert "No guide uses this." in text(admin_client, f"{ADMIN}/{path}/{thing.pk}/change/")
    assert "No guide uses this." not in text(admin_client, f"{ADMIN}/{path}/add/")


@pytest.mark.parametrize(
    ("path", "make"),
    [("author", desk), ("topic", cast.topic), ("jobrole", cast.job_role)],
    ids=["author", "topic", "job role"],
)
def test_what_no_guide_uses_is_deleted(admin_client: Client, path: str, make: Any) -> None:
    thing = make()

    text(admin_client, f"{ADMIN}/{path}/{thing.pk}/delete/", post="yes")

    assert not type(thing).objects.filter(pk=thing.pk).exists()


@pytest.mark.parametrize("is_bulk", [False, True])
@pytest.mark.parametrize("path", ["author", "topic", "jobrole"])
def test_what_a_guide_uses_is_not_deleted_and_the_guide_is_named(
    admin_client: Client, path: str, is_bulk: bool
) -> None:
    paid(title="Pays")
    thing = {"author": Author, "topic": Topic, "jobrole": JobRole}[path].objects.get()
    chosen = {"action": "delete_selected", "_selected_action": thing.pk} if is_bulk else {}
    address = f"{ADMIN}/{path}/" if is_bulk else f"{ADMIN}/{path}/{thing.pk}/delete/"

    page = text(admin_client, address, post="yes", **chosen)

    assert "Nothing was deleted: guides use it" in page
    assert ">Pays</a>: " in page
    assert type(thing).objects.filter(pk=thing.pk).exists()


def test_one_that_is_used_keeps_all_that_are_selected(admin_client: Client) -> None:
    used, unused = quoting().author, desk()
    Author.objects.filter(pk=unused.pk).update(name="Unused")
    Article.objects.get().articles_insightblock_set.all().delete()

    chosen = {"action": "delete_selected", "_selected_action": [used.pk, unused.pk]}
    text(admin_client, f"{ADMIN}/author/", post="yes", **chosen)

    assert Author.objects.count() == 2


def test_a_voice_of_a_live_page_alone_is_not_deleted(admin_client: Client) -> None:
    guide = quoting()
    live.publish(guide)
    empty(guide)

    text(admin_client, f"{ADMIN}/author/{desk().pk}/delete/", post="yes")

    assert Author.objects.filter(slug=cast.DESK.slug).exists()


def changed(client: Client, path: str, thing: Any, **fields: Any) -> Any:
    """Sends the thing's form with other fields; the thing as stored then, and the page that answers."""
    address = f"{ADMIN}/{path}/{thing.pk}/change/"
    data = filled_form(client.get(address), f"{path}_form") | fields
    page = client.post(address, data, follow=True).content.decode()
    return type(thing).objects.get(pk=thing.pk), page


@pytest.mark.parametrize("path", ["author", "jobrole"])
def test_the_address_by_which_live_pages_quote_somebody_or_show_figures_stays(admin_client: Client, path: str) -> None:
    live.publish(quoting(title="Quotes") if path == "author" else paid(title="Pays"))
    Author.objects.update(biography="<p>Words.</p>")
    thing = desk() if path == "author" else JobRole.objects.get()

    stored, page = changed(admin_client, path, thing, slug="another")

    assert stored.slug == thing.slug
    assert f"links to it would break: “{'Quotes' if path == 'author' else 'Pays'}”" in page


@pytest.mark.parametrize(("path", "old"), [("author", "/people/sam-field/"), ("topic", "/guides/topics/data/")])
def test_the_address_of_who_signs_and_of_a_topic_can_be_changed_and_is_led_on(
    admin_client: Client, path: str, old: str
) -> None:
    live.publish(paid())
    Author.objects.update(biography="<p>Words.</p>")
    thing = {"author": Author, "topic": Topic}[path].objects.get()

    stored, page = changed(admin_client, path, thing, slug="another")

    assert stored.slug == "another"
    assert f"{old} leads to {stored.get_absolute_url()} from now on." in page
    assert admin_client.get(old).headers["Location"] == stored.get_absolute_url()


@pytest.mark.parametrize("path", ["author", "topic", "jobrole"])
def test_the_address_of_what_only_drafts_use_can_be_changed(admin_client: Client, path: str) -> None:
    paid()
    Author.objects.update(biography="<p>Words.</p>")
    thing = {"author": Author, "topic": Topic, "jobrole": JobRole}[path].objects.get()

    stored, _ = changed(admin_client, path, thing, slug="another")

    assert stored.slug == "another"


def without_figures(client: Client, *, keep: int) -> str:
    role = cast.job_role()
    deleted = {f"figures-{number}-DELETE": "on" for number in range(keep, role.figures.count())}
    return changed(client, "jobrole", role, **deleted)[1]


def test_a_deleted_figure_leaves_the_drafts_and_stays_on_live_pages(admin_client: Client) -> None:
    guide = paid(title="Pays")
    live.publish(guide)

    page = without_figures(admin_client, keep=2)

    assert "The drafts of these guides no longer show what you deleted; live pages still do: “Pays”." in page
    guide.refresh_from_db()
    assert guide.has_unpublished_changes
    assert len(Revision.objects.get().document().blocks[0].figures) == 4


def test_the_last_figure_of_a_role_that_drafts_show_is_not_deleted(admin_client: Client) -> None:
    paid(title="Pays")

    page = without_figures(admin_client, keep=0)

    assert "so keep at least one: “Pays”." in page
    assert SalaryFigure.objects.count() == 4


def test_all_figures_of_a_role_that_no_draft_shows_can_be_deleted(admin_client: Client) -> None:
    page = without_figures(admin_client, keep=0)

    assert "no longer show" not in page
    assert not SalaryFigure.objects.exists()


def test_a_role_without_figures_can_be_renamed_while_a_draft_shows_it(admin_client: Client) -> None:
    paid()
    SalaryFigure.objects.all().delete()

    stored, _ = changed(admin_client, "jobrole", cast.job_role(), name="another name")

    assert stored.name == "another name"


def test_a_new_name_is_told_with_the_live_pages_that_keep_the_old_one(admin_client: Client) -> None:
    guide = quoting(title="Quotes")
    live.publish(guide)
    Author.objects.update(biography="<p>We.</p>")

    _, page = changed(admin_client, "author", desk(), name="Data and AI desk")

    assert "These live pages quote Data and AI desk as before until you publish them again: “Quotes”." in page
    guide.refresh_from_db()
    assert guide.has_unpublished_changes


def test_a_new_biography_changes_no_quotation(admin_client: Client) -> None:
    live.publish(quoting())
    Author.objects.update(biography="<p>We.</p>")

    _, page = changed(admin_client, "author", desk(), biography="<p>We all.</p>")

    assert "These live pages quote" not in page


def test_a_portrait_that_was_replaced_stays_for_the_live_pages_that_quote_it(admin_client: Client) -> None:
    old = cast.store_picture()
    Author.objects.filter(pk=desk().pk).update(picture=cast.in_library(), biography="<p>We.</p>")
    new = cast.in_library("pictures/new.png")
    guide = cast.draft(blocks=(replace(INSIGHT, speaker=desk().as_speaker()),))
    revision = live.publish(guide)

    stored, _ = changed(admin_client, "author", desk(), picture=new.pk)

    assert stored.picture == new
    assert default_storage.exists(old)
    assert revision.document().blocks[0].speaker.portrait.name == old
