"""Wording that favours a sex (Equality Act 2010, section 11), or takes for granted which one does a job."""

from collections.abc import Iterator

from articles.gate.checks.people.wordings import JUDGED, STEREOTYPE, TURNED_AWAY, worded, wording
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText

SEX = Rule(
    check="discrimination-sex",
    level=Level.WARNS,
    why="Readers of the other sex read that they are not meant, and wording that favours a sex in recruitment is rarely lawful (Equality Act 2010, sections 11 and 39).",
    advice="Write of the person or the job without a sex.",
)
TITLE = "Use the title that fits anybody: “salesperson”, “chair”, “server”, “supervisor”, “cleaner”, “tradesperson”."
SEXES = r"(?:(?:wo)?men|ladies|girls|gentlemen|lads|guys|boys|(?:fe)?males|mothers|fathers|mums|dads)"
JOBS = r"(?:manager|engineer|developer|consultant|boss|director|recruiter|leader|candidate|contractor|analyst|tester|salesperson|employee)"
GROUP = (
    "Write “people”, “colleagues” or the job itself; a sex may be asked "
    "for only where the work truly requires it (Schedule 9)."
)
WORDINGS = (
    wording(
        r"\b(?-i:(?!Postman\b))(?:(?:sales|chair|fore|handy|camera|draughts|trades|repair|post|police|fire|lines|stores|delivery"
        r"|bar)m[ae]n)\b",
        r"\b(?:work|business|crafts)men\b|\b(?:sales(?:girl|lady|ladies|woman|women))\b|\b(?:char|clean|tea"
        r"|dinner)(?:ing)?[ -]?lad(?:y|ies)\b",
        r"\bwaitress(?:es)?\b|\bbarmaids?\b|\b(?:air )?(?:hostess|stewardess)(?:es)?\b|\bmanageress(?:es)?\b"
        r"|\bhousewi(?:fe|ves)\b|\bbusinessman\b|\b(?:cleaning|char) wom[ae]n\b|\b(?:delivery|repair|maintenance"
        r"|stores|IT|HR|marketing) (?:m[ae]n|wom[ae]n|girls?|boys?|guys?|lad(?:y|ies))\b|\bspokesm[ae]n\b(?! (?:for"
        r"|said|says|told))(?![^.]*\bsaid\b)",
        r"\bmale nurses?\b|\b(?:girl|man) friday\b|\bmaids?\b(?= (?:wanted|needed))|\bmanpower\b|\bman[- ]?hours\b"
        r"|\bman[- ]days\b",
        advice=TITLE,
    ),
    wording(
        r"\b(?:office|reception|front[- ]desk|sales|marketing) (?:girls?|boys?|lad(?:y|ies))\b|\b(?:the|our|some"
        r"|of the) (?:girls|lads|ladies|boys)\b(?! (?:who code|club|school))",
        rf"\b{SEXES} {STEREOTYPE}|\b(?:an?|every|each|any|good|the) (?:\w+ ){{0,2}}{JOBS} [^.;?]{{0,40}}\b(?:his wife|her husband)\b"
        r"|\b(?:a|the|that) (?:woman|man|female|male|feminine|masculine|mother|lady)(?:[’']s|ly)? touch\b"
            r"|\b(?:one of|be one of) the (?:boys|lads|girls)\b"
        r"|\bman enough\b|\bman up\b|\bthe fairer sex\b|\bmotherly\b|\bfatherly\b|\bmanly\b|\balpha males?\b"
            r"|\b(?:father|mother) figure\b|\bmother of the team\b|\bmother hen\b"
        r"|\b(?:feminine|masculine) (?:\w+ )?(?:voice|manner|presence|energy|qualities|style)\b|\b(?:female|male"
            r"|woman[’']s|man[’']s|lady[’']s) (?:voice|intuition|presence|job|work|role)\b"
        r"|\b(?:our|some|nice|good|decent|friendly) (?:chaps?|blokes?)\b|\bwork for (?:a )?(?:wo)?m[ae]n\b"
            r"|\ba m[ae]n[’']s (?:job|world|work)\b|\bmanning (?:the|our) (?:desk|phones?|reception|stand)\b"
            r"|\b(?:ideal|perfect|great|suits?|good|made) (?:job )?(?:for )?(?:an? |the )?(?:\w+ )?(?:mums?"
            r"|housewi(?:fe|ves)|mothers?|dads?)\b",
        r"\b(?:women|girls|ladies|mums|(?:fe)?male \w+)(?: \w+)? (?:looks? after|takes? care of|make|makes|takes?"
            r"|brings?|organises?|do|does|handles?|see to|serves?|tidy|runs?) (?:the |our )?(?:\w+ ){0,2}?(?:tea"
            r"|coffee|cakes?|minutes|biscuits|flowers|cards?|part(?:y|ies)|washing[- ]up|kitchen|lunch(?:es)?"
            r"|decorations|social side|shopping|cleaning)\b",
        r"\bonly an? (?:wo)?man (?:would|could|can|has|will|knows)\b|^(?:his|her) (?:secretary|PA"
            r"|personal assistant|wife|husband)\b|\bby (?:the )?(?:girls|lads|boys|ladies)\b|\b(?:best|strongest|top"
            r"|good) men (?:to|for|in|on)\b",
        r"\bsuits? (?:wo)?men\b|\b(?:wo)?men (?:are|get|should be|need to be) (?:given |allowed )?(?:longer"
            r"|more time|extra|easier|an easier|the easier|help)\b|\b(?:send|pick|choose|get|let|use|put|ask"
            r"|have) an? (?:wo)?man (?:to|for|on|in|do)\b|\b(?:takes?|trusts?|respects?|listens? to|prefers?|rates?"
            r"|believes?|obeys?|hears?) (?:wo)?m[ae]n (?:more|less|better|first|over|to)\b",
        r"\bgirls (?:on|at|in) (?:the )?(?:front desk|reception|office)\b|\bman (?:the|our) (?:desk|phones?|front desk"
        r"|reception|stand)\b",
        r"\b(?:their|your) wives\b|\b(?:manager|director|engineer|guest|colleague|boss|client|ceo)s? and (?:his"
        r"|her) (?:wife|husband)\b|\b(?:wo)?men are (?:\w+ )?(?:better|worse|more|less|naturally|good|bad"
        r"|too)\b(?! likely)(?! represented)|\bprefer (?:wo)?men\b|\bboys will be boys\b|\b(?:should|must|needs to"
        r"|has to|would|will) (?:ideally |preferably )?be (?:an? )?(?:(?:wo)?m[ae]n|(?:fe)?male|lady|girl)\b"
        r"|\b(?:the )?right man\b|\bbest man for the job\b|\bworking mums?\b|\bmums? returning\b"
        r"|\b(?:wo)?men need not apply\b",
        rf"(?<!\d )(?<!many )(?<!most )(?<!some )\b{SEXES} (?!and (?:wo)?men)(?!(?:are|is) \w+ly (?:represented|paid))(?:\w+ )?{JUDGED}\b",
        rf"\b{TURNED_AWAY} (?:an? |any |the |our )?(?:\w+ )?(?:{SEXES}|wom[ae]n|man)\b|\bonly (?:wo)?men (?:should|may|can|need)\b"
        r"|\b(?:a|an) (?:wo)?man (?:would|will|is|might) (?:be )?(?:best|better|preferred|ideal|suit|the right)\b"
            r"|\b(?:not|hardly|never) (?:\w+ )?(?:suited|suitable|right|ideal|meant|appropriate|work) (?:to"
            r"|for) (?:the )?(?:wo)?men\b",
        r"(?:^|[.;:] )(?:wo)?(?:men|ladies|gentlemen) (?:only|preferred|apply)\b|\bladies (?:only|preferred)\b"
        r"|\bgentlemen apply\b",
        advice=GROUP,
    ),
    wording(
        r"\b(?:fe)?male (?:\w+ )?(?:candidates?|applicants?|engineers?|developers?|receptionists?|colleagues?|hires?"
        r"|staff|manager|leader|boss|pa|assistant)\b",
        r"\b(?:extra|strong|family|young|good|single|married) (?:wo)?m[ae]n\b|\b(?:wo)?men (?=for|only|preferred)"
        r"|\b(?:girls?|guys|lad(?:y|ies)|gentlem[ae]n|lads?)\b",
        advice=GROUP,
        is_asked=True,
    ),
)  # fmt: skip


def favours_a_sex(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(guide, SEX, WORDINGS, "“{}” says or assumes which sex the person has.")


CHECKS = (favours_a_sex,)
