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
    r"|hires|CVs|posts?|places|openings|seats|questions|answers|placements|pupils|families|clients|sites"
    r"|schools|directors|testers|designers|analysts|contracts|invoices|calls|the (?:team|workforce|staff"
    r"|company|class|applicants|candidates|respondents|time))"
)
BEYOND = re.compile(
    rf"(?<![\d.,£$€–+-])(?P<number>1\d\d|[2-9]\d\d)(?:\.\d)?(?:\s?%|\sper\s?cent) of (?:all |our |the |its "
    rf"|their |your |those |these )*(?:[\w-]+ ){{0,2}}{MANY}\b",
    re.IGNORECASE,
)
# Ways to say that each part excludes the others.
PARTED = re.compile(
    r"\b(?:split|splits|breakdown|break(?:s|ing)? down|broken down|mix|divided?s? (?:into|between)|made up of"
    r"|consists? of|prefer(?:red|s)?|chose|voted"
    r"|said (?:yes|no|so)|answered|agree[ds]?|disagree[ds]?|unsure|neutral|undecided|decline[ds]?|did not know|don[’']t know"
    r"|(?:the|your|a|their|typical|each) (?:\w+ )?(?:week|day|time)|spends?|of (?:those|our"
    r"|these) (?:\w+ )?(?:asked|clients|candidates|people|respondents|employers|placements)"
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
# Two parts that leave no third: women and men, yes and no, those who passed and the rest.
OPPOSED = (
    r"(?:wom[ae]n|female)\b.*\bm[ae]n\b|\bm[ae]n\b.*\b(?:wom[ae]n|female)|\byes\b.*\bno\b|\b(?:for"
    r"|in favour)\b.*\bagainst\b|\bunder \d+\b.*\bor over\b|\bthe (?:other|rest|remaining)\b"
    r"|\bfrom home\b.*\boffice\b|\boffice\b.*\bfrom home\b|\bpermanent\b.*\bcontract\b"
    r"|\bpass(?:ed)?\b.*\bfail(?:ed)?\b|\baccept(?:ed)?\b.*\b(?:declin|reject|refus)"
    r"|\bjuniors?\b.*\bseniors?\b"
)
TWO_OPPOSED = re.compile(OPPOSED, re.IGNORECASE)
# Each part with its share in brackets, or beside a word of whose it is, all alike.
BRACKETED = filtered(
    r"(?:\w[\w’ -]{1,30} ?\(\d{1,3}(?:\.\d)?(?:%| per cent)\)(?:, (?:and |or )?| and | or )?){3,}", re.IGNORECASE
)
AS_SLASHES = re.compile(
    r"\b(?P<parts>\d{1,2}(?:/\d{1,2}){2,4})\b(?= (?:between|split|for)\b)|\bsplit (?P<split>\d{1,2}(?:/\d{1,2}){1,4})\b",
    re.IGNORECASE,
)
# What is one whole, of which each has a part: time, money, marks, people asked for the first, the main, the only one.
ONE_WHOLE = re.compile(
    r"\b(?:main|sole|single|favourite|primary|first (?:language|choice|reason|job)|only reason|one (?:reason"
    r"|option|answer|choice)|budget|marks|scores?"
    r"|weigh(?:s|ts|ed)?|account(?:s|ed)? for|abstained|voted|made up|came (?:from|through)|spends?"
    r"|(?:of |in )?(?:their|her|his|the|your) (?:time|day|week) (?:is|goes|on)|of (?:their|her|his|your|the) (?:time|day|week)"
    r"|the (?:team|workforce|shortlist|intake|panel) (?:is|was)|of (?:those|our|the) (?:\w+ )?(?:placements|leavers|applicants|hires))\b",
    re.IGNORECASE,
)
MENTIONED = re.compile(
    r"\b(?:skills?|mention\w*|ask(?:s|ed)? for|list(?:s|ed)?|know|experience|offer(?:s|ed)?|benefits?|said|say|found|agree[ds]?)\b",
    re.IGNORECASE,
)
# Parts told alike, each by the way it came: “55% through referrals, 40% through adverts”.
ALIKE = re.compile(
    r"(?:%|\sper cent) (?:of [a-z ]{3,30} )?(?:\w+ ){0,2}?(?P<way>through|via|by|from|to|into|on|for|as|said"
    r"|say|want(?:ed)?|chose|had|have|live|took|voted|picked)\b",
    re.IGNORECASE,
)
# What cannot be beyond the whole, whatever it is of.
RATE = re.compile(
    r"\b(?:retention|attendance|acceptance|completion|occupancy|success|pass|fill|response|reply|approval"
    r"|satisfaction|conversion|employment|drop-?out)"
    r"(?: (?:rates?|of (?:\w+ ){0,2}\w+|on (?:\w+ ){0,2}\w+)){0,2}"
    r" (?:is|are|was|were|of|stands?|stood|at|reach(?:es|ed)?|has|rose|to|now|lies|about|around"
    r"|over){1,1}(?: (?:at|to|of|about|around|over|reached|now))*"
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
_MAY = filtered(r"%|cent\b|\bin ten\b|\d/\d|\b(?:half|third|quarter|fifth|tenth)", re.IGNORECASE)
LEAST_PARTS, WHOLE, ROUNDING = 3, 100, 2
OVERLAPPING = 180  # so much together is no slip: people did several of these things

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
    if in_turn and WHOLE + ROUNDING < sum(told) < OVERLAPPING and not APART.search(sentence):
        return _told(told)
    shares = [share_value(match) for match in SHARE.finditer(sentence)]
    if match := AS_SLASHES.search(sentence):
        shares = [float(part) for part in (match["parts"] or match["split"]).split("/")]
    all_shares = [value_of(match[0]) for match in EACH_SHARE.finditer(sentence)] if not match else shares
    if _leaves_none(sentence, all_shares) and sum(all_shares) > WHOLE + ROUNDING and not APART.search(sentence):
        return _told(all_shares)
    enough = 2 if TWO_PARTED.search(sentence) else LEAST_PARTS
    total = sum(shares)
    if len(shares) < enough or total <= WHOLE + ROUNDING or APART.search(sentence):
        return ""
    if not PARTED.search(sentence) and not _are_alike(sentence, len(shares)):
        return ""
    return _told(shares)


def _leaves_none(sentence: str, shares: list[float]) -> bool:
    """Whether the parts are of one whole, by what they are called: two that are opposed, or several of a time or a sum."""
    if len(shares) == 2:
        return TWO_OPPOSED.search(sentence) is not None
    is_told = BRACKETED.search(sentence) or ONE_WHOLE.search(sentence) or AS_SLASHES.search(sentence)
    return len(shares) >= LEAST_PARTS and bool(is_told) and not MENTIONED.search(sentence)


def _told(shares: list[float]) -> str:
    return f"The shares {', '.join(f'{share:.3g}' for share in shares[:6])} come to {sum(shares):.3g} per cent."


def _are_alike(sentence: str, many: int) -> bool:
    ways = [match["way"].casefold() for match in ALIKE.finditer(sentence)]
    return len(ways) == many and len(set(ways)) == 1


CHECKS = (shares_beyond_the_whole,)
