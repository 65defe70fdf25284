"""Addresses of this site become references when a draft, a biography or a standing page is saved."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agency.models import Page
from articles.document import QuestionAnswer, Text
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.models import Article, Author
from articles.publishing import publication
from articles.references.own_addresses import with_reference, with_references
from tests import cast
from tests.articles import live
from tests.articles.filled_forms import filled_form

pytestmark = pytest.mark.django_db


def link(address: str) -> str:
    return f'<p>See <a href="{address}">our guide</a>.</p>'


@pytest.mark.parametrize(
    "address",
    [
        "/guides/target/",
        "/guides/target",
        "{site}/guides/target/",
        "//{host}/guides/target/",
        "http://{host}/guides/target/",
    ],
)
def test_however_an_address_is_written(address: str, settings: Any) -> None:
    target = cast.live_guide("target")
    written = address.format(site=settings.SITE_URL, host=settings.SITE_URL.split("//")[1])

    assert with_reference(link(written)) == link(f"ref:guide:{target.pk}")
    assert with_reference(link(f"{written}#what-it-pays")) == link(f"ref:guide:{target.pk}#what-it-pays")


def test_every_kind_of_page() -> None:
    assert with_reference(link("/guides/topics/data/")) == link("/guides/topics/data/")
    topic, author, role = cast.topic(), cast.author(), cast.job_role()

    assert with_reference(link("/guides/topics/data/")) == link(f"ref:topic:{topic.pk}")
    assert with_reference(link("/people/sam-field/")) == link(f"ref:person:{author.pk}")
    assert with_reference(link("/salaries/?role=data-engineer")) == link(f"ref:role:{role.pk}")
    assert with_reference(link("/privacy/")) == link("ref:page:privacy")


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/guides/",
        "/guides/nowhere/",
        "/guides/target/?from=home",
        "/guides/target/#Écrit",
        "/guides/target.md",
        "https://www.gov.uk/guides/target/",
        "https://[broken/guides/target/",
        "guides/target/",
        "mailto:target@example.org",
        "#target",
        "/salaries/",
        "/salaries/?role=nobody",
        "/admin/",
        "ref:guide:1",
    ],
)
def test_what_stays_as_it_is(address: str) -> None:
    cast.live_guide("target")

    assert with_reference(link(address)) == link(address)


def test_an_address_means_the_guide_that_readers_would_find_there() -> None:
    mover, draft = cast.live_guide("first"), cast.draft("draft")
    Article.objects.filter(pk=mover.pk).update(slug="second")
    mover.refresh_from_db()
    live.publish(mover)

    assert with_reference(link("/guides/first/")) == link(f"ref:guide:{mover.pk}")
    assert with_reference(link("/guides/draft/")) == link(f"ref:guide:{draft.pk}")

    heir = cast.live_guide("first")
    assert with_reference(link("/guides/first/")) == link(f"ref:guide:{heir.pk}")


def test_many_links_cost_as_many_queries_as_one(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    cast.live_guides(3)

    with django_assert_num_queries(3):
        assert len(with_references([link(f"/guides/guide-{number}/") for number in range(3)])) == 3


def test_saving_a_draft_makes_references_and_changes_nothing_for_readers() -> None:
    target = cast.live_guide("target")
    blocks = (Text(html=link("/guides/target/")), QuestionAnswer(question="Why?", answer=link("/nowhere/")))
    draft = cast.draft("a-guide", blocks=blocks)
    expected = (Text(html=link(f"ref:guide:{target.pk}")), QuestionAnswer(question="Why?", answer=link("/nowhere/")))

    assert document_of(draft).blocks == expected
    assert draft.versions.get().document().blocks == expected


def test_a_live_page_with_the_address_is_no_other_than_the_draft_with_the_reference() -> None:
    cast.live_guide("target")
    guide = cast.draft("a-guide", blocks=(Text(html=link("/privacy/")),))
    guide.articles_textblock_set.update(html=link("/guides/target/"))  # as it was stored before there were references
    live.publish(guide)

    saving.save(guide, by=None)

    guide.refresh_from_db()
    assert "ref:guide:" in guide.articles_textblock_set.get().html
    assert guide.has_unpublished_changes is False

    saving.put(guide, replace(document_of(guide), blocks=(Text(html=link("/contact/")),)), by=None)
    guide.refresh_from_db()
    assert guide.has_unpublished_changes is True


def test_a_restored_revision_links_by_reference() -> None:
    target = cast.live_guide("target")
    guide = cast.draft("a-guide", blocks=(Text(html="<p>Words.</p>"),))
    guide.articles_textblock_set.update(html=link("/guides/target/"))
    revision = live.publish(guide)

    saving.restore(revision, by=None)

    assert document_of(guide).blocks == (Text(html=link(f"ref:guide:{target.pk}")),)


def test_a_biography_and_a_standing_page(admin_client: Client) -> None:
    target, author = cast.live_guide("target"), cast.author()
    page = Page.objects.get(slug="contact")
    for name, thing, field in (("articles/author", author, "biography"), ("agency/page", page, "body")):
        address = f"/admin/{name}/{thing.pk}/change/"
        form = filled_form(admin_client.get(address), f"{name.split('/')[1]}_form")
        admin_client.post(address, form | {field: link("/guides/target/")})

    expected = link(f"ref:guide:{target.pk}")
    assert Author.objects.get(pk=author.pk).biography == expected
    assert Page.objects.get(pk=page.pk).body == expected


def test_publishing_is_not_held_back_by_the_change() -> None:
    cast.live_guide("target")
    guide = cast.full_draft(body=[*cast.one_of_each(), Text(html="<h2>More</h2>" + link("/guides/target/"))])

    publication.publish(guide, by=None)

    guide.refresh_from_db()
    assert guide.has_unpublished_changes is False
