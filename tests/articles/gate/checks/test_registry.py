"""No check is written and then forgotten."""

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import isfunction, signature

from articles.gate import checks
from articles.gate.findings import Finding


def written() -> Iterator[Callable]:
    """Every function of a module of checks that has the form of one."""
    for module in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}."):
        for name, value in vars(import_module(module.name)).items():
            if isfunction(value) and not name.startswith("_") and has_form_of_a_check(value):
                yield value


def has_form_of_a_check(function: Callable) -> bool:
    found = signature(function)
    return found.return_annotation == Iterator[Finding] and len(found.parameters) == 2


def test_every_check_that_is_written_is_run() -> None:
    assert {check.__name__ for check in written()} == {check.__name__ for check in checks.CHECKS}
