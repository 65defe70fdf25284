"""The runs of an import: a list, the page on which something is uploaded, and the pages of each run."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse

from articles.admin.importing import names, pages, progress, report
from articles.admin.importing.upload_form import UploadForm
from articles.importing import uploads
from articles.lib.people import name_of
from articles.models import ImportedPost, ImportRun

State = ImportedPost.State


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

    def get_urls(self) -> list[URLPattern]:
        def view(name: str, pattern: str, function: Any) -> URLPattern:
            return path(pattern, self.admin_site.admin_view(function), name=f"articles_importrun_{name}")

        return [
            view("progress", "<int:run>/progress/", pages.guarded(progress.progress)),
            view("stop", "<int:run>/stop/", pages.guarded(progress.stop, may="articles.add_importrun")),
            view("names", "<int:run>/names/", pages.guarded(names.names, may="articles.change_every_article")),
            view("json", "<int:run>/report.json", pages.guarded(report.as_json)),
            view("post", "<int:run>/posts/<int:post>/", pages.guarded(report.post)),
            view("source", "<int:run>/posts/<int:post>/source/", pages.guarded(report.source)),
            *super().get_urls(),
        ]

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
        pages.refuse_without(request, "articles.add_importrun")
        form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
        if form.is_valid():
            run = uploads.receive(form.cleaned_data["source"], by=request.user)
            self.log_addition(request, run, [{"added": {}}])
            return HttpResponseRedirect(reverse("admin:articles_importrun_change", args=[run.pk]))
        return pages.page(request, "upload.html", "Move in", form=form)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return pages.guarded(report.run)(request, run=pages.number(object_id))
