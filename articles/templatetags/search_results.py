"""What a search found, as HTML."""

from collections.abc import Iterable
from functools import reduce
from operator import add

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from articles.search.highlighting import Run

register = template.Library()
NOTHING, OPENS, CLOSES = format_html("{}", ""), format_html("<{}>", "mark"), format_html("</{}>", "mark")


@register.filter
def marked(runs: Iterable[Run]) -> SafeString:
    """The runs, with those that were searched for as `mark`. A page has a hundred of them: each is escaped just once."""
    return reduce(add, map(_piece, runs), NOTHING)


def _piece(run: Run) -> SafeString:
    text = conditional_escape(run.text)
    return OPENS + text + CLOSES if run.is_match else text
