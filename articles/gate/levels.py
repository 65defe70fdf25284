"""Whether a check blocks, warns or is silent on this site, as an administrator has set it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from articles.gate.findings import Finding, Level
from articles.gate.overrides import is_final
from articles.models import CheckRule


def as_set() -> dict[str, str]:
    """By the name of the check, what was set for it; those that are as built are not in it."""
    return dict(CheckRule.objects.exclude(level="").values_list("name", "level"))


def apply(found: Iterable[Finding], levels: Mapping[str, str]) -> list[Finding]:
    """The findings at the levels that are set, what blocks first; what no page can be made without stays as it is."""
    heard = [
        finding if is_final(finding) else replace(finding, level=Level(levels.get(finding.check, finding.level)))
        for finding in found
        if is_final(finding) or levels.get(finding.check) != CheckRule.Setting.SILENT
    ]
    return sorted(heard, key=lambda finding: not finding.blocks)
