"""Names of hosts, as far as their spelling tells something."""

import re
from itertools import pairwise

# Misspellings of .com, .net, .org, .uk and what stands before it; none of them is a domain at the top (IANA, 2026).
TOP_SLIP = re.compile(
    r"con|cmo|ocm|vom|xom|cpm|cim|coom|comm|ccom|c0m|comn|ogr|rog|prg|irg|orgg|oorg|og|nte|nett|nt|ukk|uuk|ku|uj|ul|ui"
    r"|ik|yk|jk|couk|orguk|govuk|acuk|.?|.*\d.*"
)
SECOND_SLIP = re.compile(r"or|rg|oeg|irg|prg|og|ogr|orgg|gob|goc|gvo|ogv|cou|vo|xo|cp|c|o|com")
LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
# “ww.gov.uk” and “wwwgov.uk”, not “www2.…”.
WWW_SLIP = re.compile(r"ww|wwww+|wwe|wwq|wvw|www(?=[a-z]).+")
MAIL_SLIP = re.compile(
    r"(?:gmial|gmal|gmai|gamil|gnail|gmil|ggmail|hotmial|hotmal|hotnail|hotmil|outlok|outloo|otulook|yaho|yahooo|iclod|icoud)\.\w+(?:\.\w+)?"
)
EXAMPLES = frozenset({"example.com", "example.net", "example.org"})  # RFC 2606, section 3
STAND_IN = re.compile(
    r"(?:your|my)-?(?:own-?)?(?:web-?)?(?:site|domain|url|link|address)(?:-?name)?"
    r"|your-?(?:company|agency|business|brand|organi[sz]ation|name|page|blog|firm|logo)(?:-?name)?"
    r"|(?:site|company|client|domain|agency|business|brand)-?name|company-?(?:web)?site|website|placeholder|todo|tbd|x{3,}"
    r"|(?:insert|add|paste|put)-?(?:your-?)?(?:link|url|address)(?:-?here)?|(?:link|url|address)-?(?:goes-?)?(?:here|to-follow|tbc)"
    r"|(?:(?:your|the|client|company)-?)?(?:web-?)?(?:site|page|name|domain)-?(?:goes-?here|here|tbc|to-?follow|to-?come)"
    r"|(?:some|any|sample|dummy|example|test|fake)-?(?:site|domain|company|website|page|link|url)|(?:company|firm|employer|client)-?[xyz]"
    r"|replace-?(?:me|this)|foo(?:bar)?|lorem-?ipsum|change-?me|fix-?me|tbc|asdf+|qwerty|blah(?:blah)*"
)
# What nobody means who has registered it: only where it is the whole name, since “link.springer.com” is a publisher.
STAND_IN_NAME = re.compile(
    r"url|links?|website|site|domain|hostname|dummy|sample|demo-?site|acme|xyz|zzz+|lorem|ipsum|foo|baz|company|mycompany|ourcompany"
    r"|(?:client|company|customer|agency|employer|business|brand|partner|organi[sz]ation|publisher|source"
    r"|competitor|supplier|university)-?(?:web-?)?(?:site|page|url|domain|link|home-?page|name|1|2|a|b|x)"
    r"|(?:first-?name|forename|your|my|full)-?(?:last-?name|surname|name)|(?:john|jane)-?doe"
    r"|(?:your|our|my|the|their|this|that|some|any|real|actual|correct|right|new|old)-?(?:web-?)?(?:site"
    r"|domain|url|link|address|page|company|agency|firm|business|brand)-?(?:name|here)?"
    r"|(?:needs?|awaiting|missing|no|get|find|check|update)-?(?:the-?)?(?:link|url|address)(?:-?(?:here|please|pls|later))?"
    r"|to-?be-?(?:confirmed|added|decided)|coming-?soon|not-?(?:sure|known)-?yet|placeholder-?\w*"
)
STAND_IN_TOP = frozenset({"here", "tld", "example", "test", "invalid", "placeholder"})
SECOND_LEVEL = re.compile(r"co|org|ac|com|net|ltd|plc|nhs")


def without_www(host: str) -> str:
    return host.casefold().removeprefix("www.").rstrip(".")


def is_mistyped(host: str) -> bool:
    """Whether no such host can be, or its name is a known slip of the fingers."""
    labels = host.casefold().removesuffix(".").split(".")
    if ":" in host or all(label.isdecimal() for label in labels):  # an IP address
        return False
    return (
        len(labels) < 2
        or not all(map(LABEL.fullmatch, labels))
        or bool(TOP_SLIP.fullmatch(labels[-1]) or WWW_SLIP.fullmatch(labels[0]))
        or (labels[-1] == "uk" and len(labels) > 2 and SECOND_SLIP.fullmatch(labels[-2]) is not None)
        or any(first == second in ("com", "uk", "co") for first, second in pairwise(labels))
    )


def is_placeholder(host: str) -> bool:
    """Whether the name was meant to be replaced, or is kept for examples."""
    name = without_www(host)
    labels = name.split(".")
    if name in EXAMPLES or labels[-1] in STAND_IN_TOP:
        return True
    registered = site_of(name).partition(".")[0]
    return len(labels) <= 3 and bool(STAND_IN.fullmatch(labels[0]) or STAND_IN_NAME.fullmatch(registered))


def belongs_to(host: str, sites: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether the host is one of these sites or a part of one."""
    name = without_www(host)
    return any(name == site or name.endswith(f".{site}") for site in sites)


def site_of(host: str) -> str:
    """The name that somebody registered, as near as two labels and the British second levels tell: `gov.uk` stays whole."""
    labels = without_www(host).split(".")
    is_second = len(labels) > 2 and len(labels[-1]) == 2 and SECOND_LEVEL.fullmatch(labels[-2])
    return ".".join(labels[-3:] if is_second else labels[-2:])
