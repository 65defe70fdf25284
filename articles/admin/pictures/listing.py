"""The list of the library: which pictures nothing shows, and where the others are used."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.drafts import where_used


class UseFilter(admin.SimpleListFilter):
    """Pictures that nothing shows can be deleted."""

    title = "use"
    parameter_name = "use"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("none", "Used nowhere")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(pk__in=where_used.unused_pictures()) if self.value() == "none" else queryset


class Library(ChangeList):
    """The pictures of a page, with the guides that use each; in a few queries however many there are."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        uses = where_used.by_thing(self.result_list, where_used.guides_using(*self.result_list))
        for picture in self.result_list:
            picture.uses = uses.get(picture, [])
