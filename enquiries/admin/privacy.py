"""The register of requests and complaints about personal data, and taking one down that came by phone or letter."""

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator

from articles.audit import recording as audit
from articles.lib import csv_export, people
from articles.lib.admin_pages import AdminPage, confirmed, has
from articles.lib.days import in_words
from enquiries import teams
from enquiries.admin import privacy_page
from enquiries.handling import permissions
from enquiries.models import Enquiry, PrivacyRequest
from enquiries.privacy import register, rights

OPEN_FIRST = (F("done_at").desc(nulls_first=True), "due_on", "id")
OWN_REFERENCE = re.compile(r"R(\d{1,9})", re.IGNORECASE)
MOST_OF_A_NAME = 40
MAY_VIEW = has("enquiries.view_privacyrequest")


class StandingFilter(admin.SimpleListFilter):
    """Open requests unless others are asked for."""

    title = "state"
    parameter_name = "state"
    CHOSEN = {
        "overdue": ("Overdue", lambda requests: requests.overdue()),
        "agreed": ("Agreed, not erased yet", lambda requests: requests.agreed_erasures()),
        "done": ("Done", lambda requests: requests.filter(done_at__isnull=False)),
        "all": ("All", lambda requests: requests),
    }

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [(key, label) for key, (label, _) in self.CHOSEN.items()]

    def choices(self, changelist: Any) -> Any:
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": "Open",
        }
        yield from list(super().choices(changelist))[1:]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        chosen = self.CHOSEN.get(self.value() or "")
        return chosen[1](queryset) if chosen else queryset.open()


class NewRequestForm(forms.ModelForm):
    """A request that came by phone, letter or e-mail."""

    reference = forms.CharField(
        required=False,
        help_text="The reference of the enquiry that it is about, also of an erased one. Leave it empty if there is none.",
    )
    received = forms.DateField(
        label="Received on",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="The day on which it reached us, whoever took it. By when it must be answered follows from it.",
    )

    class Meta:
        model = PrivacyRequest
        fields = ("kind", "name", "email", "words")
        help_texts = {
            "name": "Only if we hold no enquiry of theirs any more.",
            "email": "Only if we hold no enquiry of theirs any more. Without it, answer by letter or phone.",
            "words": "As they put it.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received"].initial = timezone.localdate

    def clean_reference(self) -> Enquiry | None:
        reference = self.cleaned_data["reference"].strip().upper()
        enquiry = Enquiry.objects.filter(reference=reference).first()
        if reference and not enquiry:
            raise ValidationError("No enquiry has this reference.")
        return enquiry

    def clean_received(self) -> Any:
        received = self.cleaned_data["received"]
        if received > timezone.localdate():
            raise ValidationError("This day is still to come. Enter the day on which the request reached us.")
        return received

    def clean(self) -> None:
        super().clean()
        if "reference" in self.errors:
            return
        enquiry = self.cleaned_data.get("reference")
        if enquiry is None and not (self.cleaned_data.get("name") or self.cleaned_data.get("email")):
            raise ValidationError("Enter the reference of the enquiry, or who asks: a name or an e-mail address.")


@admin.register(PrivacyRequest)
class PrivacyRequestAdmin(admin.ModelAdmin):
    """Dated tasks: the list shows what is open, the most urgent first. Each has a page of its own."""

    form = NewRequestForm
    fields = ("kind", "received", "reference", "name", "email", "words")
    list_display = ("due", "kind", "where_it_stands", "who", "came", "done")
    list_display_links = ("due", "kind")
    list_filter = (StandingFilter, "kind")
    search_fields = ("=enquiry__reference", "name", "email")
    ordering = OPEN_FIRST
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return permissions.requests_visible_to(request.user).with_obstacles().order_by(*OPEN_FIRST)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, text: str) -> tuple[QuerySet, bool]:
        found, may_repeat = super().get_search_results(request, queryset, text)
        own = OWN_REFERENCE.fullmatch(text.strip())
        return (found | queryset.filter(pk=int(own[1]), enquiry=None) if own else found), may_repeat

    def get_urls(self) -> list[URLPattern]:
        pages = (
            AdminPage("register.csv", confirmed(self.csv), "enquiries_privacyrequest_register", MAY_VIEW),
            *privacy_page.PAGES,
        )
        return [page.url(self.admin_site) for page in pages] + super().get_urls()

    def csv(self, request: HttpRequest) -> HttpResponse:
        """The whole register, without what says who asked."""
        requests = permissions.requests_visible_to(request.user).order_by(*OPEN_FIRST)
        audit.record(audit.Action.EXPORTED, "register of privacy requests")
        return csv_export.response("privacy-requests", register.HEADER, register.rows(requests))

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        context = {"title": "Requests about personal data", "team": teams.data_protection_team()}
        return super().changelist_view(request, context | (extra_context or {}))

    @admin.display(description="due", ordering="due_on")
    def due(self, request: PrivacyRequest) -> str:
        if not request.is_overdue:
            return in_words(request.due_on)
        return format_html('{} <strong class="late">overdue</strong>', in_words(request.due_on))

    @admin.display(description="where it stands")
    def where_it_stands(self, request: PrivacyRequest) -> str:
        return request.standing()

    @admin.display(description="who")
    def who(self, request: PrivacyRequest) -> str:
        return f"{request.reference} {Truncator(request.person).chars(MOST_OF_A_NAME)}"

    @admin.display(description="received", ordering="received_at")
    def came(self, request: PrivacyRequest) -> str:
        return in_words(timezone.localdate(request.received_at))

    @admin.display(description="done", ordering="done_at")
    def done(self, request: PrivacyRequest) -> str:
        if not request.done_at:
            return "–"
        by = f" by {people.name_of(request.done_by)}" if request.done_by else ""
        return f"{in_words(timezone.localdate(request.done_at))}{by}"

    def has_change_permission(self, request: HttpRequest, obj: PrivacyRequest | None = None) -> bool:
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: PrivacyRequest, form: forms.ModelForm, change: bool) -> None:
        data = form.cleaned_data
        asked = rights.request(
            data["reference"],
            PrivacyRequest.Kind(data["kind"]),
            data["words"],
            by=request.user,
            received=data["received"],
            name=data["name"],
            email=data["email"],
        )
        obj.pk = asked.pk
