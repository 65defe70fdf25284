"""Shares that come to more than the whole."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, sentences
from articles.gate.prose.shares import SHARE, share_value
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

MANY = (
    r"(?:candidates|applicants|people|engineers|developers|testers|employers|employees|workers|staff|respondents|companies|firms"
    r"|businesses|organisations|recruiters|clients|managers|roles|jobs|adverts|vacancies|teams|graduates|women|men|students|users"
    r"|readers|offers|interviews|those|them|contractors|professionals|adults|households|graduates|members|participants|leaders"
    r"|hires|CVs|posts?|places|openings|seats|questions|answers|placements|pupils|families|clients|sites|schools|directors|testers|designers|analysts|contracts|invoices|calls|the (?:team|workforce|staff|company|class|applicants|candidates|respondents|time))"
)
BEYOND = re.compile(
    rf"(?<![\d.,£$€–+-])(?P<number>1\d\d|[2-9]\d\d)(?:\.\d)?(?:\s?%|\sper\s?cent) of (?:all |our |the |its |their |your |those |these )*(?:[\w-]+ ){{0,2}}{MANY}\b",
    re.IGNORECASE,
)
# Ways to say that each part excludes the others.
PARTED = re.compile(
    r"\b(?:split|splits|breakdown|break(?:s|ing)? down|broken down|mix|divided?s? (?:into|between)|made up of|consists? of|prefer(?:red|s)?|chose|voted"
    r"|said (?:yes|no|so)|answered|agree[ds]?|disagree[ds]?|unsure|neutral|undecided|decline[ds]?|did not know|don[’']t know"
    r"|(?:the|your|a|their|typical|each) (?:\w+ )?(?:week|day|time)|spends?|of (?:those|our|these) (?:\w+ )?(?:asked|clients|candidates|people|respondents|employers|placements)"
    r"|meet|code|meetings|coding|men|women|permanent|remote)\b",
    re.IGNORECASE,
)
# Where one may belong to several, or each number measures something else.
APART = re.compile(
    r"\b(?:more than one|several answers|multiple|all that apply|also|up from|down from|compared|versus|rose|fell|grew|growth|increas\w*|decreas\w*"
    r"|respectively|while|whereas|use|uses|used|using|of (?:whom|which|these)|accura\w+|cent more|% more|faster|discount|pension|tax\w*|rate|levels?"
    r"|20\d\d|in (?:London|the UK|the US|England|Scotland|Wales)|at least|rather than|instead of|from \d+|than)\b",
    re.IGNORECASE,
)
TWO_PARTED = re.compile(r"\b(?:splits?|breakdown|mix|divided|made up of|consists? of)\b", re.IGNORECASE)
# Parts told alike, each by the way it came: “55% through referrals, 40% through adverts”.
ALIKE = re.compile(
    r"(?:%|\sper cent) (?:of [a-z ]{3,30} )?(?:\w+ ){0,2}?(?P<way>through|via|by|from|to|into|on|for|as|said|say|want(?:ed)?|chose|had|have|live|took|voted|picked)\b",
    re.IGNORECASE,
)
JOINED = re.compile(r"[^.;:?!]{0,60}")
LEAST_PARTS, WHOLE, ROUNDING = 3, 100, 2

MORE = Rule(
    check="shares-beyond-the-whole",
    level=Level.WARNS,
    why="No more than all can have a share, so one of the numbers is wrong or they do not belong together.",
    advice="Correct the numbers, or say that people could choose more than one.",
)


def shares_beyond_the_whole(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        if passage.kind is not Kind.TITLE and ("%" in passage.text or "cent" in passage.text):
            for sentence in sentences(unquoted(passage)):
                if what := _beyond(sentence):
                    yield MORE.found(passage.place, what, excerpt=cut(sentence))


def _beyond(sentence: str) -> str:
    if match := BEYOND.search(sentence):
        return f"“{cut(match[0])}” is more than all of them." if int(match["number"]) > WHOLE else ""
    shares = [share_value(match) for match in SHARE.finditer(sentence)]
    enough = 2 if TWO_PARTED.search(sentence) else LEAST_PARTS
    total = sum(shares)
    if len(shares) < enough or total <= WHOLE + ROUNDING or APART.search(sentence):
        return ""
    if not PARTED.search(sentence) and not _are_alike(sentence, len(shares)):
        return ""
    return f"The shares {', '.join(f'{share:g}' for share in shares[:6])} come to {total:g} per cent."


def _are_alike(sentence: str, many: int) -> bool:
    ways = [match["way"].casefold() for match in ALIKE.finditer(sentence)]
    return len(ways) == many and len(set(ways)) == 1


CHECKS = (shares_beyond_the_whole,)
