"""Repairs are shown before they are made, one or all of a kind, and never made on what nobody was shown."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from articles.document import Text
from articles.drafts import saving
from articles.drafts.rows import document_of, replace_blocks
from articles.gate import checks, repairs
from articles.gate.checks import CHECKS
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.fixes import with_content, with_words
from articles.models import Article
from tests import cast
from tests.articles import staff
from tests.articles.filled_forms import filled_form

pytestmark = pytest.mark.django_db

RULE = Rule(check="slip", level=Level.WARNS, why="It reads badly.", advice="Correct it.")
GONE = "what was to be repaired is no longer there"


def slips(guide: DocumentText, _site: SiteContext) -> Iterator[Finding]:
    """Slips of the pen; putting right “wrng” leaves one that is not found before."""
    for passage in guide.passages:
        for wrong, right in (("teh", "the"), ("wrng", "adn"), ("adn", "and")):
            if wrong in passage.text.split():
                fix = with_words(passage.place, wrong, right)
                yield RULE.found(passage.place, f"“{wrong}” is a slip.", excerpt=passage.text, fix=fix)
        if "unfixable" in passage.text:
            yield RULE.found(passage.place, "This cannot be repaired.", fix=with_words(passage.place, "absent", "x"))


@pytest.fixture(autouse=True)
def _with_slips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "CHECKS", (*CHECKS, slips))


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(staff.editor())
    return client


def guide_of(*texts: str) -> Article:
    guide = cast.draft()
    replace_blocks(guide, [Text(html=f"<p>{text}</p>") for text in texts])
    saving.save(guide, by=None)
    return guide


def address(guide: Article, page: str = "repair") -> str:
    return f"/admin/articles/article/{guide.pk}/{page}/"


def show(client: Client, guide: Article, **query: str) -> Any:
    return client.get(address(guide), {"check": "slip"} | query)


def make(client: Client, guide: Article, **fields: str) -> str:
    return client.post(address(guide), {"check": "slip"} | fields, follow=True).content.decode()


def texts(guide: Article) -> list[str]:
    return [block.html.removeprefix("<p>").removesuffix("</p>") for block in document_of(guide).blocks]


def marked(response: Any) -> list[list[tuple[str, str]]]:
    """Of each step the words that stand on one side only."""
    return [
        [(run.text.strip(), run.mark.value) for change in step.changes for run in (*change.before, *change.after)
         if run.mark != "same"]
        for step in response.context["steps"]
    ]  # fmt: skip


def key_of(guide: Article, word: str) -> str:
    return next(
        finding.key
        for step in repairs.steps(guide, document_of(guide), "slip")
        for finding in step.findings
        if word in finding.what
    )


def kinds(guide: Article) -> list[tuple[str, str]]:
    return list(guide.events.order_by("pk").values_list("kind", "note"))


def test_a_change_is_shown_then_made_and_can_be_undone(editor: Client) -> None:
    guide = guide_of("Read teh advert.", "Nothing here.")
    key = key_of(guide, "teh")
    link = f'href="{address(guide)}?check=slip&amp;finding={key}"'
    assert link in editor.get(address(guide, "checks")).content.decode()

    shown = show(editor, guide, finding=key)

    assert marked(shown) == [[("teh", "removed"), ("the", "added")]]
    assert [(step.where, step.is_asked) for step in shown.context["steps"]] == [
        (["Text block 1, “Read teh advert.”"], True)
    ]
    assert "changes of this kind" not in shown.content.decode()
    assert texts(guide) == ["Read teh advert.", "Nothing here."]

    page = make(editor, guide, finding=key)

    assert texts(guide) == ["Read the advert.", "Nothing here."]
    assert kinds(guide) == [("repaired", "slip")]
    former = guide.versions.get(number=2)
    assert f'<a href="{address(guide, f"history/take/{former.pk}")}">Undo this change…</a>' in page
    editor.post(address(guide, f"history/take/{former.pk}"))
    assert texts(guide) == ["Read teh advert.", "Nothing here."]


def test_all_of_a_kind_are_made_after_each_was_shown_and_what_they_bring_to_light_too(editor: Client) -> None:
    guide = guide_of("Read teh advert.", "A wrng b.", "Read teh advert.", "unfixable")

    shown = show(editor, guide)

    assert marked(shown) == [
        [("teh", "removed"), ("the", "added")] * 2,
        [("wrng", "removed"), ("adn", "added")],
        [("adn", "removed"), ("and", "added")],
    ]
    assert [len(step.where) for step in shown.context["steps"]] == [2, 1, 0]
    assert "Make all 3 changes of this kind" in shown.content.decode()

    page = make(editor, guide, seen=shown.context["seen"])

    assert texts(guide) == ["Read the advert.", "A and b.", "Read the advert.", "unfixable"]
    assert "Changed." in page
    assert kinds(guide) == [("repaired", "slip")]


def test_nothing_is_made_of_what_was_not_shown(editor: Client) -> None:
    guide = guide_of("Read teh advert.")
    shown, key = show(editor, guide), key_of(guide, "teh")
    replace_blocks(guide, [Text(html="<p>Read teh other advert.</p>")])

    for page in (make(editor, guide, seen=shown.context["seen"]), make(editor, guide, finding=key)):
        assert f"Nothing was changed. The draft has changed since: {GONE}" in page
        assert "Make this change" in page

    assert GONE in show(editor, guide, finding=key).content.decode()
    assert texts(guide) == ["Read teh other advert."]
    assert kinds(guide) == []


def test_where_nothing_is_left_to_repair_the_page_leads_back(editor: Client) -> None:
    guide = guide_of("unfixable")

    assert "Show the change" not in editor.get(address(guide, "checks")).content.decode()
    assert show(editor, guide, finding="0").headers["Location"] == address(guide, "checks")
    assert show(editor, guide, **{"from": "change"}).headers["Location"] == address(guide, "change")
    assert show(editor, guide, **{"from": "//evil.example"}).headers["Location"] == address(guide, "checks")
    assert editor.get(address(guide)).status_code == 404


def test_a_repair_that_would_never_end_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def growing(guide: DocumentText, _site: SiteContext) -> Iterator[Finding]:
        place = guide.passages[-1].place
        yield RULE.found(place, guide.passages[-1].text, fix=with_content(place, lambda html: f"{html}<p>More.</p>"))

    monkeypatch.setattr(checks, "CHECKS", (growing,))
    guide = guide_of("Words.")

    assert len(repairs.steps(guide, document_of(guide), "slip")) == repairs.ROUNDS


def test_what_was_typed_is_saved_before_its_change_is_shown(admin_client: Client) -> None:
    guide = guide_of("Read teh advert.")
    form = filled_form(admin_client.get(address(guide, "change")), "article_form")
    (name,) = [name for name in form if name.endswith("-html") and "teh" in str(form[name])]
    form[name] = "<p>Read teh long advert.</p>"

    response = admin_client.post(address(guide, "change"), form | {"_repair": "slip:123"})

    assert response.headers["Location"] == f"{address(guide)}?check=slip&finding=123&from=change"
    assert texts(guide) == ["Read teh long advert."]
    page = make(admin_client, guide, finding=key_of(guide, "teh"), **{"from": "change"})
    assert texts(guide) == ["Read the long advert."]
    assert 'id="article_form"' in page


def test_beside_the_text_each_finding_offers_its_change_and_enter_still_saves(editor: Client) -> None:
    guide = guide_of("Read teh advert.", "unfixable")

    page = editor.get(address(guide, "change")).content.decode()

    assert page.count('name="_repair" value="slip:') == 1
    assert f'name="_repair" value="slip:{key_of(guide, "teh")}"' in page
    assert page.index('type="submit" name="_continue"') < page.index('name="_repair"')


@pytest.mark.parametrize("who", [staff.reader, staff.author])
def test_who_may_not_change_the_guide_is_shown_no_change(client: Client, who: Any) -> None:
    guide = guide_of("Read teh advert.")
    client.force_login(who())

    assert show(client, guide).status_code == 403
    assert client.post(address(guide), {"check": "slip", "finding": key_of(guide, "teh")}).status_code == 403
    assert "Show the change" not in client.get(address(guide, "checks")).content.decode()


def test_the_queries_do_not_grow_with_the_changes(editor: Client, django_assert_num_queries: Any) -> None:
    one, many = guide_of("Read teh advert."), cast.draft("another-guide")
    replace_blocks(many, [Text(html=f"<p>Advert {number} is teh best.</p>") for number in range(30)])
    show(editor, one)
    with django_assert_num_queries(31):
        show(editor, one)
    with django_assert_num_queries(31):
        assert len(show(editor, many).context["steps"]) == 30
