"""The pictures of a page are there before its first reader, and nobody waits when they are not."""

import os
import re
import sys
import threading
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles import document as doc
from articles.models import Article, Author, Picture
from articles.outbox import sending
from articles.outbox.models import Attempt, Message
from articles.pictures import rendering
from articles.publishing import pictures, publication, scheduling
from tests import cast
from tests.articles import live
from tests.articles.filled_forms import filled_form

pytestmark = pytest.mark.django_db
RENDITION = re.compile(r"/media/(pictures/[^\s\",]+)")
CARD = re.compile(r'property="og:image" content="http://localhost([^"]+)"')


def store(name: str, size: tuple[int, int]) -> doc.Image:
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, "PNG")
    return doc.Image(name=default_storage.save(name, ContentFile(file.getvalue())), width=size[0], height=size[1])


@pytest.fixture
def author() -> Author:
    author = cast.author(cast.PAT)
    author.picture = Picture.objects.holding(store("pictures/face.png", (500, 500)))
    author.save()
    return author


@pytest.fixture
def guide(author: Author) -> Article:
    """A draft with a hero and a figure, signed by the author, who also says something in it."""
    figure = doc.Figure(image=store("pictures/drawing.png", (900, 500)), alt="A drawing of a desk")
    hero = Picture.objects.holding(store("pictures/hero.png", (1300, 900)))
    return cast.full_draft(body=[*cast.one_of_each(), figure], author=author, hero_picture=hero)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is encoded, in order."""
    encoded: list[str] = []
    encode = rendering.encode

    def note(original: Any, wanted: Any) -> bytes:
        encoded.append(wanted.path)
        return encode(original, wanted)

    monkeypatch.setattr(rendering, "encode", note)
    return encoded


def work() -> int:
    return sending.send_due("pictures")


def test_what_pages_show_of_a_guide_is_there_before_anybody_asks(
    client: Client, guide: Article, made: list[str]
) -> None:
    live.publish(guide)
    pictures.ask_for_portrait(guide.author)

    assert made == []
    assert work() == 2

    pages = "".join(client.get(path).content.decode() for path in ("/guides/a-guide/", "/guides/", "/"))
    assert len(made) == len(set(made))
    assert set(made) == set(RENDITION.findall(pages))
    done = list(made)
    for path in done:
        assert client.get(f"/media/{path}").status_code == 200
    assert made == done
    [card] = CARD.findall(client.get("/guides/a-guide/").content.decode())
    cards = default_storage.listdir("cards")
    assert client.get(card).status_code == 200
    assert default_storage.listdir("cards") == cards


def test_a_guide_that_goes_live_at_its_hour_has_its_pictures(guide: Article, made: list[str]) -> None:
    live.schedule(guide, timezone.now() - timedelta(minutes=1))

    assert (work(), scheduling.run_due(), work()) == (0, 1, 1)
    assert "pictures/hero.png/wide-10-800.avif" in made


def test_publishing_again_makes_only_what_is_new(guide: Article, made: list[str]) -> None:
    live.publish(guide)
    work()
    made.clear()
    guide.hero_picture.focus_x, guide.hero_picture.focus_y = 0, 0
    guide.hero_picture.save()
    live.publish(guide)

    assert work() == 1
    assert made == [f"pictures/hero.png/wide-0-{width}.avif" for width in (400, 800, 1200, 1300)] + [
        "pictures/hero.png/wide-0-800.jpg"
    ]


def test_a_new_portrait_is_made_when_it_is_saved(admin_client: Client, author: Author, made: list[str]) -> None:
    page = reverse("admin:articles_author_change", args=[author.pk])
    form = filled_form(admin_client.get(page), "author_form")

    admin_client.post(page, form | {"role": "Chief editor"})
    assert work() == 0

    new = Picture.objects.holding(store("pictures/new.png", (600, 600)))
    admin_client.post(page, form | {"picture": new.pk})
    assert work() == 1
    assert made == [f"pictures/new.png/square-0-{end}" for end in ("224.avif", "224.jpg", "448.avif", "448.jpg")]


def test_a_picture_that_cannot_be_read_keeps_no_other_from_being_made(guide: Article, made: list[str]) -> None:
    default_storage.delete("pictures/hero.png")
    default_storage.save("pictures/hero.png", ContentFile(b"no picture"))
    default_storage.delete("pictures/face.png")
    live.publish(guide)

    assert work() == 1
    assert default_storage.exists("renditions/pictures/drawing.png/whole-0-800.avif")


def test_while_nothing_can_be_stored_it_is_tried_again(guide: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any) -> None:
        raise PermissionError

    live.publish(guide)
    with monkeypatch.context() as context:
        context.setattr(type(default_storage._wrapped), "save", fail)  # type: ignore[attr-defined]
        assert work() == 0
    assert Attempt.objects.get().error == "NotKept"
    sending.retry(Message.objects.all())

    assert work() == 1
    assert default_storage.exists("renditions/pictures/hero.png/wide-10-800.avif")


def test_what_is_gone_meanwhile_is_passed_over(guide: Article, author: Author, made: list[str]) -> None:
    live.publish(guide)
    publication.withdraw(guide, by=None)

    assert work() == 1
    assert made == []


def test_staff_read_in_plain_words_what_was_asked_for(guide: Article) -> None:
    live.publish(guide)

    message = Message.objects.get()

    assert (str(message), message.channel) == ("Pictures of a guide", "pictures")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread has no priority of its own")
def test_everything_else_on_the_machine_goes_first(guide: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    priorities: set[int] = set()

    def note(*_args: Any) -> bytes:
        priorities.add(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
        return b"a picture"

    monkeypatch.setattr(rendering, "encode", note)
    before = os.getpriority(os.PRIO_PROCESS, 0)
    live.publish(guide)
    work()

    assert (priorities, os.getpriority(os.PRIO_PROCESS, 0)) == ({19}, before)
