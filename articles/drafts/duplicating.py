"""A guide made from another."""

from dataclasses import replace
from typing import Any

from django.db import transaction

from articles.drafts import addresses, history, saving
from articles.drafts.rows import add_blocks, document_of
from articles.models import Article, GuideEvent

LONGEST = Article._meta.get_field("title").max_length or 0


@transaction.atomic
def duplicate(article: Article, *, by: Any) -> Article:
    """A new draft with everything that this draft holds, pictures too; whoever makes it looks after it.

    Its history begins anew, with one line that names the original. Raises `saving.CannotRestore` when the draft names
    what is gone.
    """
    article = saving.lock(article)
    document = replace(document_of(article), title=f"Copy of {article}"[:LONGEST].rstrip())
    copy = Article(owner=by, title=document.title)
    document = replace(document, slug=addresses.free_address("", copy))
    saving.fill(copy, document)
    copy.save()
    rows = add_blocks(copy, document.blocks)
    version = saving.save(copy, by=by, rows=rows)
    history.record(copy, GuideEvent.Kind.COPIED, by=by, version=version, note=f"Of “{article}”.")
    return copy
