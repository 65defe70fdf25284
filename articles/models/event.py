from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.approval import ApprovalRequest
from articles.models.article import Article
from articles.models.draft_version import DraftVersion
from articles.models.revision import Revision


class GuideEvent(models.Model):
    """One line of a guide's history: what happened to it, when, by whom and why. Written once, never changed."""

    class Kind(models.TextChoices):
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"
        SCHEDULED = "scheduled", "Publication scheduled"
        WITHDRAWAL_SCHEDULED = "withdrawal_scheduled", "Withdrawal scheduled"
        UNSCHEDULED = "unscheduled", "Schedule cancelled"
        NOT_PUBLISHED = "not_published", "Scheduled publication failed"
        RESTORED = "restored", "Earlier revision restored into the draft"
        DISCARDED = "discarded", "Draft changes discarded"
        REPAIRED = "repaired", "Draft repaired"
        CONFLICT = "set_aside", "Somebody else saved first; this version conflicts with theirs"
        MERGED = "merged", "Conflicting version taken into the draft"
        SENT_FOR_REVIEW = "sent_for_review", "Sent for review"
        SENT_BACK = "sent_back", "Sent back to its author"
        REVIEWED = "reviewed", "Checked, still right"
        REVIEW_MOVED = "review_moved", "Review date set"
        HANDED_OVER = "handed_over", "Given to another owner"
        COPIED = "copied", "Made as a copy of another guide"
        IMPORTED = "imported", "Taken over from another site"
        SHARED = "shared", "Shared for approval"
        UNSHARED = "unshared", "Sharing ended"
        APPROVED = "approved", "Approved"
        COMMENTED = "commented", "Commented"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=24, choices=Kind)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="events")
    version = models.ForeignKey(DraftVersion, null=True, on_delete=models.SET_NULL, related_name="events")
    request = models.ForeignKey(ApprovalRequest, null=True, on_delete=models.SET_NULL, related_name="events")

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["article", "-at"], name="guide_history")]

    def __str__(self) -> str:
        return self.get_kind_display()
