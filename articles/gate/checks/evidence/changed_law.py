"""The guide speaks of something on which the law has changed since somebody last looked at it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from articles.document import Block, Quote
from articles.gate.context import Law, SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Passage
from articles.gate.prose.words import cut
from articles.lib.days import in_words

RULE = Rule(
    check="law-changed",
    level=Level.WARNS,
    why="Readers act on what a guide says of their rights and duties, and what was true before the change may now harm them.",
    advice="Read the guide against the change, correct what is no longer so, and publish it or choose “Checked, still right”.",
)
AHEAD = timedelta(days=30)  # in which a change that is still to come is told
RECENT = timedelta(days=365)  # for a guide that nobody has reviewed yet: older changes its writer has grown up with


def changed_law(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """One finding for each change that the guide touches and was not reviewed for, at the first place."""
    for law in site.laws:
        if not needs_review(law, site.reviewed_on, site.today):
            continue
        pattern = _pattern(law.phrases)
        touching = (passage for passage in guide.passages if pattern.search(passage.text))
        first = next((passage for passage in touching if not _is_quoted(guide, passage)), None)
        if first and (site.reviewed_on or not _knows(guide, law)):
            yield RULE.found(first.place, _told(law, site), excerpt=cut(first.text), advice=_advice(law))


def needs_review(law: Law, reviewed_on: date | None, today: date) -> bool:
    """Whether a guide that touches it, last reviewed on that day, has to be looked at for it.

    Once before the change, from thirty days ahead, and once after it.
    """
    if law.in_force_on > today + AHEAD:
        return False
    if reviewed_on is None:
        return law.in_force_on > today - RECENT
    return reviewed_on < (law.in_force_on if law.in_force_on <= today else law.in_force_on - AHEAD)


def _knows(guide: DocumentText, law: Law) -> bool:
    """Whether the guide names the day of the change or links to where it is told, as one written since does."""
    day = in_words(law.in_force_on)
    texts = (passage.text for passage in guide.passages)
    links = (link.address.rstrip("/") for passage in guide.passages for link in passage.links)
    return any(day in text for text in texts) or law.link.rstrip("/") in links


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases as whole words; an asterisk is the rest of a word."""
    found = (
        r"[\s-]+".join(re.escape(word).replace(r"\*", r"\w*") for word in re.split(r"[\s-]+", phrase) if word)
        for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)


def _is_quoted(guide: DocumentText, passage: Passage) -> bool:
    """What somebody else said is theirs."""
    block: Block | None = dict(guide.blocks).get(passage.place.block) if passage.place.block is not None else None
    return isinstance(block, Quote)


def _told(law: Law, site: SiteContext) -> str:
    verb = "changed" if law.in_force_on <= site.today else "changes"
    reviewed = f"was last reviewed on {in_words(site.reviewed_on)}" if site.reviewed_on else "has not been reviewed yet"
    return f"The law on {law.subject} {verb} on {in_words(law.in_force_on)}, and this guide {reviewed}. {law.what}"


def _advice(law: Law) -> str:
    return f"{RULE.advice} The change: {law.link}"


CHECKS = (changed_law,)
