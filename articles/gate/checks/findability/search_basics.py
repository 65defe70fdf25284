"""What search engines and lists show of a guide: its title, standfirst, description and address."""

import re
from collections.abc import Iterator

from articles.gate.checks.findability import other_guides, stuffing
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut, folded

TITLE, STANDFIRST, DESCRIPTION, SLUG = (Place(field=name) for name in ("title", "standfirst", "description", "slug"))
SHORTEST_WORD, LONGEST_TITLE = 12, 80  # a title of one word needs a long one to say something
DESCRIPTION_LENGTHS = range(70, 161)
COPIED = re.compile(r"copy-of-.*|.*-copy|(?:.*-)?untitled(?:-.*)?")
# A number that an earlier copy or another system left: the last part of an address, or a long one. A year is neither.
NUMBER = re.compile(r"(?:^|-)(?!(?:19|20)\d\d(?:-|$))(\d{5,}(?=-|$)|\d{1,4}$)")

MISSING = Rule(
    check="basics-missing",
    level=Level.BLOCKS,
    why="Lists, search engines and the top of the page show it. Without it the guide looks broken there.",
    advice="Write it.",
)
NOTHING_SHOWN = Rule(
    check="guide-empty",
    level=Level.BLOCKS,
    why="Readers would find a page with nothing but its title.",
    advice="Add at least one block with something to read.",
)
TITLE_LENGTH = Rule(
    check="title-length",
    level=Level.WARNS,
    why="Search engines cut a long title off, and a very short one does not say what the guide answers.",
    advice="Aim for 15 to 60 characters, with the words that matter first.",
)
DESCRIPTION_LENGTH = Rule(
    check="description-length",
    level=Level.WARNS,
    why="Search engines cut a long description off and replace one that says too little.",
    advice="Aim for 110 to 155 characters that say what the reader will learn.",
)
DESCRIPTION_REPEATS = Rule(
    check="description-repeats-standfirst",
    level=Level.WARNS,
    why="Somebody who comes from a search has read these words already and meets them again at the top of the page.",
    advice="In the description, tell searchers in other words what the guide answers.",
)
SLUG_UNTELLING = Rule(
    check="address-untelling",
    level=Level.WARNS,
    why="The address is read aloud, copied and shown in search results, and it is permanent.",
    advice="Use a few words of the title, joined by hyphens.",
)


def basics_missing(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for place, what in (
        (TITLE, "The guide has no title."),
        (STANDFIRST, "The guide has no standfirst, the sentence or two under its title."),
        (DESCRIPTION, "The guide has no description for search engines."),
    ):
        if not getattr(guide.document, place.field):
            yield MISSING.found(place, what)


def guide_empty(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    if not guide.blocks:
        yield NOTHING_SHOWN.found(Place(field="blocks"), "The guide has no block with anything to read.")


def title_length(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    title = guide.document.title
    is_short = len(title.split()) == 1 and len(title) < SHORTEST_WORD
    if is_short or len(title) > LONGEST_TITLE:
        yield TITLE_LENGTH.found(TITLE, f"The title has {len(title)} characters.", excerpt=cut(title))


def description_length(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    text = guide.document.description
    if text and len(text) not in DESCRIPTION_LENGTHS:
        what = f"The description has {len(text)} characters."
        yield DESCRIPTION_LENGTH.found(DESCRIPTION, what, excerpt=cut(text))


def description_repeats_standfirst(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    text = guide.document.description
    if text and folded(text) == folded(guide.document.standfirst):
        what = "The description has the same words as the standfirst."
        yield DESCRIPTION_REPEATS.found(DESCRIPTION, what, excerpt=cut(text))


def address_untelling(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    slug, title = guide.document.slug, folded(guide.document.title).split()
    number = NUMBER.search(slug)
    if COPIED.fullmatch(slug) and not {"copy", "untitled"} & set(title):
        yield SLUG_UNTELLING.found(SLUG, f"The address “{cut(slug)}” is what a copy is called.", excerpt=cut(slug))
    elif number and number[1] not in title:
        what = f"The address “{cut(slug)}” holds the number {number[1]}, which is not in the title."
        yield SLUG_UNTELLING.found(SLUG, what, excerpt=cut(slug))


CHECKS = (
    basics_missing,
    guide_empty,
    title_length,
    description_length,
    description_repeats_standfirst,
    address_untelling,
    *other_guides.CHECKS,
    *stuffing.CHECKS,
)
