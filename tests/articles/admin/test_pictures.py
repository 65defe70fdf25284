"""The library of pictures: adding, describing, replacing and deleting, with where each is used."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from articles.document import Figure
from articles.drafts.rows import document_of
from articles.drafts.where_used import unused_pictures
from articles.models import Article, Author, Picture
from tests import cast
from tests.articles import live
from tests.articles.filled_forms import filled_form

pytestmark = pytest.mark.django_db
LIBRARY = "/admin/articles/picture/"
JSON = {"Accept": "application/json"}


def upload(name: str = "desk.png", **picture: Any) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, cast.picture(**picture))


def change(client: Client, picture: Picture, **fields: Any) -> str:
    """Sends the picture's form with other fields; the page that answers."""
    address = f"{LIBRARY}{picture.pk}/change/"
    form = filled_form(client.get(address), "picture_form") | fields
    return client.post(address, form, follow=True).content.decode()


def showing(picture: Picture, slug: str = "a-guide") -> Article:
    """A live guide with the picture at its top and in a block."""
    figure = Figure(image=picture.as_whole_image(), alt="A desk of ours")
    guide = cast.draft(slug, hero_picture=picture, hero_alt="A desk", blocks=[figure, cast.WORDS])
    live.publish(guide)
    return guide


def test_many_are_added_at_once_and_what_is_none_is_said(admin_client: Client) -> None:
    files = [upload("My desk.jpg"), SimpleUploadedFile("notes.txt", b"Words."), upload("hall.png", size=(9, 6))]
    page = admin_client.post(f"{LIBRARY}add/", {"files": files}, follow=True)

    assert list(Picture.objects.values_list("title", "width", "uploaded_by__username")) == [
        ("hall", 9, "admin"),
        ("My desk", 12, "admin"),
    ]
    assert [str(message) for message in page.context["messages"]] == [
        "“My desk.jpg”: added.",
        "“notes.txt”: This file is not a picture that we can read. Upload a JPEG, PNG, WebP, AVIF or HEIC file.",
        "“hall.png”: added.",
    ]


def test_a_script_learns_what_became_of_each(admin_client: Client) -> None:
    answer = admin_client.post(f"{LIBRARY}add/", {"files": [upload()]}, headers=JSON)
    picture = Picture.objects.get()
    assert answer.json()["outcomes"] == [{"words": "“desk.png”: added.", "is_added": True, "is_noted": False}]
    assert f'data-picture="{picture.pk}"' in answer.json()["items"]

    refused = admin_client.post(f"{LIBRARY}add/", {"files": [upload(form="GIF")]}, headers=JSON)
    assert (refused.status_code, refused.json()["outcomes"][0]["is_added"]) == (400, False)


def test_a_form_without_files_asks_for_some(admin_client: Client) -> None:
    assert "Choose at least one picture." in admin_client.post(f"{LIBRARY}add/").content.decode()


def test_the_library_lists_and_finds_them(admin_client: Client) -> None:
    showing(cast.in_library(credit="Kim"))
    cast.in_library("pictures/hall.png", alt="A long hall")

    def titles(query: str) -> list[str]:
        page = admin_client.get(f"{LIBRARY}{query}")
        return [picture.file.name for picture in page.context["cl"].result_list]

    assert titles("") == ["pictures/hall.png", cast.PICTURE]
    assert titles("?q=hall") == titles("?use=none") == ["pictures/hall.png"]
    assert titles("?q=kim") == [cast.PICTURE]
    found = admin_client.get(f"{LIBRARY}choose/?q=long").content.decode()
    assert found.count("data-picture=") == 1
    assert 'data-alt="A long hall"' in found


