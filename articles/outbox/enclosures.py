"""The files that mails carry. They are kept by whoever they belong to, once, and are asked for when a mail leaves."""

from collections.abc import Callable, Iterable
from email.message import MIMEPart
from email.policy import EmailPolicy
from typing import Protocol

from articles.outbox.models import Message


class Enclosure(Protocol):
    """A file with the name that its reader sees."""

    name: str
    content_type: str
    content: bytes


_sources: list[Callable[[Message], Iterable[Enclosure]]] = []


def register(source: Callable[[Message], Iterable[Enclosure]]) -> None:
    """Has `source` asked for the files of each mail that leaves; it is asked again at every attempt."""
    if source not in _sources:
        _sources.append(source)


def parts(message: Message, policy: EmailPolicy) -> list[MIMEPart]:
    """The message's files as they stand in the mail: byte for byte, in base64, none of them opened by itself.

    A message that stands for another while it leaves (one with a secret in it) is nobody's and has none.
    """
    return [] if message.pk is None else [_part(file, policy) for source in _sources for file in source(message)]


def _part(file: Enclosure, policy: EmailPolicy) -> MIMEPart:
    part = MIMEPart(policy)
    maintype, _, subtype = file.content_type.partition("/")
    part.set_content(bytes(file.content), maintype, subtype, disposition="attachment", filename=file.name)
    return part
