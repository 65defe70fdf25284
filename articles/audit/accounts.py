"""What happens to accounts, whoever does it and however: in the admin, on the command line, while signing in."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from articles.audit.recording import Action, record

FLAGS = {"is_active": "may sign in", "is_staff": "staff", "is_superuser": "superuser"}
CHANGES = {"post_add": "given", "post_remove": "taken"}


def listen() -> None:
    """Connects what Django tells of accounts to the audit trail."""
    users: Any = get_user_model()
    user_logged_in.connect(_signed_in, dispatch_uid="audit")
    user_logged_out.connect(_signed_out, dispatch_uid="audit")
    user_login_failed.connect(_failed, dispatch_uid="audit")
    pre_save.connect(_remember, sender=users, dispatch_uid="audit")
    post_save.connect(_saved, sender=users, dispatch_uid="audit")
    for model in (users, Group):
        post_delete.connect(_deleted, sender=model, dispatch_uid="audit")
    for relation in (users.groups, users.user_permissions, Group.permissions):
        m2m_changed.connect(_related, sender=relation.through, dispatch_uid="audit")


def _signed_in(user: Any, **_signal: Any) -> None:
    record(Action.SIGNED_IN, who=user.get_username())


def _signed_out(user: Any, **_signal: Any) -> None:
    if user:
        record(Action.SIGNED_OUT, who=user.get_username())


def _failed(credentials: dict[str, Any], **_signal: Any) -> None:
    """An unknown name is not kept: people type passwords there."""
    users: Any = get_user_model()
    name = str(credentials.get(users.USERNAME_FIELD, ""))
    is_known = users.objects.filter(**{users.USERNAME_FIELD: name}).exists()
    record(Action.SIGN_IN_FAILED, name if is_known else "unknown user name", who="")


def _remember(sender: Any, instance: Any, raw: bool, **_signal: Any) -> None:
    """What the account was before it is saved."""
    instance.before_saving = None if raw else sender.objects.filter(pk=instance.pk).first()


def _saved(sender: Any, instance: Any, created: bool, raw: bool, **_signal: Any) -> None:
    if raw:
        return
    name, before = instance.get_username(), instance.before_saving
    if created:
        record(Action.ACCOUNT_ADDED, name)
    elif before.password != instance.password:
        record(Action.PASSWORD_CHANGED, name)
    for field, label in FLAGS.items():
        had, has = bool(before) and getattr(before, field), getattr(instance, field)
        if had != has and not (created and field == "is_active"):
            record(Action.ROLE_CHANGED, f"{name}: {label} {'given' if has else 'taken'}")
    if before and before.get_username() != name:
        record(Action.ROLE_CHANGED, f"{before.get_username()}: now called {name}")


def _deleted(instance: Any, **_signal: Any) -> None:
    if isinstance(instance, Group):
        record(Action.GROUP_CHANGED, f"{instance.name}: deleted")
    else:
        record(Action.ACCOUNT_DELETED, instance.get_username())


def _related(instance: Any, action: str, reverse: bool, model: Any, pk_set: set[Any] | None, **_signal: Any) -> None:
    """Groups and permissions that were given or taken; `reverse` when the change was made from their side."""
    if action == "pre_clear":
        _note_relations(instance, "taken", _related_to(instance, model, reverse), reverse)
    elif action in CHANGES and pk_set:
        _note_relations(instance, CHANGES[action], model.objects.filter(pk__in=pk_set), reverse)


def _related_to(instance: Any, model: Any, reverse: bool) -> Iterable[Any]:
    """What the instance has of the model, just before all of it is taken."""
    names = {relation.related_model: relation.name for relation in instance._meta.many_to_many}
    if not reverse:
        return getattr(instance, names[model]).all()
    back = {relation.related_model: relation.get_accessor_name() for relation in instance._meta.related_objects}
    return getattr(instance, back[model]).all()


def _note_relations(instance: Any, change: str, others: Iterable[Any], reverse: bool) -> None:
    pairs = [(other, instance) if reverse else (instance, other) for other in others]
    for kind, action in ((Group, Action.GROUP_CHANGED), (get_user_model(), Action.ROLE_CHANGED)):
        if lines := [f"{owner}: {_name(given)} {change}" for owner, given in pairs if isinstance(owner, kind)]:
            record(action, *lines)


def _name(given: Any) -> str:
    return given.codename if isinstance(given, Permission) else str(given)
