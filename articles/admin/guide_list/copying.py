"""Making a new draft from a guide, from its own pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from articles.admin.guides import checks, pages
from articles.drafts import duplicating, saving
from articles.models import Article


@require_http_methods(["GET", "HEAD", "POST"])
def duplicate(request: HttpRequest, guide: Article) -> HttpResponse:
    """Says what the copy will be, and makes it once that is confirmed."""
    if request.method != "POST":
        return pages.page(request, guide, "duplicate.html", "Duplicate as a new draft")
    try:
        copy = duplicating.duplicate(guide, by=request.user)
    except saving.CannotRestore as refusal:
        messages.error(request, f"No copy was made. {refusal}")
        return pages.back_to("checks", guide)
    messages.success(request, "This is the copy, a draft of yours. Give it its own title and address.")
    checks.tell_what_came(request, copy)
    return pages.back_to("change", copy)
