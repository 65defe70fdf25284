"""The links of a draft: addresses of this site become references when it is saved, which is no change to its readers."""

from collections.abc import Iterable

from articles.document import Document
from articles.document.linked_documents import rewritten, rich_texts
from articles.models import BLOCK_MODELS, BlockRow
from articles.models.fields import RichTextField
from articles.references.own_addresses import with_references


def rich_columns(model: type[BlockRow]) -> list[str]:
    """The columns of a kind of block that hold rich text."""
    return [field.name for field in model._meta.fields if isinstance(field, RichTextField)]


RICH = {model: columns for model in BLOCK_MODELS if (columns := rich_columns(model))}


def refer(rows: Iterable[BlockRow]) -> None:
    """Stores the rows whose links named pages of this site by their addresses, with references instead."""
    texts = [(row, name, getattr(row, name)) for row in rows for name in RICH.get(type(row), ())]
    changed = with_references(html for _row, _name, html in texts)
    for row, name, html in texts:
        if html in changed:
            setattr(row, name, changed[html])
            row.save(update_fields=[name])


def differ(live: Document, draft: Document) -> bool:
    """Whether the draft says or shows something else than what is live, however either names the pages it links to."""
    return live != draft and referred(live) != draft


def referred(document: Document) -> Document:
    """The document with references for the addresses of this site."""
    changed = with_references(rich_texts(document))
    return rewritten(document, lambda html: changed.get(html, html)) if changed else document
