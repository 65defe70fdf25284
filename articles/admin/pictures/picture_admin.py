"""The library of pictures as editors see it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone
from js_asset import Script

from articles.admin.pictures import uploading
from articles.admin.pictures.form import PictureForm, received
from articles.admin.pictures.listing import Library, UseFilter
from articles.admin.where_used import ProtectedAdmin
from articles.drafts import where_used
from articles.drafts.where_used import Surface
from articles.lib.days import in_words
from articles.lib.people import name_of
from articles.library import keeping
from articles.models import Picture
from articles.pictures import uploads
from articles.publishing import pictures as asking
from articles.templatetags.pictures import picture as picture_tag

IN_THE_DIALOG = 24
SHOWN = {"replacement", "alt", "decorative", "credit", "focus_x", "focus_y"}


@admin.register(Picture)
class PictureAdmin(ProtectedAdmin):
    """What is changed here shows at once in drafts and on portraits, and on live pages when they are published again."""

    change_list_template = "admin/articles/picture/change_list.html"
    change_form_template = "admin/articles/picture/change_form.html"
    form = PictureForm
    list_display = ("thumbnail", "title", "size", "used", "alt", "added")
    list_display_links = ("thumbnail", "title")
    list_filter = (UseFilter, ("uploaded_by", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("uploaded_by",)
    list_per_page = 50
    search_fields = ("title", "alt", "credit")
    fields = ("title", "alt", "decorative", "credit", ("focus_x", "focus_y"), "replacement")

    class Media:
        css = {"all": ["css/admin-pictures.css"]}
        js = [Script("js/picture-uploads.js", type="module"), Script("js/focal-point.js", type="module")]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("portrait_of")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Library

    def get_urls(self) -> list[URLPattern]:
        choose = path("choose/", self.admin_site.admin_view(self.choose), name="articles_picture_choose")
        return [choose, *super().get_urls()]

    @admin.display(description="picture")
    def thumbnail(self, picture: Picture) -> str:
        return picture_tag(picture.as_image(), "portrait", alt=f"Edit {picture.title}", css="picture-thumbnail")

    @admin.display(description="pixels", ordering="width")
    def size(self, picture: Picture) -> str | None:
        return f"{picture.width:,} × {picture.height:,}" if picture.width else None

    @admin.display(description="used in", empty_value="nothing")
    def used(self, picture: Any) -> str | None:
        guides, portraits = len(picture.uses), len(picture.portrait_of.all())
        words = [f"{guides} guide{'' if guides == 1 else 's'}"] if guides else []
        words += [f"{portraits} portrait{'' if portraits == 1 else 's'}"] if portraits else []
        return ", ".join(words) or None

    @admin.display(description="added", ordering="uploaded_at")
    def added(self, picture: Picture) -> str:
        by = f" by {name_of(picture.uploaded_by)}" if picture.uploaded_by else ""
        return in_words(timezone.localtime(picture.uploaded_at)) + by

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Files alone make pictures; what is said of them comes after."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        outcomes = uploading.receive(request) if request.method == "POST" else []
        for outcome in outcomes:
            if outcome.picture:
                self.log_addition(request, outcome.picture, [{"added": {}}])
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Add pictures",
            "media": self.media,
            "accept": uploads.ACCEPTED_BY_LIBRARY,
        }
        return uploading.answer(request, outcomes, context)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, (extra_context or {}) | {"accept": uploads.ACCEPTED_BY_LIBRARY})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if (upload := request.FILES.get("replacement")) and self.has_change_permission(request):
            request.received = received(upload)  # type: ignore[attr-defined]
        context = (extra_context or {}) | {"show_save_and_add_another": False}
        return super().change_view(request, object_id, form_url, context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.received = getattr(request, "received", None)
        return form

    def choose(self, request: HttpRequest) -> HttpResponse:
        """A page of the pictures that a search finds, or the one of a number, for the dialog of a form."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found, _ = self.get_search_results(request, Picture.objects.all(), request.GET.get("q", ""))
        if (number := request.GET.get("number", "")).isdecimal():
            found = found.filter(pk=number)
        page = Paginator(found, IN_THE_DIALOG).get_page(request.GET.get("page"))
        return render(request, "admin/articles/picture/items.html", {"pictures": page, "page": page})

    def save_model(self, request: HttpRequest, obj: Picture, form: forms.ModelForm, change: bool) -> None:
        changed = SHOWN.intersection(form.changed_data)
        super().save_model(request, obj, form, change)
        if arrived := form.cleaned_data.get("replacement"):
            keeping.replace(obj, arrived)
            if arrived.note:
                self.message_user(request, arrived.note)
        if changed:
            keeping.note_changes(obj)
            for author in obj.portrait_of.all():
                asking.ask_for_portrait(author)
            self._name_live_pages(request, obj)

    def _name_live_pages(self, request: HttpRequest, picture: Picture) -> None:
        uses = where_used.guides_using(picture)
        if titles := ", ".join(f"“{use.title}”" for use in uses if use.is_on(Surface.LIVE)):
            kept = f"These live pages show the picture as before until you publish them again: {titles}."
            self.message_user(request, kept, messages.WARNING)

    def delete_model(self, request: HttpRequest, obj: Picture) -> None:
        keeping.delete([obj])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        keeping.delete(queryset)

    def get_deleted_objects(self, objs: Sequence[Any] | QuerySet[Any], request: HttpRequest) -> Any:
        """Neither goes a picture that is somebody's portrait."""
        deleted, counts, needed, protected = super().get_deleted_objects(objs, request)
        named = {thing for thing, *_ in protected}
        portraits: list[tuple[Picture, list[Any], list[Any]]] = [
            (picture, [], []) for picture in objs if picture not in named and picture.portrait_of.exists()
        ]
        return ([], {}, set(), [*protected, *portraits]) if portraits else (deleted, counts, needed, protected)
