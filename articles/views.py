"""The public pages of guides, topics and authors."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import richtext
from articles.models import Author, Revision, Topic
from articles.models.revision import RevisionQuerySet
from articles.page import Page

GUIDES_A_PAGE = 12
RELATED = 3


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """A published guide; an address that it had before leads to the one it has now."""
    revision = Revision.objects.published().select_related("topic", "author").filter(slug=slug).first()
    if revision is None:
        return _moved(slug)
    return render_revision(request, revision)


def render_revision(request: HttpRequest, revision: Revision, *, preview: bool = False) -> HttpResponse:
    """The guide page of any revision, saved or not."""
    related = Revision.objects.published().for_cards().filter(topic=revision.topic).exclude(article=revision.article_id)
    context = {
        "revision": revision,
        "page": Page(revision.document()),
        "related": related[:RELATED],
        "biography": richtext.render(revision.author.biography),
        "preview": preview,
    }
    return render(request, "articles/guide.html", context)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every published guide, newest first, with the topics."""
    return _listing(request, "articles/index.html", Revision.objects.all(), {"topics": _topics()})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The published guides of one topic."""
    topic = get_object_or_404(Topic, slug=slug)
    return _listing(request, "articles/topic.html", topic.revisions.all(), {"topic": topic, "topics": _topics()})


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """The public profile of a person or desk, with the guides they signed."""
    author = get_object_or_404(Author, slug=slug)
    return _listing(
        request,
        "articles/author.html",
        author.revisions.all(),
        {"author": author, "biography": richtext.render(author.biography)},
    )


def _listing(
    request: HttpRequest, template: str, revisions: RevisionQuerySet, context: dict[str, object]
) -> HttpResponse:
    paginator = Paginator(revisions.published().for_cards(), GUIDES_A_PAGE)
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdigit() and len(number) <= 9 and 1 <= int(number) <= paginator.num_pages):
        raise Http404("There is no such page of guides.")
    return render(request, template, context | {"guides": paginator.page(int(number))})


def _topics() -> list[Topic]:
    return list(Topic.objects.filter(revisions__is_live=True).distinct())


def _moved(slug: str) -> HttpResponse:
    current = Revision.objects.published().filter(article__revisions__slug=slug).order_by("-id").first()
    if current is None:
        raise Http404("There is no guide at this address.")
    return HttpResponsePermanentRedirect(current.get_absolute_url())
