"""What kind of answer a question asks for: a time, a place, a person, a number. Short answers can be held against it."""

import re

LONGEST = 30  # words; a longer answer has something of every kind

NUMBER = (
    r"\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|hundreds?|thousands?|"
    r"dozens?|couple|few|fewer|several|half|none|no|many|single|both|pair|all|every|each|most|as many|enough|more|less|lots"
)
SPAN = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|mornings?|afternoons?|evenings?|terms?|decades?|moments?)"
MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
SEASONS = r"(?:spring|summer|autumn|winter|christmas|easter)"
DURATION = (
    rf"{SPAN}|long|longer|short|shorter|brief\w*|quick\w*|soon\w*|fast\w*|slow\w*|pages?|lines?|words?"
    rf"|sentences?|until|till|overnight|never|always|forever|time|indefinite\w*|permanent\w*|life"
)
TIME = (
    rf"{SPAN}|{MONTHS}|{DAYS}|{SEASONS}|before|after|once|when|whenever|until|during|while|early|earlier|late"
    rf"|later|now|soon|sooner|immediately|straight|"
    r"first|last|next|never|always|usually|often|time|times|date|today|tomorrow|then|within|as|if|only"
    r"|beginning|start|end|stage|at\b(?! our\b| the office)|already|rarely|since|by\b(?! the \w+ \w+\.?$)|on"
)
PLACE = (
    r"online|remote\w*|office|offices|home|video|phone|telephone|teams|zoom|anywhere|nowhere|everywhere"
    r"|somewhere|elsewhere|wherever|here|there|website|site|"
    r"abroad|building|city|cities|town|country|countries|room|street|road|address|desk|intranet|page|inbox|drive|profile|section|hub|"
    r"london|leeds|manchester|bristol|edinburgh|cardiff|belfast|birmingham|uk|england|scotland|wales|europe"
)
# “in Leeds” is a place; “in April”, “in most contracts” and “in all” are none.
IN_PLACE = (
    rf"(?:in|at|near|from|to|around|across|inside|outside|on|under|with|through|via"
    rf"|into)\s+(?!(?:the\s+)?(?:{MONTHS}|{SPAN}|most|all|general|each|total|case|advance|end|first|last|second"
    rf"|full|time|least|\d)\b)"
)
PERSON = (
    r"you|your|we|our|they|their|he|she|i|who|whoever|anybody|anyone|nobody|everybody|everyone|somebody"
    r"|someone|people|person|persons|teams?|panel|board|hr|staff|"
    r"employers?|employees?|clients?|candidates?|recruiters?|agency|agencies|compan(?:y|ies)|firms?"
    r"|business\w*|managers?|directors?|leads?|heads?|owners?|founders?|"
    r"consultants?|engineers?|developers?|scientists?|analysts?|architects?|testers?|designers?|workers?"
    r"|contractors?|freelancers?|colleagues?|peers?|friends?|"
    r"lawyers?|solicitors?|accountants?|courts?|tribunal|government|hmrc|acas|parties|party|side|ceo|cto|cfo"
    r"|officers?|members?|juniors?|seniors?|graduates?|"
    r"students?|parents?|interviewers?|applicants?|partners?|experts?|specialists?|professionals?|jobs?|those|both|users?|customers?|women|men|all|"
    r"organisations?|department|group|committee|parliament|state|bank|umbrella|\w+(?:ists?|ees?|yers?)"
)
MONEY = (
    r"nothing|free|half|third|quarter|none|less|more|little|lot|share|rates?|salar(?:y|ies)|pay|pays|paid|fees?|prices?|money|bands?|table|figures?|"
    r"per cent|percent\w*|pounds|pence|earn\w*|budget\w*|expensive|cheap\w*|average|median|thousands?|hundreds?|entitle\w*|cents?"
)
AMOUNT = rf"{MONEY}|{NUMBER}|costs?|plenty|much|full|very|charge\w*|deep\w*|basic\w*|usual"
OFTEN = (
    rf"{SPAN}|daily|weekly|monthly|quarterly|yearly|annual\w*|often|once|twice|times|every|each|never|always"
    rf"|rarely|seldom|usually|sometimes|when|whenever|as|regular\w*|constantly|continu\w*|before|after|{NUMBER}"
)
CLOTHES = (
    r"wear\w*|dress\w*|cloth\w*|smart\w*|casual\w*|suits?|shirts?|ties?|jeans|formal\w*|comfortable|jackets?"
    r"|shoes?|outfit|trainers|uniform|jumper|anything|whatever|same"
)

