"""Staff for the tests of the admin: each may do what the name says."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

READER = ("view_article",)
AUTHOR = (*READER, "add_article", "change_article")
EDITOR = (*AUTHOR, "publish_article", "change_every_article")
MANAGER = (*EDITOR, "override_article")


def somebody(name: str, may: tuple[str, ...]) -> Any:
    """A member of staff who may do exactly this to guides."""
    user = get_user_model().objects.create_user(name, f"{name}@agency.example", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="articles", codename__in=may))
    return user


def reader(name: str = "rae") -> Any:
    return somebody(name, READER)


def author(name: str = "ann") -> Any:
    return somebody(name, AUTHOR)


def editor(name: str = "ed") -> Any:
    return somebody(name, EDITOR)


def manager(name: str = "max") -> Any:
    return somebody(name, MANAGER)
