"""How all mails look: one frame, colours that are read in light and dark, and nothing that is fetched."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from articles.outbox.letterhead import Letterhead

TEMPLATES = Path("templates")
BODIES = sorted(TEMPLATES.glob("**/mail/*/body.html"))
CONTRAST = 4.5  # WCAG 2.2, 1.4.3


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("body", BODIES, ids=str)
def test_every_mail_has_the_one_frame_and_a_text_of_its_own(body: Path) -> None:
    assert body.read_text().startswith('{% extends "mail/base.html" %}\n')
    assert {file.name for file in body.parent.iterdir()} == {"body.html", "body.txt", "subject.txt"}


def test_the_frame_says_that_it_is_for_light_and_dark_and_fetches_nothing() -> None:
    frame = render_to_string(
        "mail/base.html", {"site_url": "", "letterhead": Letterhead("Juniper & Ash", "No. 123\nLeeds")}
    )

    assert re.findall(r'<meta name="((?:supported-)?color-schemes?)" content="light dark">', frame) == [
        "color-scheme",
        "supported-color-schemes",
    ]
    assert "Juniper &amp; Ash" in frame
    assert "No. 123<br>Leeds" in frame
    assert re.findall(r"https?:|url\(|<img|<link|<script|background-image", frame) == []


def test_the_frames_colours_are_readable_in_pairs() -> None:
    rules = (TEMPLATES / "mail/base.html").read_text()
    light, dark = rules.split("@media")
    for part in (light, dark):
        [ground] = set(re.findall(r"background-color: (#\w{6})", part))
        inks = set(re.findall(r"[{ ]color: (#\w{6})", part))
        assert {ink: contrast(ink, ground) >= CONTRAST for ink in inks} == dict.fromkeys(inks, True)
        assert len(inks) >= 3
