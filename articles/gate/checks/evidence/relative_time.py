"""“Now” in a text that will be read for years."""

import re
from collections.abc import Iterator
from datetime import timedelta

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText, Passage, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.statements import clause, own_statements, unquoted
from articles.gate.prose.words import beginnings, cut
from articles.lib.days import in_words

NUMBER = (
    r"(?:\d+|two|three|four|five|six|ten|twelve|few|several|couple of)"
    r"(?:\W{1,6}\d+| to \w+|[^\x00-\x7f\s]{1,6}\d+)?"
)
SPAN = (
    rf"(?:over|in|during|within) the (?:past|last) (?:year|decade|quarter|{NUMBER} (?:months|years|decades|quarters))"
)
SEASON = r"(?:spring|summer|autumn|winter|Christmas|Easter|New Year)"
PERIOD = rf"(?:{SEASON}|month|week|quarter)"
# What the state or a trade body does, on which readers wait.
LAW = (
    r"(?:rules?|laws?|bills?|budget|levy|scheme|government|legislation|guidance|visa|route|changes|fees?|rates?"
    r"|thresholds?|regulations?|survey|act was|white paper)"
)
HAPPENED = r"(?:has|have|had|will|may|might|grew|rose|fell|saw|began|became|came|went|was|were|is|are|\w+ed|fees|rates)"
CUES = beginnings(
    "now nowadays today today’s today's late these recent recently recently lately current currently "
    "moment present presently year past last next this soon shortly just writing write speak yesterday "
    "tomorrow yesterday’s yesterday's tomorrow’s around round horizon sight away coming upcoming forthcoming near ago stay tuned hot about way pipeline brand newly freshly since soon impending monday tuesday wednesday thursday friday saturday sunday lately pipeline stand any other before "
    "back expected due imminent awaited earlier later years months decade "
    "corner horizon offing press print christmas easter spring summer autumn winter weeks days time ahead while long night finally distant future foreseeable come over weekend holidays imminently due presently yet date closed opened began started ended wound launched rose fell doubled changed announced published moved went "
)
MONTH = r"(?:January|February|April|June|July|August|September|October|November|December)"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTHS = rf"(?:{MONTH}|March|May)"
BEGINS = (
    r"(?:c[ao]me[s]?(?: out| in| into (?:force|effect))?|(?:takes?|took) effect|w[ea]re? (?:published|announced|released|introduced|launched|passed)"
    r"|was (?:published|announced|released|introduced|launched|passed)|(?:open|close|start|begin|launche?"
    r"|change|end)s?|published|announced|released|launched|introduced|goes live|went live|go up|goes up"
    r"|went up)"
)
# A time that is counted from today, and something that happens then.
COUNTED_FROM_NOW = (
    rf"\b{BEGINS} (?:\w+ )?(?:(?:on|from|until|last|this|next) {DAY}|this (?:morning|afternoon|evening)"
    rf"|yesterday|tomorrow|tonight|next (?:month|week|{SEASON}))(?=[.,;]|$| and\b)",
    rf"^(?:last|this|next|on) {DAY},? (?:the|a|an) \w+|\bcome (?:the )?{SEASON},|\b(?:from|until|till) (?:tomorrow|today)\b",
    rf"\b(?:by|before|until) (?:the (?:end|start|beginning|middle) of )?(?:next|this) (?:{SEASON}|year|month"
    rf"|quarter)\b(?! of\b)|\bby this time next (?:year|month),? (?:the|a|an|every|all|most)\b"
    rf"|\bbefore the (?:year|month|decade) is (?:out|over)\b",
    rf"\b(?:brand-new|newly|freshly|recently|just)[- ](?:published|released|announced|launched|opened"
    rf"|introduced|passed|revised|updated|agreed|elected)\b(?= [a-z])|\bbrand-new (?:\w+ )?{LAW}\b"
    rf"|\bbrand-new (?:code|standard|report|act|policy|exam|office|test)\b",
    rf"\bsince (?:the (?:start|beginning|turn|end) of (?:the|this) (?:year|month|decade)|(?:last|the"
    rf"|this) (?:\w+ )?(?:{SEASON}|budget|election|year|month|week))\b|^since (?:{MONTH}|March|May),? ",
    r"\b(?:upcoming|forthcoming|impending|imminent) (?:\w+ )?(?:changes?|reforms?|elections?|budgets?|reviews?"
    r"|deadlines?|strikes?|increases?|cuts?)\b(?! in (?:the|your) (?:code|project))",
    rf"^(?:only |just )?(?:a few|a couple of|some|several|{NUMBER}) (?:days|weeks|months|years) ago,? (?!(?:I"
    rf"|my|you|when|if)\b)[a-z]|\b(?:is|are|looks?|lies?|seems?) (?:now )?(?:just |right "
    rf"|only )?(?:around the corner|round the corner|on the horizon|in sight|upon us|close at hand|weeks away"
    rf"|months away|days away)\b|\b(?:since|after|before|by|until|in|from) (?:yesterday|today|tomorrow"
    rf"|last (?:week|month|year|night)|this (?:week|month|morning))[’']s \w+",
    r"\b(?:than|as) (?:it was |they were |we did )?(?:a|one|two|three|five|ten|twelve|a few|several|\d+) (?:weeks?|months?|years?) ago\b",
    rf"^next (?:{PERIOD}|year)[’']s \w+|^up to now\b|\b(?:ha(?:s|ve)|had) lately\b|^lately\b|^soon,? (?!after"
    rf"|as|you)(?:\w+ ){{1,3}}?(?:will|must|have to)\b|\bwithin the next (?:few |two |three )?(?:days|weeks"
    rf"|months)\b|\b(?:rules?|laws?|changes|fees?) (?:that|which) (?:start|begin|come)s? next\b"
    rf"|^at the moment (?!you|your|when|of)",
)
# What a thing to come is said to do by a season, and what is news only for a while.
WILL_BE = (
    r"(?:will|[’']ll|should|shall|(?:is|are) (?:due|set|expected) to) (?:[a-z]+ )?(?:be (?:\w+ )?(?:out|ready"
    r"|here|published|live|available|released|launched|finished|open|opened|announced|done|complete|completed)"
    r"|open|launch|come out|appear|arrive|go live|come into force|take effect|start|begin|follow)"
)
NEWS = r"(?:announcement|news|budget|statement|ruling|vote|launch|election|decision|cuts|rise|strike|judgment|reform|speech|agreement)"
# The day of the claim, no matter who is addressed.
NOW = filtered(
    "|".join((
        r"\bnowadays\b|\bof late\b|(?<!on )(?<!of )(?<!for )\bthese days\b(?! (?:off|(?:have|had) been)\b)|^today,|\bin today[’']s\b",
        r"\b(?:in|over|during|within|for) (?:recent|the (?:last|past) few|the last couple of) (?:years|months"
            r"|weeks|days|times)\b(?! (?:of|before)\b)",
        r"\b(?:is|are|lies?) (?:just |right |nearly |almost )?(?:(?:around|round) the corner|on the horizon"
            r"|in the offing|upon us|(?:only |just )?(?:days|weeks|months) away)\b|\b(?:any (?:minute|moment|time|week"
            r"|month) now|due out (?:soon|shortly|any|in the)|out soon|fresh off the press)\b",
        r"\b(?:at|before) (?:the )?time of (?:going to )?(?:press|print(?:ing)?|publishing)\b|\b(?:as (?:we"
            r"|this (?:page|guide|article)) (?:go|goes)|before (?:we|this) (?:went|goes)|when (?:we|this (?:page|guide"
            r"|article)) went) to (?:press|print)\b|\bwhen this (?:\w+ )?was (?:written|published)\b",
        rf"\b{WILL_BE}\b[^.;:?!]{{0,40}}?\b(?:before|by|after|in time for|until|in|for|at|over) (?:the )?(?:(?:end"
            rf"|start) of (?:the )?)?{SEASON}(?=[.,;]|$)",
        rf"\b(?:yesterday|(?:last|this|next) (?:week|month|quarter|{SEASON}))[’']s (?:\w+ ){{0,2}}?{NEWS}\b|\b(?:is"
            rf"|are|has|have) (?:finally|at last) (?:here|out|open|live|available|landed|arrived)\b",
        r"^(?:a few|a couple of|some|several|two|three|four|five|six) (?:days|weeks|months|years) (?:ago"
            r"|back)(?!,? (?:you|when|if|he|she)\b)(?=,? [a-z])",
        r"\btoday[’']s (?:\w+ )?(?:market|world|climate|economy|employers|workplace)\b",
        r"\b(?:teams|companies|employers|organisations|industry|market|technology|tech|world) today\b",
        r"\bcurrent (?:job |hiring |economic )?(?:market|climate|economy|shortage|demand)\b",
        r"^as (?:we|I) (?:write|speak)\b|\bas (?:we|I) (?:write|speak)(?: this)?,|\bas of today\b"
        r"|\bat the time of (?:writing|publication)\b(?! (?:my|the|his|her|your|our|a|this)\b)",
        rf"^(?:only |just )?(?:a few|a couple of|some|several|{NUMBER}) (?:days|weeks|months|years) ago(?=,? (?:the"
            rf"|an?|most|several|many|all|both|two|three) )",
        rf"^just (?:announced|published|released|launched|in|out)\b|\b{LAW} (?:has|have) just\b",
        rf"\b(?:has|have) just (?:announced|published|introduced|launched)\b|\bstay tuned\b|\bany day now\b"
            rf"|\bbefore (?:very )?long(?=[.,])|\b(?:rul\w+|decision|announcement|verdict|result|report|bill|budget"
            rf"|news) (?:is|are) (?:expected|due|imminent|awaited)(?: (?:soon|shortly|any \w+|this|next|in)|(?=[.,]))"
            rf"|^(?:watch this space|hot off the press|as things stand)\b|^new this {PERIOD}\b",
        rf"\b{LAW} [^.,;:]{{0,40}}\b(?:(?<!as )soon(?! as\b)|shortly)\b|\bwill soon be (?:introduced|law|changed|required)\b"
        r"|\b(?:is|are) coming soon\b",
        rf"\b{LAW} (?:is|are) (?:about to|on the way|on its way|in the pipeline)\b",
        rf"\b(?:this|last|next) {SEASON} (?:budget|statement)\b|\b(?:upcoming|forthcoming|(?<!most )recent) (?:\w+ )?{LAW}\b(?! of\b)",
        r"\b(?:current|present)ly (?:\w+ )?(?:through|before) parliament\b",
        # “the year before last”, “the day before yesterday”, “in the not too distant future”
        rf"\bthe (?:year|month|week|{SEASON}) (?:before last|after next)\b|\bthe day (?:before yesterday"
            rf"|after tomorrow)\b|\b(?:two|three|four|\d+) (?:{DAY}|week|month|year)s ago(?=[.,]| the| every)"
            rf"|\bthe (?:night|evening|afternoon) before last\b",
        r"\bin the (?:not[- ](?:too[- ]|so[- ])?distant|near|immediate|foreseeable|very near) (?:future|past)\b"
            r"|\b(?:earlier|later) (?:on )?in the (?:week|month|year|quarter)(?=[.,]| the\b| a\b)",
        rf"\bthis (?:coming|past) (?:{MONTHS}|{SEASON}|{DAY}|weekend|week|month|quarter|year)\b|\bthis very (?:week"
            rf"|month|year|day)\b|\bcome (?:{MONTHS}|next \w+),",
        r"^(?:over|during|in|for|across) the (?:past|last) (?:few |couple of |several |two |three |six |twelve "
            r"|\d+ )?(?:days|weeks|months|years|quarters|quarter|month|week|year|half-year|twelvemonth|weekend"
            r"|season)\b(?! of\b)(?!.*\?)|\bthe (?:past|last) (?:few|couple of|several|two|three|six|twelve) (?:days"
            r"|weeks|months|years|quarters) (?:have|has) (?:been|seen|brought)\b",
        rf"\b(?:closed|opened|began|started|ended|came out|wound up|launched|rose|fell|doubled|changed|announced"
            rf"|published|moved|went live) (?:\w+ ){{0,3}}?(?:over|during|at|in|before|on) (?:the (?:weekend|summer"
            rf"|winter|holidays|spring|autumn|Christmas (?:break|holidays)|Easter (?:break|holidays))|{DAY})(?=[.,]|$"
            rf"| and\b)",
    )),
    re.IGNORECASE,
)  # fmt: skip
# The day of the claim, or of a person whom the clause speaks of.
SOMEBODYS_NOW = filtered(
    "|".join((
        r"\bright now\b|\bat (?:the moment(?! (?:of|when|that)\b)|present)(?=[,.]|$)|\bas of now\b",
        r"^currently,|\b(?:is|are|has|have) currently\b|\bcurrently (?:pays?|earns?|costs?|stands?|one of|in demand)\b",
        r"^(?:recently|lately),|\b(?:has|have) (?:only )?recently\b|\b(?:until (?:very )?|more )recently\b",
        rf"\b(?:has|have|grew|rose|fell|doubled|increas\w+|chang\w+|became)\b[^.]*\b(?P<span>{SPAN})\b",
        rf"^(?P<opening>{SPAN}),? [^.]*\b(?:has|have|grew|rose|fell|\w+ed)\b",
        rf"^(?P<begins>(?:last|this|next) {PERIOD}),? (?:[^.]*? )?{HAPPENED}\b",
        rf"^(?P<season>(?:last|this|next) {PERIOD}),? (?:the|a|an|we|our|it)\b",
        rf"^(?:yesterday|tomorrow),? (?:the|a|an|our|we|it)\b|\b(?:earlier|later) this (?:year|month|week|{SEASON})\b",
        rf"\b{LAW} (?:\w+ )?(?P<law>(?:last|this|next) (?:{PERIOD}|year))\b",
        rf"\b(?:{LAW}|office|team|firm|pay|demand|hiring|salaries|market) {HAPPENED} (?:\w+ )?(?P<ends>(?:last|this|next) {PERIOD})\b",
        rf"^(?P<ago>(?:a few|a couple of|some|{NUMBER}) (?:weeks|months|years) ago),? (?:the|a|an|our|we|it|few|most)\b",
        r"\b(?P<since>(?:a|one|two|three|four|five|six|ten|a few|several|a couple of) (?:days?|weeks?|fortnights?"
            r"|months?|years?) (?:ago|back))(?=[.,]|$)|\bthe other (?:day|week)\b|\b(?:earlier|later) (?:today"
            r"|this week)\b"
        r"|\bin the (?:(?:coming|next few) (?:days|weeks|months)|(?:very )?near future)\b",
        r"\b(?:government|HMRC|rules?|law) (?:was |were )?recently\b",
        r"(?<!by )(?<!time )\b(?:this|last|next) year\b(?![’']s| of\b| on year\b)",
        r"\b(?:only|quite|very|just) recently\b|\b(?:was|were|been) recently (?!\w+ed in\b)[a-z]+(?:ed|en|wn|un|ut|id)\b|\brecently(?=[.;]|$)",
        r"\b(?:over|during|for|in) the (?:coming|next few) (?:days|weeks|months|years)\b|\bin the (?:weeks|months"
            r"|year|years) ahead\b|\b(?:not (?:so |too |that |very )?long|a (?:little |short )?while|some time) (?:ago"
            r"|back)\b|\bsince (?:yesterday|(?:last|this) (?:week|month|quarter))[’']s \w+",
        # “At present the scheme is closed.” “We will publish the guide shortly.” “will close soon”
        r"^(?:at present|presently|right now|for now|currently|at this moment|at the present time|as yet|to date"
            r"|so far this \w+|until now|up to now),? (?:the|a|an|most|all|many|some|our|no|few|there|it|we)\b",
        r"\b(?:will|[’']ll|shall|is to|are to|is going to|are going to) (?:[\w’-]+ ){1,8}?(?:soon|shortly"
            r"|before long|in due course|any day|presently|imminently)(?=[.,;]|$| and\b)(?<!as soon)"
            r"|^(?!.*\bwhen\b)[^,]*\b(?:will|[’']ll) (?:soon|shortly) (?!be\b)[a-z]+\b",
        r"\b(?:is|are|has been|have been|was|were) (?:still )?(?:awaited|expected|due|imminent|pending"
            r"|under (?:way|review)|out for consultation) (?:any (?:day|time|moment) now|shortly|soon|at present"
            r"|at the moment)\b",
        r"^for (?:now|the (?:moment|time being|present)),? (?:the|no|there|most|all|only|it is|we|our)\b|\bfor the time being(?=[.,;]|$)",
        *COUNTED_FROM_NOW,
    )),
    re.IGNORECASE,
)  # fmt: skip
SOMEBODY = re.compile(
    r"\b(?:you\w*|who|whose|I|my|they|their|if|whether|when|which|what|how|(?:that|we) (?:is|are|has|have))\b|\?",
    re.IGNORECASE,
)
# Somebody tells their own story, to which the date of the page belongs.
OWN_STORY = filtered(r"\b(?:I|I[’']\w+|my|me|mine|myself)\b(?! (?:write|speak)\b)")
DATED = filtered(rf"\b(?:19|20)\d\d\b|\b{MONTH}\b|\b\d{{1,2}} (?:March|May)\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONG = timedelta(days=183)

UNDATED = Rule(
    check="relative-time",
    level=Level.WARNS,
    why="The page is read long after it was written, and nobody can tell which time is meant.",
    advice="Name the month or year, or say it so that it stays true.",
)


OUTDATED = Rule(
    check="relative-time-outdated",
    level=Level.WARNS,
    why="Readers take it for the time at which they read, and nobody has looked at the guide for long.",
    advice="See whether it is still so. Then name the month or year, or say it so that it stays true.",
)


def relative_time(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide, since whoever dates one sentence goes through the others."""
    return repeats.once(_undated(guide, site))


def _undated(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """A date in the paragraph or a year in the title says which time is meant.

    It does not when nobody has looked at the guide for long.
    """
    seen = site.reviewed_on
    is_old = seen is not None and site.today - seen > LONG
    is_of_year = YEAR.search(guide.document.title) is not None
    for passage in own_statements(guide):
        if CUES.isdisjoint(beginnings(passage.text)) or ((is_of_year or DATED.search(passage.text)) and not is_old):
            continue
        if found := _first(passage):
            words, sentence = found
            if seen and is_old:
                what = f"The guide says “{words}”, and was last reviewed on {in_words(seen)}."
                yield OUTDATED.found(passage.place, what, excerpt=cut(sentence))
            else:
                yield UNDATED.found(passage.place, f"“{words}” is not tied to a date.", excerpt=cut(sentence))


def _first(passage: Passage) -> tuple[str, str] | None:
    """The first words of the passage that say “now”, with their sentence."""
    for sentence in sentences(unquoted(passage)):
        if (
            not CUES.isdisjoint(beginnings(sentence))
            and not OWN_STORY.search(sentence)
            and (match := NOW.search(sentence) or _of_nobody(sentence))
        ):
            return next((part for part in match.groups() if part), match[0]), sentence
    return None


def _of_nobody(sentence: str) -> re.Match[str] | None:
    """A “now” that is nobody’s but the claim’s: “you are currently” is the reader’s own."""
    match = SOMEBODYS_NOW.search(sentence)
    return match if match and not SOMEBODY.search(clause(sentence, match)) else None
