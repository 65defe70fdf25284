"""Fixing automatically what a check found."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from articles.document import Document
from articles.drafts import history, saving
from articles.drafts.rows import document_of
from articles.gate.checks.wording import encoding
from articles.models import Article, DraftVersion, GuideEvent

# What a finding's `repair` names: the document in, the repaired document out.
REPAIRS: dict[str, Callable[[Document], Document]] = {"encoding": encoding.repaired}


@transaction.atomic
def repair(article: Article, name: str, *, by: Any) -> DraftVersion:
    """Fixes what a check found and can fix; `name` is a key of `REPAIRS`."""
    article = saving.lock(article)
    version = saving.put(article, REPAIRS[name](document_of(article)), by=by)
    history.record(article, GuideEvent.Kind.REPAIRED, by=by, version=version, note=name)
    return version
