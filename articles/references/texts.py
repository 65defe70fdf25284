"""Texts of the site outside of guides, such as biographies; whoever has a column of them registers it.

Readers get them as soon as they are saved, and no check reads them before. So the admin names those whose links lead
nowhere, and those that link to what somebody is about to delete.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Model
from django.urls import reverse

from articles.document.references import SCHEME, Reference, in_html, read
from articles.references import broken
from articles.references.targets import LINKED_AS, targets


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of rich text, and what the text of one row is called, with `{}` for the name of the row."""

    model: type[Model]
    name: str
    called: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteText:
    """One such text: the row that holds it, what it is called, and its HTML."""

    row: Model
    name: str
    html: str

    @property
    def edited_at(self) -> str:
        return reverse(f"admin:{self.row._meta.label_lower.replace('.', '_')}_change", args=[self.row.pk])

    def may_change(self, user: Any) -> bool:
        meta = self.row._meta
        return user.has_perm(f"{meta.app_label}.change_{meta.model_name}")


_columns: list[TextColumn] = []


def register(model: type[Model], name: str, called: str) -> None:
    """From now on, the texts in this column of the model are looked after."""
    if (column := TextColumn(model, name, called)) not in _columns:
        _columns.append(column)


def linking_to(*things: Model) -> dict[Any, list[SiteText]]:
    """The texts that link to each of the things, which are of one kind, but for its own; in one query for each column."""
    kind = LINKED_AS.get(type(things[0])) if things else None
    if kind is None:
        return {}
    by_slug = {Reference(kind, thing.pk).slug: thing for thing in things}
    found: dict[Any, list[SiteText]] = defaultdict(list)
    for text in _linking():
        slugs = {reference.slug for reference in map(read, in_html(text.html)) if reference}
        for slug in by_slug.keys() & slugs:
            if by_slug[slug] != text.row:
                found[by_slug[slug]].append(text)
    return dict(found)


def broken_links() -> list[tuple[SiteText, list[str]]]:
    """The texts with links that do not lead where they should, each with a sentence for every such link."""
    texts = list(_linking())
    meant = targets(chain.from_iterable(in_html(text.html) for text in texts))
    found = ((text, broken.in_text(text.html, meant)) for text in texts)
    return [(text, sentences) for text, sentences in found if sentences]


def _linking() -> Iterator[SiteText]:
    """All that have a link by reference. There are as many as authors and standing pages, so they are read whole."""
    for column in _columns:
        for row in column.model._default_manager.filter(**{f"{column.name}__contains": f'"{SCHEME}'}):
            yield SiteText(row=row, name=column.called.format(row), html=getattr(row, column.name))
