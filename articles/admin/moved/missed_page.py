"""Addresses that are asked for in vain: taken over into the table, as proposed or as gone, or ignored."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles.admin.moved import pages
from articles.models import MissedAddress, OldAddress
from articles.moved import missed, recording
from articles.moved.addresses import Refused

IGNORED = "ignored"


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The most asked-for with their proposals; a press of one button decides on one."""
    if request.method == "POST":
        _decide(request, get_object_or_404(MissedAddress, pk=request.POST.get("missed", "")))
        query = f"?{IGNORED}=1" if IGNORED in request.GET else ""
        return HttpResponseRedirect(reverse("admin:articles_oldaddress_missed") + query)
    ignored = IGNORED in request.GET
    return pages.page(
        request,
        "missed.html",
        "Ignored addresses" if ignored else "Addresses asked for in vain",
        found=missed.shown(ignored=ignored),
        ignored=ignored,
        count=missed.often(ignored=ignored).count(),
    )


def _decide(request: HttpRequest, row: MissedAddress) -> None:
    match request.POST.get("decision"):
        case "take":
            _record(request, row, request.POST.get("target", ""))
        case "gone":
            _record(request, row, "gone")
        case "ignore":
            MissedAddress.objects.filter(pk=row.pk).update(is_ignored=True)
            messages.success(request, f"{row} is ignored from now on.")
        case "notice":
            MissedAddress.objects.filter(pk=row.pk).update(is_ignored=False)
            messages.success(request, f"{row} is listed again.")


def _record(request: HttpRequest, row: MissedAddress, target: str) -> None:
    try:
        recording.record(row.path, target, source=OldAddress.Source.TYPED)
    except Refused as reason:
        messages.error(request, f"{row} was left alone: {reason}")
        return
    row.delete()
    messages.success(request, f"{row.path} is in the table now.")
