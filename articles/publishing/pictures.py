"""Asking the worker for the pictures of a page, so that they are there before its first reader.

What is missing all the same is made for whoever asks for it (`articles/pictures/derived_files.py`).
"""

from collections.abc import Iterator
from dataclasses import fields

from articles.document import Document, Image, Speaker
from articles.models import Article, Author, Revision
from articles.outbox.channels import envelope
from articles.outbox.models import Message
from articles.pictures import places
from articles.pictures.renditions import Rendition

NAME = "pictures"
GUIDE, PORTRAIT = "pictures_of_a_guide", "portrait_of_an_author"
# Where the picture of a guide stands: on its page, and in the lists that lead to it.
OF_A_GUIDE = ("hero", "card", "lead", "half")
OF_AN_AUTHOR = ("portrait", "profile")


def ask_for_guide(article: Article) -> None:
    """Asks for all that the live page shows; call it in the transaction that puts it live."""
    Message.objects.create(kind=GUIDE, payload={"article": article.pk}, **envelope(NAME, NAME))


def ask_for_portrait(author: Author) -> None:
    """Asks for the portrait; call it in the transaction that stores it."""
    Message.objects.create(kind=PORTRAIT, payload={"author": author.pk}, **envelope(NAME, NAME))


def subject(message: Message) -> Revision | Author | None:
    """What a message is about, as it is now: a live guide or an author; None when it is gone."""
    if message.kind == PORTRAIT:
        return Author.objects.select_related("picture").filter(pk=message.payload["author"]).first()
    live = Revision.objects.published().select_related("author__picture", "topic")
    return live.filter(article=message.payload["article"]).first()


def files(subject: Revision | Author) -> list[Rendition]:
    """The renditions that pages ask for to show it."""
    stands = _of_guide(subject.document(), subject.author) if isinstance(subject, Revision) else _of_author(subject)
    shown = [places.shown(image, place) for image, place in stands if image]
    return list(dict.fromkeys(file for picture in shown if picture for file in picture.files()))


def _of_author(author: Author) -> Iterator[tuple[Image | None, str]]:
    yield from ((author.portrait_image(), place) for place in OF_AN_AUTHOR)


def _of_guide(document: Document, author: Author) -> Iterator[tuple[Image | None, str]]:
    yield from ((document.hero.image, place) for place in OF_A_GUIDE)
    yield author.portrait_image(), "portrait"
    for block in document.shown():
        for entry in fields(block):
            match getattr(block, entry.name):
                case Image() as image:
                    yield image, "figure"
                case Speaker(portrait=image):
                    yield image, "portrait"
