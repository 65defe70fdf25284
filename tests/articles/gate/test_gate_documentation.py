"""docs/gate.md tells editors of every check, and of no other, at its right level."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from articles.gate import checks
from articles.gate.findings import Rule

DOCUMENT = Path(__file__).parents[3] / "docs/gate.md"


def rules() -> Iterator[Rule]:
    """Every rule that a module of checks holds, by itself or in a table."""
    for module in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}."):
        for value in vars(import_module(module.name)).values():
            held = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            yield from (rule for rule in held if isinstance(rule, Rule))


def documented() -> list[tuple[str, str]]:
    """Name and level of each row of the table."""
    table = DOCUMENT.read_text().split("## Every check")[1].split("\n## ")[0]
    return re.findall(r"^\| `([\w-]+)` \| (\w+) \| [^|]+ \| [^|]+ \|$", table, re.MULTILINE)


def test_every_check_is_told_once_at_its_level() -> None:
    assert sorted(documented()) == sorted({(rule.check, rule.level.value) for rule in rules()})
