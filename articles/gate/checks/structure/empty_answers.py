"""Sentences that answer nothing, whatever was asked: “It depends.”, “As many as it takes.”, “Maybe, maybe not.”"""

import re

THING = (
    r"(?:things|factors|reasons|ways|options|answers|views|opinions|approaches|possibilities|considerations"
    r"|variables|circumstances|people|firms|paths|routes)"
)
MUCH = r"(?:lots|many|plenty|several|various|different|all sorts|all kinds|a number|a range|a variety|a lot|any number|so many|countless|no end)"
IDEA = (
    r"(?:pros and cons|strengths(?: and weaknesses)?|merits|advantages(?: and disadvantages)?|ups and downs"
    r"|good and bad (?:sides|points)|upsides and downsides|benefits and drawbacks|own \w+|rules|ways|reasons"
    r"|policy|views?|needs)"
)
EMPTY_IN_OTHER_WORDS = re.compile(
    "|".join((
        # “As many as you feel are right”, “whenever the time is right for you”, “whatever suits you”
        r"(?:for |with |by )?as (?:many|much|long|often|soon|few|little|far|early|late|high|low|big|small"
            r"|well) as (?:you\b|it (?:takes|needs)|they (?:take|need)|(?:is |are )?(?:necessary|needed|possible"
            r"|required|you)|one|your|people|the (?:job|role|work|employer|firm|case|situation)).*",
        r"(?:just |simply |do |choose |wear |bring |use |ask for )?(?:when(?:ever)?|what(?:ever)?|wherever|however"
            r"|whichever|any(?:thing|where|one)?(?: that)?|something(?: that)?)\b(?: \w+)? (?:you (?:like|want|feel"
            r"|think|prefer|need|can|wish|are)|suits?|works?|feels?|fits?|seems?|is (?:best|right|suitable|appropriate"
            r"|needed)|the time is)\b.*",
        r"(?:something|anything|somewhere|someone|somebody|some time) (?:suitable|appropriate|nice|sensible"
            r"|similar|good|reasonable|relevant)(?: \w+){0,3}",
        # “Maybe, maybe not”, “In some cases yes, in others no”, “Some firms pay it and some do not”
        r"(?:(?:well|hmm|ah),? )?(?:maybe|perhaps|possibly|potentially|probably|could be|it could be|sometimes"
            r"|not necessarily|yes and no|it might|hard to say)(?:,? (?:or )?(?:maybe|perhaps|possibly|it might"
            r"|sometimes) not)?(?:,? (?:and )?sometimes not)?",
        r"in (?:some|many|certain) (?:cases|firms|places|teams|companies)\b.{0,30}?,? (?:and |but )?(?:in )?(?:others?|some)\b(?: \w+){0,4}",
        r"some (?:\w+ )?(?:do|are|will|can|have|say|pay|like|want|ask|think|prefer|use|need|offer|allow|give"
            r"|check)\b[^.]{0,30}?,? (?:and |but |while )?(?:some|others)(?: \w+){0,2} (?:do|are|will|can|have|say"
            r"|would|might)?(?: ?not|n[’']t)?\b(?: \w+){0,3}",
        # “There are lots of ways to go about it”, “Many things make a good tester”
        rf"there (?:can be|could be|might be|may be|is|are) {MUCH} (?:of )?(?:\w+ )?{THING}\b.*",
        rf"{MUCH} (?:of )?(?:\w+ )?{THING} (?:make|go into|play|matter|count|can|could|may|might|will|affect|decide"
            rf"|contribute|influence|are|have|come)\b.{{0,60}}",
        # “Every sector has its pros and cons”, “Salaries vary widely from firm to firm”, “Opinions differ”
        rf"(?:every|each|all|both|no two|different|most) (?:\w+ ){{0,3}}?(?:has|have) (?:its|their|his|her|different|various)(?: own)? {IDEA}.*",
        r"(?:[\w’-]+ ){1,3}?(?:can |may |will |do |does |tend to )?(?:var(?:y|ies)|differs?|depends?|ranges?"
            r"|fluctuates?|changes?)(?: (?:widely|greatly|wildly|hugely|a lot|a great deal|considerably|enormously"
            r"|so much|quite a bit))?(?: (?:from|by|between|across|with|on|according to"
            r"|depending on) (?:the )?(?:\w+ to (?:the )?\w+|firms?|employers?|compan(?:y|ies)|sectors?|roles?|people"
            r"|person|place|case|individual|situation|circumstances|many (?:things|factors)|a (?:number|range"
            r"|variety) of (?:things|factors)|who|your \w+))?",
        r"(?:the )?(?:answer|it|that|this) (?:will be|is|may be|can be|could be|might be) (?:different|unique"
            r"|personal|individual|not the same|another)(?: (?:for|from|in|to|with) .*)?",
        # “This is a very common question, and one that many candidates ask”, “We get asked this a lot”
        r"(?:(?:this|that|it|here)(?: is|[’']s) )?(?:an? |one of the |one )?(?:(?:very|most|really|quite|truly"
            r"|extremely) )*(?:common|popular|frequent|good|great|excellent|interesting|important|tricky|fair"
            r"|difficult|big|hot|tough|valid|classic|age-old|hard|eternal)(?:ly asked)? (?:questions?|ones?|topics?"
            r"|subjects?)\b.*",
        r"(?:we|our (?:team|consultants|recruiters)) (?:(?:often|always|regularly|frequently) )?(?:get|are|hear"
            r"|are being|have been) (?:\w+ly )?(?:asked )?(?:this|that|it)\b.*|(?:many|lots of|most|a lot of|plenty of"
            r"|all) (?:people|candidates|clients|applicants|employers|readers|\w+ers) (?:\w+ )?(?:ask|wonder"
            r"|want to know)\b.*",
        # “This is a personal decision”, “That is up to you”, “There is no right or wrong answer here”
        r"(?:it|this|that|the (?:choice|decision))(?: is|[’']s)? (?:really |entirely |very much |all |just |only "
            r"|always |ultimately )*(?:an? )?(?:(?:very )?(?:personal|individual|private|difficult|tough|hard|big"
            r"|complicated|complex|sensitive) (?:decision|choice|matter|thing|one|issue|topic)|up to (?:you|the \w+"
            r"|each|them|him|her|everyone)|yours|your (?:decision|choice|call)|for you to (?:decide|say|judge)"
            r"|down to (?:you|personal \w+|luck|the \w+)|a (?:judgement|judgment) call|a matter of \w+"
            r"|impossible to (?:say|know|tell))\b.{0,40}",
        r"there(?: is|[’']s) (?:really |simply )?(?:no|not a|never an?) (?:such thing as )?(?:an? )?(?:(?:right"
            r"|wrong|simple|single|easy|one|hard and fast|set|fixed|general|magic|definitive|perfect|one-size-fits-all"
            r"|straightforward|universal|clear|correct)(?: or |-| and )?)+ ?(?:\w+ )?(?:answer|rule|number|way|formula"
            r"|figure|solution|time|limit|recipe|amount)?\b(?: (?:here|to this|to that|for this|for everyone|as such"
            r"|really|that fits \w+))*",
        r"how long is a piece of string|your guess is as good as (?:mine|ours)|who (?:really )?knows|(?:nobody"
            r"|no one|who) (?:really )?can (?:say|tell|know)(?: (?:for (?:sure|certain)|exactly|really))?|(?:we"
            r"|i) (?:do not|don[’']t|cannot|can[’']t) (?:know|say|tell)|only time will tell|it is what it is"
            r"|that[’']s life",
        r"(?:please )?(?:read|scroll|carry|keep) (?:on|down|reading)\b.*|(?:more|all|everything) (?:on"
            r"|about) (?:this|that) (?:later|soon|below|shortly|in due course|to follow)"
            r"|(?:(?:an? )?answers? )?(?:to follow|coming soon|to be (?:confirmed|decided|added))|(?:this|it) (?:page"
            r"|guide|article|section) (?:will )?(?:explains?|tells?|covers?|shows?)\b.*",
    )),
    re.IGNORECASE,
)  # fmt: skip
