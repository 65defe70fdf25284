"""The imports of form entries: a list, the page on which a file is uploaded, and the pages of each import."""

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.lib.people import name_of
from enquiries.admin.importing import columns, pages, preview, report, upload
from enquiries.importing.entries import Fate
from enquiries.models import EntryImport

LONGEST_NUMBER = 18
State = EntryImport.State


@admin.register(EntryImport)
class EntryImportAdmin(admin.ModelAdmin):
    """Nothing of an import is changed by hand; what came in are enquiries."""

    list_display = ("name", "form", "state", "taken_in", "left_outside", "started_at", "by")
    list_filter = ("state",)
    search_fields = ("name", "form")
    list_select_related = ("started_by",)
    list_per_page = 50
    change_list_template = "admin/enquiries/entryimport/change_list.html"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(pages.MAY))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm(pages.MAY))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(pages.MAY))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        def view(name: str, pattern: str, function: Any) -> URLPattern:
            return path(
                f"<int:run>/{pattern}", self.admin_site.admin_view(function), name=f"enquiries_entryimport_{name}"
            )

        return [
            view("columns", "columns/", pages.guarded(columns.columns, state=State.MAPPING)),
            view("preview", "preview/", pages.guarded(preview.preview, state=State.MAPPING)),
            view("drop", "drop/", pages.guarded(upload.drop, state=State.MAPPING)),
            view("progress", "progress/", pages.guarded(report.progress)),
            view("stop", "stop/", pages.guarded(report.stop)),
            view("json", "report.json", pages.guarded(report.as_json)),
            *super().get_urls(),
        ]

    @admin.display(description="taken in")
    def taken_in(self, run: EntryImport) -> int:
        return int(run.report.get("counts", {}).get(Fate.NEW, 0))

    @admin.display(description="left outside")
    def left_outside(self, run: EntryImport) -> int:
        return sum(run.report.get("counts", {}).values()) - self.taken_in(run)

    @admin.display(description="by", empty_value="somebody who left")
    def by(self, run: EntryImport) -> str | None:
        return name_of(run.started_by) if run.started_by else None

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return upload.upload(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not object_id.isdecimal() or len(object_id) > LONGEST_NUMBER:
            raise Http404
        return pages.guarded(report.run)(request, run=int(object_id))
