"""Stand-ins for figures and names inside a sentence: “XX%”, “20XX”, “X weeks”, “Name Surname”, “TBC”."""

import re

from articles.gate.prose.document_text import Kind, Passage
from articles.gate.prose.patterns import filtered

# What is a placeholder in the middle of a sentence too.
STAND_IN = filtered(
    r"(?i:(?:lorem ipsum )?dolor sit amet|lorem ipsum dolor)\b"
    r"|\[(?i:insert|enter|add|type|replace|placeholder|todo|to ?do|tb[cad]|to be (?:confirmed|added)|x{2,}|link to|need)\b[^\]]{0,60}\]"
    r"|\[(?i:your [\w ]{1,30} here)\]"
    r"|(?<![\w’'-])(?:X{2,}|x{2,})(?:%| per cent\b)"
    r"|[£$€](?:X{2,}|x{2,})(?:[,.](?:X{3}|x{3}))*[kKmM]?\b"
    r"|(?<![\w’'-])(?:XX|xx)(?=(?:[-–](?:YY|XX|yy|xx))? (?:years|months|weeks|days|hours|people|employees|candidates|clients|companies|offices|roles)\b)"
    r"|(?<![\w’'.-])X{3,}(?![\w’'-]|\.\w)"
    r"|\bTODO:|\bFIXME\b|\bHACK:|\bTO DO:|^To-?do ?[:–—] ?(?=(?:add|ask|check|confirm|find|fix|get|insert|link|replace|source|update|write)\b)|^To[- ]do: (?=(?:add|ask|check|confirm|find|fix|get|insert|link|replace|source|update|write)\b)|[\[(](?:TODO|FIXME|(?i:TBC|TBA|TBD))\b"
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
    r"|(?<![\w#_?%.,-])(?:_|\?)%|\bnn (?:days|weeks|months|years|people|engineers|hires)\b|\bXYZ (?:engineers|people|companies|candidates|clients|employers|hires|roles|teams)\b"
)
# A single X counts what it stands before only where nothing makes it a variable.
COUNT = re.compile(
    r"(?<![\w’'&/-])[Xx](?:%| per cent\b)|(?<![\w’'&-])X(?:(?: to |[–-])Y)?[ -](?:seconds?|minutes?|mins|hours|days|weeks|months|years|people|million|in Y)\b"
    r"|\b(?i:takes|about|average of|only|within|after|over|nearly|almost|roughly|around|placed|hired|were|are|have|lasts?|got|met|than)"
    r" (?:X|NN)(?: of (?:the|our|those|these)\b| (?:[a-z]+ )?(?!(?:is|has|was|does)\b)[a-z]+s\b)|[£$€]X[km]? ?(?:to|and|[–-]) ?[£$€][XY][km]?\b|\bNN [a-z]+s\b|(?<![\w’'&/.-])[YZ](?:%| per cent\b)|\b(?i:asked|surveyed|hired|placed|interviewed|met|about|over|nearly) N [a-z]+s\b"
    r"|\b(?i:lasts?|takes?|took|about|within|after|over) n (?:seconds|hours|days|weeks|months|years)\b|\b(?:grew|rose|fell|went|increased|dropped) from [£$€]?X%? to [£$€]?Y\b|^X [a-z]+s (?:out of|said|replied)\b"
)
ALGEBRA = re.compile(
    r"\b(?:if|when|whether|say|suppose|let|where|any|(?:every|each)(?: \w+)? X|such as|for example|e\.g|given|formula|variable|policy|rule|"
    r"can|could|might|may|would|should|must|generation|gen|model|need|needs|how|ask|asks|you have|not)\b|[=“]",
    re.IGNORECASE,
)
NAME = filtered(
    r"\b(?:First ?[Nn]ame (?:Sur|Last) ?[Nn]ame|Name Surname|(?i:firstname|forename) (?i:lastname|surname)|First Last(?=,)"
    r"|(?!(?:Domain|Given|Family|File|Display|Product|User|Host|Class|Maiden|Middle|Trade|The|My|Our|In|By|Pen|Legal|Preferred|Trading)\b)[A-Z][a-z]+ Name(?= [a-z]|,|[.”]|$| (?:Ltd|Limited|PLC)\b)"
    r"|\b(?:Firstname|Lastname|Forename)(?= [a-z])|^(?:Surname|Lastname|Last name), (?:Forename|First ?name)$"
    r"|Your (?:Company|Business|Organisation|Brand|Agency|Firm|Name|Logo|Product|City|Town|Team)(?: Name)?(?: Ltd| Limited)?(?= [a-z])|Your (?:[A-Z]\w+ ){1,2}Here"
    r"|A(?:CME|cme) (?:Co|Company|Corp(?:oration)?|Inc|Ltd|Limited|PLC|Group|Agency|Industries|Recruit(?:ment|ers|ing)|Consult(?:ing|ants|ancy)|Software|Systems|Solutions|Tech(?:nology|nologies)?|Digital|Staffing|Talent)|(?:Company|Client|Candidate|Customer|Employer|Agency)(?:Name|Co|Corp|X)"
    r"|Full Name, (?:Role|Job Title|Title)|(?:Person )?Name, (?:Role|Job Title|Title)(?:, Company)?(?=[.,]?$)|Full [Nn]ame here|Job Title, Company"
    r"|(?<=\w, )Job [Tt]itle(?=$|,)|Name Here|\b(?:Mr|Mrs|Ms|Mx|Dr) (?:Surname|Lastname|Name)|Company XYZ|(?:ABC|XYZ) (?:Company|Ltd|Limited|Corp(?:oration)?)(?= [a-z]))(?![\w-]| [A-Z]\w+ [A-Z])"
)
# Names that stand for nobody and no firm, where somebody is named: a by-line, a company’s legal form, a speaker.
NOBODY = re.compile(
    r"(?:^(?:[Bb]y|[Ww]ords(?: by)?:?|[Ww]ritten by|[Aa]uthor:) |[–—-] ?|\b[Ss]ays |[”\"] ?)(?:A\. ?N\. Other|N\. ?E\. ?Body|(?:Jane|John) (?:Doe|Q\.? Public)|Joe Bloggs|Joe Blow|Author Name|A (?:Client|Customer|Candidate)(?=,))(?![\w-])"
    r"|\bA\. ?N\. Other\b|\b(?:Widgets?|Foo|Bar|Contoso|Example|Sample(?: Company)?|Dummy|Some Company|Fake|Your Company|Test Company)(?: (?:Co|Corp(?:oration)?|Inc|Ltd|Limited|PLC|plc|LLC)\b)\.?"
    r"|\b(?:client|employer|firm|agency|at|for|from|join|with|of) Company [XYZ]\b|\b(?:Client|Candidate|Employer|Company|Consultant) (?:[A-Z]\. )?Name(?= [a-z])|^(?:Jane|John) (?:Doe|Smith|Bloggs), [A-Z][\w ]{3,40}$|\b(?:Mr|Mrs|Ms|Dr) (?:A\.?|B\.?) (?:Sample|Example|Nother)\b"
    r"|(?:\bto |\bat |\bjoin(?:ing)? |\bwith )Your (?:Company|Agency|Firm|Organisation|Business)(?: Name)?(?=[,.!;]|$)"
)
NOBODY_HINT = filtered(
    r"N\. ?[OE]|Doe|Bloggs|Public|Author Name|Name|\bA C|Widget|Foo |Bar |Contoso|Example|Sample|Dummy|Fake|Test Comp|Some Comp|Company [XYZ]|Nother|Your [CAFOB]|^J"
)
FORM_WORDS = filtered(
    r"\b(?:say|suppose|imagine|if|example|such as|hypothetical|fields?|labels?|forms?|headers?|columns?|boxe?s?|register\w*|template|enter|choose|fill)\b",
    re.IGNORECASE,
)
ABOUT_NAMES = filtered(
    r"\b(?:suppose|imagine|hypothetical|such as|for example|e\.g|fictional|called|pseudonym|example of)\b",
    re.IGNORECASE,
)
NAME_HINT = filtered(r"name|job title|XYZ|ABC |First Last|Your [A-Z]|acme ", re.IGNORECASE)
HINT = filtered(r"\[|XX|xx|TB[CAD]|TODO|FIXME|lorem|dolor|HACK|TO[ -]DO", re.IGNORECASE)  # saves the slow search
FIGURE_HINT = filtered(r"X|xx|x%|NN|[YZ_?]%|[YZ] per| N | nn? |00%|[#_?]{2}|DD/|dd/|[£$€]0")
# A passage that speaks of stand-ins may show them; so may one whose words lead up to them as words.
ABOUT_STAND_INS = re.compile(
    r"placeholder|\bstand-?in|\bdummy|\bfiller|\bbrackets|\bfill(?:s|ed)? in\b|\breplac|\bcode\b|\bcodebase|\bcomments?\b"
    r"|\btracker|\broman\b|\bbowl\b|\bchapter|\bmask|\bformat|\bdigits?\b|\bregex|\bpattern"
    r"|\bto be (?:announced|confirmed|decided|determined)\b",
    re.IGNORECASE,
)
ABOUT_FIGURES = re.compile(
    r"placeholder|\bstand-?in|\bdummy|\bmask|\bformat|\bdigits?\b|\bregex|\bpattern|\bnotation|\bbrackets",
    re.IGNORECASE,
)
SPOKEN_OF = re.compile(
    r"\b(?:says?|said|reads?|uses?|marked|labelled|writes?|written|wrote|phrase|words?)\W*$", re.IGNORECASE
)
UNDECIDED = re.compile(
    r"(?!(?:If|When|While|Where|Some|Many|Until|Unless|Because|Although|Even)\b)"
    r"(?:[^,;]{1,60} (?:is|are|remains?|will be) (?:still )?|[\w’'&-]+(?: [\w’'&-]+){0,3}(?: ?[–—:-] ?| ))(?:T\.B\.[CAD]|TB[CAD]|tb[cad])(?: (?:by|with) [\w’' -]{2,30})?"
)
PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE, Kind.QUESTION)


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


def name(passage: Passage, text: str) -> str:
    """The first name that is still to come, or nothing; headings and cells may be about names."""
    if passage.kind not in PROSE or ABOUT_NAMES.search(text):
        return ""
    found = NOBODY.search(text) if NOBODY_HINT.search(text) else None
    if not found and NAME_HINT.search(text) and not FORM_WORDS.search(text):
        found = NAME.search(text)
    return found[0] if found else ""


def is_shown(found: re.Match[str], about: re.Pattern[str]) -> bool:
    """Whether the passage around it shows a placeholder rather than holding one."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return bool(SPOKEN_OF.search(before) or about.search(before) or about.search(after))


def is_undecided(sentence: str) -> bool:
    """Whether a sentence says no more than that something is to be confirmed: “The date is TBC.”, “Date TBC”."""
    return bool(UNDECIDED.fullmatch(sentence.rstrip(".! ")))
