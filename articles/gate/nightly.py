"""Each night all live pages are read again: what is new goes to those who look after them, and into the lists of reviews."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from itertools import batched
from pathlib import Path

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from articles.gate import inspection, news
from articles.gate.checks.evidence import changed_law
from articles.gate.context import SiteContext
from articles.gate.findings import Finding
from articles.gate.site import site_context
from articles.models import CheckRule, LiveLook, Revision
from articles.review import upkeep

BEGINS = timedelta(hours=3)  # local time
AT_A_TIME = 25
CODE = Path(__file__).parent
log = logging.getLogger(__name__)


def look(stop: Callable[[], bool], now: datetime | None = None) -> int:
    """Looks at the live pages that are due tonight until it should stop, and goes on there the next time.

    Once all are looked at, tells the owners what is new and counts for each check on how many pages it finds something.
    Returns at how many pages it looked.
    """
    night = night_of(now or timezone.now())
    looked = 0
    for revisions, site in _due(night):
        for revision in revisions:
            if stop():
                return looked
            _look_at(revision, site, night)
            looked += 1
    news.tell()
    if looked:
        _count()
    return looked


def night_of(moment: datetime) -> date:
    """The day in whose early morning the night is; before three o'clock it is still that of the day before."""
    return (timezone.localtime(moment).replace(tzinfo=None) - BEGINS).date()


def look_again() -> None:
    """Has all live pages looked at soon, for something that concerns many of them has changed."""
    LiveLook.objects.update(looked_on=None)


def _due(night: date) -> Iterator[tuple[list[Revision], SiteContext]]:
    """The live revisions that nobody looked at this night, some at a time, with what the checks know of the site."""
    due = Revision.objects.published().exclude(article__look__looked_on=night).order_by("article_id")
    site: SiteContext | None = None
    for pks in batched(list(due.values_list("pk", flat=True)), AT_A_TIME):
        site = site or site_context()
        yield list(due.filter(pk__in=pks).select_related("article")), site


def _look_at(revision: Revision, site: SiteContext, night: date) -> None:
    """One page that cannot be read keeps no other from being looked at."""
    try:
        found = inspection.findings(revision.article, revision.document(), site)
    except (InterfaceError, OperationalError):
        raise
    except Exception as error:  # a fault of one check on one page; the words of the page stay out of the log
        log.error("guide %s could not be looked at: %s", revision.article_id, type(error).__name__)
        found = []
    _keep(revision, found, night)
    if any(finding.check == changed_law.RULE.check for finding in found):
        upkeep.ask_for_review(revision.article, night, "A change of the law concerns it.")


@transaction.atomic
def _keep(revision: Revision, found: list[Finding], night: date) -> None:
    """Unless another worker has done so: what that one told since would be told again."""
    before = LiveLook.objects.select_for_update().filter(pk=revision.article_id).first()
    if before and before.looked_on == night:
        return
    by_key = {finding.key: finding for finding in found}
    fresh = _fresh(found, before) if before else []
    kept = [entry for entry in before.news if entry["key"] in by_key] if before else []
    now = LiveLook(
        article_id=revision.article_id,
        looked_on=night,
        edition=edition(),
        known=sorted(by_key),
        checks=sorted({finding.check for finding in found}),
        law=" ".join(finding.what for finding in by_key.values() if finding.check == changed_law.RULE.check),
    )
    now.set_news([*kept, *(_entry(by_key[key], night) for key in fresh)])
    LiveLook.objects.bulk_create(
        [now],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["looked_on", "edition", "known", "checks", "news", "news_count", "has_untold", "law"],
    )


def _fresh(found: list[Finding], before: LiveLook) -> list[str]:
    """What new rules find in a page that was right by the old ones is no news of the page, unless it would hold it back."""
    is_other_release = before.edition != edition()
    told = (finding for finding in found if finding.blocks or not is_other_release)
    return list(dict.fromkeys(finding.key for finding in told if finding.key not in before.known))


def _entry(finding: Finding, night: date) -> dict[str, str | bool]:
    return {
        "key": finding.key,
        "check": finding.check,
        "what": finding.what,
        "since": night.isoformat(),
        "told": False,
    }


def _count() -> None:
    """How many live pages each check finds something in; nothing is known of one that is silent."""
    counts: Counter[str] = Counter()
    for names in LiveLook.objects.values_list("checks", flat=True).iterator():
        counts.update(names)
    rules = list(CheckRule.objects.all())
    for rule in rules:
        rule.found_live = None if rule.level == CheckRule.Setting.SILENT else counts[rule.name]
    CheckRule.objects.bulk_update(rules, ["found_live"])


@cache
def edition() -> str:
    """A name for the rules of this release."""
    told = sha256()
    for path in sorted(CODE.rglob("*.py")):
        told.update(path.read_bytes())
    return told.hexdigest()
