"""Links to e-mail addresses and telephone numbers: whether a message or a call can arrive, and at whom the words name."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import phonenumbers
from phonenumbers import shortnumberinfo

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.addresses import Placed, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.hosts import MAIL_SLIP, belongs_to, is_mistyped, is_placeholder, without_www
from articles.gate.prose.words import cut

REGION = "GB"
# Before the @ as RFC 5322, section 3.2.3, has it without quotation marks.
ADDRESS = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?P<host>[^@\s]+)")
ADDRESS_IN_WORDS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"\+?\d{3,15}")
NUMBER_IN_WORDS = re.compile(r"(?<![\w£$€.,])(?:\+|\(?0)\d[\d ().–-]{6,20}\d(?!\w)")
SEPARATORS = re.compile(r"[\s().-]")  # RFC 3966, section 5.1.1, and the space, which telephones pass over
TRUNK = re.compile(r"\+440|00")  # the nought that is not dialled from abroad, or a prefix of one country
STAND_IN = frozenset({"you", "your", "name", "yourname", "your.name", "email", "youremail", "firstname.lastname"})

MAIL = Rule(
    check="link-mail-wrong",
    level=Level.BLOCKS,
    why="A message to this address cannot arrive, and its writer may never learn that.",
    advice="Choose the link again and type the address as it is, such as mailto:team@agency.co.uk.",
)
PHONE = Rule(
    check="link-phone-wrong",
    level=Level.BLOCKS,
    why="Whoever taps the link on a phone reaches nobody, or a stranger.",
    advice="Write the number with its country and nothing else, such as tel:+441614960123.",
)
DIFFERENT = Rule(
    check="link-contact-differs",
    level=Level.WARNS,
    why="What a reader copies and what a reader taps reach different people.",
    advice="Find out which is right and use it in both.",
)


def link_mail_wrong(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if (
            placed.parts.scheme == "mailto"
            and placed.parts.path
            and not all(_can_arrive(to, site.hosts) for to in _recipients(placed))
        ):
            what = f"The link “{cut(placed.link.words)}” writes to “{cut(unquote(placed.parts.path))}”, which is no e-mail address."
            yield MAIL.found(placed.place, what, excerpt=cut(placed.link.words))


def link_phone_wrong(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if placed.parts.scheme == "tel":
            number = unquote(placed.link.address.partition(":")[2])
            shown = _numbers(placed.link.words)
            if (dialled := _dialled(number)) is None:
                what = f"The link “{cut(placed.link.words)}” dials “{cut(number)}”, which is no telephone number."
                yield PHONE.found(placed.place, what, excerpt=cut(placed.link.words))
            elif shown and dialled not in shown:
                what = f"The link “{cut(placed.link.words)}” dials another number, “{cut(number)}”."
                yield PHONE.found(placed.place, what, excerpt=cut(placed.link.words))


def link_contact_differs(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        words = placed.link.words
        shown = {found.casefold() for found in ADDRESS_IN_WORDS.findall(words)} if "@" in words else set()
        given = {to.casefold() for to in _recipients(placed)} if placed.parts.scheme == "mailto" else set()
        is_number = placed.parts.scheme == "mailto" and not shown and _numbers(words)
        if placed.link.address and ((shown and not shown & given) or is_number):
            what = f"The link “{cut(words)}” leads to “{cut(placed.link.address)}”."
            yield DIFFERENT.found(placed.place, what, excerpt=cut(words))


def _recipients(placed: Placed) -> list[str]:
    return [to.strip() for to in unquote(placed.parts.path).split(",")]


def _can_arrive(address: str, hosts: frozenset[str]) -> bool:
    found = ADDRESS.fullmatch(address)
    if not found:
        return False
    host, user = found["host"].casefold(), address.rpartition("@")[0].casefold()
    if host.startswith("www.") or is_mistyped(host) or host.endswith(".") or MAIL_SLIP.fullmatch(host):
        return False
    is_ours = belongs_to(host, tuple(map(without_www, hosts)))
    return is_ours or not (is_placeholder(host) or (user in STAND_IN and host in ("email.com", "domain.com")))


def _dialled(number: str) -> str | None:
    """The number in its one international form, None for what no telephone can dial."""
    digits = SEPARATORS.sub("", number.partition(";")[0])
    if not NUMBER.fullmatch(digits) or TRUNK.match(digits):
        return None
    read = phonenumbers.parse(digits, REGION)
    if shortnumberinfo.is_valid_short_number_for_region(read, REGION):
        return digits
    is_whole = digits.startswith(("+", "0")) and phonenumbers.is_possible_number(read)
    return f"+{read.country_code}{read.national_number}" if is_whole else None


def _numbers(words: str) -> set[str]:
    """The telephone numbers that the words of a link show."""
    shown = (found.replace("–", "-").replace("(0)", "") for found in NUMBER_IN_WORDS.findall(words))
    return {dialled for number in shown if (dialled := _dialled(number))}


CHECKS = (link_mail_wrong, link_phone_wrong, link_contact_differs)
