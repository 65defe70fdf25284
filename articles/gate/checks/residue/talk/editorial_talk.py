"""What writers say to one another about the text they are writing: “Ravi: is this still right?”, “This bit is from the old page”."""

import re

from articles.gate.checks.residue.talk.note_words import HOUSE, PIECE
from articles.gate.prose.document_text import DocumentText

OURS = (
    rf"(?:(?:this|that|these|those) (?:\w+ )?{PIECE}s?|the (?:next|last|previous|second|first|third|above|old"
    rf"|new|whole|rest of the) (?:\w+ )?{PIECE}s?)"
)
THIS = rf"(?:{OURS}|this|that|it|these|those|all this)"
EDIT = (
    r"(?:cut|drop|lose|delete|remove|rewrite|redo|reword|rephrase|replace|move|shorten|trim|tighten|expand|merge|swap|fix|update|"
    r"simplify|split|soften|change|check|finish|add|tidy|proof|proofread|verify|confirm|clear|source|chase|edit|polish|lift|copy)"
)
EDITED = (
    r"(?:cut|dropped|left|deleted|removed|rewritten|redone|reworded|replaced|moved|shortened|trimmed|tightened|expanded|merged|"
    r"swapped|fixed|updated|added|put|taken|took|changed|checked|kept|copied|pasted|lifted|borrowed|guessed|asked|emailed|chased|sent|parked)"
)
NAME = (
    r"(?-i:(?:(?!(?:Note|Tip|Remember|Example|Question|Answer|Step|Warning|Important|Reminder|Time|Update|Why"
    r"|How|What|Who|When|Where|Read|Next|Result|Then|Yes|No|Also|And|But|So|Now|First|Or)\b)[A-Z][a-z]{1,11}"
    r"|[A-Z]{2}))"
)
QUESTION = (
    rf"(?:is|are|was|were|does|do|did|can|could|should|shall|may|have|has|would|will) (?:we|you|this|that|it"
    rf"|these|those|there|any(?:one|body)|{HOUSE}|the \w+)\b"
)
WEAK = r"(?:too \w+|out of date|dated|repetitive|clumsy|wordy|weak|thin|dull|flat|woolly|salesy|jargony|a bit \w+|wrong|not right)"
# Where somebody is spoken to by name; a talk that is written down has many of these.
ADDRESSED = re.compile(
    rf"{NAME}(?: ?[:–—-]|,) (?:(?:please|pls)\b.*|(?:so |but )?{QUESTION}.*\b(?:still|figures?|section"
    rf"|paragraph|page|source|wording|in here|check|add|up to date|text|link|right to say|intro|guide)\b.*"
    rf"|I(?:[’']ve| have)? (?:not )?{EDITED}\b.*\b(?:this|that|it|bit|{PIECE}|brochure|all right|ok(?:ay)?)\b.*"
    rf"|(?:over to you|your turn|one for you|for you|any (?:ideas|thoughts|luck)|where (?:is|does|did) (?:this"
    rf"|that|these|it)\b.*(?:from|get)|which of these|what do you think of (?:this|that)) ?.*\??)"
    rf"|{NAME}, can you \w+ (?:this|that|it|these|in)\b.*",
    re.IGNORECASE,
)
BRACKETED = re.compile(
    rf"[\[(](?-i:[A-Z]{{2,3}}|(?:Ed|Sub|Editor|Author|Note|Writer|Designer|[A-Z][a-z]{{2,9}})) ?(?::"
    rf"| [–—-]) ?(?:(?:please|pls|can|could|should|shall|is|are|do|does|did|have|too|not sure|check|confirm|cut"
    rf"|move|add|why|what|where|who|needs?|we)\b|this (?!(?:interview|letter|article|post|piece|guide|talk|story|was|took|has)\b)|{EDIT}\b)[^\[\]()]{{2,160}}[\])]",
    re.IGNORECASE,
)
SAID = re.compile(
    "|".join(
        (
            # What the writer has done, or has not.
            rf"I(?:[’']ve| have|[’']d| had)? (?:now |just |also |only )?{EDITED} .*(?:\b{OURS}"
            rf"|\bthe (?:[\w-]+ ){{0,3}}{PIECE}|\bthis|\bit)\b.*\b(?:for now|for the moment|hope|ok(?:ay)?|all right"
            rf"|if you (?:don[’']t|disagree|hate|prefer)|delete|further (?:up|down)|above|below|from the (?:old|last"
            rf"|brochure|deck|draft|site|intranet)|until|let me know|have a look|shout)\b.*",
            rf"(?:have|had) (?:now |also |just |not yet )?{EDITED} (?!(?:a|an|by|to|in|with) ).*",
            rf"will (?:have to |need to |try to )?(?:{EDIT}|do|come back to|ask|look into|look at|sort|write"
            rf"|find) (?:this|that|it|the rest|{OURS}|more|these|them)\b.*",
            rf"(?:I[’']m |I am |still )?not (?:happy|keen|sure|convinced|mad|sold)(?: (?:with|on|about|by"
            rf"|of))? (?:{OURS}|the (?:wording|ending|opening|title|intro|headline|tone|order))\b.*",
            rf"I (?:wasn[’']t|was not|am not|[’']m not|still don[’']t) (?:sure|happy|know)\b.*\b(?:{OURS}|the next bit"
            rf"|what to (?:put|write|say) here)\b.*",
            rf"(?:leave|leaving|keep|keeping|left|kept|parked|park|hold"
            rf"|holding) (?:{THIS} )?(?:in )?(?:here )?(?:for now|for the moment|for later|just in case|until .{{3,60}}"
            rf"|as (?:it )?is|as a reminder\b.*|in case\b.*)",
            rf"(?:old|previous|earlier|alternative|spare|other|new) (?:{PIECE}|version|title)(?:s)?(?:,|:| ?[–—-]"
            rf"| \() ?(?:keep|kept|just in case|for reference|do not|don[’']t|delete|in case|not used|unused|to be"
            rf"|replaced|see)\b.*",
            # What is wrong with a piece of it.
            rf"(?:this|that|the (?:next|last|above|first)) {PIECE} (?:is|was|comes|are|were) (?:straight |lifted "
            rf"|copied |taken |pasted )?(?:from|out of) (?:the|an?|our|last) (?:[\w’-]+ ){{0,2}}(?:page|site|version"
            rf"|guide|article|post|brochure|deck|draft|doc|document|website|year|intranet|wiki|leaflet)\b.*",
            rf"(?:this|that) (?:{PIECE} )?(?:still )?(?:needs?|wants|could do with|could use|may need|might need"
            rf"|will need) (?:an?|another|one more|some|more|to be) (?:second |better |proper |good |new |fresh |final "
            rf"|stronger )?(?:rewrite|re-write|edit|trim|tidy|polish|look|pair of eyes|read(?:-?through)?|check"
            rf"|proofread|example|source|work|ending|opening|intro|update|going over|re-?written|checked|updated"
            rf"|shortened|cut|moved|sourced|finished|reworded|signed off|confirmed|verified)\b.*",
            rf"{OURS} (?:is|are|was|were) (?:not|n[’']t|still not|only half) (?:yet )?(?:finished|done|ready|final"
            rf"|complete|right|signed off|approved|written|checked)\b.*|{OURS} (?:is|are) (?:still )?(?:unfinished"
            rf"|incomplete|half-written|being (?:written|rewritten|checked|reviewed|updated)|under review"
            rf"|to be (?:written|finished|done))\b.*",
            rf"(?:I (?:think|feel|find|wonder if|wonder whether|suspect) )(?:that )?{OURS} (?:is|are|should|could"
            rf"|needs?|reads?|sounds?|repeats?|might|may)\b.*",
            rf"(?:still )?needs (?:an?|another|some|one more) (?:better |second |stronger |different |fresh |new "
            rf"|clearer |shorter |good |real |proper )?(?:{PIECE}|source|title|headline|ending)s?\b.*",
            rf"(?:(?:this|{OURS}) (?:repeats|contradicts|duplicates|belongs|should (?:go|come|move)|could (?:go|come"
            rf"|move|be cut)|doesn[’']t (?:work|fit|belong|read)|does not (?:work|fit|belong|read)|reads"
            rf"|sounds)|{OURS} should be) .*\b(?:intro|above|below|earlier|later|elsewhere|further (?:up|down)|section|paragraph|page"
            rf"|guide|here|like|well|{WEAK})\b.*",
            # What somebody is to do.
            rf"(?:please |pls |we (?:may|might) (?:want|have|need) to |we (?:should|could|must|need to) "
            rf"|I[’']d (?:suggest|say|rather) (?:we )?|I would |let[’']s |you (?:may|might|could|can) (?:want to )?"
            rf"|maybe |perhaps |or )(?:just )?(?:{EDIT}|cutting|dropping|losing|moving|splitting|shortening"
            rf"|rewriting) {OURS}(?!.*\byour (?:cv|letter)\b)\b.*",
            rf"(?:please |pls )?(?!.*\bif you(?:[’']d| would)? (?:rather|prefer|want|wish|need|like)\b)"
            rf"(?:{EDIT}) (?:{OURS}|this|it) (?:so that|once|when|as soon as|after|before|if|for one"
            rf"|with one|with something|until|and (?:add|replace|use|send|ask|move))\b.*",
            rf"(?:someone|somebody|one of us|we|{NAME} or {NAME}) (?:should|needs to|must|has to|have to"
            rf"|will have to) (?:{EDIT}|look at|ask|find out)\b.*\b(?:these|this|that|those|the (?:figures|numbers"
            rf"|rates|dates|wording|spelling|link|quote))\b.*",
            rf"(?:do not|don[’']t|please do not|please don[’']t) (?:edit|touch|change|delete|move|publish|use"
            rf"|alter)(?: anything)? (?:(?:below|above|past) (?:this|here)|{OURS})\b.*",
            r"(?:don[’']t forget|remember|make sure|be sure) to (?:change|update|add|check|replace|remove|delete|fix"
            r"|swap|confirm|link|insert) .*\bbefore (?:this|it|we|the (?:guide|page|article|post|piece)) (?:goes|go|is"
            r"|publish|get|are|gets)\b.*",
            r"(?-i:(?!(?:AI|IT|HR|QA|PM|ML|UX|UI|BA|PO|CI|US|UK|EU|CV|HM)\b)[A-Z]{2}) to (?:add|check|confirm|write"
            r"|send|find|review|supply|finish|rewrite|update|source|approve|ask|chase|do)\b.*",
            rf"{HOUSE} (?:want|wants|asked|have asked|has asked|would like|insist|said|say|says|need|needs) (?:us|me"
            rf"|you) to (?:{EDIT}|say|take|leave|mention|use|put)\b.*|{HOUSE} (?:is|are|have|has) (?:still |not yet "
            rf"|yet to )?(?:checking|reviewing|looking at|seen|approved|signed off|looked at|to check|to approve"
            rf"|to see)\b.*\b(?:this|that|{OURS}|it|wording|copy)\b.*",
            rf"(?:still )?(?:waiting|awaiting|chasing|holding)(?: for| on)? (?:(?:the "
            rf"|our )?(?:[\w’-]+ ){{1,3}}?)(?:to (?:sign|approve|confirm|clear|supply|send|get back|reply|come back"
            rf"|check|review)\b(?:(?! (?:can|is|may|will|takes?|could|costs?|means|might|was|should)\b).)*|(?:on"
            rf"|about) (?:this|{OURS}))",
            rf"(?:comment|note|notes|query|queries|question|message|feedback|reminder|instructions?|edits?|nb|n\.b\."
            rf"|p\.?s\.?) (?:from|for|to|by) {NAME}(?: \w+)? ?(?:[:–—-]) .*",
            r"(?:nb|note|notes|query|instructions?) (?:for|to) (?:the )?(?:designers?|editors?|subs?|developers?"
            r"|web team|author|writer|layout|proofreader|print(?:er)?) ?[:–—-] .*",
            rf"still to (?:do|write|add|check|finish|cover|source)\b.*|to be (?:signed off|approved|checked|reviewed"
            rf"|cleared|written|finished|rewritten|updated|proofread) (?:by|with) {HOUSE}\b.*",
            # How it ends when it asks a colleague.
            rf".{{8,120}}(?:,| ?[–—-]|\?|\.) ?(?:hope that(?:[’']s| is) (?:ok(?:ay)?|all right|fine)"
            rf"|is that (?:ok(?:ay)?|all right|alright) with you|any ideas|what do you reckon|see what {NAME} thinks"
            rf"|so have a look|can you check|tell me if not)",
            rf"(?:could|can|should) we (?:please )?(?:have|get|use|do with|find) (?:an? )?(?:stronger|better|shorter"
            rf"|newer|different|punchier|clearer|second|fresher) {PIECE}\b.*|swap (?:this|the|that) (?:{PIECE}|photo"
            rf"|picture) (?:for|with) .*",
            r"(?:pls|please) (?:fix|check|review|advise|update|sort|amend)|parked(?: for now)?|pick up (?:from )?here"
            r"|resume here|start here again|got (?:up )?to here|stopped here|end of draft|notes? to follow",
        )
    ),
    re.IGNORECASE,
)
# No sentence of these has none of these words.
TELLING = re.compile(
    rf"\b{PIECE}s?\b|^(?:[Hh]a(?:ve|d) |[Ww]ill |(?:I[’'](?:m|ve) |I |[Ss]till )*[Nn]ot |[Ll]ea?(?:ve|ving|ft)"
    rf"|[Kk]e(?:ep|pt)|[Pp]ark|[Hh]old|[Oo]ld |[Nn]ew |[Nn]eeds |[Ss]till |[Ww]aiting|[Aa]waiting|[Cc]hasing"
    rf"|[Cc]omment|[Nn]otes? |NB|[Qq]uer|[Rr]eminder|[Ff]eedback|[Mm]essage|[A-Z]{{2}} to |[Ss]ome(?:one|body) "
    rf"|[Oo]ne of us|[Dd]o not |[Dd]on[’']t|[Rr]emember|[Mm]ake sure|[Bb]e sure|[Pp]ls|[Pp]lease|[Ll]et"
    rf"|[Mm]aybe|[Pp]erhaps|[Tt]his |[Tt]hat |(?i:{EDIT}|{HOUSE})\b|[Pp]ick|[Rr]esume|[Ss]t(?:art|opped)"
    rf"|[Ee]nd of|[Tt]o be )"
    r"|\b(?:reckon|any ideas|hope that|so have a look|can you check|tell me if not|see what|is that (?:ok|all))"
)
LONGEST = 170
CALLED = re.compile(r"[A-Z][a-z]*(?: ?[:–—-]|,) ")
SPEAKER = re.compile(r"[A-Z][\w’.-]*(?: [A-Z][\w’-]*)?: ")
FEWEST_LINES = 3


def is_addressed(text: str) -> bool:
    """Whether a passage speaks to a colleague by name."""
    return len(text) <= LONGEST and bool(CALLED.match(text)) and bool(ADDRESSED.fullmatch(text))


def is_dialogue(guide: DocumentText) -> bool:
    """Whether the guide has an interview in which names stand before what is said."""
    return sum(bool(SPEAKER.match(passage.text)) for passage in guide.passages) >= FEWEST_LINES


def is_talk(sentence: str) -> bool:
    """Whether a sentence, without its stop, is one that a writer says to another."""
    return len(sentence) <= LONGEST and bool(TELLING.search(sentence)) and bool(SAID.fullmatch(sentence))
