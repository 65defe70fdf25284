"""Pages of the admin: of those that are not Django's own their address, what they are about, who may open them, and which
of them ask once more who is there; of Django's own what nobody may do there, whatever their role, and lists in which rows are changed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django import forms
from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from articles.lib.people import staff_by_name

type View = Callable[..., Any]


def any_staff(user: Any, *things: Any) -> bool:
    """Everybody who may use the admin."""
    return True


def has(permission: str) -> Callable[..., bool]:
    """Everybody with the permission."""
    return lambda user, *things: user.has_perm(permission)


class PicksStaff(admin.ModelAdmin):
    """Offers people who work here, in the order of their names, wherever a user is chosen."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_foreignkey(db_field, request, **(_staff(db_field) | kwargs))

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_manytomany(db_field, request, **(_staff(db_field) | kwargs))


class OrNone(admin.RelatedOnlyFieldListFilter):
    """Narrows a list to what has one of the things that are used in it, or none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.empty_value_display = "None"  # type: ignore[assignment]


def _staff(db_field: Any) -> dict[str, Any]:
    return {"queryset": staff_by_name()} if db_field.related_model is get_user_model() else {}


@dataclass(frozen=True)
class AdminPage:
    """A page at `path` for those who `may` open it.

    Its view is a function of the request and, where there is a `find`, of what that finds by the number in the address.
    """

    path: str
    view: Callable[..., HttpResponse]
    name: str
    may: Callable[..., bool] = any_staff
    find: Callable[[HttpRequest, int], Any] | None = None

    def url(self, site: AdminSite) -> URLPattern:
        """Its address, for the admin's own or those of a site."""
        return path(self.path, site.admin_view(self), name=self.name)

    def __call__(self, request: HttpRequest, pk: int = 0, **kwargs: Any) -> HttpResponse:
        things = (self.find(request, pk),) if self.find else ()
        if not self.may(request.user, *things):
            raise PermissionDenied
        return self.view(request, *things, **kwargs)


def confirmed(view: View) -> View:
    """Asks whoever signed in some time ago once more who they are, before the page opens (ASVS 7.5.1).

    What was sent to it meanwhile is not kept, for it may hold a password.
    """
    asking = reauthentication_required(view)

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return asking(request, *args, **kwargs)
        except ReauthenticationRequired:
            return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.get_full_path()})}")

    return wrapper


def confirmed_change(view: View) -> View:
    """The same when its form is sent; the form is kept, and goes through once they have said so."""
    return reauthentication_required(view, allow_get=True)


class NeverAddedOrDeleted:
    """For a model admin: its rows come and go by themselves, or always stay."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnly(NeverAddedOrDeleted):
    """For a model admin: its rows are looked at."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RowForm(forms.ModelForm):
    """Its fields say which row they belong to; the heading of their column is not for those who do not see it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{field.label}: {self.instance}"


class ChangedInList:
    """For a model admin with `list_editable`."""

    list_form = RowForm

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> type[forms.ModelForm]:
        return super().get_changelist_form(request, form=self.list_form, **kwargs)  # type: ignore[misc]
