"""Mail without an enquiry: the list, and one mail with what can be made of it."""

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils.text import Truncator, capfirst
from django.views.decorators.http import require_http_methods

from articles.lib.admin_pages import AdminPage, ReadOnly, has
from articles.lib.form_fields import WordsInput
from articles.lib.paging import BoundedPaginator
from enquiries import search
from enquiries.handling import permissions
from enquiries.inbound import tray
from enquiries.intake.fields import EmailInput, LineInput
from enquiries.intake.forms import MAX_MESSAGE
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, IncomingMail, Mailbox, Role
from enquiries.models.enquiry import REFERENCE_LENGTH

LIST, PAGE = "admin:enquiries_incomingmail_changelist", "admin:enquiries_incomingmail_change"
ENQUIRY = "admin:enquiries_enquiry_change"
MAY = "enquiries.handle_enquiry"
MOST_SUGGESTED = 10
REFUSED = 422
State = IncomingMail.State
ASIDE = {
    "ignore": (State.IGNORED, "Ignored. It is deleted when it is 30 days old."),
    "spam": (State.SPAM, "Marked as spam. It is deleted when it is 30 days old."),
    "back": (State.TRAY, "It is back among the mail that waits."),
}


class StateFilter(admin.SimpleListFilter):
    """What waits for a decision, unless others are asked for; with how many of each there are."""

    title, parameter_name = "state", "state"
    OTHERS = (State.IGNORED, State.SPAM, State.STORED)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        counted = tray.without_enquiry().order_by().values_list("state").annotate(number=Count("pk"))
        numbers = dict(counted.values_list("state", "number"))
        return [(state.value, f"{state.label.capitalize()} ({numbers.get(state, 0)})") for state in self.OTHERS]

    def choices(self, changelist: Any) -> Iterator[Any]:
        default, *others = super().choices(changelist)
        yield {**default, "display": "Waiting"}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(state=self.value() or State.TRAY)


class NewEnquiryForm(forms.Form):
    """What a mail does not say of itself as the enquiry form would."""

    role = forms.ChoiceField(
        label="They are",
        choices=[("", "Choose…"), *((role.value, capfirst(role.label)) for role in Role)],
        error_messages={"required": "Choose what they are."},
    )
    name = LineInput(label="Name", max_length=200, error_messages={"required": "Enter their name."})
    email = EmailInput(
        label="E-mail address", max_length=254, error_messages={"required": "Enter their e-mail address."}
    )
    message = WordsInput(
        label="What they wrote",
        max_length=MAX_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": "Enter what they wrote.",
            "max_length": "Shorten this to 5,000 characters or fewer; the whole mail stays in the history.",
        },
    )

    def answers(self) -> dict[str, Any]:
        """As the enquiry form's."""
        return {**self.cleaned_data, "from": "", "marketing": False}


