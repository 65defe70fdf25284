"""Pictures in a bucket, with a server that speaks S3."""

import logging
import re
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import modelform_factory
from django.test import Client
from pytest_django import Settings

from agency.running import environment
from articles.document import Figure
from articles.drafts.rows import document_of
from articles.models import Picture
from articles.pictures import derived_files, rendering
from articles.pictures.renditions import Rendition
from articles.public import social_cards
from tests import cast
from tests.articles import live

PictureForm = modelform_factory(Picture, fields=["file"])
SMALL = Rendition(name=cast.PICTURE, width=12, format="webp")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """What the environment says of a bucket that is there for the tests of this module."""
    from moto.server import ThreadedMotoServer  # a second, which every process would spend that only collects this file

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    yield f"s3://KEY:SE%2FCRET@127.0.0.1:{server.get_host_and_port()[1]}/pictures"  # pragma: allowlist secret - made up
    server.stop()


@pytest.fixture(autouse=True)
def bucket(address: str, settings: Settings) -> Iterator[Any]:
    """The site's bucket, empty; afterwards nothing lies in its folder."""
    settings.STORAGES = settings.STORAGES | {"default": environment.media_storage(address)}
    bucket = default_storage.bucket
    bucket.create()
    yield bucket
    bucket.objects.delete()
    bucket.delete()
    bucket.meta.client.close()
    assert not settings.MEDIA_ROOT.exists()


@pytest.fixture
def requests(bucket: Any) -> list[str]:
    """The requests that the bucket has had so far."""
    asked: list[str] = []
    bucket.meta.client.meta.events.register("before-send.s3", lambda request, **_: asked.append(request.method))
    return asked


def keys(bucket: Any) -> list[str]:
    return [item.key for item in bucket.objects.all()]


def never(*_args: Any, **_kwargs: Any) -> bytes:
    raise AssertionError("It is kept already.")


@pytest.mark.django_db
def test_the_pictures_of_a_guide_are_uploaded_to_it_and_served_from_it(
    admin_client: Client, client: Client, bucket: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [SimpleUploadedFile("new.png", cast.picture(size=size)) for size in ((900, 600), (500, 400))]
    assert admin_client.post("/admin/articles/picture/add/", {"files": files}).status_code == 302
    top, drawing = (Picture.objects.get(width=width) for width in (900, 500))
    figure = Figure(image=drawing.as_whole_image(), alt="A teal box.")
    guide = cast.draft(hero_picture=top, hero_alt="A box.", blocks=[figure, cast.WORDS])

    document = document_of(guide)
    hero, figure = document.hero.image, document.blocks[0].image
    assert (hero.width, hero.height, figure.width, figure.height) == (900, 600, 500, 400)
    assert sorted(keys(bucket)) == sorted([hero.name, figure.name])

    page = client.get(live.publish(guide).get_absolute_url()).content.decode()
    addresses = sorted(set(re.findall(r"/media/(pictures/[^\s\",]+)", page)))
    assert {path.rpartition("/")[0] for path in addresses} == {hero.name, figure.name}
    first = [client.get(f"/media/{path}") for path in addresses]
    assert {answer.status_code for answer in first} == {200}
    assert sorted(keys(bucket)) == sorted([hero.name, figure.name, *(f"renditions/{path}" for path in addresses)])

    monkeypatch.setattr(rendering, "encode", never)
    for path, answer in zip(addresses, first, strict=True):
        again = client.get(f"/media/{path}")
        assert (again.content, again.headers["ETag"]) == (answer.content, answer.headers["ETag"])
        assert again.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert client.get(f"/media/{path}", headers={"If-None-Match": again.headers["ETag"]}).status_code == 304


@pytest.mark.django_db
def test_a_film_is_fetched_from_it_in_pieces(client: Client, bucket: Any) -> None:
    bucket.put_object(Key="files/0123456789abcdef/film.mp4", Body=bytes(range(100)))

    piece = client.get("/media/files/0123456789abcdef/film.mp4", headers={"Range": "bytes=10-19"})
    assert (piece.status_code, piece.content) == (206, bytes(range(10, 20)))
    assert client.get("/media/files/0123456789abcdef/film.mp4").getvalue() == bytes(range(100))
    assert client.get("/media/files/0123456789abcdef/gone.mp4").status_code == 404


@pytest.mark.django_db
def test_a_social_card_shows_its_picture_and_is_kept(
    client: Client, bucket: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.store_picture()
    card = social_cards.address_of(live.publish(cast.draft(hero_picture=cast.in_library(), hero_decorative=True)))
    first = client.get(card)
    assert (first.status_code, first.headers["Content-Type"]) == (200, "image/png")
    (kept,) = (key for key in keys(bucket) if key.startswith("cards/"))
    monkeypatch.setattr(social_cards, "draw", never)
    assert client.get(card).content == first.content == derived_files.stored(kept)


@pytest.mark.django_db
def test_a_card_whose_picture_is_gone_shows_the_cover(client: Client) -> None:
    cast.store_picture()
    guide = live.publish(cast.draft(hero_picture=cast.in_library(), hero_decorative=True))
    default_storage.delete(cast.PICTURE)
    assert client.get(social_cards.address_of(guide)).status_code == 200


@pytest.mark.django_db
def test_a_stored_picture_is_judged_again_and_kept(bucket: Any) -> None:
    picture = Picture.objects.create(title="A", file=ContentFile(cast.picture(), name="a.png"))
    form = PictureForm({}, {}, instance=Picture.objects.get(pk=picture.pk))
    assert form.errors == {}
    assert keys(bucket) == [form.save().file.name]


@pytest.mark.django_db
def test_a_stored_picture_that_is_gone_gets_a_sentence() -> None:
    picture = Picture.objects.create(title="A", file=ContentFile(cast.picture(), name="a.png"))
    default_storage.delete(picture.file.name)
    form = PictureForm({}, {}, instance=Picture.objects.get(pk=picture.pk))
    assert form.errors == {"file": ["The file for this picture is missing. Upload it again."]}


def test_many_who_ask_at_once_get_the_same_file(bucket: Any) -> None:
    cast.store_picture()
    contents: list[bytes] = []
    threads = [Thread(target=lambda: contents.append(derived_files.rendition(SMALL))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert contents == [derived_files.stored(f"renditions/{SMALL.path}")] * 8
    assert keys(bucket) == [cast.PICTURE, f"renditions/{SMALL.path}"]


@pytest.mark.django_db
def test_a_picture_that_is_not_there_costs_no_download(client: Client, requests: list[str]) -> None:
    assert client.get("/media/pictures/none.png").status_code == 404
    assert requests == ["HEAD", "HEAD"]


@pytest.mark.django_db
def test_a_size_that_no_page_asks_for_costs_one_download_of_the_picture(client: Client, requests: list[str]) -> None:
    cast.store_picture()
    asked = []
    for width in (11, 10, 9):
        requests.clear()
        assert client.get(f"/media/{cast.PICTURE}/whole-0-{width}.webp").status_code == 404
        asked.append(list(requests))
    assert asked == [["HEAD", "HEAD", "GET"], ["HEAD"], ["HEAD"]]


def test_nobody_else_may_read_it(bucket: Any) -> None:
    cast.store_picture()
    grants = bucket.Object(cast.PICTURE).Acl().grants
    assert [grant["Grantee"]["Type"] for grant in grants] == ["CanonicalUser"]
