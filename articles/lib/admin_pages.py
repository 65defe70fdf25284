"""Pages of the admin that are not Django's own: their address, what they are about, and who may open them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path


def any_staff(user: Any, *things: Any) -> bool:
    """Everybody who may use the admin."""
    return True


def has(permission: str) -> Callable[..., bool]:
    """Everybody with the permission."""
    return lambda user, *things: user.has_perm(permission)


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