@admin.register(IncomingMail)
class IncomingMailAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("__str__", "sender", "reason", "received_at")
    list_filter = (StateFilter,)
    list_per_page = 50
    paginator = BoundedPaginator
    show_full_result_count = False
    ordering = ("-id",)
    actions = ("ignore", "mark_spam")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return tray.without_enquiry().defer("raw", "text", "quoted")

    def get_urls(self) -> list[URLPattern]:
        pages = (
            _page("change", self.page),
            _page("attach", self.attach, "POST"),
            _page("new", self.make_enquiry, "POST"),
            _page("aside", self.put_aside, "POST"),
        )
        return [*(page.url(self.admin_site) for page in pages), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return super().changelist_view(request, {"mailbox": Mailbox.objects.first()} | (extra_context or {}))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(MAY)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    @admin.action(description="Ignore these", permissions=["view"])
    def ignore(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._put_each_aside(request, queryset, "ignore")

    @admin.action(description="Mark these as spam", permissions=["view"])
    def mark_spam(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._put_each_aside(request, queryset, "spam")

    def page(self, request: HttpRequest, mail: IncomingMail, *, form: NewEnquiryForm | None = None) -> HttpResponse:
        text = request.GET.get("q", "").strip()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(mail),
            "mail": mail,
            "text": text,
            "found": _found(request.user, mail, text),
            "form": form or NewEnquiryForm(initial=_first_answers(mail)),
            "refused": bool(form),
            "is_aside": mail.state in (State.IGNORED, State.SPAM),
            "is_decidable": mail.state != State.STORED,
        }
        status = REFUSED if form else 200
        return TemplateResponse(request, "admin/enquiries/incomingmail/page.html", context, status=status)

    def attach(self, request: HttpRequest, mail: IncomingMail) -> HttpResponse:
        """Puts it into the history of the enquiry that the button names."""
        chosen = request.POST.get("enquiry", "")
        enquiry = get_object_or_404(permissions.visible_to(request.user), pk=int(chosen) if chosen.isdecimal() else 0)
        done = f"The mail is in the history of {enquiry.reference}."
        if _try(request, done, lambda: tray.attach(mail, enquiry)):
            return redirect(ENQUIRY, enquiry.pk)
        return redirect(LIST)

    def make_enquiry(self, request: HttpRequest, mail: IncomingMail) -> HttpResponse:
        """Makes a new enquiry of it."""
        form = NewEnquiryForm(request.POST)
        if not form.is_valid():
            return self.page(request, mail, form=form)
        made: list[Enquiry] = []
        done = "It is a new enquiry. They are sent an acknowledgement, and whoever deals with it is told."
        if not _try(request, done, lambda: made.append(tray.make_enquiry(mail, form.answers()))):
            return redirect(LIST)
        enquiry = made[0]
        return redirect(ENQUIRY, enquiry.pk) if permissions.may_see(request.user, enquiry) else redirect(LIST)

    def put_aside(self, request: HttpRequest, mail: IncomingMail) -> HttpResponse:
        """Ignores it, marks it as spam, or takes it back."""
        chosen = ASIDE.get(request.POST.get("to", ""))
        if chosen is None:
            raise Http404
        state, done = chosen
        _try(request, done, lambda: tray.put_aside(mail, state))
        return redirect(LIST)

    def _put_each_aside(self, request: HttpRequest, queryset: QuerySet[Any], to: str) -> None:
        state, _done = ASIDE[to]
        number = 0
        for mail in queryset:
            try:
                tray.put_aside(mail, state)
            except NotAllowed:
                continue
            number += 1
        self.message_user(request, f"{number} put aside.")


def _visible(request: HttpRequest, pk: int) -> IncomingMail:
    return get_object_or_404(tray.without_enquiry(), pk=pk)


def _page(name: str, view: Callable[..., HttpResponse], *methods: str) -> AdminPage:
    view = require_http_methods(list(methods) or ["GET", "HEAD"])(view)
    return AdminPage(f"<int:pk>/{name}/", view, f"enquiries_incomingmail_{name}", has(MAY), _visible)


def _found(user: Any, mail: IncomingMail, text: str) -> list[Enquiry]:
    """The enquiries that the mail could belong to: those that were asked for, or those of its sender."""
    visible = permissions.visible_to(user).select_related("owner").order_by("-received_at", "-id")
    if not text:
        return (
            list(visible.filter(email__in=(mail.sender, mail.sender.lower()))[:MOST_SUGGESTED]) if mail.sender else []
        )
    if len(text) == REFERENCE_LENGTH and (named := visible.filter(reference=text.upper()).first()):
        return [named]
    return list(search.find(visible, text)[:MOST_SUGGESTED])


def _first_answers(mail: IncomingMail) -> dict[str, str]:
    return {
        "name": mail.sender_name,
        "email": mail.sender,
        "message": Truncator(mail.text or mail.quoted).chars(MAX_MESSAGE),
    }


def _try(request: HttpRequest, done: str, verb: Callable[[], Any]) -> bool:
    """Calls the verb and says that it is done, or why it is not; returns whether it is."""
    try:
        verb()
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, done)
    return True
