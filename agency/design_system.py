"""The page on which staff see every component of the design system, in every state, made by the site's own templates."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agency import design_samples as samples
from articles.document import Image
from articles.document.layout import Page
from articles.models import Author, Revision
from enquiries import working_hours
from enquiries.intake.forms import EnquiryForm

# Text on ground, as docs/design-system.md lists them; the stylesheet holds the classes.
COLOURS = (
    "paper", "paper-raised", "ink", "ink-soft", "line", "line-strong", "link", "action", "tint", "panel", "panel-warm",
    "speaker", "speaker-tint", "range", "track", "error", "error-tint", "foot",
)  # fmt: skip
SIZES = ("s", "m", "l", "xl", "2xl", "3xl", "4xl")
SPACES = ("2xs", "xs", "s", "m", "l", "xl", "2xl")
PAGES_OF_THREE = Paginator(range(3), 1)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Tokens and components; pictures are borrowed from the newest guide that has one."""
    picture, portrait = _picture(), _portrait()
    author = samples.person(portrait)
    context: dict[str, Any] = {
        "colours": COLOURS,
        "sizes": SIZES,
        "spaces": SPACES,
        "author": author,
        "nobody": samples.person(None),
        "cards": [samples.card(picture, author), samples.card(None, author)],
        "revision": samples.card(picture, author),
        "page": Page(samples.document(picture, portrait)),
        "topics": samples.topics(),
        "crumbs": samples.CRUMBS,
        "listings": samples.listings(author),
        "found": [PAGES_OF_THREE.page(number) for number in PAGES_OF_THREE.page_range],
        "changes": [{"went_live_at": samples.PUBLISHED, "note": "New figures for 2026."}],
        "promise": (promise := working_hours.current_promise()),
        "open": working_hours.in_words(promise),
        "form": EnquiryForm({"role": "candidate", "email": "sam@"}),
    }
    request.frame_sources = context["page"].frames.split()  # type: ignore[attr-defined]
    response = render(request, "agency/design_system.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _picture() -> Image | None:
    """The picture of the newest guide that has one."""
    newest = Revision.objects.published().exclude(hero__image=None).first()
    return newest.document().hero.image if newest else None


def _portrait() -> Image | None:
    author = Author.objects.exclude(picture=None).select_related("picture").first()
    return author.portrait_image() if author else None
