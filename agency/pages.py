"""The pages that every site must have, with words to start from."""

from pathlib import Path
from typing import Any

from agency.models import Identity, Page

FIRST_WORDS = Path(__file__).parent / "first_words"
PAGES = {
    "accessibility": (
        "Accessibility statement",
        "How this website works for everyone, what we know falls short, and how to tell us about a problem.",
    ),
    "contact": ("Contact us", "How to reach us by e-mail, phone or post, and what happens when you send an enquiry."),
    "privacy": (
        "Privacy notice",
        "What we do with the details you send us, how long we keep them, and the rights you have.",
    ),
}


def ensure(**_signal: Any) -> None:
    """Makes the pages and the identity that are missing; what an editor changed stays."""
    for slug, (title, description) in PAGES.items():
        body = (FIRST_WORDS / f"{slug}.html").read_text()
        Page.objects.get_or_create(slug=slug, defaults={"title": title, "description": description, "body": body})
    if not Identity.objects.exists():
        Identity.objects.create()
