"""The enquirer's own page, reached by a signed link and without an account, and the forms behind it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.lib import attachments
from enquiries import access_links
from enquiries.consents import suppression
from enquiries.inbound import conversation
from enquiries.intake import throttle
from enquiries.locking import NotAllowed
from enquiries.models import CV, Enquiry, Scan
from enquiries.privacy import applications, disclosure, new_links, rights
from enquiries.views.message_form import MessageForm
from enquiries.views.rights_forms import ComplaintForm, ErasureForm, RightsForm
from enquiries.views.status_forms import ConsentForm, CorrectionForm, StatusForm, WithdrawalForm

UNPROVEN, GONE, REFUSED, TOO_MANY = 403, 410, 422, 429
FLOODED = "Too many messages came from your connection within the last hour. Please try again later, or call us."
FORMS: dict[str, type[StatusForm | CorrectionForm]] = {
    "correct": CorrectionForm,
    "withdraw": WithdrawalForm,
    "hearing-from-us": ConsentForm,
    "erasure": ErasureForm,
    "complaint": ComplaintForm,
    "rights": RightsForm,
}


def personal(referrer: str) -> Callable[..., Any]:
    """Finds the enquiry for its link, and keeps the answer out of caches, search engines and other hosts' logs."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def opened(request: HttpRequest, token: str, **further: str) -> HttpResponse:
            if enquiry := access_links.find(token):
                response = view(request, enquiry, **further)
            elif enquiry := access_links.find_ended(token):
                response = _ended(request, enquiry, **further)
            elif access_links.find_expired(token):
                response = render(request, "enquiries/status/expired.html", {"token": token}, status=GONE)
            else:
                response = _unknown(request)
            return _private(response, referrer)

        return opened

    return decorate


@require_safe
@personal("no-referrer")
def status(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """What we hold, how it stands, and what the enquirer can do about it."""
    done = request.GET.get("done", "")
    form = MessageForm if done == "write" else FORMS.get(done)
    return _page(request, enquiry, MessageForm(enquiry=enquiry), done=form.done if form else "")


# Whoever has the link may write, from wherever; another site, which could forge a request, has no link. So the page that
# is only read needs no cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@personal("no-referrer")
def write(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Takes what the enquirer writes to us on their page; on the way back to it, it is stored."""
    here = reverse("enquiries:status", args=[_token(request)])
    if request.method != "POST":
        return redirect(here)
    form, address = MessageForm(request.POST, request.FILES, enquiry=enquiry), throttle.client_address(request)
    if throttle.is_flooding(address):
        form.add_error(None, FLOODED)
        return _page(request, enquiry, form, status=TOO_MANY)
    if form.is_valid():
        try:
            form.act()
            throttle.note(address)
            return redirect(f"{here}?done=write")
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    return _page(request, enquiry, form, status=REFUSED)


def _page(
    request: HttpRequest, enquiry: Enquiry, form: MessageForm, *, done: str = "", status: int = 200
) -> HttpResponse:
    form.helper.attrs["action"] = reverse("enquiries:status_write", args=[_token(request)])
    context = {
        "enquiry": enquiry,
        "token": _token(request),
        "status": disclosure.status(enquiry),
        "answers": disclosure.answers(enquiry),
        "cv": disclosure.cv(enquiry),
        "requests": disclosure.asked(enquiry),
        "kept_by_law": applications.told(enquiry) if enquiry.is_kept_by_law else "",
        "suppressed": suppression.of(enquiry.email),
        "wrote": disclosure.wrote(enquiry),
        "form": form if conversation.may_write(enquiry) else None,
        "done": done,
    }
    return render(request, "enquiries/status/page.html", context, status=status)


@require_safe
@personal("no-referrer")
def copy(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Everything on the page, and the mails sent to the enquirer, as a JSON file."""
    response = JsonResponse(disclosure.everything(enquiry), json_dumps_params={"ensure_ascii": False, "indent": 2})
    return _attachment(response, f"enquiry-{enquiry.reference}.json")


@require_safe
@personal("no-referrer")
def cv(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """The CV as it was sent."""
    file = CV.objects.select_related("enquiry").filter(enquiry=enquiry).first()
    if not file or file.scan == Scan.INFECTED:
        return _unknown(request)
    return _attachment(HttpResponse(bytes(file.content), content_type=file.content_type), file.download_name)


# A page that asks for no referrer makes browsers send "Origin: null" with its forms, which the check against forged
# requests refuses. "same-origin" tells other hosts as little.
@require_http_methods(["GET", "HEAD", "POST"])
@personal("same-origin")
def change(request: HttpRequest, enquiry: Enquiry, action: str) -> HttpResponse:
    """One of the forms; what it asks for is done before the page says so."""
    if action not in FORMS:
        return _unknown(request)
    posted = request.POST if request.method == "POST" else None
    form = FORMS[action](posted, enquiry=enquiry)
    if posted is not None and form.is_valid():
        try:
            form.act()
            return _done(request, enquiry, action)
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    context = {"form": form, "token": _token(request)}
    return render(request, "enquiries/status/form.html", context, status=REFUSED if form.errors else 200)


@personal("same-origin")
def show_again(request: HttpRequest, enquiry: Enquiry, action: str) -> HttpResponse:
    """The form filled in as it came, but with no proof that it came from our page; nothing is done."""
    if action not in FORMS:
        return _unknown(request)
    context = {
        "form": FORMS[action](request.POST, enquiry=enquiry),
        "token": _token(request),
        "is_unproven": True,
    }
    return render(request, "enquiries/status/form.html", context, status=UNPROVEN)


# Whoever has the link may ask, from wherever; it changes nothing, and what is sent goes to the enquirer.
@csrf_exempt
@never_cache
@require_POST
def new_link(request: HttpRequest, token: str) -> HttpResponse:
    """Sends a new link in place of one that is too old. The answer is the same whether we still hold the enquiry or not."""
    new_links.send_for(token)
    return _private(render(request, "enquiries/status/new_link.html"), "no-referrer")


def _token(request: HttpRequest) -> str:
    """The link by which the page was opened. The links on it are no younger: an old one cannot be kept alive by using it."""
    match = request.resolver_match
    return str(match.kwargs["token"]) if match else ""


def _done(request: HttpRequest, enquiry: Enquiry, action: str) -> HttpResponse:
    """On to the page, by a link for the new e-mail address if that was changed."""
    token = _token(request)
    token = token if access_links.find(token) else access_links.status_token(enquiry)
    return redirect(reverse("enquiries:status", args=[token]) + f"?done={action}")


def _private(response: HttpResponse, referrer: str) -> HttpResponse:
    response.headers["Referrer-Policy"] = referrer
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _ended(request: HttpRequest, enquiry: Enquiry, action: str = "") -> HttpResponse:
    """The link opened the enquiry until its address was corrected.

    Who pressed “Save” twice is still on their way through the new link: they know all that the enquiry says now, and it
    was said a moment ago. Anybody else may be the stranger to whom a typing slip sent our mail.
    """
    if request.method == "POST" and action == "correct":
        form = CorrectionForm(request.POST, enquiry=enquiry)
        if rights.was_just_corrected(enquiry) and form.is_valid() and form.changes_nothing():
            return _done(request, enquiry, action)
    return render(request, "enquiries/status/ended.html", status=GONE)


def _unknown(request: HttpRequest) -> HttpResponse:
    """One page for every link that does not work, so that it reveals nothing."""
    return render(request, "enquiries/status/unknown.html", status=404)


def _attachment(response: HttpResponse, name: str) -> HttpResponse:
    response.headers["Content-Disposition"] = attachments.disposition(name)
    return response
