from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from articles.models.article import Article
from articles.models.fields import LineField


class ProposedQuestionQuerySet(models.QuerySet["ProposedQuestion"]):
    def undecided(self) -> "ProposedQuestionQuerySet":
        """What an editor has still to take up or decline."""
        return self.filter(state=ProposedQuestion.State.PROPOSED)


class ProposedQuestion(models.Model):
    """A question that somebody asked us, proposed by a colleague for a guide. It names nobody."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "proposed"
        TAKEN_UP = "taken_up", "taken up in the draft"
        PUBLISHED = "published", "published"
        DECLINED = "declined", "declined"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="proposed_questions")
    question = LineField()
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    answered_as = LineField(blank=True, help_text="The question of the guide that answers it, once it is taken up.")
    reason = LineField(blank=True, help_text="Why it was declined.")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    proposed_at = models.DateTimeField(db_default=Now())
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True)

    objects = ProposedQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["proposed_at", "id"]
        indexes = [
            models.Index(fields=["article"], condition=models.Q(state="proposed"), name="question_undecided"),
        ]

    def __str__(self) -> str:
        return self.question
