"""Pictures: what is said of them to readers who cannot see them, and whether they are fit for their place."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.document import Figure, Image
from articles.gate.checks.structure import picture_words
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut, folded

LONGEST_ALT = 250
HERO_WIDTH = 1200

WHY_ALT = "People who cannot see the picture hear this text in its place, and search engines read it."
MISSING = Rule(
    check="picture-without-words",
    level=Level.BLOCKS,
    why=WHY_ALT,
    advice="Say in one sentence what the picture shows, or mark it as decorative if it adds nothing to the words.",
)
UNTOLD = Rule(
    check="picture-named-by-its-file",
    level=Level.BLOCKS,
    why=WHY_ALT,
    advice="Write what the picture shows, as you would tell somebody on the telephone.",
)
ANNOUNCING = Rule(
    check="picture-announced",
    level=Level.WARNS,
    why="Screen readers already say that this is a picture, so the listener hears it twice.",
    advice="Begin with what is in the picture.",
)
ARGUED = Rule(
    check="picture-argued",
    level=Level.WARNS,
    why=WHY_ALT,
    advice="Leave the point to the text, and say what can be seen: who or what, where, doing what.",
)
REPEATING = Rule(
    check="picture-repeats-words",
    level=Level.WARNS,
    why="Somebody who listens to the page hears the same words twice and still does not know what the picture shows.",
    advice="Describe what can be seen, or mark the picture as decorative.",
)
SHARED = Rule(
    check="picture-words-shared",
    level=Level.WARNS,
    why="The same words cannot describe two different pictures.",
    advice="Describe what each picture shows that the other does not.",
)
LONG = Rule(
    check="picture-words-long",
    level=Level.WARNS,
    why="A screen reader reads alternative text in one go; the listener cannot pause or go back in it.",
    advice="Keep it to a sentence or two, and move the details to the caption or the text.",
)
TWICE = Rule(
    check="picture-twice",
    level=Level.WARNS,
    why="The same picture a second time tells readers nothing new.",
    advice="Choose another picture, or remove one of the two.",
)
SMALL = Rule(
    check="picture-small",
    level=Level.WARNS,
    why="It is stretched over the top of the page and over cards, where it looks blurred.",
    advice="Upload a version that is at least 1,200 pixels wide.",
)
UNHEARD = Rule(
    check="picture-decorative-with-words",
    level=Level.WARNS,
    why="Screen readers skip a decorative picture, so nobody hears this text.",
    advice="If the picture tells readers something, remove the mark; otherwise delete the text.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A figure that has a picture, and where it stands."""

    figure: Figure
    image: Image
    block: int | None = None

    @property
    def is_hero(self) -> bool:
        return self.block is None

    @property
    def is_told(self) -> bool:
        """Whether readers who cannot see it hear its alternative text."""
        return bool(self.figure.alt) and not self.figure.decorative

    def place(self, field: str) -> Place:
        return Place(block=self.block, field=f"hero.{field}" if self.is_hero else field)


def picture_without_words(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for picture in _pictures(guide):
        if not picture.figure.alt and not picture.figure.decorative:
            which = "picture at the top" if picture.is_hero else "picture"
            yield MISSING.found(picture.place("alt"), f"This {which} has no alternative text.")


def picture_named_by_its_file(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for picture in _told(guide):
        alt = picture.figure.alt
        if picture_words.is_file_name(alt) or picture_words.says_nothing(alt):
            what = f"The alternative text “{cut(alt)}” does not say what the picture shows."
            yield UNTOLD.found(picture.place("alt"), what, excerpt=cut(alt))


def picture_announced(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for picture in _told(guide):
        if announced := picture_words.announcement(picture.figure.alt):
            what = f"The alternative text begins “{announced.strip()}”."
            yield ANNOUNCING.found(picture.place("alt"), what, excerpt=cut(picture.figure.alt))


def picture_argued(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for picture in _told(guide):
        if point := picture_words.argument(picture.figure.alt):
            what = f"The alternative text makes a point (“{point}”) instead of saying what the picture shows."
            yield ARGUED.found(picture.place("alt"), what, excerpt=cut(picture.figure.alt))


def picture_stuffed(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for picture in _told(guide):
        if picture_words.is_list_of_searches(picture.figure.alt):
            what = "The alternative text is a list of search words."
            yield ARGUED.found(picture.place("alt"), what, excerpt=cut(picture.figure.alt))


def picture_repeats_words(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for picture in _told(guide):
        alt, caption = folded(picture.figure.alt), folded(picture.figure.caption)
        if alt and alt in (caption, folded(guide.document.title)):
            what = f"The alternative text repeats the {'caption' if alt == caption else 'title'}."
            yield REPEATING.found(picture.place("alt"), what, excerpt=cut(picture.figure.alt))


def picture_words_shared(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """The same words for two pictures, or words that differ in nothing but articles, order and punctuation.

    Words that say nothing of any picture are another finding.
    """
    first: dict[str, Picture] = {}
    near: dict[tuple[str, ...], Picture] = {}
    for picture in _told(guide):
        alt = picture.figure.alt
        if picture_words.says_nothing(alt):
            continue
        same, alike = first.setdefault(folded(alt), picture), near.setdefault(picture_words.gist(alt), picture)
        if same.image.name != picture.image.name:
            what = "This picture has the same alternative text as another one before it."
            yield SHARED.found(picture.place("alt"), what, excerpt=cut(alt))
        elif alike.image.name != picture.image.name and picture_words.gist(alt):
            what = f"The alternative text says the same as “{cut(alike.figure.alt)}”, of another picture."
            yield SHARED.found(picture.place("alt"), what, excerpt=cut(alt))


def picture_words_long(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for picture in _told(guide):
        if (length := len(picture.figure.alt)) > LONGEST_ALT:
            what = f"The alternative text has {length} characters."
            yield LONG.found(picture.place("alt"), what, excerpt=cut(picture.figure.alt))


def picture_twice(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    seen: set[str] = set()
    for picture in _pictures(guide):
        if picture.image.name in seen:
            yield TWICE.found(picture.place("image"), "This picture stands in the guide already.")
        seen.add(picture.image.name)


def picture_small(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for picture in _pictures(guide):
        if picture.is_hero and 0 < picture.image.width < HERO_WIDTH:  # no width is known of a file that is gone
            what = f"The picture at the top is {picture.image.width} pixels wide."
            yield SMALL.found(picture.place("image"), what)


def picture_decorative_with_words(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for picture in _pictures(guide):
        if picture.figure.decorative and picture.figure.alt:
            what = "This picture is marked as decorative and has alternative text all the same."
            yield UNHEARD.found(picture.place("alt"), what, excerpt=cut(picture.figure.alt))


def _pictures(guide: DocumentText) -> Iterator[Picture]:
    if hero := guide.document.hero.image:
        yield Picture(figure=guide.document.hero, image=hero)
    for position, block in guide.blocks:
        if isinstance(block, Figure) and block.image:
            yield Picture(figure=block, image=block.image, block=position)


def _told(guide: DocumentText) -> Iterator[Picture]:
    return (picture for picture in _pictures(guide) if picture.is_told)


CHECKS = (
    picture_without_words,
    picture_named_by_its_file,
    picture_announced,
    picture_argued,
    picture_stuffed,
    picture_repeats_words,
    picture_words_shared,
    picture_words_long,
    picture_twice,
    picture_small,
    picture_decorative_with_words,
)
