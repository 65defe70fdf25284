"""How long data is kept."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.validators import MaxValueValidator
from django.http import HttpRequest

from enquiries.models import Retention

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


def _is_default(retention: Retention) -> bool:
    return not retention.role and not retention.outcome
