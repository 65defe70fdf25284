"""The columns, filters and actions of the list of guides."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import Action, ActionLocation
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime

from articles.admin.guide_list import bulk, month
from articles.admin.guide_list.actions import ACTIONS
from articles.admin.guide_list.filters import NightFilter, StateFilter
from articles.admin.guides.notes import SHOWN
from articles.drafts import finding
from articles.drafts.states import states_of, with_states
from articles.lib.admin_pages import AdminPage, OrNone, has
from articles.lib.people import name_of

MAY_VIEW = has("articles.view_article")
PAGES = (
    AdminPage("calendar/", month.calendar, "articles_article_calendar", MAY_VIEW),
    AdminPage("together/<slug:action>/", bulk.finder(ACTIONS), "articles_article_together", MAY_VIEW),
)
SHORT_DAY, SHORT = "j M Y", "j M Y, H:i"
BY_NAME = Coalesce(NullIf(F("owner__first_name"), Value("")), F("owner__username"))


class GuideList(admin.ModelAdmin):
    """Two lines a cell, so that all columns fit beside the navigation and the filters."""

    change_list_template = "admin/articles/article/change_list.html"
    list_display = ("name", "state", "filed", "owned_by", "edited", "on_the_page")
    list_filter = (StateFilter, NightFilter, ("topic", OrNone), ("author", OrNone), ("owner", OrNone))
    list_select_related = SHOWN
    list_per_page = 50
    search_fields = ("title",)  # opens the search, which looks at every word
    search_help_text = "Words, or their beginnings, anywhere in a draft: titles, texts, captions, addresses."

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return with_states(super().get_queryset(request).select_related(*SHOWN))

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        return finding.find(queryset, search_term), False

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        """Those that the user may use; each leads to a page of its own. A guide's form has pages for all of them."""
        if action_location is not ActionLocation.CHANGE_LIST:
            return {}
        usable = (action for action in ACTIONS if action.may_use(request.user))
        return {
            action.name: Action(_opening(action), action.name, action.label, action.label, [action_location])
            for action in usable
        }

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Guides"} | (extra_context or {}))

    @admin.display(description="title", ordering="title")
    def name(self, guide: Any) -> str:
        return str(guide)

    @admin.display(description="state")
    def state(self, guide: Any) -> str:
        states = ((state.value, state.label) for state in states_of(guide))
        return format_html_join(" ", '<span class="guide-badge guide-badge--{}">{}</span>', states)

    @admin.display(description="topic and author", ordering="topic__name")
    def filed(self, guide: Any) -> str | None:
        lines = [str(one) for one in (guide.topic, guide.author) if one]
        return format_html_join("", '<span class="guide-line">{}</span>', ((line,) for line in lines)) or None

    @admin.display(description="owner", ordering=BY_NAME)
    def owned_by(self, guide: Any) -> str | None:
        return guide.owner and name_of(guide.owner)

    @admin.display(description="last edited", ordering="saved_at")
    def edited(self, guide: Any) -> str:
        by = f"by {name_of(guide.saved_by)}" if guide.saved_by else ""
        return format_html(
            '<span class="guide-line">{}</span><span class="guide-line">{}</span>',
            date_format(localtime(guide.saved_at), SHORT),
            by,
        )

    @admin.display(description="on the page", ordering="live_updated_at")
    def on_the_page(self, guide: Any) -> str | None:
        """The date that readers see, and the way there."""
        return guide.live_slug and format_html(
            '<span class="guide-line">{}</span><a href="{}">View<span class="visually-hidden">: {}</span></a>',
            date_format(localtime(guide.live_updated_at), SHORT_DAY),
            reverse("articles:guide", args=[guide.live_slug]),
            guide,
        )


def _opening(action: type[bulk.BulkAction]) -> Any:
    def opening(_admin: admin.ModelAdmin, request: HttpRequest, guides: QuerySet) -> HttpResponse | None:
        return bulk.open_page(action, request, guides)

    return opening
