"""The guides as editors see them."""

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from content_editor.admin import ContentEditor
from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.forms import BaseModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from js_asset import Script

from articles.admin import questions
from articles.admin.exchange import pages as exchange
from articles.admin.gate import repairing
from articles.admin.guide_list import listing
from articles.admin.guide_list.copying import duplicate
from articles.admin.guide_list.listing import GuideList
from articles.admin.guides import (
    autosave,
    checks,
    editing,
    history,
    links,
    preview,
    publishing,
    readership,
    reviews,
    sharing,
)
from articles.admin.guides.blocks import INLINES, rows_in
from articles.admin.guides.editing import GuideForm
from articles.admin.guides.length import length_of
from articles.admin.guides.notes import notes
from articles.admin.guides.pages import back_to, guide_page, new_guide_page
from articles.admin.pictures.choosing import ChoosesPictures
from articles.admin.word import pages as word
from articles.document import Document
from articles.drafts import addresses, autosaving, saving, where_used
from articles.drafts.permissions import may_change, may_publish
from articles.lib.admin_pages import PicksStaff, has
from articles.models import Article
from articles.references import texts

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PAGES = (
    guide_page("checks/", checks.checks),
    guide_page("repair/", repairing.repair, may_change),
    guide_page("publish/", publishing.publish, may_publish),
    guide_page("withdraw/", publishing.withdraw, may_publish),
    guide_page("cancel/", publishing.cancel, may_publish),
    guide_page("discard/", publishing.discard, may_change),
    guide_page("send/", reviews.send, may_change),
    guide_page("return/", reviews.send_back, may_publish),
    guide_page("reviewed/", reviews.reviewed, may_change),
    guide_page("preview/", preview.preview),
    guide_page("preview/page/", preview.preview_page),
    guide_page("preview/unsaved/", preview.unsaved_page, may_change),
    new_guide_page("preview/unsaved/", preview.unsaved_page_of_new),
    guide_page("autosave/", autosave.autosave, may_change),
    new_guide_page("autosave/", autosave.autosave_new),
    guide_page("autosaved/take/<int:version>/", autosave.take, may_change),
    guide_page("autosaved/discard/<int:version>/", autosave.discard, may_change),
    guide_page("history/", history.history),
    guide_page("history/compare/", history.compare),
    guide_page("history/revision/<int:revision>/", preview.earlier),
    guide_page("history/page/<int:revision>/", preview.earlier_page),
    guide_page("history/restore/<int:revision>/", history.restore, may_change),
    guide_page("history/take/<int:version>/", history.restore_version, may_change),
    guide_page("conflict/<int:version>/", editing.conflict, may_change),
    guide_page("share/", sharing.share, may_change),
    guide_page("share/end/<int:number>/", sharing.end, may_change),
    *readership.PAGES,
    guide_page("duplicate/", duplicate, has("articles.add_article")),
)


