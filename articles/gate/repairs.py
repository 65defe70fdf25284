"""Exact repairs of what the checks found: what each would change, and making one of them or all of a kind."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any

from django.db import transaction

from articles.document import Document, serialization
from articles.drafts import history, saving
from articles.drafts.rows import document_of
from articles.gate import inspection
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Fix
from articles.gate.site import site_context
from articles.models import Article, DraftVersion, GuideEvent

# A repair may uncover another of its kind, as text that was damaged twice does; one that undoes another would never end.
ROUNDS = 10
MOST = 100  # changes on one page, each of which somebody should read


class Gone(Exception):
    """What was to be repaired is no longer there, or is not what somebody was shown."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One change: the findings that it repairs, and the document before and after it.

    They share a key or a repair. `is_found` is false for what only the steps before it bring to light.
    """

    findings: Sequence[Finding]
    before: Document
    after: Document
    is_found: bool = True


def repairable(found: Sequence[Finding], document: Document) -> set[int]:
    """The positions of those findings whose repair changes the document."""
    changes: dict[Fix, bool] = {}  # some are one repair for many places
    for finding in found:
        if finding.fix and finding.fix not in changes:
            changes[finding.fix] = finding.fix(document) != document
    return {position for position, finding in enumerate(found) if finding.fix and changes[finding.fix]}


def steps(article: Article, document: Document, check: str) -> list[Step]:
    """What repairing everything that the check finds would change, one after the other, `MOST` at most."""
    site = site_context()
    taken: list[Step] = []
    for round_number in range(ROUNDS):
        found = _found(article, document, check, site)
        fresh = list(islice(_round_of(found, document, is_found=not round_number), MOST - len(taken)))
        if not fresh:
            break
        taken += fresh
        document = fresh[-1].after
    return taken


def digest(planned: Sequence[Step]) -> str:
    """A name for what these steps make of which document, so that what is confirmed is what was shown."""
    told = [serialization.dump(document) for document in (planned[0].before, planned[-1].after)]
    return sha256(repr(told).encode()).hexdigest()


@transaction.atomic
def repair(article: Article, check: str, key: str, *, by: Any) -> DraftVersion:
    """Repairs what one finding of the check, or several on the same words, are about in the draft as it is now.

    Raises `Gone`, and `saving.CannotRestore` as putting any document does.
    """
    article = saving.lock(article)
    before = document_of(article)
    found = [finding for finding in _found(article, before, check, site_context()) if finding.key == key]
    made = next(_round_of(found, before), None)
    if made is None:
        raise Gone
    return _put(article, made.after, check, by=by)


@transaction.atomic
def repair_all(article: Article, check: str, *, seen: str, by: Any) -> DraftVersion:
    """Makes all steps of the check; `seen` is the digest of those that were shown. Raises as `repair` does."""
    article = saving.lock(article)
    planned = steps(article, document_of(article), check)
    if not planned or digest(planned) != seen:
        raise Gone
    return _put(article, planned[-1].after, check, by=by)


def _found(article: Article, document: Document, check: str, site: SiteContext) -> list[Finding]:
    return [finding for finding in inspection.findings(article, document, site) if finding.check == check]


def _round_of(found: Iterable[Finding], document: Document, *, is_found: bool = True) -> Iterator[Step]:
    """The repairs of these findings one after the other, without those that change nothing any more.

    It ends where a repair changes how many blocks there are: the other findings say where they are by the block.
    """
    for group in _groups(found):
        after = document
        for finding in group:
            if finding.fix and len(after.blocks) == len(document.blocks):
                after = finding.fix(after)
        if after != document:
            yield Step(findings=group, before=document, after=after, is_found=is_found)
        if len(after.blocks) != len(document.blocks):
            return
        document = after


def _groups(found: Iterable[Finding]) -> list[list[Finding]]:
    """The findings with a repair, those together that have one repair, or one key, by which it is asked for."""
    groups: list[list[Finding]] = []
    known: dict[Any, list[Finding]] = {}
    for finding in found:
        if finding.fix:
            group = known.get(finding.key) or known.get(finding.fix)
            if group is None:
                groups.append(group := [])
            group.append(finding)
            known[finding.key] = known[finding.fix] = group
    return groups


def _put(article: Article, document: Document, check: str, *, by: Any) -> DraftVersion:
    version = saving.put(article, document, by=by)
    history.record(article, GuideEvent.Kind.REPAIRED, by=by, version=version, note=check)
    return version
