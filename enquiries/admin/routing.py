"""Teams, routing rules and the reply promise."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db import transaction
from django.db.models import Count, QuerySet
from django.forms import Script
from django.http import HttpRequest
from django.template.defaultfilters import pluralize

from articles.lib.admin_pages import ChangedInList, NeverAddedOrDeleted, PicksStaff
from enquiries import teams, working_hours
from enquiries.admin.cover.hours import EXAMPLES, DaysField
from enquiries.handling import delivery
from enquiries.models import ReplyPromise, RoutingRule, Team


class TeamForm(forms.ModelForm):
    """Keeps exactly one default team, and at most one that looks after data protection.

    Ticking another moves it, so the constraint is met when it is stored.
    """

    days = DaysField(
        label="Days of its own",
        required=False,
        help_text=f"If this team's hours are not the agency's: one day a line, such as {EXAMPLES}. Days that you leave out are "
        "as under Reply promise.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "mails" in self.fields:
            self.fields["mails"].required = False  # left as it is

    def clean_is_default(self) -> bool:
        is_default = self.cleaned_data["is_default"]
        if self.instance.pk and "is_default" in self.changed_data and not is_default:
            raise forms.ValidationError("There must be a default team. Tick another team instead.")
        return is_default

    def validate_constraints(self) -> None:
        pass


@admin.register(Team)
class TeamAdmin(PicksStaff):
    form = TeamForm
    actions = None  # deleting several at once would ask nobody about the default team
    list_display = ("name", "inbox", "people", "is_default", "looks_after_data")
    fields = ("name", "email", "members", "mails", "is_default", "looks_after_data", "days", "nation")
    filter_horizontal = ("members",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Team]:
        return super().get_queryset(request).annotate(people=Count("members"))

    @admin.display(description="people", ordering="people")
    def people(self, team: Any) -> int:
        return team.people

    @transaction.atomic
    def save_model(self, request: HttpRequest, obj: Team, form: forms.ModelForm, change: bool) -> None:
        if obj.is_default:
            Team.objects.exclude(pk=obj.pk).update(is_default=False)
        if obj.looks_after_data:
            Team.objects.exclude(pk=obj.pk).update(looks_after_data=False)
        super().save_model(request, obj, form, change)
        _let_mail_follow(self, request, form, "email", team=obj)

    def has_delete_permission(self, request: HttpRequest, obj: Team | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.is_default)


@admin.register(RoutingRule)
class RoutingRuleAdmin(ChangedInList, PicksStaff):
    """The first rule that fits decides; what none fits goes to the default team."""

    list_display = ("__str__", "role", "topic", "guide", "destination", "position")
    list_editable = ("position",)
    list_select_related = ("topic", "guide", "team", "person")
    autocomplete_fields = ("guide",)
    fieldsets = [
        (
            "When an enquiry is",
            {
                "fields": ["role", "topic", "guide"],
                "description": "The rule applies to an enquiry that matches everything filled in here.",
            },
        ),
        (
            "it goes to",
            {
                "fields": ["team", "assignment", "person", "to_voice"],
                "description": "Choose exactly one of a team, a person and the person quoted.",
            },
        ),
        (None, {"fields": ["position"]}),
    ]

    class Media:
        js = [Script("js/autocomplete-names.js", type="module")]

    @admin.display(description="goes to")
    def destination(self, rule: RoutingRule) -> str:
        how = f": {rule.get_assignment_display().lower()}" if rule.assignment else ""
        return f"{rule.team or rule.person or 'the person quoted'}{how}"

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "person":
            kwargs["queryset"] = teams.consultants()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class PromiseForm(forms.ModelForm):
    days = DaysField(
        label="Days that differ",
        required=False,
        help_text=f"One a line, such as {EXAMPLES}. The other days from Monday to Friday have the hours above; on Saturday and "
        "Sunday you are closed.",
    )

    def clean(self) -> None:
        opens, closes = self.cleaned_data.get("opens"), self.cleaned_data.get("closes")
        if opens and closes and opens >= closes:
            # Without an hour a day, the promised time would never come.
            self.add_error("closes", "Closing time must be after opening time.")
        days = self.cleaned_data.get("days")
        if days is not None and not working_hours.is_ever_open(ReplyPromise(days=days)):
            self.add_error("days", "At least one day a week must be open.")


@admin.register(ReplyPromise)
class ReplyPromiseAdmin(NeverAddedOrDeleted, admin.ModelAdmin):
    """The one row. A change holds for enquiries that come in from now on."""

    form = PromiseForm
    list_display = ("__str__", "opens", "closes", "nation", "escalation_email")
    fields = ("hours", ("opens", "closes"), "days", "nation", "escalation_email", "shows_record")

    @transaction.atomic
    def save_model(self, request: HttpRequest, obj: ReplyPromise, form: forms.ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        _let_mail_follow(self, request, form, "escalation_email")


def _let_mail_follow(
    of: admin.ModelAdmin, request: HttpRequest, form: forms.ModelForm, field: str, **whose: Team
) -> None:
    """Sends what waits for a mailbox, or could not be delivered there, to the one that takes its place."""
    without = settings.ENQUIRIES_EMAIL if whose else ""  # where a team without an inbox of its own reads mail
    old, new = (answers.get(field) or without for answers in (form.initial, form.cleaned_data))
    if field in form.changed_data and old and new and (number := delivery.move(old, new, **whose)):
        of.message_user(request, f"{number} unsent message{pluralize(number)} will now go to {new}.")
