"""All checks of the gate in one list: what each means, how loud it is, and how often it is right."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles.audit import recording as audit
from articles.gate import nightly, rules
from articles.gate.overrides import FINAL
from articles.lib.admin_pages import ChangedInList, NeverAddedOrDeleted, RowForm
from articles.lib.days import moment_in_words
from articles.models import CheckRule, OverriddenFinding

REASONS = 3  # of the last ones, in the list
LATEST = 20  # of one check, on its page


class RuleForm(RowForm):
    """What no page can be made without stays as it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.name in FINAL:
            self.fields["level"].disabled = True
        field = self.fields["level"]
        if isinstance(field, forms.TypedChoiceField):
            field.choices = [
                ("", f"As built: {self.instance.get_default_display().lower()}"),
                *CheckRule.Setting.choices,
            ]


@admin.register(CheckRule)
class CheckRuleAdmin(NeverAddedOrDeleted, ChangedInList, admin.ModelAdmin):
    """The levels can be set in the list, line by line; a change counts at once."""

    form = RuleForm
    list_form = RuleForm
    list_display = ("named", "why", "level", "on_live_pages", "overrides")
    list_editable = ("level",)
    list_filter = ("level", "default", "subject")
    list_per_page = 250
    search_fields = ("name",)  # opens the search, which looks at what a check says
    search_help_text = "Words of a check’s name, of why it matters or of how to fix what it finds."
    actions = None
    fields = ("level", "subject_and_default", "why", "advice", "on_live_pages", "latest_overrides")
    readonly_fields = fields[1:]

    class Media:
        css = {"all": ["css/admin-checks.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        of_check = OverriddenFinding.objects.filter(check_name=OuterRef("name")).order_by("-at", "-pk")
        counted = of_check.order_by().values("check_name").annotate(count=Count("pk")).values("count")
        told = {
            f"reason_{n}": Subquery(of_check.values("reason")[n : n + 1], output_field=TextField())
            for n in range(REASONS)
        }
        number = Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))
        return super().get_queryset(request).annotate(overridden=number, **told)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        words = search_term.lower().split()
        found = [name for name, known in rules.known().items() if all(word in _words(known) for word in words)]
        return queryset.filter(name__in=found), False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Checks"} | (extra_context or {}))

    def save_model(self, request: HttpRequest, obj: CheckRule, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "level" in form.changed_data:
            setting = obj.get_level_display().lower() or "as built"
            nightly.look_again()
            audit.record(audit.Action.CHECK_SET, f"{obj.name}: {setting}")

    @admin.display(description="check", ordering="name")
    def named(self, rule: CheckRule) -> str:
        return format_html('<code>{}</code> <span class="check-rule__subject">{}</span>', rule.name, rule.subject)

    @admin.display(description="live pages", ordering="found_live")
    def on_live_pages(self, rule: CheckRule) -> str:
        return "Not counted yet" if rule.found_live is None else str(rule.found_live)

    @admin.display(description="overridden", ordering="overridden")
    def overrides(self, rule: Any) -> str | None:
        """How often, and the last reasons."""
        reasons = [reason for n in range(REASONS) if (reason := getattr(rule, f"reason_{n}"))]
        quoted = format_html_join("", '<span class="check-rule__reason">“{}”</span>', ((reason,) for reason in reasons))
        return format_html("<strong>{}</strong>{}", rule.overridden, quoted) if rule.overridden else None

    @admin.display(description="subject")
    def subject_and_default(self, rule: CheckRule) -> str:
        return f"{rule.subject}. As built it {rule.get_default_display().lower()}."

    @admin.display(description="why it matters")
    def why(self, rule: CheckRule) -> str:
        return rules.known()[rule.name].rule.why if rule.name in rules.known() else ""

    @admin.display(description="how to fix it")
    def advice(self, rule: CheckRule) -> str:
        return rules.known()[rule.name].rule.advice if rule.name in rules.known() else ""

    @admin.display(description="last overridden")
    def latest_overrides(self, rule: CheckRule) -> str:
        found = OverriddenFinding.objects.filter(check_name=rule.name).select_related("article").order_by("-at", "-pk")
        lines = (
            (
                reverse("admin:articles_article_checks", args=[each.article_id]),
                each.article,
                moment_in_words(each.at),
                each.what,
                each.reason,
            )
            for each in found[:LATEST]
        )
        told = format_html_join("", '<li><a href="{}">{}</a>, {}: {} <q>{}</q></li>', lines)
        return format_html('<ul class="check-rule__overrides">{}</ul>', told) if told else "Never"


def _words(known: rules.KnownRule) -> str:
    """All that a search looks at, in lower case."""
    return " ".join((known.rule.check, known.subject, known.rule.why, known.rule.advice)).lower()
