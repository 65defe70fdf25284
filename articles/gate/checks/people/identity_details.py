"""What somebody could be impersonated or found with: numbers of identity, cards and accounts, birthdays, home addresses.

Sources of the forms: HMRC's NIM39110 (National Insurance), ISO/IEC 7812-1 (cards, with Luhn's check digit), ISO 13616
(IBAN, remainder of 97), the NHS Data Dictionary (NHS number), Royal Mail's PAF guide (postcodes).
"""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
LIVING = r"(?:19[3-9]\d|20\d\d)"
DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},? {LIVING}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {LIVING}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:{LIVING}|\d\d)\b|{LIVING}-\d\d-\d\d)"
)
POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
STREET = (
    r"\b\d{1,4}[a-zA-Z]?,? (?:[A-Z][\w’'-]+ ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Crescent"
    r"|Court|Gardens|Place|Terrace|Grove|Mews|Walk|Square|Row|Hill|Park|View|Rise)\b"
)
HOME = r"\b(?:lives?|lived|living|home|resides?|home address|(?:her|his|my|candidate[’']s) address|[Aa]ddress:|flat)\b"
# A paper with a number, and a number of five digits or more; not that of a telephone.
PAPER = (
    r"(?:[Pp]assport|e-?[Vv]isa|[Vv]isa|[Bb]iometric (?:residence )?(?:permit|card)|[Rr]esidence (?:permit"
    r"|card)|BRP|BRC|[Dd]riv(?:ing|er[’']s) licen[cs]e|[Ll]icen[cs]e (?:number|no\b)"
    r"|NHS [Nn]umber|CHI|PPSN?|[Ss]ocial [Ss]ecurity|SSN|PESEL|NIF|DNI|Aadhaar|PAN card|[Ii]dentity card"
    r"|ID card|ID number|[Cc]ertificate of [Ss]ponsorship|CoS\b|DBS|[Vv]etting (?:number|reference)"
    r"|[Tt]ax reference|UTR|[Uu]nique [Tt]axpayer [Rr]eference|(?:[Ss]tudent|[Ss]taff|[Ee]mployee|[Pp]ayroll"
    r"|[Pp]ersonnel|[Hh]ospital|[Pp]atient|[Pp]olicy) (?:ID|number|no\b\.?)|[Cc]learance (?:number|reference))"
)
LONG_NUMBER = (
    r"(?!0[1-9]\d|ISO\b|SOC\b|PCI\b|BS\b|EN\b|IEC\b)(?=(?:[A-Z \-]{0,6}\d){5})[A-Z\d](?:[ -]?[A-Z\d]){5,20}\b(?![,.]\d)"
)
# “His password, Winter2026!”
ENTRY = (
    r"\b(?:[Pp]assword|[Pp]asscode|[Ll]ogin)\b(?: for [\w ]{2,30})?(?: is|:|,"
    r"| =) ?[“\"]?(?=[^\s-]*[A-Za-z])(?=[^\s-]*\d)[^\s-]{6,}|\bPIN(?: number| code)?(?: is|:|,) ?\d{4}\b"
)
IS = r"(?:(?: number| no\.?| code)?(?: is| was|:|,)? {0,2})"
FORMS = (
    (re.compile(r"\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b"), "a National Insurance number"),
    (re.compile(rf"\b(?:[Nn]ational [Ii]nsurance|NINO|NI){IS}[A-Za-z]{{2}} ?(?:\d\d ?){{3}}[A-Da-d]\b"), "a National Insurance number"),
    (re.compile(r"\b[Pp]assport\b(?: no\.)?[^\d.]{0,25}\b(?:[A-Z]\d{8}|\d{3} ?\d{3} ?\d{3})\b"), "a passport number"),
    (re.compile(r"\b\d\d-\d\d-\d\d\D{1,20}\b\d{8}\b|\b[Ss]ort[ -]?code\b\D{0,10}\d\d[- ]?\d\d[- ]?\d\d\b"
        r"|\b[Aa]ccount\b[^\d.]{0,15}\b\d{8}\b"), "the details of a bank account"),
    (re.compile(r"\b[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}\b"), "a driving licence number"),
    (re.compile(r"\b(?:UTR|[Tt]axpayer [Rr]eference)\b\D{0,15}\d{5} ?\d{5}\b"), "a tax reference"),
    (re.compile(r"\b[Ss]hare code\b[^.]{0,15}\b[A-Z\d]{3} ?[A-Z\d]{3} ?[A-Z\d]{3}\b"), "a share code"),
    (re.compile(r"\bNHS\b(?:\D{0,15}| [Nn]umber\b[^\d.;]{0,40})\d{3} ?\d{3} ?\d{4}\b"), "an NHS number"),
    (re.compile(rf"\b{PAPER}\b[^\d.;A-Z]{{0,25}}?(?:[Nn]o\.? ?|[Nn]umber:? ?)?\b{LONG_NUMBER}"), "the number of somebody’s papers"),
    (re.compile(rf"\b(?:ID|[Nn]umber|[Rr]eference) {LONG_NUMBER} (?:belongs to|is (?:his|hers)|of (?:Mr|Mrs|Ms|Dr)\b)"), "the number of somebody’s papers"),
    (re.compile(ENTRY), "a password"),
    (re.compile(rf"\b[Bb]orn\b[^.;]{{2,70}}?\bon (?:the )?{DAY}"), "a date of birth"),
    (re.compile(rf"\b[Bb]orn (?:on )?(?:the )?{DAY}|\b(?:[Dd]ate of birth|[Bb]irthday|DOB|[Dd]\.[Oo]\.[Bb]\.?|dob)(?: is"
        rf"| was|:|,)? ?{DAY}"), "a date of birth"),
    (re.compile(rf"{HOME}[^.]{{0,40}}?(?:{STREET}|{POSTCODE})|{STREET}[^.]{{0,60}}{HOME}"), "a home address"),
)  # fmt: skip
DIGITS = re.compile(r"(?<![\w.,£$€-])[3-6]\d{3}(?:[ -]?\d){9,15}(?!\w|[.,]\d)")
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b")
SAMPLE = re.compile(
    r"\b(?:looks? like|for example|e\.g\.|in the (?:form|format)|such as|format of|made[- ]up|fictional|(?:code|number|something) like)\b",
    re.IGNORECASE,
)
LEAST = filtered(r"\d|\bborn\b|\bhome\b", re.IGNORECASE)

