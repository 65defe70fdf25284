"""How a form chooses a picture of the library: by its number, and with a dialog where there is JavaScript."""

from typing import Any

from django import forms
from django.db.models import ForeignKey
from django.forms.boundfield import BoundField
from django.http import HttpRequest
from django.template.loader import render_to_string
from js_asset import Script

from articles.models import Picture


class PictureInput(forms.NumberInput):
    """The number of a picture, beside what it shows; `static/js/picture-chooser.js` puts a button in its place."""

    chosen: Picture | None = None

    class Media:
        css = {"all": ["css/admin-pictures.css"]}
        js = [Script("js/picture-chooser.js", type="module")]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        number = super().render(name, value, attrs, renderer)
        return render_to_string("admin/articles/picture/input.html", {"number": number, "chosen": self.chosen})


class PictureBoundField(BoundField):
    """Knows the picture that the form's row has, which is read with the rows and not once for each."""

    def as_widget(self, widget: Any = None, attrs: Any = None, only_initial: bool = False) -> Any:
        self.field.widget.chosen = self._chosen()
        return super().as_widget(widget, attrs, only_initial)

    def _chosen(self) -> Picture | None:
        number = str(self.value() or "")
        row = getattr(self.form, "instance", None)
        if row and number == str(getattr(row, f"{self.name}_id")):
            return getattr(row, self.name)
        return Picture.objects.filter(pk=number).first() if number.isascii() and number.isdigit() else None


class PictureChoiceField(forms.ModelChoiceField):
    """A picture of the library by its number."""

    widget = PictureInput
    default_error_messages = {
        "invalid_choice": "The library has no picture with this number. It may have been deleted; choose another."
    }

    def get_bound_field(self, form: Any, field_name: str) -> BoundField:
        return PictureBoundField(form, self, field_name)


class ChoosesPictures:
    """For the admin of what shows pictures of the library."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, ForeignKey) and db_field.related_model is Picture:
            return db_field.formfield(form_class=PictureChoiceField)
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
