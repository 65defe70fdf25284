"""Shares that come to more than the whole."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.shares import ANY_SHARE, SHARE, share_value, value_of
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
# What cannot be beyond the whole, whatever it is of.
RATE = re.compile(
    r"\b(?:retention|attendance|acceptance|completion|occupancy|success|pass|fill|response|reply|approval|satisfaction|conversion|employment|drop-?out)"
    r"(?: (?:rates?|of (?:\w+ ){0,2}\w+|on (?:\w+ ){0,2}\w+)){0,2}"
    r" (?:is|are|was|were|of|stands?|stood|at|reach(?:es|ed)?|has|rose|to|now|lies|about|around|over){1,1}(?: (?:at|to|of|about|around|over|reached|now))*"
    r" (?P<number>1\d\d|[2-9]\d\d)(?:\.\d)?(?:\s?%|\sper\s?cent)",
    re.IGNORECASE,
)
# Shares told one after another, each with a word or two of whose it is.
TOLD_IN_TURN = filtered(
    rf"(?:{ANY_SHARE})(?: [\w’-]+){{0,5}}(?:(?:,|;)(?: and)?| and) (?:an? )?(?:{ANY_SHARE})(?: [\w’-]+){{0,5}},? and (?:an? )?(?:{ANY_SHARE})"
    rf"|(?:{ANY_SHARE})(?: [\w’-]+){{0,5}}[,;] (?:an? )?(?:{ANY_SHARE})(?: [\w’-]+){{0,5}}[,;](?: and)? (?:an? )?(?:{ANY_SHARE})"
    rf"|(?<=: )(?:[\w’-]+ ){{1,3}}(?:{ANY_SHARE}), (?:[\w’-]+ ){{1,3}}(?:{ANY_SHARE}),(?: and)? (?:[\w’-]+ ){{1,3}}(?:{ANY_SHARE})",
    re.IGNORECASE,
)
EACH_SHARE = re.compile(rf"(?:{ANY_SHARE})", re.IGNORECASE)
JOINED = re.compile(r"[^.;:?!]{0,60}")
_MAY = filtered(r"%|cent\b|\b(?:half|third|quarter|fifth|tenth)", re.IGNORECASE)
LEAST_PARTS, WHOLE, ROUNDING = 3, 100, 2

MORE = Rule(
    check="shares-beyond-the-whole",
    level=Level.WARNS,
    why="No more than all can have a share, so one of the numbers is wrong or they do not belong together.",
    advice="Correct the numbers, or say that people could choose more than one.",
)


def shares_beyond_the_whole(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        if passage.kind is not Kind.TITLE and _MAY.search(passage.text):
            for sentence in sentences(unquoted(passage)):
                if what := _beyond(sentence):
                    yield MORE.found(passage.place, what, excerpt=cut(sentence))


def _beyond(sentence: str) -> str:
    if match := BEYOND.search(sentence) or RATE.search(sentence):
        return f"“{cut(match[0])}” is more than all of them." if int(match["number"]) > WHOLE else ""
    in_turn = TOLD_IN_TURN.search(sentence)
    told = [value_of(match[0]) for match in EACH_SHARE.finditer(in_turn[0])] if in_turn else []
    if in_turn and sum(told) > WHOLE + ROUNDING and not APART.search(sentence):
        return _told(told)
    shares = [share_value(match) for match in SHARE.finditer(sentence)]
    enough = 2 if TWO_PARTED.search(sentence) else LEAST_PARTS
    total = sum(shares)
    if len(shares) < enough or total <= WHOLE + ROUNDING or APART.search(sentence):
        return ""
    if not PARTED.search(sentence) and not _are_alike(sentence, len(shares)):
        return ""
    return _told(shares)


def _told(shares: list[float]) -> str:
    return f"The shares {', '.join(f'{share:.3g}' for share in shares[:6])} come to {sum(shares):.3g} per cent."


def _are_alike(sentence: str, many: int) -> bool:
    ways = [match["way"].casefold() for match in ALIKE.finditer(sentence)]
    return len(ways) == many and len(set(ways)) == 1


CHECKS = (shares_beyond_the_whole,)
