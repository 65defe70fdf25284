"""Wording about pregnancy, children and marriage (Equality Act 2010, sections 8, 11 and 18)."""

from collections.abc import Iterator

from articles.gate.checks.people.wordings import JUDGED, TURNED_AWAY, worded, wording
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText

TIES = (
    r"(?:family (?:ties|commitments|responsibilities|obligations|plans)|dependants?|dependents?|children|kids"
    r"|childcare (?:duties|commitments|responsibilities))"
)

FAMILY = Rule(
    check="discrimination-family",
    level=Level.WARNS,
    why="Marriage, pregnancy and children must play no part in who is hired (Equality Act 2010, sections 8, 18 and 39).",
    advice="State the hours, the travel and the place of work, and let people decide for themselves.",
)
QUESTION = "Ask everybody the same: whether they can work the hours and travel that the job needs."
PARENTS = (
    r"(?:(?:new |single |young |working |nursing |expectant )?(?:mothers|mums|fathers|dads|parents)(?: (?:of"
    r"|with) (?:\w+ ){0,2}?(?:children|babies|kids|toddlers|twins))?|pregnant (?:women|staff|candidates"
    r"|applicants)"
    r"|(?:women|men|people|candidates?|applicants?|staff|anyone|anybody|those|colleagues|[a-z]{3,}(?:ers|ists"
    r"|ysts|ants)) (?:with|who have|who has) (?:\w+ ){0,2}?(?:children|babies|a baby|kids|toddlers"
    r"|a (?:young )?family|dependants))"
)
WORDINGS = (
    wording(
        rf"(?<!\bsome )(?<!\bmany )\b{PARENTS} (?:\w+ )?{JUDGED}\b|\b{TURNED_AWAY} (?:any |the )?(?:\w+ )?{PARENTS}\b",
        r"\b(?:who|that|if you|if she|if they|might|may|could|will) (?:\w+ ){0,3}?(?:pregnant|expecting a"
            r"|breast-?feeding|trying for|on maternity|having (?:a baby|babies|children)"
        r"|(?:have|has|start(?:s|ing)?|raising) (?:an? )?(?:\w+ )?(?:baby|babies|family|children|kids"
            r"|toddlers?))\b[^.;]{0,40}(?:\b(?:need not|should not|will not|cannot|are not|is not|not for|wait"
            r"|elsewhere|struggle)\b)"
        r"|\b(?:not|never|avoid|hesitate to|reluctant to|rather not|stop|don[’']t) (?:hire|hiring|employ(?:ing)?"
            r"|take on|taking on|recruit(?:ing)?|consider(?:ing)?|interview(?:ing)?)"
        r" (?:\w+ ){0,4}?(?:pregnant|expecting|mothers?|mums?|parents?|newly-?weds?|married|engaged|childbearing"
            r"|having children|about to have|a baby|on leave)\b",
        r"\b(?:nursing|breast-?feeding|single|new|young|expectant|working) (?:mothers?|mums?"
            r"|parents?) (?:\w+ )?(?:cannot|can[’']t|need not|should not|are not|will not|won[’']t|may not|would not"
            r"|struggle|find it|tend to|are (?:less|too|rarely|often))\b"
        r"|\b(?:no good|not good|too (?:hard|long|late)|tough|impossible|difficult|not easy|no fun) (?:for"
            r"|on) (?:\w+ )?(?:parents|mothers|mums|carers|families)\b|\bnewly-?weds?\b|\bspinsters?\b|\b(?:settled"
            r"|solid|good) family (?:m[ae]n|wom[ae]n)\b|\bfamily m[ae]n\b",
        r"\b(?:no|without|free of|free from) (?:\w+ )?(?:ties|school runs?|baggage at home|commitments at home"
            r"|home commitments|domestic (?:ties|duties))\b|\b(?:school|nursery) runs? (?:is|are|will|would|do|does"
            r"|get|must|should) (?:not|no|never|be a problem|get in|a problem|a distraction|come second)\b"
        r"|\b(?:kids|children|babies|a baby|a family) (?:at home )?(?:get in the way|do not mix|don[’']t mix"
            r"|are a distraction|would be a problem|is a problem|are a problem|come second|comes second)\b"
        r"|\bput (?:work|the job|the team|clients) (?:before|ahead of|above) (?:\w+ )?family\b",
        rf"\b(?:(?<!has )no|without(?: any)?|free (?:of|from)|few|not have(?: any)?) (?:young |small )?{TIES}\b(?! (?:are|is"
        r"|were|was|under|may)\b)|\bchildless\b|\bchild-free\b",
        r"\b(?:not|never)(?: be)? (?:planning|intend(?:ing)?|plan|hoping|about|going|going to"
        r"|thinking of)(?: to)?(?: start(?:ing)?| hav(?:e|ing)| expecting)?(?: an?)? (?:family|baby|babies|children)\b"
        r"|\bnot be (?:pregnant|expecting)\b|\b(?:may|might|could) (?:become|get|fall) pregnant\b|\bno (?:plans"
        r"|intention) (?:to|of) (?:have|having|start|starting) (?:children|a family)\b|\bpartner at home\b"
        r"|\bwithout (?:children|kids)\b|\bnot have (?:\w+ )?(?:children|kids)\b|\bno (?:maternity|paternity"
        r"|parental) leave\b|\bno (?:pregnan\w+|mothers|mums|parents|babies)\b",
        r"\b(?:single|unmarried|married) (?:people|persons?|candidates?|applicants?|men|women) (?:only|preferred|are"
        r"|need|may)\b|\bnewly married\b|\b(?:single|married) m[ae]n (?:could|would|will|are)\b"
        r"|\bwomen of child-?bearing age\b",
        r"\bpregnant (?:women|candidates?|applicants?|people) (?:should|need|must|cannot|can[’']t|may) (?:not|wait"
        r"|struggle|apply)\b|\b(?:mothers?|parents?|mums?)(?: \w+){0,3} (?:would|will|may|might|could) (?:struggle"
        r"|find)\b",
        r"\bbrides?-to-be\b|\b(?:not for|not (?:right|good|made|meant|easy) for|not suit|not hire|no job for"
        r"|no place for)(?: an?| the)? (?:\w+ )?(?:mothers?|mums?|parents|fathers?)\b",
        r"\b(?:not|un)[- ]?(?:suitable|suited|ideal|right|a job) (?:for|to) (?:\w+ )?(?:parents|mothers|mums|carers"
        r"|pregnant women|families)\b",
        advice=FAMILY.advice,
    ),
    wording(
        r"(?<!no )(?<!any )(?<!every )\b(?:single|unmarried|married)(?=[.;]| and (?:mobile|free|flexible)|, (?:because"
        r"|as|with)| (?:man|men|woman|women|people)\b)",
        advice=FAMILY.advice,
        is_asked=True,
    ),
    wording(
        r"\b(?:ask(?:s|ing)?|tell us|say) (?:\w+ ){0,3}?(?:about|if|whether) (?:\w+ ){0,5}?(?:children|pregnan(?:t|cy)"
        r"|married|marriage|childcare|family plans|a family|marital status|husband|wife|partner)\b",
        r"\b(?:are|do|is|have) you (?:\w+ ){0,5}?(?:a baby|babies|pregnant|married|children|a family|kids|divorced"
        r"|single|a partner)\b[^.?]{0,40}\?|\bwhat (?:is|does) your (?:marital status|husband|wife)\b"
        r"|\b(?:state|give|tell us|declare|add) (?:your )?marital status\b"
        r"|\bwho (?:will|would|looks|is going to) (?:look after|mind|care for|collect|after) (?:your"
            r"|the) (?:children|kids|baby)\b|\bwhen (?:are|do) you (?:plan(?:ning)?|intend(?:ing)?|hop(?:e|ing)"
            r"|getting|want) (?:to )?(?:hav\w+|start\w*|married|marry|get married|a baby|a family|children)\b"
        r"|\b(?:tell us|say|mention|let us know|state|declare|disclose) (?:\w+ ){0,4}?(?:if|whether|that"
            r"|when) you (?:\w+ ){0,3}?(?:pregnant|expecting|married|engaged|children|kids|a family|a baby|single"
            r"|divorced)\b"
        r"|\b(?:do|are|will) you (?:\w+ ){0,2}?(?:planning|plan|intend|hoping|hope|want|trying) (?:to |for "
            r"|on )?(?:have|having|start|starting|a)(?: an?| any| more)? (?:children|kids|family|baby|babies)\b",
        advice=QUESTION,
    ),
)  # fmt: skip


def judges_a_family(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(guide, FAMILY, WORDINGS, "“{}” makes marriage, pregnancy or children a matter of the job.")


CHECKS = (judges_a_family,)
