"""E-mail addresses as people paste them, and what is wrong with one, in a sentence that says so."""

import re
import unicodedata

import idna
from django.core.exceptions import ValidationError

from articles.lib.mail_addresses import on_the_wire

# Full-width signs and the dots of East Asian keyboards; dashes and apostrophes that word processors put in.
PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
PLAIN |= str.maketrans("。｡﹫‐‑–’‘", "..@---''")
IN_BRACKETS = re.compile(r".*<([^<>]*)>[\s.,;]*")
REMARK = re.compile(r"\s+\([^()]*\)$")
LINK = re.compile(r"^(?:mailto|e-?mail):|\?(?:subject|body|cc|bcc)=.*", re.IGNORECASE)
AROUND = " .,;:<>()[]{}\"“”'*!?|…"
# RFC 5322, section 3.2.3: what a name before the @ is made of, and the dots between.
NOT_BEFORE = re.compile(r"[^\w.!#$%&'*+/=?^`{|}~-]", re.ASCII)
# Scripts of India and others write vowels as marks, and need what joins letters or keeps them apart unseen.
MARKS = ("Mn", "Mc")
AFTER = ".-\u200c\u200d"
GENERAL = "Enter an e-mail address in the form name@example.com."
TOO_LONG = "This e-mail address is longer than any that mail can be sent to. Check it, or give another address."
FORM = "Enter it in the form name@example.com."


def mended(line: str) -> str:
    """The address in a mended line: without `mailto:`, without the name in front of `<…>`, and without signs around it."""
    text = REMARK.sub("", line.translate(PLAIN))
    if bracketed := IN_BRACKETS.fullmatch(text):
        text = bracketed[1]
    text = LINK.sub("", text.strip(AROUND)).strip(AROUND)
    local, at, domain = re.sub(r" *@ *", "@", text).rpartition("@")
    return local + at + (domain if domain.isascii() else unicodedata.normalize("NFC", domain.lower()))


def fault(address: str) -> str:
    """What is wrong with a mended address, as a sentence; empty when we can write to it."""
    local, at, domain = address.rpartition("@")
    match bool(at), local.count("@"), bool(local), bool(domain):
        case False, *_:
            return f"There is no @ in this e-mail address. {FORM}"
        case _, 0, False, _:
            return f"Something is missing before the @. {FORM}"
        case _, 0, _, False:
            return f"Something is missing after the @. {FORM}"
        case _, several, *_ if several:
            return "There is more than one @ in this e-mail address. Enter one address only."
    if " " in address:
        return "There is a space in this e-mail address. Take it out, and enter one address only."
    return _before(local) or _after(domain) or _whole(address)


def _before(local: str) -> str:
    """RFC 6531 allows any letter here, but few servers take such mail, and ours does not send it."""
    if wrong := NOT_BEFORE.search(local):
        if wrong[0].isascii():
            return f"An e-mail address cannot have “{wrong[0]}” in it. {FORM}"
        return f"We cannot write to an address with “{wrong[0]}” before the @. Please give another address."
    return "There is a dot too many before the @." if ".." in local or local[-1] == "." else ""


def _after(domain: str) -> str:
    if wrong := next((sign for sign in domain if not _may_stand_after(sign)), ""):
        return f"An e-mail address cannot have “{wrong}” after the @. {FORM}"
    if ".." in domain:
        return "There is a dot too many after the @."
    if "." not in domain and domain != "localhost":
        return "The part after the @ is not complete. It ends like example.com or example.co.uk."
    return ""


def _may_stand_after(sign: str) -> bool:
    return sign.isalnum() or sign in AFTER or unicodedata.category(sign) in MARKS


def _whole(address: str) -> str:
    """Both must agree: Django's rule, and IDNA 2008 (RFC 5891), by which a domain in other letters is looked up."""
    try:
        on_the_wire(address)
        idna.encode(address.rpartition("@")[2])
    except ValidationError as error:
        return TOO_LONG if error.code == "too_long" else GENERAL
    except idna.IDNAError:
        return GENERAL
    return ""
