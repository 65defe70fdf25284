"""Texts outside of guides, in the admin: whoever opens or saves one learns which of its links lead nowhere."""

from typing import Any

from django.contrib import admin, messages
from django.forms import BaseModelForm
from django.http import HttpRequest, HttpResponse

from articles.references import broken, own_addresses


class LinkedTextAdmin(admin.ModelAdmin):
    """For a model with the rich text `linked_text`, in which addresses of this site become references."""

    linked_text: str

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.method == "GET" and (original := context.get("original")):
            self._name_broken_links(request, original)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: BaseModelForm, change: bool) -> None:
        own_addresses.refer(obj, self.linked_text)
        super().save_model(request, obj, form, change)
        if "_continue" not in request.POST:  # the form says it when it is shown again
            self._name_broken_links(request, obj)

    def _name_broken_links(self, request: HttpRequest, obj: Any) -> None:
        for sentence in broken.in_text(getattr(obj, self.linked_text)):
            self.message_user(
                request, f"{sentence} Choose something else to link to, or take the link out.", messages.WARNING
            )
