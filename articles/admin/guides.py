"""The guides as editors see them."""

from typing import TYPE_CHECKING, Any, cast

from content_editor.admin import ContentEditor
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.forms import BaseModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from js_asset import Script

from articles import publishing, views
from articles.admin.blocks import INLINES
from articles.drafts import document_of
from articles.models import Article, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User

DRAFT, LIVE, CHANGED = "draft", "live", "changed"
STATUS = {DRAFT: "Draft", LIVE: "Live", CHANGED: "Live, with unpublished changes"}


class StatusFilter(admin.SimpleListFilter):
    title = "status"
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return list(STATUS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in STATUS:
            return queryset
        if self.value() == DRAFT:
            return queryset.filter(is_live=False)
        return queryset.filter(is_live=True, has_unpublished_changes=self.value() == CHANGED)


@admin.register(Article)
class GuideAdmin(ContentEditor):
    """Saving keeps a draft; only “Publish” changes what visitors see."""

    change_form_template = "admin/articles/article/change_form.html"
    inlines = INLINES
    list_display = ("title", "status", "topic", "author", "updated", "live_page")
    list_filter = (StatusFilter, "topic", "author")
    list_select_related = ("topic", "author")
    list_per_page = 50
    search_fields = ("title", "slug", "standfirst")
    date_hierarchy = None
    prepopulated_fields = {"slug": ("title",)}
    save_on_top = False
    fieldsets = [
        (None, {"fields": ["title", "slug", "standfirst", "description", "topic", "author"]}),
        (
            "Picture at the top",
            {"fields": ["hero_image", "hero_alt", "hero_decorative", "hero_caption", "hero_credit"]},
        ),
    ]

    class Media:
        css = {"all": ["css/admin-editor.css"]}
        js = [Script("js/block-editor.js", type="module")]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        live = Revision.objects.published().filter(article=OuterRef("pk"))
        return (
            super()
            .get_queryset(request)
            .annotate(
                is_live=Exists(live),
                live_slug=Subquery(live.values("slug")[:1]),
                live_updated_at=Subquery(live.values("updated_at")[:1]),
            )
        )

    @admin.display(description="status")
    def status(self, guide: Any) -> str:
        if not guide.is_live:
            return STATUS[DRAFT]
        return STATUS[CHANGED if guide.has_unpublished_changes else LIVE]

    @admin.display(description="updated on the page", ordering="live_updated_at", empty_value="–")
    def updated(self, guide: Any) -> Any:
        return guide.live_updated_at

    @admin.display(description="page", empty_value="–")
    def live_page(self, guide: Any) -> str | None:
        return guide.live_slug and format_html(
            '<a href="{}">View</a>', reverse("articles:guide", args=[guide.live_slug])
        )

    def get_urls(self) -> list[URLPattern]:
        preview = path("<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="articles_article_preview")
        return [preview, *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: Article, form: BaseModelForm, change: bool) -> None:
        obj.saved_at, obj.saved_by = timezone.now(), cast("User", request.user)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: BaseModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        publishing.note_changes([form.instance])

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        return self._after_saving(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._after_saving(request, obj) or super().response_change(request, obj)

    def _after_saving(self, request: HttpRequest, guide: Article) -> HttpResponse | None:
        """What the two buttons of our own do once the draft is saved."""
        if "_preview" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_preview", args=[guide.pk]))
        if "_publish" in request.POST:
            self._publish(request, guide)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[guide.pk]))
        return None

    def _publish(self, request: HttpRequest, guide: Article) -> None:
        try:
            revision = publishing.publish(guide, by=request.user)
        except publishing.CannotPublish as refusal:
            self.message_user(request, "The draft is saved, but not published:", messages.ERROR)
            for reason in refusal.reasons:
                self.message_user(request, reason, messages.ERROR)
            return
        self.log_change(request, guide, "Published.")
        address = revision.get_absolute_url()
        self.message_user(
            request, format_html('Published. Visitors now read it at <a href="{0}">{0}</a>.', address), messages.SUCCESS
        )

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page as it would be if the draft were published now; seen by staff alone and kept nowhere."""
        guide = get_object_or_404(Article.objects.select_related("topic", "author"), pk=pk)
        if not self.has_view_permission(request, guide):
            raise PermissionDenied
        live = guide.revisions.published().first()
        now = timezone.now()
        published_at = live.published_at if live else now
        revision = publishing.draft_revision(guide, document_of(guide), published_at=published_at, updated_at=now)
        return never_cache(views.render_revision)(request, revision, preview=True)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        live = Revision.objects.published().filter(article=int(object_id)).first() if object_id.isdigit() else None
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "live": live})
