"""The runs of an import: a list, the page on which something is uploaded, and the pages of each run."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse

from articles.admin.importing import names, pages, progress, report
from articles.admin.importing.pages import run_page
from articles.admin.importing.upload_form import UploadForm
from articles.importing import uploads
from articles.lib.admin_pages import has
from articles.lib.people import name_of
from articles.models import ImportedPost, ImportRun

State = ImportedPost.State
RUN = run_page("change/", report.run, "change")
PAGES = (
    run_page("progress/", progress.progress, "progress"),
    run_page("stop/", progress.stop, "stop", has(pages.MAY_ADD)),
    run_page("names/", names.names, "names", names.MAY),
    run_page("report.json", report.as_json, "json"),
    run_page("posts/<int:post>/", report.post, "post"),
    run_page("posts/<int:post>/source/", report.source, "source"),
)


@admin.register(ImportRun)
class ImportRunAdmin(admin.ModelAdmin):
    """Nothing of a run is changed by hand; what was made of it are drafts."""

    list_display = ("name", "state", "read", "new", "updated", "failed", "started_at", "by")
    list_filter = ("state",)
    search_fields = ("name",)
    list_select_related = ("started_by",)
    list_per_page = 50
    change_list_template = "admin/articles/importrun/change_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        counted = {
            f"count_{state}": Count("posts", filter=Q(posts__state=state))
            for state in (State.ADDED, State.UPDATED, State.FAILED)
        }
        return super().get_queryset(request).annotate(**counted)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return pages.may_see(request.user)

    def get_urls(self) -> list[URLPattern]:
        return [*(page.url(self.admin_site) for page in PAGES), *super().get_urls()]

    @admin.display(description="posts read")
    def read(self, run: ImportRun) -> str:
        return f"{run.done:,} of {max(run.total, run.done):,}"

    @admin.display(description="new drafts")
    def new(self, run: Any) -> int:
        return int(run.count_added)

    @admin.display(description="updated")
    def updated(self, run: Any) -> int:
        return int(run.count_updated)

    @admin.display(description="failed")
    def failed(self, run: Any) -> int:
        return int(run.count_failed)

    @admin.display(description="by", empty_value="command line")
    def by(self, run: ImportRun) -> str | None:
        return name_of(run.started_by) if run.started_by else None

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
        if form.is_valid():
            run = uploads.receive(form.cleaned_data["source"], by=request.user)
            self.log_addition(request, run, [{"added": {}}])
            return HttpResponseRedirect(reverse("admin:articles_importrun_change", args=[run.pk]))
        return pages.page(request, "upload.html", "Move in", form=form)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return RUN(request, pages.number(object_id))
