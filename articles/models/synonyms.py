from django.core.exceptions import ValidationError

from articles.language.stemming import stem
from articles.language.words import folded
from articles.models.content_version import Shown
from articles.models.fields import LineField


class SynonymGroup(Shown):
    """Words and phrases that mean the same to who searches: whoever asks for one finds the others, too."""

    words = LineField(
        unique=True,
        help_text=(
            "Words or phrases, with commas between them: CV, résumé, curriculum vitae. Plurals, accents, hyphens and "
            "spellings such as organise and organize are known without this list."
        ),
    )

    class Meta:
        ordering = ["words"]
        verbose_name = "synonyms"
        verbose_name_plural = "search synonyms"

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        if len({tuple(map(stem, phrase)) for phrase in self.phrases()}) < 2:
            raise ValidationError({"words": "Enter at least two different words or phrases, with commas between them."})

    def phrases(self) -> list[tuple[str, ...]]:
        """Each phrase as its folded words."""
        return [tuple(phrase.split()) for part in self.words.split(",") if (phrase := folded(part))]
