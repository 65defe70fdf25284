"""The forms’ own help, left in a field or pasted into one."""

from collections.abc import Iterable, Iterator

from django.db.models import Model

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, sentences
from articles.gate.prose.words import cut, folded
from articles.models.article import Article
from articles.models.blocks import BLOCK_MODELS

HELP_TEXT = Rule(
    check="help-text-as-content",
    level=Level.BLOCKS,
    why="These are the form’s words to you, not yours to the reader.",
    advice="Write what the form asks for, or leave the field empty.",
)
LONG_SENTENCE = 7


def _help_texts(models: Iterable[type[Model]]) -> frozenset[str]:
    """What the forms say beside their fields: each text as a whole, and each longer sentence of it."""
    texts = [str(field.help_text) for model in models for field in model._meta.fields if field.help_text]
    parts = [part for text in texts for part in sentences(text) if len(part.split()) >= LONG_SENTENCE]
    return frozenset(folded(text) for text in (*texts, *parts))


HELP_TEXTS = _help_texts((Article, *BLOCK_MODELS))


def help_text_as_content(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """The help text of a form's field, left in a field or pasted into one."""
    for passage in guide.passages:
        if any(folded(text) in HELP_TEXTS for text in (passage.text, *passage.sentences)):
            what = f"“{cut(passage.text)}” is what the form says beside a field."
            yield HELP_TEXT.found(passage.place, what, excerpt=cut(passage.text))


CHECKS = (help_text_as_content,)
