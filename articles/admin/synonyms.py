from django.contrib import admin

from articles.models import SynonymGroup


@admin.register(SynonymGroup)
class SynonymGroupAdmin(admin.ModelAdmin):
    """What the search takes for the same; a change counts from the next search on."""

    list_per_page = 100
    search_fields = ("words",)
