from django.contrib import admin

from articles.admin.where_used import RenamedAdmin
from articles.lib.admin_pages import ChangedInList
from articles.models import Topic


@admin.register(Topic)
class TopicAdmin(ChangedInList, RenamedAdmin):
    list_display = ("name", "description", "position")
    list_editable = ("position",)
    search_fields = ("name", "description")
    fields = ("name", "slug", "description", "position")
