"""The list of checks: administrators say how loud each is, and see how often it was overridden."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.audit.models import Entry
from articles.document import Text
from articles.drafts.rows import document_of, replace_blocks
from articles.gate import inspection, overrides, rules
from articles.gate.site import site_context
from articles.models import Article, CheckRule, OverriddenFinding
from articles.publishing import publication
from articles.publishing.publication import PublishOptions
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db

CHECKS = "/admin/articles/checkrule/"


def in_group(client: Client, name: str) -> Client:
    user = get_user_model().objects.create_user(name, f"{name}@agency.example", is_staff=True)
    user.groups.add(Group.objects.get(name=name))
    client.force_login(user)
    return client


@pytest.fixture
def administrator(client: Client) -> Client:
    return in_group(client, "Administrators")


def levels_of(guide: Article) -> dict[str, str]:
    return {finding.check: finding.level.value for finding in inspection.findings(guide, document_of(guide))}


def set_level(client: Client, name: str, level: str) -> int:
    return client.post(f"{CHECKS}{CheckRule.objects.get(name=name).pk}/change/", {"level": level}).status_code


def faulty(slug: str = "a-guide") -> Article:
    guide = cast.draft(slug)
    replace_blocks(guide, [Text(html="<p>We serve cafÃ© owners.</p>")])
    return guide


def override(guide: Article, reason: str, by: Any) -> None:
    found = [finding for finding in inspection.findings(guide, document_of(guide)) if finding.blocks]
    publication.publish(guide, PublishOptions(overrides={each.key: reason for each in found}), by=by)


def test_every_check_has_a_row_with_its_subject_and_level() -> None:
    rows = CheckRule.objects.values_list("name", "subject", "default", "level")

    assert set(rows) == {(name, each.subject, each.rule.level.value, "") for name, each in rules.known().items()}
    assert ("damaged-characters", "Wording", "blocks", "") in rows
    assert ("block-unfinished", "Not finished", "blocks", "") in rows


def test_a_level_counts_at_once_and_is_told_by_the_audit_trail(administrator: Client) -> None:
    guide = faulty()
    assert levels_of(guide)["damaged-characters"] == "blocks"

    assert set_level(administrator, "damaged-characters", "warns") == 302
    assert levels_of(guide)["damaged-characters"] == "warns"
    publication.publish(guide, by=None)

    set_level(administrator, "damaged-characters", "silent")
    assert "damaged-characters" not in levels_of(guide)
    set_level(administrator, "damaged-characters", "")
    assert levels_of(guide)["damaged-characters"] == "blocks"
    told = Entry.objects.filter(action="check_set").order_by("pk").values_list("about", flat=True)
    assert list(told) == ["damaged-characters: warns", "damaged-characters: silent", "damaged-characters: as built"]


def test_what_warns_can_be_made_to_block_and_then_stands_first(administrator: Client) -> None:
    guide = faulty()
    Article.objects.filter(pk=guide.pk).update(title="Brief")
    guide.refresh_from_db()
    set_level(administrator, "title-length", "blocks")
    set_level(administrator, "damaged-characters", "warns")

    with pytest.raises(overrides.Blocked) as refused:
        publication.publish(guide, by=None)

    assert [finding.check for finding in refused.value.findings] == ["title-length"]
    assert next(iter(levels_of(guide))) == "title-length"


def test_what_no_page_can_be_made_without_cannot_be_silenced(administrator: Client) -> None:
    guide = cast.draft(topic=None)
    set_level(administrator, "topic-or-author-missing", "silent")
    assert CheckRule.objects.get(name="topic-or-author-missing").level == ""

    CheckRule.objects.filter(name="topic-or-author-missing").update(level="silent")
    assert levels_of(guide)["topic-or-author-missing"] == "blocks"


def test_the_list_tells_how_often_a_check_was_overridden_and_why(administrator: Client) -> None:
    manager = staff.manager()
    for number in range(4):
        override(faulty(f"guide-{number}"), f"Reason {number}.", manager)
    guide = Article.objects.get(slug="guide-3")
    override(guide, "Another reason.", manager)

    page = administrator.get(CHECKS, {"q": "damaged-characters"}).content.decode()

    assert OverriddenFinding.objects.count() == 4
    assert "<strong>4</strong>" in page
    assert [reason for reason in ("Another reason.", "Reason 2.", "Reason 1.", "Reason 0.") if f"“{reason}”" in page] == [
        "Another reason.", "Reason 2.", "Reason 1.",
    ]  # fmt: skip
    pk = CheckRule.objects.get(name="damaged-characters").pk
    one = administrator.get(f"{CHECKS}{pk}/change/").content.decode()
    assert one.count("<q>") == 4
    assert f'<a href="/admin/articles/article/{guide.pk}/checks/">' in one


@pytest.mark.parametrize(
    ("query", "found", "not_found"),
    [
        ({"q": "tracking campaign"}, "link-with-tracking", "title-length"),
        ({"subject__exact": "Findability"}, "title-length", "damaged-characters"),
        ({"default__exact": "blocks"}, "damaged-characters", "title-length"),
        ({"level__exact": "silent"}, "0 in this list", "title-length"),
    ],
)
def test_the_list_is_searched_and_filtered(
    administrator: Client, query: dict[str, str], found: str, not_found: str
) -> None:
    page = administrator.get(CHECKS, query).content.decode()

    assert found in page
    assert f"<code>{not_found}</code>" not in page


@pytest.mark.parametrize("group", ["Editors", "Managers", "Authors"])
def test_only_administrators_see_and_set_the_levels(client: Client, group: str) -> None:
    other = in_group(client, group)

    assert other.get(CHECKS).status_code == 403
    assert set_level(other, "damaged-characters", "silent") == 403
    assert CheckRule.objects.exclude(level="").count() == 0


def test_a_new_release_keeps_what_is_set_and_drops_what_is_gone() -> None:
    CheckRule.objects.filter(name="title-length").update(level="silent", default="blocks")
    CheckRule.objects.create(name="former-check", subject="Wording", default="warns", level="blocks")

    rules.ensure()

    rule = CheckRule.objects.get(name="title-length")
    assert (rule.level, rule.default) == ("silent", "warns")
    assert not CheckRule.objects.filter(name="former-check").exists()


def test_the_levels_are_one_query_for_all_guides_and_the_list_is_few(
    administrator: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(9):
        site_context()
    administrator.get(CHECKS)
    with CaptureQueriesContext(connection) as before:
        administrator.get(CHECKS)
    override(faulty(), "A reason.", staff.manager())
    administrator.get(CHECKS)  # what the site remembers until something is published is read anew
    with CaptureQueriesContext(connection) as after:
        administrator.get(CHECKS)
    assert len(after) <= len(before) <= 12