# A question by its beginning, and the signs of its answer, of which a short answer has at least one.
EXPECTED = tuple(
    (re.compile(rf"(?:(?:and|so|but|then),?\s+)?(?:{asked})", re.IGNORECASE), re.compile(signs, re.IGNORECASE))
    for asked, signs in (
        (r"(?:for )?how (?:long|soon|quickly)\b", rf"\b(?:{DURATION})\b|\d"),
        (r"how many\b", rf"\b(?:{NUMBER})\b|\d"),
        (r"how much\b.{0,60}\b(?:pay|earn|cost|charge|rate|salary|fee|bonus)s?\b", rf"\b(?:{MONEY})\b|[£$€%\d]"),
        (r"how much (?!do (?:you|i) (?:know|say|tell|share)|should (?:i|you|we) (?:say|tell|share|prepare))"
            r"|what (?:does|do|is|are|will|would) .{0,60}\b(?:cost|pay|earn|salary|rate|fee)s?\?", rf"\b(?:{AMOUNT})\b|[£$€%\d]"),
        (r"how often\b", rf"\b(?:{OFTEN})\b"),
        (r"when\b(?! (?:i|you|we|they|the)\b[^?]*,)|(?:at |by )?what time\b|on what (?:day|date)\b", rf"\b(?:{TIME})\b|(?<![£$€,.\d])\d"),
        (r"(?:to |at |in |from )?where\b[^?]*\b(?:held|located|based|offices?|live|lives|works?|happen|takes? place"
            r"|meet|sits?|find|send|park|go|stored|kept|published|advertised|interviews?)\b", rf"\b(?:{PLACE})\b|\b{IN_PLACE}"),
        (r"(?:to |with |for |by )?(?:who|whom|whose)\b", rf"\b(?:{PERSON})\b|(?-i:(?<=[a-z,] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March"
            rf"|April|May|June|July|August|September|October|November|December)[A-Z][a-z]+|^[A-Z]\w+ [A-Z]\w+)"),
        (r"what (?:should|do|shall|must|can) (?:i|you|we|they|one|candidates?|people) wear\b|what (?:is|are) the dress code\b", rf"\b(?:{CLOTHES})\b"),
    )
)  # fmt: skip
# Answers that send the reader on, or say on what it depends, can answer anything.
OPEN = re.compile(r"\b(?:depends?|var(?:y|ies)|differs?|table|above|below|see|look (?:at|in|under)|check|contract says"
    r"|nobody knows|yes|not?)\b", re.IGNORECASE)  # fmt: skip
