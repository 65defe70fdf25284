"""One spelling for words that British and American English write differently.

The rules also change words that have one spelling only ("rise" becomes "rize"); that does no harm, as long as texts and
searches go through the same rules. What is spelled so is compared and never shown.
"""

import re

# What no rule covers, by its beginning.
BEGINNINGS = {
    "artefact": "artifact", "sceptic": "skeptic", "counsellor": "counselor", "jewellery": "jewelry", "cheque": "check",
    "grey": "gray", "tyre": "tire", "alumini": "alumin", "mould": "mold", "plough": "plow", "manoeuvre": "maneuver",
    "specialit": "specialt", "dialled": "dialed", "dialling": "dialing", "learnt": "learned",
}  # fmt: skip
ENDINGS = r"(?:e|ed|es|er|ers|ing|able|ations?|ational)"
RULES = [
    (re.compile(pattern), instead)
    for pattern, instead in (
        (rf"(?<=[a-z]{{2}})is({ENDINGS})$", r"iz\1"),  # organise, organisation
        (rf"(?<=[a-z])lys({ENDINGS})$", r"lyz\1"),  # analyse
        (r"(?<=[a-z]{2})our(s|ed|ing|ful|less|able|al|ally|hood|hoods|ites?|ism|ist|ists)?$", r"or\1"),  # labour
        (r"(?<=[a-z])([bt])re(s|d)?$", lambda found: f"{found[1]}er{(found[2] or '').replace('d', 'ed')}"),  # centre
        (r"(?<=[a-z])ogue(s|d)?$", r"og\1"),  # catalogue
        (r"^(lic|def|off|pret)ence(s|d)?$", r"\1ense\2"),  # licence
        (r"^practic(e|es|ed|ing)$", r"practiz\1"),  # "practise" has become "practize" above
        (r"^programme(s)?$", r"program\1"),
        (r"^(judg|acknowledg|abridg)e(ments?)$", r"\1\2"),  # judgement
        (r"^(enrol|fulfil|instal|instil|distil)(s|ments?)?$", r"\1l\2"),  # enrolment
        (r"^(skil|wil)ful(ly|ness)?$", r"\1lful\2"),
        (r"^age(ing|ism)$", r"ag\1"),
        (rf"^({'|'.join(BEGINNINGS)})", lambda found: BEGINNINGS[found[1]]),
        (r"^(p)aed|^(an)aes|^(orthop)aed", lambda found: found[0].replace("ae", "e")),  # paediatric
    )
]


def one_spelling(word: str) -> str:
    """The folded word as the rules spell it."""
    for pattern, instead in RULES:
        word = pattern.sub(instead, word)
    return word
