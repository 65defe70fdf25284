"""What the guides did for their readers lately, for the admin's front page."""

from typing import Any

from django import template

from articles.lib.reports.tables import with_picture
from articles.readership import reading, tables

MOST = 5

register = template.Library()


@register.simple_tag
def guide_readership(user: Any) -> list[dict[str, Any]]:
    """Views by day and the guides that are read most, drawn; nothing for those who may not see guides."""
    if not user.has_perm("articles.view_article"):
        return []
    most_read = tables.most_read(reading.lately(), MOST)
    return [with_picture(tables.views(reading.periods()[0])), with_picture(most_read)]
