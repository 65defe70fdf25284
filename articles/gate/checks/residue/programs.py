"""Errors and remains of office programs, spreadsheets and scripts."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.own_passages import heads_text, is_one_of_several
from articles.gate.prose.own_words import own_words
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

PROGRAM = Rule(
    check="program-residue",
    level=Level.BLOCKS,
    why="A program put its error or its own code in the place of what belongs there.",
    advice="Look the words or the figure up where they came from, and type them.",
)
UNIT = r"(?: (?:a|per) (?:year|month|week|day|hour|head|annum))"
ERROR = re.compile(
    r"#(?:REF!|DIV/0!|N/A\b|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|ERROR!)|(?<![#\w])#{4,}(?=[\s.,]|$)"
    r"|\bError! (?:Reference|Bookmark|Unknown|No text|No table|Hyperlink|Not a|Filename|Main Document|Style"
    r"|Switch|Digit|Cannot|Use the|Invalid|Number|No index)\w*"
    r"|(?:\bError[:!]|«Error:?) ?(?:[\w-]+ ){1,5}(?:not (?:found|defined|valid|available)|missing"
    r"|invalid)\b(?: in [\w ]{3,30})?|[«{](?:Error: )?(?:[Ff]ield|[Rr]eference|[Bb]ookmark)(?: code)? (?:error"
    r"|not found)[»}]|^The linked (?:image|file) cannot be displayed\b.*"
    r"|\bHYPERLINK +[\"“ ]|\bPAGEREF\b|\b_Toc\d+|\bTOC +\\[a-z]|\bEMBED (?:Excel|Word|Equation|PowerPoint)"
    r"|\bMERGEFIELD \w|\{ ?(?:PAGE|NUMPAGES|DATE|TOC|REF|SEQ)\b[^{}]{0,60}\}"
    r"|^=(?:SUM|AVERAGE|IF|VLOOKUP|XLOOKUP|HLOOKUP|INDEX|COUNT\w*|SUMIF\w*|ROUND|CONCAT\w*|MEDIAN|MAX|MIN|TEXT|TODAY)\(|\bSheet\d!\$?[A-Z]"
    rf"|[£$€](?:undefined|null|NaN|None)\b|: ?(?:undefined|null|NaN|-?Infinity|\(null\))(?=[.\s]*$)|\b[a-z]+_[a-z]+: ?None(?=[.\s]*$)"
    rf"|(?<=, )(?:undefined|null|NaN)(?=,)|\b(?:Dear|Hello|Hi|Hey) (?:undefined|null|None|NaN)\b|\b(?:undefined"
    rf"|null|NULL|NaN|None){UNIT}|\bundefined undefined\b"
    # Errors with the file they came from, sums inside a sentence, what stands for nothing before a noun, data as it was stored.
    r"|\b(?:Warning|Notice|Fatal error|Parse error|Deprecated|Error|Uncaught \w+"
    r"|Exception): .{3,80}? in \S+\.(?:php|js|py|rb|java|ts|cs)(?: on line|:\d)\b.{0,30}|\bException in thread\b.{0,80}"
    r"|\bUncaught (?:\w*Error|\w*Exception)\b|\bjava\.\w+\.\w+Exception\b"
    r"|\bObject reference not set to an instance\b.{0,20}|\bat [\w.$]+\([\w.]+:\d+\)"
    r"|\bFile [\"“][^\"”]*[\"”], line \d+|\bSegmentation fault\b|\bE(?:NOENT|CONNREFUSED|ACCES)\b"
    r"|(?<=[:\s])=(?:SUM|AVERAGE|IF|IFERROR|VLOOKUP|XLOOKUP|HLOOKUP|INDEX|COUNT\w*|SUMIF\w*|ROUND|CONCAT\w*"
    r"|MEDIAN|LEFT|RIGHT|TODAY)\([^()]*\)?|\bMERGEFORMAT\b|\\\* (?:ARABIC|roman|Upper|Lower)\b"
    r"|\bNormal 0 (?:false|true)\b|\b(?:Start|End)Fragment\b|\b_?xlfn\.\w+"
    r"|^(?:undefined|null|NULL|NaN) [a-z]+s (?:were|are|have|had|will|can|\w+ed)\b|\b(?:has|have|of|with|are"
    r"|were|is|was|about|over|for|placed|hired|updated|Updated) (?:NaN|None|(?:undefined|null|NULL)(?! (?:results"
    r"|findings|effects|hypothes|roles|terms|goals|responsibilities|levels|boundaries|limits|expectations|processes"
    r"|tasks|duties|scopes?|targets))) (?!of\b|and\b|or\b)[a-z]+s\b|\b(?:1/0/1900|0/1/1900|01/01/0001|31/12/1969|1969-12-31)\b"
    r"|^[\[{]+ ?[“\"][^”\"]*[”\"] ?: ?.+[\]}]+$"
    r"|\[object \w+\]|\b(?:is|are|was|about|than) NaN\b|\b(?:rate|salary|pay|fee|median|price|name|date"
    r"|figure|cost)s? (?:is|are) (?:undefined|null)\b"
    r"|\bTraceback \(most recent call last\)|\b(?:Type|Reference|Syntax|Value|Key|Name"
    r"|Attribute)Error: .{0,80}|\bUndefined (?:index|variable|offset|property)\b.{0,80}|\bFatal error: .{0,80}"
    r"|\b(?:Warning|Notice|Deprecated): (?:Undefined|Trying|Cannot|Invalid|Array)\b.{0,80}|\bon line \d+ in /"
    r"|\bInvalid [Dd]ate\b|\b(?:00/00/0000|0000-00-00|01/01/1970|1970-01-01|30/12/1899|00/01/1900)\b"
    r"|\bComment(?:ed)? \[\w+\d+\]|^(?:Formatted|Deleted|Inserted): (?:Font|Indent|Style|Space|List|Normal|[“\"])|^(?:Comment|Inserted|Deleted"
    r"|Moved) by [A-Z]\w+|\bmso-[a-z]+-|\bMso(?:Normal|ListParagraph)\b|/\* Style Definitions \*/|\bX-NONE\b"
    r"|\[if (?:gte )?!?(?:mso|support)|@font-face ?\{"
    r"|\bMACROBUTTON\b|\bNormal\.dotm\b|\bSEQ \w+ \\|\bTrack(?:ed)? changes: (?:on|off|accepted|rejected|\d)\b|^(?:Heading|Title|Normal|Body"
    r"|List) ?\d?,\w{1,4}$|[“\"]\w+[”\"]: ?(?:null|undefined|None|NaN)\b|\b(?:undefined|NaN|null) (?:years"
    r"|months|weeks|days|people|engineers|hours)\b"
    r"|(?<![\w.])\d\.\d+E[+-]\d{2}\b|\bfile:///|^Microsoft (?:Word|PowerPoint|Excel) - "
    r"|\bMicrosoft Office User\b|^\w[\w-]*_(?:v\d+|final|FINAL|draft)\w*\.(?:docx?|xlsx?|pptx?|pdf)$"
)
# What is also the name of an error, of a page or of a thing: beside others of its kind, and over a text, it is meant.
NAMES = re.compile(
    r"\(?(?:null|undefined|nan)\)?|Array|(?:404|403|500|502|503)(?: [-–])? ?(?:error|not found"
    r"|forbidden|internal server error|bad gateway|service unavailable).{0,20}|(?:Page|Slide) \d{1,3}|Invalid date"
    r"|\w[\w-]*_(?:v\d+|final|draft)\w*\.(?:docx?|xlsx?|pptx?|pdf)",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\[\]|\{\}"
    r"|(?:Page|Slide) \d{1,3}(?: of \d{1,3}| \| \d{1,3})|Page \| \d{1,3}|(?:INDEX|MATCH"
    r"|LOOKUP|SUM|OFFSET)\([A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?\)|Choose an item"
    r"|Click or tap (?:here )?to enter (?:text|a date)|Untitled (?:Document|presentation|spreadsheet)|\$[a-z]\w*",
    re.IGNORECASE,
)
HINT = filtered(
    r"#|«|linked|Error|[_=@{!\[]|HYPER|PAGE|TOC|EMBED|MERGE|undefined|null|NULL|NaN|None|Infinity|Trace|Undef"
    r"|Fatal|Warning|Notice|Invalid|0/|00-|70|99|ommented|ormatted|eleted|nserted|mso|Mso|Style|NONE|E[+-]\d"
    r"|file:|Microsoft|Deprec| in /|MACRO|dotm|SEQ|Exception|Object ref|FORMAT|Normal 0|Fragment|xlfn"
    r"|Segmentation|1969|0001|1900|File |E(?:NOENT|CONN|ACCES)|,\w{1,4}$|Track|INDEX"
)
# A passage with one of these words may speak of such errors.
ABOUT_PROGRAMS = re.compile(
    r"\b(?:spreadsheets?|Excel|formulas?|formulae|cells?|JavaScript|TypeScript|Python|SQL|variables?|values?|functions?|exceptions?|stack traces?|"
    r"debug\w*|error (?:message|code)s?|status codes?|raises?|raised|throws?|errors?|log(?:s|ged)?|hashtags?|schema|object|CSS|epoch|born|birth|founded)\b",
    re.IGNORECASE,
)
WHOLE_IN = (Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.LINE, Kind.TITLE)


def program_residue(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“#REF!”, “Error! Reference source not found.”, “Pay: undefined”."""
    for passage in guide.passages:
        if found := _residue(guide, passage, own_words(passage)):
            what = f"“{cut(found)}” is what a program left behind."
            yield PROGRAM.found(passage.place, what, excerpt=cut(passage.text))


def _residue(guide: DocumentText, passage: Passage, text: str) -> str:
    bare = text.rstrip(". ")
    if NAMES.fullmatch(bare):
        is_meant = passage.kind not in WHOLE_IN or is_one_of_several(guide, passage) or heads_text(guide, passage)
        return "" if is_meant else text
    if passage.kind in WHOLE_IN and WHOLE.fullmatch(bare):
        return text
    found = ERROR.search(text) if HINT.search(text) else None
    return found[0] if found and not ABOUT_PROGRAMS.search(text[: found.start()] + text[found.end() :]) else ""


CHECKS = (program_residue,)
