"""A film at another host: a still and a link, until a reader presses play; a film of ours: played from here."""

import json
import re
from datetime import date

import pytest
from django.test import Client

from articles.document import File, Image, Video
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db
STILL = Image(name=cast.PICTURE, width=1280, height=720)
WORDS = {"title": "A day at work", "image": STILL, "length": "3:45", "transcript": "<p>What is said.</p>"}
HOSTED = Video(address="https://youtu.be/dQw4w9WgXcQ", shown_since=date(2025, 3, 1), **WORDS)
OURS = Video(
    film=File(name="files/0123456789abcdef/film.mp4", size=9),
    captions=File(name="files/0123456789abcdef/film.vtt", size=9),
    **WORDS,
)


def page_of(client: Client, *blocks: Video):
    guide = cast.draft(blocks=(cast.WORDS, *blocks))
    live.publish(guide)
    return client.get("/guides/a-guide/")


def films(page) -> list[dict[str, str]]:
    (graph,) = (
        json.loads(text)
        for text in re.findall(r"<script type=\"application/ld\+json\"[^>]*>(.*?)</script>", page, re.DOTALL)
    )
    return [node for node in graph["@graph"] if node["@type"] == "VideoObject"]


def test_nothing_of_another_host_is_on_the_page_but_a_link(client: Client) -> None:
    cast.store_picture()
    response = page_of(client, HOSTED)
    page = response.content.decode()

    assert re.findall(r"<(?:iframe|video|embed|object)", page) == []
    loaded = re.findall(r"""\b(?:src|srcset|poster)="([^"]+)""", page)
    assert [address for address in loaded if not address.startswith("/")] == []
    assert '<a class="video__still" href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"' in page
    assert "Your browser asks YouTube for nothing until you press play." in page
    assert "frame-src https://www.youtube-nocookie.com;" in f"{response.headers['Content-Security-Policy']};"
    assert re.search(r"/video\.[0-9a-f]*\.?js", page)


def test_a_page_without_such_a_film_may_frame_nothing(client: Client) -> None:
    cast.store_picture()
    response = page_of(client, OURS)

    assert "frame-src" not in response.headers["Content-Security-Policy"]
    assert "media-src 'self'" in response.headers["Content-Security-Policy"]
    assert "js/video" not in response.content.decode()


def test_a_film_of_ours_loads_nothing_before_it_is_played(client: Client) -> None:
    cast.store_picture()
    page = page_of(client, OURS).content.decode()

    (film,) = re.findall(r"<video[^>]*>", page)
    assert 'src="/media/files/0123456789abcdef/film.mp4"' in film
    assert 'controls preload="none"' in film
    assert '<track kind="captions" src="/media/files/0123456789abcdef/film.vtt"' in page


def test_search_engines_are_told_of_films(client: Client) -> None:
    cast.store_picture()
    hosted, ours = films(page_of(client, HOSTED, OURS).content.decode())

    assert (hosted["name"], hosted["uploadDate"], hosted["duration"]) == ("A day at work", "2025-03-01", "PT3M45S")
    assert hosted["embedUrl"].startswith("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")
    assert ours["contentUrl"].endswith("/media/files/0123456789abcdef/film.mp4")
    assert ours["uploadDate"] != hosted["uploadDate"]


def test_a_film_of_which_the_day_is_not_known_is_not_told(client: Client) -> None:
    cast.store_picture()
    assert films(page_of(client, Video(address=HOSTED.address, **WORDS)).content.decode()) == []
