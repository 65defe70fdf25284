"""The page of the first steps, for whoever wants to see them again, and what its buttons do."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from agency.first_steps import progress
from articles.lib.admin_pages import AdminPage
from articles.lib.front_page.first_steps import named


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """All steps as they are now."""
    context = {"title": "First steps", "first_steps": progress.of(request.user)}
    return TemplateResponse(request, "admin/first_steps/page.html", admin.site.each_context(request) | context)


@require_POST
def answer(request: HttpRequest, name: str) -> HttpResponse:
    """Stores that the step is not needed, or takes that back; leads to where the steps are shown."""
    step = named(name)
    if not step or not step.unneeded:
        raise Http404
    if not request.user.has_perm(step.may):
        raise PermissionDenied
    if "take_back" in request.POST:
        progress.take_back(step)
    else:
        progress.say_unneeded(step, by=request.user)
    shown = reverse("first_steps" if progress.is_over() else "admin:index")
    return HttpResponseRedirect(f"{shown}#step-{step.name}")


PAGES = (
    AdminPage("admin/first-steps/", page, "first_steps", may=progress.may_see),
    AdminPage("admin/first-steps/<slug:name>/", answer, "first_step_answer"),
)
