"""The reports in the admin: one page with every table, and each table as CSV."""

from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from articles.lib import csv_export, days
from enquiries.reports import charts
from enquiries.reports.statistics import Statistics
from enquiries.reports.tables import REPORTS, Report

PERIODS = (4, 13, 26, 52)  # weeks
USUAL_PERIOD = 26


def reports_urls(admin_site: AdminSite) -> list[URLPattern]:
    """The addresses of the reports, for the `get_urls` of an admin of `admin_site`."""
    known = {"admin_site": admin_site}
    return [
        path("reports/", admin_site.admin_view(page), known, name="enquiries_reports"),
        path("reports/<slug:slug>.csv", admin_site.admin_view(table), name="enquiries_report"),
    ]


def page(request: HttpRequest, admin_site: AdminSite) -> HttpResponse:
    """Every report on the enquiries of the chosen weeks."""
    _require_permission(request)
    statistics = Statistics(_weeks(request))
    context = {
        **admin_site.each_context(request),
        "title": "Reports",
        "weeks": len(statistics.weeks),
        "periods": PERIODS,
        "reports": [_drawn(make(statistics)) for make in REPORTS.values()],
    }
    return TemplateResponse(request, "admin/enquiries/reports.html", context)


def table(request: HttpRequest, slug: str) -> HttpResponse:
    """One report as CSV."""
    _require_permission(request)
    if slug not in REPORTS:
        raise Http404("There is no such report.")
    statistics = Statistics(_weeks(request))
    report = REPORTS[slug](statistics)
    return csv_export.response(f"enquiries-{slug}-{len(statistics.weeks)}-weeks", report.header, report.rows)


def _require_permission(request: HttpRequest) -> None:
    if not request.user.has_perm("enquiries.view_reports"):
        raise PermissionDenied


def _weeks(request: HttpRequest) -> int:
    """The period that was asked for, if it is one of ours."""
    asked = request.GET.get("weeks", "")
    return next((weeks for weeks in PERIODS if str(weeks) == asked), USUAL_PERIOD)


def _drawn(report: Report) -> dict[str, Any]:
    """The report with its picture: upright bars for the weeks, a bar in each row for everything else."""
    lengths = charts.lengths(report.drawn, report.full)
    context = {"report": report, "lines": list(zip(report.rows, lengths, strict=True))}
    if report.slug == "weeks":
        labels = [f"week from {days.in_words(week)}" for week, _ in report.rows]
        context |= {"columns": charts.columns(report.drawn), "in_words": charts.in_words(labels, report.drawn)}
    return context
