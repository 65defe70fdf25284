"""What a search found, as HTML."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.search.highlighting import Run

register = template.Library()


@register.filter
def marked(runs: Iterable[Run]) -> SafeString:
    """The runs, with those that were searched for as `mark`."""
    pieces = (format_html("<mark>{}</mark>", run.text) if run.is_match else run.text for run in runs)
    return format_html_join("", "{}", ((piece,) for piece in pieces))
