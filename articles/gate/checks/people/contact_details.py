"""Telephone numbers and e-mail addresses of people, which are personal data (UK GDPR, article 4(1)) and bring them spam.

The agency's own, those of a role such as jobs@, and numbers that begin with 03 or 08, which only organisations have
(Ofcom's National Telephone Numbering Plan), are meant to be found.
"""

import re
from collections.abc import Iterator

from articles.gate.contacts import national
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

NUMBER = filtered(r"(?<![\w/.,£$€-])(?:\+\d{1,3}[ -]?)?(?:\(\+?\d{1,6}\)[ -]?)?\d(?:[ -]?\d){5,13}(?![\w/£%]|[.,]\d)")
OF_ORGANISATIONS = ("03", "08", "09", "00800")
BRITISH = range(10, 12)  # digits of a British number with its first nought
ABROAD = range(10, 16)  # digits of an international number (ITU-T E.164 allows fifteen)
SHARED = re.compile(
    r"\b(?:us|our|helplines?|hotlines?|switchboards?|advice line|reception|head office|department|embassy|hospital"
    r"|police|samaritans)\b",
    re.IGNORECASE,
)
OF_ONE = re.compile(r"\b(?:her|him|his|hers|my|mine|candidate|home|mobile|text|whatsapp)\b", re.IGNORECASE)
ADDRESS = re.compile(r"(?<![\w.+-])([\w+-][\w.+-]*)@((?:[\w-]+\.)+[A-Za-z]{2,})\b")
# A first name and a last name or initial, or a number that sets namesakes apart; those of a role have neither.
NAMELIKE = re.compile(r"[a-z]+[._][a-z]+\w*(?:[._]\w+)*|\w*[a-z]\d+", re.IGNORECASE)
PRIVATE_DOMAIN = re.compile(
    r"(?:g(?:oogle)?mail|hotmail|outlook|live|yahoo|ymail|icloud|me|mac|aol|btinternet|proton(?:mail)?|gmx|sky"
    r"|virginmedia)\.[a-z.]+",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:jobs?|press|info\w*|hello|contact\w*|enquir\w+|inquir\w+|support|help\w*|sales|careers?|hr|people"
    r"|recruit\w*|talent|admin\w*"
    r"|office|team|group|policy|privacy|dpo|data|protection|media|marketing|accounts?|billing|finance|payroll|legal"
    r"|security|no|reply"
    r"|feedback|news\w*|edit\w+|events?|bookings?|services?|customers?|desk|apply|applications?|cvs?|complaints?"
    r"|advice|training|bot"
    r"|\w*payments?|your|first|last|full|user|name|surname|firstname|lastname|someone|example|test)\b"
)
SAMPLE_DOMAIN = re.compile(
    r"(?:e?mail|domain|yourdomain|company|yourcompany|your-company|address|example)\.(?:com|co\.uk|org|net)",
    re.IGNORECASE,
)
SAMPLE = re.compile(
    r"\b(?:such as|avoid|e\.g|for example|sensible|professional|unprofessional|format|etc|technical user"
    r"|placeholder)\b",
    re.IGNORECASE,
)
PRIVATELY = re.compile(r"\b(?:her|his|him|private|personal)\b", re.IGNORECASE)
OF_US = re.compile(r"\b(?:us|team) (?:at|on|via)\b", re.IGNORECASE)
REACH = 60  # characters around an address that may say whose it is
# The commonest given names of people at work in the UK (Office for National Statistics, baby names).
GIVEN_NAME = re.compile(
    r"adam|alan|alex|amy|ana|andrew|anna|ben|charlotte|chloe|chris|claire|dan|daniel|dave|david|ed|emily|emma|fatima"
    r"|fiona|george|hannah|harry|helen|ian|jack|james|jane|jen|jess|jim|jo|joe|john|julie|kate|karen|kim|laura|lee|lisa"
    r"|lucy|luke|maria|mark|martin|mary|matt|megan|mike|mohammed|nick|nicola|olivia|paul|pete|peter|priya|rachel"
    r"|rebecca|rob|robert|ruth|ryan|sam|sara|sarah|simon|sophie|steve|sue|susan|tim|tina|tom|tony|will",
    re.IGNORECASE,
)

PHONE = Rule(
    check="personal-phone",
    level=Level.WARNS,
    why="A person’s telephone number is personal data (UK GDPR, article 4), and on a public page anybody can use it.",
    advice="Take it out, or give the agency’s own number. An organisation’s published number may stay: name whose it is.",
)
EMAIL = Rule(
    check="personal-email",
    level=Level.WARNS,
    why="A person’s e-mail address is personal data (UK GDPR, article 4), and programs collect it from public pages.",
    advice="Take it out, or give the agency’s own address or one of a role, such as jobs@.",
)


def personal_phone(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        for sentence in sentences(passage.text) if NUMBER.search(passage.text) else ():
            for match in NUMBER.finditer(sentence):
                if _is_a_persons(match, site):
                    what = f"“{match[0]}” may be somebody’s own telephone number."
                    yield PHONE.found(passage.place, what, excerpt=cut(sentence))


def personal_email(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        for match in ADDRESS.finditer(passage.text) if "@" in passage.text else ():
            if _names_a_person(match, site):
                yield EMAIL.found(
                    passage.place, "An e-mail address of one person stands in the guide.", excerpt=match[0]
                )


def _is_a_persons(number: re.Match[str], site: SiteContext) -> bool:
    digits = national(number[0])
    is_abroad = number[0].startswith("+") and not digits.startswith("0")
    is_number = len(digits) in (ABROAD if is_abroad else BRITISH) and (is_abroad or digits[0] == "0")
    around = number.string[max(0, number.start() - REACH) : number.end() + REACH]
    is_shared = digits.startswith(OF_ORGANISATIONS) or (SHARED.search(around) and not OF_ONE.search(around))
    return is_number and not is_shared and digits not in site.contacts


def _names_a_person(address: re.Match[str], site: SiteContext) -> bool:
    local, domain = address[1], address[2].lower()
    around = address.string[max(0, address.start() - REACH) : address.end() + REACH]
    is_own = address[0].lower() in site.contacts or domain in {host.removeprefix("www.") for host in site.hosts}
    is_sample = SAMPLE_DOMAIN.fullmatch(domain) or SAMPLE.search(around) or OF_US.search(around)
    is_of_a_role = ROLE.search(re.sub(r"[\W_\d]+", " ", local).lower())
    is_private = NAMELIKE.fullmatch(local) or PRIVATE_DOMAIN.fullmatch(domain) or PRIVATELY.search(around)
    return bool(is_private or GIVEN_NAME.fullmatch(local)) and not (is_own or is_sample or is_of_a_role)


CHECKS = (personal_phone, personal_email)
