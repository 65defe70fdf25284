"""Editors at work in the admin, through its own forms."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.document import Figure, KeyTakeaways, QuestionAnswer, Text
from articles.drafts.rows import document_of, rows_of
from articles.models import BLOCK_MODELS, Article, JobRole, Revision, SalaryFigure
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


def change(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def payload(blocks: dict[str, list[dict[str, Any]]] | None = None, **fields: Any) -> dict[str, Any]:
    """What the article form posts: its fields, and rows of blocks by the name of their model."""
    data: dict[str, Any] = {
        "title": "A new guide",
        "slug": "a-new-guide",
        "standfirst": "What it says.",
        "description": "What search engines show.",
        "topic": cast.topic("roles").pk,
        "author": cast.author(cast.PAT).pk,
        "hero_picture": "",
        "hero_alt": "",
        "hero_caption": "",
        "hero_credit": "",
    }
    for model in BLOCK_MODELS:
        prefix = f"articles_{model._meta.model_name}_set"
        rows = (blocks or {}).get(model.__name__, [])
        data |= {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": sum("id" in row for row in rows)}
        for index, row in enumerate(rows):
            data |= {f"{prefix}-{index}-{name}": value for name, value in ({"region": "main"} | row).items()}
    return data | fields


def said(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_an_editor_writes_a_guide_and_saves_it_as_a_draft(admin_client: Client) -> None:
    rows = {
        "TextBlock": [{"ordering": 10, "html": "<h2>One</h2><p>Words</p>"}],
        "KeyTakeawaysBlock": [{"ordering": 5, "items": "First\r\nSecond"}],
        "QuestionAnswerBlock": [{"ordering": 20, "question": "Why?", "answer": "<p>Because.</p>"}],
        "FigureBlock": [{"ordering": 30, "picture": cast.in_library(size=(40, 20)).pk, "alt": "A white box."}],
    }

    response = admin_client.post(ADD, payload(rows, _continue="1"))

    article = Article.objects.get()
    assert response.headers["Location"] == change(article)
    takeaways, text, question, figure = document_of(article).blocks
    assert takeaways == KeyTakeaways(items=("First", "Second"))
    assert text == Text(html="<h2>One</h2><p>Words</p>")
    assert question == QuestionAnswer(question="Why?", answer="<p>Because.</p>")
    assert isinstance(figure, Figure)
    assert figure.image
    assert (figure.alt, figure.image.width, figure.image.height) == ("A white box.", 40, 20)
    assert not Revision.objects.exists()


def test_save_and_publish_saves_and_leads_to_the_checks(admin_client: Client) -> None:
    rows = {"TextBlock": [{"ordering": 10, "html": "<p>Words</p>"}]}

    response = admin_client.post(ADD, payload(rows, _publish="1"), follow=True)

    article = Article.objects.get()
    assert response.redirect_chain == [(f"/admin/articles/article/{article.pk}/checks/", 302)]
    assert "The draft is saved." in said(response)
    assert not Revision.objects.exists()


def test_saving_a_change_keeps_the_live_page_and_says_that_they_differ(admin_client: Client, client: Client) -> None:
    article = cast.full_guide().article
    rows = {"TextBlock": [{"ordering": 10, "html": "<p>Changed words</p>"}]}

    response = admin_client.post(change(article), payload(rows, slug="a-guide", _continue="1"), follow=True)

    assert "its draft differs from what visitors read" in response.content.decode()
    assert "Changed words" not in client.get("/guides/a-guide/").content.decode()


def test_save_and_preview_saves_and_leads_to_the_preview(admin_client: Client, client: Client) -> None:
    article = cast.full_draft()

    response = admin_client.post(change(article), payload(slug="a-guide", title="Previewed", _preview="1"))

    assert response.headers["Location"] == f"/admin/articles/article/{article.pk}/preview/"
    assert Article.objects.get().title == "Previewed"
    assert client.get(f"/admin/articles/article/{article.pk}/preview/").status_code == 302


def test_a_block_is_moved_and_another_deleted(admin_client: Client) -> None:
    article = cast.full_draft(body=[Text(html="<p>1</p>"), Text(html="<p>2</p>"), Text(html="<p>3</p>")])
    first, second, third = rows_of(article)
    rows = {
        "TextBlock": [
            {"id": first.pk, "parent": article.pk, "ordering": 30, "html": "<p>1</p>"},
            {"id": second.pk, "parent": article.pk, "ordering": 20, "html": "<p>2</p>", "DELETE": "on"},
            {"id": third.pk, "parent": article.pk, "ordering": 10, "html": "<p>3</p>"},
        ]
    }

    admin_client.post(change(article), payload(rows, slug="a-guide", _continue="1"))

    assert document_of(article).blocks == (Text(html="<p>3</p>"), Text(html="<p>1</p>"))


def test_a_date_that_is_none_is_refused_and_nothing_is_stored(admin_client: Client) -> None:
    row = {"ordering": 10, "html": "<p>x</p>", "speaker": "", "said_on": "soon"}

    response = admin_client.post(ADD, payload({"InsightBlock": [row]}, _continue="1"))

    assert response.status_code == 200
    assert "Enter a valid date." in response.content.decode()
    assert not Article.objects.exists()


@pytest.mark.parametrize("number", ["999", "a desk", "1.5"])
def test_a_number_that_no_picture_has_gets_a_sentence(admin_client: Client, number: str) -> None:
    response = admin_client.post(ADD, payload(hero_picture=number, _continue="1"))

    assert response.context["adminform"].form.errors == {
        "hero_picture": ["The library has no picture with this number. It may have been deleted; choose another."]
    }
    assert not Article.objects.exists()


def test_script_in_rich_text_does_not_get_past_the_form(admin_client: Client) -> None:
    hostile = '<p onclick="x()">Words<script>alert(1)</script><a href="javascript:x()">link</a></p>'

    admin_client.post(ADD, payload({"TextBlock": [{"ordering": 10, "html": hostile}]}, _continue="1"))

    assert document_of(Article.objects.get()).blocks == (Text(html="<p>Words<a>link</a></p>"),)


def test_the_list_tells_drafts_from_live_and_changed_guides(admin_client: Client) -> None:
    cast.full_draft("only-a-draft")
    cast.full_guide("live")
    Article.objects.filter(pk=cast.full_guide("changed").article_id).update(has_unpublished_changes=True)

    def titles(query: str) -> set[str]:
        return {guide.slug for guide in admin_client.get(f"/admin/articles/article/{query}").context["cl"].result_list}

    assert titles("?state=draft") == {"only-a-draft"}
    assert titles("?state=live") == {"live"}
    assert titles("?state=changed") == {"changed"}
    assert titles("?state=nonsense") == {"only-a-draft", "live", "changed"}
    assert titles("?q=only-a") == {"only-a-draft"}


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_costs_the_same_however_many_guides(
    admin_client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        cast.full_guide(f"guide-{index}", body=cast.one_of_each()[:1])
    admin_client.get("/admin/articles/article/")  # what all pages share is remembered

    with django_assert_max_num_queries(10):
        admin_client.get("/admin/articles/article/")


def test_the_list_shows_each_state_as_a_badge_and_who_looks_after_a_guide(admin_client: Client) -> None:
    owner = staff.author("olive")
    Article.objects.filter(pk=cast.full_guide().article_id).update(owner=owner, sent_for_review_at="2026-05-01T09:00Z")

    page = admin_client.get("/admin/articles/article/").content.decode()

    assert '<span class="guide-badge guide-badge--live">Live</span>' in page
    assert '<span class="guide-badge guide-badge--in_review">In review</span>' in page
    assert '<td class="field-owned_by">olive</td>' in page


def test_the_list_is_narrowed_down_to_an_owner(admin_client: Client) -> None:
    owner = staff.author("olive")
    cast.full_draft("hers", owner=owner)
    cast.full_draft("nobodys")

    response = admin_client.get(f"/admin/articles/article/?owner__id__exact={owner.pk}")

    assert [guide.slug for guide in response.context["cl"].result_list] == ["hers"]


@pytest.mark.parametrize("times", [1, 8])
def test_the_form_costs_the_same_however_many_blocks(
    admin_client: Client, times: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    article = cast.full_guide(body=cast.one_of_each(times)).article
    cast.job_role(replace(cast.TESTER, role="another", role_name="another"))
    cast.author(replace(cast.PAT, slug="another"))

    with django_assert_max_num_queries(43):
        response = admin_client.get(change(article))

    assert response.status_code == 200


def test_the_form_says_every_state_that_holds_and_what_the_checks_find(admin_client: Client) -> None:
    article = cast.full_guide().article
    Article.objects.filter(pk=article.pk).update(
        title="Brief",
        standfirst="",
        has_unpublished_changes=True,
        review_by="2026-01-31",
        withdraw_at="2099-07-01T09:00Z",
        sent_for_review_at="2026-05-01T09:00Z",
    )

    page = admin_client.get(change(article)).content.decode()

    for words in (
        "its draft differs from what visitors read",
        "It was sent for review on 1 May 2026, 10:00.",
        "Its review was due by 31 January 2026.",
        "It will be withdrawn on 1 July 2099, 10:00.",
        "1 to fix before it can be published, 1 to look at",
        '<a href="#id_standfirst">Standfirst</a>: The guide has no standfirst',
        '<a href="#id_title">Title</a>: The title has 5 characters.',
    ):
        assert words in page


def test_a_guide_in_good_order_is_said_to_be(admin_client: Client) -> None:
    guide = cast.full_draft(title="What a tester finds")
    assert "The checks find nothing to fix" in admin_client.get(change(guide)).content.decode()


def test_those_who_may_not_change_a_guide_read_it_without_buttons(client: Client) -> None:
    article = cast.full_draft()
    client.force_login(staff.author())

    page = client.get(change(article)).content.decode()

    assert "Read</a>" in page
    assert 'name="_continue"' not in page
    assert 'name="_publish"' not in page


@pytest.mark.parametrize(
    ("who", "label"), [(staff.author, "Save and send for review…"), (staff.editor, "Save and publish…")]
)
def test_the_button_says_what_its_user_may_do(client: Client, who: Any, label: str) -> None:
    user = who()
    article = cast.full_draft(owner=user)
    client.force_login(user)

    assert f'value="{label}"' in client.get(change(article)).content.decode()


@pytest.mark.parametrize(("who", "may"), [(staff.author, False), (staff.editor, True)])
def test_the_owner_is_for_those_to_choose_who_may_change_every_guide(client: Client, who: Any, may: bool) -> None:
    user = who()
    article = cast.full_draft(owner=user)
    client.force_login(user)

    client.post(change(article), payload(slug="a-guide", owner="", _continue="1"))

    assert (Article.objects.get().owner is None) == may


def test_whoever_adds_a_guide_looks_after_it(client: Client) -> None:
    user = staff.author()
    client.force_login(user)

    client.post(ADD, payload(_continue="1"))

    assert Article.objects.get().owner == user


def test_somebody_without_the_right_sees_no_preview_and_cannot_publish(client: Client, django_user_model: Any) -> None:
    article = cast.full_draft()
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))

    assert client.get(f"/admin/articles/article/{article.pk}/preview/").status_code == 403
    assert client.post(change(article), payload(_publish="1")).status_code == 403
    assert not Revision.objects.exists()


@pytest.mark.parametrize("pk", ["0", "99", "9" * 30])
def test_a_preview_of_nothing_is_a_404(admin_client: Client, pk: str) -> None:
    assert admin_client.get(f"/admin/articles/article/{pk}/preview/").status_code == 404


def figures(*rows: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """What the job role form posts, with these figures."""
    data: dict[str, Any] = {
        "name": "tester",
        "slug": "tester",
        "figures-TOTAL_FORMS": len(rows),
        "figures-INITIAL_FORMS": 0,
    }
    row = {"region": "UK", "currency": "GBP", "basis": "judgement", "as_of": "2026-04-01", "source": ""}
    for index, given in enumerate(rows):
        data |= {f"figures-{index}-{name}": value for name, value in (row | given).items()}
    return data | fields


def test_salary_figures_are_entered_in_a_table(admin_client: Client) -> None:
    admin_client.post(
        "/admin/articles/jobrole/add/",
        figures({"level": "Junior", "low": 30000, "high": 40000}, {"level": "Senior", "low": 40000, "high": 60000}),
    )

    assert [str(figure) for figure in SalaryFigure.objects.all()] == [
        "Junior, UK: £30,000 to £40,000",
        "Senior, UK: £40,000 to £60,000",
    ]


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        ({"level": "Senior", "low": 39000, "high": 60000}, "Row 2 (Senior, UK): overlaps with row 1"),
        ({"level": "Senior", "low": 60000, "high": 50000}, "Row 2 (Senior, UK): the low salary (60,000) is above"),
        ({"level": "Senior", "low": 40000, "high": 50000, "currency": ""}, "This field is required."),
        ({"level": "Senior", "low": 40000, "high": 50000, "as_of": ""}, "This field is required."),
    ],
)
def test_figures_that_break_a_rule_are_refused_together(
    admin_client: Client, second: dict[str, Any], sentence: str
) -> None:
    response = admin_client.post(
        "/admin/articles/jobrole/add/", figures({"level": "Junior", "low": 30000, "high": 40000}, second)
    )

    assert sentence in response.content.decode()
    assert not SalaryFigure.objects.exists()
    assert not JobRole.objects.exists()


def test_every_list_and_form_opens(admin_client: Client) -> None:
    cast.full_guide()
    for model in ("articles/article", "articles/author", "articles/topic", "articles/jobrole", "agency/identity"):
        assert admin_client.get(f"/admin/{model}/").status_code == 200
    for model in ("articles/article", "articles/author", "articles/topic", "articles/jobrole"):
        assert admin_client.get(f"/admin/{model}/add/").status_code == 200


def test_dates_on_the_page_are_in_words(client: Client) -> None:
    revision = cast.full_guide()

    assert f"{revision.published_at:%-d %B %Y}" in client.get("/guides/a-guide/").content.decode()
    assert date(2026, 9, 1).strftime("%-d %B %Y") in client.get("/guides/a-guide/").content.decode()
