"""`manage.py check_guides`: what it prints, how it ends, and that it reads a large site at a constant cost."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.document import Text
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.models import BLOCK_MODELS, Article, Revision
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db
BROKEN = Text(
    html='<h2>How a search begins</h2><p>Read <a href="/guides/gone/">our guide to notice periods</a> before you begin.</p>'
)
SOUND = Text(html="<h2>How a search begins</h2><p>A search begins with one long conversation about the work.</p>")


def run(*arguments: str) -> tuple[int, str, str]:
    """The exit code, and what was printed to standard output and standard error."""
    out, err = StringIO(), StringIO()
    try:
        call_command("check_guides", *arguments, stdout=out, stderr=err)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def read(*arguments: str) -> dict[str, Any]:
    """The JSON form, as a program would read it."""
    return json.loads(run("--format", "json", *arguments)[1])


def sound(slug: str = "how-to-hire", **fields: Any) -> Article:
    """A draft in which nothing blocks."""
    return cast.draft(slug, blocks=(SOUND,), **{"title": "How to hire a data engineer"} | fields)


def faulty(slug: str = "how-to-hire", **fields: Any) -> Article:
    """A draft in which one thing blocks."""
    return cast.draft(slug, blocks=(BROKEN,), **{"title": "How to hire a data engineer"} | fields)


def sides(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(entry["slug"], entry["side"]) for entry in found["guides"]]


def blocking(found: dict[str, Any]) -> set[tuple[str, str]]:
    """The face and the check of each finding that blocks."""
    return {
        (entry["side"], finding["check"])
        for entry in found["guides"]
        for finding in entry["findings"]
        if finding["outcome"] == "blocks"
    }


def test_a_site_without_guides_is_sound() -> None:
    code, out, _ = run()

    assert (code, out) == (
        0,
        "0 guides (0 drafts, 0 live pages): 0 findings block, 0 were overridden, 0 warn.\n",
    )


def test_a_guide_in_which_nothing_blocks_lets_the_command_end_well() -> None:
    live.publish(sound())

    code, out, _ = run()

    assert code == 0
    assert "1 guides (1 drafts, 1 live pages): 0 findings block" in out


def test_a_guide_in_which_something_blocks_is_named_with_the_place_and_the_finding() -> None:
    faulty()

    code, out, _ = run()

    assert code == 1
    assert "How to hire a data engineer (/guides/how-to-hire/, draft)\n" in out
    assert "  blocks: block 1, html, link-broken: " in out


def test_draft_and_live_page_are_checked_each_by_its_own_words() -> None:
    guide = faulty()
    live.publish(guide)
    saving.put(guide, document_of(guide).__replace__(blocks=(SOUND,)), by=None)

    found = read()

    assert sides(found) == [("how-to-hire", "draft"), ("how-to-hire", "live")]
    assert {side for side, _ in blocking(found)} == {"live"}
    assert [sides(read(which)) for which in ("--drafts", "--live")] == [[pair] for pair in sides(found)]


def test_a_finding_that_was_overridden_blocks_no_more_and_comes_with_its_reason() -> None:
    revision = live.publish(faulty())
    (blocked,) = [finding for finding in read("--live")["guides"][0]["findings"] if finding["outcome"] == "blocks"]
    Revision.objects.update(overrides=[{"key": blocked["key"], "reason": "It is an example."}])

    found = read()

    assert run()[0] == 0
    assert blocking(found) == set()
    outcomes = [finding for finding in found["guides"][1]["findings"] if finding["key"] == blocked["key"]]
    assert [(finding["outcome"], finding["reason"]) for finding in outcomes] == [("overridden", "It is an example.")]
    assert found["totals"]["overridden"] == 2
    assert revision.slug == "how-to-hire"


def test_the_json_form_tells_everything_of_a_finding() -> None:
    faulty()

    (entry,) = read()["guides"]

    assert set(entry) == {"guide", "slug", "title", "side", "findings"}
    assert set(entry["findings"][0]) == {
        "check", "level", "place", "what", "why", "advice", "excerpt", "repairable", "key", "outcome", "reason",
    }  # fmt: skip
    assert entry["findings"][0]["place"] == {"block": 0, "field": "html"}


def test_warnings_can_be_left_out_and_are_still_counted() -> None:
    faulty(description="Too short.")

    found = read("--blocking-only")

    assert {finding["outcome"] for entry in found["guides"] for finding in entry["findings"]} == {"blocks"}
    assert found["totals"]["warns"] == read()["totals"]["warns"] > 0


def test_guides_are_chosen_by_the_address_of_their_draft_or_their_live_page() -> None:
    sound("one")
    live.publish(sound("two"))
    Article.objects.filter(slug="two").update(slug="changed")

    assert sides(read("one")) == [("one", "draft")]
    assert sides(read("two")) == sides(read("changed")) == [("changed", "draft"), ("two", "live")]


def test_an_address_that_no_guide_has_is_refused() -> None:
    sound("one")

    with pytest.raises(CommandError, match="There is no guide at: two, three") as refusal:
        call_command("check_guides", "one", "two", "three")
    assert refusal.value.returncode == 2


def test_progress_is_counted_on_standard_error_when_it_is_asked_for() -> None:
    for number in range(3):
        sound(f"guide-{number}")

    assert run("--progress")[2] == "\r1 of 3\r2 of 3\r3 of 3\n"
    assert run()[2] == ""


def test_the_site_is_read_once_and_each_guide_at_the_same_cost() -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            run()
        return len(captured)

    costs = []
    for number in range(3):
        live.publish(sound(f"guide-{number}"))
        costs.append(queries())

    assert costs[2] - costs[1] == costs[1] - costs[0] <= len(BLOCK_MODELS) + 1
