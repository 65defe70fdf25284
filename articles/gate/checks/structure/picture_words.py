"""What kind of words an alternative text is made of: a file's name, an announcement, an argument, search words."""

import re

from articles.gate.prose.words import stem, stems

LONGEST_FILE_NAME = 5
FILE_ENDING = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|svg|heic|tiff?|bmp)$", re.IGNORECASE)
# What cameras, phones, picture libraries and programs call a file, and what stands where somebody meant to write more.
FILE_NAME = re.compile(
    r"(?:image|img|photo|picture|pic|figure|graphic|screen ?shot|untitled|unnamed|alt(?:ernative)?[ -]text|logo)"
    r"(?:[-_ ]?\(?\d[-_ \d.:()]*(?: ?at ?[\d.:]+)?)?"
    r"|(?:img|dsc[nf]?|pxl|mvi|scan|i?stock|shutterstock|adobestock|gettyimages|pexels|unsplash|whatsapp image)[-_ ]?\d\S*"
    r"|\w+_\w+|(?=\S*(?:\d|photo|image|picture|final|banner|header))[a-z0-9]+(?:-[a-z0-9]+){2,}|(?:photo|image"
    r"|picture|banner|header|hero)-[a-z0-9]+|(?=[a-f]*\d)[a-f0-9]{12,}",
    re.IGNORECASE,
)
KINDS = (
    "image|picture|photo(?:graph)?|pic|graphic|illustration|drawing|sketch|cartoon|icon|clip ?art|artwork|collage|photography|snapshot|"
    "infographic|rendering"
)
# Words for pictures and for where they stand, which say of none what is in it.
BARE = re.compile(
    rf"(?:(?:an?|the|my|our|this|new|main|big|small|large|bar|pie|line|flow|org|team|hero|header|cover|banner|blog|article|office|stock|"
    rf"company|article|page|top|side|background|featured|lead|feature|web|profile) )*"
    rf"(?:{KINDS}|chart|graph|diagram|table|map|screenshot|thumbnail|logo|portrait|headshot|hero|header|cover|background|figure|alt)s?(?: \d+)?",
    re.IGNORECASE,
)
# A drawing with a word for its manner, such as “a cut-paper drawing of”, says what can be seen.
ANNOUNCED = re.compile(
    rf"(?:(?:an?|the|this|our) (?:[a-z-]+ (?=image|pic|photo|graphic|illustration|icon))?)?(?:(?:stock|vector"
    rf"|flat|pencil|digital|simple|colou?r|black[- ]and[- ]white|photo) )?(?:{KINDS}) "
    rf"(?:of|showing|depicting|illustrating|(?:that |which )?(?:shows|depicts|illustrates))\b"
    rf"|(?:{KINDS}|alt(?: text)?): ?(?=\w)"
    r"|(?:an?|the|this|our) screen ?(?:shot|grab)(?: (?:above|below|here))? (?:of|showing|shows|depicts|that shows)\b"
    r"|(?:an? )?(?:diagram|chart|graph|map|table|figure) (?:that |which )(?:shows?|depicts?|illustrates?)\b"
    r"|(?:this|the) (?:diagram|chart|graph|map|table|figure)(?: (?:above|below|here))? (?:shows?|depicts?"
    r"|illustrates?)\b|(?:chart|graph|diagram) (?:showing|illustrating)\b"
    rf"|(?:this|the) (?:{KINDS})(?: (?:above|below|here|on the \w+))? (?:shows?|depicts?|illustrates?|captures?"
    rf"|features?|is of)\b|(?:an? )?close-?up (?:{KINDS})\b|shown (?:here|above|below) (?:is|are)\b|here (?:is"
    rf"|are) an? (?:{KINDS})\b|(?:captured|seen|shown|pictured) in this (?:{KINDS})\b"
    r"|(?:an? |the )?(?:image|picture|photo(?:graph)?) with\b|pictured (?:here )?(?:is|are)\b"
    rf"|in (?:this|the) (?:{KINDS})\b|(?:here|this) (?:you|we) (?:can )?see\b|(?:you|we) can see\b",
    re.IGNORECASE,
)
# Words of an argument or an invitation; nobody can see them in a picture.
ARGUING = re.compile(
    r"\b(?:(?:benefit|advantage|importance)s? of|reasons? (?:for|to|why)|is that|means that|should|how to|why you"
    r"|learn more|find out|contact us|we (?:can|offer|provide|help)|saves? (?:time|money)|matters?$|pays? off)\b"
    r"|^(?:why|how|when|whether)\b|^what (?:is|are|makes?|to)\b"
    r"|^(?:the )?(?:best [\w ]+ (?:in|for)|leading \w+ (?:agency|company|recruiters?)|number one)\b"
    r"|^top (?:\d+|tips|reasons|agency|recruiters?|recruitment|jobs)\b|^(?:\d+|[a-z]+) (?:reasons|ways|tips|mistakes)\b"
    r"|^find your\b|\bwith us\b|\bis the (?:best|\w{3,}est|most \w+|only)\b|\byou (?:can|could|should|will"
    r"|need|must)\b|^(?:apply|hire|get|choose|discover|contact|download|boost|improve|learn|call|never|always"
    r"|don[’']t|stop|trust|book|visit|join|earn|become|find|accept|ask|land|secure|grow)\b(?! \w+ing\b)|[?!]$"
    # “Interns deserve to be paid”, “could cost you thousands”, “hire better people, sooner”
    r"|\b(?:could|would|can|will|may|might) (?:\w+ )?(?:cost|save|make|help|change|earn|win|lose|get|boost"
    r"|give|hurt|ruin|bring|pay|beat|kill|transform)\b"
    r"|\b(?:deserves?|pays? (?:more|less|better)|earns? (?:more|less|better)|costs? (?:you|more|less|nothing)"
    r"|saves? (?:you|your|their|them|its|our)|hires? (?:better|faster|more)|makes? (?:better|great|good|bad)"
    r"|works? (?:best|better)|wins? (?:more|jobs|offers|clients)|beats? (?:a|the|any|every)|needs? (?:a|more"
    r"|better|to)|deserve to|still matters?|means? (?:more|less|better))\b"
    r"|\b(?:is|are) (?:\w+ )?(?:broken|dead|dying|easy|hard|key|everything|worth|essential|vital|important"
    r"|crucial|the future|the key|the answer|a must|overrated|underrated|unfair|here to stay|good for|bad for"
    r"|better than|worse than|more than)\b|\byour (?:next|dream|ideal|perfect|first) (?:\w+ )?(?:job|role|hire"
    r"|move|career|tester|developer|engineer|candidate)\b|\b(?:sooner|faster|first time|before (?:they"
    r"|you) (?:speak|sign|hire|apply))$",
    re.IGNORECASE,
)
# Lists of what people search for.
PART = re.compile(r"\s*[,;|/]\s*")
SEARCHED = frozenset(
    map(
        stem,
        [
            "job",
            "jobs",
            "career",
            "careers",
            "salary",
            "salaries",
            "recruiter",
            "recruitment",
            "recruiting",
            "agency",
            "agencies",
            "hiring",
            "vacancy",
            "vacancies",
            "hire",
            "cv",
            "contractor",
            "contractors",
            "contracting",
            "clearance",
            "vetting",
            "visa",
            "sponsorship",
        ],
    )
)
FEWEST_PARTS = 3
FUNCTION = re.compile(r"\b(?:an?|the|of|in|on|at|with|and|to|for|by|from|is|are|his|her|their)\b", re.IGNORECASE)
# Words of place and manner, for which one picture's words may have another.
PLACING = frozenset(
    map(
        stem,
        [
            "at",
            "in",
            "on",
            "to",
            "by",
            "with",
            "from",
            "for",
            "of",
            "beside",
            "next",
            "near",
            "over",
            "under",
            "above",
            "behind",
            "into",
            "onto",
            "across",
            "around",
            "her",
            "his",
            "their",
            "its",
            "one",
            "it",
            "up",
            "down",
            "along",
            "against",
        ],
    )
)


