"""The filters of the list of guides."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.drafts.states import State, in_state


class NightFilter(admin.SimpleListFilter):
    """By what the last night's look at the live pages found."""

    title = "last night"
    parameter_name = "night"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("news", "New findings"), ("law", "Touched by a change of the law")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "news":
                return queryset.filter(look__news_count__gt=0)
            case "law":
                return queryset.filter(look__law__gt="")
        return queryset


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return list(State.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = [state for state in State if state == self.value()]
        return in_state(queryset, chosen[0]) if chosen else queryset
