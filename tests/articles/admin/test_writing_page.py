"""The writing page and what it asks the server for while somebody writes."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.document import Block, QuestionAnswer, Text
from articles.drafts.rows import document_of
from articles.models import Article, DraftVersion
from articles.models.blocks import QuestionAnswerBlock, TextBlock
from tests import cast
from tests.articles import staff
from tests.articles.filled_forms import filled_form
from tests.cast import picture

pytestmark = pytest.mark.django_db
FORM = "article_form"
TEXT = "articles_textblock_set"
NEW = "/admin/articles/article/add/"


def page(name: str, guide: Article, *args: int) -> str:
    return reverse(f"admin:articles_article_{name}", args=[guide.pk, *args])


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ann() -> Client:
    return signed_in(User.objects.create_superuser("ann", first_name="Ann", last_name="Lee"))


@pytest.fixture
def guide() -> Article:
    return cast.full_draft(body=[Text(html="<p>First words.</p>"), Text(html="<p>Last words.</p>")])


def opened(client: Client, guide: Article) -> dict[str, Any]:
    return filled_form(client.get(page("change", guide)), FORM)


def added(form: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """The form with one more text block at its end."""
    index = int(form[f"{TEXT}-TOTAL_FORMS"])
    block = {"region": "main", "ordering": "900", "id": "", "html": "<p>New words.</p>"} | fields
    more = {f"{TEXT}-{index}-{name}": value for name, value in block.items()}
    return form | more | {f"{TEXT}-TOTAL_FORMS": index + 1}


def sixty_blocks() -> list[Block]:
    return (cast.one_of_each() * 7)[:60]


def kept(guide: Article) -> DraftVersion:
    return guide.versions.autosaved().get()


# What the page shows.


def test_the_page_for_sixty_blocks_costs_at_most_forty_three_queries(ann: Client) -> None:
    guide = cast.full_draft(body=sixty_blocks())
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = ann.get(page("change", guide))
    assert response.status_code == 200
    assert len(queries) <= 43  # one for each kind of block, and those of the page


def test_the_bar_says_when_it_was_saved_how_long_it_is_and_what_the_checks_find(ann: Client, guide: Article) -> None:
    shown = ann.get(page("change", guide)).content.decode()
    assert re.search(r'id="save-state">Saved <time datetime="[^"]+">[^<]+</time></p>', shown)
    assert re.search(r'<span id="length">\d+ words, 1 minute to read</span>', shown)
    assert re.search(r'<a class="desk-bar__findings" href="#findings" id="counts">\s*\w.+\s*</a>', shown)
    assert f'data-autosave="{page("autosave", guide)}" data-preview="{page("preview_unsaved", guide)}"' in shown

    new = ann.get(NEW).content.decode()
    assert 'id="save-state">Not saved yet</p>' in new
    assert '<span id="length">No words yet</span>' in new
    assert f'data-autosave="{NEW}autosave/" data-preview="{NEW}preview/unsaved/"' in new


def test_a_reader_is_offered_no_saving(guide: Article) -> None:
    shown = signed_in(staff.reader()).get(page("change", guide)).content.decode()
    assert "data-autosave" not in shown
    assert "live-preview" not in re.sub(r"<(script|link)[^>]*>", "", shown)


def test_a_reader_finds_the_page_in_place_of_the_form(guide: Article) -> None:
    html = signed_in(staff.reader()).get(page("change", guide)).text
    frames = re.findall(r'<iframe class="desk__page" src="([^"]+)"', html)

    assert frames == [page("preview_page", guide)]
    assert "content_editor/index" not in html


# Autosaving.


def test_what_stands_in_the_form_is_kept_and_the_draft_is_not_touched(ann: Client, guide: Article) -> None:
    before, form = document_of(guide), opened(ann, guide)
    answer = ann.post(
        page("autosave", guide), added(form, html="<p>New <script>x</script>words.</p>") | {"title": "Typed"}
    )

    assert answer.status_code == 200
    guide.refresh_from_db()
    assert document_of(guide) == before
    assert kept(guide).document().title == "Typed"
    assert kept(guide).document().blocks == (*before.blocks, Text(html="<p>New words.</p>"))
    assert kept(guide).row_ids == [*TextBlock.objects.order_by("ordering").values_list("pk", flat=True), None]
    assert (kept(guide).saved_by, kept(guide).token) == (User.objects.get(), form["draft_token"])


def test_the_answer_holds_what_the_bar_says(ann: Client, guide: Article) -> None:
    answer = ann.post(page("autosave", guide), added(opened(ann, guide)) | {"standfirst": ""}).json()
    assert re.fullmatch(r"Autosaved \d\d:\d\d", answer["state"])
    assert answer["note"] == ""
    assert answer["length"] == "6 words, 1 minute to read"
    assert answer["counts"] == "1 to fix"
    assert 'id="findings"' in answer["findings"]
    assert "The guide has no standfirst" in answer["findings"]


def test_findings_lead_to_the_blocks_where_the_form_has_them(ann: Client, guide: Article) -> None:
    form = added(opened(ann, guide), html="<p>Lorem ipsum dolor sit amet.</p>", ordering="1")
    assert f'href="#{TEXT}-2"' in ann.post(page("autosave", guide), form).json()["findings"]


def test_blocks_that_are_to_be_deleted_or_moved_are(ann: Client, guide: Article) -> None:
    form = opened(ann, guide) | {f"{TEXT}-0-ordering": "500"}
    ann.post(page("autosave", guide), form)
    assert kept(guide).document().blocks == (Text(html="<p>Last words.</p>"), Text(html="<p>First words.</p>"))
    ann.post(page("autosave", guide), form | {f"{TEXT}-0-DELETE": "on"})
    assert guide.versions.autosaved().first().document().blocks == (Text(html="<p>Last words.</p>"),)


def test_a_row_of_another_guide_is_not_taken_for_its_own(ann: Client, guide: Article) -> None:
    other = cast.full_draft("another", body=[Text(html="<p>Theirs.</p>")])
    row = TextBlock.objects.get(parent=other)
    ann.post(page("autosave", guide), opened(ann, guide) | {f"{TEXT}-0-id": row.pk})
    assert kept(guide).row_ids == [None, TextBlock.objects.get(parent=guide, html="<p>Last words.</p>").pk]
    assert TextBlock.objects.get(pk=row.pk).html == "<p>Theirs.</p>"


def test_what_cannot_be_saved_is_said_and_not_kept(ann: Client) -> None:
    guide = cast.full_draft(body=cast.one_of_each())
    form = opened(ann, guide)
    date = next(name for name in form if name.endswith("-said_on"))
    answer = ann.post(page("autosave", guide), form | {date: "soon"})
    assert answer.json() == {"refused": "Could not save: Date: Enter a valid date.", "kind": "failed"}
    assert not guide.versions.autosaved().exists()


@pytest.mark.parametrize("broken", [{f"{TEXT}-TOTAL_FORMS": "many"}, {f"{TEXT}-TOTAL_FORMS": "999999999"}])
def test_a_form_whose_blocks_did_not_all_arrive_is_not_kept(
    ann: Client, guide: Article, broken: dict[str, str]
) -> None:
    answer = ann.post(page("autosave", guide), opened(ann, guide) | broken).json()
    assert answer["refused"].startswith("Could not save: ")
    assert not guide.versions.autosaved().exists()


def test_after_somebody_saved_it_is_kept_on_top_of_what_its_editor_saw_and_said(ann: Client, guide: Article) -> None:
    ben = signed_in(User.objects.create_superuser("ben", first_name="Ben", last_name="Okafor"))
    of_ann, of_ben = opened(ann, guide), opened(ben, guide)
    ben.post(page("change", guide), of_ben | {f"{TEXT}-1-DELETE": "on", "_continue": "1"})

    answer = ann.post(page("autosave", guide), of_ann | {f"{TEXT}-1-html": "<p>By Ann.</p>"}).json()

    assert answer["note"] == ("Ben Okafor has saved this guide since you opened it. When you save, you are shown both.")
    assert kept(guide).document().blocks == (Text(html="<p>First words.</p>"), Text(html="<p>By Ann.</p>"))
    guide.refresh_from_db()
    assert document_of(guide).blocks == (Text(html="<p>First words.</p>"),)


def test_autosaving_costs_no_more_for_sixty_blocks_than_looking_at_each_once(ann: Client) -> None:
    guide = cast.full_draft(body=sixty_blocks())
    form = opened(ann, guide)
    with CaptureQueriesContext(connection) as queries:
        assert ann.post(page("autosave", guide), form).status_code == 200
    kinds_and_choices, rows_with_choices = 70, sum(name.endswith(("-speaker", "-job_role")) for name in form)
    assert len(queries) <= kinds_and_choices + 3 * rows_with_choices


def test_nobody_else_may(guide: Article) -> None:
    for user in (staff.reader(), staff.author()):
        assert signed_in(user).post(page("autosave", guide), {}).status_code == 403
        assert signed_in(user).post(page("preview_unsaved", guide), {}).status_code == 403
    assert signed_in(staff.reader("roy")).post(f"{NEW}autosave/", {}).status_code == 403
    assert Client().post(page("autosave", guide), {}).status_code == 403


def test_the_form_gets_a_fresh_proof_against_forgery(ann: Client, guide: Article) -> None:
    for address in (page("autosave", guide), f"{NEW}autosave/"):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(User.objects.get())
        proof = strict.get(address).json()["csrf"]
        assert strict.post(address, {"title": ""}).status_code == 403
        assert strict.post(address, {"title": "", "csrfmiddlewaretoken": proof}).status_code != 403


def test_a_new_guide_becomes_a_draft_once_it_has_a_title(ann: Client) -> None:
    form = added(filled_form(ann.get(NEW), FORM))
    assert ann.post(f"{NEW}autosave/", form).json() == {
        "refused": "Not saved yet: once it has a title, it is saved as you write.",
        "kind": "waiting",
    }
    assert not Article.objects.exists()

    begun = ann.post(f"{NEW}autosave/", form | {"title": "A first guide"}).json()["begun"]

    guide = Article.objects.get()
    assert begun == {
        "guide": guide.pk,
        "version": 1,
        "change": page("change", guide),
        "autosave": page("autosave", guide),
        "preview": page("preview_unsaved", guide),
    }
    assert (guide.title, guide.slug, guide.owner, guide.version) == (
        "A first guide",
        "a-first-guide",
        User.objects.get(),
        1,
    )
    assert document_of(guide).blocks == ()
    assert kept(guide).document().blocks == (Text(html="<p>New words.</p>"),)

    saved = form | {"title": "A first guide", "draft_version": begun["version"], "_continue": "1"}
    assert ann.post(begun["change"], saved).status_code == 302
    assert document_of(Article.objects.get()).blocks == (Text(html="<p>New words.</p>"),)
    assert "did not save" not in ann.get(page("change", guide)).content.decode()


# Coming back.


def test_unsaved_work_is_offered_to_its_editor_and_taken(ann: Client, guide: Article) -> None:
    ann.post(page("autosave", guide), added(opened(ann, guide)))
    back = ann.get(page("change", guide)).content.decode()
    assert "and did not save. Nobody has saved it since." in back
    assert f'from=draft&amp;to=version-{kept(guide).pk}"' in back
    other = signed_in(User.objects.create_superuser("ben"))
    assert "did not save" not in other.get(page("change", guide)).content.decode()
    assert other.post(page("autosaved_take", guide, kept(guide).pk)).status_code == 404

    response = ann.post(page("autosaved_take", guide, kept(guide).pk), follow=True)

    assert "Your work is back and saved as the draft." in response.content.decode()
    assert "did not save" not in response.content.decode()
    assert document_of(Article.objects.get()).blocks[-1] == Text(html="<p>New words.</p>")


def test_unsaved_work_on_a_draft_that_somebody_saved_leads_to_both(ann: Client, guide: Article) -> None:
    ben = signed_in(User.objects.create_superuser("ben"))
    ann.post(page("autosave", guide), added(opened(ann, guide)))
    ben.post(page("change", guide), opened(ben, guide) | {"_continue": "1"})
    assert "It was saved by ben in between: you will be shown both." in ann.get(page("change", guide)).content.decode()

    response = ann.post(page("autosaved_take", guide, kept(guide).pk))

    conflicting = DraftVersion.objects.get(is_conflict=True)
    assert response.headers["Location"] == page("conflict", guide, conflicting.pk)
    assert conflicting.document().blocks[-1] == Text(html="<p>New words.</p>")


def test_unsaved_work_is_forgotten_when_its_editor_says_so(ann: Client, guide: Article) -> None:
    ann.post(page("autosave", guide), added(opened(ann, guide)))
    response = ann.post(page("autosaved_discard", guide, kept(guide).pk), follow=True)
    assert "Discarded. The draft is as it was." in response.content.decode()
    assert not guide.versions.autosaved().exists()


def test_the_history_tells_autosaved_work_from_saved_drafts(ann: Client, guide: Article) -> None:
    ann.post(page("autosave", guide), opened(ann, guide))
    history = ann.get(page("history", guide)).content.decode()
    assert "<strong>Autosaved, from draft 1</strong> by Ann Lee" in history
    assert history.count("This is the current draft.") == 1
    compared = ann.get(page("history_compare", guide), {"from": "draft", "to": f"version-{kept(guide).pk}"})
    assert "Autosaved work of" in compared.content.decode()


# The live preview.


def test_the_preview_shows_the_form_as_it_stands_and_stores_nothing(ann: Client, guide: Article) -> None:
    before = document_of(guide)
    form = added(opened(ann, guide)) | {"title": "Typed just now", f"{TEXT}-0-html": "<h2>Typed</h2><p>Words.</p>"}
    response = ann.post(page("preview_unsaved", guide), form)
    shown = response.content.decode()

    assert '<h1 dir="auto">Typed just now</h1>' in shown
    assert re.findall(r"<!--block (\d)-->", shown) == ["0", "1", "2"]
    assert shown.index("<!--block 0-->") < shown.index('<h2 id="typed">') < shown.index("<!--block 1-->")
    assert "New words." in shown
    assert (response.headers["X-Frame-Options"], response.headers["X-Robots-Tag"]) == ("SAMEORIGIN", "noindex")
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    guide.refresh_from_db()
    assert document_of(guide) == before
    assert not guide.versions.autosaved().exists()


def test_the_preview_counts_blocks_that_readers_do_not_see_and_each_question(ann: Client) -> None:
    questions = [QuestionAnswer(question=f"{n}?", answer="<p>Yes.</p>") for n in (1, 2)]
    guide = cast.full_draft(body=[Text(html=""), *questions, Text(html="<p>End.</p>")])
    shown = ann.post(page("preview_unsaved", guide), opened(ann, guide)).content.decode()
    assert re.findall(r"<!--block (\d)-->", shown) == ["1", "2", "3"]
    assert QuestionAnswerBlock.objects.count() == 2


def test_no_other_page_says_where_its_blocks_begin(ann: Client, guide: Article) -> None:
    assert "<!--block" not in ann.get(page("preview_page", guide)).content.decode()


def test_the_preview_of_a_new_guide_needs_nothing_stored(ann: Client) -> None:
    form = added(filled_form(ann.get(NEW), FORM))
    shown = ann.post(f"{NEW}preview/unsaved/", form).content.decode()
    assert "Untitled guide" in shown
    assert "New words." in shown
    assert not Article.objects.exists()


def test_the_preview_says_what_keeps_it(ann: Client) -> None:
    guide = cast.full_draft(body=cast.one_of_each())
    form = opened(ann, guide)
    date = next(name for name in form if name.endswith("-said_on"))
    response = ann.post(page("preview_unsaved", guide), form | {date: "soon"})
    assert (response.headers["Content-Type"], response.content.decode()) == (
        "text/plain; charset=utf-8",
        "Date: Enter a valid date.",
    )


def test_a_chosen_file_waits_for_saving(ann: Client, guide: Article) -> None:
    form = opened(ann, guide) | {"hero_image": SimpleUploadedFile("new.png", picture())}
    assert ann.post(page("autosave", guide), form).status_code == 200
    assert kept(guide).document().hero == document_of(guide).hero


def test_only_the_writing_page_may_hold_the_preview(ann: Client, guide: Article) -> None:
    assert "frame-src 'self'" in ann.get(page("change", guide)).headers["Content-Security-Policy"]
    assert "frame-src" not in ann.get(page("history", guide)).headers["Content-Security-Policy"]
