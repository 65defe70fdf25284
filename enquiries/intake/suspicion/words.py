"""The words by which work is known, as patterns of a sentence in small letters."""

import re

# Where these touch, it is one word. Chinese and Japanese are written without spaces, so their signs are not among them.
LETTER = "0-9a-zß-ӿ"


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern that matches whole words only; `~` stands for any ending of a word."""
    joined = "|".join(patterns).replace("~", rf"[{LETTER}]*")
    return re.compile(rf"(?<![{LETTER}])(?:{joined})(?![{LETTER}])")


PEOPLE = (
    r"(?:developer|engineer|programmer|manager|analyst|designer|tester|executive|marketer|consultant|architect|specialist"
    r"|scientist|administrator|sysadmin|moderator|officer|contractor|freelancer|copywriter|recruiter|accountant|nurse"
    r"|teacher"
    r"|auditor|advocate|technician|assistant|trainee|junior|lead|head of|sre|dba|cto)s?"
)
SOMEBODY = rf"(?:{PEOPLE}|(?:person|somebody|someone|people)(?= (?:who|to|for|in|with|from|like)|[,.;?!]|$))"
POST_NAME = any_of(PEOPLE)
# A post to fill or to find, what comes with one, or a trade that the writer has.
POST = any_of(
    rf"(?:(?<!you )(?:needs?|wants?)|looks? for|(?<!you )looking for|seeks?|seeking|wanted|short of|lost|replace|find"
    rf"|consider"
    rf"|pay|employ)(?: \S+){{0,6}} {SOMEBODY}",
    rf"do you (?:have|place|know|need)(?: (?!dedicated|offshore|remote)\S+){{0,4}} {SOMEBODY}",
    rf"for an? (?:\S+ ){{0,3}}{PEOPLE}|{PEOPLE} (?:wanted|leaves?|left|retires?|role|job|position|vacancy)",
    r"looking for(?: \S+){0,4} (?:roles?|jobs?|work|positions?|placements?|move)|(?:job|role|vacancy) (?:is|as|of|at|in)",
    r"(?:to|we|us|they|i|could|people) hire|hiring(?! managers?)|vacanc~|salary(?! survey)|salaries|notice period|ir35"
    r"|pension|maternity|permanent(?! (?:\w+ )?links?)"
    r"|day rate|on.call|relocation|pay \S+ (?:a|per) day",
    r"my (?:cv|career|degree|background|current (?:job|role)|(?:last|previous) (?:\w+ )?(?:job|role|position|employer"
    r"|project|contract))",
    r"i(?:'d| would) (?:like to|rather|love to) (?:move|leave|become|retrain|work|change|find|register|apply)",
    rf"i(?:'m| am) an? (?:\S+ ){{0,3}}{PEOPLE}",
    r"i want (?:to (?:move|leave|become|retrain|work|change|find|learn|join)|a|an|out|something)",
    r"busco (?:trabajo|empleo)|procuro (?:trabalho|emprego|vaga)|cerco (?:lavoro|un lavoro)"
    r"|(?:je )?cherche un (?:poste|emploi|travail|stage)"
    r"|suche (?:\w+ ){0,2}(?:stelle|arbeit|job)|wir suchen|szukam pracy|iş ar[ıi]yorum|ищу работу|шукаю роботу|找工作|仕事を探"
    r"|أبحث عن عمل",
)
# What the writer did. An offer begins otherwise: it looked at our website, or noticed something.
LIFE = any_of(
    r"i(?:'ve| have|'d| had| also| then| only| once| mostly)*(?: \w+ly)? (?!noticed|checked|looked|visited|reviewed"
    r"|wanted|reached"
    r"|tried|realised|realized|found|need|used|enjoyed|received|recorded)(?:[a-z]{2,}ed"
    r"|was (?:an?|the|in|on|at|responsible)|worked|been|built|led|ran|kept"
    r"|grew|wrote|written|taught|did|done|seen|sold|made|had)",
    r"(?:^|[;,•] ?)(?:led|built|ran|grew|wrote|kept|taught|sold|bought|managed|increased|reduced|moved|developed"
    r"|designed|worked"
    r"|moderated|reviewed|removed|tested|handled|migrated|delivered|launched|maintained|created|shipped|headed|owned)",
    r"my (?:current|first|models?|dissertation)|years (?:in|as|at|with)",
    rf"i(?:'m| am) (?:\S+ ){{0,5}}{PEOPLE}|as an? (?:\S+ ){{0,4}}{PEOPLE}|{PEOPLE}(?:[,:] | here)",
)
# What the writer does now; an offer begins like that, too, but then turns to the reader.
BEING = any_of(
    r"(?<!can )i (?:\w+ly )?(?:work|do|build|make|test|write|run|lead|teach|manage|moderate|look after|maintain|design"
    r"|develop"
    r"|automate|review|study|live|graduate)",
    r"i(?:'m| am) (?:currently|now|finishing|studying|based|from|on|moving)",
)
READER = any_of(r"you|your|yours|u")
# What an offer is for. A life at work that turns to it is an offer.
OURS = any_of(
    r"your (?:\w+ ){0,2}(?:web ?site|site|business|company|brand|store|shop|app|blog|rankings?|traffic|sales|customers"
    r"|products?"
    r"|organi[sz]ation|reputation|page)"
)
# What people come to a recruitment agency for, in the languages that they write in.
TOPIC = any_of(
    rf"{PEOPLE}|jobs?|work(?:s|ing|ed)?|roles?|careers?|cvs?|résumé|resume|vacanc~|hir(?:e|es|ing)|employ~|recruit~|intern~"
    r"|apprentice~|graduates?|placements?|students?|visas?|sponsorship|interviews?|salar(?:y|ies)|freelanc~|contracting"
    r"|redundan~|register|applications?|apply|adverts?|advertised|bootcamp|portfolio|remote|part-time|linkedin|github"
    r"|rates",
    # What customers ask of an agency, and what they have against it.
    r"do you (?:charge|offer(?! paid)|provide|do|give)|your (?:\w+ )?(?:fees?|pricing|percentage|terms)"
    r"|what (?:do you|would you) charge|free to join|(?:another|other|different) agenc(?:y|ies)|unsubscribe me"
    r"|when i (?:press|click|try|open|send)|on my (?:phone|laptop|computer)|gives? (?:me )?an error|is (?:it|this) (?:a scam|real|you)"
    r"|(?:my|our) (?:invoice|staff)|i was promised",
    r"python|java|javascript|code|coding|sql|linux|kubernetes|devops|react|php|c\+\+|qa|embedded|\.net",
    r"(?:your|this|the|careers?) (?:guides?|newsletter|agency|fair|stand|colleagues?|advice|building|address)"
    r"|my (?:data|enquiry"
    r"|details)|about me|data protection|placed|met you|my (?:web ?site|site|projects?|repo)|from your (?:company"
    r"|agency|firm)|(?:that|this|it) you|told me|claims to be|fill (?:this|it) in|broken|invoice \d+",
    r"trabaj~|empleo|puesto|travail~|emploi|développeu~|poste|arbeit~|stelle|bewerb~|\w*entwickler~|lavoro|trabalho"
    r"|vaga|prac[aęy]"
    r"|iş|çalış~|calis~|muncă|experienț~|werk|работ~|ваканси~|резюме|опыт~|عمل|وظيفة|مهندس|工作|职位|仕事|転職|就職|일하고|취업",
)
