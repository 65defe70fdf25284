"""What a guide says twice in one place: a sentence of a paragraph, a line of a list."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind
from articles.gate.prose.words import cut, folded, stems

# Long enough to be no “No.” or “Ask early.”, which may come again for good reason.
FEWEST_WORDS = 3
FILLERS = frozenset(stems("very also always just really please then and a"))

SENTENCE = Rule(
    check="sentence-repeated",
    level=Level.WARNS,
    why="It reads like a slip of pasting, and usually is one.",
    advice="Remove one of the two.",
)
LINE = Rule(
    check="line-repeated",
    level=Level.WARNS,
    why="A list that says one thing twice looks unread, and its count is wrong.",
    advice="Remove one of the two, or write what was meant in its place.",
)


def sentence_repeated(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Within one paragraph, where nobody repeats a whole sentence of some length for effect."""
    for passage in guide.prose:
        if len(passage.text) > 2 * FEWEST_WORDS:
            times = Counter(folded(sentence) for sentence in passage.sentences if not sentence.endswith("?"))
            for words, count in times.items():
                if count > 1 and len(words.split()) >= FEWEST_WORDS:
                    said = next(sentence for sentence in passage.sentences if folded(sentence) == words)
                    yield SENTENCE.found(
                        passage.place, f"The paragraph says “{cut(said)}” {count} times.", excerpt=cut(said)
                    )


def line_repeated(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Within one list or the takeaways, the same words but for those that tell nothing.

    Lines that differ by one telling word are often meant: “Senior: a story about their team”, “Staff: … their organisation”.
    """
    items = (passage for passage in guide.passages if passage.kind is Kind.ITEM)
    for _, lines in groupby(items, key=lambda item: (item.place, item.ordinal)):
        seen: set[tuple[str, ...]] = set()
        for line in lines:
            told = tuple(word for word in stems(line.text) if word not in FILLERS)
            if told and told in seen:
                yield LINE.found(
                    line.place, f"The list says “{cut(line.text)}” more than once.", excerpt=cut(line.text)
                )
            seen.add(told)


CHECKS = (sentence_repeated, line_repeated)
