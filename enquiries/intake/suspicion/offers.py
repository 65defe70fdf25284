"""Is a message an offer to us, or does it only speak of things that are often offered?

Everything that spam sells is also somebody's trade: people build lending engines, rank websites and moderate adverts.
What tells them apart is the manner. An offer turns to the reader, names a price or says what to click; a CV speaks of its
writer, and a vacancy of a post. So the words of a trade count only in a sentence with the manner of an offer, and what is
quoted counts nowhere: it is somebody else's.
"""

import re
from collections.abc import Iterator

from enquiries.intake.suspicion.goods import LURES, MANNERS, TRADES
from enquiries.intake.suspicion.signs import Found, Sign
from enquiries.intake.suspicion.words import BEING, LIFE, OURS, POST, POST_NAME, READER, TOPIC

QUOTED = re.compile(r"[“\"„«][^“”\"„«»]{2,300}[”\"»]")
SENTENCE = re.compile(r"(?<=[.!?。！？])\s+|(?:\r?\n\s*){2,}")
SHORT = 40  # bytes, so that Chinese says as much in fewer signs; “Please call me” is about nothing, and not suspicious
SHOWN = 3  # found words that a reason quotes


def signs(message: str, *, is_about_work: bool, is_off_topic: bool) -> Iterator[Found]:
    """The signs of an offer in a message, each with the words that gave it away.

    In a message about work only those sentences count that turn to the reader; in one about neither work nor anything
    that concerns us, a trade needs no manner.
    """
    words: dict[Sign, list[str]] = {}
    for sentence in _sentences(message):
        if not _speaks_of_work(sentence) and (READER.search(sentence) or not is_about_work):
            for sign, word in _signs_of(sentence, is_off_topic):
                words.setdefault(sign, []).append(word)
    for sign, found in words.items():
        yield Found(sign, quoted(found))


def is_about_work(message: str) -> bool:
    """True when a sentence speaks of a post to fill or to find, or says what its writer is by trade."""
    return any(map(POST.search, _sentences(message)))


def is_off_topic(message: str) -> bool:
    """True for a message, not a short one, about neither work nor anything else that concerns us."""
    is_short = len(message.encode()) < SHORT
    return not is_short and not any(TOPIC.search(sentence) or LIFE.search(sentence) for sentence in _sentences(message))


def turns_to_reader(message: str) -> bool:
    return any(map(READER.search, _sentences(message)))


def names_a_post(answer: str) -> bool:
    """True for the answer to a question about a post, not the name of something for sale in its place."""
    plain = answer.casefold()
    return bool(answer) and (bool(POST_NAME.search(plain)) or not TRADES.search(plain))


def lures(text: str) -> list[str]:
    """The promises and goods in a text that hardly anybody names but to sell them."""
    sentences = (sentence for sentence in _sentences(text) if not _speaks_of_work(sentence))
    return list(dict.fromkeys(match[0] for sentence in sentences for match in LURES.finditer(sentence)))


def quoted(words: list[str]) -> str:
    """What was found, for a consultant to read."""
    return ", ".join(f"“{word}”" for word in list(dict.fromkeys(words))[:SHOWN])


def _sentences(message: str) -> Iterator[str]:
    for sentence in SENTENCE.split(QUOTED.sub(" ", message)):
        if plain := " ".join(sentence.casefold().replace("’", "'").split()):
            yield plain


def _speaks_of_work(sentence: str) -> bool:
    """True for a sentence about a post or its writer's own work, where trades and benefits are no goods."""
    if POST.search(sentence):
        return True
    if OURS.search(sentence):
        return False
    return bool(LIFE.search(sentence)) or (bool(BEING.search(sentence)) and not READER.search(sentence))


def _signs_of(sentence: str, is_off_topic: bool) -> Iterator[tuple[Sign, str]]:
    manners = [(sign, match[0]) for sign, manner in MANNERS.items() if (match := manner.search(sentence))]
    yield from manners
    trade = TRADES.search(sentence)
    if trade and (manners or is_off_topic):
        yield (Sign.SALE if manners else Sign.TRADE), trade[0]
