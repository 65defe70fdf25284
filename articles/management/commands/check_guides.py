import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q, QuerySet

from articles.gate import repairs
from articles.gate.findings import Finding
from articles.gate.whole_site import GuideReport, Side, reports
from articles.models import Article, Revision

NOT_UNDERSTOOD = 2


class Command(BaseCommand):
    help = (
        "Runs all checks over all drafts and live pages and lists what they find; exits with 1 when anything blocks. "
        "Run it in CI and every night."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="slug", help="only the guides at these addresses")
        sides = parser.add_mutually_exclusive_group()
        sides.add_argument("--drafts", dest="sides", action="store_const", const=[Side.DRAFT], help="drafts only")
        sides.add_argument("--live", dest="sides", action="store_const", const=[Side.LIVE], help="live pages only")
        parser.add_argument("--blocking-only", action="store_true", help="leave out warnings and what was overridden")
        parser.add_argument("--format", dest="shape", choices=["text", "json"], default="text")
        parser.add_argument("--progress", action="store_true", help="show progress on standard error, even into a file")

    def handle(
        self,
        *args: Any,
        slugs: list[str],
        sides: list[Side] | None,
        blocking_only: bool,
        shape: str,
        progress: bool,
        **options: Any,
    ) -> None:
        guides = chosen(slugs)
        guide_reports = reports(guides, sides or tuple(Side))
        if progress or self.stderr.isatty():
            guide_reports = self._counted(guide_reports, guides.count())
        counts: Counter[str] = Counter()
        lines = (
            as_json(guide_reports, counts, blocking_only)
            if shape == "json"
            else as_text(guide_reports, counts, blocking_only)
        )
        for line in lines:
            self.stdout.write(line)
        if counts["blocks"]:
            sys.exit(1)

    def _counted(self, guide_reports: Iterable[list[GuideReport]], total: int) -> Iterator[list[GuideReport]]:
        for number, one in enumerate(guide_reports, start=1):
            self.stderr.write(f"\r{number:,} of {total:,}", str, "")
            self.stderr.flush()
            yield one
        self.stderr.write("")


def chosen(slugs: list[str]) -> QuerySet[Article]:
    """The guides whose draft or live page has one of the addresses; all without any. Raises `CommandError`."""
    if not slugs:
        return Article.objects.all()
    live = Revision.objects.published().filter(slug__in=slugs)
    guides = Article.objects.filter(Q(slug__in=slugs) | Q(pk__in=live.values("article")))
    known = {*guides.values_list("slug", flat=True), *live.values_list("slug", flat=True)}
    if unknown := [slug for slug in slugs if slug not in known]:
        raise CommandError(f"There is no guide at: {', '.join(unknown)}", returncode=NOT_UNDERSTOOD)
    return guides


def as_text(guide_reports: Iterable[list[GuideReport]], counts: Counter[str], blocking_only: bool) -> Iterator[str]:
    """A paragraph for each side of a guide in which something was found, and the sum of all."""
    for guide in guide_reports:
        counts["guides"] += 1
        for report in guide:
            findings = shown(report, counts, blocking_only)
            if findings:
                yield f"{report.title} (/guides/{report.slug}/, {report.side})"
                yield from (f"  {outcome(report, finding)}: {where(finding)}: {finding.what}" for finding in findings)
    yield (
        f"{counts['guides']:,} guides ({counts['draft']:,} drafts, {counts['live']:,} live pages): "
        f"{counts['blocks']:,} findings block, {counts['overridden']:,} were overridden, {counts['warns']:,} warn."
    )


def as_json(guide_reports: Iterable[list[GuideReport]], counts: Counter[str], blocking_only: bool) -> Iterator[str]:
    """One document, written as it is made; docs/gate.md tells its shape."""
    yield '{"guides": ['
    comma = ""
    for guide in guide_reports:
        counts["guides"] += 1
        for report in guide:
            findings = [as_data(report, finding) for finding in shown(report, counts, blocking_only)]
            entry = {
                "guide": report.guide,
                "slug": report.slug,
                "title": report.title,
                "side": report.side,
                "findings": findings,
            }
            yield f"{comma}{json.dumps(entry, ensure_ascii=False)}"
            comma = ","
    totals = {name: counts[name] for name in ("guides", "draft", "live", "blocks", "overridden", "warns")}
    yield f'], "totals": {json.dumps(totals)}}}'


def shown(report: GuideReport, counts: Counter[str], blocking_only: bool) -> list[Finding]:
    """The findings that are asked for; all of them are counted."""
    counts[report.side] += 1
    counts.update(outcome(report, finding) for finding in report.findings)
    return [finding for finding in report.findings if report.is_blocked_by(finding) or not blocking_only]


def outcome(report: GuideReport, finding: Finding) -> str:
    """`blocks`, `overridden` or `warns`."""
    return "overridden" if finding.blocks and not report.is_blocked_by(finding) else finding.level.value


def where(finding: Finding) -> str:
    """Such as: block 3, html, passive-voice."""
    place = finding.place
    block = f"block {place.block + 1}" if place.block is not None else ""
    return ", ".join(filter(None, [block, place.field, finding.check]))


def as_data(report: GuideReport, finding: Finding) -> dict[str, Any]:
    told = asdict(replace(finding, fix=None))
    del told["fix"]
    return told | {
        "repairable": bool(repairs.repairable([finding], report.document)),
        "key": finding.key,
        "outcome": outcome(report, finding),
        "reason": report.overridden.get(finding.key, ""),
    }
