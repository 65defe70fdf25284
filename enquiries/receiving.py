"""Receiving an enquiry: stored with its notices, or not at all."""

import re
from typing import Any

from django.db import transaction

from articles.models import Article, Revision
from enquiries import notices
from enquiries.models import Enquiry

GUIDE_PATH = re.compile(r"/guides/(?P<slug>[-a-zA-Z0-9_]+)/")


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
    """The guide that a path of this site leads to, now or before its address changed; any text may come in."""
    match = GUIDE_PATH.match(path)
    if match is None:
        return None
    revision = Revision.objects.select_related("article").filter(slug=match["slug"]).order_by("-is_live", "-id").first()
    return revision.article if revision else None
