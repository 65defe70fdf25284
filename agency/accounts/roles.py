"""Who may give which rights to whom, and that no session outlives the password and the rights with which it began."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q, QuerySet

from agency.accounts import events, sessions

# Whoever sets a new password for themselves goes on under a session that Django makes anew.
ENDING = ("password", "is_active", "is_staff", "is_superuser")
CHANGED = ("post_add", "post_remove", "pre_clear")


def permissions_of(user: Any) -> QuerySet[Permission]:
    """What the user was given, also while the account is not active."""
    return Permission.objects.filter(Q(user=user) | Q(group__user=user)).distinct()


def permissions_to_give(user: Any) -> QuerySet[Permission]:
    """Nobody gives away what they do not have themselves."""
    return Permission.objects.all() if user.is_superuser else permissions_of(user)


def groups_to_give(user: Any) -> QuerySet[Group]:
    """Groups that can do nothing that the user could not give."""
    if user.is_superuser:
        return Group.objects.all()
    beyond = Permission.objects.exclude(pk__in=permissions_of(user).values("pk"))
    return Group.objects.exclude(pk__in=Group.objects.filter(permissions__in=beyond).values("pk"))


def may_manage(manager: Any, user: Any) -> bool:
    """Whoever sets a password can sign in with it, so nobody manages an account that can do more than their own."""
    if manager.is_superuser or user.is_superuser:
        return manager.is_superuser
    return not permissions_of(user).exclude(pk__in=permissions_of(manager).values("pk")).exists()


def on_user_saved(instance: Any, update_fields: Any = None, **_signal: Any) -> None:
    """Called before the new state is stored."""
    if instance.pk and (update_fields is None or set(ENDING) & set(update_fields)):
        before = User.objects.filter(pk=instance.pk).values_list(*ENDING).first()
        if before and before != tuple(getattr(instance, name) for name in ENDING):
            _changed([instance])


def on_rights_of_user_changed(instance: Any, action: str, pk_set: Any, **_signal: Any) -> None:
    """Groups or permissions were given to a user or taken away, from whichever side."""
    if action in CHANGED:
        _changed([instance] if isinstance(instance, User) else _users_of(instance, pk_set))


def on_rights_of_group_changed(instance: Any, action: str, pk_set: Any, **_signal: Any) -> None:
    if action in CHANGED:
        groups = [instance] if isinstance(instance, Group) else Group.objects.filter(pk__in=pk_set or ())
        _changed(User.objects.filter(groups__in=groups).distinct())


def on_group_deleted(instance: Group, **_signal: Any) -> None:
    _changed(User.objects.filter(groups=instance))


def _users_of(instance: Any, pk_set: Any) -> Iterable[Any]:
    """What is taken from everybody at once comes without their numbers."""
    return instance.user_set.all() if pk_set is None else User.objects.filter(pk__in=pk_set)


def _changed(users: Iterable[Any]) -> None:
    for user in users:
        events.note("password or rights changed", user)
        sessions.end_all(user)
