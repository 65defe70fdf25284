"""What an assistant such as ChatGPT says around the text that was asked for."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

CHAT = Rule(
    check="chat-residue",
    level=Level.BLOCKS,
    why="An assistant said it to you; readers would conclude that nobody read the page.",
    advice="Delete it, and read the text around it once more.",
)
WORK = (
    r"(?:guides?|articles?|(?:blog )?posts?|blog|drafts?|texts?|copy|headlines?|titles?|headings?|introductions?"
    r"|intros?|"
    r"paragraphs?|sections?|outlines?|conclusions?|meta descriptions?|pages?|content|table|passages?)"
)
MADE = (
    r"(?:versions?|drafts?|rewrites?|options|ideas|suggestions|alternatives|variations|variants|outlines?|summary"
    r"|headlines?|"
    r"titles?|introductions?|paragraphs?|breakdown|sections?|text|article|guide|post|copy)"
)
COUNTED = r"(?:an?|the|your|some|a few|two|three|four|five|six|seven|eight|ten|\d+)"
DONE = (
    r"(?:rewritten|revised|updated|edited|polished|shortened|shorter|corrected|cleaned[- ]up|cleaner|refined|improved|"
    r"reworked|rephrased|reworded|condensed|expanded|simplified|final|complete|finished|friendlier|warmer|more \w+|"
    r"\d[\d,]*[- ]word|SEO[- ]\w+)"
)
HERE = r"(?:here(?:[’']s| is| are)|below (?:is|are)|this is)"
PRESENTING = (
    rf"{HERE} (?:{COUNTED} )?{DONE}(?:,? \w+)? (?:{MADE}|{WORK})\b"
    rf"(?: (?:for|in|on|that|with|to)\b.*| of (?:your|the|this|that) (?:[\w-]+ ){{0,2}}(?:{MADE}|{WORK})\b.*)?",
    rf"{HERE} (?:{COUNTED} )?(?:[\w-]+ ){{0,2}}{MADE} (?:for|of|in) (?:your|the|this) (?:[\w-]+ ){{0,2}}{WORK}\b.*",
    rf"{HERE} your (?:[\w-]+ ){{0,2}}{WORK}",
    rf"{HERE} (?:an? |the )?(?:(?:[\w-]+ )?(?:draft|outline)|{WORK}|text|copy) (?:of |for |about |on |in (?:a"
    rf"|British|UK|plain)\b)(?:your (?:[\w-]+ )?{WORK}|an? {WORK}|hiring\b.*|.*\b(?:tone|English|style|voice))",
    rf"{HERE} (?:an? |the |your )?(?:[\w-]+ ){{0,2}}(?:{MADE}|{WORK}) (?:you (?:can|could|asked|requested|wanted)"
    rf"|as (?:you )?requested|for you to)\b.*",
    rf"{HERE} an? (?:[\w-]+ ){{0,2}}(?:blog post|article|draft|introduction|outline) (?:about|on) .*",
    r"based on your (?:request|input|requirements|notes|brief),.*",
    rf"{HERE} (?:an? |the )(?:draft|rewritten|revised|polished|updated|corrected) [\w -]{{3,40}}(?:about|on|for) .*",
)
# How an answer begins, before it comes to the matter.
# What it says of the text and of itself before or after it, whichever way it puts it.
TEXT = r"(?:(?:blog )?(?:post|article|guide|draft|text|copy|piece|section|paragraph|page|outline|introduction|intro|summary|conclusion|version|rewrite|content|checklist|list|table|headlines?|answer|response))"
CHANGED = r"(?:rewritten|revised|shortened|put together|drafted|prepared|created|written|tightened|polished|restructured|updated|expanded|condensed|reworked|edited|rephrased|simplified|summari[sz]ed|kept|adjusted|removed|added|included|incorporated|outlined|made|softened|trimmed)"
SAID = re.compile(
    "|".join(
        (
            rf"(?:below|above|here)(?:,)? (?:you(?:[’']ll| will| can)? (?:find|see|have)|I(?:[’']ve| have) (?:included|added|put|{CHANGED})) (?:an?|the|your|some|\w+)\b.*\b(?:{TEXT}|options|ideas|titles|suggestions)\b.*",
            r"(?:here|below|attached|following)(?:[’']s| is| are) (?:an?|the|your|my|some|another|one|how)\b.{0,60}\b(?:you (?:asked|requested|wanted|can use|could use|might use)|could read|might read|as requested|attempt|rewritten|reworded|in (?:British|UK|plain|American) English|with (?:your|the) (?:changes|edits|feedback|suggestions|corrections))\b.*",
            r"as (?:you )?(?:requested|asked|discussed|instructed),? (?:here|I|below|this)\b.*|(?:thanks|thank you) for (?:the|your|these|sharing) (?:details|information|notes|context|brief|outline|draft|input|clarif\w+|feedback|prompt)[!.,]? ?.*",
            rf"I(?:[’']ve| have)(?: now| also| just)? {CHANGED} (?:(?:the|your|this|an?|it|everything|all)\b.{{0,40}}\b(?:{TEXT}|tone|wording|language|style|length|bullets?|jargon|keywords?|British|English|words)\b.*|it (?:to|for|in|into|as)\b.*)",
            rf"I(?:[’']d| would| can|[’']ll| will|[’']m)(?: certainly| also| be| gladly| definitely)* ?(?:happy|glad|pleased|delighted|able|help|assist)(?: to)?(?: help| assist| write| draft| provide| create| make| adjust| add| expand)?\b.*\b(?:{TEXT}|one|changes|adjustments|tone|wording|more)\b.*",
            rf"(?:I )?hope (?:that |this |the )?(?:\w+ )?(?:helps|is (?:useful|helpful|what you)|works|meets|gives you|does the trick)\b.*|this (?:should|will|ought to) (?:give|provide|serve) (?:you )?(?:with )?(?:an? )?(?:solid|good|strong|useful|great|clear)?\b.*\b(?:starting point|foundation|basis|{TEXT}|sense)\b.*",
            r"I can (?:also |easily |certainly )?(?:add|include|write|draft|expand|shorten|turn|adapt|adjust|create|provide|make|convert|tailor|extend)\b.*\b(?:if (?:you|that|it|needed|useful|helpful)|would (?:help|be useful|you)|for you|just|let me know)\b.*|should you (?:need|want|require|prefer|wish)\b.*\bI\b.*",
            rf"(?:(?:just )?let me know|shout|say|ask|tell me)(?: me)?(?: if| when| should| and| whether| what| which)\b.*\b(?:I(?:[’']ll| can| will| could| should)|you(?:[’']d| would)? (?:like|want|need|prefer)|changes?|tweaks?|revisions?|anything else|{TEXT})\b.*(?<!\bvacancies)",
            r"please (?:review|check|adapt|adjust|edit|customi[sz]e|tailor|personali[sz]e)(?: and (?:adapt|adjust|edit|customi[sz]e|tailor|personali[sz]e))? (?:it|this|the (?:text|draft|tone|content|wording))? ?(?:to|for|so|as|before|with)\b.*\b(?:brand|voice|tone|style|audience|needs?|house style|publishing|company|context)\b.*",
            r"(?:my|this|the) (?:information|knowledge|training|data|answer|response|draft|text|article)(?: \w+)? (?:may|might|could|is|was|only|ends|stops)\b.*\b(?:out of date|outdated|last (?:training )?update|training|cut-?off|knowledge|as of|up to my)\b.*",
            r"I (?:don[’']t|do not|cannot|can[’']t|am unable to|am not able to)(?: currently)? (?:have access|access|browse|verify|check|confirm|look up|retrieve|see)\b.*\b(?:live|real-time|current|internet|web|online|data|figures|rates|links?|sources?|numbers|prices|facts)\b.*|(?:please )?(?:remember|note|bear in mind|be aware) that I (?:cannot|can[’']t|don[’']t|do not|may|might)\b.*",
            r"(?:here[’']s to|best of luck with|good luck with|enjoy) (?:an? |the |your )(?:\w+ )?(?:article|guide|post|blog|page|content|writing)|(?:do|would) you (?:want|like) me to\b.*|treat (?:these|the) (?:numbers|figures|names|quotes|examples) as (?:illustrative|placeholders|examples|indicative)\b.*",
        )
    ),
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Yy]ou|[Yy]our|[Bb]elow|[Hh]ere|[Tt]hanks?|[Hh]ope|[Pp]lease|[Aa]s|[Tt]his|[Tt]reat)\b"
)
OPENING = filtered(
    r"(?:sure(?: thing)?|certainly|of course|absolutely|great question|got it|understood|no problem|happy to help"
    r"|okay|ok|"
    r"you[’']re (?:absolutely )?right|thank you for the clarification|thanks for (?:the clarification|sharing)|great)"
    rf"(?:[!.] |, |[ ]?[—–-] ?)(?:(?:and )?{HERE} (?:an? |the |your |some )?(?:[\w-]+ )*?(?:{MADE}|{WORK}|text"
    rf"|table)\b|i can help (?:you )?with that|i[’']ll (?:write|rewrite|draft)|i made a mistake|i[’']ve (?:rewritten"
    rf"|revised|updated|shortened)|let[’']s (?:look|break|dive)|i will write)"
    r"|i will write the (?:guide|article|post) in an?\b",
    re.IGNORECASE,
)
# What was done to the text, after a word of assent: “Done. I’ve tightened the wording.”
EDITED = filtered(
    r"(?:sure(?: thing)?|certainly|of course|absolutely|great|got it|understood|no (?:problem|worries)|happy to(?: help)?|okay|ok|"
    r"done|all (?:set|done)|perfect|noted|good (?:point|catch)|you[’']re (?:absolutely )?right|thanks for the (?:feedback|clarification)"
    r"|thank you for the (?:feedback|clarification)|sorry about that|apologies)(?:[!.]| ?[,—–-]) ?I(?:[’']ve| have|[’']ll| will) (?:now |also |just )?"
    r"(?:made|rewritten|reorgani[sz]ed|restructured|taken out|tightened|put|shortened|corrected|softened|removed|cut|changed|"
    r"turned|polished|trimmed|fixed|added|updated|kept|simplified|rephrased|reworded|expanded|replaced|moved|swapped|write|rewrite|draft)\b"
    r".*\b(?:tone|wording|text|paragraphs?|intro\w*|headings?|headlines?|sections?|opening|clich[eé]s?|jargon|grammar|sentences?|"
    r"words|British|English|figures|dates|examples?|versions?|article|guide|draft|notes|copy|length|style|spelling|bullets?|list|table)\b",
    re.IGNORECASE,
)
ABOUT_ITSELF = filtered(
    r"\bas an? (?:(?:AI|artificial intelligence)(?: language)?(?: model| assistant| chatbot)?"
    r"|(?:large )?language model)(?: (?:trained|developed|created) by \w+)?, (?:I\b|my\b)"
    r"|\bI(?:[’']m| am) (?:just |only )?an? (?:AI\b|(?:large )?language model|virtual assistant)|\bI(?:[’']m"
    r"| am) (?:not able|unable) to (?:browse|access|verify|provide)\b"
    r"|\bas an? artificial intelligence\b"
    r"|\bmy (?:knowledge|training)(?: data)? (?:cut-?off|ends|only goes|was last updated)"
    r"|\bas of my (?:last|latest|most recent|knowledge|training)\b"
    r"|\bI (?:don[’']t|do not) have (?:access to )?(?:real-time|current|up-to-date) (?:data|information|access)"
    r"|\bI (?:can[’']t|cannot|can not) (?:browse|access) the (?:internet|web)"
    r"|\bI[’']m sorry, but I (?:can[’']t|cannot|am unable to|[’']m unable to) (?:help|assist|provide|comply|fulfil)"
    r"|\bI (?:apologi[sz]e|am sorry) for (?:the|any) (?:confusion|misunderstanding|oversight|mistake in my)"
    rf"|^I(?:[’']ve| have) (?:rewritten|shortened|rephrased|reworded|condensed|polished|restructured"
    rf"|simplified) (?:the|your|this) (?:{WORK}|wording|tone)\b"
    r"|^I(?:[’']ve| have) (?:made|kept) (?:the|your) (?:text|tone|paragraph|language|wording|introduction)\b"
    r"|\bI (?:can[’']t|cannot) (?:provide|give|offer) (?:legal|tax|financial) advice, but here\b"
    r"|^I[’']d be happy to help you (?:write|with|draft|create)"
    r"|\b(?:written|generated|created|produced) (?:by|with|using) (?:ChatGPT|Claude|Gemini|Copilot"
    r"|an AI (?:assistant|model))[.!]?$",
    re.IGNORECASE,
)
THING = (
    r"(?:sections?|paragraph|table|version|meta description|post|introduction|conclusion|summary|checklist|headlines?|"
    r"outline|FAQ|list|draft|example|rewrite|changes|edits|tweaks|revisions|caption)"
)
CHANGE = (
    r"(?:adjust|modify|customi[sz]e|tweak|edit|adapt|change|personali[sz]e|revise|use|copy|rewrite|expand|shorten"
    r"|refine)"
)
MAKE = (
    r"(?:add|rewrite|expand|write|draft|create|include|make|turn|adapt|adjust|provide|tailor|help|suggest|shorten|give|"
    r"generate|convert|offer|continue|go on|revise|refine|tweak)"
)
# What may be wrong with what it wrote, and where that is to go.
UNCHECKED = r"(?:the|these|those|this|all|any|each|every|my)(?: [\w’'-]+){0,3}? (?:figures?|numbers?|statistics?|stats|facts?|dates?|claims?|quotes?|quotations|points?|details?|sources?|links?|data|information|content)"
PUBLISHED = r"before (?:(?:you )?(?:publish|post|use)(?:ing)?(?: (?:it|this|them|the (?:article|guide|post|page)))?|(?:this|it|the (?:guide|page|article|post|text|piece)) (?:goes live|goes out|is (?:published|posted|live)))"
OTHER = r"(?:shorter|longer|punchier|different|snappier|warmer|friendlier|simpler|another|more \w+|less \w+|second|alternative)"
LIKE = r"you(?:[’']d| would)? (?:like|want|prefer|wish|need)"
CLOSING = filtered(
    "|".join(
        (
            r"(?:would you like|do you want|want) me to\b.*|would it help if I\b.*"
            r"|would you like to explore any of\b.*",
            rf"(?:would you like|do you want) (?:an?|the|another|any|some|more) (?:[\w-]+ ){{0,2}}{THING}\b.*",
            rf"shall I (?:also )?{MAKE}\b.*|should I also {MAKE}\b.*",
            rf"if {LIKE},? I can (?:also )?{MAKE}\b.*|I can also {MAKE}\b.*",
            rf"I can {MAKE} .*\bif (?:{LIKE}|needed|that helps)|I can (?:provide|write|draft) an? [\w-]+ version\b.*",
            r"if you need (?:any |more |further )?(?:examples|details|help|changes|edits)\b.*(?:just ask"
            r"|let me know).*",
            rf"(?:please |just )?let me know (?:if|whether) (?:{LIKE}|(?:this|that|it) (?:works|helps|is|suits)"
            rf"|any)\b.*",
            rf"(?:please |just )?let me know (?:how|which|what) (?:{LIKE}|(?:version|option|one|headline|title))\b.*",
            r"(?:please |just )?let me know (?:your thoughts |what you think )?and I(?:[’']ll| will| can)\b.*",
            r"is there anything else (?:you(?:[’']d| would) like|I can)\b.*|tell me which \w+ you prefer\b.*",
            rf"feel free to {CHANGE} (?:(?:the |any of the )(?:tone|wording|text|style|language|length|draft|structure|"
            r"headline|copy|content|figures|examples|details)|this (?:draft|text|version)|this|it|any of (?:this"
            r"|these|it))"
            r"(?: (?:to|as|so|for|and|or)\b.*)?",
            r"feel free to ask if you need (?:any )?(?:more|further) (?:help|information|changes|details"
            r"|assistance)\b.*",
            rf"(?:you can )?{CHANGE} the (?:tone|wording|text|style|length) to (?:fit|suit|match)\b.*",
            rf"happy to (?:{CHANGE}|make changes)\b.*|I can adjust the (?:tone|length|style)\b.*",
            r"this (?:version|draft|rewrite|revision) (?:keeps|maintains|preserves|uses|aims|improves|should) .*",
            r"\(?(?:total )?word count: ?(?:about |approx\.? |~)?\d[\d,]*(?: words)?\)?",
            r"(?:regenerate|continue) (?:response|generating)|stop generating|ChatGPT can make mistakes\b.*",
            r"(?:I )?hope (?:this|the) (?:\w+ )?(?:helps(?: with your \w+)?|meets your needs|is helpful|works for you)",
            r"good luck with your (?:article|guide|post|blog)",
            r"(?:(?:please )?note:? |note that |please |remember to |(?:make|be) sure (?:to|you) "
            r"|don[’']t forget to ).*"
            r"\bbefore (?:you )?(?:publish|post|going live|go live|upload).*",
            r"(?:note:? |please note that )this is (?:only |just )?an? (?:sample|template|draft|example"
            r"|general \w+)\b.*"
            r"\b(?:should|needs?|adapt|adjust|replace|customi[sz]e|tailor).*",
            r"(?:please |remember to |don[’']t forget to |(?:make|be) sure to |you[’']ll want to )?(?:swap|replace|fill in|insert|personali[sz]e"
            r"|customi[sz]e|adapt|tailor)\b.*\bbefore (?:this|it|they|the (?:guide|page|article|post|text|piece)) (?:goes live"
            r"|go(?:es)? out|is (?:published|posted|live))",
            r"(?:please|(?:make|be) sure to|remember to) (?:replace|fill in) (?:the|all|any) (?:bracketed"
            r"|placeholder)\w*\b.*",
            rf"(?:(?:you|I)(?:[’']ll|[’']d| may| might| will| should| would)?(?: want to| need to| wish to| like to| recommend| suggest| advise)?|(?:it is|it[’']s) worth|(?:please )?(?:remember|make sure|be sure) to|please|do|always)"
            rf" ?(?:double-?check|verif(?:y(?=ing)|y)|check|fact-?check|confirm|review)(?:ing)? {UNCHECKED}\b.*\b{PUBLISHED}",
            r"(?:if|once|when|as soon as) you (?:can |could )?(?:tell|give|send|show|share|paste|provide|confirm|upload|let)\b.*, I(?:[’']ll| can| could| will|[’']d be happy to) "
            rf"(?:{MAKE}|match|fill in|make|refine|produce|trim|personali[sz]e|polish|fine-tune)\b.*\b(?:it|this|tone|table|examples?|text|draft|version|wording|guide|article|post|copy|section|headlines?|list|structure|length|style)\b.*",
            rf"(?:just )?(?:say the word|ask|shout|give me (?:a shout|the word))(?:,? and|[,:]) I(?:[’']ll| can| will) (?:{MAKE}|produce|trim|put|do)\b.*",
            rf"(?:just )?(?:say the word|give me a shout|shout|ping me) if you(?:[’']d| would)? (?:want|like|prefer|need) .*\b(?:{OTHER}|version|{THING})\b.*",
            r"I (?:can|could|will) also (?:put together|produce|prepare|trim|pull together|work up) .*|I (?:can|could) (?:turn|make|convert|adapt) (?:this|it) (?:in)?to .*",
            rf"(?:want|need|fancy|would) an? {OTHER} {THING}(?: help| be useful| work| suit you)?|shall (?:I|we) (?:move on|continue|go on|carry on|start|proceed)(?: (?:to|with|on))? (?:the |another )?(?:next )?(?:section|part|draft|chapter|heading|paragraph)\b.*",
            rf"tell me if you(?:[’']d| would)? (?:like|prefer|rather|want) (?:an? )?(?:{OTHER}|to (?:change|add|adjust))\b.*|ready for the next (?:section|part|draft|chapter)\b.*",
            r"(?:sure(?: thing)?|certainly|of course|absolutely|no problem)?(?: ?[–—-]|[,!.])? ?here you go(?: ?[–—:-] ?.*)?",
            r"you can replace the \w+ \w+ with your own|(?:ChatGPT|Claude|Gemini|Copilot|you) said:?",
        )
    ),
    re.IGNORECASE,
)
LONGEST = 200
PRESENTED = filtered("|".join(PRESENTING), re.IGNORECASE)
ENDING = re.compile(r"[\s.…!:?]+$")
SPOKEN = (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE)


def chat_residue(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Here is a rewritten version of your text”, “As an AI language model, I …”, “Would you like me to …?”"""
    for passage, text in in_own_words(guide):
        if passage.kind in SPOKEN and (found := _chat(passage, text)):
            what = f"“{cut(found)}” is what an assistant says, not part of the text."
            yield CHAT.found(passage.place, what, excerpt=cut(passage.text))


def _chat(passage: Passage, text: str) -> str:
    if OPENING.match(text) or EDITED.match(text):
        return text
    if found := ABOUT_ITSELF.search(text):
        return found[0]
    patterns = (CLOSING,) if passage.links else (CLOSING, PRESENTED)  # “Here is a post about it” may be linked
    said = (part for part in sentences(text) if any(known.fullmatch(ENDING.sub("", part)) for known in patterns))
    return next(said, "") or next((part for part in sentences(text) if _is_said(ENDING.sub("", part))), "")


def _is_said(sentence: str) -> bool:
    return len(sentence) <= LONGEST and bool(FIRST_PERSON.search(sentence)) and bool(SAID.fullmatch(sentence))


CHECKS = (chat_residue,)
