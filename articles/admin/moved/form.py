"""One old address as somebody types it."""

from typing import Any

from django import forms

from articles.models import OldAddress
from articles.moved import planning, showing
from articles.moved.plans import Plan, Wanted

BOTH = "Either say where it leads, or tick that the page is gone."
TAKEN = "This address is in the table already. Change its row instead."


class OldAddressForm(forms.ModelForm):
    """Shows the address of the day and stores what that means; `plan` is what saving does."""

    is_gone = forms.BooleanField(
        label="The page is gone for good",
        required=False,
        help_text="Search engines then forget the address (410).",
    )
    plan: Plan

    class Meta:
        model = OldAddress
        fields = ("address", "target", "note")
        widgets = {
            "address": forms.TextInput(attrs={"class": "vTextField"}),
            "target": forms.TextInput(
                attrs={"class": "vTextField", "list": "pages-of-this-site", "autocomplete": "off"}
            ),
            "note": forms.TextInput(attrs={"class": "vTextField"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            written = showing.addresses_of([self.instance])[self.instance.pk]
            self.initial["is_gone"] = self.instance.is_gone
            self.initial["target"] = "" if self.instance.is_gone else written

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        is_gone, target = given.get("is_gone", False), given.get("target", "")
        if is_gone == bool(target):
            self.add_error("target", BOTH)
        elif "address" in given:
            self._plan(given, "gone" if is_gone else target)
        return given

    def _plan(self, given: dict[str, Any], target: str) -> None:
        wanted = Wanted(address=given["address"], target=target, note=given.get("note", ""))
        self.plan = planning.plan([wanted], but=self.instance if self.instance.pk else None)
        row = self.plan.rows[0]
        if row.reason:
            self.add_error("target" if row.is_target_at_fault else "address", row.reason)
        elif row.before:
            self.add_error("address", TAKEN)
        else:
            given |= {"address": row.address, "target": row.target}
            self.instance.key = row.key
