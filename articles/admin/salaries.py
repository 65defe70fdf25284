"""Salary figures in the admin: by role, in a table or pasted from a spreadsheet."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Max, QuerySet
from django.forms import BaseInlineFormSet, BaseModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse

from articles.admin.where_used import WhereUsedAdmin
from articles.document.salary_bands import Row
from articles.drafts import saving
from articles.drafts.where_used import guides_showing
from articles.lib.admin_pages import AdminPage, has
from articles.models import Article, JobRole, SalaryFigure
from articles.salaries import pasting, rules, storing

MAY_CHANGE = has("articles.change_jobrole")


class FigureForm(forms.ModelForm):
    """Leaves the constraints to the formset, whose sentences say which row breaks one."""

    def validate_constraints(self) -> None:
        pass


class FiguresFormSet(BaseInlineFormSet):
    """Checks the figures of one role against the rules, all together."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        filled = [form for form in self.forms if form.has_changed() or form.instance.pk]
        kept = [form for form in filled if form not in self.deleted_forms]
        if self.deleted_forms and not kept:
            self._refuse_to_empty()
        if reasons := rules.problems([form.instance.row() for form in kept]):
            raise forms.ValidationError(reasons)

    def _refuse_to_empty(self) -> None:
        """A salary table without figures would vanish from its guide."""
        if titles := quoted(guides_showing(self.instance)):
            raise forms.ValidationError(
                f"The drafts of these guides show this role’s figures, so keep at least one: {titles}. "
                "To delete them all, first remove the salary table from these guides."
            )


class FigureInline(admin.TabularInline):
    model = SalaryFigure
    form = FigureForm
    formset = FiguresFormSet
    extra = 0
    fields = ("level", "region", "currency", "low", "high", "open_ended", "basis", "as_of", "source")


class PasteForm(forms.Form):
    """Rows from a spreadsheet; the cleaned value is the rows as read."""

    rows = forms.CharField(
        label="Rows",
        max_length=100_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "vLargeTextField", "spellcheck": "false"}),
        help_text="Paste rows from a spreadsheet, or lines with commas, in this order: level, region, currency, low, high, "
        "basis (placements, adverts or judgement), as of, source. Write 130,000+ for “or more”. "
        "A row of column names at the top is skipped.",
        error_messages={"required": "Paste at least one row."},
    )

    def __init__(self, *args: Any, role: JobRole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.role = role

    def clean_rows(self) -> list[Row]:
        rows = pasting.parse(self.cleaned_data["rows"])
        if not rows:
            raise forms.ValidationError("Paste at least one row below the column names.")
        return rows

    def store(self) -> tuple[int, int] | None:
        """How many figures were added and updated; None, with the reasons as errors, when the rules refuse them."""
        try:
            return storing.store(self.role, self.cleaned_data["rows"])
        except storing.RefusedFigures as refusal:
            self.add_error("rows", refusal.reasons)
            return None


def _find(request: HttpRequest, pk: int) -> JobRole:
    return get_object_or_404(JobRole, pk=pk)


def quoted(guides: Iterable[Article]) -> str:
    return ", ".join(f"“{guide}”" for guide in guides)


@admin.register(JobRole)
class JobRoleAdmin(WhereUsedAdmin):
    """Figures show on the salaries page at once, and on each guide with this role's table once it is published again."""

    change_form_template = "admin/articles/jobrole/change_form.html"
    list_display = ("name", "figure_count", "newest")
    search_fields = ("name",)
    fields = ("name", "slug")
    help_texts: ClassVar = {
        "slug": "Used in links to this role’s figures. You cannot change it while live pages show them."
    }
    inlines = (FigureInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(figure_count=Count("figures"), newest=Max("figures__as_of"))

    @admin.display(description="figures", ordering="figure_count")
    def figure_count(self, role: Any) -> int:
        return role.figure_count

    @admin.display(description="newest as of", ordering="newest", empty_value="–")
    def newest(self, role: Any) -> Any:
        return role.newest

    def get_urls(self) -> list[URLPattern]:
        paste = AdminPage("<int:pk>/paste/", self.paste, "articles_jobrole_paste", MAY_CHANGE, _find)
        return [paste.url(self.admin_site), *super().get_urls()]

    def save_related(self, request: HttpRequest, form: BaseModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        guides = guides_showing(form.instance)
        saving.note_changes(guides)
        if guides and any(formset.deleted_objects for formset in formsets):
            lost = f"The drafts of these guides no longer show what you deleted; live pages still do: {quoted(guides)}."
            self.message_user(request, lost, messages.WARNING)
        self._name_guides(request, form.instance)

    def paste(self, request: HttpRequest, role: JobRole) -> HttpResponse:
        """Adds or updates the role's figures from pasted rows: all of them, or none."""
        form = PasteForm(request.POST or None, role=role)
        if request.method == "POST" and form.is_valid() and (counts := form.store()):
            added, updated = counts
            self.log_change(request, role, f"Pasted salary figures: {added} added, {updated} updated.")
            self.message_user(request, f"{added} figures added, {updated} updated.", messages.SUCCESS)
            self._name_guides(request, role)
            return HttpResponseRedirect(reverse("admin:articles_jobrole_change", args=[role.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Paste salary figures: {role}",
            "opts": self.opts,
            "role": role,
            "form": form,
        }
        return TemplateResponse(request, "admin/articles/jobrole/paste.html", context)

    def _name_guides(self, request: HttpRequest, role: JobRole) -> None:
        """Says which live guides still show the old figures."""
        stale = [guide for guide in guides_showing(role) if guide.has_unpublished_changes]
        if stale:
            new = f"These guides show the new figures once you publish them again: {quoted(stale)}."
            self.message_user(request, new, messages.WARNING)
