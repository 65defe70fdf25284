"""The gate: what it blocks, and which findings can be overridden."""

from dataclasses import replace
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from agency.models import Identity
from articles.document import Quote, Text
from articles.drafts.rows import document_of, replace_blocks
from articles.gate import inspection, overrides, site
from articles.gate.findings import Level
from articles.models import Article, GuideEvent, Revision
from articles.publishing import publication
from articles.publishing.publication import PublishOptions
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db

STANDFIRST = "The guide has no standfirst, the sentence or two under its title."
DESCRIPTION = "The guide has no description for search engines."


@pytest.fixture
def guide() -> Article:
    return cast.draft()


def spoil(guide: Article, *fields: str) -> list[str]:
    """Takes these texts from the draft; the keys of what the gate then holds against it."""
    Article.objects.filter(pk=guide.pk).update(**dict.fromkeys(fields, ""))
    guide.refresh_from_db()
    return [finding.key for finding in inspection.findings(guide, document_of(guide)) if finding.blocks]


def refused(guide: Article, options: PublishOptions | None = None, by: object = None) -> list[str]:
    """What the gate says when it blocks the guide; nothing public changes, and no history is written."""
    public, events = list(Revision.objects.values()), GuideEvent.objects.count()
    with pytest.raises(overrides.Blocked) as refusal:
        publication.publish(guide, options, by=by)
    assert (list(Revision.objects.values()), GuideEvent.objects.count()) == (public, events)
    assert str(refusal.value) == " ".join(finding.what for finding in refusal.value.findings)
    return [finding.what for finding in refusal.value.findings]


def test_a_guide_in_good_order_goes_through(guide: Article) -> None:
    assert [finding for finding in inspection.findings(guide, document_of(guide)) if finding.blocks] == []
    assert publication.publish(guide, by=None).overrides == []


def test_warnings_hold_nothing_back(guide: Article) -> None:
    Article.objects.filter(pk=guide.pk).update(title="Brief")
    guide.refresh_from_db()

    assert {finding.level for finding in inspection.findings(guide, document_of(guide))} == {Level.WARNS}
    assert publication.publish(guide, by=None).is_live


def test_the_checks_know_when_the_guide_was_last_reviewed(guide: Article) -> None:
    guide.reviewed_on = date(2024, 3, 1)
    document = replace(document_of(guide), standfirst="Two rates rise this year, and each of them is explained here.")
    assert [finding.what for finding in inspection.findings(guide, document) if "relative" in finding.check] == [
        "The guide says “this year”, and was last reviewed on 1 March 2024."
    ]


@pytest.mark.parametrize("is_live", [False, True], ids=["never published", "live"])
@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        (["standfirst"], [STANDFIRST]),
        (["description"], [DESCRIPTION]),
        (["standfirst", "description"], [STANDFIRST, DESCRIPTION]),
    ],
)
def test_what_blocks_is_said_and_changes_nothing(
    guide: Article, is_live: bool, fields: list[str], reasons: list[str]
) -> None:
    if is_live:
        publication.publish(guide, by=None)
    spoil(guide, *fields)

    assert refused(guide) == reasons


def test_a_page_with_nothing_on_it_is_held_back(guide: Article) -> None:
    publication.publish(guide, by=None)
    replace_blocks(guide, [])

    assert refused(guide) == ["The guide has no block with anything to read."]


def test_a_manager_may_override_with_a_reason_which_is_kept(guide: Article) -> None:
    (key,) = spoil(guide, "standfirst")

    revision = publication.publish(guide, PublishOptions(overrides={key: " It comes on Monday. "}), by=staff.manager())

    revision.refresh_from_db()
    assert revision.is_live
    assert revision.overrides == [
        {"key": key, "check": "basics-missing", "what": STANDFIRST, "excerpt": "", "reason": "It comes on Monday."}
    ]


def test_a_reason_for_what_is_not_found_is_not_kept(guide: Article) -> None:
    assert publication.publish(guide, PublishOptions(overrides={"0123": "Why not"}), by=staff.manager()).overrides == []


def test_each_blocking_finding_wants_a_reason_of_its_own(guide: Article) -> None:
    first, _second = spoil(guide, "standfirst", "description")

    assert refused(guide, PublishOptions(overrides={first: "It comes on Monday."}), staff.manager()) == [DESCRIPTION]


@pytest.mark.parametrize("reason", ["", " \n"])
def test_no_words_are_no_reason(guide: Article, reason: str) -> None:
    (key,) = spoil(guide, "standfirst")

    assert refused(guide, PublishOptions(overrides={key: reason}), staff.manager()) == [STANDFIRST]


@pytest.mark.parametrize("who", ["author", "editor", "nobody"])
def test_the_reasons_of_those_who_may_not_override_count_for_nothing(guide: Article, who: str) -> None:
    (key,) = spoil(guide, "standfirst")
    by = {"author": staff.author, "editor": staff.editor, "nobody": lambda: None}[who]()

    assert refused(guide, PublishOptions(overrides={key: "I would like to."}), by) == [STANDFIRST]


def test_the_key_of_a_finding_stays_when_its_block_moves(guide: Article) -> None:
    bad = Text(html="<p>We serve cafÃ© owners.</p>")

    def keys(*blocks: object) -> list[str]:
        replace_blocks(guide, list(blocks))
        return [finding.key for finding in inspection.findings(guide, document_of(guide)) if finding.blocks]

    alone = keys(bad)
    assert alone
    assert keys(Quote(text="Good tests let a team sleep.", source="A team lead"), bad) == alone


def test_a_guide_is_no_other_to_itself(guide: Article) -> None:
    publication.publish(guide, by=None)

    assert publication.publish(guide, by=None).is_live


def test_two_guides_of_one_title_are_held_apart(guide: Article) -> None:
    cast.draft("other-guide", title=guide.title)

    assert refused(guide) == ["The guide at /guides/other-guide/ has this title already."]


def test_the_facts_tell_where_each_address_leads() -> None:
    moved, gone, waiting = (cast.draft(slug) for slug in ("moved", "gone", "waiting"))
    for guide in (moved, gone):
        publication.publish(guide, by=None)
    Article.objects.filter(pk=moved.pk).update(slug="at-home")
    publication.publish(moved, by=None)
    publication.withdraw(gone, by=None)

    context = site.site_context()

    assert (context.live, context.moved) == (frozenset({"at-home"}), {"moved": "at-home"})
    assert (context.withdrawn, context.unpublished) == (frozenset({"gone"}), frozenset({"gone", "waiting"}))
    assert {other.slug for other in context.others} == {"gone", "at-home", "waiting"}
    assert site.without(waiting, context).own == "waiting"
    assert context.exists("/guides/topics/data/")
    assert not context.exists("/guides/topics/none/")


def test_the_facts_hold_how_the_agency_is_reached() -> None:
    Identity(pk=1, email="Hello@Agency.example", phone="+44 (0)113 496 0100").save()
    assert site.site_context().contacts == {"hello@agency.example", "01134960100"}


@pytest.mark.parametrize("number", [1, 12])
def test_the_facts_cost_the_same_however_large_the_site(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        publication.publish(cast.draft(f"guide-number-{index}"), by=None)

    with django_assert_num_queries(10):  # the tenth reads the guides that went live since
        site.site_context()
    with django_assert_num_queries(9):
        site.site_context()
