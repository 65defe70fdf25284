from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models
from django.db.models.signals import post_delete

from articles.files import uploads
from articles.models.loose_file import LooseFile


class UploadField(models.FileField):
    """An uploaded file of certain kinds, recognised by content; the column named `size_field` keeps its size in bytes.

    That one stands after it in the model. Asking the storage for the size would cost a request to the bucket for each.
    A file that its row lets go is noted as loose.
    """

    def __init__(self, *args: Any, kinds: Sequence[str] = (), size_field: str = "", **kwargs: Any) -> None:
        self.kinds, self.size_field = tuple(kinds), size_field
        kwargs.setdefault("upload_to", uploads.upload_path)
        kwargs.setdefault("validators", [uploads.Validator(self.kinds)])
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Migrations see Django's own column: how a file is named and checked is not their concern."""
        name, _path, args, kwargs = super().deconstruct()
        del kwargs["validators"]
        return name, "django.db.models.FileField", args, {**kwargs, "upload_to": "files/"}

    def contribute_to_class(self, cls: type[models.Model], name: str, **kwargs: Any) -> None:  # type: ignore[override] # as Django's own
        super().contribute_to_class(cls, name, **kwargs)
        post_delete.connect(self._let_go, sender=cls)

    def _let_go(self, instance: models.Model, **_signal: Any) -> None:
        if file := getattr(instance, self.attname):
            LooseFile.objects.note([str(file.name)])

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Measures what is new, before it is stored."""
        file = getattr(model_instance, self.attname)
        if not file or not file._committed:
            if not add and getattr(model_instance, self.size_field) is not None:
                stored = type(model_instance)._default_manager.filter(pk=model_instance.pk)
                LooseFile.objects.note(filter(None, stored.values_list(self.attname, flat=True)))
            setattr(model_instance, self.size_field, file.size if file else None)
        return super().pre_save(model_instance, add)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": UploadFormField, "kinds": self.kinds, **kwargs})


class UploadFormField(forms.FileField):
    default_error_messages = {"empty": "This file is empty. Choose it again."}

    def __init__(self, *args: Any, kinds: Sequence[str], **kwargs: Any) -> None:
        self.kinds = kinds
        super().__init__(*args, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Beside the current file Django's widget names the box for a new one for sight alone."""
        accept = ",".join(f".{kind}" for kind in self.kinds)
        return super().widget_attrs(widget) | {"accept": accept, "aria-label": "Choose a file"}
