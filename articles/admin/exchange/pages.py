"""What the scripts of the block editor ask for. Nothing here is saved: the blocks go into the form that asks."""

from itertools import islice
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_GET, require_POST

from articles.admin.exchange.values import BY_PREFIX, FORMS, prefix_of, row_from, values_of
from articles.admin.guides.pages import MAY_VIEW, guide_page
from articles.document import conversion
from articles.drafts import finding
from articles.drafts.rows import rows_from, rows_of
from articles.language.letters import plain
from articles.lib.admin_pages import AdminPage
from articles.models import Article
from articles.models.blocks import TextBlock

MOST_GUIDES = 20


@require_POST
def convert(request: HttpRequest) -> JsonResponse:
    """A part of a text (`html`) as blocks of the kind that `to` names."""
    model = BY_PREFIX.get(request.POST.get("to", ""))
    if model is None or not conversion.is_convertible(model.block):
        return _refused("Text cannot become a block of this kind.")
    blocks = conversion.from_text(request.POST.get("html", ""), model.block)
    return JsonResponse({"blocks": [values_of(row) for row in rows_from(blocks)]})


@require_POST
def to_text(request: HttpRequest) -> JsonResponse:
    """What stands in a block (`from` names its kind, the other fields are its own) as a text block."""
    try:
        row = row_from(request.POST.get("from", ""), request.POST)
    except KeyError:
        return _refused("This block cannot become text.")
    except ValueError as refusal:
        return _refused(str(refusal))
    return JsonResponse({"blocks": [values_of(TextBlock(html=conversion.to_text(row.to_block())))]})


@require_GET
def guides(request: HttpRequest) -> JsonResponse:
    """The guides whose titles hold every word of `q` or its beginning, the newest first; without it, the newest."""
    asked = request.GET.get("q", "")
    terms = plain(asked).split()
    having = finding.find(Article.objects.order_by("-pk"), asked).only("title")
    found = (guide for guide in having.iterator() if all(term in plain(guide.title) for term in terms))
    return JsonResponse(
        {
            "guides": [
                {"title": str(guide), "blocks": reverse("admin:articles_article_blocks", args=[guide.pk])}
                for guide in islice(found, MOST_GUIDES)
            ]
        }
    )


@require_GET
def blocks(request: HttpRequest, guide: Article) -> JsonResponse:
    """The blocks of the guide's draft, in the order of the page."""
    return JsonResponse({"blocks": [values_of(row) for row in rows_of(guide)]})


def for_scripts() -> dict[str, Any]:
    """Where the scripts ask, and which kinds of blocks a text can become."""
    names = {"convert": "convert", "toText": "to_text", "guides": "copy", "word": "word"}
    kinds = [model for model in FORMS if conversion.is_convertible(model.block)]
    return {
        **{key: reverse(f"admin:articles_article_blocks_{name}") for key, name in names.items()},
        "kinds": [{"prefix": prefix_of(model), "title": capfirst(model._meta.verbose_name)} for model in kinds],
    }


def _refused(why: str) -> JsonResponse:
    return JsonResponse({"error": why}, status=400)


PAGES = (
    AdminPage("blocks/convert/", convert, "articles_article_blocks_convert", MAY_VIEW),
    AdminPage("blocks/text/", to_text, "articles_article_blocks_to_text", MAY_VIEW),
    AdminPage("blocks/guides/", guides, "articles_article_blocks_copy", MAY_VIEW),
    guide_page("blocks/", blocks),
)
