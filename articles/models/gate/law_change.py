from django.core.exceptions import ValidationError
from django.db import models

from articles.models.fields import LineField


class LawChange(models.Model):
    """A change of the law, and the words by which the gate tells that a guide touches it."""

    subject = LineField(unique=True, help_text="What it is about: umbrella companies.")
    words = models.TextField(
        help_text="Words or phrases of guides that touch it, one on each line. An asterisk stands for any ending: "
        "“umbrella compan*” finds company and companies.",
    )
    in_force_on = models.DateField("in force on", db_index=True)
    what = LineField(
        "what changed", roomy=True, help_text="One sentence, true from the day on which the change is in force."
    )
    link = models.URLField(help_text="Where it says so: GOV.UK, legislation.gov.uk or Acas.")

    class Meta:
        ordering = ["-in_force_on", "subject"]
        verbose_name = "new law"
        verbose_name_plural = "changes of the law"

    def __str__(self) -> str:
        return self.subject

    def clean(self) -> None:
        if any(not phrase.replace("*", "").strip() for phrase in self.phrases()) or not self.phrases():
            raise ValidationError({"words": "Write at least one word on each line; an asterisk alone is every word."})

    def phrases(self) -> tuple[str, ...]:
        """The words or phrases, as they were typed."""
        return tuple(line.strip() for line in str(self.words).splitlines() if line.strip())