def test_the_number_of_queries_does_not_grow(
    admin_client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for many in (False, True):
        for number in range(1, 6 if many else 1):
            showing(cast.in_library(f"pictures/{number}.png"), f"guide-{number}")
        showing(cast.in_library("pictures/0.png"), "last" if many else "first")
        with django_assert_num_queries(14):
            admin_client.get(LIBRARY)


def test_a_guide_with_many_pictures_opens_with_as_few_queries_as_with_one(admin_client: Client) -> None:
    counted = []
    for number in (2, 1, 6):
        figures = [
            Figure(image=cast.in_library(f"pictures/{number}-{each}.png").as_whole_image()) for each in range(number)
        ]
        guide = cast.draft(
            f"guide-{number}", hero_picture=cast.in_library(f"pictures/top-{number}.png"), blocks=figures
        )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            admin_client.get(f"/admin/articles/article/{guide.pk}/change/")
        counted.append(len(queries))
    assert counted[1] == counted[2]


def test_another_file_reaches_drafts_and_portraits_at_once_and_live_pages_later(admin_client: Client) -> None:
    cast.store_picture()
    picture = cast.in_library()
    guide = showing(picture)
    Author.objects.update(picture=picture)

    page = change(admin_client, picture, replacement=upload("new.png", size=(30, 20)))

    assert "These live pages show the picture as before until you publish them again: “A guide”." in page
    picture.refresh_from_db()
    guide.refresh_from_db()
    assert (picture.width, picture.height, guide.has_unpublished_changes) == (30, 20, True)
    assert document_of(guide).hero.image == picture.as_image()
    assert guide.revisions.published().get().document().hero.image.name == cast.PICTURE
    assert Author.objects.get().portrait_image() == picture.as_image()


def test_a_file_that_is_none_replaces_nothing(admin_client: Client) -> None:
    cast.store_picture()
    picture = cast.in_library()
    page = change(admin_client, picture, replacement=SimpleUploadedFile("a.png", b"Words."))
    picture.refresh_from_db()
    assert "This file is not a picture that we can read." in page
    assert picture.file.name == cast.PICTURE


def test_the_words_of_the_library_stand_where_a_guide_has_none_of_its_own(admin_client: Client) -> None:
    picture = cast.in_library(alt="A desk")
    guide = cast.draft(hero_picture=picture, blocks=[Figure(image=picture.as_whole_image(), alt="Our desk")])

    change(admin_client, picture, alt="A tidy desk", focus_x="10")

    document = document_of(Article.objects.get(pk=guide.pk))
    assert (document.hero.alt, document.hero.image.focus_x) == ("A tidy desk", 10)
    assert (document.blocks[0].alt, document.blocks[0].image.focus_x) == ("Our desk", 50)


def test_what_is_used_is_not_deleted_and_what_is_not_is(admin_client: Client) -> None:
    used, portrait, unused = (cast.in_library(f"pictures/{name}.png") for name in ("used", "portrait", "unused"))
    guide = cast.draft(hero_picture=used)
    Author.objects.update(picture=portrait)
    assert list(unused_pictures()) == [unused]

    form = {"action": "delete_selected", "_selected_action": [used.pk, portrait.pk], "post": "yes"}
    page = admin_client.post(LIBRARY, form).content.decode()
    assert "Nothing was deleted: guides or authors use them" in page
    assert f'<a href="/admin/articles/article/{guide.pk}/change/">' in page
    assert f'The portrait of <a href="/admin/articles/author/{guide.author_id}/change/">' in page

    admin_client.post(f"{LIBRARY}{unused.pk}/delete/", {"post": "yes"})
    assert list(Picture.objects.order_by("pk")) == [used, portrait]


@pytest.mark.parametrize(
    ("group", "may"), [("Authors", [200, 403]), ("Editors", [200, 200]), ("Consultants", [403, 403])]
)
def test_authors_may_add_and_only_editors_delete(client: Client, group: str, may: list[int]) -> None:
    user = User.objects.create_user("kim", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    picture = cast.in_library()

    pages = [client.get(f"{LIBRARY}{path}").status_code for path in ("add/", f"{picture.pk}/delete/")]

    assert pages == may
    assert client.get(f"{LIBRARY}choose/").status_code == may[0]


def test_a_block_that_was_copied_asks_for_the_one_picture_that_it_names(admin_client: Client) -> None:
    one, other = cast.in_library("pictures/1.png"), cast.in_library("pictures/2.png")

    found = [admin_client.get(f"{LIBRARY}choose/?number={number}").context for number in (one.pk, "x", one.pk + 99)]

    assert [[picture.pk for picture in context["pictures"]] for context in found] == [[one.pk], [other.pk, one.pk], []]
