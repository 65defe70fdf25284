"""Receiving an enquiry: stored with its notices, or not at all."""

from typing import Any
from urllib.parse import urlsplit

from django.db import transaction

from articles.models import Article, Revision
from enquiries import notices
from enquiries.models import Enquiry

GUIDES = "/guides/"


@transaction.atomic
def receive(answers: dict[str, Any]) -> Enquiry:
    """Stores the enquiry that valid form `answers` describe, and the notices that must follow it."""
    enquiry = Enquiry.objects.create(
        role=answers["role"],
        name=answers["name"],
        email=answers["email"],
        message=answers["message"],
        source_path=answers["from"],
        guide=guide_at(answers["from"]),
    )
    notices.queue(enquiry)
    return enquiry


def guide_at(path: str) -> Article | None:
    """The guide that a path of this site leads to, if it does; any text may come in."""
    path = urlsplit_path(path)
    if not path.startswith(GUIDES):
        return None
    slug = path.removeprefix(GUIDES).strip("/")
    revision = Revision.objects.select_related("article").filter(slug=slug).order_by("-is_live", "-id").first()
    return revision.article if revision else None


def urlsplit_path(text: str) -> str:
    """The path part of an address, or nothing when it is none."""
    try:
        return urlsplit(text).path
    except ValueError:
        return ""
