"""Word while writing: a document as a new draft, as blocks of a form, and a guide as a document."""

from io import BytesIO
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, ImportedPost, Picture
from tests import cast
from tests.articles import staff
from tests.articles.importing.sources.docx import docx as word
from tests.articles.importing.sources.docx import p, picture, relation

pytestmark = pytest.mark.django_db

DOCUMENT = word(
    p("Leaving well", "Title")
    + p("Hand over early.")
    + '<w:p><w:r><w:t>Say </w:t></w:r><w:ins w:author="Ola"><w:r><w:t>thank you</w:t></w:r></w:ins><w:del w:author="Ola"><w:r><w:delText>bye</w:delText></w:r></w:del></w:p>'
    + picture("r1", 'descr="A door"'),
    rels=relation("r1", "media/door.png"),
    comments='<w:comment w:id="0" w:author="Kim"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>',
)
NEW = "admin:articles_article_from_word"


def upload(content: bytes = DOCUMENT, name: str = "Leaving.docx") -> dict[str, Any]:
    return {"document": SimpleUploadedFile(name, content)}


@pytest.fixture
def author(client: Client) -> Client:
    client.force_login(staff.author())
    return client


def test_a_document_becomes_a_draft_of_whoever_uploads_it(author: Client) -> None:
    answer = author.post(reverse(NEW), upload(), follow=True)
    draft = Article.objects.get()
    assert answer.redirect_chain == [(reverse("admin:articles_article_change", args=[draft.pk]), 302)]
    assert (draft.title, draft.owner and draft.owner.username) == ("Leaving well", "ann")
    [said] = [str(message) for message in answer.context["messages"]]
    for named in (
        "A comment by Kim is left out. <q>Why?</q>",
        "words that Ola deleted are left out. <q>bye</q>",
        "words that Ola inserted are taken as accepted. <q>thank you</q>",
    ):
        assert named in said


def test_another_document_of_the_same_name_becomes_another_draft(author: Client) -> None:
    for title in ("One", "Two"):
        author.post(reverse(NEW), upload(word(p(title, "Title") + p("Words."))))
    assert sorted(Article.objects.values_list("title", flat=True)) == ["One", "Two"]


def test_who_may_see_reports_is_led_to_that_of_the_draft(admin_client: Client) -> None:
    answer = admin_client.post(reverse(NEW), upload(), follow=True)
    post = ImportedPost.objects.get()
    [said] = [str(message) for message in answer.context["messages"]]
    assert reverse("admin:articles_importrun_post", args=[post.run_id, post.pk]) in said


def test_who_may_not_see_reports_gets_no_link_to_one(author: Client) -> None:
    answer = author.post(reverse(NEW), upload(), follow=True)
    post = ImportedPost.objects.get()
    report = reverse("admin:articles_importrun_post", args=[post.run_id, post.pk])

    assert author.get(report).status_code == 403
    assert "importrun" not in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (
            b"\xd0\xcf\x11\xe0 old",
            "old.docx",
            "old.docx is locked with a password, or an old .doc: save it as .docx without one.",
        ),
        (b"words", "broken.docx", "broken.docx is no Word document that can be opened."),
        (b"words", "a.pdf", "This is no .docx. Save it as “Word document (.docx)” and choose that."),
        (b"", "a.docx", "This file is empty. Choose another."),
    ],
)
def test_what_cannot_be_read_makes_no_draft_and_is_said(author: Client, content: bytes, name: str, told: str) -> None:
    answer = author.post(reverse(NEW), upload(content, name))
    assert (answer.status_code, answer.context["form"].errors["document"]) == (422, [told])
    refused = author.post(reverse("admin:articles_article_blocks_word"), upload(content, name))
    assert (refused.status_code, refused.json()) == (400, {"error": told})
    assert not Article.objects.exists()


def test_a_document_becomes_blocks_for_the_form_that_asks(author: Client) -> None:
    answer = author.post(reverse("admin:articles_article_blocks_word"), upload()).json()
    shown = Picture.objects.get()
    assert [
        (block["prefix"], block["values"].get("html"), block["values"].get("picture")) for block in answer["blocks"]
    ] == [
        ("articles_textblock_set", "<p>Hand over early.</p><p>Say thank you</p>", None),
        ("articles_figureblock_set", None, str(shown.pk)),
    ]
    assert [(line["what"], line["words"]) for line in answer["said"] if line["deed"] == "left out"] == [
        ("Its title is not inserted: the guide has its own.", "Leaving well"),
        ("Tracked changes: words that Ola deleted are left out.", "bye"),
        ("A comment by Kim is left out.", "Why?"),
    ]
    assert not Article.objects.exists()


@pytest.mark.parametrize("name", [NEW, "admin:articles_article_blocks_word"])
def test_who_may_not_write_may_not_upload(client: Client, name: str) -> None:
    client.force_login(staff.reader())
    assert client.post(reverse(name), upload()).status_code == 403


def test_the_list_of_guides_leads_there_for_those_who_write(author: Client) -> None:
    page = reverse("admin:articles_article_changelist")
    assert reverse(NEW) in author.get(page).text
    author.force_login(staff.reader())
    assert reverse(NEW) not in author.get(page).text


def test_a_guide_is_copied_as_word(client: Client) -> None:
    client.force_login(staff.reader())
    guide = cast.live_guide(title="Well paid")
    Article.objects.filter(pk=guide.pk).update(title="Better paid")
    for name, title, state in (
        ("word", "Better paid", "Draft, version"),
        ("word_live", "Well paid", "As published on"),
    ):
        answer = client.get(reverse(f"admin:articles_article_{name}", args=[guide.pk]))
        assert answer["Content-Disposition"] == f'attachment; filename="{guide.slug}.docx"'
        file = docx.Document(BytesIO(answer.content))
        page, said = file.sections[0].footer.paragraphs[0].text.split("\n")
        assert (file.paragraphs[0].text, page.endswith(f"/guides/{guide.slug}/"), said[: len(state)]) == (
            title,
            True,
            state,
        )


def test_what_is_not_live_has_no_copy_of_its_page(client: Client) -> None:
    client.force_login(staff.reader())
    guide = Article.objects.create(title="Draft")
    assert client.get(reverse("admin:articles_article_word_live", args=[guide.pk])).status_code == 404
