"""When it was published and changed there."""

from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime

from django.utils.timezone import get_default_timezone

from articles.importing.sources.wordpress.items import Item


def published_at(item: Item) -> datetime | None:
    """In UTC where the export says so; a date of the site's own clock is taken as of our time zone."""
    return (
        _written(item.get("post_date_gmt"), UTC)
        or _in_a_feed(item.get("pubDate"))
        or _written(item.get("post_date"), get_default_timezone())
    )


def changed_at(item: Item) -> datetime | None:
    return _written(item.get("post_modified_gmt"), UTC) or _written(item.get("post_modified"), get_default_timezone())


def _written(text: str, zone: tzinfo) -> datetime | None:
    """Nothing for the zeros of a draft, and for what no calendar has."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.replace(tzinfo=zone) if found.year > 1 else None


def _in_a_feed(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)) if found.year > 1 else None
