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
    r"\b(?:offer [ab12]|worked example|suppose|assum(?:e|es|ing|ptions?)|worked sum|imagine|made-up|invented|hypothetical|illustrative)\b",
    re.IGNORECASE,
)
LEVEL = re.compile(r"\b(junior|graduate|entry|mid|senior|lead|principal)s?(?:[- ]level)?\b", re.IGNORECASE)
NOUNS = r"engineer|scientist|analyst|developer|manager|architect|designer|tester|administrator|consultant|researcher"
# People by the endings of their trades, “testers”, “analysts” and “consultants”, and what ends so and is none.
NOT_PEOPLE = (
    r"(?:numbers|offers|orders|papers|matters|letters|answers|others|servers|computers|containers|factors|errors|doors|floors"
    r"|colours|sectors|vendors|dates|rates|states|updates|templates|certificates|estimates|fees|degrees|committees|lists"
    r"|prices|offices|services|devices|choices|practices|invoices|centres|owners|years|careers|weeks|quarters|covers|papers"
    r"|powers|figures|layers|tiers|grants|plants|restaurants|customers|buyers|payers|insurers|lenders)"
)
PEOPLE = (
    rf"(?:(?!{NOT_PEOPLE}\b)[a-z]{{3,}}(?:ers|ors|ists|ysts|ants|ates|ices|ees)|(?:{NOUNS}|junior|senior|lead|contractor|trainee|recruiter"
    r"|technician|specialist|freelancer|apprentice|programmer|colleague)s?|graduates?|(?<!busy )people|staff|(?:team |tech )leads?)"
)
# How a person and a sum come together: “testers bill £400”, “leads pass £70k”.
EARNS = (
    r"(?:earns?|gets?|makes?|takes? home|receives?|(?:starts?|begins?) (?:on|at|from)|reach(?:es)?|pass(?:es)?|bills?|charges?"
    r"|invoices?|commands?|pockets?|fetch(?:es)?|go(?:es)? for|brings? (?:in|home)|(?:is|are) (?:on|worth|paid)|asks?(?: for)?|wants?)"
)
ROUGHLY = r"(?:(?:about|around|between|from|roughly|up to|at least|only|just|over|nearly|almost|as much as|some|an extra|another) )*"
PAID = re.compile(rf"\b{PEOPLE}\b[^.;:?!£$€,]{{0,40}}? {EARNS} {ROUGHLY}(?=[£$€\d])", re.IGNORECASE)
RANKS = (
    re.compile(r"\b(?:juniors?|graduates?|trainees?|apprentices?|interns?|entry)\b", re.IGNORECASE),
    re.compile(r"\b(?:mid|middle|intermediate)\b", re.IGNORECASE),
    re.compile(r"\bseniors?\b", re.IGNORECASE),
    re.compile(r"\b(?:leads?|principals?|staff|head|directors?)\b", re.IGNORECASE),
)


def rank(level: str) -> int:
    """How high a level stands, from 1; the higher of two for “mid to senior”, and 0 for a level of another kind."""
    return max((number for number, pattern in enumerate(RANKS, start=1) if pattern.search(level)), default=0)
