"""What says where something is still to be put: “Two lines on Kafka to go here”, “ADD FIGURE: share of teams”."""

import re

from articles.gate.prose.document_text import Kind, Passage

NUMBER = r"(?:an?|one|two|three|four|five|a few|a couple of|several|some|more|another|the|\d{1,2})"
# What pages are made of, and a guide about work is not.
MADE = (
    r"(?:photo(?:graph)?|picture|image|screen ?shot|chart|graph|diagram|infographic|illustration|table|map|logo|"
    r"org chart|video|clip|film|podcast|audio|embed|quot(?:e|ation)|testimonial|case study|caption|headshot|banner|graphic|"
    r"icon|artwork|visual|code sample|code snippet|snippet|statistic|stat|pull quote|call-?out|box-?out|side ?bar)s?"
)
WRITTEN = (
    r"(?:lines?|words?|sentences?|paragraphs?|paras?|bullets?|bullet points?|intro(?:duction)?|summary|conclusion|blurb|"
    r"bio|biography|examples?|copy|text|standfirst|headline|links?|section|figure|number|source|reference|details?)"
)
THING = rf"(?:{MADE}|{WRITTEN})"
NAMED = rf"(?:{NUMBER} )?(?:(?!your\b)[\w’'-]+ ){{0,3}}?{THING}(?: \d{{1,2}})?(?: wall)?"
ABOUT = r"(?: (?:of|from|on|about|showing|with|for|at|by)(?: (?!your\b)[\w’'&/-]+){1,7})?"
PLACE = (
    r"(?:(?:in )?(?:here|below|above)|(?:in|into|under|below|beneath|after|before|above|at) (?:this|the) (?:\w+ )?"
    r"(?:box|space|spot|gap|slot|column|panel|line|point|paragraph|section|heading|page|sentence|block))"
)
PUT = (
    r"(?:inserted|added|drawn|supplied|provided|embedded|placed|pasted|uploaded|sourced|slotted in|dropped in|taken|shot|"
    r"redrawn|replaced|written|chosen|found|designed|recorded|filmed|transcribed|linked)"
)
LATER = r"(?:,? (?:here|below|above|later|soon|next week|once .{3,40}|when .{3,40}|by (?:\w+ ){0,2}\w+))?"
FRAGMENT = re.compile(
    "|".join(
        (
            rf"{NAMED}{ABOUT},? (?:to|will|would|should|can|must|has to|needs to) (?:go|sit|appear|stand|be (?:put"
            rf"|placed|added|inserted|dropped))(?: in)? {PLACE}",
            rf"{NAMED}{ABOUT} (?:goes|go|belongs?|sits?) {PLACE}",
            rf"{NAMED}{ABOUT}(?:,| ?[–—-])? ?(?:(?:is|are) )?(?:still |yet )?to (?:come|follow|be {PUT}){LATER}",
            rf"{NAMED}: .{{3,80}}(?:,| ?[–—-]) ?(?:still )?to (?:come|follow|be {PUT}){LATER}",
            rf"{NAMED}{ABOUT} ?(?:,|[–—-]) ?(?:still )?to be (?:made|done|agreed|confirmed)",
            rf"(?:add|insert|put|place|paste|drop|pop|slot|embed|include|show|use|leave|need|write|type) (?:in )?{NAMED}{ABOUT}(?: in)? {PLACE}",
            rf"(?:leave|keep|make) (?:an? |some |this )?(?:gap|space|room|spot|slot|blank)(?: {PLACE})? for {NAMED}{ABOUT}",
            rf"(?:gap|space|room|spot|slot|placeholder) (?:here )?(?:left )?for {NAMED}{ABOUT}",
            rf"(?:need|needs|wants|requires|missing)(?: still)? {NAMED}(?: (?:on|about|for|from)(?: [\w’'-]+){{1,6}})(?: here)?",
            rf"(?:{NUMBER} )?(?:more )?(?:words|lines?|sentences?|paragraphs?|bullets?|examples|figures|numbers|details"
            rf"|photos?|pictures|quotes?)(?: (?:on|about|of|from)(?: [\w’'-]+){{1,6}})? here",
            # “One sentence on pensions required”, “Map of the office – image to come”, “DIAGRAM OF THE STEPS – INSERT”
            rf"{NAMED}{ABOUT},? ?[–—:-]? ?(?:(?:is |are )?(?:still )?(?:needed|wanted|required|missing|outstanding"
            rf"|pending|awaited|insert|add|please|tb[acd]|to (?:find|add|insert|make|draw|write|source|shoot|do))"
            rf"|needs? (?:adding|inserting|writing|finding|replacing|updating|sourcing|drawing|to go in))(?: (?:here"
            rf"|from [\w ]{{2,25}}))?",
            rf"(?:(?!your\b)[\w’'&-]+ ){{1,9}}[–—-] ?(?:{THING} )?(?:to (?:come|follow|be {PUT})|insert|add|needed|missing|here|goes here){LATER}",
            rf"(?:an? )?(?:space|room|gap|slot|spot|box|blank|area) (?:(?:here |is )?(?:reserved|kept|held|left"
            rf"|set aside) )?for (?:the |an? |our |some |partner |client )?(?:[\w’'-]+ ){{0,3}}{THING}{ABOUT}",
            rf"(?:we |I )?(?:still )?(?:need|needs|want|wants|get|find|ask for|chase|request|commission|order|source"
            rf"|require) (?:an? |the |some |another |more |new |better "
            rf"|good ){{1,3}}(?:[\w’'-]+ )?{MADE}(?: \d{{1,2}})?{ABOUT}",
            rf"(?:an? )?(?:short|brief|quick|longer|another|new|final|closing|opening|two|three"
            rf"|\d{{1,2}}) (?:[\w’'-]+ )?{WRITTEN} (?:on|about|explaining|covering|introducing|summing up|to explain"
            rf"|from)(?: (?!your\b)[\w’'&/-]+){{1,7}}",
            rf"(?:put|insert|add|drop|slot|pop|place) (?:in )?(?:the |an? |some |another )(?:bit|part|stuff|piece"
            rf"|section|thing|paragraph|line|quote|something)s? (?:about|on|from|for"
            rf"|with)(?: (?!your\b)[\w’'&/-]+){{1,7}}(?: in)?(?: {PLACE})?",
            rf"(?:something|a bit|stuff|more|a few words|a line|a word) (?:about"
            rf"|on)(?: (?!your\b)[\w’'&/-]+){{1,6}} (?:{PLACE}|goes {PLACE}|to (?:go|come) (?:{PLACE}|in))",
            rf"(?:add|insert|put in|drop in) {NUMBER} (?:[\w’'-]+ ){{0,2}}?{THING}{ABOUT}",
            rf"{NAMED}{ABOUT},? here(?:,? (?:ideally|preferably|maybe|perhaps|please|if|max(?:imum)?|about|from|of|up to|or)\b.{{2,50}})?",
            r"(?:paste|insert|drop|copy|type|put) (?:the |an? )?(?:[\w’'-]+ ){1,3}(?:below(?: this line)?|here|in this (?:box|space|section))",
        )
    ),
    re.IGNORECASE,
)
# A label that orders what is to come: “ADD STAT: …”, “INSERT TABLE 3”, “[Graph] …, to be supplied by marketing”.
ORDER = re.compile(
    rf"(?i:add|insert|need|put|include|find|get|embed) (?i:an? |the "
    rf"|some )?(?:[\w’'-]+ )?(?i:{THING})(?: \d{{1,2}})?(?: ?: .{{2,120}}| ?[–—] .{{2,120}})"
    r"|(?:ADD|INSERT|NEED|PUT|EMBED|PLACE|DROP IN) (?:[A-Z]+ ){0,2}(?:[A-Z]{3,}S?|\d{1,2})(?: \d{1,2})?(?: HERE)?"
    rf"|\[(?i:{THING})\] .{{3,100}}\bto be (?:{PUT}|made|done)\b.{{0,40}}"
)
TELLING = re.compile(
    r"\b(?:here|below|above|go|goes|sit|to (?:come|follow|be)|box|space|gap|line|room|slot|need|needs|ADD"
    r"|INSERT|NEED|[Aa]dd|[Ii]nsert|INSERT|EMBED|PUT|[Pp]aste|[Nn]eed\w*|[Ww]ant\w*|[Rr]equire\w*|[Mm]issing"
    r"|outstanding|pending|[Ff]ind|[Gg]et|[Cc]hase|[Ss]pace|[Gg]ap|[Aa]bout|on|explaining|covering)\b"
)
ENCLOSED = re.compile(r"^[(\[<{*]{1,3} ?(.*?) ?[)\]>}*]{1,3}$")
LONGEST = 140
FREE = (Kind.PARAGRAPH, Kind.LINE, Kind.TITLE)


def is_slot(passage: Passage, text: str) -> bool:
    """Whether a passage is no more than what is to be put in its place. One that ends in a full stop may advise readers."""
    text = ENCLOSED.sub(r"\1", text)
    if passage.kind not in FREE or len(text) > LONGEST or text.endswith((".", "?", ":")) or not TELLING.search(text):
        return False
    return bool(FRAGMENT.fullmatch(text) or ORDER.fullmatch(text))
