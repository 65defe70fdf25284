import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q, QuerySet

from articles.gate.findings import Finding
from articles.gate.whole_site import Examined, Face, examine
from articles.models import Article

NOT_UNDERSTOOD = 2


class Command(BaseCommand):
    help = (
        "Runs all checks over all drafts and live pages and says what they find; ends with 1 when anything blocks. "
        "For a check of the content in CI, and nightly."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="slug", help="only these guides, by their addresses")
        faces = parser.add_mutually_exclusive_group()
        faces.add_argument("--drafts", dest="faces", action="store_const", const=[Face.DRAFT], help="drafts only")
        faces.add_argument("--live", dest="faces", action="store_const", const=[Face.LIVE], help="live pages only")
        parser.add_argument("--blocking-only", action="store_true", help="leave out warnings and what was overridden")
        parser.add_argument("--format", dest="shape", choices=["text", "json"], default="text")
        parser.add_argument("--progress", action="store_true", help="count on standard error, even into a file")

    def handle(
        self,
        *args: Any,
        slugs: list[str],
        faces: list[Face] | None,
        blocking_only: bool,
        shape: str,
        progress: bool,
        **options: Any,
    ) -> None:
        guides = chosen(slugs)
        examined = examine(guides, faces or tuple(Face))
        if progress or self.stderr.isatty():
            examined = self._counted(examined, guides.count())
        counts: Counter[str] = Counter()
        lines = (
            as_json(examined, counts, blocking_only) if shape == "json" else as_text(examined, counts, blocking_only)
        )
        for line in lines:
            self.stdout.write(line)
        if counts["blocks"]:
            sys.exit(1)

    def _counted(self, examined: Iterable[list[Examined]], total: int) -> Iterator[list[Examined]]:
        for number, faces in enumerate(examined, start=1):
            self.stderr.write(f"\r{number:,} of {total:,}", str, "")
            self.stderr.flush()
            yield faces
        self.stderr.write("")


def chosen(slugs: list[str]) -> QuerySet[Article]:
    """The guides whose draft or live page has one of the addresses; all without any. Raises `CommandError`."""
    if not slugs:
        return Article.objects.all()
    guides = Article.objects.filter(
        Q(slug__in=slugs) | Q(revisions__is_live=True, revisions__slug__in=slugs)
    ).distinct()
    known = {slug for pair in guides.values_list("slug", "revisions__slug") for slug in pair}
    if unknown := [slug for slug in slugs if slug not in known]:
        raise CommandError(f"There is no guide at: {', '.join(unknown)}", returncode=NOT_UNDERSTOOD)
    return guides


def as_text(examined: Iterable[list[Examined]], counts: Counter[str], blocking_only: bool) -> Iterator[str]:
    """A paragraph for each face of a guide in which something was found, and the sum of all."""
    for faces in examined:
        counts["guides"] += 1
        for face in faces:
            findings = shown(face, counts, blocking_only)
            if findings:
                yield f"{face.title} (/guides/{face.slug}/, {face.face})"
                yield from (f"  {outcome(face, finding)}: {where(finding)}: {finding.what}" for finding in findings)
    yield (
        f"{counts['guides']:,} guides ({counts['draft']:,} drafts, {counts['live']:,} live pages): "
        f"{counts['blocks']:,} findings block, {counts['overridden']:,} were overridden, {counts['warns']:,} warn."
    )


def as_json(examined: Iterable[list[Examined]], counts: Counter[str], blocking_only: bool) -> Iterator[str]:
    """One document, written as it is made; docs/gate.md tells its shape."""
    yield '{"guides": ['
    comma = ""
    for faces in examined:
        counts["guides"] += 1
        for face in faces:
            findings = [as_data(face, finding) for finding in shown(face, counts, blocking_only)]
            entry = {
                "guide": face.guide,
                "slug": face.slug,
                "title": face.title,
                "face": face.face,
                "findings": findings,
            }
            yield f"{comma}{json.dumps(entry, ensure_ascii=False)}"
            comma = ","
    totals = {name: counts[name] for name in ("guides", "draft", "live", "blocks", "overridden", "warns")}
    yield f'], "totals": {json.dumps(totals)}}}'


def shown(face: Examined, counts: Counter[str], blocking_only: bool) -> list[Finding]:
    """The findings that are asked for; all of them are counted."""
    counts[face.face] += 1
    counts.update(outcome(face, finding) for finding in face.findings)
    return [finding for finding in face.findings if face.holds_back(finding) or not blocking_only]


def outcome(face: Examined, finding: Finding) -> str:
    """`blocks`, `overridden` or `warns`."""
    return "overridden" if finding.blocks and not face.holds_back(finding) else finding.level.value


def where(finding: Finding) -> str:
    """Such as: block 3, html, passive-voice."""
    place = finding.place
    block = f"block {place.block + 1}" if place.block is not None else ""
    return ", ".join(filter(None, [block, place.field, finding.check]))


def as_data(face: Examined, finding: Finding) -> dict[str, Any]:
    return asdict(finding) | {
        "key": finding.key,
        "outcome": outcome(face, finding),
        "reason": face.overridden.get(finding.key, ""),
    }
