"""Signs that an assistant speaks of the text that it was asked for."""

import re

from articles.gate.checks.residue.talk.signs import Signs
from articles.gate.prose.patterns import filtered

TEXT = (
    r"(?:blog posts?|posts?|articles?|guides?|drafts?|texts?|copy|piece|sections?|paragraphs?|sentences?|pages?|outlines?|introductions?|"
    r"intros?|summar(?:y|ies)|conclusions?|versions?|rewrites?|content|checklists?|headlines?|titles?|headings?|subheadings|bullets?|"
    r"bullet points|FAQs?|answers?|job (?:description|advert|ad)s?|word count|meta descriptions?|tables?|captions?|wording|phrasing)"
)
MADE = (
    r"(?:re-?written|written|revised|shortened|drafted|prepared|created|tightened|polished|restructured|updated|expanded|condensed|reworked|"
    r"edited|rephrased|reworded|simplified|summari[sz]ed|kept|adjusted|removed|added|included|incorporated|outlined|made|softened|trimmed|"
    r"cut|organi[sz]ed|formatted|based|aimed|tried|focused|structured|corrected|fixed|replaced|changed|put|split|used|left|turned|"
    r"generated|brainstormed|proofread|streamlined|clarified|ensured|avoided|highlighted|broken|pulled|assumed|left out|moved)"
)
MAKE = (
    r"(?:re-?write|write|draft|create|expand|shorten|adjust|tweak|refine|polish|revise|tailor|adapt|add|include|turn|convert|continue|"
    r"go (?:on|ahead|deeper)|provide|produce|generate|suggest|format|rephrase|reword|simplify|summari[sz]e|proofread|translate|elaborate|"
    r"break (?:it |this |that )?down|look at|walk you through|put together|help|make|trim|cut|split|start|proceed|carry on|work on)"
)
ASSENT = (
    r"(?:sure(?: thing)?|certainly|of course|absolutely|great(?: question| idea| choice)?|good (?:question|point|idea|catch)|got it|understood|"
    r"no (?:problem|worries)|happy to help|glad to help|okay|ok|alright|all right|done|perfect|noted|yes|you[’']re (?:absolutely )?(?:right|welcome)|"
    r"(?:thank you|thanks)(?: for (?:the|your|this|that|these|sharing|providing|sending) .{3,30})?"
    r"|sorry(?: about that)?|(?:my )?apologies|let[’']s (?:dive|jump|get started|get going)(?: (?:right )?in)?"
    r"|"
    r"excellent(?: question)?|wonderful|sounds good|that makes sense|fantastic|definitely|with pleasure|my pleasure|right)"
)
WEIGHTED = (
    # It assents, and goes on.
    (2, filtered(rf"^{ASSENT}(?:[!.;]| ?[,—–-])(?= )", re.IGNORECASE)),
    (1, filtered(rf"^{ASSENT}(?:[!.;]| ?[—–-]) (?:I\b|let|here|below|to (?:help|make|keep))", re.IGNORECASE)),
    (1, filtered(rf"^{ASSENT}! ", re.IGNORECASE)),
    # It hands something over.
    (2, filtered(r"\b(?:here(?:[’']s| is| are)|below(?: is| are|,)|(?:the )?following is|this is) (?:an?|the|your|my|some"
        r"|one|another|two|three|four|five|ten|\d+|what)\b", re.IGNORECASE)),
    # It says what it did, does or could do.
    (2, filtered(rf"\bI(?:[’']ve| have|[’']d| had)? (?:also |now |just |only |not |deliberately )?{MADE}\b", re.IGNORECASE)),
    (2, filtered(rf"\b(?:I(?:[’']ll| will| can| could|[’']d be (?:happy|glad|pleased) to|[’']m (?:happy|able|going) to"
        rf"| am (?:happy|able) to)|(?:shall|should|could|can) I|let me|let[’']s|happy to|(?:want|like|prefer"
        rf"|need) me to) (?:also |now |just |gladly |then |help (?:you )?)?{MAKE}\b", re.IGNORECASE)),
    (3, filtered(r"\bI (?:can[’']t|cannot|can not|don[’']t|do not|am unable to|am not able to|couldn[’']t"
        r"|wasn[’']t able to) (?:actually |currently |directly )?(?:access|open|browse|verify|see|view|read"
        r"|fact-check|check|guarantee|have (?:access|real|live|current|personal))\b|\bI[’']m (?:sorry"
        r"|afraid),? (?:but )?I\b|\bI[’']m (?:un|not )able to (?:access|verify|open|browse|confirm)\b|\b(?:my"
        r"|general) (?:training|knowledge)\b|\bI may have made\b|\bas an AI\b|\bI[’']m an AI\b", re.IGNORECASE)),
    # It speaks of the text, of its style, and of what was asked.
    (1, filtered(rf"\b{TEXT}\b", re.IGNORECASE)),
    (1, filtered(rf"\b(?:the|your|this|these|each|that) (?:[\w-]+ )?{TEXT}\b", re.IGNORECASE)),
    (1, filtered(r"\b(?:tone|flow|flows|concise|engaging|natural|conversational|formal|friendl(?:y|ier)|warmer|punchier"
        r"|clearer|shorter|longer|polished|scan|scannable|professional|SEO\S*|keywords?|jargon|(?:British|UK|plain"
        r"|American) (?:English|spelling)|active v\w+|house style|brand voice|readability|style|clarity|word limit"
        r"|wordy|more \w+ (?:tone|version|style)|\d[\d,]*[- ]words?)\b", re.IGNORECASE)),
    (2, filtered(r"\b(?:(?:you|you[’']ve) (?:asked|requested|provided|shared|gave|given|wanted|mentioned|sent|pasted"
        r"|supplied|described|specified|outlined|uploaded|attached)|as (?:you )?requested|as (?:you )?asked"
        r"|your (?:request|brief|notes|instructions|prompt|input|draft|feedback|requirements|outline|guidelines"
        r"|details|website|readers|audience|paragraph|article|post|blog|headline|title|message|text)"
        r"|the (?:details|information|changes|edits|brief|draft|outline) (?:above|below|provided|requested))\b", re.IGNORECASE)),
    # It offers, asks and wishes well.
    (3, filtered(r"\b(?:would you like(?: me)?|do you want me|want me to|let me know|feel free to|shall I|should I(?=[^?]*\?$)"
        r"|if you(?:[’']d| would)? (?:like|prefer|want|need|share|tell|give|send|provide|let)\b[^.]{0,40}\bI\b"
        r"|if (?:that|it|this|you)[^.]{0,30}(?:,| and) I(?:[’']ll| can| will| could)|(?:do|does) (?:any|one|either"
        r"|this|that)[^.?]{0,40}(?:work|sound|suit|look|fit|feel)|is there anything else|(?:I )?hope (?:this|that"
        r"|it|these)(?:[’']s)?\b|good luck with|happy writing|which (?:one|version|option)s? (?:do|would) you)\b", re.IGNORECASE)),
    (2, filtered(r"\b(?:these|this|the) (?!is )(?:\w+ )?(?:changes|edits|revisions?|tweaks|version|rewrite|update|structure"
        r"|format|draft)s? (?:should|will|make|makes|keep|keeps|maintain\w*|preserve\w*|ensure\w*|help\w*"
        r"|improve\w*|aim\w*|flow\w*|read\w*|cover\w*|avoid\w*|use\w*|highlight\w*|give\w*|is|are)\b", re.IGNORECASE)),
    (2, filtered(r"\b(?:make sure|remember|don[’']t forget|be sure|you(?:[’']ll| will| may| might)(?: want| need)?"
        r"|feel free|please|just) (?:to )?(?:replace|swap(?: in| out)?|fill in|insert|customi[sz]e|personali[sz]e"
        r"|adapt|tailor|tweak|adjust|double-check|fact-check|verify|review|proofread|edit)\b", re.IGNORECASE)),
    (1, filtered(r"\b(?:your (?:own|agency|company|brand|firm|business|organisation)\b|bracketed|placeholders?"
        r"|local details|before (?:publishing|you publish)|wherever|where(?:ver)? (?:they are |it is )?needed"
        r"|as needed|as appropriate|something like this|along these lines|throughout|you(?:[’']d| would)? (?:like"
        r"|prefer)\b)", re.IGNORECASE)),
    (2, filtered(r"^\W*(?:total )?word count\b|\bend of (?:response|article|draft|text)\b", re.IGNORECASE)),
    # It is said to a candidate or of other work.
    (-2, filtered(r"\b(?:CVs?|cover letter|interviewer|hiring manager|manager|employer|candidates? (?:can|should|will)"
        r"|colleagues?|team|users?|customers?|code|repo\w*|we|our)\b", re.IGNORECASE)),
)  # fmt: skip
CHAT = Signs(WEIGHTED, enough=5, certain=7, longest=220)
