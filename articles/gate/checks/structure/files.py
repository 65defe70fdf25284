"""Films and files to keep: whether everybody can make use of them, and knows what they get."""

import re
from collections.abc import Iterator

from articles.document import Download, Video
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut

# What programs call a file: an ending, or words held together by signs.
FILE_NAME = re.compile(r"\S+\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv)|\w+(?:[_-]\w+){2,}|\w+_\w+", re.IGNORECASE)

UNKNOWN = Rule(
    check="video-address-unknown",
    level=Level.BLOCKS,
    why="Pages play films from YouTube, Vimeo and this site, and from nowhere else.",
    advice="Copy the address of the film’s own page at YouTube or Vimeo, or upload the film.",
)
UNTOLD = Rule(
    check="video-without-transcript",
    level=Level.WARNS,
    why="Who cannot hear or play the film, and every search engine, has only the words on the page.",
    advice="Write down what is said and what matters of what is seen.",
)
UNCAPTIONED = Rule(
    check="video-without-captions",
    level=Level.WARNS,
    why="Many people watch without sound, and some hear none (WCAG 2.2, 1.2.2).",
    advice="Upload what is said as a WebVTT file. If nobody speaks in the film, say so in the transcript.",
)
UNDESCRIBED = Rule(
    check="download-without-description",
    level=Level.WARNS,
    why="On a phone a file takes time and room, and readers want to know beforehand whether it is for them.",
    advice="Say in a sentence what is in it, from when, and for whom.",
)
UNNAMED = Rule(
    check="download-named-by-its-file",
    level=Level.BLOCKS,
    why="The title is the link. A file’s name tells readers nothing, and is read out letter by letter.",
    advice="Call it what it is, such as “Salary survey 2026”.",
)


def video_address_unknown(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in _videos(guide):
        if not block.film and not block.hosted:
            place = Place(block=position, field="address")
            yield UNKNOWN.found(place, "No film can be played from this address.", excerpt=cut(block.address))


def video_without_words(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in _videos(guide):
        if not block.transcript:
            place = Place(block=position, field="transcript")
            yield UNTOLD.found(place, "This film has no transcript.", excerpt=cut(block.title))
        if block.film and not block.captions:
            place = Place(block=position, field="captions")
            yield UNCAPTIONED.found(place, "This film has no captions.", excerpt=cut(block.title))


def download_without_description(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in _downloads(guide):
        if not block.text:
            place = Place(block=position, field="text")
            yield UNDESCRIBED.found(place, "Nothing is said of what is in this file.", excerpt=cut(block.title))


def download_named_by_its_file(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, block in _downloads(guide):
        if FILE_NAME.fullmatch(block.title):
            place = Place(block=position, field="title")
            yield UNNAMED.found(place, f"“{cut(block.title)}” is what a computer calls it.", excerpt=cut(block.title))


def _videos(guide: DocumentText) -> Iterator[tuple[int, Video]]:
    return ((position, block) for position, block in guide.blocks if isinstance(block, Video))


def _downloads(guide: DocumentText) -> Iterator[tuple[int, Download]]:
    return ((position, block) for position, block in guide.blocks if isinstance(block, Download))


CHECKS = (video_address_unknown, video_without_words, download_without_description, download_named_by_its_file)
