"""What every editing table has: a row for one block of a draft, which converts to the document’s block and back."""

from typing import Any, ClassVar, Self

from content_editor.models import create_plugin_base
from django.db.models import QuerySet
from django.utils.text import Truncator

from articles.document import blocks, richtext
from articles.models.article import Article

SUMMARY_LENGTH = 60


class BlockRow(create_plugin_base(Article)):  # type: ignore[misc]
    """One row of a draft.

    `symbol` is one of the icon font that comes with the block editor. `copied` names the columns whose block fields have
    the same name and value; `summary` the column whose beginning tells an editor which block this is.
    """

    block: ClassVar[type[blocks.Block]]
    symbol: ClassVar[str]
    copied: ClassVar[tuple[str, ...]] = ()
    summary: ClassVar[str]

    class Meta:
        abstract = True
        ordering = ["ordering", "id"]

    def __str__(self) -> str:
        return Truncator(richtext.plain(str(getattr(self, self.summary) or ""))).chars(SUMMARY_LENGTH)

    def to_block(self) -> blocks.Block:
        """The row as the document's value."""
        return self.block(**{name: getattr(self, name) for name in self.copied})

    @classmethod
    def from_block(cls, block: Any) -> Self:
        """An unsaved row. Raises `DoesNotExist` when the block names an author or job role that is gone."""
        return cls(**{name: getattr(block, name) for name in cls.copied})

    @classmethod
    def with_related(cls, rows: QuerySet) -> QuerySet:
        """Rows of this kind with what their blocks show of other tables, so that many cost no more than one."""
        return rows
