"""The filters of the list of guides."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.drafts.states import State, in_state


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return list(State.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = [state for state in State if state == self.value()]
        return in_state(queryset, chosen[0]) if chosen else queryset
