"""What asks for the source of a statement: “[citation needed]”, “(which one?)”, “– where did we get this?”"""

import re

from articles.gate.prose.patterns import filtered

PROOF = r"(?:citation|source|sources|ref|reference|stat|statistic|evidence|figures?|numbers?|link|example|quote|date|year|proof|data)"
IN_BRACKETS = filtered(
    rf"\[(?:{PROOF}|verify|check|confirm|cite|dubious|who says|by whom|which|where|where from|when|really|fact[- ]check|unsourced|footnote)\??\]"
    rf"|[\[(](?:(?:{PROOF})(?: (?:is )?(?:needed!?|required|missing|to follow|to come|tbc|wanted)|\?|: ?\?)"
    rf"|needs? (?:an? |the )?{PROOF}|(?:add|find|insert) (?:an? |the )?{PROOF}|(?:need )?to (?:verify|check|confirm|be (?:verified|checked|sourced))"
    rf"|(?:please )?(?:double-?check|fact[- ]check|verify|check)(?: (?:this|{PROOF}|the {PROOF}))?|check with [A-Z][\w ]{{1,20}}"
    r"|(?:where|how) (?:did|do) we (?:get|find|know|have)(?: (?:this|that|it|these|those)(?: from)?)?\??"
    r"|who (?:told us|said|says) (?:this|that|it|so)\??"
    r"|(?:do we have|is there|have we got) (?:an? |any )?(?:source|proof|evidence|reference"
    r"|link)[\w ]{0,20}\??|can we (?:back|prove|support|verify|source|check) (?:this|that|it)(?: up)?\??"
    r"|needs? checking|where(?:[’']s| is| does) this (?:from|come from)\?|is this (?:still )?(?:right|true"
    r"|correct)\?|(?:who says|by whom|where from|says who)\?|\?{1,3}|TBC: [\w ]+|TK)[\])]"
    r"|\((?:REF|SOURCE|CHECK|CITE)\)|[\[({](?:cite|citation|source|ref)!?[\])}]"
    rf"|[\[(](?:{PROOF})(?: to (?:be (?:added|checked|confirmed|found|inserted|supplied|verified))|(?: to [\w’' -]{{2,30}})? (?:here|goes here))[\])]"
    rf"|(?:[–—] ?|- |\* ?)(?:{PROOF}|citation|cite|who says|says who|really|where from|check"
    rf"|evidence)s?(?: needed| missing)? ?\?{{1,3}}\*?(?=[\s.)\]]*$)|\*(?:{PROOF}|citation)\?*\*"
    r"|(?:[–—:] ?|- |\. )(?:still )?needs? (?:an? |the )?(?:source|reference|citation|evidence|proof"
    r"|footnote)(?: for (?:this|that|it|these))?(?=[.!]*$)",
    re.IGNORECASE,
)
SIGNS = re.compile(r"[\[({<*]|[–—-].{0,30}(?:\?|need)|: ?(?:still )?needs?\b|\. [Nn]eeds?\b")
# A thing that proves a statement, where nothing else is meant: not source code, nor a reference of an employer.
SHOWN_BY = (
    r"(?:(?<!open[- ])sources?|citations?|cites?|reference|refs?|stats?|statistics?|evidence|footnotes?|proof|attribution"
    r"|study|survey|report)(?! (?:code|control|data|of|check|letter|number)\b)"
)
LACKING = (
    r"(?:needs?|needed|needing|requires?|required|missing|wanted|lacking|pending|outstanding|tb[acd]|to (?:follow|come|find|be \w+)|find|add|"
    r"insert|provide|supply|give|check(?:ing)?|verify|confirm|chase|track down|dig (?:out|up)|look up|lost|got|have|any|(?:where|which|what|who|"
    r"whose)\b(?=.*\?)|cut|drop|please|pls|unclear|unknown|dead|broken|old|out of date|won[’']t (?:open|load)|can[’']t find|couldn[’']t find|not found|no)"
)
DOUBTED = (
    r"(?:unsourced|uncited|unverified|unconfirmed|unproven|unattributed|dubious|doubtful|apocryphal|questionable|disputed|"
    r"to be (?:sourced|verified|proved|fact-checked))"
)
ASIDE = re.compile(
    r"\[([^\[\]]{3,70})\]|\(([^()]{3,70})\)|\{\{?([^{}]{3,70})\}?\}|<+([a-zA-Z][^<>]{3,70})>+|\*{1,3} ?([^*]{3,70}?) ?\*{1,3}(?=[\s.]*$)"
)
WANTING = filtered(
    rf"(?!.*\b(?:your|candidates?|employers?)\b)(?:.*\b{SHOWN_BY}\b.*\b{LACKING}\b.*"
    rf"|.*\b{LACKING}\b.*\b{SHOWN_BY}\b.{{0,20}}|(?:{SHOWN_BY}) ?(?:\?+|: ?\?+))"
    rf"|{DOUBTED}\b.{{0,40}}|(?:still |please |pls )?(?:to |needs? (?:to be )?)?(?:fact-?check|verify"
    rf"|double-?check)(?:ed|ing)?(?: (?:this|the \w+|please|pls))?",
    re.IGNORECASE,
)
# “(which can come from several sources)” goes on with its sentence; “(which is the source?)” asks.
RELATIVE = re.compile(
    r"(?:which|who|that|where) (?:can|could|is|are|was|were|may|might|will|would|has|have|had)\b[^?]*$", re.IGNORECASE
)
# A question that doubts what stands before it, where that states how much or how many.
DOUBTING = filtered(
    r"(?:(?:says|according to|by|since|from|based on|compared (?:to|with)|out of|as of|in) )?(?:which|whose"
    r"|where|who|whom|when|what|how many|how much|how)(?: (?:one|ones|year|survey|study|report|country"
    r"|research|figures?|says|said|did|do|does|is|are|was|exactly|from|so|this|that|it|we|they|know"
    r"|get)){0,6}(?: \w+)? ?\?+"
    r"|(?:is|are|was|were|does|do|did|can|could|have|has|should) (?:we|this|that|it|these|those|there|anyone"
    r"|they)\b.{0,45}\?+|(?:really|true|still|proof|recent|accurate|up to date|current)\?+",
    re.IGNORECASE,
)
STATED = filtered(
    r"\d|\b(?:half|third|quarter|most|many|all|nearly|few|one|two|three|four|five|ten|dozens?|hundreds?"
    r"|majority|surveys?|stud(?:y|ies)|research|reports?|faster|more|less|fewer|better|likely|average|doubled"
    r"|tripled|times)\b",
    re.IGNORECASE,
)
AFTER_DASH = filtered(
    rf"(?:[–—] ?| - |\. |: )((?:(?:do|did|have|can|could) (?:we|you|anyone)|is there|where (?:did|do|does)"
    rf"|who (?:says|said|told)|how (?:do|did)) [^.–—]{{3,50}}\?|[^.–—?]{{0,25}}\b(?:{DOUBTED})\b[^.–—?]{{0,20}}"
    rf"|(?:still )?(?:needs?|requires?|lacks|wants|missing) (?:an? |the "
    rf"|some )?(?:\w+ )?{SHOWN_BY}\b[^.–—]{{0,20}})[.!]*$",
    re.IGNORECASE,
)
PROVING = filtered(
    r"\b(?:source|evidence|proof|reference|figures?|numbers?|stat|this from|that from|back (?:this|that|it) up"
    r"|know (?:this|that)|true|from memory|check)\b",
    re.IGNORECASE,
)
HEADED = filtered(
    rf"(?:{SHOWN_BY}) (?:needed|wanted|required|missing|to find|to follow)\b ?(?:for|[:–—-]).+|(?:find|need|add"
    rf"|chase) (?:an? |the )?(?:{SHOWN_BY}) (?:for|on|to back up)\b.+",
    re.IGNORECASE,
)


