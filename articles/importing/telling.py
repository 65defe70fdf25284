"""The report of a post, as data for other programs."""

from typing import Any

from articles.models import ImportedPost


def as_data(post: ImportedPost) -> dict[str, Any]:
    """What became of a post, line by line; `docs/moving-in.md` tells the shape."""
    return {
        "key": post.key,
        "title": post.title,
        "addresses": post.addresses,
        "state": post.state,
        "guide": post.article_id,
        "blocking": post.blocking,
        "warnings": post.warnings,
        "lines": post.lines,
        "open_links": post.open_links,
        "salaries": post.salaries,
    }
