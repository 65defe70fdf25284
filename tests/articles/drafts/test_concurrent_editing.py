"""Two people editing one draft, and work that never reached the server."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.document import Figure, Image, Text
from articles.drafts.rows import document_of
from articles.models import Article, DraftVersion, GuideEvent
from tests import cast
from tests.articles.filled_forms import filled_form
from tests.cast import in_library, store_picture

pytestmark = pytest.mark.django_db
FORM = "article_form"
TEXT = "articles_textblock_set"
QUOTE = "articles_quoteblock_set"


@pytest.fixture
def ann() -> Client:
    return signed_in("ann", "Ann Lee")


@pytest.fixture
def ben() -> Client:
    return signed_in("ben", "Ben Okafor")


def signed_in(username: str, name: str) -> Client:
    first, last = name.split()
    client = Client()
    client.force_login(User.objects.create_superuser(username, first_name=first, last_name=last))
    return client


def body() -> list[Any]:
    return [Text(html="<p>First words.</p>"), Text(html="<p>Middle words.</p>"), Text(html="<p>Last words.</p>")]


def change(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def opened(client: Client, article: Article) -> dict[str, Any]:
    return filled_form(client.get(change(article)), FORM)


def texts(article: Article) -> list[str]:
    article = Article.objects.get(pk=article.pk)
    return [block.html for block in document_of(article).blocks if isinstance(block, Text)]


def save(client: Client, article: Article, form: dict[str, Any], **changes: Any) -> Any:
    return client.post(change(article), form | {"_continue": "1"} | changes, follow=True)


def row(form: dict[str, Any], words: str) -> str:
    """The name of the field that holds these words."""
    return next(name for name, value in form.items() if words in str(value))


def test_a_form_saved_as_it_was_opened_changes_nothing_of_the_draft(ann: Client) -> None:
    article = cast.full_draft(body=cast.one_of_each())
    before = document_of(article)
    response = save(ann, article, opened(ann, article))
    assert response.status_code == 200
    article.refresh_from_db()
    assert document_of(article) == before
    assert article.version == 2


def test_the_second_save_is_told_who_changed_what_and_is_kept(ann: Client, ben: Client) -> None:
    article = cast.full_draft(body=body())
    of_ann, of_ben = opened(ann, article), opened(ben, article)
    save(ann, article, of_ann, **{row(of_ann, "First"): "<p>First words by Ann.</p>"})
    response = save(ben, article, of_ben, **{row(of_ben, "Last"): "<p>Last words by Ben.</p>"})

    assert texts(article) == ["<p>First words by Ann.</p>", "<p>Middle words.</p>", "<p>Last words.</p>"]
    conflicting = DraftVersion.objects.get(is_conflict=True)
    assert response.redirect_chain == [(f"/admin/articles/article/{article.pk}/conflict/{conflicting.pk}/", 302)]
    page = response.content.decode()
    assert "Ann Lee</strong> saved this guide on" in page
    assert "by Ann" in page
    assert "by Ben" in page
    assert [text.html for text in conflicting.document().blocks if isinstance(text, Text)] == [
        "<p>First words.</p>", "<p>Middle words.</p>", "<p>Last words by Ben.</p>"
    ]  # fmt: skip
    assert [str(message) for message in response.context["messages"]] == []
    event = GuideEvent.objects.get(kind="set_aside")
    assert (event.by, event.version) == (User.objects.get(username="ben"), conflicting)


def test_changes_of_different_parts_can_be_put_together(ann: Client, ben: Client) -> None:
    article = cast.full_draft(body=body())
    of_ann, of_ben = opened(ann, article), opened(ben, article)
    save(ann, article, of_ann, **{row(of_ann, "First"): "<p>First words by Ann.</p>"})
    address = save(ben, article, of_ben, **{row(of_ben, "Last"): "<p>Last words by Ben.</p>"}).redirect_chain[0][0]
    ben.post(address, {"take": "both"})
    assert texts(article) == ["<p>First words by Ann.</p>", "<p>Middle words.</p>", "<p>Last words by Ben.</p>"]


def test_changes_of_the_same_part_are_for_the_editor_to_decide(ann: Client, ben: Client) -> None:
    article = cast.full_draft(body=body())
    of_ann, of_ben = opened(ann, article), opened(ben, article)
    save(ann, article, of_ann, title="A title by Ann")
    response = save(ben, article, of_ben, title="A title by Ben")
    address = response.redirect_chain[0][0]
    assert "Put both together" not in response.content.decode()
    ben.post(address, {"take": "both"})
    assert Article.objects.get().title == "A title by Ann"
    ben.post(address, {"take": "mine"})
    assert Article.objects.get().title == "A title by Ben"
    kept = [version.document().title for version in article.versions.filter(is_conflict=False)]
    assert kept == ["A title by Ben", "A title by Ann", "Title of a-guide"]


def test_what_was_saved_meanwhile_can_be_left(ann: Client, ben: Client) -> None:
    article = cast.full_draft(body=body())
    of_ben = opened(ben, article)
    save(ann, article, opened(ann, article), title="A title by Ann")
    address = save(ben, article, of_ben, title="A title by Ben").redirect_chain[0][0]
    ben.post(address, {"take": "theirs"})
    assert Article.objects.get().title == "A title by Ann"
    assert DraftVersion.objects.get(is_conflict=True).document().title == "A title by Ben"


def test_a_block_that_was_deleted_meanwhile_is_still_in_what_is_kept(ann: Client, ben: Client) -> None:
    article = cast.full_draft(body=body())
    of_ann, of_ben = opened(ann, article), opened(ben, article)
    middle = row(of_ann, "Middle").replace("html", "DELETE")
    save(ann, article, of_ann, **{middle: "on"})
    save(ben, article, of_ben, **{row(of_ben, "Middle"): "<p>Middle words by Ben.</p>"})
    assert texts(article) == ["<p>First words.</p>", "<p>Last words.</p>"]
    conflicting = DraftVersion.objects.get(is_conflict=True).document()
    assert [block.html for block in conflicting.blocks if isinstance(block, Text)] == [
        "<p>First words.</p>", "<p>Middle words by Ben.</p>", "<p>Last words.</p>"
    ]  # fmt: skip


def test_pictures_old_and_new_are_kept_with_what_is_set_aside(ann: Client, ben: Client) -> None:
    old = Image(name=store_picture(), width=12, height=8)
    article = cast.full_draft(body=[*body(), Figure(image=old, alt="A teal box."), Figure(image=old, alt="Another.")])
    of_ben = opened(ben, article)
    save(ann, article, opened(ann, article), title="A title by Ann")
    other = in_library("pictures/new.png", (30, 20))
    save(ben, article, of_ben, **{row(of_ben, "Another.").replace("alt", "picture"): other.pk})
    conflicting = DraftVersion.objects.get(is_conflict=True).document()
    kept, new = [block.image for block in conflicting.blocks if isinstance(block, Figure)]
    assert kept == old
    assert new
    assert (new.width, new.height) == (30, 20)


def test_a_faulty_form_is_shown_again_and_remembers_what_it_was_opened_at(ann: Client, ben: Client) -> None:
    article = cast.full_draft(body=body())
    of_ben = opened(ben, article)
    save(ann, article, opened(ann, article), title="A title by Ann")
    response = ben.post(change(article), of_ben | {"title": "x" * 121, "_continue": "1"})
    assert response.status_code == 200
    assert filled_form(response, FORM)["draft_version"] == of_ben["draft_version"]
    assert Article.objects.get().title == "A title by Ann"
    assert not DraftVersion.objects.filter(is_conflict=True).exists()


def test_only_a_version_set_aside_can_be_decided_on(ann: Client) -> None:
    article, other = cast.full_draft(body=body()), cast.full_draft("another-guide", body=body())
    address = f"/admin/articles/article/{article.pk}/conflict"
    assert ann.get(f"{address}/{article.versions.get().pk}/").status_code == 404
    assert ann.get(f"{address}/{other.versions.get().pk}/").status_code == 404
    assert ann.get(f"{address}/999999/").status_code == 404


def test_unsaved_work_is_put_back_into_the_form_and_not_saved(ann: Client) -> None:
    article = cast.full_draft(body=body())
    form = opened(ann, article) | {"title": "Never saved", "_restore": "1"}
    form[row(form, "Middle")] = "<p>Never saved either.</p>"
    response = ann.post(change(article), form)
    assert response.status_code == 200
    shown = filled_form(response, FORM)
    assert shown["title"] == "Never saved"
    assert "<p>Never saved either.</p>" in shown.values()
    assert shown["draft_token"] == form["draft_token"]
    assert "Nothing is saved yet" in response.content.decode()
    assert Article.objects.get().title == "Title of a-guide"
    save(ann, article, shown)
    assert texts(article)[1] == "<p>Never saved either.</p>"


def test_unsaved_work_on_a_new_guide_is_put_back_with_its_blocks(ann: Client) -> None:
    form = filled_form(ann.get("/admin/articles/article/add/"), FORM)
    form |= {"title": "Brand new", f"{TEXT}-TOTAL_FORMS": "1", f"{TEXT}-0-html": "<p>Typed.</p>"}
    form |= {f"{TEXT}-0-ordering": "10", f"{TEXT}-0-region": "main", "_restore": "1"}
    response = ann.post("/admin/articles/article/add/", form)
    shown = filled_form(response, FORM)
    assert (shown["title"], shown[f"{TEXT}-0-html"]) == ("Brand new", "<p>Typed.</p>")
    assert not Article.objects.exists()


def test_the_form_names_the_tokens_that_are_stored(ann: Client, ben: Client) -> None:
    article = cast.full_draft(body=body())
    form = opened(ann, article)
    save(ann, article, form)
    mark = f'data-stored="{form["draft_token"]}"'
    assert mark in ann.get(change(article)).content.decode()
    assert mark not in ben.get(change(article)).content.decode()
    assert opened(ann, article)["draft_token"] != form["draft_token"]
