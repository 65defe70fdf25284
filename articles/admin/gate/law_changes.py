"""The list of what has changed in the law, by which guides are listed for review."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from articles.gate import nightly
from articles.models import LawChange


@admin.register(LawChange)
class LawChangeAdmin(admin.ModelAdmin):
    """A change counts at once for what the checks find, and for the lists of reviews as soon as the worker has looked."""

    list_display = ("subject", "in_force_on", "what")
    search_fields = ("subject", "what", "words")
    date_hierarchy = "in_force_on"
    fields = ("subject", "in_force_on", "what", "words", "link")

    def save_model(self, request: HttpRequest, obj: LawChange, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        nightly.look_again()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Changes of the law"} | (extra_context or {}))
