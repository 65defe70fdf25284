"""Every guide as Markdown: at its address with `.md` for `/`, and at its own for clients that prefer Markdown."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.request import MediaType
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.document import markdown
from articles.document.markdown import escape
from articles.lib.cacheable import cacheable
from articles.lib.days import in_words
from articles.lib.urls import absolute
from articles.models import Revision
from articles.public import addresses
from articles.public.addresses import Withdrawn
from articles.references import reading

MARKDOWN = "text/markdown"
CONTENT_TYPE = f"{MARKDOWN}; charset=utf-8"


@require_safe
@cacheable()
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """The guide as Markdown; moved and withdrawn guides answer as their pages do."""
    try:
        revision = addresses.current(slug, whole=True)
    except Withdrawn as withdrawn:
        gone = f"# This guide has been withdrawn\n\nWe no longer publish “{escape(withdrawn.former.title)}”.\n"
        return HttpResponse(gone, content_type=CONTENT_TYPE, status=HTTPStatus.GONE)
    if revision.slug != slug:
        return HttpResponsePermanentRedirect(path(revision))
    page = absolute(revision.get_absolute_url())
    # RFC 6596: searches should lead readers to the page.
    return HttpResponse(text(revision), content_type=CONTENT_TYPE, headers={"Link": f'<{page}>; rel="canonical"'})


def is_preferred(request: HttpRequest) -> bool:
    """Whether the request asks for Markdown rather than a page; browsers do not, nor do clients that take anything."""
    offered = ["text/html", MARKDOWN]
    # Whatever a client adds to a type, such as a charset, it is answered with what we have of that type.
    offered += [str(asked) for asked in request.accepted_types if _bare(asked) in offered and asked.range_params]
    return (request.get_preferred_type(offered) or "").startswith(MARKDOWN)


def _bare(kind: MediaType) -> str:
    return f"{kind.main_type}/{kind.sub_type}"


def negotiated(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for the guide's own address.

    A shared cache must not keep it, or readers would get it. Their page does not vary on `Accept` (RFC 9110, section
    12.5.5, leaves that to us), so that caches hold it once; to be sure of Markdown, ask for `.md`.
    """
    response = guide(request, slug)
    patch_vary_headers(response, ["Accept"])
    response.headers["Cache-Control"] = "private"
    response.headers["Content-Location"] = reverse("articles:markdown", args=[slug])
    return response


def path(revision: Revision) -> str:
    """Where the Markdown of a guide is."""
    return reverse("articles:markdown", args=[revision.slug])


def text(revision: Revision) -> str:
    """The whole guide with who signs it, its dates and its page, all links in full."""
    author, page = revision.author, revision.get_absolute_url()
    signed = f"By [{escape(author.name)}]({author.get_absolute_url()}), {escape(author.role)}"
    notes = f"{signed}\n\n{'. '.join(_dates(revision))}\n\nRead it as a page: <{absolute(page)}>"
    [document] = reading.shown(revision.document())
    return markdown.with_full_addresses(markdown.to_markdown(document, notes), absolute(page))


def _dates(revision: Revision) -> list[str]:
    named = [
        (name, timezone.localdate(at))
        for name, at in (("Published", revision.published_at), ("Updated", revision.updated_at))
    ]
    if revision.last_reviewed:
        named.append(("Last reviewed", revision.last_reviewed))
    return [f"{name} {in_words(day)}" for name, day in named]
