"""What only WordPress and its plug-ins know, said in HTML that means it."""

from articles.importing.report import Line


def as_html(html: str) -> tuple[str, tuple[Line, ...]]:
    """The text of a post as HTML, and what has to be reported of it."""
    return html, ()
