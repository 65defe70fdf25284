"""Making the pictures and cards that publishing asked for (`articles/publishing/pictures.py`), in the worker."""

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from agency import identity
from agency.discovery import social_cards
from articles.outbox.channels import Channel
from articles.outbox.models import Message
from articles.pictures import derived_files
from articles.public.social_cards import card_of
from articles.publishing import pictures

LEAST_URGENT = 19
log = logging.getLogger(__name__)


def make(messages: Sequence[Message]) -> None:
    """Makes what these messages ask for and is not there yet, one file at a time, after everything else that runs here.

    A file that cannot be made is left to whoever asks for it. When none can, it may be the storage, and what was wrong
    with the first is raised, so that all are tried again.
    """
    steps = [step for message in messages for step in _steps(message)]
    with ThreadPoolExecutor(max_workers=1, initializer=_stand_back) as background:
        troubles = list(background.map(_trouble_with, steps))
    if troubles and all(troubles):
        raise next(filter(None, troubles))


CHANNEL = Channel(pictures.NAME, make)


def _steps(message: Message) -> Iterator[Callable[[], object]]:
    """Each makes one file, and needs no database."""
    subject = pictures.subject(message)
    if subject:
        yield from (partial(derived_files.prepare, file) for file in pictures.files(subject))
        yield partial(social_cards.file_of, card_of(subject), identity.current().name)


def _stand_back() -> None:
    """On Linux a priority is one thread's own; elsewhere the whole worker would be put last, mail and all."""
    if sys.platform == "linux":
        os.nice(LEAST_URGENT)


def _trouble_with(step: Callable[[], object]) -> Exception | None:
    try:
        step()
    except Exception as error:  # decoders raise what they like
        log.warning("a picture could not be made ahead: %s", type(error).__name__)
        return error
    return None
