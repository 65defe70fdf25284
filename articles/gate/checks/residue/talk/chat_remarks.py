"""What an assistant says of the text and of itself before or after it, whichever way it puts it."""

import re

TEXT = (
    r"(?:(?:blog )?(?:post|article|guide|draft|text|copy|piece|section|paragraph|page|outline|introduction"
    r"|intro|summary|conclusion|version|rewrite|content|checklist|list|table|headlines?|answer|response))"
)
CHANGED = (
    r"(?:rewritten|revised|shortened|put together|drafted|prepared|created|written|tightened|polished"
    r"|restructured|updated|expanded|condensed|reworked|edited|rephrased|simplified|summari[sz]ed|kept"
    r"|adjusted|removed|added|included|incorporated|outlined|made|softened|trimmed)"
)
SAID = re.compile(
    "|".join(
        (
            rf"(?:below|above|here)(?:,)? I(?:[’']ve| have) (?:included|added|put|{CHANGED}) (?:an?|the|your|some|\w+)\b.*"
            rf"\b(?:{TEXT}|options|ideas|titles|suggestions)\b.*",
            r"(?:here|below|attached|following)(?:[’']s| is| are) (?:an?|the|your|my|some|another|one"
            r"|how)\b(?:(?!\bI\b).){0,60}\b(?:you (?:asked|requested|wanted)|could read|might read"
            r"|as requested|attempt|rewritten|reworded|in (?:British|UK|plain|American) English|with (?:your"
            r"|the) (?:changes|edits|feedback|suggestions|corrections))\b.*",
            rf"(?:here|below|attached|following)(?:[’']s| is| are) (?:an?|the|your|my|some|another|one)\b(?:(?!\bI\b).){{0,50}}\b(?!checklist|list|table){TEXT}s? (?:that )?you (?:can|could|might|may) use\b.*",
            r"as (?:you )?(?:requested|asked|discussed|instructed),? (?:here|I|below|this)\b.*|(?:thanks"
            r"|thank you) for (?:the|your|these|sharing) (?:details|information|notes|context|brief|outline|draft"
            r"|input|clarif\w+|feedback|prompt)[!.,]? ?.*",
            rf"(?!.*\b(?:since|first published|this (?:post|blog|series))\b)I(?:[’']ve| have)(?: now| also| just)? {CHANGED} (?:(?:the|your|this|an?|it|everything"
            rf"|all)\b.{{0,40}}\b(?:{TEXT}|tone|wording|language|style|length|bullets?|jargon|keywords?|British|English"
            rf"|words)\b.*|it (?:to|for|in|into|as)\b.*)",
            rf"I(?:[’']d| would| can|[’']ll| will|[’']m)(?: certainly| also| be| gladly| definitely)* ?(?:happy|glad"
            rf"|pleased|delighted|able|help|assist)(?: to)?(?: help| assist| write| draft| provide| create| make"
            rf"| adjust| add| expand)?\b.*\b(?:{TEXT}|one|changes|adjustments|tone|wording|more)\b.*",
            # Whoever wrote a post says at length what for: “I hope this post helps you to see why tests matter”.
            r"(?!.*\bthis (?:article|blog|guide|page|piece|post|series)(?: \w+){5})"
            rf"(?:I )?hope (?:that |this |the )?(?:\w+ )?(?:helps(?! (?:you|us|them|people|others) )|is (?:useful|helpful|what you)|works|meets|gives you"
            rf"|does the trick)\b(?!.*\b(?:some of|some\w+ who|any\w+ who|others|people)\b).*|this (?:should|will|ought to) (?:give|provide"
            rf"|serve) (?:you )?(?:with )?(?:an? )?(?:solid|good|strong|useful|great|clear)?\b.*\b(?:starting point"
            rf"|foundation|basis|{TEXT}|sense)\b.*",
            r"I can (?:also |easily |certainly )?(?:add|include|write|draft|expand|shorten|turn|adapt|adjust|create"
            r"|provide|make|convert|tailor|extend)\b.*\b(?:if (?:you|that|it|needed|useful|helpful)|would (?:help"
            r"|be useful|you)|for you|just|let me know)\b.*|should you (?:need|want|require|prefer|wish)\b.*\bI\b.*",
            rf"(?:(?:just )?let me know|shout|say(?! what you like)|ask(?= me| if you(?:[’']d| would)? (?:like|want|need|prefer))|tell me)(?: me)?(?: if| when| should| and| whether| what"
            rf"| which)\b.*\b(?:I(?:[’']ll| can| will| could| should)|you(?:[’']d| would)? (?:like|want|need|prefer)"
            rf"|changes?|tweaks?|revisions?|anything else|{TEXT})\b.*(?<!\bvacancies)",
            r"please (?:review|check|adapt|adjust|edit|customi[sz]e|tailor|personali[sz]e)(?: and (?:adapt|adjust|edit"
            r"|customi[sz]e|tailor|personali[sz]e))? (?:it|this|the (?:text|draft|tone|content|wording))? ?(?:to|for"
            r"|so|as|before|with)\b.*\b(?:brand|voice|tone|style|audience|needs?|house style|publishing|company"
            r"|context)\b.*",
            r"(?:my|this|the) (?:information|knowledge|training|data|answer|response|draft|text"
            r"|article)(?: \w+)? (?:may|might|could|is|was|only|ends|stops)\b.*\b(?:out of date|outdated"
            r"|last (?:training )?update|my training|cut-?off|my knowledge|as of|up to my)\b.*",
            r"I (?:don[’']t|do not|cannot|can[’']t|am unable to|am not able to)(?: currently)? (?:have access|access"
            r"|browse|verify|check|confirm|look up|retrieve|see)\b.*\b(?:live|real-time|current|internet|web|online"
            r"|data|figures|rates|links?|sources?|numbers|prices|facts)\b.*|(?:please )?(?:remember|note|bear in mind"
            r"|be aware) that I (?:cannot|can[’']t|(?:don[’']t|do not) (?:\w+ly )?(?:have|know|browse|see|check|verify|store"
            r"|remember|follow|guarantee)|may|might)\b.*",
            r"(?:here[’']s to|best of luck with|good luck with|enjoy) (?:an? |the |your )(?:\w+ )?(?:article|guide"
            r"|post|blog|page|content|writing)|(?:do|would) you (?:want|like) me to\b.*|treat (?:these|the) (?:numbers"
            r"|figures|names|quotes|examples) as (?:illustrative|placeholders|examples|indicative)\b.*",
        )
    ),
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Yy]ou|[Yy]our|[Bb]elow|[Hh]ere|[Tt]hanks?|[Hh]ope|[Pp]lease|[Aa]s|[Tt]his|[Tt]reat)\b"
)
LONGEST = 200


def is_remark(sentence: str) -> bool:
    """Whether a sentence, without its stop, is one of these."""
    return len(sentence) <= LONGEST and bool(FIRST_PERSON.search(sentence)) and bool(SAID.fullmatch(sentence))
