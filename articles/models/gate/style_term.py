from django.core.exceptions import ValidationError
from django.db import models

from articles.models.fields import LineField


class StyleTerm(models.Model):
    """A name or abbreviation as the agency writes it; the gate checks guides against it."""

    name = models.CharField(max_length=80, unique=True, help_text="As it should be written: JavaScript.")
    avoid = LineField(
        "not", blank=True, help_text="How it should not be written, separated by commas: Javascript, Java Script."
    )
    is_known = models.BooleanField(
        "known to every reader",
        default=False,
        help_text="Tick for an abbreviation that needs no explanation, such as CV or HTML.",
    )

    class Meta:
        db_table = "articles_term"
        ordering = ["name"]
        verbose_name = "word list entry"
        verbose_name_plural = "word list"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.name in self.avoided():
            raise ValidationError({"avoid": "This is the spelling that should be used; take it out of the list."})

    def avoided(self) -> list[str]:
        """The wrong spellings."""
        return [word for word in (part.strip() for part in self.avoid.split(",")) if word]
