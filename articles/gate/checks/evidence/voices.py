"""Where the guide speaks of what somebody has seen or heard, and whether it says who that is."""

import re
from collections.abc import Iterator

from articles.document import Insight, PullFigure, Quote
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

SPEECH = r"(?:says|said|explains|explained|adds|added|reports|reported|writes|wrote|tells|told|recalls|warns|notes)"
NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+"
DESK = r"(?<!help )(?<!service )(?<!support )\b[Dd]esk\b"
NAMED = re.compile(
    "|".join((
        rf"\b(?:{SPEECH}|[Aa]ccording to) (?:our |the )?(?:[a-z]+ ){{0,3}}(?:{NAME}|[A-Z][a-z]+(?=[,.]| of))",
        rf"\b(?:{SPEECH}|[Aa]ccording to) (?:[\w-]+ ){{1,5}}{DESK}",
        rf"(?:{NAME}|{DESK})[^.;]{{0,80}}?\b{SPEECH}\b",
    ))
)  # fmt: skip
NEAR = 40  # characters; a match further on would be cut off


def unattributed(guide: DocumentText) -> Iterator[tuple[Passage, str]]:
    """The passages, each without what it quotes. An insight has its own rule, and a quotation may have a source."""
    blocks = dict(guide.blocks)
    for passage in guide.passages:
        block = None if passage.place.block is None else blocks[passage.place.block]
        is_attributed = isinstance(block, Insight) or (isinstance(block, (PullFigure, Quote)) and block.source)
        if passage.kind not in (Kind.TITLE, Kind.HEADING) and not is_attributed:
            yield passage, unquoted(passage)


def around(text: str, match: re.Match[str]) -> str:
    """The match with its sentence, as far as an excerpt reaches."""
    start = text.rfind(". ", 0, match.start()) + 2 if ". " in text[: match.start()] else 0
    return cut(text[start if match.start() - start < NEAR else match.start() :])
