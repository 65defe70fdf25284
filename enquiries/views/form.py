"""The enquiry form and its confirmation."""

import logging
from typing import Any

from django.core.signing import SignatureExpired
from django.db import DatabaseError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles.lib.form_fields import Carried
from articles.public import reading_on
from articles.readership import counting, readers
from enquiries import access_links, wordings
from enquiries.intake import email_typos, pending_cvs, receiving, spam, throttle
from enquiries.intake.fields import new_token
from enquiries.intake.forms import EnquiryForm
from enquiries.models import Enquiry, Notice, Role, Wording
from enquiries.monitoring import synthetic
from enquiries.notices import writing

UNPROVEN, GONE, REFUSED, FLOODED, NOT_STORED = 403, 410, 422, 429, 503
log = logging.getLogger(__name__)

type Words = dict[str, Wording]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form; a valid one is stored before the visitor is thanked.

    When the database cannot store it, the page says so, with their words still in the form.
    """
    if request.method != "POST":
        words, carried = wordings.newest(), _carried_along(request)
        if readers.is_visitor(request) and (guide := receiving.guide_number_at(carried["from"])):
            counting.started(guide, carried["role"])
        return _show(request, _form(words, initial=carried), words)
    try:
        return _received(request)
    except DatabaseError as error:
        log.error("an enquiry could not be stored: %s", type(error).__name__)  # no trace: it holds their words
        form = EnquiryForm(request.POST)
        response = render(request, "enquiries/not_stored.html", {"form": form}, status=NOT_STORED)
        response.headers["Retry-After"] = "60"
        return response


@never_cache
def show_again(request: HttpRequest) -> HttpResponse:
    """The form filled in as it came, but with no proof that it came from our page; nothing of it is stored."""
    words, has_lost_cv = wordings.newest(), "cv" in request.FILES
    form = _form(words, request.POST)
    return _show(request, form, words, template="enquiries/unproven.html", status=UNPROVEN, has_lost_cv=has_lost_cv)


@never_cache
@require_safe
def sent(request: HttpRequest, token: str) -> HttpResponse:
    """The confirmation, for the sender of the enquiry: its link is signed and works for a day."""
    try:
        enquiry = access_links.find_confirmed(token)
    except SignatureExpired:
        return render(request, "enquiries/sent_expired.html", status=GONE)
    if enquiry is None:
        raise Http404("There is no such confirmation.")
    context = {
        "enquiry": enquiry,
        "suggestion": email_typos.suggest(enquiry.email),
        "status_link": access_links.status_link(enquiry),
        "guides": reading_on.suggested(enquiry.role, enquiry.guide),
        "is_acknowledged": enquiry.notices.filter(kind=Notice.Kind.ACKNOWLEDGEMENT).exists(),
    }
    return render(request, "enquiries/sent.html", context)


def _received(request: HttpRequest) -> HttpResponse:
    address = throttle.client_address(request)
    words = wordings.newest()
    form = _form(words, request.POST, request.FILES)
    if throttle.is_flooding(address):
        return _flooded(request, form, words)
    if not form.is_valid():
        return _show(request, form, words, status=REFUSED, has_lost_cv=not _keep_cv(form, address))
    enquiry = _store(form.cleaned_data, address, request.META.get("CSRF_COOKIE", ""))
    if enquiry is None:
        return _flooded(request, form, words)
    return redirect("enquiries:sent", access_links.confirmation_token(enquiry))


def _flooded(request: HttpRequest, form: EnquiryForm, words: Words) -> HttpResponse:
    response = _show(request, form, words, status=FLOODED, flooded=True)
    response.headers["Retry-After"] = str(throttle.RETRY_AFTER_SECONDS)
    return response


@transaction.atomic
def _store(answers: dict[str, Any], address: str, browser: str) -> Enquiry | None:
    """The stored enquiry; None for what looks like spam from an address that sends too much."""
    if synthetic.is_ours(answers["synthetic"]):
        return receiving.receive(answers, token=answers["token"], cv=answers["cv"], is_synthetic=True)[0]
    reasons = spam.reasons(answers, address=address, is_trapped=bool(answers["subject"]), stamp=answers["stamp"])
    if reasons and throttle.is_flooding(address, is_suspected=True):
        return None
    enquiry, created = receiving.receive(
        answers,
        token=answers["token"],
        cv=answers["cv"],
        browser=browser,
        spam_reasons=reasons,
        unacknowledged=spam.why_not_acknowledged(answers, address=address),
    )
    if created:
        throttle.note(address, answers["email"])
        if throttle.begins_burst(address):
            writing.tell_of_burst(enquiry, throttle.BURST_PER_HOUR)
    return enquiry


def _show(
    request: HttpRequest,
    form: EnquiryForm,
    words: Words,
    *,
    template: str = "enquiries/new.html",
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    context |= {
        "form": form,
        "privacy_wording": words[Wording.Kind.PRIVACY],
        "pending_cv": pending_cvs.find(form["token"].value()) if form.is_bound else None,
    }
    return render(request, template, context, status=status)


def _keep_cv(form: EnquiryForm, address: str) -> bool:
    """False when the form brought a sound CV and there is no room to keep it."""
    cv, token = form.cleaned_data.get("cv"), form.cleaned_data.get("token")
    return pending_cvs.keep(token, cv, address) if cv and token else True


def _form(words: Words, *data: Any, **initial: Any) -> EnquiryForm:
    return EnquiryForm(*data, **initial, marketing_words=words[Wording.Kind.MARKETING].text)


def _carried_along(request: HttpRequest) -> dict[str, str]:
    """What the previous page passed on, and what identifies this form: its token and its time."""
    role = request.GET.get("role", "")
    return {
        "role": role if role in Role.values else "",
        "from": Carried(max_length=500).clean(request.GET.get("from", "")),
        "token": new_token(),
        "stamp": spam.stamp(),
    }
