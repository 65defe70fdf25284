"""The verbs of publishing: what the public sees changes here, and only here.

Each verb locks the guide, changes what is live, and writes the line of history in one transaction, so that simultaneous
calls run one after the other and a reader always finds one whole page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.document import Document
from articles.drafts import history, linking, questions, saving
from articles.drafts.rows import document_of
from articles.gate import inspection, overrides
from articles.gate.context import SiteContext
from articles.models import Article, GuideEvent, LiveLook, Revision
from articles.public import prepared
from articles.publishing import indexnow, pictures
from articles.review import upkeep
from articles.search import indexing

KINDS = GuideEvent.Kind


class CannotPublish(Exception):
    """The guide cannot be published whatever its words say; `reasons` are sentences for its editor."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, kw_only=True)
class PublishOptions:
    """How a revision is published: why, whether readers see the note, and overriding which findings.

    A substantive change moves the date that readers see. `overrides` leads from a finding's key to the reason;
    `review_by` is the next review, by default what the content suggests.
    """

    note: str = ""
    shows_note: bool = False
    is_substantive: bool = True
    overrides: Mapping[str, str] = field(default_factory=dict)
    review_by: date | None = None


@transaction.atomic
def publish(
    article: Article,
    options: PublishOptions | None = None,
    *,
    by: Any,
    at: datetime | None = None,
    site: SiteContext | None = None,
    document: Document | None = None,
) -> Revision:
    """Makes the draft as stored into the live revision and returns it. Raises `CannotPublish` or `overrides.Blocked`.

    `at` is the moment that the page gives as its update, and at the first time as its publication; now if not given.
    Pass `site` where many guides are published in one go, so that the site is read only once, and `document` to publish
    that instead of the draft, which stays as it is.
    """
    revision = _revision(saving.lock(article), options or PublishOptions(), by=by, site=site, document=document)
    revision.save()
    if article.revisions.scheduled().update(goes_live_at=None):
        history.record(article, KINDS.UNSCHEDULED, by=by)
    go_live(revision, at=at or timezone.now(), by=by)
    return revision


@transaction.atomic
def schedule(
    article: Article,
    options: PublishOptions | None = None,
    *,
    by: Any,
    at: datetime,
    site: SiteContext | None = None,
) -> Revision:
    """Makes the draft as stored into a revision that goes live at `at`; it replaces one that is already scheduled.

    What goes live then is what the gate let through now, even if the draft has changed. Raises as `publish` does, and
    takes a `site` for the same reason.
    """
    refuse_past(at)
    article = saving.lock(article)
    article.revisions.scheduled().update(goes_live_at=None)
    revision = _revision(article, options or PublishOptions(), by=by, site=site)
    revision.goes_live_at = at
    revision.save()
    history.record(article, KINDS.SCHEDULED, by=by, revision=revision, note=revision.note)
    Article.objects.filter(pk=article.pk).update(sent_for_review_at=None)
    return revision


@transaction.atomic
def go_live(revision: Revision, *, at: datetime, by: Any) -> None:
    """Switches the public page to the revision. Raises `CannotPublish` when its address is another guide's."""
    article = saving.lock(revision.article)
    if reasons := list(_taken(revision)):
        raise CannotPublish(reasons)
    revision.set_dates(at=at)
    article.revisions.published().update(is_live=False)
    revision.is_live, revision.goes_live_at, revision.went_live_at = True, None, timezone.now()
    _set_review(article, revision, at=at)
    revision.note_review(article.reviewed_on)
    _save_alone_at_its_address(revision)
    article.withdrawn_at = None
    article.has_unpublished_changes = linking.differ(revision.document(), document_of(article))
    if not article.has_unpublished_changes:  # a draft that is still another one still waits for its review
        article.sent_for_review_at = None
    article.save(
        update_fields=["withdrawn_at", "sent_for_review_at", "has_unpublished_changes", "reviewed_on", "review_by"]
    )
    LiveLook.objects.filter(article=article).delete()  # what the checks find in it was seen on publishing
    prepared.keep(revision)
    indexing.index(revision)
    history.record(article, KINDS.PUBLISHED, by=by, revision=revision, note=revision.note)
    questions.note_published(article, revision.document())
    indexnow.announce(article)
    pictures.ask_for_guide(article)


@transaction.atomic
def withdraw(article: Article, *, by: Any, note: str = "") -> None:
    """Takes the guide from the public; its addresses say that it is gone.

    Raises `CannotPublish` when nothing is live.
    """
    article = saving.lock(article)
    live = article.revisions.published().first()
    if live is None:
        raise CannotPublish(["This guide is not live."])
    article.revisions.published().update(is_live=False)
    article.withdrawn_at, article.withdraw_at, article.has_unpublished_changes = timezone.now(), None, True
    article.save(update_fields=["withdrawn_at", "withdraw_at", "has_unpublished_changes"])
    LiveLook.objects.filter(article=article).delete()
    prepared.discard(article.pk)
    indexing.remove(article.pk)
    history.record(article, KINDS.WITHDRAWN, by=by, revision=live, note=note)
    indexnow.announce(article)


def _revision(
    article: Article,
    options: PublishOptions,
    *,
    by: Any,
    site: SiteContext | None = None,
    document: Document | None = None,
) -> Revision:
    """The unsaved revision of the locked draft, or of another document of its, once the gate has let it through."""
    is_draft = document is None
    document = document or document_of(article)
    overridden = overrides.apply_overrides(inspection.findings(article, document, site), options.overrides, by=by)
    if not is_draft:
        saving.fill(article, document)  # in memory: the topic and author that the revision has are the document's
    revision = Revision.from_document(article, document, at=timezone.now())
    if reasons := list(_taken(revision)):
        raise CannotPublish(reasons)
    revision.note, revision.shows_note, revision.is_substantive = (
        options.note,
        options.shows_note,
        options.is_substantive,
    )
    revision.overrides, revision.review_by, revision.created_by = overridden, options.review_by, by
    return revision


def refuse_past(at: datetime) -> None:
    """Raises `CannotPublish` for a moment in the past."""
    if at <= timezone.now():
        raise CannotPublish(["Choose a time that is still to come."])


def _taken(revision: Revision) -> Iterable[str]:
    other = Revision.objects.published().filter(slug=revision.slug).exclude(article=revision.article_id).first()
    if other:
        yield f"The guide “{other.title}” is live at this address. Choose another one."


def _save_alone_at_its_address(revision: Revision) -> None:
    """Another guide may have gone live there since `_taken` looked: the lock is on this guide alone."""
    try:
        with transaction.atomic():
            revision.save()
    except IntegrityError as error:
        raise CannotPublish(["Another guide has just gone live at this address. Choose another one."]) from error


def _set_review(article: Article, revision: Revision, *, at: datetime) -> None:
    """A substantive publication counts as a review; a small correction leaves the dates, unless its editor chose one."""
    if revision.is_substantive or article.reviewed_on is None:
        article.reviewed_on = timezone.localdate(at)
        article.review_by = upkeep.suggested(revision.document(), article.reviewed_on)
    article.review_by = revision.review_by or article.review_by
