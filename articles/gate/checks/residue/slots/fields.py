"""Fields that a template or a mailing tool should have filled: “{{ name }}”, “<First Name>”, “@@COMPANY@@”."""

import re

from articles.gate.checks.residue.slots.names import CODED, NAMED, PARTS
from articles.gate.checks.residue.slots.stand_ins import is_shown
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.patterns import filtered

# The same of a record: “Contact.FirstName”.
OF_RECORD = r"(?:contact|candidate|client|company|customer|recipient|user|lead|account|job|recruiter|consultant|sender)[._]\w{3,20}"
DOTTED = rf"(?:{CODED}|{OF_RECORD})"
# What an author is to put between angle brackets: “<your tagline>”, “<short description>”.
TO_WRITE = (
    rf"(?:your|insert|add|short|long|brief)(?: (?:the|an?|your|short|brief))? (?:\w+ )?(?:strapline|tagline"
    rf"|headline|description|blurb|title|intro|text|copy|bio|{PARTS})(?: here)?"
)
FIELD = filtered(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$\{[^{}]*\}|\*\|[\w:]+\|\*|%%\w+%%|\[\[[\w ]+\]\]"
    rf"|\{{(?i:[$!]?{CODED}|(?:insert|add|enter) [\w ]{{2,40}}|consultant|agency|manager|MERGEFIELD [\w ]+|[$!][\w.]+)\}}"
    r"|<%[^<>]*%>|\[%[^\[\]]*%\]|<\?(?:php|=)[^<>]{0,200}\??>?|@@\w+@@|#\{\w[\w.]*\}|@\{\w[\w.]*\}"
    r"|(?<![\w.])__[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*__(?!\w)(?<!__FILE__)(?<!__LINE__)"
    rf"|(?<![\w<])<(?!(?:title|address|date|time|image|source|link)>)(?i:{NAMED}|{CODED}|{TO_WRITE})>"
    rf"|<<(?i:{NAMED}|{CODED})>>|«(?i:{CODED}|MERGEFIELD [\w ]+)»"
    rf"|(?<![\w%])%(?i:{CODED})%|(?<![\w#])##?(?:[A-Z]+NAME|NAME|COMPANY|[A-Z]+_NAME|TITLE)##?(?!\w)"
    rf"|\[F?L?NAME\]|\|(?:FIRST_?|LAST_?)?NAME\||~(?i:{DOTTED})~|\^(?i:{CODED}|{DOTTED})\^|\|(?i:{DOTTED})\||\[(?i:{OF_RECORD})\]"
    # “{offer_expiry}”, “{candidateFirstName}”, “{FirstName|there}”, “@Model.ConsultantName”, “-FNAME-”, “&FIRSTNAME&”
    r"|\{\{?[A-Za-z]+(?:[_.-][A-Za-z]+)+(?: ?\|[^{}]{0,30})?\}"
    r"|\{[A-Za-z][a-z]+(?:[A-Z][a-z]+)+(?: ?\|[^{}]{0,30})?\}|@(?:Model|item|user|candidate|job)\.[A-Za-z]\w*"
    rf"|\{{(?i:{NAMED})(?: ?\|[^{{}}]{{0,30}})?\}}|(?<![\w-])(?P<fence>[-&=!+^~|*]{{1,2}})(?:F|L|FIRST_?|LAST_?"
    rf"|FULL_?|COMPANY_?|CLIENT_?|JOB_?)?(?:NAME|TITLE|SURNAME|COMPANY|EMAIL)(?P=fence)(?!\w)|~\w+(?:\.\w+)+~"
    r"|(?<=\s)\{\d\}|(?<![\w%])%[sd](?![\w%])"
    rf"|(?:(?<=\bDear )|(?<=\bHello )|(?<=\bHi )|(?<=\bHey ))(?:(?:[$%~|:]\w+|#(?i:{CODED}))(?=[\s,.!$%#~|])[$%#~|]?|\((?:name|first name|candidate|client)\))"
)
# A letter to nobody, whatever it goes on to speak of.
GREETED = re.compile(
    rf"(?:Dear|Hello|Hi|Hey|Welcome|Thanks|Thank you|Congratulations|(?:Good )?(?:[Mm]orning|[Aa]fternoon|[Ee]vening)),? "
    rf"(?:[%#@~^$|_]{{1,2}}(?i:{CODED})[%#@~^|_]{{0,2}}(?=[\s,.!])|[{{<\[]{{1,2}}(?i:first|last|name"
    rf"|{CODED})[}}>\]]{{1,2}}|(?:FIRST_?|LAST_?)?NAME(?=[,.!]))"
)
HINT = filtered(r"[{<%@#\[$|~«^&]|__|-[A-Z]+-|[=!+*][A-Z]|\b(?:Dear|Hello|Hi|Hey) [:(]")
ABOUT_FIELDS = re.compile(
    r"templat|placeholder|syntax|\bwikis?\b|\bObsidian\b|\bNotion\b|variable|expression|\brender|\bescap|\btags?\b|\bfields?\b|\bcode\b|\bYAML\b|\bJSX\b|\bshell\b"
    r"|\bscript|\bReact\b|\bAngular\b|\bVue\b|\bAnsible|\bTerraform|\bworkflow|\bformat|\bstring|\bprint|\bcommand|\belements?\b"
    r"|(?:^|\s)/[a-z]{2,15} $|\bHTML\b|\bXML\b|\bmacro|\bPython\b|\bPHP\b|\bRuby\b|\bC\b",
    re.IGNORECASE,
)
# A guide with one of these words is about templating.
TEMPLATING = re.compile(
    r"templating|template (?:engine|language|syntax|tag|variable)|jinja|handlebars|mustache|\bhelm\b|(?:curly|double) brac"
    r"|merge (?:field|tag)|interpolation",
    re.IGNORECASE,
)


def field(text: str, guide: DocumentText) -> str:
    """The first field that nothing has filled, or nothing."""
    if greeted := GREETED.match(text):
        return greeted[0]
    found = FIELD.search(text) if HINT.search(text) else None
    return found[0] if found and not is_shown(found, ABOUT_FIELDS) and not _is_about_templating(guide) else ""


def _is_about_templating(guide: DocumentText) -> bool:
    return any(TEMPLATING.search(passage.text) for passage in guide.passages)
