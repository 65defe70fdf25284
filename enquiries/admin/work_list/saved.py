"""Filters that somebody keeps under a name: links beside the tabs, and a page to rename and delete them."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from articles.lib.admin_pages import AdminPage, has
from enquiries.admin.work_list.asking import Question, read
from enquiries.intake.fields import LineInput
from enquiries.models import Enquiry, SavedFilter

MOST = 20
LONGEST = 1000  # as the column
LIST = "admin:enquiries_enquiry_changelist"
PAGE = "admin:enquiries_enquiry_filters"
TAKEN = "You keep another filter under this name."
MAY_VIEW = has("enquiries.view_enquiry")


class NameForm(forms.Form):
    name = LineInput(label="Name", max_length=60, error_messages={"required": "Give it a name."})


def _mine(user: Any) -> QuerySet[SavedFilter]:
    return SavedFilter.objects.filter(user=user)


def _faults(form: NameForm) -> str:
    return " ".join(map(str, form.errors["name"]))


def of(question: Question) -> list[tuple[SavedFilter, bool]]:
    """What the user keeps, and whether that is what is shown."""
    address = question.address()
    return [(one, one.query == address) for one in _mine(question.user)]


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keeps what the list shows under a name; one that is there already shows this from now on."""
    query = read(request.user, request.POST.get("list", "")).address()
    form, user = NameForm(request.POST), cast("Any", request.user)
    mine = _mine(user)
    if not form.is_valid():
        messages.error(request, _faults(form))
    elif mine.exclude(name=form.cleaned_data["name"]).count() >= MOST:
        messages.error(request, f"You keep {MOST} filters already. Delete one first.")
    elif len(query) > LONGEST:
        messages.error(request, "This is too much for one filter. Shorten the words that you search for.")
    else:
        name = form.cleaned_data["name"]
        mine.update_or_create(user=user, name=name, defaults={"query": query})
        messages.success(request, f"Kept as “{name}”.")
    return redirect(f"{reverse(LIST)}?{query}")


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Renames the filter named by `rename`, or deletes the one named by `delete`; each is a form of its own."""
    mine = _mine(request.user)
    chosen = request.POST.get("rename") or request.POST.get("delete") or ""
    if request.method == "POST":
        one = mine.filter(pk=int(chosen)).first() if chosen.isdecimal() and len(chosen) < 19 else None
        _change(request, one)
        return redirect(PAGE)
    kept = [(one, NameForm(initial={"name": one.name}, auto_id=f"id_{one.pk}_%s")) for one in mine]
    context = {**admin.site.each_context(request), "opts": Enquiry._meta, "title": "Kept filters", "kept": kept}
    return TemplateResponse(request, "admin/enquiries/enquiry/kept_filters.html", context)


def _change(request: HttpRequest, one: SavedFilter | None) -> None:
    if "delete" in request.POST:
        if one:
            one.delete()
        messages.success(request, "Deleted.")
    elif one is None:
        messages.error(request, "This filter has been deleted.")
    else:
        _rename(request, one)


def _rename(request: HttpRequest, one: Any) -> None:
    form = NameForm(request.POST)
    if not form.is_valid():
        messages.error(request, _faults(form))
        return
    one.name = form.cleaned_data["name"]
    try:
        with transaction.atomic():
            one.save(update_fields=["name"])
    except IntegrityError:
        messages.error(request, TAKEN)
    else:
        messages.success(request, f"Renamed to “{one.name}”.")


PAGES = (
    AdminPage("filters/", page, PAGE.partition(":")[2], MAY_VIEW),
    AdminPage("filters/keep/", keep, "enquiries_enquiry_keep_filter", MAY_VIEW),
)
