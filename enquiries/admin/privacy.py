"""How long data is kept, and what enquirers ask of us about theirs."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db.models import QuerySet
from django.db.models.functions import Now, TruncDate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from enquiries.handling import permissions
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, PrivacyRequest, Retention, State
from enquiries.privacy import rights

TEN_YEARS = 3650


class RetentionForm(forms.ModelForm):
    """Keeps dates within reason, and the rule for everything else in place."""

    class Meta:
        model = Retention
        fields = ("role", "outcome", "days")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "days" in self.fields:
            self.fields["days"].validators.append(MaxValueValidator(TEN_YEARS))


@admin.register(Retention)
class RetentionAdmin(admin.ModelAdmin):
    """A changed rule counts for what is closed from now on: enquirers have seen the dates already set."""

    form = RetentionForm
    list_display = ("rule", "days")
    actions = None  # rules are deleted one at a time, so that the one for everything else stays

    @admin.display(description="rule")
    def rule(self, retention: Retention) -> str:
        parts = (retention.role and retention.get_role_display(), retention.outcome and retention.get_outcome_display())
        return ", ".join(filter(None, parts)) or "everything else"

    def get_readonly_fields(self, request: HttpRequest, obj: Retention | None = None) -> tuple[str, ...]:
        return ("role", "outcome") if obj and _is_default(obj) else ()

    def has_delete_permission(self, request: HttpRequest, obj: Retention | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and _is_default(obj))


class OpenFilter(admin.SimpleListFilter):
    """Open tasks unless others are asked for."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("overdue", "Overdue"), ("done", "Dealt with"), ("all", "All")]

    def choices(self, changelist: Any) -> Any:
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": "Open",
        }
        yield from list(super().choices(changelist))[1:]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "all":
                return queryset
            case "done":
                return queryset.filter(done_at__isnull=False)
            case "overdue":
                return queryset.filter(done_at=None, due_on__lt=TruncDate(Now()))
        return queryset.filter(done_at=None)


class NewRequestForm(forms.ModelForm):
    """A request that came by phone or letter."""

    reference = forms.CharField(help_text="The reference of the enquiry that it is about.")

    class Meta:
        model = PrivacyRequest
        fields = ("kind", "words")

    def clean_reference(self) -> Enquiry:
        reference = self.cleaned_data["reference"].strip().upper()
        enquiry = Enquiry.objects.exclude(state=State.ERASED).filter(reference=reference).first()
        if not enquiry:
            raise ValidationError("No enquiry has this reference.")
        return enquiry


class AnswerForm(forms.ModelForm):
    """The answer that finishes a request."""

    class Meta:
        model = PrivacyRequest
        fields = ("answer",)
        help_texts = {"answer": "Saving sends this to the enquirer and finishes the request."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "answer" in self.fields:
            self.fields["answer"].required = True


@admin.register(PrivacyRequest)
class PrivacyRequestAdmin(admin.ModelAdmin):
    """Dated tasks: the list shows what is open, the most urgent first."""

    list_display = ("due_on", "kind", "about", "is_overdue", "received_at", "done_at", "done_by")
    list_display_links = ("due_on", "kind")
    list_filter = (OpenFilter, "kind")
    list_select_related = ("enquiry", "done_by")
    search_fields = ("enquiry__reference",)
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Those about enquiries that the member of staff may see."""
        return super().get_queryset(request).filter(enquiry__in=permissions.visible_to(request.user))

    @admin.display(description="enquiry")
    def about(self, request: PrivacyRequest) -> str:
        url = reverse("admin:enquiries_enquiry_change", args=[request.enquiry_id])
        return format_html('<a href="{}">{}</a>', url, request.enquiry.reference)

    @admin.display(description="overdue", boolean=True)
    def is_overdue(self, request: PrivacyRequest) -> bool:
        return not request.done_at and request.due_on < timezone.localdate()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, form=AnswerForm if change else NewRequestForm, **kwargs)

    def get_fields(self, request: HttpRequest, obj: PrivacyRequest | None = None) -> tuple[str, ...]:
        if not obj:
            return ("reference", "kind", "words")
        told = ("about", "kind", "words", "received_at", "due_on")
        return (*told, "answer", "done_at", "done_by") if obj.done_at else (*told, "answer")

    def get_readonly_fields(self, request: HttpRequest, obj: PrivacyRequest | None = None) -> tuple[str, ...]:
        return tuple(name for name in self.get_fields(request, obj) if name != "answer") if obj else ()

    def has_change_permission(self, request: HttpRequest, obj: PrivacyRequest | None = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.done_at)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: PrivacyRequest, form: forms.ModelForm, change: bool) -> None:
        data = form.cleaned_data
        if change:
            rights.finish(obj, data["answer"], by=request.user)
        else:
            kind = PrivacyRequest.Kind(data["kind"])
            obj.pk = rights.request(data["reference"], kind, data["words"], by=request.user).pk

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except NotAllowed as refusal:  # somebody else was faster
            messages.error(request, str(refusal))
            return redirect("admin:enquiries_privacyrequest_changelist")


def _is_default(retention: Retention) -> bool:
    return not retention.role and not retention.outcome
