"""The demo guides are fit to be published."""

import re
from datetime import date

import pytest

from articles.gate.checks import examine
from articles.gate.context import SiteContext
from articles.gate.other_guides import OtherGuide, OtherGuides
from tests.articles.gate.checks.demo import demo_documents

GUIDES = demo_documents()
PAGES = re.compile(
    r"/(?:|guides/|guides/topics/[\w-]+/|people/[\w-]+/|enquiries/new/|contact/|privacy/|accessibility/)"
)


def site(slug: str) -> SiteContext:
    """What is known while this guide is examined: all others are live."""
    others = (guide for guide in GUIDES.values() if guide.slug != slug)
    return SiteContext(
        today=date(2026, 11, 24),
        hosts=frozenset({"www.example.org"}),
        others=OtherGuides(
            OtherGuide(slug=guide.slug, title=guide.title, standfirst=guide.standfirst, description=guide.description)
            for guide in others
        ),
        live=frozenset(GUIDES),
        exists=lambda path: PAGES.fullmatch(path) is not None,
    )


@pytest.mark.parametrize("slug", GUIDES)
def test_no_demo_guide_is_held_back(slug):
    assert [finding for finding in examine(GUIDES[slug], site(slug)) if finding.blocks] == []
