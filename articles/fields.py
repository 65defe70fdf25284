"""Model fields that keep what is stored clean, whoever writes it."""

from typing import Any

from django import forms
from django.db import models
from django_prose_editor.fields import ProseEditorField

from articles import images, richtext

LINK = {"enableTarget": False, "protocols": sorted(richtext.LINK_SCHEMES)}
SIMPLE_EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "Link": LINK,
    "HardBreak": True,
    "NoSpellCheck": False,
}
FULL_EXTENSIONS = SIMPLE_EXTENSIONS | {"Heading": {"levels": [2, 3]}, "Table": True}


class RichTextField(ProseEditorField):
    """Rich text, sanitised on every way into the database: forms, `save`, `bulk_create` and `update`."""

    def __init__(self, *args: Any, full: bool = False, **kwargs: Any) -> None:
        self.cleaner = richtext.FULL if full else richtext.SIMPLE
        kwargs.setdefault("blank", True)
        kwargs["extensions"] = dict(FULL_EXTENSIONS if full else SIMPLE_EXTENSIONS)
        kwargs["sanitize"] = lambda html: richtext.sanitise(html, self.cleaner)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Migrations see a plain text column: how it is edited is not their concern."""
        name, _path, _args, _kwargs = super().deconstruct()
        return (
            name,
            "django.db.models.TextField",
            [],
            {"blank": self.blank}
            | ({"verbose_name": self.verbose_name} if self._verbose_name else {})
            | ({"help_text": self.help_text} if self.help_text else {}),
        )

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value if value is None else richtext.sanitise(value, self.cleaner)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """The instance holds afterwards what the database holds."""
        value = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class LineField(models.TextField):
    """Plain text of one line, of any length; white space and control characters are tidied on the way in."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(
            **{"max_length": 300, "widget": forms.TextInput(attrs={"class": "vTextField"}), **kwargs}
        )

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value if value is None else richtext.one_line(value)


class PictureField(models.ImageField):
    """An uploaded picture of a kind, size and weight that the site can show; stored under a name of our own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("upload_to", images.upload_path)
        kwargs.setdefault("validators", [images.validate])
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PictureFormField, **kwargs})


class PictureFormField(forms.ImageField):
    """Says in one sentence what to do when the upload is no picture at all."""

    default_error_messages = {
        "invalid_image": "This file is not a picture that we can read. Upload a JPEG, PNG, WebP or AVIF file.",
        "empty": "This file is empty. Choose the picture again, or export it once more from where you made it.",
    }

    def to_python(self, data: Any) -> Any:
        if data not in self.empty_values:
            images.refuse_bomb(data)
        return super().to_python(data)
