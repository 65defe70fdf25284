"""The page of the work list."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.lib.admin_pages import AdminPage, has
from enquiries import countdown, working_hours
from enquiries.admin.work_list import saved, together
from enquiries.admin.work_list.asking import Question
from enquiries.handling import work_list
from enquiries.models import Enquiry, Event, ReplyBy
from enquiries.teams import cover_seen_by

TEMPLATE = "admin/enquiries/enquiry/work_list.html"
MAY_VIEW = has("enquiries.view_enquiry")


@dataclass(frozen=True)
class Row:
    """One line of the list: the enquiry, and what the page says of it."""

    enquiry: Any
    age: str
    left: str
    is_overdue: bool
    is_back: bool

    @property
    def first_line(self) -> str:
        return str(self.enquiry.beginning).strip().partition("\n")[0]

    @property
    def has_written(self) -> bool:
        """Whether the last word is the enquirer's."""
        return bool(self.enquiry.last_spoken == Event.Kind.WROTE)

    @property
    def wishes_call(self) -> bool:
        return bool(self.enquiry.reply_by == ReplyBy.PHONE)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    question = Question(request.user, request.GET)
    shown = work_list.page(question.asked, request.GET.get("after", ""))
    question.form.offer()
    context = {
        **admin.site.each_context(request),
        "opts": Enquiry._meta,
        "title": "Enquiries",
        "question": question,
        "tab": question.tab,
        "tabs": _tabs(question),
        "text": question.text,
        "form": question.form,
        "rows": _rows(shown.rows),
        "list": question.address(),
        "after": shown.after,
        "is_later_page": "after" in request.GET,
        "saved": saved.of(question),
        "together": together.offered(request.user),
        "cover": cover_seen_by(request.user),
        "may_handle": request.user.has_perm("enquiries.handle_enquiry"),
    }
    return TemplateResponse(request, TEMPLATE, context)


def _tabs(question: Question) -> list[tuple[work_list.Tab, str, int | None, bool]]:
    """Each tab with the address that asks the same there, and its number; none while words are searched for."""
    asked = question.asked
    numbers = {} if question.text else work_list.counts(asked.visible, asked.user, asked.filters)
    return [
        (tab, question.address(tab=key), numbers.get(key), numbers.get(key) == work_list.MOST_COUNTED)
        for key, tab in work_list.TABS.items()
    ]


def _rows(enquiries: list[Any]) -> list[Row]:
    promises, now = working_hours.for_each({one.team for one in enquiries}), timezone.now()
    today = timezone.localdate(now)
    return [
        Row(
            enquiry=one,
            age=countdown.age_in_words(one, promises[one.team], now),
            left=countdown.in_words(one, promises[one.team], now),
            is_overdue=one.is_overdue(now),
            is_back=one.is_in_hand and one.follow_up_on is not None and one.follow_up_on <= today,
        )
        for one in enquiries
    ]


PAGES = (AdminPage("", page, "enquiries_enquiry_changelist", MAY_VIEW), *saved.PAGES, *together.PAGES)
