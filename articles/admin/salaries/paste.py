"""Pasting salary figures: read, shown as they were understood, and stored once that is confirmed."""

from typing import Any

from django import forms
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.admin.guides.publish_form import DayInput
from articles.admin.salaries import pages
from articles.document.salary_bands import BASES, CURRENCIES
from articles.models import JobRole
from articles.salaries import planning, rules, storing
from articles.salaries.planning import Defaults, Plan, role_name

ROLE = "role-"


class PasteForm(forms.Form):
    """What is pasted, and what is true of rows that do not say."""

    rows = forms.CharField(
        label="What you have",
        max_length=100_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "vLargeTextField", "spellcheck": "false"}),
        help_text="Paste cells from a spreadsheet or a Word table, a CSV file, or lines of a mail. Columns may stand in any "
        "order if they have headings. Salaries such as £60,000 – £85,000, £40k-60k and from 90k are understood.",
        error_messages={"required": "Paste at least one row."},
    )
    default_role = forms.ModelChoiceField(
        JobRole.objects.all(), label="Role", required=False, empty_label="As the rows say"
    )
    region = forms.CharField(label="Region", required=False, max_length=rules.LONGEST["region"], initial="UK")
    currency = forms.ChoiceField(
        label="Currency",
        required=False,
        choices=[("", "–"), *((code, f"{code} ({s})") for code, s in CURRENCIES.items())],
    )
    basis = forms.ChoiceField(label="Based on", required=False, choices=[("", "–"), *BASES.items()])
    as_of = forms.DateField(label="As of", required=False, widget=DayInput())
    source = forms.CharField(label="Source", required=False, max_length=rules.LONGEST["source"])

    def __init__(self, data: Any, *, role: JobRole | None) -> None:
        today = timezone.localdate()
        super().__init__(data, initial={"as_of": today, "currency": "GBP", "basis": "judgement", "default_role": role})
        self.may_store = False

    def defaults(self) -> Defaults:
        given = self.cleaned_data
        names = ("region", "currency", "basis", "source", "as_of")
        return Defaults(role=given["default_role"], **{name: given[name] for name in names})


class RolesForm(forms.Form):
    """What each role is that rows name and the site does not know."""

    class Choice(TextChoices):
        NEW = planning.NEW, "A new role"
        NONE = planning.LEFT_OUT, "Leave its rows out"

    def __init__(self, data: Any, *, unknown: list[str], may_add: bool) -> None:
        super().__init__(data)
        existing = list(JobRole.objects.values_list("slug", "name")) if unknown else []
        for number, name in enumerate(unknown):
            new = [(self.Choice.NEW, f"Add “{role_name(name)}” as a new role")] if may_add else []
            choices = [*new, (self.Choice.NONE, self.Choice.NONE.label), ("It is", existing)]
            self.fields[f"{ROLE}{number}"] = forms.ChoiceField(
                label=f"“{name}”", choices=choices, initial=choices[0][0], required=False
            )

    def decisions(self, unknown: list[str]) -> dict[str, str]:
        """By the name of the role; what was not answered is as the page offers it first."""
        chosen = self.data or {}
        return {
            name: chosen.get(f"{ROLE}{number}") or str(self.fields[f"{ROLE}{number}"].initial)
            for number, name in enumerate(unknown)
        }


def paste(request: HttpRequest, role: JobRole | None = None) -> HttpResponse:
    """Shows what was understood of what is pasted; stores it when the same page is confirmed."""
    form = PasteForm(request.POST if request.method == "POST" else None, role=role)
    plan, roles = None, None
    if form.is_valid():
        plan, roles = _planned(request, form)
        if not plan.rows:
            form.add_error("rows", "None of these lines gives a salary. Nothing was stored.")
        elif "store" in request.POST and (answer := _store(request, form, plan, role)):
            return answer
    title = f"Paste salary figures: {role}" if role else "Paste salary figures"
    return pages.page(request, "paste.html", title, role, form=form, plan=plan, roles=roles)


def _planned(request: HttpRequest, form: PasteForm) -> tuple[Plan, RolesForm]:
    """The plan under what was decided of unknown roles; the answers count only for the names that they were given for."""
    pasted, defaults = form.cleaned_data["rows"], form.defaults()
    unknown = planning.plan(pasted, defaults).unknown
    may_add = request.user.has_perm("articles.add_jobrole")
    answered = request.POST if request.POST.getlist("unknown") == unknown else None
    roles = RolesForm(answered, unknown=unknown, may_add=may_add)
    return planning.plan(pasted, defaults, roles.decisions(unknown) if _is_sound(roles) else {}), roles


def _is_sound(roles: RolesForm) -> bool:
    return not roles.is_bound or roles.is_valid()


def _store(request: HttpRequest, form: PasteForm, plan: Plan, role: JobRole | None) -> HttpResponse | None:
    """None where nothing was stored; the form says why."""
    if request.POST.get("seen") != plan.digest:
        form.add_error(None, pages.CHANGED_MEANWHILE)
    elif not plan.sound:
        form.add_error(None, "No row can be stored yet. Each says why.")
    elif plan.refused and "leave_out" not in request.POST:
        form.add_error(None, "Correct the rows that cannot be stored, or tick that they are left out.")
    if form.errors:
        return None
    try:
        stored = planning.store(plan)
    except storing.RefusedFigures as refusal:
        form.add_error(None, refusal.reasons)
        return None
    return _stored(request, stored, plan, role)


def _stored(
    request: HttpRequest, stored: dict[JobRole, tuple[int, int]], plan: Plan, role: JobRole | None
) -> HttpResponse:
    added, updated = (sum(counts) for counts in zip(*stored.values(), strict=True))
    pages.log(request, {of: f"Pasted salary figures: {new} added, {old} updated." for of, (new, old) in stored.items()})
    pages.name_guides(request, *stored)
    left = f" {len(plan.refused)} left out." if plan.refused else ""
    return pages.done(request, f"{added} figures added, {updated} updated.{left}", role)
