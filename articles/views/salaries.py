"""The salary guide: every figure of the agency as it stands now, as a page and as a CSV file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import batched, groupby
from operator import attrgetter
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.document import comparison_chart, salary_chart
from articles.document.salary_bands import basis_in_words
from articles.document.salary_chart import SalaryGroup
from articles.gate.checks.evidence.salary_figures import STALE_AFTER
from articles.lib import csv_export, paging
from articles.lib.cacheable import cacheable
from articles.lib.days import tomorrow
from articles.lib.urls import path_to
from articles.models import JobRole, Mention, Revision, SalaryFigure
from articles.public import structured_data
from articles.public.breadcrumbs import Crumb
from articles.remembering import remembered
from articles.salaries import csv_rows
from articles.salaries.selection import READERS, Selection

ROLES_A_PAGE = 20
GUIDES_A_ROLE = 3
MEANINGS = {
    "placements": "What people we placed agreed to be paid.",
    "adverts": "The pay that employers gave in adverts for these jobs.",
    "judgement": "What our recruiters believe the pay to be, from their conversations at work. It is not a count.",
}


class Named(NamedTuple):
    """A guide as a link names it."""

    slug: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """One role with its figures in words, and the latest guides that show them."""

    name: str
    slug: str
    path: str
    groups: tuple[SalaryGroup, ...]
    guides: tuple[Named, ...]


@require_safe
@cacheable(*READERS, "page", until=tomorrow)
def page(request: HttpRequest) -> HttpResponse:
    """The figures that the address asks for, by role; a choice that no figure fits says so and leads back."""
    selection = Selection(request.GET, _figures())
    by_role = [list(figures) for _, figures in groupby(selection.figures, key=attrgetter("job_role_id"))]
    roles = paging.page(request, by_role, ROLES_A_PAGE)
    usual = salary_chart.usual_origin(selection.figures)
    sections = _sections(list(roles), usual)
    context = {
        "selection": selection,
        "roles": roles,
        "sections": sections,
        "usual": usual,
        "has_others": any(group.notes for section in sections for group in section.groups),
        "charts": comparison_chart.charts((figures[0].job_role.name, figures) for figures in roles),
        "newest": max((figure.as_of for figure in selection.figures), default=None),
        "old_before": timezone.localdate() - STALE_AFTER,
        "bases": tuple((basis_in_words(basis), meaning) for basis, meaning in MEANINGS.items()),
        "trail": _trail(selection),
        "nodes": [node for figures in roles for node in structured_data.occupations(figures[0].job_role.name, figures)],
    }
    return render(request, "articles/salary_guide.html", context)


@require_safe
@cacheable(*READERS, until=tomorrow)
def download(request: HttpRequest) -> HttpResponse:
    """The same figures as the page with the same choices, on however many pages, as CSV."""
    figures = Selection(request.GET, _figures()).figures
    response = csv_export.response("salaries", csv_rows.HEADER, map(csv_rows.cells, figures))
    response.headers["X-Robots-Tag"] = "noindex"  # the page says the same to those who search
    return response


@remembered
def _figures() -> Sequence[SalaryFigure]:
    """Every figure, by role, in an order of names that does not depend on the database."""
    figures = SalaryFigure.objects.select_related("job_role")
    return tuple(sorted(figures, key=lambda figure: (figure.job_role.name.casefold(), figure.job_role_id)))


def _sections(roles: Sequence[list[SalaryFigure]], usual: str) -> list[Section]:
    guides = _guides(tuple(figures[0].job_role.slug for figures in roles))
    return [
        Section(
            name=role.name,
            slug=role.slug,
            path=role.get_absolute_url(),
            groups=tuple(salary_chart.groups(figures, usual=usual)),
            guides=tuple(guides[role.slug]),
        )
        for figures in roles
        for role in [figures[0].job_role]
    ]


@remembered
def _guides(roles: tuple[str, ...]) -> dict[str, list[Named]]:
    """The live guides that show the figures of each role and went live last, by its slug."""
    if not roles:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(*_latest_guides(roles))
        rows = cursor.fetchall()
    return {role: [Named(*pair) for pair in batched(shown, 2) if all(pair)] for role, *shown in rows}


@lru_cache
def _latest_guides(roles: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    """The query for them. Kept, since Django takes ten times as long to write it as a database takes to answer it."""
    shown = Revision.objects.published().filter(mentions__kind=Mention.Kind.JOB_ROLE, mentions__slug=OuterRef("slug"))
    latest = shown.order_by("-mentions__revision_id")
    places = {
        f"{name}_{place}": Subquery(latest.values(name)[place : place + 1])
        for place in range(GUIDES_A_ROLE)
        for name in Named._fields
    }
    return (
        JobRole.objects.filter(slug__in=roles).annotate(**places).values_list("slug", *places).query.sql_with_params()
    )


def _trail(selection: Selection) -> tuple[Crumb, ...]:
    here = path_to("articles:salaries") if selection.chosen else ""
    return Crumb("Home", path_to("home")), Crumb("Salaries", here)
