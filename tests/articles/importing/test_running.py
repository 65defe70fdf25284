"""Posts of a source become drafts, once; a second run changes nothing, and nothing that readers see is ever touched."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.document import Download, Text
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.importing import matching, running
from articles.importing.doctor import heal
from articles.importing.posts import Person, PictureNote, Post, Status
from articles.models import Article, DraftVersion, ImportedPost, ImportRun, OldAddress, Picture, Revision
from articles.publishing import publication
from tests import cast
from tests.articles import live, staff
from tests.articles.importing.shelf import Shelf

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%%EOF\n"
BORN = datetime(2021, 5, 12, 9, tzinfo=UTC)
FIRST = Post(
    key="post 7",
    title="Notice periods",
    html="<p>How long? See <a href='https://www.old.example/2021/06/leaving/#pay'>leaving well</a>.</p>",
    slug="notice-periods",
    addresses=("/2021/05/notice-periods/", "/?p=7"),
    author=Person(name="Pat Example"),
    topics=("News", "Roles"),
    status=Status.LIVE,
    published_at=BORN,
)
SECOND = Post(
    key="post 9", title="Leaving well", html="<p>Say thanks.</p>", slug="leaving", addresses=("/2021/06/leaving/",)
)


@pytest.fixture
def editor() -> User:
    cast.topic("roles")
    cast.author(cast.PAT)
    return staff.editor("ed")


def go(source: Shelf, by: User, **how: object) -> ImportRun:
    run = ImportRun.objects.create(name=source.name, started_by=by)
    running.go(source, run, by=by, **how)  # type: ignore[arg-type]
    run.refresh_from_db()
    return run


def of(key: str) -> Article:
    return ImportedPost.objects.get(key=key).article  # type: ignore[return-value]


def everything() -> dict[str, object]:
    """All that a run may have changed, but for the run itself."""
    return {
        "guides": list(Article.objects.order_by("pk").values()),
        "drafts": [document_of(article) for article in Article.objects.order_by("pk")],
        "versions": DraftVersion.objects.count(),
        "posts": list(ImportedPost.objects.order_by("key").values("key", "digest", "article", "lines", "open_links")),
        "pictures": list(Picture.objects.values()),
        "addresses": list(OldAddress.objects.order_by("key").values("key", "target")),
    }


def test_posts_become_drafts_with_their_topic_author_and_date(editor: User) -> None:
    run = go(Shelf([FIRST, SECOND]), editor)

    assert (run.state, run.done, run.total) == ("done", 2, 2)
    guide = of("post 7")
    assert (guide.title, guide.slug, guide.owner) == ("Notice periods", "notice-periods", editor)
    assert (guide.topic.slug, guide.author.slug) == ("roles", "pat-example")  # type: ignore[union-attr]
    assert guide.published_elsewhere_at == BORN
    assert guide.events.get().get_kind_display() == "Taken over from another site"
    assert not guide.revisions.exists()


def test_links_between_posts_become_references_also_to_later_posts(editor: User) -> None:
    go(Shelf([FIRST, SECOND]), editor)

    assert document_of(of("post 7")).blocks == (
        Text(html=f'<p>How long? See <a href="ref:guide:{of("post 9").pk}#pay">leaving well</a>.</p>'),
    )
    assert ImportedPost.objects.get(key="post 7").open_links == []


def test_a_link_to_a_post_that_is_not_there_stays_and_is_named_until_the_post_comes(editor: User) -> None:
    go(Shelf([FIRST]), editor)
    assert ImportedPost.objects.get(key="post 7").open_links == ["https://www.old.example/2021/06/leaving/#pay"]

    go(Shelf([FIRST, SECOND]), editor)
    assert "ref:guide:" in document_of(of("post 7")).blocks[0].html  # type: ignore[attr-defined]


def test_old_addresses_lead_to_the_guides(editor: User) -> None:
    go(Shelf([FIRST, SECOND]), editor)

    assert dict(OldAddress.objects.values_list("address", "target")) == {
        "/2021/05/notice-periods": f"ref:guide:{of('post 7').pk}",
        "/?p=7": f"ref:guide:{of('post 7').pk}",
        "/2021/06/leaving": f"ref:guide:{of('post 9').pk}",
    }


def test_a_second_run_changes_nothing(editor: User) -> None:
    picture = PictureNote(address="/uploads/desk.png", alt="A desk.")
    source = Shelf([replace(FIRST, hero=picture), SECOND], files={picture.address: cast.picture("PNG")})
    go(source, editor)
    before = everything()

    go(source, editor)

    assert everything() == before


@pytest.mark.parametrize("broken_off_after", range(6))
def test_a_run_that_was_broken_off_goes_on(editor: User, broken_off_after: int) -> None:
    source = Shelf([FIRST, SECOND])
    calls = iter(range(10))
    run = go(source, editor, stop=lambda: next(calls) >= broken_off_after)
    assert (run.state, ImportedPost.objects.count()) == ("running", min(broken_off_after, 2))

    go(source, editor)

    assert Article.objects.count() == 2
    assert list(ImportedPost.objects.values_list("open_links", "blocking")) == [([], 3), ([], 4)]


def test_a_changed_post_changes_its_draft_and_never_the_live_page(editor: User) -> None:
    go(Shelf([replace(FIRST, html="<p>Say thanks.</p>")]), editor)
    published = live.publish(of("post 7"))

    go(Shelf([replace(FIRST, html="<p>Say thanks twice.</p>")]), editor)

    assert document_of(of("post 7")).blocks == (Text(html="<p>Say thanks twice.</p>"),)
    assert ImportedPost.objects.get().state == "updated"
    assert Revision.objects.published().get() == published
    assert published.document().blocks == (Text(html="<p>Say thanks.</p>"),)


def test_a_draft_that_an_editor_changed_is_kept_and_the_source_stands_beside_it(editor: User) -> None:
    go(Shelf([SECOND]), editor)
    guide = of("post 9")
    ours = replace(document_of(guide), blocks=(Text(html="<p>Our own words.</p>"),))
    saving.put(guide, ours, by=editor)

    go(Shelf([replace(SECOND, html="<p>Say thanks twice.</p>")]), editor)

    assert document_of(of("post 9")).blocks == ours.blocks
    conflicting = guide.versions.get(is_conflict=True)
    assert conflicting.document().blocks == (Text(html="<p>Say thanks twice.</p>"),)
    assert ImportedPost.objects.get(key="post 9").state == "conflicting"


def test_a_deleted_draft_stays_deleted_until_its_post_changes(editor: User) -> None:
    go(Shelf([SECOND]), editor)
    of("post 9").delete()

    go(Shelf([SECOND]), editor)
    assert not Article.objects.exists()

    go(Shelf([replace(SECOND, title="Leaving better")]), editor)
    assert of("post 9").title == "Leaving better"


def test_an_address_that_is_taken_gets_a_number_and_a_line(editor: User) -> None:
    cast.full_draft(slug="leaving")

    go(Shelf([SECOND]), editor)

    assert of("post 9").slug == "leaving-2"
    assert {"deed": "repaired", "what": "Another guide has its address, so it is leaving-2", "words": "leaving"} in (
        ImportedPost.objects.get(key="post 9").lines
    )


def test_an_address_in_another_script_is_written_in_latin_letters(editor: User) -> None:
    go(Shelf([replace(SECOND, slug="επίπεδο-3")]), editor)

    assert of("post 9").slug == "epipedo-3"
    lines = ImportedPost.objects.get(key="post 9").lines
    assert {
        "deed": "repaired",
        "what": "Its address had other letters, so it is epipedo-3",
        "words": "επίπεδο-3",
    } in lines


def test_what_is_not_here_is_proposed(editor: User) -> None:
    go(Shelf([replace(FIRST, topics=("Gossip",), author=Person(name="Somebody Else"), comments=3)]), editor)

    said = [(line["deed"], line["what"].partition(":")[0], line["words"]) for line in ImportedPost.objects.get().lines]
    assert said[1:] == [
        ("proposed", "None of its topics is one here", "Gossip"),
        ("proposed", "Its author is nobody here yet", "Somebody Else"),
        ("kept", "It was live since 12 May 2021, the date it will keep.", ""),
        ("left out", "Comments of readers, which guides here do not have", ""),
    ]


def test_a_picture_comes_once_whatever_its_addresses_are(editor: User) -> None:
    files = {"/a.png": cast.picture("PNG"), "/b.png": cast.picture("PNG")}
    notes = {"/a.png": PictureNote(address="/a.png", alt="A desk.", credit="Ours")}
    posts = [replace(FIRST, hero=notes["/a.png"]), replace(SECOND, hero=PictureNote(address="/b.png"))]
    go(Shelf(posts, files=files, notes=notes), editor)

    picture = Picture.objects.get()
    assert (picture.alt, picture.credit) == ("A desk.", "Ours")
    assert [of(post.key).hero_picture for post in posts] == [picture, picture]


def test_a_picture_that_the_source_does_not_hold_is_said(editor: User) -> None:
    go(Shelf([replace(SECOND, hero=PictureNote(address="/gone.png", alt="Two people."))]), editor)

    assert of("post 9").hero_picture is None
    assert [line for line in ImportedPost.objects.get().lines if line["deed"] == "left out"] == [
        {
            "deed": "left out",
            "what": "A figure, which is nothing without its file: the source does not hold it.",
            "words": "Two people. /gone.png",
        }
    ]


def test_another_file_at_the_same_address_comes_into_the_draft_and_never_onto_the_live_page(editor: User) -> None:
    note = PictureNote(address="/desk.png", alt="A desk.")
    source = Shelf([replace(FIRST, hero=note)], files={note.address: cast.picture("PNG")})
    go(source, editor)
    published = live.publish(of("post 7"))
    before = of("post 7").hero_picture

    source.files[note.address] = cast.picture("PNG", (20, 10))
    go(source, editor)

    now = of("post 7").hero_picture
    assert (before.width, now.width, Picture.objects.count()) == (12, 20, 2)  # type: ignore[union-attr]
    assert ImportedPost.objects.get().state == "updated"
    assert Revision.objects.published().get() == published
    assert published.document().hero.image.width == 12  # type: ignore[union-attr]


def test_another_file_in_a_draft_that_an_editor_changed_stands_beside_it(editor: User) -> None:
    note = PictureNote(address="/desk.png", alt="A desk.")
    source = Shelf([replace(SECOND, hero=note)], files={note.address: cast.picture("PNG")})
    go(source, editor)
    saving.put(of("post 9"), replace(document_of(of("post 9")), title="Leaving, kindly"), by=editor)

    source.files[note.address] = cast.picture("PNG", (20, 10))
    go(source, editor)

    assert of("post 9").hero_picture.width == 12  # type: ignore[union-attr]
    assert of("post 9").versions.get(is_conflict=True).document().hero.image.width == 20  # type: ignore[union-attr]


def test_a_picture_that_the_source_holds_no_longer_stays_and_one_that_was_missing_comes(editor: User) -> None:
    desk, door = PictureNote(address="/desk.png", alt="A desk."), PictureNote(address="/door.png", alt="A door.")
    source = Shelf([replace(FIRST, hero=desk), replace(SECOND, hero=door)], files={"/desk.png": cast.picture("PNG")})
    go(source, editor)

    source.files = {"/door.png": cast.picture("PNG", (20, 10))}
    go(source, editor)

    assert [of(post.key).hero_picture.width for post in (FIRST, SECOND)] == [12, 20]  # type: ignore[union-attr]
    assert [line for line in ImportedPost.objects.get(key="post 9").lines if line["deed"] == "left out"] == []


def test_a_download_comes_once_and_anew_when_it_changed(editor: User) -> None:
    post = replace(SECOND, html='<p><a href="https://old.example/uploads/pay.pdf">Our guide to pay</a></p>')
    source = Shelf([post], files={"https://old.example/uploads/pay.pdf": PDF})
    go(source, editor)
    [first] = document_of(of("post 9")).blocks

    source.all = [replace(post, title="Leaving better")]
    go(source, editor)
    assert document_of(of("post 9")).blocks == (first,)

    source.files["https://old.example/uploads/pay.pdf"] = PDF + b"% more"
    go(source, editor)
    [last] = document_of(of("post 9")).blocks
    assert isinstance(first, Download)
    assert isinstance(last, Download)
    assert (first.file.size, last.file.size) == (len(PDF), len(PDF) + 6)  # type: ignore[union-attr]


def test_topics_and_authors_are_asked_for_once_and_again_a_while_later() -> None:
    now = iter([0.0, 0.0, 9.9, 10.0, 10.0])
    names = matching.Names(lambda: next(now))
    cast.topic("roles")
    assert sorted(names.topics) == ["roles", "topic-roles"]
    cast.topic("news")
    assert "news" not in names.topics
    assert "news" in names.topics


def test_another_post_costs_as_many_queries_however_many_topics_authors_and_posts_there_are(
    editor: User,
) -> None:
    one = Shelf([SECOND])
    with CaptureQueriesContext(connection) as first:
        go(one, editor)
    for number in range(5):
        cast.topic(f"topic-{number}")
    go(Shelf([FIRST]), editor)
    with CaptureQueriesContext(connection) as later:
        go(Shelf([replace(SECOND, key="post 11", slug="staying", addresses=())]), editor)
    assert len(later) <= len(first)


def test_a_source_that_breaks_off_says_why_and_keeps_what_came_before(editor: User) -> None:
    run = go(Shelf([FIRST, SECOND], breaks_after=1), editor)

    assert (run.state, run.problem) == ("failed", "The file ends in the middle of a post.")
    assert ImportedPost.objects.count() == 1


def test_a_post_with_a_fault_of_ours_keeps_no_other_out_and_is_tried_again(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("articles.importing.storing.heal", lambda post: 1 / (post.key != "post 7") and heal(post))
        go(Shelf([FIRST, SECOND]), editor)
    assert dict(ImportedPost.objects.values_list("key", "state")) == {"post 7": "failed", "post 9": "added"}

    go(Shelf([FIRST, SECOND]), editor)
    assert ImportedPost.objects.get(key="post 7").state == "added"


def test_the_first_publication_here_keeps_the_date_of_the_first_one_there(editor: User) -> None:
    guide = cast.full_draft()
    Article.objects.filter(pk=guide.pk).update(published_elsewhere_at=BORN)
    guide.refresh_from_db()

    assert publication.publish(guide, by=editor).published_at == BORN
