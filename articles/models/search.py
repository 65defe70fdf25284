from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import StartsWith
from django.db.models.signals import post_delete
from django.db.models.sql.compiler import SQLCompiler
from django.dispatch import receiver

from articles.language.stemming import stem
from articles.language.words import LONGEST, folded
from articles.models.article import Article
from articles.models.content_version import Shown
from articles.models.fields import LineField
from articles.models.revision import Revision

LAST_SIGN = "\U0010ffff"


class Begins(StartsWith):
    """As `startswith`, but on SQLite by a range of its index, which LIKE does not use. It compares text sign by sign."""

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        column, params = self.process_lhs(compiler, connection)
        return f"({column} >= %s AND {column} < %s)", [*params, self.rhs, *params, f"{self.rhs}{LAST_SIGN}"]


COUNT = """
    INSERT INTO articles_searchword (word, stem, guides) VALUES (%s, %s, %s)
    ON CONFLICT (word) DO UPDATE SET guides = articles_searchword.guides + excluded.guides
"""


class SearchEntry(models.Model):
    """What a live guide is found by: the stems of its words, by how much they say of it.

    The database keeps its full-text index beside this table by itself (migration 0011): on SQLite by triggers, which a
    later migration must make again when it changes this table, since SQLite then remakes the table without them.
    """

    revision = models.OneToOneField(Revision, primary_key=True, on_delete=models.CASCADE, related_name="search_entry")
    title = models.TextField()
    points = models.TextField()
    summary = models.TextField()
    body = models.TextField()
    # What searches of the release before show; nobody fills it any more, and it goes with the next release.
    text = models.TextField(default="", editable=False)
    # Its different words, folded.
    vocabulary = models.TextField()

    class Meta:
        verbose_name_plural = "search entries"

    def __str__(self) -> str:
        return self.title

    def words(self) -> set[str]:
        """The different words that it is found by."""
        return set(self.vocabulary.split())


class SearchText(models.Model):
    """What a search shows of a live guide: its title, and a passage a line, as far as it is looked through.

    In `text` a sign stands on either side of each word; `stems` has the stems of the same words, line by line
    (`articles/search/highlighting.py`). In a table of its own: ranking reads very many entries and none of this. On
    PostgreSQL the titles are looked up here (migration 0016).
    """

    revision = models.OneToOneField(Revision, primary_key=True, on_delete=models.CASCADE, related_name="search_text")
    text = models.TextField()
    stems = models.TextField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"What a search shows of revision {self.revision_id}"


class SearchWordManager(models.Manager["SearchWord"]):
    def count_in(self, words: Iterable[str]) -> None:
        """One more guide has these words."""
        self.add(dict.fromkeys(words, 1))

    def count_out(self, words: Iterable[str]) -> None:
        """One guide less has these words."""
        self.add(dict.fromkeys(words, -1))
        self.filter(guides__lte=0).delete()

    def add(self, guides: Mapping[str, int]) -> None:
        """So many more guides have each word, or less.

        In alphabetical order: two publications at the same time lock the words that they share one after the other.
        """
        with connection.cursor() as cursor:
            cursor.executemany(COUNT, [(word, stem(word), more) for word, more in sorted(guides.items())])


class SearchWord(models.Model):
    """A word that live guides hold, and how many do; it completes beginnings of words and corrects typing slips."""

    word = models.CharField(max_length=LONGEST, primary_key=True)
    stem = models.CharField(max_length=LONGEST, db_index=True)
    guides = models.IntegerField()

    objects = SearchWordManager()

    class Meta:
        # The words of most guides, read from the index alone.
        indexes = [models.Index(fields=["-guides", "word", "stem"], name="words_of_most_guides")]

    def __str__(self) -> str:
        return self.word


class DraftWords(models.Model):
    """The different words of a draft, folded: what staff find it by. Visitors' searches never look here.

    The database keeps its full-text index by itself, as that of `SearchEntry`: see migration 0017.
    """

    article = models.OneToOneField(Article, primary_key=True, on_delete=models.CASCADE, related_name="draft_words")
    words = models.TextField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"The words of the draft of guide {self.article_id}"


@receiver(post_delete, sender=SearchEntry)
def _count_out(instance: SearchEntry, **_signal: Any) -> None:
    """However an entry goes: when its guide is withdrawn, or deleted with everything of it."""
    SearchWord.objects.count_out(instance.words())


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
