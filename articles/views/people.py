"""The page of the agency's teams and of the people who write and speak in its guides."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.lib.cacheable import cacheable
from articles.public import breadcrumbs, directory, structured_data


@require_safe
@cacheable()
def page(request: HttpRequest) -> HttpResponse:
    """Everybody whom a visitor may meet, with their faces."""
    teams, people = directory.teams(), directory.people()
    context = {
        "teams": teams,
        "people": people,
        "trail": breadcrumbs.home(),
        "nodes": structured_data.staff(teams, people),
    }
    return render(request, "articles/people.html", context)
