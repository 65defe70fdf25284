"""Who is away, and who stands in: everybody enters their own absences, managers those of all."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from enquiries import teams
from enquiries.models import Absence

OF_EVERYBODY = "enquiries.view_every_enquiry"


class AbsenceForm(forms.ModelForm):
    """Of the user's own absence, where no person is asked for."""

    user: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk and "person" not in self.fields:
            self.instance.person = self.user


@admin.register(Absence)
class AbsenceAdmin(admin.ModelAdmin):
    form = AbsenceForm
    list_display = ("person", "first_day", "last_day", "stand_in", "note")
    list_display_links = ("first_day",)
    list_select_related = ("person", "stand_in")
    date_hierarchy = "first_day"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Absence]:
        found = super().get_queryset(request)
        return found if request.user.has_perm(OF_EVERYBODY) else found.filter(person=request.user)

    def get_fields(self, request: HttpRequest, obj: Absence | None = None) -> Any:
        whose = ["person"] if request.user.has_perm(OF_EVERYBODY) else []
        return [*whose, "first_day", "last_day", "stand_in", "note"]

    def get_form(self, request: HttpRequest, obj: Absence | None = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"person": request.user.pk} | super().get_changeform_initial_data(request)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_foreignkey(db_field, request, **({"queryset": teams.consultants()} | kwargs))

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        mine = {} if request.user.has_perm(OF_EVERYBODY) else {"title": "Your absences"}
        return super().changelist_view(request, mine | (extra_context or {}))
