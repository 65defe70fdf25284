"""Model fields that keep what is stored clean, no matter how it is written."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models.fields.files import ImageFieldFile
from django_prose_editor.fields import ProseEditorField
from PIL import Image as Pillow

from articles.document import richtext
from articles.pictures import uploads

# All that the editor would offer but bullets, which have a list of their own.
NUMBERINGS = [
    {"type": "decimal", "label": "1, 2, 3"},
    {"type": "lower-alpha", "label": "a, b, c"},
    {"type": "upper-alpha", "label": "A, B, C"},
    {"type": "lower-roman", "label": "i, ii, iii"},
    {"type": "upper-roman", "label": "I, II, III"},
]
LINK = {"enableTarget": False, "markdownLinks": True, "protocols": sorted(richtext.LINK_SCHEMES)}
SIMPLE_EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Strike": True,
    "Superscript": True,
    "Subscript": True,
    "Code": True,
    "BulletList": True,
    "OrderedList": {"listTypes": NUMBERINGS},
    "ListItem": True,
    "Link": LINK,
    "HardBreak": True,
    "NoSpellCheck": False,
    "Pasting": True,
    "Toolbar": True,
    "Typing": True,
    "Leaving": True,
}
FULL_EXTENSIONS = SIMPLE_EXTENSIONS | {
    "Heading": {"levels": [2, 3]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}


class RichTextField(ProseEditorField):
    """Rich text, sanitised on every way into the database: forms, `save`, `bulk_create` and `update`."""

    def __init__(self, *args: Any, full: bool = False, **kwargs: Any) -> None:
        self.cleaner = richtext.FULL if full else richtext.SIMPLE
        kwargs.setdefault("blank", True)
        kwargs.setdefault("preset", "pasting")
        kwargs["extensions"] = dict(FULL_EXTENSIONS if full else SIMPLE_EXTENSIONS)
        kwargs["sanitize"] = lambda html: richtext.sanitise(html, self.cleaner)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Migrations see a plain text column: how it is edited is not their concern."""
        name, _path, _args, _kwargs = super().deconstruct()
        column = models.TextField(verbose_name=self._verbose_name, blank=self.blank, help_text=self.help_text)
        return name, *column.deconstruct()[1:]

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value if value is None else richtext.sanitise(value, self.cleaner)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """The instance holds afterwards what the database holds."""
        value = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class LineField(models.TextField):
    """Plain text of one line, of any length; white space and control characters are tidied on the way in.

    `roomy` gives the editor two lines to see a long sentence in.
    """

    def __init__(self, *args: Any, roomy: bool = False, **kwargs: Any) -> None:
        self.roomy = roomy
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """The widget is ours even in the admin, which gives every text column a large box."""
        large = forms.Textarea(attrs={"class": "vLargeTextField", "rows": 2})
        kwargs["widget"] = large if self.roomy else forms.TextInput(attrs={"class": "vTextField"})
        return super().formfield(**{"max_length": 300, **kwargs})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Migrations see a plain text column."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value if value is None else richtext.one_line(value)


class NameField(models.CharField):
    """A short text of one line that people read: what is blank to the eye is refused as empty."""

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Migrations see a plain text column."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return value if value is None else richtext.one_line(value)

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))


class PictureFile(ImageFieldFile):
    """A stored picture whose width and height are those that people see."""

    def _get_image_dimensions(self) -> tuple[int, int] | tuple[None, None]:
        """Kept as Django keeps it, which forgets it with the file."""
        if not hasattr(self, "_dimensions_cache"):
            self._dimensions_cache = self._measured()
        return self._dimensions_cache

    def _measured(self) -> tuple[int, int] | tuple[None, None]:
        was_closed = self.closed
        self.open()
        try:
            with Pillow.open(self.file) as picture:
                return uploads.shown_size(picture)
        except (OSError, SyntaxError, ValueError):  # no picture, which its validator says
            return None, None
        finally:
            self.close() if was_closed else self.seek(0)


class PictureField(models.ImageField):
    """An uploaded picture of a kind, size and weight that the site can show; stored under a name of our own."""

    attr_class = PictureFile

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("upload_to", uploads.upload_path)
        kwargs.setdefault("validators", [uploads.validate])
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Migrations see Django's own column: how a picture is named and checked is not their concern."""
        name, _path, args, kwargs = super().deconstruct()
        del kwargs["validators"]
        return name, "django.db.models.ImageField", args, {**kwargs, "upload_to": "pictures/"}

    def update_dimension_fields(self, *args: Any, **kwargs: Any) -> None:
        """A picture whose file is gone keeps the size it had; its validator tells the editor."""
        with suppress(FileNotFoundError):
            super().update_dimension_fields(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PictureFormField, **kwargs})


class PictureFormField(forms.ImageField):
    """Says in one sentence what to do when the upload is no picture at all."""

    default_validators = []  # Django's lists every file name ending that it knows; ours, on the model, says the right one
    default_error_messages = {
        "invalid_image": "This file is not a picture that we can read. Upload a JPEG, PNG, WebP or AVIF file.",
        "empty": "This file is empty. Choose the picture again, or export it again from the program you made it in.",
    }

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Beside the current picture Django's widget names the box for a new one for sight alone."""
        return super().widget_attrs(widget) | {"accept": uploads.ACCEPT, "aria-label": "Choose a file"}

    def to_python(self, data: Any) -> Any:
        if data not in self.empty_values:
            uploads.refuse_bomb(data)
            uploads.refuse_unshowable(data)
        return super().to_python(data)


class FocusField(models.PositiveSmallIntegerField):
    """One half of the point of a picture that stays in sight when it is cropped, in percent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", uploads.MIDDLE[0])
        kwargs.setdefault("db_default", uploads.MIDDLE[0])
        kwargs.setdefault("validators", [MaxValueValidator(100)])
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Migrations see a plain small number."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.PositiveSmallIntegerField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": FocusFormField, "required": False, **kwargs})


class FocusFormField(forms.IntegerField):
    """Left empty, it is the middle."""

    def clean(self, value: Any) -> int:
        number = super().clean(value)
        return uploads.MIDDLE[0] if number is None else number
