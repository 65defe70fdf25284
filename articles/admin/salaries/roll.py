"""Taking figures to a new day: what every figure would become, then all of it stored."""

from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.admin.guides.publish_form import DayInput
from articles.admin.salaries import pages
from articles.document.salary_bands import BASES
from articles.models import JobRole
from articles.salaries import rolling, rules, storing
from articles.salaries.rolling import Change


class RollForm(forms.Form):
    """Which roles, to which day, and by how much."""

    roles = forms.ModelMultipleChoiceField(
        JobRole.objects.filter(figures__isnull=False).distinct(),
        label="Roles",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one role."},
    )
    as_of = forms.DateField(label="As of", widget=DayInput(), help_text="The day that the figures are from then.")
    percent = forms.DecimalField(
        label="Per cent",
        required=False,
        min_value=Decimal(-50),
        max_value=Decimal(100),
        max_digits=5,
        decimal_places=2,
        help_text="3 makes £50,000 into £51,500, and -3 makes it less. Leave it empty to keep the amounts.",
    )
    step = forms.TypedChoiceField(
        label="Rounded to", coerce=int, choices=[(step, f"{step:,}") for step in rolling.STEPS], initial=500
    )
    basis = forms.ChoiceField(
        label="Based on", required=False, choices=[("", "As it is for each figure"), *BASES.items()]
    )
    source = forms.CharField(
        label="Source",
        required=False,
        max_length=rules.LONGEST["source"],
        help_text="Leave it empty to keep the source of each figure.",
    )

    def __init__(self, data: Any, *, role: JobRole | None) -> None:
        chosen = [role] if role else list(JobRole.objects.filter(figures__isnull=False).distinct())
        super().__init__(data, initial={"roles": chosen, "as_of": timezone.localdate()})

    def clean_as_of(self) -> Any:
        """Figures are public at once, so they are from no day to come."""
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise forms.ValidationError("Choose today or a day before: figures are public as soon as they are stored.")
        return day

    def change(self) -> Change:
        given = self.cleaned_data
        return Change(
            as_of=given["as_of"],
            percent=given["percent"] or Decimal(0),
            step=given["step"],
            basis=given["basis"],
            source=given["source"],
        )


def roll(request: HttpRequest, role: JobRole | None = None) -> HttpResponse:
    """Shows what each figure would become; stores it when the same page is confirmed."""
    form = RollForm(request.POST if request.method == "POST" else None, role=role)
    plans = None
    if form.is_valid():
        plans = rolling.plan(form.cleaned_data["roles"].prefetch_related("figures"), form.change())
        if "store" in request.POST and (answer := _store(request, form, plans, role)):
            return answer
    title = f"Take figures forward: {role}" if role else "Take figures forward"
    return pages.page(
        request,
        "roll.html",
        title,
        role,
        form=form,
        plans=plans,
        digest=rolling.digest(plans) if plans else "",
        refused=any(plan.reasons for plan in plans or ()),
    )


def _store(
    request: HttpRequest, form: RollForm, plans: list[rolling.RolePlan], role: JobRole | None
) -> HttpResponse | None:
    """None where nothing was stored; the form says why."""
    if request.POST.get("seen") != rolling.digest(plans):
        form.add_error(None, pages.CHANGED_MEANWHILE)
        return None
    try:
        count = rolling.store(plans)
    except storing.RefusedFigures as refusal:
        form.add_error(None, refusal.reasons)
        return None
    day = f"{form.cleaned_data['as_of']:%Y-%m-%d}"
    pages.log(request, {plan.role: f"Took {len(plan.figures)} salary figures forward to {day}." for plan in plans})
    pages.name_guides(request, *(plan.role for plan in plans))
    return pages.done(request, f"{count} figures taken forward.", role)
