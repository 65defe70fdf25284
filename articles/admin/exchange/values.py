"""What the form of a block is filled with, for a script that adds the block to a page."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import FileField
from django.forms import BoundField, modelform_factory
from django.utils.text import capfirst

from articles.models import BLOCK_MODELS, BlockRow


def prefix_of(model: type[BlockRow]) -> str:
    """By which the fields of this kind are named in the form of a guide, as Django names them."""
    return model._meta.get_field("parent").remote_field.get_accessor_name(model=model).replace("+", "")


def _own_fields(model: type[BlockRow]) -> list[str]:
    """All but the place of the block, and files, which no script can put into a form."""
    kept = (field for field in model._meta.local_fields if field.editable and not isinstance(field, FileField))
    return [field.name for field in kept if field.name not in ("id", "parent", "region", "ordering")]


FORMS: dict[type[BlockRow], type[forms.ModelForm]] = {
    model: modelform_factory(model, fields=_own_fields(model)) for model in BLOCK_MODELS
}
BY_PREFIX: dict[str, type[BlockRow]] = {prefix_of(model): model for model in FORMS}


def values_of(row: BlockRow) -> dict[str, Any]:
    """The row for a script: the prefix of its kind, its kind and beginning in words, and the values by field."""
    model = type(row)
    form = FORMS[model](instance=row)
    return {
        "prefix": prefix_of(model),
        "kind": capfirst(model._meta.verbose_name),
        "summary": str(row),
        "values": {bound.name: _value(bound) for bound in form},
        "lacks": [
            field.name for field in model._meta.fields if isinstance(field, FileField) and getattr(row, field.name)
        ],
    }


def row_from(prefix: str, data: Mapping[str, Any]) -> BlockRow:
    """An unsaved row of what stands in a form. Raises `KeyError` for no kind, `ValueError` for what the form refuses."""
    form = FORMS[BY_PREFIX[prefix]](data)
    if not form.is_valid():
        raise ValueError("; ".join(str(error) for errors in form.errors.values() for error in errors))
    return form.instance


def _value(bound: BoundField) -> str | bool:
    """As the browser has it: whether a box is ticked, or what stands in the field."""
    value = bound.value()
    if isinstance(bound.field.widget, forms.CheckboxInput):
        return bool(value)
    shown = bound.field.widget.format_value(value)
    return ("".join(shown) if isinstance(shown, list) else shown) or ""
