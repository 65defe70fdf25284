"""Every rule that the gate knows, by the name of its check, with its subject."""

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from django.apps import apps as current_apps
from django.utils.text import capfirst

from articles.gate import approval_check, checks, missing_parts
from articles.gate.findings import Rule


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownRule:
    """A rule and what it is about, in words."""

    rule: Rule
    subject: str


@cache
def known() -> Mapping[str, KnownRule]:
    """All rules by the name of their check, those that need the database beside the checks."""
    found = [KnownRule(rule=rule, subject="Not finished") for rule in _held_by(missing_parts)]
    found += [KnownRule(rule=rule, subject="Approval") for rule in _held_by(approval_check)]
    for module in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}."):
        subject = module.name.removeprefix(f"{checks.__name__}.").split(".")[0]
        found += [KnownRule(rule=rule, subject=capfirst(subject)) for rule in _held_by(import_module(module.name))]
    return {each.rule.check: each for each in reversed(found)}


def ensure(apps: Any = current_apps, **_signal: Any) -> None:
    """For `post_migrate`: gives each check its row and keeps what is set; what is no check any more goes.

    `apps` are the models as the migrations left them, which need not have the table.
    """
    try:
        model = apps.get_model("articles", "CheckRule")
    except LookupError:
        return
    rows = [
        model(name=name, subject=each.subject, default=each.rule.level.value) for name, each in sorted(known().items())
    ]
    model.objects.exclude(name__in=known()).delete()
    model.objects.bulk_create(rows, update_conflicts=True, unique_fields=["name"], update_fields=["subject", "default"])


def _held_by(module: ModuleType) -> Iterator[Rule]:
    """The rules of a module, by themselves or in a table."""
    for value in vars(module).values():
        held = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        yield from (rule for rule in held if isinstance(rule, Rule))
