"""What an assistant says of the text and of itself before or after it, whichever way it puts it."""

import re

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
LONGEST = 200


def is_remark(sentence: str) -> bool:
    """Whether a sentence, without its stop, is one of these."""
    return len(sentence) <= LONGEST and bool(FIRST_PERSON.search(sentence)) and bool(SAID.fullmatch(sentence))
