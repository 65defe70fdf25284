"""Many old addresses at a time: read, shown as they would be stored, and stored once that is confirmed; and all of them
as a file."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from articles.admin.moved import pages
from articles.admin.salaries.pages import CHANGED_MEANWHILE
from articles.lib import csv_export
from articles.models import OldAddress
from articles.moved import csv_rows, planning, showing
from articles.moved.plans import Plan

LARGEST = 2_000_000  # bytes
SHOWN = 200  # rows of each kind


class CsvForm(forms.Form):
    """A file, or its text; with a file, what stood in the field before counts no more."""

    file = forms.FileField(
        label="CSV file",
        required=False,
        help_text="Columns “Old address” and “Leads to”, and “Note” if you like. Exports of the common redirection plug-ins "
        "are understood.",
    )
    rows = forms.CharField(
        label="Or paste the rows",
        required=False,
        max_length=LARGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "class": "vLargeTextField", "spellcheck": "false"}),
        help_text="Such as: /2021/05/our-post/,/guides/our-post/ – one to a line. “gone” in the second column answers that the "
        "page is gone.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        file = given.get("file")
        if file and file.size > LARGEST:
            self.add_error("file", "This file is larger than 2 MB. Store it in parts.")
        elif file:
            given["rows"] = csv_rows.decoded(file.read())
        try:
            given["wanted"] = csv_rows.read(given.get("rows", "")) if not self.errors else []
        except csv_rows.Unreadable as reason:
            self.add_error("file" if file else "rows", str(reason))
        return given


@require_http_methods(["GET", "HEAD", "POST"])
def csv(request: HttpRequest) -> HttpResponse:
    """Shows what would be stored; stores it when the same page is confirmed."""
    form = CsvForm(request.POST, request.FILES) if request.method == "POST" else CsvForm()
    plan = None
    if form.is_bound and form.is_valid():
        form = CsvForm({"rows": form.cleaned_data["rows"]})  # a file cannot be sent back to the browser; its text can
        form.full_clean()
        plan = planning.plan(form.cleaned_data["wanted"])
        if "store" in request.POST and (answer := _store(request, form, plan)):
            return answer
    return pages.page(
        request, "csv.html", "Add old addresses from CSV", form=form, plan=plan, shown=SHOWN, **_told(plan)
    )


def _told(plan: Plan | None) -> dict[str, Any]:
    """What changed rows lead to now."""
    before = [row.before for row in plan.changed if row.before] if plan else []
    leads = showing.addresses_of(before)
    return {"changes": [(row, leads[row.before.pk]) for row in plan.changed if row.before] if plan else []}


def _store(request: HttpRequest, form: CsvForm, plan: Plan) -> HttpResponse | None:
    """None where nothing was stored; the form says why."""
    if request.POST.get("seen") != plan.digest:
        form.add_error(None, CHANGED_MEANWHILE)
    elif not (plan.new or plan.changed):
        form.add_error(None, "There is nothing to store in these rows.")
    elif plan.refused and "leave_out" not in request.POST:
        form.add_error(None, "Correct the rows that cannot be stored, or tick that they are left out.")
    if form.errors:
        return None
    new, changed = len(plan.new), len(plan.changed)
    planning.store(plan, source=OldAddress.Source.CSV)
    left = f" {len(plan.refused)} left out." if plan.refused else ""
    messages.success(request, f"{new} added, {changed} changed.{left}")
    return HttpResponseRedirect(reverse("admin:articles_oldaddress_changelist"))


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The whole table."""
    rows = csv_rows.written(OldAddress.objects.order_by("address"))
    return csv_export.response("old-addresses", csv_rows.HEADER, rows)