def is_file_name(alt: str) -> bool:
    """Whether this is what a computer calls a picture; a sentence that ends in a file's name is none."""
    has_ending = FILE_ENDING.search(alt) is not None and len(alt.split()) <= LONGEST_FILE_NAME
    return has_ending or FILE_NAME.fullmatch(alt.rstrip(".")) is not None


def says_nothing(alt: str) -> bool:
    """Whether this is one word alone, or none but the kind of picture and its place."""
    words = alt.rstrip(".!").strip()
    return words.isalpha() or BARE.fullmatch(words.replace("-", " ")) is not None


def announcement(alt: str) -> str:
    """The words that only say that this is a picture, as they stand."""
    found = ANNOUNCED.match(alt)
    return found[0] if found else ""


def argument(alt: str) -> str:
    found = ARGUING.search(alt)
    return found[0] if found else ""


def is_list_of_searches(alt: str) -> bool:
    """Whether this is a row of phrases of which one repeats a word of another, or several are what people search for."""
    words = stems(alt)
    if len(words) >= LONGEST_FILE_NAME and not FUNCTION.search(alt) and not PART.search(alt):
        return sum(word in SEARCHED for word in words) > 1
    parts = [set(stems(part)) for part in PART.split(alt) if part]
    if len(parts) < FEWEST_PARTS or max(map(len, parts)) > 4:
        return False
    words = tuple(word for part in parts for word in part)
    return sum(bool(part & SEARCHED) for part in parts) >= 2 or max(map(words.count, words), default=0) >= FEWEST_PARTS


def gist(alt: str) -> tuple[str, ...]:
    """What two texts that say the same have in common: the stems of the telling words, in any order."""
    return tuple(sorted(frozenset(stems(alt)) - PLACING))
