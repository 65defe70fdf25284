"""Links to the other pages of a list."""

from typing import Any

from django import template
from django.core.paginator import Paginator
from django.template import Context

register = template.Library()


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: Context, number: int, pages: int, of: str, query: str = "", **words: str) -> dict[str, Any]:
    """Page `number` of `pages` of something, which `of` names; `query` is what else the address asks for, from its "?".

    `before` and `after` are the words of the links to the pages beside it. The first page's address has no number.
    """
    path = context["request"].path

    def link(page: Any) -> dict[str, Any]:
        asked = f"{query}{'&' if query else '?'}page={page}" if page != 1 else query
        return {"number": page, "address": path + asked}

    shown = Paginator(range(pages), 1).get_elided_page_range(number, on_each_side=1, on_ends=1)
    return {
        "of": of,
        "number": number,
        "links": [link(page) if isinstance(page, int) else {} for page in shown] if pages > 1 else [],
        "before": {**link(number - 1), "words": words.get("before", "Previous")} if number > 1 else None,
        "after": {**link(number + 1), "words": words.get("after", "Next")} if number < pages else None,
    }
