"""Adding an enquiry by hand, and correcting what one says."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from articles.lib.admin_pages import AdminPage, confirmed_change, has
from enquiries.admin.answers.correcting import AnswersForm, ContactForm, CorrectingForm
from enquiries.admin.answers.entering import EntryForm
from enquiries.admin.common import LIST, REFUSED, enquiry_page, render, safe_or_post
from enquiries.admin.work_list import carrying
from enquiries.handling import delivery, permissions, verbs
from enquiries.handling.similar import Similar, similar
from enquiries.intake import entering, pending_cvs
from enquiries.intake.fields import new_token
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, State

MAY = has("enquiries.handle_enquiry")
SAVED = "The contact details are saved. Mail to the enquirer goes to the address that you see here."
ANSWERS_SAVED = "The answers are saved."
NEW_ADDRESS = (
    "A new e-mail address gets everything that has not reached the old one and, while the enquiry is open, an "
    "acknowledgement with a new link to the enquirer’s own page. The old link stops working."
)
OTHER_ROLE = "If you change what they are, the answers to the questions of the old role are taken out."
ENTERED = "The enquiry is in the list."
ENTERED_BEFORE = "This enquiry is in the list already. If you changed something since, correct it there."


def enter(request: HttpRequest) -> HttpResponse:
    """The form; a valid one is stored, once others that seem to be from the same person were seen."""
    if request.method != "POST":
        now = timezone.localtime().replace(second=0, microsecond=0)
        return _entry(request, EntryForm(by=request.user, initial={"token": new_token(), "at": now}))
    form = EntryForm(request.POST, request.FILES, by=request.user)
    if not form.is_valid():
        _keep_cv(form)
        return _entry(request, form, status=REFUSED)
    found = similar(entering.unstored(form.cleaned_data), permissions.visible_to(request.user))
    if not {str(one.enquiry.pk) for one in found} <= set(request.POST.getlist("seen")):
        _keep_cv(form)
        return _entry(request, form, found=found, status=REFUSED)
    return _store(request, form)


def _store(request: HttpRequest, form: EntryForm) -> HttpResponse:
    cleaned = form.cleaned_data
    enquiry, is_new = entering.enter(
        cleaned, form.coming(), request.user, token=cleaned["token"], to=cleaned["to"], cv=cleaned["cv"]
    )
    messages.success(request, ENTERED if is_new else ENTERED_BEFORE)
    return (
        redirect(carrying.page_of(request, enquiry)) if permissions.may_see(request.user, enquiry) else redirect(LIST)
    )


def _keep_cv(form: EntryForm) -> None:
    """A sound CV need not be chosen a second time."""
    cv, token = form.cleaned_data.get("cv"), form.cleaned_data.get("token")
    if cv and token:
        pending_cvs.keep(token, cv, "")


def _entry(
    request: HttpRequest, form: EntryForm, *, found: list[Similar] | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "title": "Add an enquiry",
        "form": form,
        "similar": found,
        "pending_cv": pending_cvs.find(form["token"].value()) if form.is_bound else None,
    }
    return render(request, "enter", context, status=status)


def contact(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Corrects how the enquirer is reached."""
    return _correct(request, enquiry, ContactForm, f"Contact details of {enquiry.name}", NEW_ADDRESS, SAVED)


def answers(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Corrects everything else that they answered."""
    return _correct(request, enquiry, AnswersForm, f"Answers of {enquiry.name}", OTHER_ROLE, ANSWERS_SAVED)


def _correct(
    request: HttpRequest, enquiry: Enquiry, kind: type[CorrectingForm], title: str, explained: str, saved: str
) -> HttpResponse:
    if enquiry.state == State.ERASED:
        messages.error(request, verbs.NOT_IN_HAND[State.ERASED])
        return redirect(carrying.page_of(request, enquiry))
    form = kind(request.POST if request.method == "POST" else None, enquiry=enquiry)
    if form.is_bound and form.is_valid():
        try:
            delivery.correct(enquiry, form.answers(), by=request.user, seen=form.cleaned_data["seen"])
        except NotAllowed as reason:
            form.refuse(str(reason))
        else:
            messages.success(request, saved)
            return redirect(carrying.page_of(request, enquiry))
    context: dict[str, Any] = {"title": title, "enquiry": enquiry, "form": form, "explained": explained}
    return render(request, "correct", context, status=REFUSED if form.errors else 200)


PAGES = (
    AdminPage("enter/", safe_or_post(enter), "enquiries_enquiry_enter", MAY),
    enquiry_page("contact", confirmed_change(safe_or_post(contact)), MAY),
    enquiry_page("answers", safe_or_post(answers), MAY),
)
