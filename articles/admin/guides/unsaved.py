"""The document that a form as it stands would make of its draft, with nothing of it stored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from content_editor.admin import ContentEditorInline
from django.contrib import admin
from django.core.exceptions import ObjectDoesNotExist
from django.forms import ModelForm
from django.forms.formsets import DELETION_FIELD_NAME, ManagementForm
from django.http import HttpRequest

from articles.admin.guides import places
from articles.admin.guides.places import Located
from articles.document import Document
from articles.drafts import conflicts, saving
from articles.drafts.rows import document_of, rows_of
from articles.gate.findings import Finding
from articles.models import Article, BlockRow

INCOMPLETE = "A part of the page did not arrive. Load the page again."


class CannotRead(Exception):
    """The form cannot be saved as it stands; the message says what is wrong with which field."""


class Row(NamedTuple):
    """A block as the form has it; `place` is the id of its part of the form, empty where it has none."""

    row: BlockRow
    place: str


@dataclass(frozen=True, kw_only=True)
class Unsaved:
    """What a form says: the guide and its rows, none of it stored, and the document that they make."""

    guide: Article
    rows: Sequence[Row]
    document: Document

    @property
    def row_ids(self) -> list[int | None]:
        return [row.pk for row, _place in self.rows]

    def located(self, found: Sequence[Finding]) -> list[Located]:
        """The findings in its document, each with its place in the form as it stands."""
        return places.locate(
            found, self.document, [row for row, _place in self.rows], [place for _row, place in self.rows]
        )


def opened_at(request: HttpRequest, guide: Article) -> int:
    """The version of the draft at which the posted form was opened; the present one where it does not say."""
    text = request.POST.get("draft_version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else guide.version


def read(request: HttpRequest, guide: Article, number: int = 0) -> Unsaved:
    """What was posted, read by the fields and rules with which a draft is saved. Raises `CannotRead`.

    Chosen files are not looked at. `number` is the version at which the form was opened, whose rows it speaks of.
    """
    try:
        stored = _rows_at(guide, number)
    except ObjectDoesNotExist as error:
        raise CannotRead(saving.GONE) from error
    form_class = admin.site.get_model_admin(Article).get_form(request, guide, change=guide.pk is not None)
    form = form_class(request.POST, instance=guide)
    faults = list(_faults(form))
    rows = list(_rows(request, guide, stored, faults))
    if faults:
        raise CannotRead(faults[0])
    rows.sort(key=lambda each: (each.row.ordering, each.row.pk is None, each.row.pk or 0))
    return Unsaved(guide=form.instance, rows=rows, document=document_of(form.instance, [each.row for each in rows]))


def _rows_at(guide: Article, number: int) -> list[BlockRow]:
    """The rows of the draft as its editor opened it: where somebody saved since, these may be gone."""
    if guide.pk is None:
        return []
    if number != guide.version and (version := conflicts.opened(guide, number)):
        return conflicts.rows_then(version)
    return rows_of(guide)


def _rows(request: HttpRequest, guide: Article, stored: Sequence[BlockRow], faults: list[str]) -> Iterator[Row]:
    """The rows of every kind; as they are stored where the editor may not change them."""
    read_from_form = set()
    for formset, inline in admin.site.get_model_admin(Article).get_formsets_with_inlines(request, guide):
        if isinstance(inline, ContentEditorInline) and inline.has_change_permission(request, guide):
            read_from_form.add(inline.model)
            known = {str(row.pk): row for row in stored if type(row) is inline.model}
            yield from _rows_of_kind(request.POST, formset, known, faults)
    yield from (Row(row, "") for row in stored if type(row) not in read_from_form)


def _rows_of_kind(data: Any, formset: Any, known: Mapping[str, BlockRow], faults: list[str]) -> Iterator[Row]:
    """Form by form: a formset would ask the database for every row again, and refuse those that somebody deleted."""
    prefix = formset.get_default_prefix()
    management = ManagementForm(data, prefix=prefix)
    if not management.is_valid():
        faults.append(INCOMPLETE)
        return
    for index in range(min(management.cleaned_data["TOTAL_FORMS"], formset.absolute_max)):
        place = f"{prefix}-{index}"
        if f"{place}-{DELETION_FIELD_NAME}" not in data:
            form = formset.form(data, prefix=place, instance=known.get(data.get(f"{place}-id", "")))
            faults.extend(_faults(form))
            yield Row(form.instance, place)


def _faults(form: ModelForm) -> Iterator[str]:
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        yield f"{label}: {errors[0]}" if label else str(errors[0])
