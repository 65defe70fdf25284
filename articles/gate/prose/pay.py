"""Words that tell pay from other sums, and levels from one another."""

import re

PAY = re.compile(r"\b(?:salar(?:y|ies)|pay|paid|earn(?:s|ed|ings)?|wages?|remuneration|compensation)\b", re.IGNORECASE)
# Everything by which a sum may be known for pay.
ABOUT_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|pays|paid|earn(?:s|ed|ing|ings)?|wages?|remuneration|compensation|(?:day|daily|hourly|going|market) rates?"
    r"|rates?|bands?|ranges?|expect|makes?|packages?|starting|base|basic|per annum|p\.a\.)\b",
    re.IGNORECASE,
)
# Sums that an author makes up to reckon with.
MADE_UP = re.compile(
    r"\b(?:offer [ab12]|worked example|suppose|assum(?:e|es|ing|ptions?)|worked sum|imagine|made-up|invented|hypothetical|illustrative|(?:realistic|numerical|simple) example|let[’']s (?:work|walk|run) through)\b|\bexample:",
    re.IGNORECASE,
)
LEVEL = re.compile(r"\b(junior|graduate|entry|mid|senior|lead|principal)s?(?:[- ]level)?\b", re.IGNORECASE)
NOUNS = (
    r"engineer|scientist|analyst|developer|manager|architect|designer|tester|administrator|consultant|researcher|product owner|scrum master"
    r"|officer|director|programmer|strategist|copywriter|writer|technician|agile coach|annotator|modeller|responder|producer|editor|planner"
    r"|auditor|instructor|operator|illustrator|animator|co-?ordinator|installer|integrator|assessor|investigator|controller|supervisor|executive"
    r"|associate|assistant|statistician|mathematician|economist|marketer|trainer|adviser|advisor|webmaster|product lead"
)
# Jobs by their short names and by what one is the head of.
OFFICES = r"(?:C[TIDP]O|CISO|DBA|SRE|SDET|BA|PM|VP)s?\b|(?:heads?|directors?|VPs?|chiefs?) of [a-z]+"
# People by the endings of their trades, “testers”, “analysts” and “consultants”, and what ends so and is none.
NOT_PEOPLE = (
    r"(?:numbers|offers|orders|papers|matters|letters|answers|others|servers|computers|containers|factors|errors|doors|floors"
    r"|colours|sectors|vendors|dates|rates|states|updates|templates|certificates|estimates|fees|degrees|committees|lists"
    r"|prices|offices|services|devices|choices|practices|invoices|centres|owners|years|careers|weeks|quarters|covers|papers"
    r"|powers|figures|layers|tiers|grants|plants|restaurants|customers|buyers|payers|insurers|lenders)"
)
PEOPLE = (
    rf"(?:(?!{NOT_PEOPLE}\b)[a-z]{{3,}}(?:ers|ors|ists|ysts|ants|ates|ices|ees)|(?:{NOUNS}|junior|senior|lead|contractor|trainee|recruiter"
    r"|specialist|freelancer|apprentice|colleague|intern|school leaver|practitioner|professional|expert)s?"
    rf"|{OFFICES}|graduates?|(?<!busy )people|staff|(?:team |tech )leads?|new hires?)"
)
# How a person and a sum come together: “testers bill £400”, “leads pass £70k”, “designers are offered £43,000”.
OFTEN = r"(?:(?:now|usually|often|typically|normally|generally|commonly|regularly|currently|each|all|both|also|be|then|soon|probably|expected to) )*"
EARNS = (
    rf"(?:earns?|gets?|makes?|takes? home|receives?|(?:starts?|begins?) (?:on|at|from|with)|reach(?:es)?|pass(?:es)?|bills?|charges?"
    r"|invoices?|commands?|pockets?|fetch(?:es)?|go(?:es)? for|brings? (?:in|home)|asks?(?: for)?|wants?|quotes?|clears?|averages?|keeps?"
    r"|demands?|attracts?|costs?(?: you| us| an employer)?|sets? (?:you|us) back|(?:can )?look(?:s? at| for)|settles? for"
    rf"|(?:is|are|be|being|was|were) {OFTEN}(?:on|worth|paid|offered|given|quoted|billed at|hired (?:on|at|for)|advertised at))"
)
ROUGHLY = (
    r"(?:(?:about|around|between|from|roughly|up to|at least|at most|only|just|over|nearly|almost|as much as|some|an extra|another|anything"
    r"|anywhere|somewhere|near(?:er)?|close to|in the region of|well over|approximately|circa|as little as|no less than|more than|less than"
    r"|an? (?:\w+ ){0,2}?(?:salary|rate|package|premium|basic|wage|fee|figure|minimum|maximum|average|total) of) )*"
)
PAID = re.compile(rf"\b{PEOPLE}\b[^.;:?!£$€,]{{0,60}}? {EARNS} {ROUGHLY}(?=[£$€\d])", re.IGNORECASE)
# The least that is anybody’s pay for a while; what is below it may be a meal or a gym.
LEAST_PAY = {"hour": 7, "day": 80, "shift": 50, "week": 250, "month": 1_000, "year": 4_000, "": 10_000}
RANKS = (
    re.compile(r"\b(?:juniors?|graduates?|trainees?|apprentices?|interns?|entry)\b", re.IGNORECASE),
    re.compile(r"\b(?:mid|middle|intermediate)\b", re.IGNORECASE),
    re.compile(r"\bseniors?\b", re.IGNORECASE),
    re.compile(r"\b(?:leads?|principals?|staff|head|directors?)\b", re.IGNORECASE),
)


def rank(level: str) -> int:
    """How high a level stands, from 1; the higher of two for “mid to senior”, and 0 for a level of another kind."""
    return max((number for number, pattern in enumerate(RANKS, start=1) if pattern.search(level)), default=0)