# What an answer gives that begins so, and the questions that no such answer fits.
SPAN_FIRST = re.compile(
    rf"(?:(?:about|around|roughly|usually|within|at least|up to|in|for|nearly|over|under)\s+)?"
    rf"(?:an?|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|ninety|\d+)\s+(?:\w+\s+)?{SPAN}\b",
    re.IGNORECASE,
)
AMOUNT_FIRST = re.compile(
    r"(?:(?:between|about|around|from|up to|roughly|the (?:median|average) is)\s+)?[£$€]\d", re.IGNORECASE
)
NOT_BY_SPAN = re.compile(r"(?:(?:to |with |for |by )?who|where)\b|how many (?!\w*\s*(?:hour|day|week|month|year|minute))", re.IGNORECASE)  # fmt: skip
NOT_BY_AMOUNT = re.compile(r"(?:(?:to |with |for |by )?who|where|when|why|how (?:long|often|many))\b", re.IGNORECASE)
LONGEST_FRAGMENT = 14  # words
# “Because the client needs time” tells why, “It is a written plan” what; “Within two days” when, “By train” how, “Nine o’clock” when.
BEGINNINGS = (
    (re.compile(r"(?:because|since|so that|in order to)\b", re.IGNORECASE), re.compile(r"(?:what (?:is|are|does|do)\b|who|when|where|which|how (?:many|much|long|often|old)|how do|how can|how should)", re.IGNORECASE)),
    (re.compile(r"(?:it|this|that) (?:is|means?) an? (?:\w+ )?(?:plan|term|document|word|period|list|tool|way|kind|type"
        r"|sort|process|contract|clause|form|method|role|agreement|set|group|time|test|fee|part|share|scheme"
        r"|person|practice|language|system|set-up|meeting|file)\b|(?:it|this|that) means\b", re.IGNORECASE), re.compile(r"(?:who|when|where|why|how|what happens|what should|can|may|must|do|does|is there|are there|will"
        r"|should)\b(?! (?:you describe|does it work|it mean))", re.IGNORECASE)),
    (re.compile(rf"(?:within|after|since|until|by|on|at|from|during) (?:the )?(?:(?:an?|one|two|three|four|five|six|ten"
        rf"|first|last|\d+|next|end|start|beginning)\b[\w ]{{0,20}}?\b{SPAN}|{MONTHS}|{DAYS}|noon|midday)\b"
        rf"|on the (?:first|last|second) \w+ of\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon"
        rf"|\d+) (?:o[’']clock|[ap]m)\b|in (?:{MONTHS})\b", re.IGNORECASE), re.compile(r"(?:what (?:is|are|does|do)\b(?!.*\b(?:time|date|deadline|day|notice|period|long|start|hours?|length"
        r"|when)\b)|who|where|why|which (?!day|month|date|week|time|quarter|season|year)|how (?:do|can|should|does"
        r"|is|are|many|much)\b(?! long))", re.IGNORECASE)),
    (re.compile(r"(?:by|on|via) (?:train|bus|bicycle|bike|car|foot|e-?mail|post|phone|tram|plane|taxi|letter)\b", re.IGNORECASE), re.compile(r"(?:when|who|why|how (?:many|much|long|often|old)|what is|what are|what does)\b", re.IGNORECASE)),
    (re.compile(r"(?:at|in|on) (?:the|our|a) (?:[\w’-]+ ){0,3}?(?:offices?|building|floor|room|desk|reception|street"
        r"|station|car park|back|site|lobby|lounge|intranet|page|drawer|kitchen)\b", re.IGNORECASE), re.compile(r"(?:when|who|why|how (?:many|much|long|often|old)|what (?:is|does|do)\b|is|are|do|does)\b", re.IGNORECASE)),
    (re.compile(r"(?:for )?(?:(?:about|around|roughly|usually|at least|up to|nearly|over|under) )?(?:an?|one|two|three"
        r"|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:\w+ )?(?:rounds?|pages?|people|stages?|interviews?"
        r"|members?|minutes?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE), re.compile(r"(?:who|where|why|how (?:do|can|should)|what (?:does|should|happens)|which)\b(?!.*\b(?:long|many|time"
        r"|length|period|often)\b)", re.IGNORECASE)),
    (re.compile(r"(?:(?:between|about|around|from|up to|roughly) )?[£$€]\d", re.IGNORECASE), re.compile(r"(?:what happens|which|what (?:is|are|does|do)\b(?!.*\b(?:pay|paid|salary|fee|rate|cost|charge|budget"
        r"|earn|bonus|price|worth|band|wage|allowance|range|limit|minimum|average|money|spend|threshold|fine"
        r"|penalty)))", re.IGNORECASE)),
)  # fmt: skip


def is_of_another_kind(question: str, answer: str) -> bool:
    """Whether a short answer has no sign of what its question asks for. Two questions in one are not judged."""
    if question.count("?") > 1 or len(answer.split()) > LONGEST or OPEN.search(answer):
        return False
    if len(answer.split()) <= LONGEST_FRAGMENT and (
        (SPAN_FIRST.match(answer) and NOT_BY_SPAN.match(question))
        or (AMOUNT_FIRST.match(answer) and NOT_BY_AMOUNT.match(question))
    ):
        return True
    if len(answer.split()) <= LONGEST_FRAGMENT and any(
        begins.match(answer) and asked.match(question) for begins, asked in BEGINNINGS
    ):
        return True
    signs = next((signs for asked, signs in EXPECTED if asked.match(question)), None)
    return signs is not None and not signs.search(answer)
