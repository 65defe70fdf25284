"""The enquiry form and its confirmation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from enquiries import receiving
from enquiries.forms import EnquiryForm
from enquiries.models import Enquiry, Role

REFUSED = 422


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form; a valid one is stored before the visitor is thanked."""
    if request.method != "POST":
        return render(request, "enquiries/new.html", {"form": EnquiryForm(initial=_carried_along(request))})
    form = EnquiryForm(request.POST)
    if not form.is_valid():
        return render(request, "enquiries/new.html", {"form": form}, status=REFUSED)
    return redirect("enquiries:sent", receiving.receive(form.cleaned_data).reference)


@never_cache
@require_safe
def sent(request: HttpRequest, reference: str) -> HttpResponse:
    """The confirmation; it shows the reference and nothing of what was sent."""
    enquiry = get_object_or_404(Enquiry, reference=reference)
    return render(request, "enquiries/sent.html", {"enquiry": enquiry})


def _carried_along(request: HttpRequest) -> dict[str, str]:
    """What the page before told us: the reader's role, if it is one, and where they were."""
    role = request.GET.get("role", "")
    return {"role": role if role in Role.values else "", "from": request.GET.get("from", "")[:500]}
