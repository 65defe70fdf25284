"""The reports in the admin: one page with every table, and each table as CSV."""

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.audit import recording as audit
from articles.lib import csv_export
from articles.lib.admin_pages import AdminPage, confirmed, has
from articles.lib.reports.tables import with_picture
from enquiries.reports.statistics import Statistics
from enquiries.reports.tables import REPORTS

PERIODS = (4, 13, 26, 52)  # weeks
USUAL_PERIOD = 26
MAY_VIEW = has("enquiries.view_reports")


def page(request: HttpRequest) -> HttpResponse:
    """Every report on the enquiries of the chosen weeks."""
    statistics = Statistics(_weeks(request))
    context = {
        **admin.site.each_context(request),
        "title": "Reports",
        "weeks": len(statistics.weeks),
        "periods": PERIODS,
        "reports": [with_picture(make(statistics), _address(slug, statistics)) for slug, make in REPORTS.items()],
    }
    return TemplateResponse(request, "admin/enquiries/reports.html", context)


def table(request: HttpRequest, slug: str) -> HttpResponse:
    """One report as CSV."""
    if slug not in REPORTS:
        raise Http404("There is no such report.")
    statistics = Statistics(_weeks(request))
    report = REPORTS[slug](statistics)
    audit.record(audit.Action.EXPORTED, f"report: {report.slug}")
    return csv_export.response(f"enquiries-{slug}-{len(statistics.weeks)}-weeks", report.header, report.rows)


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
