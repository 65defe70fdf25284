"""The words of one heading: how many there are, and how they end."""

from collections.abc import Iterator
from html import escape

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Fix, Level, Rule
from articles.gate.prose import fixes, repeats
from articles.gate.prose.document_text import ABBREVIATED, DocumentText, Passage, sentences
from articles.gate.prose.own_passages import content_of
from articles.gate.prose.words import cut

LONGEST = 90
LONGEST_QUESTION = 130
FEWEST_ASKED = 3  # questions of an interview

LONG = Rule(
    check="heading-long",
    level=Level.WARNS,
    why="A heading is read at a glance, and again in the list of contents. This one is a whole paragraph.",
    advice="Shorten it, or turn it into an ordinary paragraph.",
)
STOPPED = Rule(
    check="heading-with-full-stop",
    level=Level.WARNS,
    why="A heading is a label, and a full stop makes it look like a stray sentence.",
    advice="Remove the full stop.",
)


def heading_long(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Not the questions of an interview, which are as long as they were asked. The others are named beside the first."""
    return repeats.once(_long(guide))


def _long(guide: DocumentText) -> Iterator[Finding]:
    asked = sum(heading.text.endswith("?") for heading in guide.headings)
    is_interview = asked >= FEWEST_ASKED and asked > len(guide.headings) / 2
    for heading in guide.headings:
        if is_interview and "?" in heading.text:
            continue
        if (length := len(heading.text)) > (LONGEST_QUESTION if heading.text.endswith("?") else LONGEST):
            yield LONG.found(heading.place, f"This heading has {length} characters.", excerpt=cut(heading.text))


def heading_with_full_stop(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide, since whoever ends one heading so ends them all."""
    return repeats.once(_stopped(guide))


def _stopped(guide: DocumentText) -> Iterator[Finding]:
    for heading in guide.headings:
        if _ends_in_stop(heading.text) and len(sentences(heading.text)) == 1 and len(heading.text) <= LONGEST:
            what = f"The heading “{cut(heading.text)}” ends in a full stop."
            yield STOPPED.found(heading.place, what, excerpt=cut(heading.text), fix=_without_stop(guide, heading))


def _without_stop(guide: DocumentText, heading: Passage) -> Fix | None:
    """None where a tag stands at the end of the heading."""
    end = f"</h{heading.level}>"
    stopped = f">{escape(heading.text, quote=False)}{end}"
    if not any(stopped in html for html in content_of(guide, heading.place)):
        return None
    return fixes.with_content(heading.place, lambda html: html.replace(stopped, f"{stopped[: -len(end) - 1]}{end}"))


def _ends_in_stop(text: str) -> bool:
    return (
        text.endswith(".") and not text.endswith("..") and not ABBREVIATED.search(text) and not text.endswith(" etc.")
    )
