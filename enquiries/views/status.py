"""The enquirer's own page, reached by a signed link and without an account, and the forms behind it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles.lib import attachments
from enquiries import access_links
from enquiries.locking import NotAllowed
from enquiries.models import CV, Enquiry
from enquiries.privacy import disclosure
from enquiries.views.rights_forms import ComplaintForm, ErasureForm, RightsForm
from enquiries.views.status_forms import ConsentForm, CorrectionForm, StatusForm, WithdrawalForm

REFUSED = 422
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
            enquiry = access_links.find(token)
            response = view(request, enquiry, **further) if enquiry else _unknown(request)
            response.headers["Referrer-Policy"] = referrer
            response.headers["X-Robots-Tag"] = "noindex"
            return response

        return opened

    return decorate


@require_safe
@personal("no-referrer")
def status(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """What we hold, how it stands, and what the enquirer can do about it."""
    form = FORMS.get(request.GET.get("done", ""))
    context = {
        "enquiry": enquiry,
        "token": access_links.status_token(enquiry),
        "status": disclosure.status(enquiry),
        "answers": disclosure.answers(enquiry),
        "cv": disclosure.cv(enquiry),
        "requests": disclosure.asked(enquiry),
        "done": form.done if form else "",
    }
    return render(request, "enquiries/status/page.html", context)


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
    if not file:
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
            return redirect(reverse("enquiries:status", args=[access_links.status_token(enquiry)]) + f"?done={action}")
        except NotAllowed as reason:
            form.add_error(None, str(reason))
    context = {"form": form, "token": access_links.status_token(enquiry)}
    return render(request, "enquiries/status/form.html", context, status=REFUSED if form.errors else 200)


def _unknown(request: HttpRequest) -> HttpResponse:
    """One page for every link that does not work, so that it reveals nothing."""
    return render(request, "enquiries/status/unknown.html", status=404)


def _attachment(response: HttpResponse, name: str) -> HttpResponse:
    response.headers["Content-Disposition"] = attachments.disposition(name)
    return response
