"""The agency's pages that a search, or a link of an editor, may lead to."""

from collections.abc import Iterator

from django.urls import reverse

from agency.models import Page
from articles.references.standing import StandingPage
from articles.search.places import Place

# What else each standing page is looked for by than its title.
NAMES = {
    "accessibility": "accessible disability screen reader WCAG",
    "contact": "address phone telephone email number office",
    "privacy": "GDPR data protection cookies erase delete rights complaint",
}


def every() -> Iterator[Place]:
    """The standing pages, and the form."""
    for page in Page.objects.defer("body"):
        yield Place(
            title=page.title,
            path=page.get_absolute_url(),
            about=page.description,
            names=f"{page.title} {NAMES.get(page.slug, '')}",
            words="us our policy statement notice page how you",
        )
    yield Place(
        title="Talk to a recruiter",
        path=reverse("enquiries:new"),
        about="Tell us what you look for, or whom. A person reads and answers every enquiry.",
        names="contact enquiry enquire talk recruiter form apply register",
        words="about you us CV upload send hire hiring looking work",
    )


def to_link_to() -> Iterator[StandingPage]:
    """The standing pages, and the form."""
    for page in Page.objects.defer("body"):
        yield StandingPage(name=page.slug, title=page.title, path=page.get_absolute_url())
    yield StandingPage(name="enquiry", title="Talk to a recruiter", path=reverse("enquiries:new"))
