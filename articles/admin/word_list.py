from django.contrib import admin

from articles.lib.admin_pages import ChangedInList
from articles.models import StyleTerm


@admin.register(StyleTerm)
class StyleTermAdmin(ChangedInList, admin.ModelAdmin):
    """The word list can be edited in its list, line by line."""

    list_display = ("name", "avoid", "is_known")
    list_editable = ("avoid", "is_known")
    list_filter = ("is_known",)
    list_per_page = 100
    search_fields = ("name", "avoid")
    fields = ("name", "avoid", "is_known")
