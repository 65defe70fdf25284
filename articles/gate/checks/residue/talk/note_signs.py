"""Signs that one writer speaks to another about the page. Each alone is weak; several in one short passage are not."""

import re

from articles.gate.checks.residue.talk.note_words import (
    ASKING,
    EDITED,
    EDITING,
    FAULT,
    GREETING,
    HANDLING,
    HEDGES,
    NAME,
    PIECE,
    READERS,
    TASKED,
    TEAM,
    WORKFLOW,
)
from articles.gate.checks.residue.talk.signs import Signs
from articles.gate.prose.patterns import filtered

START = r"^[(\[<*]*"
SOMEBODY = rf"(?:{NAME}|(?:the )?(?i:{TEAM}))"
THAT = (
    r"(?:this|that|these|those|next|last|above|below|old|new|other|previous|original|second|first|third|final|real|nicer|better|"
    r"alternative|approved|current|whole|spare)"
)
BEFORE = r"(?:want to |really |just |perhaps |maybe |please |also |now |still )?"
WILLING = (
    rf"(?:{START}|(?:\b(?:to|please|pls|can|could|should|shall|must|might|will|let[’']s|suggest|of|or|and|then"
    rf"|we|you|I)|[’'](?:d|ll)) {BEFORE})"
)
WEIGHTED = (
    # Somebody is spoken to or named: “FAO Naomi –”, “Dev team:”, “Jo to add …”, “… with Hannah”.
    (2, filtered(rf"{START}(?:@\w+|{GREETING} {SOMEBODY}\b|{NAME},? (?:and {NAME} )?[–—-] )|\b(?:[Oo]ver|[Bb]ack) to you\b")),
    (1, filtered(rf"{START}{NAME}(?:,|:) |,? @?{NAME}[?!]$|^{NAME}(?:[’']s| is| has| was| says| said| thinks| wants| asked| reckons) ")),
    (2, filtered(rf"{START}(?:[Tt]he )?(?i:(?:\w+ )?{TEAM})(?:,|:| [–—-]) ")),
    (3, filtered(rf"{START}(?:[A-Z]{{2}}|{TASKED}|(?:[Tt]he )?(?i:(?:\w+ )?{TEAM}))(?: (?:and|or) {NAME})? (?:to|will"
        rf"|is going to|has to|needs to|wants? to|should) {HANDLING}\b")),
    (2, filtered(rf"\b(?i:check|confirm|verify|clear|agree|discuss|run|square|go over|clarify|align)\b.{{1,60}}\b(?:with|past|by) {SOMEBODY}\b")),
    (1, filtered(rf"\b(?:[Aa]sk|[Ww]ith|[Ff]rom|[Pp]er|[Tt]old|[Ss]ent|[Ff]or|[Bb]y|[Uu]ntil|[Oo]nce|[Ww]hen|[Ii]f"
        rf"|[Ww]hether|[Ss]ee|[Nn]eeds?) {NAME}(?:[’']s)?(?! [A-Z])\b")),
    # It is about a piece of this page.
    (2, filtered(rf"\b{THAT} (?:[\w’-]+ )?{PIECE}s?\b|\b{PIECE}s? (?:above|below|here|underneath|overleaf|goes)\b|\b(?:the"
        rf"|a) {PIECE} (?:about|on|from|in|with|where)\b|\bother (?:page|guide)\b", re.IGNORECASE)),
    (1, filtered(rf"\b{PIECE}s?\b|\b(?:on|in) (?:the|our|that) (?:[\w’-]+ )?(?:page|guide|article|post|doc)\b", re.IGNORECASE)),
    (1, filtered(r"\b(?:this|it|these|that|those|them|here|above|below)\b", re.IGNORECASE)),
    # Somebody works on it.
    (2, filtered(rf"{WILLING}{EDITING}\b", re.IGNORECASE)),
    (1, filtered(rf"(?:{WILLING}|\w |[–—,;:-] ){HANDLING}\b", re.IGNORECASE)),
    (2, filtered(rf"{START}(?:(?:all|have|had|just|already|haven[’']t|not) )*{EDITED} (?!by\b|your\b|to\b)|\bI(?:[’']ve"
        rf"| have|[’']d|[’']m)? (?:now |just |also |not )?{EDITED}\b|\b(?:wording|text|copy|version|intro) (?:(?:is"
        rf"|was|as|has been) )?(?:agreed|{EDITED})\b", re.IGNORECASE)),
    (1, filtered(r"\b(?:I|me|my|we|us|our)\b", re.IGNORECASE)),
    # A question among writers, and what one says of a piece that does not please.
    (2, filtered(rf"{START}(?:(?:So|But|Or|And|Also|Actually),? )?{ASKING} (?:we|this|that|these|those|any(?:one|body)"
        rf"|some(?:one|body)|{SOMEBODY})\b[^?]*\?")),
    (1, filtered(rf"\b{ASKING} (?:we|you|I|it|this|someone|anyone)\b[^?]*\?|\?[)\]>*]*$")),
    (2, filtered(rf"{START}(?:(?:possibly|maybe|perhaps|is this|is it|a bit|bit|slightly|still|way|far|too"
        rf"|rather) )+{FAULT}\?|\b(?:too|a bit|rather) {FAULT}\b|\b(?:do not|don[’']t|doesn[’']t|didn[’']t) (?:like"
        rf"|love|need|work)\b", re.IGNORECASE)),
    # How it is said: with doubts, of the house, without a stop, in few words, in brackets of its own.
    (1, filtered(rf"\b{HEDGES}\b", re.IGNORECASE)),
    (2, filtered(rf"\b{WORKFLOW}\b", re.IGNORECASE)),
    (1, filtered(r"[^.?!:;,…)\]]$")),
    (1, filtered(r"^(?:\S+ ){0,6}[^\s?]+$")),
    (1, filtered(rf"{START}(?:Have|Had|Will|Needs?|Left|Not|Could|Might|Suggest|Possibly|Maybe|Still|Waiting|Same|As|Old|New"
        rf"|Sorry|Wording|Should|Don[’']t|Haven[’']t|DO|PLEASE|Para\w*|Can[’']t|Dropped|Moved|See|Per)\b")),
    (2, filtered(r"^(?:\(.*\)|\[.*\]|<<.*>>|\{.*\}|\*\*+.*\*\*+|>>.*<<|/\*.*\*/)$")),
    # It is for readers after all, or said at leisure.
    (-2, filtered(rf"\b{READERS}\b|\b(?:read|find out) more about\b|\bsign[- ]up\b|^(?:(?:first|second|third|last)ly|(?:first"
        rf"|second|next) step|when|while|as|since|although)\b", re.IGNORECASE)),
    (-1, filtered(r"[a-z]{2}\. [A-Z].*[a-z]{2}\.$|:$|.{110}|^(?:We|In|If|Where) ")),
)  # fmt: skip
NOTES = Signs(WEIGHTED, enough=6, certain=9, longest=170)
