"""What the link dialog of the rich-text editor asks: what a few letters may mean, and which headings a page has."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from articles.admin.guides.pages import MAY_VIEW
from articles.document.layout import Heading
from articles.drafts.rows import document_of
from articles.lib.admin_pages import AdminPage
from articles.references import choosing
from articles.references.choosing import Choice

LONGEST = 200
MOST_HEADINGS = 500


@require_safe
def find(request: HttpRequest) -> JsonResponse:
    """`q`: what has these letters in its name; or `reference`: what that one means."""
    if reference := request.GET.get("reference", ""):
        chosen = choosing.chosen(reference)
        return _found([chosen] if chosen else [])
    return _found(choosing.find(request.GET.get("q", "")[:LONGEST]))


@require_safe
def headings(request: HttpRequest) -> JsonResponse:
    """The headings of the guide that `reference` means."""
    return _headings(choosing.headings_of(request.GET.get("reference", ""), document_of))


@require_POST
def own_headings(request: HttpRequest) -> JsonResponse:
    """The headings of the guide that is being written, whose `words` come in the order of the page."""
    return _headings(choosing.headings_saying(request.POST.getlist("words")[:MOST_HEADINGS]))


def _found(choices: list[Choice]) -> JsonResponse:
    return JsonResponse({"found": [asdict(choice) for choice in choices]})


def _headings(found: list[Heading]) -> JsonResponse:
    return JsonResponse({"headings": [{"anchor": heading.anchor, "words": heading.words} for heading in found]})


PAGES = (
    AdminPage("links/", find, "articles_article_links", MAY_VIEW),
    AdminPage("links/headings/", headings, "articles_article_headings", MAY_VIEW),
    AdminPage("links/headings/own/", own_headings, "articles_article_own_headings", MAY_VIEW),
)
