"""Moving in as an editor sees it: uploading, how far it is, the report of each post, names that are not here."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.admin.importing import report, upload_form
from articles.importing import running
from articles.importing.posts import Person, Post
from articles.models import Article, ImportedPost, ImportRun
from tests import cast
from tests.articles import staff
from tests.articles.importing.shelf import Shelf

pytestmark = pytest.mark.django_db
POST = Post(
    key="post 7",
    title="Notice periods",
    html="<p>How long?</p><script>alert(1)</script><img src='https://old.example/a.png'>",
    addresses=("/2021/notice/",),
    topics=("News",),
    author=Person(name="Ada Old"),
)


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(staff.somebody("ed", (*staff.EDITOR, "add_importrun", "view_importrun")))
    return client


@pytest.fixture
def run() -> ImportRun:
    run = ImportRun.objects.create(name="old.example")
    running.go(Shelf([POST, replace(POST, key="post 9", title="Leaving")]), run, by=None)
    return run


def page(name: str, *args: Any) -> str:
    return reverse(f"admin:articles_importrun_{name}", args=args)


def test_an_upload_becomes_a_run_that_waits_for_the_worker(desk: Client) -> None:
    answer = desk.post(page("add"), {"source": SimpleUploadedFile("site.xml", b"<rss/>")}, follow=True)

    run = ImportRun.objects.get()
    assert answer.redirect_chain == [(page("change", run.pk), 302)]
    assert (run.name, run.state, run.started_by.get_username()) == ("site.xml", "waiting", "ed")  # type: ignore[union-attr]
    assert b"It waits for the worker" in answer.content
    assert desk.get(page("progress", run.pk)).json() == {
        "done": 0,
        "total": 0,
        "is_over": False,
        "words": "It waits for the worker, which looks every few seconds.",
    }


def test_who_may_only_upload_is_shown_what_becomes_of_it(client: Client, run: ImportRun) -> None:
    client.force_login(staff.somebody("newcomer", (*staff.AUTHOR, "add_importrun")))
    upload = {"source": SimpleUploadedFile("site.xml", b"<rss/>")}
    assert b"It waits for the worker" in client.post(page("add"), upload, follow=True).content

    post = ImportedPost.objects.first()
    assert post
    addresses = [page("changelist"), page("json", run.pk), page("post", run.pk, post.pk)]
    assert [client.get(address).status_code for address in addresses] == [200] * len(addresses)
    assert page("names", run.pk) not in client.get(page("change", run.pk)).content.decode()
    assert client.post(page("names", run.pk)).status_code == 403


def test_who_may_only_look_is_offered_nothing_else(client: Client) -> None:
    client.force_login(staff.somebody("looker", ("view_importrun",)))
    run = ImportRun.objects.create(name="site.xml")

    assert page("stop", run.pk) not in client.get(page("change", run.pk)).content.decode()
    assert client.post(page("stop", run.pk)).status_code == 403
    assert client.get(page("add")).status_code == 403


@pytest.mark.parametrize(
    ("file", "said"),
    [(None, "Choose a file."), (b"", "This file is empty."), (b"123456", "This file is larger than 90 MB.")],
)
def test_what_cannot_be_uploaded_is_said(
    desk: Client, monkeypatch: pytest.MonkeyPatch, file: bytes | None, said: str
) -> None:
    monkeypatch.setattr(upload_form, "MOST", 5)
    answer = desk.post(page("add"), {} if file is None else {"source": SimpleUploadedFile("site.xml", file)})

    assert said in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_the_run_names_its_posts_and_what_is_asked_of_somebody(desk: Client, run: ImportRun) -> None:
    shown = desk.get(page("change", run.pk)).content.decode()

    assert "<p>2 new drafts.</p>" in shown
    assert "Topic “News”, 2 drafts" in shown
    assert "Author “Ada Old”, 2 drafts" in shown
    assert "A menu <q>Home, News</q>" in shown
    assert page("post", run.pk, ImportedPost.objects.get(key="post 9").pk) in shown


def test_what_became_of_the_posts_is_said_in_words() -> None:
    assert report.outcome(Counter(added=1, updated=1_200, conflicting=1, failed=2)) == (
        "1 new draft. 1,200 drafts updated. 1 draft was edited here: kept as a conflicting version. "
        "2 posts could not be taken over."
    )


def test_the_report_of_a_post_shows_its_source_beside_its_draft(desk: Client, run: ImportRun) -> None:
    post = ImportedPost.objects.get(key="post 7")
    shown = desk.get(page("post", run.pk, post.pk)).content.decode()
    assert "None of its topics is one here: add it, or choose another. <q>News</q>" in shown
    assert page("source", run.pk, post.pk) in shown
    assert reverse("admin:articles_article_preview_page", args=[post.article_id]) in shown

    source = desk.get(page("source", run.pk, post.pk))
    assert source.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "<p>How long?</p>" in source.content.decode()
    assert "alert" not in source.content.decode()
    assert "a.png" not in source.content.decode()


def test_the_report_comes_as_json(desk: Client, run: ImportRun) -> None:
    told = json.loads(desk.get(page("json", run.pk)).content)

    assert (told["source"], [post["key"] for post in told["posts"]]) == ("old.example", ["post 7", "post 9"])
    assert told["lines"] == [{"deed": "left out", "what": "A menu", "words": "Home, News"}]
    assert "News" in [line["words"] for line in told["posts"][0]["lines"]]


def test_names_get_a_topic_and_an_author_and_keep_them_when_the_source_changes(desk: Client, run: ImportRun) -> None:
    topic, author = cast.topic("roles"), cast.author(cast.PAT)
    for chosen in ({"name": "News", "topic": topic.pk}, {"name": "Ada Old", "author": author.pk}):
        desk.post(page("names", run.pk), chosen)
    assert [(guide.topic, guide.author) for guide in Article.objects.all()] == [(topic, author)] * 2

    running.go(Shelf([replace(POST, html="<p>A month.</p>")]), ImportRun.objects.create(name="old.example"), by=None)

    changed = ImportedPost.objects.get(key="post 7")
    assert changed.state == "updated"
    assert (changed.article.topic, changed.article.author) == (topic, author)  # type: ignore[union-attr]


@pytest.mark.parametrize(("posts", "said"), [(["post 7"], "1 draft is"), (["post 7", "post 9"], "2 drafts are")])
def test_filing_says_how_many_drafts_it_was_about(desk: Client, posts: list[str], said: str) -> None:
    run = ImportRun.objects.create(name="old.example")
    running.go(Shelf([replace(POST, key=key) for key in posts]), run, by=None)
    chosen = {"name": "News", "topic": cast.topic("roles").pk}

    answer = desk.post(page("names", run.pk), chosen, follow=True)

    assert [str(message) for message in answer.context["messages"]] == [f"{said} now filed under Topic roles."]


def test_saving_names_without_a_choice_says_so(desk: Client, run: ImportRun) -> None:
    answer = desk.post(page("names", run.pk), {"name": "News", "topic": ""}, follow=True)

    assert "Choose who or what it is here, then save." in answer.content.decode()


def test_a_run_is_stopped_once(desk: Client) -> None:
    run = ImportRun.objects.create(name="site.xml")
    assert "Stopped." in desk.post(page("stop", run.pk), follow=True).content.decode()
    assert "It was over already." in desk.post(page("stop", run.pk), follow=True).content.decode()


def test_authors_and_consultants_do_not_see_it(client: Client, run: ImportRun) -> None:
    client.force_login(staff.author())
    post = ImportedPost.objects.first().pk  # type: ignore[union-attr]
    addresses = [
        page("changelist"),
        page("add"),
        page("change", run.pk),
        page("progress", run.pk),
        page("json", run.pk),
        page("post", run.pk, post),
        page("source", run.pk, post),
    ]
    assert [client.get(address).status_code for address in addresses] == [403] * len(addresses)
    assert client.post(page("stop", run.pk)).status_code == 403
    assert client.post(page("names", run.pk)).status_code == 403


@pytest.mark.parametrize("posts", [1, 12])
def test_the_pages_cost_as_many_queries_with_one_post_as_with_many(
    desk: Client, django_assert_num_queries: Any, posts: int
) -> None:
    run = ImportRun.objects.create(name="old.example")
    running.go(Shelf([replace(POST, key=f"post {at}", title=f"Post {at}") for at in range(posts)]), run, by=None)
    desk.get(page("change", run.pk))

    with django_assert_num_queries(14):
        desk.get(page("change", run.pk))
    with django_assert_num_queries(8):
        desk.get(page("changelist"))
