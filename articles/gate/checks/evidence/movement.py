"""The shapes in which a text tells of a market that moves: a turn of phrase that says so, whoever or whatever it is said of."""

import re

from articles.gate.prose.patterns import filtered

# Much that moves: what a sentence begins with, up to its verb.
MANY = (
    r"(?:(?<![\w’'-])(?:the |some |most |many |our )?(?:[\w’+#-]+ ){0,3}?(?:[\w’+#-]{2,}s|[\w’+#-]*(?:people"
    r"|work|pay|AI|demand|interest|ing|ment|ation|burnout|market|sector|industry))\b(?: (?:for|in|among|of|to"
    r"|between|with)(?: [\w’+#-]+){1,4}?)?)"
)
NOW = (
    r"(?:(?:now|once|again|already|still|fast|slowly|quickly|rapidly|steadily|gradually|increasingly|all but"
    r"|almost|nearly|finally|just|also|sharply|never|been) )*"
)
IDIOM = "|".join((
    r"(?:on|upon) (?:its|their|the) (?:way out|way up|way down|way back|last legs|rise|increase|decline|wane|up|march|retreat|ropes)\b(?! to)",
    r"(?:back |coming back |going )?(?:in|into|out of) (?:fashion|vogue|favour)\b",
    r"(?:a thing of the past|yesterday[’']s news|old hat|all the rage|here to stay|on trend|the new normal"
        r"|the order of the day|everywhere you look|two a penny|ten a penny|like gold dust)\b",
    r"(?:losing|lost|regaining|gaining|lose) (?:\w+ )?(?:shine|appeal|lustre|allure|ground|sparkle|steam|popularity|momentum|traction|charm|grip)\b",
    r"(?:dying|dead|doomed|obsolete|all but dead|extinct|finished|thriving|booming|flourishing|ailing"
        r"|in crisis|in freefall|in turmoil)(?=[.,;]|$| (?:like|as never|out\b))",
    r"(?:waking up to|warming to|cooling on|falling out of love with|turning (?:away from|their backs? on|to)"
        r"|flocking to|fleeing|deserting|embracing|souring on|rethinking|queu(?:e)?ing up (?:for|to)"
        r"|crying out for|desperate for|scrambling (?:for|to))",
    r"(?:moving|going|shifting|heading|drifting) (?:overseas|offshore|abroad|north|south|online|remote|in-house|back to the office)\b",
    r"(?:climbing|rising|falling|growing|shrinking|dropping|soaring|plunging|recovering|slowing|sinking"
        r"|surging|booming|spreading|narrowing|widening|closing|cooling|hardening|softening|picking up|drying up"
        r"|slipping|creeping up|edging up)(?=[.,;]|$| (?:again|fast|sharply|steadily|rapidly|quickly|slowly"
        r"|everywhere|across|like|every|by the|year|month|once|out of))",
    r"(?:risen|fallen|climbed|dropped|soared|plunged|plummeted|collapsed|exploded|rocketed|doubled|tripled"
        r"|halved|cooled|slowed|stalled|recovered|dried up|shot up|crept up|tumbled|jumped|surged|shrunk"
        r"|grown)(?=[.,;]|$| (?:again|fast|sharply|steadily|rapidly|quickly|everywhere|across|since|by half"
        r"|out of))",
    r"(?:gett?ing|growing|becoming) (?:\w+ )?(?:longer|shorter|harder|easier|tougher|worse|better|dearer"
        r"|cheaper|rarer|scarcer|pickier|fussier|stronger|weaker|fewer|more (?!and|than)\w+|less \w+|rare|scarce"
        r"|common|popular)\b(?= by the (?:year|day|month|week)| every| each|[.,;]|$| (?:in|on|at|among"
        r"|across) (?:the )?(?:market|industry|sector|job))",
    r"(?:reached|hit|hitting|reaching|at|close to|near) (?:an? |its |their )?(?:all-time|record|historic"
        r"|unprecedented|new)[ -](?:highs?|lows?|levels?|peaks?|numbers|heights)\b",
))  # fmt: skip
MOVEMENT = filtered(
    "|".join((
        # “Relocation is back in fashion.” “Salaries for testers are climbing again.”
        rf"^{MANY},? (?:is|are|has|have|keeps?) {NOW}(?:{IDIOM})",
        r"^(?:the )?(?:traditional |classic |old-fashioned |humble |annual |paper )?(?:cv|cover letter"
            r"|whiteboard interview|job advert|office|nine-to-five|degree|job board|counter-offer|take-home test"
            r"|permanent (?:job|role)|coding test)s? (?:is|are|has|have) (?:\w+ ){0,2}?(?:dying|dead|doomed|obsolete"
            r"|over|finished|died|had its day|extinct|history)(?=[.,;]|$)",
        # “More and more studios hire without degrees.”
        r"^(?:more and more|fewer and fewer|ever more|ever fewer|an? (?:ever-)?(?:growing|rising|increasing"
            r"|shrinking|falling|record) (?:number|share|proportion) of) (?:[\w-]+ ){0,3}?(?:studios|firms|companies"
            r"|employers|teams|start-ups|banks|agencies|clients|candidates|managers|people|graduates|[a-z]{3,}(?:ers"
            r"|ors|ists|ysts|ants))\b(?! (?:you|we|i|that|to|in your)\b)",
        # “The shortage of mobile developers is getting worse.” “The gap between London and the north is narrowing.”
        r"\bthe (?:\w+ )?(?:shortage|supply|gap|number|share|pool|queue|stock|flow|balance|demand|glut"
            r"|surplus) (?:of|between|for|in) [\w ’-]{3,50}? (?:is|has|keeps?|continues to) (?:been |\w+ly )?(?:get"
            r"|worsen|grow|shr[iu]nk|narrow|wid|clos|ris|fall|dr[iy]|eas|deepen|bit|improv|balloon|shift|tip)\w*",
        # “Interns are now paid almost everywhere.”
        r"^[a-z][\w ’-]{2,40}? (?:is|are) now [a-z]+ (?:almost |nearly |just about )?(?:everywhere|by (?:most"
            r"|nearly all|almost all|every)|in (?:most|nearly every|almost every))\b",
        # “booming like never before”, “show no sign of slowing”, “changed hiring for ever”
        r"\b(?:like|as) never before\b|\bshow(?:s|ing)? (?:no|little) signs? of (?:slow|stop|eas|abat|let|cool"
            r"|recover|slack)\w*|\b(?:has|have) (?:changed|transformed|upended|reshaped|altered"
            r"|rewritten) [\w ]{3,30} (?:for ?ever|for good|once and for all|beyond recognition|overnight)\b",
        r"\bthe (?:days|era|age|heyday|reign) of [\w ’-]{3,40} (?:is|are|has|have) (?:\w+ly )?(?:over|gone"
            r"|numbered|past|ended|passed|drawing)\b|\bthere (?:has|have) never been (?:an? )?(?:better|worse|so|as"
            r"|more|easier|harder|greater) (?:\w+ ){0,2}?(?:time|moment|year|demand|many|candidates|jobs|roles"
            r"|market)\b",
        r"\b(?:it is|it[’']s|this is) (?:now |still |once again )?(?:very much )?an? (?:candidate|employer|buyer"
            r"|seller|client|contractor)s?[’']s?’? market\b|\bthe (?:ball|power|whip hand) is (?:now )?(?:in"
            r"|with) (?:the )?(?:candidates?|employers?)\b",
        # “A new generation of testers is changing the way that teams work.”
        r"\b(?:is|are|has|have) (?:already |now |fast |\w+ly )?(?:chang|transform|reshap|revolutionis|upend"
            r"|redefin|shak)(?:ing|ed|en|e)(?: up)? (?:the way|the face|how|everything about"
            r"|the rules) [\w ]{3,30}\b(?:work|hire|hired|recruit|recruitment|hiring|test|code|teams|interview\w*"
            r"|jobs?)\b",
        r"\b(?:tools?|AI|automation|robots?|chatbots?|bots|machines|agents|platforms?|offshoring|outsourcing"
            r"|low-code) (?:is|are|has|have) (?:\w+ly |now |already )?(?:eating (?:into|up)|killing|replacing"
            r"|swallowing|squeezing|taking over|displacing|hollowing out|wiping out|doing away with)\b",
        r"\b(?:is|are|become|becomes|remains?) the (?:hottest|most wanted|most sought|latest|new"
            r"|next) (?:\w+ )?(?:skill|ticket|commodity|trend|thing|craze|perk|battleground|frontier"
            r"|must-have)\b(?: on| in|[.,])",
        r"\b(?:start-ups?|studios?|firms?|companies|employers|banks|agencies|teams|businesses|clients) (?:is|are"
            r"|have) (?:\w+ly |now |all )?(?:tightening (?:their )?belts?|cutting (?:back|jobs|staff|costs|corners)"
            r"|pulling (?:back|offers|adverts)|hoarding|poaching|throwing money|battling|vying|fighting (?:over|for)"
            r"|snapping up|holding (?:off|back|on)|sitting on their hands|hedging)\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
