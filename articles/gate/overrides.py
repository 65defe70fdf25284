"""What blocks a publication, and the reasons with which somebody overrides it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from articles.gate import missing_parts
from articles.gate.findings import Finding

# Without these no page can be made, so that no reason helps.
FINAL = frozenset({missing_parts.UNPLACED.check})


class Blocked(Exception):
    """The gate stops the guide from being published; `findings` say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(" ".join(finding.what for finding in findings))
        self.findings = list(findings)


def apply_overrides(found: Sequence[Finding], overrides: Mapping[str, str], *, by: Any) -> list[dict[str, str]]:
    """Raises `Blocked` with the blocking findings that `overrides` gives no reason for, or whose user may not override.

    `overrides` leads from a finding's key to the reason. Returns what the revision keeps of those overridden.
    """
    blocking = [finding for finding in found if finding.blocks]
    reasons = {key: reason.strip() for key, reason in overrides.items()} if may_override(by) else {}
    if open_ones := [finding for finding in blocking if is_final(finding) or not reasons.get(finding.key)]:
        raise Blocked(open_ones)
    return [
        {"key": f.key, "check": f.check, "what": f.what, "excerpt": f.excerpt, "reason": reasons[f.key]}
        for f in blocking
    ]


def is_final(finding: Finding) -> bool:
    """Whether nobody may override it."""
    return finding.check in FINAL


def can_be_overridden(found: Iterable[Finding]) -> bool:
    """Whether reasons could let the guide through."""
    return not any(map(is_final, found))


def may_override(user: Any) -> bool:
    return user is not None and user.has_perm("articles.override_article")
