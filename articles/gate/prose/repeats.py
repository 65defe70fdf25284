"""What a guide does again and again: one finding for it, with the repair of every place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import attrgetter

from articles.document import Document
from articles.gate.findings import Finding, Fix

NAMED = 5


def once(found: Iterable[Finding]) -> Iterator[Finding]:
    """One finding of each check among them, which says how many there are and repairs them all."""
    return once_each(found, alike=attrgetter("check"))


def once_each(found: Iterable[Finding], alike: Callable[[Finding], str] = attrgetter("what")) -> Iterator[Finding]:
    """The first of the findings that are alike; its advice says how many there are, and its repair repairs them all."""
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        groups.setdefault(alike(finding), []).append(finding)
    for first, *others in groups.values():
        yield _for_all([first, *others]) if others else first


def _for_all(findings: Sequence[Finding]) -> Finding:
    others = [excerpt for excerpt in dict.fromkeys(one.excerpt for one in findings) if excerpt != findings[0].excerpt]
    named = f" Others are {', '.join(f'“{other}”' for other in others[:NAMED])}." if others else ""
    advice = f"{findings[0].advice} The guide has {len(findings)} such places.{named}"
    return replace(findings[0], advice=advice, fix=_one_after_another([one.fix for one in findings if one.fix]))


def _one_after_another(fixes: Sequence[Fix]) -> Fix | None:
    def fixed(document: Document) -> Document:
        return reduce(lambda changed, fix: fix(changed), fixes, document)

    return fixed if fixes else None
