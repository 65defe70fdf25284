"""Slips in e-mail domains: a suggestion that helps, never blocks, and never doubts a provider that exists.

The page applies the same rule to the same lists while somebody types (static/js/enquiry-form.js).
"""

from typing import Any

DOMAINS = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "outlook.co.uk",
    "hotmail.com",
    "hotmail.co.uk",
    "hotmail.fr",
    "live.com",
    "live.co.uk",
    "msn.com",
    "icloud.com",
    "me.com",
    "yahoo.com",
    "yahoo.co.uk",
    "yahoo.ie",
    "yahoo.fr",
    "yahoo.ca",
    "yahoo.com.au",
    "yahoo.co.in",
    "ymail.com",
    "rocketmail.com",
    "aol.com",
    "aol.co.uk",
    "btinternet.com",
    "btopenworld.com",
    "virginmedia.com",
    "talktalk.net",
    "sky.com",
    "blueyonder.co.uk",
    "ntlworld.com",
    "tiscali.co.uk",
    "plusnet.com",
    "protonmail.com",
    "protonmail.ch",
    "proton.me",
    "gmx.com",
    "gmx.net",
    "gmx.de",
    "gmx.co.uk",
    "fastmail.com",
    "hushmail.com",
    "tutanota.com",
    "zoho.com",
]
# Ends that no domain has.
ENDS = {
    **dict.fromkeys(
        ["con", "cmo", "ocm", "cpm", "cim", "cok", "vom", "xom", "clm", "coom", "comm", "comn", "c"], "com"
    ),
    **dict.fromkeys(
        ["co.ik", "co.ul", "co.uj", "co.yk", "co.k", "co.u", "co.ku", "couk", "cu.uk", "c.uk", "co.ukk", "co.uuk"],
        "co.uk",
    ),
    **dict.fromkeys(["ner", "nte", "met", "nett"], "net"),
}
# Ends of countries, where none of these providers is.
COUNTRIES = dict.fromkeys(["co", "cm", "om"], "com")
# A shorter name is near to too many others, and somebody else's in those countries.
SHORTEST = 5
RULE: dict[str, Any] = {"domains": DOMAINS, "ends": ENDS, "countries": COUNTRIES, "shortest": SHORTEST}


def suggest(email: str) -> str | None:
    """The address with the domain that was probably meant, or None when it looks right or like nothing we know.

    Doubted are ends that do not exist, and names that differ from a provider's by one letter that was left out, added
    or changed, or by two that were swapped. Nobody gets the first letter wrong: that is mail.com, email.com, cloud.com.
    """
    local, _, domain = email.rpartition("@")
    name, _, typed_end = domain.lower().partition(".")
    end = (ENDS | COUNTRIES if len(name) >= SHORTEST else ENDS).get(typed_end, typed_end)
    if not local or f"{name}.{typed_end}" in DOMAINS:
        return None
    if f"{name}.{end}" in DOMAINS:
        return f"{local}@{name}.{end}"
    if any(known.startswith(f"{name}.") for known in DOMAINS):
        return None
    meant = (known for known in DOMAINS if known.partition(".")[2] == end and is_slip(name, known.partition(".")[0]))
    known = next(meant, None)
    return f"{local}@{known}" if known else None


def is_slip(typed: str, meant: str) -> bool:
    """Whether they differ by one letter after the first, or by two neighbours that were swapped."""
    if len(meant) < SHORTEST or typed[:1] != meant[:1] or typed == meant:
        return False
    start = 1
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    one, other = typed[start:], meant[start:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return one[1:] == other or one == other[1:] or one[1:] == other[1:] or swapped
