"""A guide as a Word file, for people who review there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from articles.document import Document
from articles.document.word import to_word
from articles.drafts.rows import document_of
from articles.lib.days import in_words
from articles.lib.urls import absolute
from articles.models import UNTITLED, Article, Author, Revision
from articles.references import reading

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def draft(request: HttpRequest, guide: Article) -> HttpResponse:
    """The draft as it is stored."""
    state = f"Draft, version {guide.version}, saved on {in_words(timezone.localdate(guide.saved_at))}"
    return _file(document_of(guide), guide.slug, state, guide.author)


@require_safe
def live(request: HttpRequest, guide: Article) -> HttpResponse:
    """The page that readers see."""
    revision = Revision.objects.published().select_related("author").filter(article=guide).first()
    if revision is None:
        raise Http404
    state = f"As published on {in_words(timezone.localdate(revision.updated_at))}"
    return _file(revision.document(), revision.slug, state, revision.author)


def _file(document: Document, slug: str, state: str, author: Author | None) -> HttpResponse:
    [shown] = reading.shown(document)
    page = absolute(reverse("articles:guide", args=[slug]) if slug else "/")
    content = to_word(shown, page=page, state=state, author=author.name if author else "")
    disposition = content_disposition_header(True, f"{slug or UNTITLED}.docx") or ""
    return HttpResponse(content, content_type=WORD, headers={"Content-Disposition": disposition})
