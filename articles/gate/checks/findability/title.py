"""Whether the title says what the guide is about."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import JOINING, WORD, cut, stem, stems

FEWEST_WORDS = 40  # of a text that can be about something
SHARED_START = 5
TITLE = Place(field="title")
AROUND = frozenset({"title", "description", "standfirst"})
# Words that titles are made of, whatever they are about.
LIGHT = JOINING | frozenset(
    stems(
        "guide guides introduction intro history story facts tips ways things thing reasons steps part parts short long brief old new best better good great small "
        "big little quick simple complete ultimate first next last early more most less every all some one two three four five six seven eight nine ten how why "
        "when where who which can could should would will may might must do don’t not no never always about into out up off over under between before after "
        "during without i me my us their they he she his her its choose choosing know need want use using make making get getting take find look work works "
        "working day days year years time today now home beginner beginners explained everything really actually just so than then there here have has had been "
        "come going go say says said think keep start starting end help helping like love life world people person"
    )
)
NUMBER = re.compile(r"\d+")

UNLIKE = Rule(
    check="title-unlike-text",
    level=Level.WARNS,
    why="Whoever comes for what the title promises finds something else; the title may belong to another guide.",
    advice="Check that title and text belong together, and let the title use the words of the text.",
)


def title_unlike_text(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """No telling word of the title comes anywhere in the body, in any form. A title of one word is no promise."""
    title = guide.document.title.replace("’", " ").replace("'", " ")
    if len(title.split()) == 1:
        return
    telling = {word for word in stems(title) if word not in LIGHT and not NUMBER.fullmatch(word)}
    if not telling:
        return
    said = [
        word for passage in guide.passages if passage.place.field not in AROUND for word in WORD.findall(passage.text)
    ]
    if len(said) >= FEWEST_WORDS and telling.isdisjoint(_forms(said)) and not _begins(telling, said):
        told = cut(guide.document.title)
        yield UNLIKE.found(TITLE, f"Nothing in the text takes up the title “{told}”.", excerpt=told)


def _forms(words: list[str]) -> set[str]:
    return {stem(word.casefold()) for word in words}


def _begins(telling: set[str], words: list[str]) -> bool:
    """Whether the text has a word of the same beginning: “scientist” takes up “science”."""
    starts = tuple({word[:SHARED_START] for word in telling})
    return any(word.casefold().startswith(starts) for word in words)


CHECKS = (title_unlike_text,)