# “Before I can represent you I need your papers – really?” doubts what somebody says to readers; “Make sure that you are in
# these groups (check with IT)” tells readers whom to ask.
SAID_TO_READERS = re.compile(r"\bI\b.*\byou\b|\byou\b.*\bI\b")
TOLD_TO_ASK = re.compile(r"(?:Make sure|Be sure|Ensure|Find out)\b[^.?!]*$")


def wants_source(text: str) -> str:
    """The first words of the text that ask where a statement comes from, or nothing."""
    if not SIGNS.search(text):
        found = AFTER_DASH.search(text)
        return found[0] if found and PROVING.search(found[0]) else ""
    if (found := IN_BRACKETS.search(text)) and not _is_meant_for_readers(text, found):
        return found[0]
    stated = bool(STATED.search(text)) and not text.rstrip().endswith("?")
    for aside in ASIDE.finditer(text):
        inside = next(filter(None, aside.groups()), "").strip()
        if (WANTING.fullmatch(inside) and not RELATIVE.match(inside)) or (stated and DOUBTING.fullmatch(inside)):
            return aside[0]
    found = AFTER_DASH.search(text)
    return found[0] if found and PROVING.search(found[0]) else ""


def _is_meant_for_readers(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()]
    if "really" in found[0].lower():
        return SAID_TO_READERS.search(before) is not None
    return found[0].lower().startswith("(check with") and TOLD_TO_ASK.search(before) is not None
