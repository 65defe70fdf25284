"""Guides that are live or scheduled, made past the gate: for tests that are not about its checks."""

from datetime import datetime

from django.utils import timezone

from articles.drafts.rows import document_of
from articles.models import Article, Revision
from articles.publishing import publication


def publish(guide: Article, *, at: datetime | None = None) -> Revision:
    """Makes the draft as stored what visitors read."""
    revision = Revision.from_document(guide, document_of(guide), at=timezone.now())
    revision.review_by = guide.review_by
    publication.go_live(revision, at=at or timezone.now(), by=None)
    guide.refresh_from_db()
    return revision


def schedule(guide: Article, at: datetime) -> Revision:
    """A revision of the draft as stored that waits for its hour."""
    revision = Revision.from_document(guide, document_of(guide), at=timezone.now())
    revision.goes_live_at = at
    revision.save()
    return revision
