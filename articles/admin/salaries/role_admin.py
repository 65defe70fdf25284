"""A role and its salary figures in a table, and the pages that lead on from there."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Max, QuerySet
from django.forms import BaseInlineFormSet, BaseModelForm
from django.http import HttpRequest
from django.urls import URLPattern

from articles.admin.salaries import pages
from articles.admin.salaries.paste import paste
from articles.admin.salaries.republish import republish
from articles.admin.salaries.roll import roll
from articles.admin.where_used import WhereUsedAdmin
from articles.drafts import saving
from articles.drafts.where_used import guides_showing
from articles.lib.admin_pages import AdminPage, has
from articles.models import JobRole, SalaryFigure
from articles.salaries import rules

MAY_CHANGE = has("articles.change_jobrole")
MAY_PUBLISH = has("articles.publish_article")
PAGES = (
    AdminPage("paste/", paste, "articles_jobrole_paste_all", MAY_CHANGE),
    AdminPage("<int:pk>/paste/", paste, "articles_jobrole_paste", MAY_CHANGE, pages.find),
    AdminPage("forward/", roll, "articles_jobrole_roll_all", MAY_CHANGE),
    AdminPage("<int:pk>/forward/", roll, "articles_jobrole_roll", MAY_CHANGE, pages.find),
    AdminPage("republish/", republish, "articles_jobrole_republish", MAY_PUBLISH),
)


class FigureForm(forms.ModelForm):
    """Leaves the constraints to the formset, whose sentences say which row breaks one."""

    def validate_constraints(self) -> None:
        pass


class FiguresFormSet(BaseInlineFormSet):
    """Checks the figures of one role against the rules, all together."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():  # the column's heading names it only to who sees the table
            field.widget.attrs["aria-label"] = field.label

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
        if titles := pages.quoted(guides_showing(self.instance)):
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


@admin.register(JobRole)
class JobRoleAdmin(WhereUsedAdmin):
    """Figures show on the salaries page at once, and on each guide with this role's table once it is published again."""

    change_form_template = "admin/articles/jobrole/change_form.html"
    change_list_template = "admin/articles/jobrole/change_list.html"
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

    @admin.display(description="newest as of", ordering="newest")
    def newest(self, role: Any) -> Any:
        return role.newest

    def get_urls(self) -> list[URLPattern]:
        return [*(page.url(self.admin_site) for page in PAGES), *super().get_urls()]

    def save_related(self, request: HttpRequest, form: BaseModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        guides = guides_showing(form.instance)
        saving.note_changes(guides)
        if guides and any(formset.deleted_objects for formset in formsets):
            lost = f"The drafts of these guides no longer show what you deleted; live pages still do: {pages.quoted(guides)}."
            self.message_user(request, lost, messages.WARNING)
        pages.name_guides(request, form.instance)
