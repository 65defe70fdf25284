"""Films can be followed by everybody, and readers know what they download."""

from datetime import date

import pytest

from articles.document import Document, Download, File, Video
from articles.gate.checks.structure import files
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText

FILM = File(name="files/0123456789abcdef/film.mp4", size=1)
WORDS = {"title": "How we interview", "transcript": "<p>What is said.</p>"}


def found(block):
    guide, site = DocumentText(Document(blocks=(block,))), SiteContext(today=date(2026, 11, 24))
    return [(one.check, one.place.field) for check in files.CHECKS for one in check(guide, site)]


def test_a_film_from_elsewhere_holds_the_guide_back():
    block = Video(address="https://films.example.org/1", **WORDS)
    assert found(block) == [("video-address-unknown", "address")]
    assert files.UNKNOWN.level == "blocks"


def test_a_film_without_words_for_those_who_cannot_hear_it_is_named():
    assert found(Video(title="T", film=FILM)) == [
        ("video-without-transcript", "transcript"), ("video-without-captions", "captions")
    ]  # fmt: skip
    assert found(Video(title="T", address="https://youtu.be/dQw4w9WgXcQ")) == [
        ("video-without-transcript", "transcript")
    ]


def test_films_with_their_words_pass():
    assert found(Video(address="https://vimeo.com/76979871", **WORDS)) == []
    assert found(Video(film=FILM, captions=FILM, **WORDS)) == []


def download(title="Salary survey 2026", text="What 200 adverts offered."):
    return Download(title=title, text=text, file=File(name="files/0123456789abcdef/survey.pdf", size=1))


def test_a_file_of_which_nothing_is_said_is_named():
    assert found(download(text="")) == [("download-without-description", "text")]


@pytest.mark.parametrize("title", ["survey.pdf", "Survey_2026", "salary-survey-final", "final_v2.XLSX"])
def test_a_files_name_as_a_title_holds_the_guide_back(title):
    assert found(download(title=title)) == [("download-named-by-its-file", "title")]
    assert files.UNNAMED.level == "blocks"


@pytest.mark.parametrize(
    "title", ["Salary survey 2026", "Checklist", "Right-to-work checklist", "Onboarding plan (30-60-90)"]
)
def test_a_title_in_words_passes(title):
    assert found(download(title=title)) == []
