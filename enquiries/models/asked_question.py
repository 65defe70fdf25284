from django.db import models

from articles.models import ProposedQuestion
from enquiries.models.enquiry import Enquiry


class AskedQuestion(models.Model):
    """Who asked a question that was proposed for a guide. The question itself names nobody, and outlives this."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="asked_questions")
    proposed = models.ForeignKey(ProposedQuestion, on_delete=models.CASCADE, related_name="+")
    wants_answer = models.BooleanField(help_text="They want to be told when a guide answers it.")
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enquiry", "proposed"], name="asked_once")]
        indexes = [
            models.Index(
                fields=["proposed"], condition=models.Q(wants_answer=True, told_at=None), name="asked_to_be_told"
            )
        ]

    def __str__(self) -> str:
        return str(self.proposed)
