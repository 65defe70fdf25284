from django.contrib import admin

from articles.models import Author


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    list_display = ("name", "role", "is_desk")
    list_filter = ("is_desk",)
    search_fields = ("name", "role")
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "slug", "is_desk", "role", "portrait", "biography", "account")
