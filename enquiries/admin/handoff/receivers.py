"""Other systems: who is told of what. Nothing leaves before somebody with the permission says so here."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from articles.lib.admin_pages import AdminPage, confirmed_change, has
from enquiries.admin.handoff import standing
from enquiries.handoff import secrets, webhooks, writing
from enquiries.models import Handoff, Happening, Receiver, Role

PAGE = "admin:enquiries_receiver_change"
MAY_CHANGE = "enquiries.change_receiver"
safe_or_post = require_http_methods(["GET", "HEAD", "POST"])


def _choices(label: str, choices: Any, help_text: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, help_text=help_text, widget=forms.CheckboxSelectMultiple
    )


class ReceiverForm(forms.ModelForm):
    """Refuses what could never be sent, or would leave for where it must not."""

    happenings = _choices(
        "Is told when an enquiry is",
        Happening.choices,
        "Nothing is told of what you do not tick. That data is erased is always told to whoever got some of it.",
    )
    roles = _choices("Of people who are", Role.choices, "Tick none for everybody.")

    def clean(self) -> None:
        kind = self.cleaned_data.get("kind") or self.instance.kind
        if address := self.cleaned_data.get("address"):
            self._check(validate_email if kind == Receiver.Kind.MAIL else webhooks.check_address, "address", address)
        if link := self.cleaned_data.get("reference_link"):
            self._check(_check_link, "reference_link", link)
        if self.cleaned_data.get("is_on") and kind == Receiver.Kind.WEBHOOK and not self.instance.secret:
            self.add_error("is_on", "Save it switched off, make a secret, and switch it on when the other side has it.")

    def _check(self, check: Any, field: str, value: str) -> None:
        try:
            check(value)
        except ValidationError as error:
            self.add_error(field, error)


def _check_link(link: str) -> None:
    if not link.startswith("https://") or "{reference}" not in link:
        raise ValidationError("Begin with https:// and put {reference} where the reference belongs.")


@admin.register(Receiver)
@method_decorator(confirmed_change, name="changeform_view")
class ReceiverAdmin(admin.ModelAdmin):
    form = ReceiverForm
    actions = None  # deleting several at once would not ask which were told something
    list_display = ("name", "kind", "is_on", "told_of", "last_delivery")
    filter_horizontal = ("teams",)
    change_form_template = "admin/enquiries/receiver/change_form.html"
    fieldsets = (
        (None, {"fields": ("name", "kind", "address", "is_on")}),
        ("What it is told", {"fields": ("happenings", "roles", "teams", "with_files")}),
        ("Links back", {"fields": ("reference_link",)}),
    )

    def get_urls(self) -> list[URLPattern]:
        pages = (
            AdminPage(
                "<int:pk>/secret/",
                confirmed_change(safe_or_post(self.secret)),
                "enquiries_receiver_secret",
                has(MAY_CHANGE),
                _receiver,
            ),
            AdminPage("<int:pk>/test/", safe_or_post(self.test), "enquiries_receiver_test", has(MAY_CHANGE), _receiver),
        )
        return [*(page.url(self.admin_site) for page in pages), *super().get_urls()]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What is under way goes by the way that it was written for."""
        return ("kind",) if obj else ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Receiver]:
        """Each with its newest delivery."""
        newest = Handoff.objects.annotate(tries=Count("attempts")).order_by("-pk")
        return super().get_queryset(request).prefetch_related(Prefetch("handoffs", newest[:1], to_attr="newest"))

    @admin.display(description="is told")
    def told_of(self, receiver: Receiver) -> str:
        return ", ".join(receiver.happenings) or "nothing"

    @admin.display(description="last delivery")
    def last_delivery(self, receiver: Any) -> str:
        return "; ".join(f"{one.happening}: {standing.of(one)[1]}" for one in receiver.newest) or "none yet"

    @transaction.atomic
    def save_model(self, request: HttpRequest, obj: Receiver, form: Any, change: bool) -> None:
        if obj.is_on:
            obj.gone_at = None
        super().save_model(request, obj, form, change)
        writing.settle(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not of one that was told something: it would not hear that this is erased."""
        return super().has_delete_permission(request, obj) and not (obj and obj.handoffs.exists())

    def secret(self, request: HttpRequest, receiver: Receiver) -> HttpResponse:
        """Makes a secret and shows it this once."""
        shown = secrets.renew(receiver) if request.method == "POST" else ""
        return self._page(request, "secret", receiver, title=f"Secret of {receiver}", shown=shown)

    def test(self, request: HttpRequest, receiver: Receiver) -> HttpResponse:
        if request.method != "POST":
            return self._page(request, "test", receiver, title=f"Send {receiver} a test")
        if receiver.is_mailbox or receiver.secret:
            writing.test(receiver)
            messages.success(request, "A test is on its way. It is about nobody. The list says what became of it.")
        else:
            messages.error(request, "Make a secret first: the test is signed with it.")
        return redirect(PAGE, receiver.pk)

    def _page(self, request: HttpRequest, name: str, receiver: Receiver, **context: Any) -> HttpResponse:
        context = {**self.admin_site.each_context(request), "opts": self.opts, "receiver": receiver, **context}
        return TemplateResponse(request, f"admin/enquiries/receiver/{name}.html", context)


def _receiver(request: HttpRequest, pk: int) -> Receiver:
    return get_object_or_404(Receiver, pk=pk)
