"""Slips of the fingers in the words that a guide about work cannot do without; the list of typos has only some."""

from collections.abc import Iterator
from functools import lru_cache

VOWELS = "aeiou"
# With their plurals and derivations where these are common; long enough that a slip in one is no other word.
WORDS = """
    about above accept acceptance accepted account accountant achieve achievement achievements across address advert
    adverts advertised advice agencies agency agreement allowance already although always amount analysis analyst
    analysts another answer answers anyone anything application applications applicant applicants apply appointment
    apprentice apprenticeship architect architecture around assessment assessments availability available background
    because become before beginning behaviour believe benefit benefits between bonuses building business businesses
    calendar candidate candidates career careers certain certificate certainly challenge challenges change changes
    choose client clients colleague colleagues commercial commission commitment committee communicate communication
    company companies compare comparison competitive complete computer confident confidential consider consultancy
    consultant consultants contract contracts contractor contractors conversation counter customer customers database
    databases deadline decide decided decision decisions definitely degree delivery demonstrate department description
    designer developer developers development difference different difficult director directly discuss discussion
    document documents during early easily education effective efficient either employed employee employees employer
    employers employment engineer engineers engineering enough environment equipment especially every everybody everyone
    everything evidence example examples excellent exercise expect expected expenses experience experienced experiences
    explain family feedback figure figures finally financial finish flexible flexibility following foundation
    framework frequently function general generally government graduate graduates guarantee guidance happen happens
    hardware headhunter helpful history holiday holidays honest however hybrid immediately important improve improvement
    including income increase independent individual industry information infrastructure instead insurance intelligence
    interest interested interesting interview interviews interviewer interviewers interviewing introduction
    invoice itself junior knowledge language languages laptop leadership learning letter library location machine
    maintain maintenance management manager managers market maternity measure meeting meetings member members mention
    message minute minutes model models months morning mortgage necessary negotiate negotiation negotiating network
    networks nothing notice number numbers offer offered office offices onboarding operations opinion opportunity
    opportunities option options organisation organisations ourselves outside overtime particular particularly partner
    payment payroll pension people percentage performance period permanent permission person personal personality
    platform please portfolio position positions possible possibly practical practice prepare preparation pressure
    previous probably probation problem problems process processes product production professional profile programme
    programmer programming progress project projects promise promotion proposal provide purpose qualification
    qualifications qualified quality question questions quickly quietly rather reason reasons receive recommend
    referee referees referral referrals deposit deposited withdrawal handbook induction appraisal vetting clearance
    recommendation recruit recruiter recruiters recruiting recruitment redundancy reference references relationship
    relevant reliable remember remote remotely replace reply report request require required requirement requirements
    research reserve resignation response responsibilities responsibility responsible result results retention review
    reviews salaries salary satisfied schedule science scientist scientists search security selection senior seniority
    separate separately service services several shortlist similar simple skills software solution solutions someone
    something sometimes speak specialist specialists specification stakeholder standard standards statement strategy
    strength strengths strong structure student studies subject success successful successfully suggest suitable support
    surprise surprised system systems technical technically technology technologies temporary themselves therefore
    thorough through throughout together tomorrow towards training transparent understand understanding university
    usually vacancies vacancy various version visible waiting warning website weekend welcome whether without women
    wonder worker workers working workplace workshop writing written yesterday yourself
"""
# Words that look like a slip of another.
RIGHT = frozenset(
    [
        "abut",
        "analyses",
        "anther",
        "avert",
        "averts",
        "became",
        "behavior",
        "carer",
        "carers",
        "chose",
        "clint",
        "compere",
        "compete",
        "confidant",
        "contact",
        "contactor",
        "contactors",
        "contacts",
        "curtain",
        "daring",
        "decade",
        "decode",
        "decoded",
        "deportment",
        "directer",
        "discus",
        "ether",
        "exorcise",
        "expanses",
        "fallowing",
        "finnish",
        "gradate",
        "gradates",
        "latter",
        "leaning",
        "litter",
        "locution",
        "manages",
        "manger",
        "mangers",
        "massage",
        "meting",
        "minuet",
        "minuets",
        "modal",
        "modals",
        "modes",
        "mortgagee",
        "moths",
        "noting",
        "notwork",
        "notworks",
        "parson",
        "personalty",
        "premise",
        "rater",
        "rely",
        "sample",
        "senor",
        "sills",
        "skulls",
        "stricture",
        "string",
        "strung",
        "studios",
        "though",
        "trough",
        "wander",
        "waning",
        "waring",
        "wether",
        "whither",
        "winder",
        "woman",
    ]
)


def slips_of(word: str) -> Iterator[str]:
    """The word with a letter left out, doubled or undoubled, two letters changed over, or another vowel; the first letter stays."""
    for place in range(1, len(word)):
        before, letter, after = word[:place], word[place], word[place + 1 :]
        yield before + letter + letter + after
        if place < len(word) - 1:
            yield before + after
        yield before + after[:1] + letter + after[1:]
        if letter in VOWELS and after:
            yield from (before + vowel + after for vowel in VOWELS)


@lru_cache(maxsize=1)
def known_slips() -> dict[str, str]:
    """From each slip to the word that was meant; what can be two of them is left out."""
    words = frozenset(WORDS.split())
    meant: dict[str, set[str]] = {}
    for word in words:
        for slip in slips_of(word):
            meant.setdefault(slip, set()).add(word)
    return {slip: whole.pop() for slip, whole in meant.items() if len(whole) == 1 and slip not in words | RIGHT}
