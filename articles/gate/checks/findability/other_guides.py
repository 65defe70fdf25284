"""Whether the site has such a guide already: one with this address, this title or these words."""

from collections.abc import Iterator

from articles.document import QuestionAnswer, Text, Tip
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Kind
from articles.gate.prose.likeness import FEWEST_WORDS_OF_PRINT, prints
from articles.gate.prose.words import cut, folded

TITLE, STANDFIRST, DESCRIPTION, SLUG = (Place(field=name) for name in ("title", "standfirst", "description", "slug"))
# Of how many words a set must be to tell a subject.
FEWEST_TITLE_WORDS = 3
FEWEST_STANDFIRST_WORDS = 6

SLUG_TAKEN = Rule(
    check="address-taken",
    level=Level.BLOCKS,
    why="Two guides cannot live at one address.",
    advice="Choose another address.",
)
TITLE_TAKEN = Rule(
    check="title-taken",
    level=Level.BLOCKS,
    why="Readers and search engines cannot tell two guides with the same title apart.",
    advice="Say in the title what only this guide answers, or join the two guides.",
)
DESCRIPTION_TAKEN = Rule(
    check="description-taken",
    level=Level.WARNS,
    why="In search results the two guides look the same.",
    advice="Describe what only this guide covers.",
)
ALIKE = Rule(
    check="guide-like-another",
    level=Level.WARNS,
    why="Two guides on one question compete with each other in search results, and one of them will fall out of date.",
    advice="Add what is new to that guide, or say in title and standfirst what sets this one apart.",
)
STANDFIRST_ALIKE = Rule(
    check="standfirst-like-another",
    level=Level.WARNS,
    why="In lists the two guides look the same, so readers cannot choose between them.",
    advice="Say in the standfirst what only this guide covers.",
)
COPIED = Rule(
    check="paragraph-in-another-guide",
    level=Level.WARNS,
    why="Whoever reads both guides meets it twice, search engines show only one of them, and one will fall out of date.",
    advice="Keep it in the guide where it belongs and link to it from the other, or say here what only this guide can.",
)


def address_taken(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    slug = guide.document.slug
    if other := site.others.same("slug", slug, but=site.own):
        what = f"The guide “{cut(other.title)}” has the address “{slug}” already."
        yield SLUG_TAKEN.found(SLUG, what, excerpt=slug)


def title_taken(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    title = guide.document.title
    if folded(title) and (other := site.others.same("title", title, but=site.own)):
        what = f"The guide at /guides/{other.slug}/ has this title already."
        yield TITLE_TAKEN.found(TITLE, what, excerpt=cut(title))


def description_taken(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    text = guide.document.description
    if folded(text) and (other := site.others.same("description", text, but=site.own)):
        what = f"The guide “{cut(other.title)}” has the same description."
        yield DESCRIPTION_TAKEN.found(DESCRIPTION, what, excerpt=cut(text))


def guide_like_another(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """By the words of the title. One title for two guides is `title_taken`."""
    title = guide.document.title
    other = site.others.like("title", title, FEWEST_TITLE_WORDS, but=site.own)
    if other and folded(title) != folded(other.title):
        what = f"The guide “{cut(other.title)}” seems to answer the same question."
        yield ALIKE.found(TITLE, what, excerpt=cut(title))


def standfirst_like_another(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    text = guide.document.standfirst
    if other := site.others.like("standfirst", text, FEWEST_STANDFIRST_WORDS, but=site.own):
        what = f"The standfirst says nearly the same as that of “{cut(other.title)}”."
        yield STANDFIRST_ALIKE.found(STANDFIRST, what, excerpt=cut(text))


def paragraph_in_another_guide(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """By what the paragraphs of the live guides are known by; a call and whoever is quoted may say the same anywhere."""
    if not site.paragraphs.owners:
        return
    for passage in guide.passages:
        block = None if passage.place.block is None else guide.document.blocks[passage.place.block]
        if passage.kind is Kind.PARAGRAPH and isinstance(block, (Text, Tip, QuestionAnswer)):
            words = folded(passage.text).split()
            owner = site.paragraphs.owner(prints(words)) if len(words) >= FEWEST_WORDS_OF_PRINT else None
            if owner:
                what = f"The guide “{cut(owner.title)}” has this paragraph too, or nearly."
                yield COPIED.found(passage.place, what, excerpt=cut(passage.text))


CHECKS = (
    address_taken,
    title_taken,
    description_taken,
    guide_like_another,
    standfirst_like_another,
    paragraph_in_another_guide,
)
