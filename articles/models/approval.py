from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article
from articles.models.author import Author
from articles.models.fields import LineField
from articles.outbox.models import Message


class ApprovalRequest(models.Model):
    """Somebody without an account who is asked to look at a draft and approve it, or to comment on it.

    With a `speaker`, the one who is quoted is asked about their own words. The link ends at `expires_at`, or when an
    editor ends it.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="approval_requests")
    speaker = models.ForeignKey(
        Author, null=True, blank=True, on_delete=models.CASCADE, related_name="+", db_column="voice_id"
    )
    name = LineField(help_text="Who is asked. The history shows their answer under this name.")
    email = models.EmailField(
        "e-mail",
        max_length=254,
        blank=True,
        help_text="The link is sent to this address. Leave it empty to send the link yourself.",
    )
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    mail = models.ForeignKey(Message, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.name

    def is_open(self) -> bool:
        return self.ended_at is None and timezone.now() < self.expires_at
