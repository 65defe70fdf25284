"""Who agreed to hear from us, the CSV for the mailing tool, and the list of addresses that get nothing."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.html import format_html

from articles.audit import recording as audit
from articles.lib import csv_export
from articles.lib.admin_pages import AdminPage, ReadOnly, confirmed, has
from articles.lib.days import in_words
from articles.lib.paging import BoundedPaginator
from enquiries.consents import mailing_list, suppression
from enquiries.handling import permissions
from enquiries.models import Consent, State, Suppression, Wording

LIST = "admin:enquiries_consent_changelist"


class RoleFilter(admin.ChoicesFieldListFilter):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "role"


class WordingFilter(admin.RelatedFieldListFilter):
    """The versions of the words that are agreed to; the privacy notice is only shown."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: admin.ModelAdmin) -> Any:
        return field.get_choices(include_blank=False, limit_choices_to={"kind": Wording.Kind.MARKETING})


class ConsentList(ChangeList):
    """Knows of each row whether its address is suppressed, by one query for the page."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        suppressed = suppression.among(consent.enquiry.email for consent in self.result_list)
        for consent in self.result_list:
            consent.suppressed = suppressed.get(consent.enquiry.email)


@admin.register(Consent)
class ConsentAdmin(ReadOnly, admin.ModelAdmin):
    """Who agreed to which words when. The CSV has those of the list that may be written to."""

    list_display = ("who", "role", "wording", "agreed", "standing", "guide")
    list_display_links = None
    list_filter = (
        "state",
        ("enquiry__role", RoleFilter),
        ("wording", WordingFilter),
        "given_at",
        ("enquiry__guide", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("enquiry__guide", "wording")
    list_per_page = 100
    search_fields = ("enquiry__email__startswith", "enquiry__reference__exact")
    search_help_text = "The beginning of an e-mail address, or a reference."
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ConsentList

    def get_urls(self) -> list[URLPattern]:
        may = has("enquiries.export_consent")
        page = AdminPage("mailing-list.csv", confirmed(self.csv), "enquiries_consent_mailing_list", may)
        return [page.url(self.admin_site), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Consent]:
        seen = permissions.visible_to(request.user).exclude(state=State.ERASED)
        return super().get_queryset(request).filter(enquiry__in=seen)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        title = {"title": "Who agreed to hear from us"}
        return super().changelist_view(request, title | (extra_context or {}))

    def csv(self, request: HttpRequest) -> HttpResponse:
        """The lines for the mailing tool, of the consents that the list shows with the same filters."""
        try:
            chosen = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            return redirect(reverse(LIST) + "?e=1")
        rows = list(mailing_list.rows(chosen))
        audit.record(audit.Action.EXPORTED, f"mailing list: {len(rows)} addresses")
        return csv_export.response(f"mailing-list-{timezone.localdate()}", mailing_list.HEADER, rows)

    @admin.display(description="who", ordering="enquiry__name")
    def who(self, consent: Consent) -> str:
        enquiry = consent.enquiry
        address = reverse("admin:enquiries_enquiry_change", args=[enquiry.pk])
        return format_html('<a href="{}">{}</a> {}', address, enquiry.name, enquiry.email)

    @admin.display(description="role", ordering="enquiry__role")
    def role(self, consent: Consent) -> str:
        return consent.enquiry.get_role_display()

    @admin.display(description="agreed", ordering="given_at")
    def agreed(self, consent: Consent) -> str:
        return in_words(timezone.localdate(consent.given_at))

    @admin.display(description="state", ordering="state")
    def standing(self, consent: Any) -> str:
        if consent.state == Consent.State.GIVEN and consent.suppressed:
            line = consent.suppressed
            return f"given, but gets nothing: {line.get_reason_display()} on {in_words(line.since)}"
        ended = f" on {in_words(timezone.localdate(consent.ended_at))}" if consent.ended_at else ""
        return f"{consent.get_state_display()}{ended}"

    @admin.display(description="guide", ordering="enquiry__guide")
    def guide(self, consent: Consent) -> str:
        return str(consent.enquiry.guide or "–")


class SuppressionForm(forms.ModelForm):
    """An address that said so elsewhere, for instance in the mailing tool or on the phone."""

    address = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="We keep a hash of it, not the address. An address that is on the list already stays there.",
    )

    class Meta:
        model = Suppression
        fields = ("reason",)


@admin.register(Suppression)
class SuppressionAdmin(admin.ModelAdmin):
    """Addresses that get no news: when they were added and why. Nobody can read them here."""

    form = SuppressionForm
    fields = ("address", "reason")
    list_display = ("since", "reason", "added_by")
    list_display_links = None
    list_filter = ("reason", "since")
    list_select_related = ("added_by",)
    list_per_page = 100
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only the person themselves can be written to again, from their own page."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if lost := suppression.without_key().count():
            messages.warning(
                request,
                f"{lost} of these were made with a SECRET_KEY that the settings no longer name, so they hold back "
                "nobody. Name it in SECRET_KEY_FALLBACKS, unless others know it.",
            )
        return super().changelist_view(request, {"title": "Suppression list"} | (extra_context or {}))

    def save_model(self, request: HttpRequest, obj: Suppression, form: forms.ModelForm, change: bool) -> None:
        line = suppression.add(form.cleaned_data["address"], Suppression.Reason(obj.reason), by=request.user)
        obj.pk, obj.reason, obj.since = line.pk, line.reason, line.since
