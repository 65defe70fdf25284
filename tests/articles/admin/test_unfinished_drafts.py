"""A draft is saved however little there is of it, is shown everywhere, and the gate says what is missing."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.document import CallToAction, Document, Figure, Insight, QuestionAnswer, Quote, SalaryTable, Text
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.gate import overrides
from articles.models import BLOCK_MODELS, Article, Revision
from articles.publishing import publication
from articles.review import approvals, links
from tests import cast
from tests.articles import staff
from tests.articles.admin.test_guides import ADD, change, payload, said

pytestmark = pytest.mark.django_db
NOTHING = dict.fromkeys(("title", "slug", "standfirst", "description", "topic", "author"), "")
EMPTY_ROWS: dict[str, list[dict[str, Any]]] = {
    model.__name__: [{"ordering": 10 * place}] for place, model in enumerate(BLOCK_MODELS, start=1)
}
# Choices that always have one.
EMPTY_ROWS["CallToActionBlock"][0]["role"] = "candidate"
EMPTY_ROWS["DiagramBlock"][0]["shape"] = "steps"
PAGES = ("change", "checks", "preview", "preview_page", "history", "share", "withdraw")


@pytest.fixture
def untitled(admin_client: Client) -> Article:
    """A guide that was saved with nothing in it, and one empty block of each kind."""
    response = admin_client.post(ADD, payload(EMPTY_ROWS, **NOTHING, _continue="1"))
    assert response.status_code == 302, response.context["errors"]
    return Article.objects.get()


def test_an_empty_form_is_saved_as_an_untitled_guide(untitled: Article) -> None:
    assert str(untitled) == "Untitled guide"
    document = document_of(untitled)
    assert (document.title, document.slug, document.topic, document.author) == ("", "untitled-guide", "", "")
    assert [type(block) for block in document.blocks] == [model.block for model in BLOCK_MODELS]
    assert document.shown() == ()


def test_the_gate_names_all_that_is_missing(untitled: Article) -> None:
    with pytest.raises(overrides.Blocked) as refusal:
        publication.publish(untitled, by=None)
    assert [finding.what for finding in refusal.value.findings] == [
        "The guide has no topic.",
        "The guide has no author.",
        "This figure has no picture.",
        "This diagram has no title, no sentence that says what it shows and no parts.",
        "This video has no title, no film or address and no still picture.",
        "This step list or checklist has no steps.",
        "This pull figure has no number and no words.",
        "This comparison has no things to compare and no points.",
        "This timeline of a day has no hours.",
        "This recruiter insight has no words, no name of who says it and no date.",
        "This question and answer has no question and no answer.",
        "This quote has no words and no source.",
        "This download has no title and no file.",
        "This call to action has no heading and no words on its button.",
        "The guide has no title.",
        "The guide has no standfirst, the sentence or two under its title.",
        "The guide has no description for search engines.",
        "The guide has no block with anything to read.",
        "A salary table has no figures.",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_it_is_shown(admin_client: Client, untitled: Article, name: str) -> None:
    response = admin_client.get(reverse(f"admin:articles_article_{name}", args=[untitled.pk]))

    assert response.status_code == 200
    assert "Untitled guide" in response.content.decode()


def test_lists_call_it_untitled(admin_client: Client, untitled: Article) -> None:
    assert ">Untitled guide</a>" in admin_client.get("/admin/articles/article/").content.decode()
    assert "Untitled guide" in admin_client.get("/admin/").content.decode()


def test_it_is_saved_again_compared_and_restored(admin_client: Client, untitled: Article) -> None:
    first = untitled.versions.get()
    admin_client.post(change(untitled), payload(_continue="1"))
    query = f"?from=version-{first.pk}&to=draft"

    page = admin_client.get(reverse("admin:articles_article_history_compare", args=[untitled.pk]) + query)
    assert "Title, address, standfirst, description, topic and author changed" in page.content.decode()
    saving.restore_version(first, by=None)
    assert document_of(Article.objects.get()) == first.document()


def test_it_is_shared(client: Client, untitled: Article) -> None:
    asked = approvals.ask(untitled, name="Cy", email="", speaker=None, days=7, message="", by=None)

    page = client.get(links.link(asked).removeprefix("http://localhost")).content.decode()

    assert "Untitled guide" in page
    assert "No author yet" in page


def test_nobody_overrides_a_missing_topic_or_author(admin_client: Client) -> None:
    guide = cast.draft()
    Article.objects.update(topic=None)
    page = admin_client.get(reverse("admin:articles_article_checks", args=[guide.pk])).content.decode()
    assert "The guide has no topic." in page
    assert "Publish anyway" not in page

    guide.refresh_from_db()
    reasons = publication.PublishOptions(overrides={finding.key: "A reason" for finding in _findings(guide)})
    with pytest.raises(overrides.Blocked) as refusal:
        publication.publish(guide, reasons, by=staff.manager())
    assert [finding.what for finding in refusal.value.findings] == ["The guide has no topic."]
    assert not Revision.objects.exists()


def _findings(guide: Article) -> list[Any]:
    with pytest.raises(overrides.Blocked) as refusal:
        publication.publish(guide, by=None)
    return refusal.value.findings


@pytest.mark.parametrize(
    ("model", "row", "block", "missing"),
    [
        ("FigureBlock", {"caption": "Words"}, Figure(caption="Words"), "This figure has no picture."),
        ("QuestionAnswerBlock", {"question": "Why so?"}, QuestionAnswer(question="Why so?"), "This question has no answer."),
        ("QuestionAnswerBlock", {"answer": "<p>So.</p>"}, QuestionAnswer(answer="<p>So.</p>"), "This answer has no question."),
        ("InsightBlock", {"html": "<p>x</p>", "said_on": "2026-01-01"}, None, "This recruiter insight has no name of who says it."),
        ("QuoteBlock", {"text": "Words."}, Quote(text="Words."), "This quote has no source."),
        ("CallToActionBlock", {"role": "client", "heading": "Hiring?"}, CallToAction(role="client", heading="Hiring?"),
         "This call to action has no words on its button."),
        ("SalaryTableBlock", {"job_role": ""}, SalaryTable(role=""), "A salary table has no figures."),
    ],
)  # fmt: skip
def test_half_a_block_is_saved_and_blocks_publication(
    admin_client: Client, model: str, row: dict[str, Any], block: Any, missing: str
) -> None:
    rows = {"TextBlock": [{"ordering": 5, "html": "<p>Words can be few.</p>"}], model: [{"ordering": 10} | row]}

    admin_client.post(ADD, payload(rows, _continue="1"))

    stored = document_of(Article.objects.get()).blocks[1]
    assert stored == block or isinstance(stored, Insight)
    assert missing in [finding.what for finding in _findings(Article.objects.get())]


def test_a_figure_without_words_is_saved_and_blocks_publication(admin_client: Client) -> None:
    admin_client.post(
        ADD, payload({"FigureBlock": [{"ordering": 10, "picture": cast.in_library().pk, "alt": " "}]}, _continue="1")
    )

    assert "This picture has no alternative text." in [finding.what for finding in _findings(Article.objects.get())]


@pytest.mark.parametrize(
    ("title", "typed", "address"),
    [
        ("How to hire", "", "how-to-hire"),
        ("", "", "untitled-guide"),
        ("How to hire", "untitled-guide", "how-to-hire"),
        ("How to hire", "untitled-guide-3", "how-to-hire"),
        ("How to hire", "Hiring, quickly!", "hiring-quickly"),
        ("How to hire", "untitled-guide-to-hiring", "untitled-guide-to-hiring"),
    ],
)
def test_a_draft_gets_the_address_that_its_editor_left_out(
    admin_client: Client, title: str, typed: str, address: str
) -> None:
    admin_client.post(ADD, payload(title=title, slug=typed, _continue="1"))
    assert Article.objects.get().slug == address


def test_an_address_that_another_guide_has_gets_a_number_and_its_editor_is_told(admin_client: Client) -> None:
    cast.draft("taken")

    response = admin_client.post(ADD, payload(slug="taken", _continue="1"), follow=True)

    assert Article.objects.exclude(slug="taken").get().slug == "taken-2"
    assert "Another guide has the address “taken”, so this draft has “taken-2”." in said(response)


def test_several_untitled_guides_live_side_by_side(admin_client: Client) -> None:
    for _ in range(3):
        admin_client.post(ADD, payload(**NOTHING, _continue="1"))
    assert set(Article.objects.values_list("slug", flat=True)) == {
        "untitled-guide",
        "untitled-guide-2",
        "untitled-guide-3",
    }


def test_a_live_guide_whose_draft_lost_its_parts_stays_as_it_was(admin_client: Client, client: Client) -> None:
    revision = cast.full_guide()
    admin_client.post(change(revision.article), payload(**NOTHING, _continue="1"))

    assert "Title of a-guide" in client.get("/guides/a-guide/").content.decode()
    draft = document_of(Article.objects.get())
    assert replace(draft, blocks=()) == Document(slug="untitled-guide")
    saving.discard(Article.objects.get(), by=None)
    assert document_of(Article.objects.get()) == revision.document()


def test_a_block_of_text_left_empty_holds_nothing_back(admin_client: Client) -> None:
    rows = {"TextBlock": [{"ordering": 5, "html": ""}, {"ordering": 6, "html": "<p>Words can be few.</p>"}]}
    admin_client.post(ADD, payload(rows, _continue="1"))
    assert document_of(Article.objects.get()).shown() == (Text(html="<p>Words can be few.</p>"),)
    assert not [f for f in _findings_or_none(Article.objects.get()) if f.check == "block-unfinished"]


def _findings_or_none(guide: Article) -> list[Any]:
    try:
        publication.publish(guide, by=None)
    except overrides.Blocked as refusal:
        return refusal.findings
    return []


def test_a_draft_is_deleted_from_a_page_that_says_in_words_what_goes(admin_client: Client, untitled: Article) -> None:
    page = reverse("admin:articles_article_delete", args=[untitled.pk])
    asked = admin_client.get(page).content.decode()
    assert "“Untitled guide” goes, and with it every saved draft" in asked
    assert "deleted-objects" not in asked

    assert admin_client.post(page, {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()
