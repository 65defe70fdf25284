"""Stand-ins for figures inside a sentence: “XX%”, “20XX”, “X weeks”, “TBC”."""

import re

from articles.gate.prose.patterns import filtered

# What is a placeholder in the middle of a sentence too.
STAND_IN = filtered(
    r"(?i:(?:lorem ipsum )?dolor sit amet|lorem ipsum dolor)\b"
    r"|\[(?i:insert|enter|add|type|replace|placeholder|todo|to ?do|tb[cad]|to be (?:confirmed|added)|x{2,}|link to|need)\b[^\]]{0,60}\]"
    r"|\[(?i:your [\w ]{1,30} here)\]"
    r"|(?<![\w’'-])(?:X{2,}|x{2,})(?:%| per cent\b)"
    r"|[£$€](?:X{2,}|x{2,})(?:[,.](?:X{3}|x{3}))*[kKmM]?\b"
    r"|(?<![\w’'-])(?:XX|xx)(?=(?:[-–](?:YY|XX|yy|xx))? (?:years|months|weeks|days|hours|people|employees"
    r"|candidates|clients|companies|offices|roles)\b)"
    r"|(?<![\w’'.-])X{3,}(?![\w’'-]|\.\w)"
    r"|\bTODO:|\bFIXME\b|(?<![A-Z] )\bHACK:|\bTO DO:|^To-?do ?[:–—] ?(?=(?:add|ask|check|confirm|find|fix|get|insert|link"
    r"|replace|source|update|write)\b)|^To[- ]do: (?=(?:add|ask|check|confirm|find|fix|get|insert|link|replace"
    r"|source|update|write)\b)|[\[(](?:TODO|FIXME|(?i:TBC|TBA|TBD))\b"
    r"|^TODO (?:[–—-] ?)?(?!(?:lists?|apps?|items?|comments?|notes?|is|are|or|and|in)\b)[a-z]+ "
    r"|(?<=[:–—-] )(?i:TB[CAD])(?=[.!]?$)"
    r"|^TB[CAD](?=:| [–—-]| (?:with|by|from)\b)"
)
# What is still undecided within a sentence: “(name tbc)”, “the panel is TBD, but”, “the fee, TBC, is”.
PENDING = re.compile(
    r"[\[(][^()\[\]]{1,40}[ ,:](?:TB[CAD]|tb[cad])[\])]"
    r"|(?:,|\bis|\bare|\bremains?|\bstill) (?:still )?(?:TB[CAD]|tb[cad])(?=[,.;!]| (?:but|and|by|with|in|for|until)\b|$)"
    r"|^(?:[A-Z][\w’'-]*)(?: [a-z][\w’'-]*){0,3} tb[cad](?=[,;]| (?:in|by|on|with)\b)"
)
CONDITION = re.compile(
    r"\b(?:if|when|while|where|some|many|until|unless|because|although|even|whether)\b", re.IGNORECASE
)
FIGURE = re.compile(
    r"(?<![\w.-])(?:(?:19|20)(?:XX|xx)|200X)(?!\w| ?(?:codes?|status|responses?|range|series))"
    r"|[£$€](?:X|[#_?]{2,})(?:,(?:XXX|###|___|\?\?\?))*(?=[\s.,;–-]|$)(?<!X)|[£$€](?:X|#+|_+),(?:XXX|###|___)"
    r"|[£$€](?:0{2,3}|XX|YY),(?:000|XXX)\b|[£$€]XX[km]?\b"
    r"|(?<![\w#_?%.,])(?:#{2}|_{2}|\?{2}|00)(?:%| per cent\b|(?= (?:people|engineers|candidates|clients|years|weeks|days)\b))"
    r"|(?<!\S)\?{3}(?=[.!]?$)"
    r"|\bN ?= ?(?:XX|xx)\b|\b0X{2,}(?: X{2,})*"
    r"|\b(?:XX|DD|dd)/(?:XX|MM|mm|xx)/(?:XXXX|\d{4}|YYYY|YY|yyyy|xxxx)\b|\b(?:XX|DD) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b"
    r"|\b(?:XX|xx)(?= (?:of (?:our|the|all)|members|engineers|interviews|projects|per cent|%)\b)"
    r"|\b(?:[Bb]etween XX and YY|[Pp]age XX)\b"
    r"|(?<!\w)_{2,}(?= (?:weeks?|months?|years?|days?|hours?|people|engineers|candidates|clients|roles|offers"
    r"|rounds|steps|per cent|of)\b)|\b(?:XX|xx)[:.](?:XX|xx)\b"
    r"|(?<![\w£$€.,])[XYN],(?:000|XXX|NNN)\b|(?<![\w£$€.,])0,000\b|(?<![\w#])#{2,}(?= [a-z]+s\b)"
    r"|\b(?:[Bb]etween|[Ff]rom) ([XNMA])%? (?:and|to) (?!\1)[YMNZB](?:%|(?= (?:pounds|hours|days|weeks|months|years|people|rounds"
    r"|stages|per cent|engineers|developers|candidates|clients|employers|interviews|roles|hires|staff|employees|teams|offers)\b))"
    r"|(?<![\w’'&/.-])[nN]% (?=of\b)|\b(?:XX|xx|NN|nn)(?= [a-z]+ (?:days|weeks|months|years|people)\b)"
    r"|(?<![\w#_?%.,-])(?:_|\?)%|\bnn (?:days|weeks|months|years|people|engineers|hires)\b|\bXYZ (?:engineers"
    r"|people|companies|candidates|clients|employers|hires|roles|teams)\b"
)
# What somebody has or is on the network of that name.
NETWORK = "users|accounts|posts|followers|fans|employees|profiles|ads|threads|feeds"
# A single X counts what it stands before only where nothing makes it a variable.
COUNT = re.compile(
    r"(?<![\w’'&/-])[Xx](?:%| per cent\b)|(?<![\w’'&-])X(?:(?: to |[–-])Y)?[ -](?:seconds?|minutes?|mins|hours"
    r"|days|weeks|months|years|people|million|in Y)\b"
    r"|\b(?i:takes|about|average of|only|within|after|over|nearly|almost|roughly|around|placed|hired|were|are|have|lasts?|got|met|than)"
    rf" (?:X|NN)(?: of (?:the|our|those|these)\b| (?:[a-z]+ )?(?!(?:is|has|was|does|{NETWORK})\b)[a-z]+s\b)"
    r"|[£$€]X[km]? ?(?:to|and|[–-]) ?[£$€][XY][km]?\b|\bNN [a-z]+s\b|(?<![\w’'&/.-])[YZ](?:%| per cent\b)"
    r"|\b(?i:asked|surveyed|hired|placed|interviewed|met|about|over|nearly) N [a-z]+s\b"
    r"|\b(?i:lasts?|takes?|took|about|within|after|over) n (?:seconds|hours|days|weeks|months|years)\b"
    rf"|\b(?:grew|rose|fell|went|increased|dropped) from [£$€]?X%? to [£$€]?Y\b|^X (?!(?:{NETWORK})\b)[a-z]+s (?:out of|said"
    r"|replied)\b"
)
ALGEBRA = re.compile(
    r"\b(?:if|when|whether|say|suppose|let|where|any|(?:every|each)(?: \w+)? X|such as|for example|e\.g|given|formula|variable|policy|rule|"
    r"demand(?:s|ed|ing)?|promises?|an X|tell|give|allow|can|could|might|may|would|should|must|generation|gen|model|need|needs|how|ask|asks|you have|not)\b|[=“]",
    re.IGNORECASE,
)
HINT = filtered(r"\[|XX|xx|TB[CAD]|TODO|FIXME|lorem|dolor|HACK|TO[ -]DO", re.IGNORECASE)  # saves the slow search
FIGURE_HINT = filtered(
    r"X|xx|x%|NN|,000|[YZ_?nN]%|(?:[Bb]etween|[Ff]rom) [NMAB] |[YZ] per| N | nn? |00%|[#_?]{2}|DD/|dd/|[£$€]0"
)
# A passage that speaks of stand-ins may show them; so may one whose words lead up to them as words.
ABOUT_STAND_INS = re.compile(
    r"placeholder|\bstand-?in|\bdummy|\bfiller|\bbrackets|\bfill(?:s|ed)? in\b|\breplac|\bcode\b|\bcodebase|\bcomments?\b"
    r"|\btracker|\broman\b|\bbowl\b|\bchapter|\bmask|\bformat|\bdigits?\b|\bregex|\bpattern"
    r"|\bto be (?:announced|confirmed|decided|determined)\b",
    re.IGNORECASE,
)
ABOUT_FIGURES = re.compile(
    r"placeholder|\bstand-?in|\bdummy|\bmask|\bformat|\bdigits?\b|\bregex|\bpattern|\bnotation|\bbrackets|\bdates (?:as|like)\b",
    re.IGNORECASE,
)
SPOKEN_OF = re.compile(
    r"\b(?:says?|said|reads?|uses?|marked|labelled|writes?|written|wrote|phrase|words?|press|hold down|hit|click|tap|choose|select|button|key)\W*$",
    re.IGNORECASE,
)
UNDECIDED = re.compile(
    r"(?!(?:If|When|While|Where|Some|Many|Until|Unless|Because|Although|Even)\b)"
    r"(?:[^,;]{1,60} (?:is|are|remains?|will be) (?:still )?|[\w’'&-]+(?: [\w’'&-]+){0,3}(?: ?[–—:-] ?"
    r"| ))(?:T\.B\.[CAD]|TB[CAD]|tb[cad])(?: (?:by|with) [\w’' -]{2,30})?"
)


def stand_in(text: str) -> str:
    """The first stand-in that is one wherever it stands, or nothing."""
    if not HINT.search(text):
        return ""
    found = STAND_IN.search(text)
    if found and not is_shown(found, ABOUT_STAND_INS):
        return found[0]
    found = None if CONDITION.search(text) else PENDING.search(text)
    return found[0] if found and not is_shown(found, ABOUT_FIGURES) else ""


def figure(text: str) -> str:
    """The first figure that is still to come, or nothing."""
    if not FIGURE_HINT.search(text):
        return ""
    found = FIGURE.search(text) or (None if ALGEBRA.search(text) else COUNT.search(text))
    return found[0] if found and not is_shown(found, ABOUT_FIGURES) else ""


def is_shown(found: re.Match[str], about: re.Pattern[str]) -> bool:
    """Whether the passage around it shows a placeholder rather than holding one."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return bool(SPOKEN_OF.search(before) or about.search(before) or about.search(after))


def is_undecided(sentence: str) -> bool:
    """Whether a sentence says no more than that something is to be confirmed: “The date is TBC.”, “Date TBC”."""
    return bool(UNDECIDED.fullmatch(sentence.rstrip(".! ")))
