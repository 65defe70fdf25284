"""What the gate says of references, and where somebody learns that others link to a guide."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.document import Text
from articles.drafts import where_used
from articles.drafts.rows import document_of
from articles.gate import inspection
from articles.gate.findings import Level
from articles.models import Article, Mention, Topic
from articles.publishing import publication
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db
PAY = "<h2>What it pays</h2><p>Words.</p>"


def links(*addresses: str) -> Text:
    told = "".join(
        f'<p>Read <a href="{address}">our guide number {at}</a>.</p>' for at, address in enumerate(addresses)
    )
    return Text(html=f"<h2>Words</h2>{told}")


def found(*addresses: str) -> list[tuple[str, str]]:
    guide = cast.draft("linking", blocks=(links(*addresses),))
    return [
        (finding.check, finding.what)
        for finding in inspection.findings(guide, document_of(guide))
        if finding.check.startswith("link")
    ]


def test_references_to_what_readers_can_open_are_fine() -> None:
    guide = cast.live_guide("target", blocks=(Text(html=PAY),))
    topic, author, role = cast.topic(), cast.author(), cast.job_role()
    references = (
        f"ref:guide:{guide.pk}",
        f"ref:guide:{guide.pk}#what-it-pays-in-2026",
        f"ref:topic:{topic.pk}",
        f"ref:person:{author.pk}",
        f"ref:role:{role.pk}",
        "ref:page:privacy",
    )

    assert found(*references) == []


def test_references_that_lead_nowhere_are_named() -> None:
    draft, gone = cast.draft("draft"), cast.live_guide("gone")
    publication.withdraw(gone, by=None)

    assert found(f"ref:guide:{draft.pk}", f"ref:guide:{gone.pk}", "ref:topic:987654", "ref:page:nowhere") == [
        ("link-to-unpublished-guide", "The link “our guide number 0” leads to a guide that is not published."),
        ("link-to-withdrawn-guide", "The link “our guide number 1” leads to a guide that was withdrawn."),
        ("link-broken", "The link “our guide number 2” leads to something that no longer exists."),
        ("link-broken", "The link “our guide number 3” leads to something that no longer exists."),
    ]


def test_a_heading_that_is_gone_is_named_and_a_reworded_one_is_not() -> None:
    guide = cast.live_guide("target", title="The target", blocks=(Text(html=PAY),))

    assert found(f"ref:guide:{guide.pk}#how-to-begin") == [
        (
            "link-to-missing-heading",
            "No heading of “The target” has the name “how-to-begin”, to which “our guide number 0” leads.",
        )
    ]


def test_a_guide_may_link_to_itself_before_it_is_live() -> None:
    guide = cast.draft("linking")
    guide.articles_textblock_set.update(html=links(f"ref:guide:{guide.pk}", f"ref:guide:{guide.pk}#nowhere").html)

    findings = inspection.findings(guide, document_of(guide))

    assert [(finding.check, finding.level) for finding in findings if finding.check.startswith("link-")] == [
        ("link-to-missing-heading", Level.WARNS)
    ]


def test_the_same_place_by_reference_and_by_address_is_one_place() -> None:
    guide = cast.live_guide("target")
    draft = cast.draft("linking")
    html = f'<p><a href="ref:guide:{guide.pk}">Our advice</a> and <a href="/guides/target/">our advice</a>.</p>'
    draft.articles_textblock_set.update(html=html)

    findings = inspection.findings(draft, document_of(draft))
    assert [finding.check for finding in findings if finding.check.startswith("link")] == []


@pytest.mark.parametrize("number", [1, 12])
def test_looking_references_up_costs_the_same_however_many_there_are(
    number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    blocks = [links(*(f"ref:guide:{guide.pk}#a" for guide in cast.live_guides(number)))]
    guide = cast.draft("linking", blocks=blocks)
    document = document_of(guide)

    with django_assert_max_num_queries(12):
        inspection.findings(guide, document)


def uses(thing: Article | Topic) -> list[tuple[str, str]]:
    return [(use.title, str(use)) for use in where_used.guides_using(thing)]


def test_drafts_live_and_scheduled_pages_that_link_are_named() -> None:
    target, other = cast.live_guide("target"), cast.live_guide("other")
    blocks = (links(f"ref:guide:{target.pk}#a-heading", f"ref:guide:{target.pk}"),)
    guide = cast.live_guide("linking", blocks=blocks)
    cast.draft("neighbour", blocks=(links(f"ref:guide:{target.pk}9"),))

    assert uses(target) == [("Linking", "is linked from the draft and the live page")]
    assert uses(other) == []
    kinds = Mention.objects.filter(revision__article=guide).values_list("kind", "slug")
    assert list(kinds) == [(Mention.Kind.LINK, f"guide-{target.pk}")]

    guide.articles_textblock_set.update(html="<p>Words.</p>")
    assert uses(target) == [("Linking", "is linked from the live page")]
    live.publish(guide)
    assert uses(target) == []


def test_a_topic_that_is_linked_to_is_kept_and_may_get_another_address(admin_client: Client) -> None:
    topic = cast.topic("linked")
    cast.live_guide("linking", blocks=(links(f"ref:topic:{topic.pk}"),))

    refused = admin_client.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"}).content.decode()
    assert "Linking</a>: is linked from the draft and the live page" in refused
    assert Topic.objects.filter(pk=topic.pk).exists()

    form = {"name": "Linked", "slug": "elsewhere", "description": "Words.", "position": 0}
    assert admin_client.post(f"/admin/articles/topic/{topic.pk}/change/", form).status_code == 302
    assert 'href="/guides/topics/elsewhere/"' in admin_client.get("/guides/linking/").content.decode()


def test_withdrawing_names_the_guides_that_link_there(admin_client: Client) -> None:
    target = cast.live_guide("target")
    cast.live_guide("linking", blocks=(links(f"ref:guide:{target.pk}"),))

    page = admin_client.get(f"/admin/articles/article/{target.pk}/withdraw/").content.decode()

    assert "Guides that link to it" in page
    assert "Linking</a>: is linked from the draft and the live page" in page