IDENTITY = Rule(
    check="identity-details",
    level=Level.BLOCKS,
    why="With it, somebody could be impersonated, robbed or found at home; nobody’s belongs on a public page (UK GDPR, article 5(1)(f)).",
    advice="Take it out. Where a form is to be shown, say so, with “for example” and made-up digits.",
)


def identity_details(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        if LEAST.search(passage.text) and (name := _named(passage.text)) and not SAMPLE.search(passage.text):
            yield IDENTITY.found(passage.place, f"This reads like {name}.", excerpt=cut(_hidden(passage.text)))


def _named(text: str) -> str:
    """What the first detail in the text is, or nothing."""
    for form, name in FORMS:
        if form.search(text):
            return name
    if any(_is_card(match[0]) for match in DIGITS.finditer(text)):
        return "the number of a payment card"
    return "the number of a bank account" if any(_is_iban(match[0]) for match in IBAN.finditer(text)) else ""


def _is_card(number: str) -> bool:
    """Whether Luhn's check digit is right."""
    digits = [int(sign) for sign in reversed(number) if sign.isdigit()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_iban(number: str) -> bool:
    """Whether the remainder of 97 is right."""
    bare = number.replace(" ", "")
    return int("".join(str(int(sign, 36)) for sign in bare[4:] + bare[:4])) % 97 == 1


def _hidden(text: str) -> str:
    """The text without the words that have digits: findings are stored, listed and sent."""
    return re.sub(r"\w*\d\w*", lambda word: "•" * len(word[0]), text)


CHECKS = (identity_details,)
