"""The table of old addresses."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.html import format_html

from articles.admin.moved import csv_files, missed_page
from articles.admin.moved.form import OldAddressForm
from articles.lib.admin_pages import AdminPage, has
from articles.models import OldAddress
from articles.moved import addresses, missed, planning, showing
from articles.moved.choices import choices
from articles.references import choosing

MAY_ADD = has("articles.add_oldaddress")
PAGES = (
    AdminPage("csv/", csv_files.csv, "articles_oldaddress_csv", MAY_ADD),
    AdminPage("csv/download/", csv_files.download, "articles_oldaddress_download", has("articles.view_oldaddress")),
    AdminPage("missed/", missed_page.page, "articles_oldaddress_missed", MAY_ADD),
)
STORED = ("address", "key", "target", "note", "source")  # what is counted meanwhile stays
LATELY = timedelta(days=30)


class AnswerFilter(admin.SimpleListFilter):
    title, parameter_name = "what it answers", "answers"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("here", "A page of this site"), ("away", "Another site"), ("gone", "Gone"), ("look", "Needs a look")]

    def queryset(self, request: HttpRequest, rows: QuerySet[OldAddress]) -> QuerySet[OldAddress]:
        match self.value():
            case "here":
                return rows.exclude(target="").exclude(target__startswith="https:")
            case "away":
                return rows.filter(target__startswith="https:")
            case "gone":
                return rows.filter(target="")
            case "look":
                return rows.filter(pk__in=showing.needing_a_look())
        return rows


class HitsFilter(admin.SimpleListFilter):
    title, parameter_name = "asked for", "asked"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("lately", "In the last 30 days"), ("before", "Not in the last 30 days"), ("never", "Never")]

    def queryset(self, request: HttpRequest, rows: QuerySet[OldAddress]) -> QuerySet[OldAddress]:
        day = timezone.localdate() - LATELY
        match self.value():
            case "lately":
                return rows.filter(last_hit__gte=day)
            case "before":
                return rows.filter(last_hit__lt=day)
            case "never":
                return rows.filter(last_hit=None)
        return rows


class AddressList(ChangeList):
    """Knows what each row of its page answers, in a few queries for all of them."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        told = showing.answers(rows)
        for row in rows:
            row.told = told[row.pk]
        self.result_list = rows


@admin.register(OldAddress)
class OldAddressAdmin(admin.ModelAdmin):
    """Addresses of an earlier site. They are asked only where this site has no page."""

    form = OldAddressForm
    change_list_template = "admin/articles/oldaddress/change_list.html"
    change_form_template = "admin/articles/oldaddress/change_form.html"
    list_display = ("address", "answer", "hits", "last_hit", "source", "note")
    list_filter = (AnswerFilter, HitsFilter, "source")
    list_per_page = 50
    search_fields = ("address", "note")
    search_help_text = (
        "A part of an old address, a note, or the name of what it leads to. A whole address is tried as well."
    )
    fields = ("address", "target", "is_gone", "note", "answer", "hits", "last_hit", "source")
    readonly_fields = ("answer", "hits", "last_hit", "source")

    @admin.display(description="answers now")
    def answer(self, row: Any) -> Any:
        if row.pk is None:
            return "–"
        told = getattr(row, "told", None) or showing.answers([row])[row.pk]
        words = format_html('<a href="{}">{}</a>', told.location, told.words) if told.location else told.words
        return format_html('{} <strong class="address-look">Look at this</strong>', words) if told.needs_look else words

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return AddressList

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj else self.fields[:4]

    def get_urls(self) -> list[URLPattern]:
        return [*(page.url(self.admin_site) for page in PAGES), *super().get_urls()]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Also by what a row leads to, and by a whole address as it stands in a browser."""
        found, may_repeat = super().get_search_results(request, queryset, _as_stored(search_term))
        if search_term:
            targets = [choice.href for choice in choosing.find(search_term)]
            found = found | queryset.filter(target__in=targets)
        return found, may_repeat

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        typed = request.GET.get("q", "").strip()
        context = {
            "tried": showing.tried(typed) if typed.startswith(("/", "?", "http")) else "",
            "missed_count": missed.often().count(),
        }
        return super().changelist_view(request, context | (extra_context or {}))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return super().render_change_form(request, context | {"choices": choices()}, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: OldAddress, form: Any, change: bool) -> None:
        obj.source = OldAddress.Source.TYPED
        obj.save(update_fields=STORED if change else None)
        planning.shorten(form.plan)


def _as_stored(typed: str) -> str:
    """A whole address as the table has it; anything else as it was typed."""
    return (addresses.normal_or_none(typed) if typed.startswith(("/", "http")) else None) or typed
