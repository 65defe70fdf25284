"""How an assistant ends: it offers more, asks whether it will do, and says what is still to be checked."""

import re

from articles.gate.prose.patterns import filtered

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
UNCHECKED = (
    r"(?:the|these|those|this|all|any|each|every|my)(?: [\w’'-]+){0,3}? (?:figures?|numbers?|statistics?|stats"
    r"|facts?|dates?|claims?|quotes?|quotations|points?|details?|sources?|links?|data|information|content)"
)
PUBLISHED = (
    r"before (?:(?:you )?(?:publish|post|use)(?:ing)?(?: (?:it|this|them|the (?:article|guide|post|page)))?"
    r"|(?:this|it|the (?:guide|page|article|post|text|piece)) (?:goes live|goes out|is (?:published|posted"
    r"|live)))"
)
OTHER = r"(?:shorter|longer|punchier|different|snappier|warmer|friendlier|simpler|another|more \w+|less \w+|second|alternative)"
LIKE = r"you(?:[’']d| would)? (?:like|want|prefer|wish|need)"
CLOSING = filtered(
    "|".join(
        (
            r"(?:would you like|do you want|want) me to\b.*|would it help if I\b.*"
            r"|would you like to explore any of\b.*",
            rf"(?:would you like|do you want) (?:an?|the|another|any|some|more) (?:[\w-]+ ){{0,2}}{THING}"
            rf"(?<!want an example)(?<!want a list)(?:,? (?:of|for|with|in|to|about|on|as well|too|instead|next|now|or)\b.*)?",
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
            rf"feel free to (?!.*\byour own\b){CHANGE} (?:(?:the |any of the )(?:tone|wording|text|style|language|length|draft|structure|"
            r"headline|copy|content|figures|examples|details)|this (?:draft|text|version)|this|it|any of (?:this"
            r"|these|it))"
            r"(?: (?:to|as|so|for|and|or)\b.*)?",
            r"feel free to ask if you need (?:any )?(?:more|further) (?:help|information|changes|details"
            r"|assistance)\b.*",
            rf"(?:you can )?{CHANGE} the (?:tone|wording|text|style|length) to (?:fit|suit|match) your (?!own\b).*",
            rf"happy to (?:{CHANGE}|make changes)\b.*|I can adjust the (?:tone|length|style)\b.*",
            r"this (?:version|draft|rewrite|revision) (?:keeps|maintains|preserves|uses|aims|improves|should) .*\b(?:tone|wording|text|points?"
            r"|original|meaning|length|language|messages?|keywords?|structure|style|clear\w*|concise|sentences?|readers?|audience|jargon|voice"
            r"|English|brand|copy|facts|flow|readability|simple\w*|words?|you)\b.*",
            r"\(?(?:total )?word count: ?(?:about |approx\.? |~)?\d[\d,]*(?: words)?\)?",
            r"(?:regenerate|continue) (?:response|generating)|stop generating|ChatGPT can make mistakes\b.*",
            r"(?:I )?hope (?:this|the) (?:\w+ )?(?:helps(?: with your \w+)?|meets your needs|is helpful|works for you)",
            r"good luck with your (?:article|guide|post|blog)",
            r"(?:(?:please )?note:? |note that "
            r"|please (?!(?:agree|ask|contact|discuss|get|have|seek|speak|talk|tell)\b)"
            r"|remember to |(?:make|be) sure (?:to|you(?! (?:are|can|have|know|understand|want)\b)) "
            r"|don[’']t forget to ).*"
            r"\bbefore (?:you )?(?:publish|post(?!(?:ing)? (?:there|in|on|to|at)\b)|going live|go live|upload).*",
            r"(?:note:? |please note that )this is (?:only |just )?an? (?:sample|template|draft|example"
            r"|general \w+)\b.*"
            r"\b(?:should|needs?|adapt|adjust|replace|customi[sz]e|tailor).*",
            r"(?:please |remember to |don[’']t forget to |(?:make|be) sure to |you[’']ll want to )?(?:swap|replace|fill in|insert|personali[sz]e"
            r"|customi[sz]e|adapt|tailor)\b.*\bbefore (?:this|it|they|the (?:guide|page|article|post|text|piece)) (?:goes live"
            r"|go(?:es)? out|is (?:published|posted|live))",
            r"(?:please|(?:make|be) sure to|remember to) (?:replace|fill in) (?:the|all|any) (?:bracketed"
            r"|placeholder)\w*\b.*",
            rf"(?:(?:you|I)(?:[’']ll|[’']d| may| might| will| should| would)?(?: want to| need to| wish to| like to"
            rf"| recommend| suggest| advise)?|(?:it is|it[’']s) worth|(?:please )?(?:remember|make sure|be sure) to"
            rf"|please|do|always)"
            rf" ?(?:double-?check|verif(?:y(?=ing)|y)|check|fact-?check|confirm|review)(?:ing)? {UNCHECKED}\b.*\b{PUBLISHED}",
            r"(?:if|once|when|as soon as) you (?:can |could )?(?:tell|give|send|show|share|paste|provide|confirm"
            r"|upload|let)\b.*, I(?:[’']ll| can| could| will|[’']d be happy to) "
            rf"(?:{MAKE}|match|fill in|make|refine|produce|trim|personali[sz]e|polish|fine-tune)\b.*\b(?:it|this|tone"
            rf"|table|examples?|text|draft|version|wording|guide|article|post|copy|section|headlines?|list|structure"
            rf"|length|style)\b.*",
            rf"(?:just )?(?:say the word|ask|shout|give me (?:a shout|the word))(?:,? and|[,:]) I(?:[’']ll| can"
            rf"| will) (?:{MAKE}|produce|trim|put|do)\b.*",
            rf"(?:just )?(?:say the word|give me a shout|shout|ping me) if you(?:[’']d| would)? (?:want|like|prefer"
            rf"|need) .*\b(?:{OTHER}|version|{THING})\b.*",
            r"I (?:can|could|will) also (?:put together|produce|prepare|trim|pull together|work up) .*|I (?:can"
            r"|could) (?:turn|make|convert|adapt) (?:this|it) (?:in)?to .*",
            rf"(?:want|need|fancy|would) an? {OTHER} {THING}(?: help| be useful| work| suit you)?|shall (?:I"
            rf"|we) (?:move on|continue|go on|carry on|start|proceed)(?: (?:to|with|on))? (?:the "
            rf"|another )?(?:next )?(?:section|part|draft|chapter|heading|paragraph)\b.*",
            rf"tell me if you(?:[’']d| would)? (?:like|prefer|rather|want) (?:an? )?(?:{OTHER}|to (?:change|add"
            rf"|adjust))\b.*|ready for the next (?:section|part|draft|chapter)\b.*",
            r"(?:sure(?: thing)?|certainly|of course|absolutely|no problem)?(?: ?[–—-]|[,!.])? ?here you go(?: ?[–—:-] ?.*)?",
            r"you can replace the \w+ \w+ with your own|(?:ChatGPT|Claude|Gemini|Copilot|you) said:?",
        )
    ),
    re.IGNORECASE,
)