@admin.register(Article)
class GuideAdmin(GuideList, PicksStaff, ChoosesPictures, ContentEditor):
    """Saving keeps a draft; only publishing changes what visitors see."""

    change_form_template = "admin/articles/article/change_form.html"
    form = GuideForm
    inlines = INLINES
    date_hierarchy = None
    save_on_top = False
    fieldsets = [
        (None, {"fields": ["title", "standfirst"], "classes": ["desk__head"]}),
        ("Topic and author", {"fields": ["topic", "author"], "classes": ["collapse", "opens-wide"]}),
        ("Address and description", {"fields": ["slug", "description"], "classes": ["collapse", "opens-wide"]}),
        (
            "Picture at the top",
            {
                "fields": [
                    "hero_picture",
                    "hero_alt",
                    "hero_decorative",
                    "hero_caption",
                    "hero_credit",
                ],
                "classes": ["collapse"],
            },
        ),
    ]

    class Media:
        css = {
            "all": ["css/admin-desk.css", "css/admin-editor.css", "css/admin-writing.css", "css/admin-publishing.css"]
        }
        js = [
            Script(f"js/{name}.js", type="module")
            for name in ("block-editor", "unsaved-work", "desk/bar", "desk/panel", "desk/autosave", "desk/live-preview")
        ]

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return may_change(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """What visitors have read is withdrawn, not deleted: its addresses and its history stay."""
        if obj is None or not super().has_delete_permission(request, obj):
            return False
        return may_change(request.user, obj) and not obj.revisions.exclude(went_live_at=None).exists()

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        """Names what links to a guide that goes."""
        guide = context["object"]
        linking = {"uses": where_used.guides_using(guide), "texts": texts.linking_to(guide).get(guide)}
        return super().render_delete_form(request, context | linking)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who looks after a guide is for those to say who may change every guide."""
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.has_perm("articles.change_every_article"):
            return [*fieldsets, ("Who looks after it", {"fields": ["owner"], "classes": ["collapse"]})]
        return fieldsets

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Beside a guide its topic and its author can be changed; looking at them and deleting them is done elsewhere."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Who may not change a guide reads its page; the block editor does not work without the fields it arranges."""
        may_write = obj is None or self.has_change_permission(request, obj)
        return super().get_inline_instances(request, obj) if may_write else []

    def get_urls(self) -> list[URLPattern]:
        pages = (*listing.PAGES, *PAGES, *links.PAGES, *exchange.PAGES, *questions.PAGES, *word.PAGES)
        return [*(page.url(self.admin_site) for page in pages), *super().get_urls()]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.is_restoring = "_restore" in request.POST
        return form

    @method_decorator(preview.may_frame)
    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        context = extra_context or {}
        if "_restore" in request.POST:
            context |= {"is_restored": True, "errors": None}
        show = partial(super().changeform_view, request, object_id, form_url, context)
        number = object_id if request.method == "POST" and object_id and object_id.isdigit() else None
        guide = Article.objects.filter(pk=number).first() if number else None
        return editing.save_or_keep_conflict(request, guide, show) if guide else show()

    def message_user(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """No message for what is saved only on trial and then undone."""
        if not getattr(request, "is_trial", False):
            super().message_user(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        if not change and obj.owner is None:
            obj.owner = cast("User", request.user)
        super().save_model(request, obj, form, change)
        if addresses.is_taken(form.wanted_address, obj):
            what = f"Another guide has the address “{form.wanted_address}”, so this draft has “{obj.slug}”. Change it as you like."
            self.message_user(request, what, messages.WARNING)

    def save_related(self, request: HttpRequest, form: BaseModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        saving.save(form.instance, by=request.user, token=request.POST.get("draft_token", "")[:36])

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        return self._after_saving(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._after_saving(request, obj) or super().response_change(request, obj)

    def _after_saving(self, request: HttpRequest, guide: Article) -> HttpResponse | None:
        """Where the two buttons of our own lead once the draft is saved."""
        if "_preview" in request.POST:
            return back_to("preview", guide)
        if "_publish" in request.POST:
            self.message_user(request, "The draft is saved.", messages.SUCCESS)
            return back_to("checks", guide)
        if asked := request.POST.get("_repair"):
            return repairing.asked_while_writing(guide, asked)
        return None

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Beside the form: the tabs, the states of the guide, and what the gate finds in the draft as it is stored."""
        guide = context.get("original")
        context |= editing.form_context(request, guide)
        context["block_exchange"] = exchange.for_scripts()
        context["may_write"] = self.has_change_permission(request, guide) if guide else self.has_add_permission(request)
        context |= {"may_publish": request.user.has_perm("articles.publish_article"), "length": length_of(Document())}
        if guide:
            untouched = rows_in(context["inline_admin_formsets"]) if request.method == "GET" else None
            report = checks.report_on(guide, untouched)
            context |= {
                "guide": report.guide,
                "report": report,
                "notes": notes(report.guide),
                "length": length_of(report.document),
                "autosaved": autosaving.unsaved(report.guide, request.user),
                "may_change": may_change(request.user, guide),
                "may_publish": may_publish(request.user, guide),
            }
        media = context["media"]
        response: Any = super().render_change_form(request, context, *args, **kwargs)
        if not context["may_write"]:
            response.context_data["media"] = media  # without that of the block editor
        return response
