"""Whole sentences that say what is missing, who is to do it, what is to be done, and what is in doubt."""

import re

from articles.gate.checks.residue.slots.names import PARTS
from articles.gate.checks.residue.talk.note_words import HOUSE, PIECE
from articles.gate.prose.patterns import filtered

DOES = r"(?:approve|check|confirm|sign off|supply|provide|review|advise|update|add|clear|verify|write|rewrite|send)"
DONE = (
    r"(?:re-?written|reviewed|checked|approved|updated|edited|revised|finished|signed off|verified|expanded|replaced|moved|"
    r"cut|deleted|continued|completed|proofread|fact-checked)"
)
# A piece of the text that the writers speak of among themselves, never of what readers have in hand.
HERE = (
    rf"(?:(?:this|that|these|those) (?:\w+ )?{PIECE}s?|the (?:next|last|previous|second|first|third|whole|above|old|new) "
    r"(?:paragraph|para|bit|sentence|section|line|part|heading|quote|figure|version)s?)"
)
CHANGES = (
    r"(?:cut|drop|lose|delete|remove|rewrite|redo|reword|rephrase|replace|move|shorten|trim|tighten|expand|merge|swap|fix|"
    r"update|simplify|split|bin|tidy)"
)
# What is said of a piece that does not please.
VERDICT = (
    r"(?:(?:far |much |way |a bit |a little |still |very )?too \w+|out of date|sounds?|reads?|repeats?"
    r"|repetitive|jargony|salesy|dull|clumsy|not (?:clear|sure|true|right|ours|needed))"
)
SIGN_OFF = r"(?:final )?(?:sign-?off|approval|clearance|go-ahead)"
THING = (
    rf"(?:this|the(?! following)|that|these|those) (?:\w+ )?(?:{PIECE}|page|figures|rates?|numbers|dates?|salary|salaries|data|"
    r"source|notice period|law|fee|statistic|stat|link|name|title)s?"
)
WHO = r"(?!(?:note|remember|tip|important|nb|reminder)\b)[\w ]{2,20}"
# A first name, not the first word of a headline such as “Time to review the offer”.
FIRST_NAME = (
    r"(?-i:(?!(?:Time|How|What|When|Where|Who|Need|Remember|Try|Want|Ready|Sure|Able|Free|Happy|Nothing|Something|Right)\b)"
    r"[A-Z][a-z]+(?<!s))"
)
ASKED = r"(?:check|confirm|find|verify|add|update|look at|review|rewrite|source|supply|send|shorten|approve)"
WHOLE = filtered(
    "|".join(
        (
            # What is missing or not ready.
            r"(?:(?:this|still) ){0,2}needs? (?:re-?writing|checking|updating|expanding|editing|sourcing|work|proofreading|"
            r"a polish|more work|approval|sign-?off|input)(?: (?:from|by) .{2,30})?",
            rf"(?:this |it |(?:this|that|the \w+) {PIECE} )?(?:still |really |probably )?(?:needs?|wants|could do with"
            rf"|could use) (?:a (?:bit|lot|little) (?:of|more) )?(?:tighten|trimm|shorten|tidy|redo|reword|rephras"
            rf"|rewrit|cutt|proof|proofread|polish|soften|simplify|updat|check|edit|rework|splitt|mov|fix|expand|sourc"
            rf"|format|redraft)ing(?: (?:up|down|out))?(?:,? (?:please|I think|before|by|too|badly|a bit)\b.*)?",
            r"(?:(?:over|back) to you,? (?-i:[A-Z][a-z]+)|(?:check|confirm|verify) (?:the )?(?:spelling|grammar"
            r"|wording|source|facts|dates?|figures?|names?|numbers|title|link)s?\b(?!.*\byour\b)(?: (?:of|for"
            r"|on) .{2,40}?)? (?:with|by|against) (?:HR|legal|finance|marketing|compliance|payroll|the (?:client|desk"
            r"|editor|author)|(?-i:[A-Z][a-z]+)))",
            r"(?:this )?(?:still )?needs? (?:an?|some|more|another|a better) (?:conclusion|intro(?:duction)?|example|detail|"
            rf"summary|ending|sources?|heading|{PARTS})(?: here)?",
            r"(?:copy|text|words|artwork|pictures?) (?:to follow|to come|tbc)|(?:more|rest|remainder) to (?:come|follow)",
            r"(?:draft|confidential|wip)? ?[–—-]? ?(?:do not|don[’']t|not for) (?:publish|publication|share|distribute|"
            rf"circulation)(?: yet)?|(?:do not|don[’']t) use this(?: {PIECE})?|old version [–—-] do not use",
            r"(?:for )?internal use only|final final version|v\d+ [–—-] edited by \w+|not (?:yet )?final|left as (?:it )?is for now",
            r"hold for (?:approval|publication|legal)|embargoed (?:until|till) .{3,30}|more here|fill (?:this )?in later",
            r"(?:still )?(?:waiting|awaiting)(?: for)? (?:approval|sign-?off|copy|figures|quotes?|images?|feedback|confirmation|"
            r"legal)(?: from [^,]{2,40})?",
            rf"(?:still )?to be {DONE}(?: (?:by|with) (?:the )?(?:(?!(?:is|are|was|can|may|you|and)\b)[\w’-]+ ?){{1,4}}"
            r"| later| before .{3,30})?",
            r"(?:\w+ ){1,3}(?-i:TK)|(?-i:TK|TKTK)|tk tk|wip|work in progress|draft|(?:first|rough) draft|for (?:review|approval)",
            r"I(?:[’']ll| will| (?:still )?need to| must) (?:finish|add|update|check|rewrite|complete|fix|write|come back to)"
            r" (?:this|that|it|the rest|more)\b.*",
            # Who is to do it.
            rf"{FIRST_NAME} to (?:check|confirm|approve|sign off|supply|provide) {THING}|{HOUSE} to sign (?:this|it|that) off",
            rf"{HOUSE} to {DOES}(?: (?:this|the|that|these|image|copy|figures|wording|quote|text|rate|it)\b.*)?",
            rf"{WHO}(?::| [–—-]) (?:please|pls) {ASKED}\b.*|dear (?:editor|sub),? .*|@[A-Z]?\w+:?,? (?:please|can you"
            rf"|could you|pls|check|confirm|add|is this)\b.*",
            rf"(?:{WHO}(?:,|:| [–—-]) )(?:can|could|would) you (?:please )?{ASKED}\b.*",
            rf"(?:can|could|would|will) (?:someone|somebody) (?:please )?{ASKED}\b.*|(?:can|could) any(?:one|body) (?:please |find a better ).*",
            rf"(?:can|could) you (?:please )?(?:check|confirm|verify|source|rewrite) (?:this|{THING})\b.*|(?:someone|somebody) please \w+ .*",
            r"(?!.*: (?:never|always|don[’']t|do not|remember|next time)\b)(?:note|notes|message|memo|nb|n\.b\.) (?:to|for) (?:the )?(?:editors?|self|myself|designers?|subs?|authors?|writers?|"
            r"legal|desk|developers?|web team|team|colleagues?|reviewers?|proofreader)\b ?[:–—-].*",
            # What an editor tells readers is when and why a text changed.
            r"(?!.*\bthis (?:article|guide|page|piece|post|story) (?:has been|is|was) (?:amended|corrected|first|originally|updated)\b)"
            r"(?:editor|editor[’']s note|designer|sub|author|comment|subs|ed|writer|reminder|query|queries|action)s? ?[:–—-] (?:please|move|make|"
            r"cut|check|shorten|add|delete|remove|rewrite|can|could|is|are|needs?|why|what|where|i think|not sure|this|do we|find)\b.*",
            r"internal note:.*|nb [A-Z]\w+:.*",
            # What is to be done.
            r"(?!.*\bbefore you (?!publish|post|use))(?:please )?(?:double-?check|check|confirm|clear) (?:this |it )?with (?:legal|finance|marketing|HR|compliance|"
            rf"(?-i:[A-Z][a-z]+))(?: before .*)?|please (?:check|review|approve|proofread)(?: (?:this|before publishing|{THING}))?",
            rf"(?:please )?(?:check|confirm|verify) {THING} with .{{2,30}}|ask (?:legal|finance|marketing) whether .*",
            r"(?:check|fix|update|confirm) (?:the )?(?:spelling|grammar|wording|source|facts)(?: of (?:the )?\w+)?"
            r"|update with (?:the )?(?:new|latest|final) .{2,30}",
            r"add (?:more|something) (?:about|on) .{2,40} here|expand (?:on )?this(?: section| further)?|placeholder for .{3,50}",
            r"(?:please )?(?:delete|remove|cut|replace|update|change|rewrite|reword|rephrase|move|expand|finish|fix|shorten|tidy|"
            rf"check)(?: on)? this(?: {PIECE})?(?: with the (?:approved|final|right|correct|real|agreed|new) .{{2,40}}|"
            r" (?:up|down|to the (?:end|top)|later|before (?:publishing|publication|we publish|it goes live).*)| when .{3,50})?",
            r"(?:please )?(?:delete|remove) (?:this )?before (?:publishing|publication|going live|we publish)",
            r"(?:cut|delete|move|keep) this\?|replace with the (?:approved|final|agreed) .{2,40}|finish (?:this|the) section",
            r"(?:moved|copied|pasted|lifted|carried over|cut) from (?:the|our|an?) (?:[\w-]+ ){0,3}(?:page|guide"
            r"|article|site|post|doc|document|version|website|draft|brochure|deck|leaflet)"
            r"(?: ?[,;–—-] .*)?|(?:this |it |still )*needs an? (?:tidy|trim|rewrite|re-write|check|polish|edit|update"
            r"|refresh|read-through|second look|proofread)(?: up)?",
            rf"(?!.* (?:can|is|may|will|takes?|could|costs?|means|was)\b)(?:still )?(?:waiting|chasing)(?: on"
            rf"| for)? (?:{HOUSE}|(?-i:[A-Z][a-z]+)|them|him|her) (?:for|to) .{{3,50}}|(?:still )?(?:waiting|awaiting"
            rf"|chasing) (?:on )?(?:the )?(?:final|new|latest|updated) .{{3,40}}",
            rf"(?:(?:all|some|the|more) )?(?:{PARTS}|{PIECE}s?|figures|numbers|sign-?off|approval|copy|pictures"
            rf"|quotes) (?:(?:is|are) )?(?:still )?(?:outstanding|awaited|missing|to be chased)",
            rf"(?:please )?(?:{CHANGES}|needs (?:work|an edit))(?: this| it)?(?: ?[–—:,-]| because it(?: is"
            rf"|[’']s)?) ?(?:it |this )?(?:is )?{VERDICT}\b.*",
            rf"(?:this {PIECE} (?:is|looks|reads|sounds|feels) )?{VERDICT}(?:,| ?[–—-]| and) (?:please|pls|needs?|can (?:you|we)) .*",
            rf"(?:I[’']d|I would|I think we should|we (?:could|should)|let[’']s|maybe|perhaps|why don[’']t we"
            rf"|could (?:we|you)|should we|shall we|can (?:we|you)|I suggest we"
            rf"|do we want to) (?:just )?{CHANGES} (?!.*\b(?:your|cv|letter)\b){HERE}\b.*",
            r"(?:old|new|previous|original|earlier|revised|alternative|amended) (?:version|wording|text|copy|draft"
            r"|intro|paragraph|para)s? (?:is )?(?:below|above|underneath|beneath)\b.*",
            r"(?:please )?(?:do not|don[’']t) (?:publish|post|use|share|print) (?:this|it)(?: \w+)? yet|(?:bin|delete"
            r"|remove) (?:this |it )?(?:once|when) (?:you[’']re happy|happy|approved|done|signed off)",
            rf"(?:pending|awaiting|subject to|waiting for|waiting on|needs) {SIGN_OFF}(?: (?:from|by|of) .{{2,40}})?",
            r"(?:holding|placeholder|temporary|temp|interim|stand-in|dummy) (?:text|copy|page|image|words|picture"
            r"|paragraph|headline|wording)(?: (?:only|for now|(?:until|till|for) .{2,40}))?",
            r"(?:the )?(?:[\w’'-]+ ){1,5}(?:goes |to go )?(?:in )?(?:here|in this space) (?:pls|plz|please)"
            r"|(?-i:(?:[A-Z]+ ){2,6}(?:GOES|GO) (?:HERE|IN (?:HERE|THIS SPACE)))|(?!.*\?).{5,80} (?:pls|plz)|(?:pls"
            r"|plz) .{3,80}",
            r"ask (?-i:[A-Z][a-z]+) (?:whether|if) we (?:can|may|could|should|have|need)\b.*",
            # What is in doubt.
            rf"{FIRST_NAME}(?:,|:| ?[–—-]) (?:so )?(?:(?:is|are|was|were) (?:this|these|that|those|{HERE}"
            rf"|{THING}) (?:(?:really|actually|figure|date|rate) )?(?:still )?(?:right|true|correct|current|accurate"
            rf"|up to date|ok(?:ay)?|needed|ours)\b.*"
            rf"|(?:does|do) (?:this|these|{HERE}|{THING}) (?:still )?(?:need|hold|apply|stand|read|make sense)\b.*"
            rf"|(?:can|should|do|may) we (?:still |really )?(?:say|keep|use|cut|drop|name|mention|print|include|claim"
            rf"|need|have)\b.*"
            rf"|(?:did|has|have) {HOUSE} (?:see|seen|check|checked|approve|approved|sign|signed|clear|cleared)\b.*"
            rf"|(?:have|do) (?:you|we) (?:got|have) (?:an? |the |any )?(?:\w+ )?{PARTS}\b.*)",
            rf"(?:should|could|can|does) (?:this|{HERE}) (?:go|come|move|sit) (?:higher|lower|further|up|down|first"
            rf"|earlier|later|here|at the|before|after|under|in the|to the)\b.*",
            rf"(?:can|could) (?:you|we|someone) make (?:this|{HERE}) (?:a bit |much |sound )?(?:shorter|longer|clearer"
            rf"|snappier|punchier|warmer|less \w+|more \w+)\b.*",
            rf"(?:does|has) any(?:one|body) (?:have|got) (?:an? |the |some |any )?(?:better |newer |good )?(?:{PARTS}|figures|source)\b.*",
            rf"this {PIECE} (?:is|looks|reads|sounds|feels) (?:a bit |far |much |way |very |now )?(?:too (?:long|short"
            rf"|salesy|dull|similar|wordy|vague)|out of date|outdated|repetitive)(?: and needs? .*|(?:,| ?[–—-]) .*)",
            r"(?:can|could|should|shall) (?:we|you) (?:please )?(?:find|get|use|source|have|try|think of"
            r"|write) (?:an? |some |another )?(?:better|newer|stronger|shorter|clearer|nicer|fresher|different"
            r"|more \w+) .{3,50}",
            rf"(?:i[’']m )?not sure (?:about |if |whether |that )?(?:we need )?this {PIECE}\b.*",
            r".{3,80}(?:,| ?[–—-]) (?:(?:any )?(?:thoughts|opinions|views|objections)|what do (?:you|we) think"
            r"|is that ok(?:ay)?|all agreed|your call)",
            rf"(?:i[’']m )?not sure (?:about|if|whether) (?:this|{THING})(?: is (?:right|true|correct))?",
            rf"(?:is|are) (?:this|these|{THING}) (?:still )?(?:right|correct|true|up to date|current|accurate)",
            rf"do we (?:still )?(?:have|need) (?:an? |the )?(?:source|sources|permission|(?:better )?picture|quote|evidence|"
            rf"this(?: {PIECE})?|{PARTS})(?: for (?:this|that|it))?",
            r"(?:can|should|may|must|do) we (?:really )?(?:say|keep|use|cut|drop|move|name|mention|print|include"
            r"|claim) (?:this|that|it|these|them)(?: here)?",
        )
    ),
    re.IGNORECASE,
)
