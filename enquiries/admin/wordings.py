"""The words that visitors are shown before they send. A change makes a new version; the old ones can only be read."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from articles.lib.admin_pages import NeverAddedOrDeleted
from enquiries import wordings
from enquiries.models import Wording


@admin.register(Wording)
class WordingAdmin(NeverAddedOrDeleted, admin.ModelAdmin):
    list_display = ("__str__", "is_shown", "created_at", "text")
    list_filter = ("kind",)
    fields = ("kind", "version", "created_at", "text")
    readonly_fields = ("kind", "version", "created_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Wording]:
        newer = Wording.objects.filter(kind=OuterRef("kind"), version__gt=OuterRef("version"))
        return super().get_queryset(request).annotate(is_newest=~Exists(newer))

    @admin.display(description="shown now", boolean=True)
    def is_shown(self, wording: Any) -> bool:
        return wording.is_newest

    def save_model(self, request: HttpRequest, obj: Wording, form: ModelForm, change: bool) -> None:
        """Leaves the version as it was, since consent was given to its words."""
        wordings.change(Wording.Kind(obj.kind), obj.text)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.is_newest)
