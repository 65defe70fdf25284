"""The reports in the admin: one page with every table, and each table as CSV."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.audit import recording as audit
from articles.lib import csv_export
from articles.lib.admin_pages import AdminPage, confirmed, has
from articles.lib.reports.tables import Report, with_picture
from enquiries.handling import permissions
from enquiries.reports.statistics import EVERYBODY, Scope, Statistics
from enquiries.reports.tables import REPORTS

PERIODS = (4, 13, 26, 52)  # weeks
USUAL_PERIOD = 26
MAY_VIEW = has("enquiries.view_reports")


def page(request: HttpRequest) -> HttpResponse:
    """Every report that the user may see, on the enquiries of the chosen weeks."""
    statistics = Statistics(_weeks(request), _scope(request.user))
    context = {
        **admin.site.each_context(request),
        "title": "Reports",
        "weeks": len(statistics.weeks),
        "periods": PERIODS,
        "uncounted_weeks": statistics.uncounted_weeks,
        "reports": [
            with_picture(make(statistics), _address(slug, statistics)) for slug, make in _offered(request.user).items()
        ],
    }
    return TemplateResponse(request, "admin/enquiries/reports.html", context)


def table(request: HttpRequest, slug: str) -> HttpResponse:
    """One report as CSV."""
    if (make := _offered(request.user).get(slug)) is None:
        raise Http404("There is no such report.")
    statistics = Statistics(_weeks(request), _scope(request.user))
    report = make(statistics)
    audit.record(audit.Action.EXPORTED, f"report: {report.slug}")
    return csv_export.response(f"enquiries-{slug}-{len(statistics.weeks)}-weeks", report.header, report.rows)


def _offered(user: Any) -> dict[str, Callable[[Statistics], Report]]:
    """Who may not read requests about personal data does not see them counted, either."""
    return (
        REPORTS if permissions.may_see_requests(user) else {slug: REPORTS[slug] for slug in REPORTS if slug != "rights"}
    )


def _scope(user: Any) -> Scope:
    """Who does not see every enquiry sees how they themselves and their teams did, and nobody else."""
    if user.has_perm("enquiries.view_every_enquiry"):
        return EVERYBODY
    return Scope(people=[user.pk], teams=set(user.teams.values_list("pk", flat=True)))


def _address(slug: str, statistics: Statistics) -> str:
    return f"{reverse('admin:enquiries_report', args=[slug])}?weeks={len(statistics.weeks)}"


def _weeks(request: HttpRequest) -> int:
    """The period that was asked for, if it is one of ours."""
    asked = request.GET.get("weeks", "")
    return next((weeks for weeks in PERIODS if str(weeks) == asked), USUAL_PERIOD)


PAGES = (
    AdminPage("reports/", page, "enquiries_reports", MAY_VIEW),
    AdminPage("reports/<slug:slug>.csv", confirmed(table), "enquiries_report", MAY_VIEW),
)
