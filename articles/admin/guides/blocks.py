"""The blocks of a guide as the admin edits them: one inline per kind."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from content_editor.admin import ContentEditorInline
from django import forms
from django.contrib.admin.helpers import InlineAdminFormSet
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from articles.admin.pictures.choosing import ChoosesPictures
from articles.models import BLOCK_MODELS, BlockRow


class ChoiceReadOnce(forms.ModelChoiceField):
    """Looks up what a row says among all that it could say, which is read once a page and not once a row."""

    def read(self) -> None:
        choices: Any = list(iter(cast("Iterable[Any]", self.choices)))  # an iterator has no length to ask for
        self.choices = choices
        self.found = {str(value): value.instance for value, _label in choices if value}

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        key = str(value.pk if isinstance(value, Model) else value)
        if key not in self.found:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value})
        return self.found[key]


class BlockInline(ChoosesPictures, ContentEditorInline):
    """Reads what its rows point at, and what they could point at, once a page and not once a row."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return self.model.with_related(super().get_queryset(request))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == self.fk_name:
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        field = super().formfield_for_foreignkey(db_field, request, form_class=ChoiceReadOnce, **kwargs)
        cast("ChoiceReadOnce", field).read()
        return field


INLINES = [
    BlockInline.create(
        model,
        icon=model.symbol,
        fields=[
            field.name for field in model._meta.local_fields if field.editable and field.name not in ("id", "parent")
        ],
    )
    for model in BLOCK_MODELS
]


def rows_in(shown: Sequence[InlineAdminFormSet]) -> list[BlockRow] | None:
    """The rows that an untouched form shows, in the order of the page; None where its user may not see every kind."""
    if len(shown) < len(INLINES) or not all(each.has_view_permission for each in shown):
        return None
    rows = [row for each in shown for row in each.formset.get_queryset()]
    return sorted(rows, key=lambda row: (row.ordering, row.pk))
