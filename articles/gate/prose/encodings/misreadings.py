"""Text of one single-byte encoding read as another’s, UTF-7 read as plain text, and the pound sign of seven-bit text.

Each sign of such a text may be right by itself: “ú” is a letter, and in “ú70,000” what is left of “£”. So at least one
sign must be impossible where it stands before any is taken for damage.
"""

import re
from binascii import Error, a2b_base64
from collections.abc import Iterator

from articles.gate.prose.encodings.damage import LETTER, SYMBOLS, TYPOGRAPHY, Damage

# As what the text was read, and what it was.
PAIRS = (("cp850", "cp1252"), ("cp437", "cp1252"), ("mac_roman", "cp1252"), ("cp1252", "mac_roman"))
ORDINARY = frozenset("’“”–—…£€\xa0\xad")
CONTEXT = 24
# One paragraph, item, cell or line, of text or HTML.
STRETCH = re.compile(r"(?:[^<\n]|<(?!/?(?:p|ul|ol|li|h2|h3|table|thead|tbody|tr|th|td)\b))+")
ABOUT_LETTERS = re.compile(
    r"\b(?:letters?|accents?|alphabets?|characters?|vowels?|spelt|spelling|keyboard|pronounced)\b"
)
UNITING = frozenset("·‑‘´™®")  # may rightly stand between letters
LONE = frozenset("ûùñÐÑÛÇÄ")  # no words by themselves in any language of Europe
PRONOUN = re.compile(r"\b(?:I|you|he|she|it|we|they|that|there|here|who|what|let)$", re.IGNORECASE)
NEGATED = re.compile(r"\b(?:do|ca|wo|is|are|did|does|has|have|had|was|were|would|could|should)n$", re.IGNORECASE)
# “The teamís”: no name, and no Spanish.
OWNER = re.compile(r"\b(?:the|an?|our|your|their|this|that|each|every|my) (?:[a-z]+ )?[a-z]{4,}$", re.IGNORECASE)
CONTRACTED = re.compile(r"(?:s|re|ve|ll|d|m)(?!\w)")
# Irish puts a small letter before a capital: “na nÓg”.
RANGE_BEFORE = re.compile(r"\d[kK]?$")
IRISH = re.compile(r"(?<!\w)[bdghmnt]$")
UTF7 = re.compile(r"\+([A-Za-z0-9/]{3,64})(?:-|(?![\w+/]))")
PLUS = re.compile(r"(?<=\d)\+-")
POUND = re.compile(
    r"(?<![\w#&/])#(?=\d{1,3}(?:,\d{3})+(?![\d,])|\d{2,3}[kK](?!\w)|\d{1,4}(?:\.\d\d)? (?:a|an|per) (?:hour"
    r"|day|week|month|year|person|head|night|shift|session)\b)"
    # A price after what costs, pays or begins: “the fee is #65”, “start at #190”.
    r"|(?<![\w#&/])#(?=\d{1,6}(?:\.\d\d)?(?![\w,.]\d|[\w-]))(?:(?<=costs #)|(?<=costing #)|(?<=pays #)"
    r"|(?<=paid #)|(?<=pay #)|(?<=earns #)|(?<=earn #)|(?<=fee is #)|(?<=fee of #)|(?<=charge #)"
    r"|(?<=charges #)|(?<=rate is #)|(?<=rate of #)|(?<=start at #)|(?<=begin at #)|(?<=starts at #)"
    r"|(?<=begins at #)|(?<=up to #)|(?<=worth #)|(?<=bonus of #)|(?<=salary of #))"
)
# “Ranked #12,000”, “ticket #45,000”: a number, and no money.
NUMBERED = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|number|ticket|order|issue|pull request|PR|case|member|invoice|bug|employee"
    r"|customer|user|(?<!start )(?<!starts )(?<!begin )(?<!begins )at|episode|"
    r"build|place|position|version|job|ref(?:erence)?|id|commit|entry|record)(?: is| are| was| of)?\s$",
    re.IGNORECASE,
)

# What is said of money alone, right before its sign.
OF_MONEY = re.compile(
    r"\b(?:(?:fees?|costs?|prices?|priced|pays?|paid|rates?|bonus(?:es)?|budgets?|charg(?:e|es|ed|ing)|earn(?:s|ed)?|sav(?:e|es|ed|ing)"
    r"|spen[dt]s?|spending|worth|salar(?:y|ies)|wages?|refunds?|deposits?|invoiced?|an? extra|shifts? (?:start|begin)s?"
    r"|rates? (?:start|begin)s?)(?:,? (?:is|are|was|were|of|at|on|to|up to|from|between|about|around|just|only|over|under|an extra|another)){0,3}"
    r"|(?:start|begin)s? on) ?[:(]?\s?$",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\w#&/])#(?=\d{1,4}(?:\.\d\d)?(?![\d\w]|\.\d)|\d{1,3}(?:m|bn)\b)")


class Mixup:
    """One single-byte encoding read as another."""

    def __init__(self, read_as: str, meant: str) -> None:
        bytes_of = (bytes([number]) for number in range(0x80, 0x100))
        pairs = {byte.decode(read_as, "ignore"): byte.decode(meant, "ignore") for byte in bytes_of}
        self.meant = {sign: meant for sign, meant in pairs.items() if sign != meant and sign not in ORDINARY and meant}
        self.signs = re.compile(f"[{re.escape(''.join(filter(None, self.meant)))}]")
        sign_of = {meant: sign for sign, meant in self.meant.items()}
        quotes = [sign_of[mark] for mark in "“”‘’" if mark in sign_of]
        self.quoted = [self._pair(*quotes[at : at + 2]) for at in range(0, len(quotes) - 1, 2)]

    @staticmethod
    def _pair(opening: str, closing: str) -> re.Pattern[str]:
        """Words between what was an opening and what was a closing mark."""
        return re.compile(rf"(?<!\w){opening}[A-Za-z][^{opening}{closing}<>]{{0,80}}[A-Za-z.,!?]{closing}(?!\w)")

    def repairs(self, stretch: str) -> list[Damage]:
        """What to repair in the stretch if this is how it was damaged; empty when nothing is impossible as it stands."""
        found = [self._damage(stretch, match) for match in self.signs.finditer(stretch)]
        plausible = [damage for damage in found if _is_plausible(damage)]
        is_certain = any(quotes.search(stretch) for quotes in self.quoted) or any(map(_is_certain, plausible))
        if plausible and not is_certain and not ABOUT_LETTERS.search(stretch):
            is_certain = any(damage.raw in LONE and _is_alone(damage) for damage in plausible)
        return plausible if is_certain else []

    def _damage(self, stretch: str, match: re.Match[str]) -> Damage:
        start, end = match.span()
        before, after = stretch[max(0, start - CONTEXT) : start], stretch[end : end + CONTEXT]
        return Damage(start, end, match[0], self.meant[match[0]], before, after)


def misread(text: str) -> Iterator[Damage]:
    """The damage in plain text or sanitised HTML, paragraph by paragraph, in its order."""
    for stretch in STRETCH.finditer(text):
        for damage in _in_stretch(stretch[0]):
            start, end = damage.start + stretch.start(), damage.end + stretch.start()
            yield Damage(start, end, damage.raw, damage.meant, damage.before, damage.after)


def _in_stretch(stretch: str) -> list[Damage]:
    found = [] if stretch.isascii() else max((mixup.repairs(stretch) for mixup in MIXUPS), key=_weight)
    if "+" in stretch:
        found += _utf7(stretch)
    if "#" in stretch:
        found += [Damage(match.start(), match.end(), "#", "£") for match in _pounds(stretch)]
    return sorted(found, key=lambda damage: damage.start)


def _pounds(stretch: str) -> list[re.Match[str]]:
    """Each “#” that was a pound sign; where one is said of money, the numbers beside it are money too."""
    told = [match for match in POUND.finditer(stretch) if not NUMBERED.search(stretch[: match.start()][-CONTEXT:])]
    others = [match for match in NUMBER.finditer(stretch) if match.start() not in {pound.start() for pound in told}]
    if any(OF_MONEY.search(stretch[: match.start()][-40:]) for match in others):
        return sorted((*told, *others), key=lambda match: match.start())
    return told


def _weight(found: list[Damage]) -> int:
    """How much the damage explains; marks are likelier than accents."""
    return sum(1 if LETTER.match(damage.meant) else 2 for damage in found)


def _utf7(stretch: str) -> list[Damage]:
    found = [
        Damage(match.start(), match.end(), match[0], meant)
        for match in UTF7.finditer(stretch)
        if (meant := _decoded(match[1]))
    ]
    if len(found) < 2 and all(LETTER.match(damage.meant) and _may_be_word(damage.raw) for damage in found):
        return []  # “C+API” is an abbreviation, and “Development+Hub” part of an address
    plus = PLUS.finditer(stretch)
    return found + [Damage(match.start(), match.end(), "+-", "+") for match in plus]


def _may_be_word(raw: str) -> bool:
    return raw.strip("+-").isupper() or not raw.endswith("-")


def _decoded(letters: str) -> str:
    """The characters that British prose may hold and that these letters stand for in UTF-7, empty where they stand for none."""
    try:
        data = a2b_base64(letters + "=" * (-len(letters) % 4))
    except Error:
        return ""
    if len(data) * 8 // 16 * 16 + 6 <= len(letters) * 6:
        return ""
    text = data[: len(data) // 2 * 2].decode("utf-16-be", "ignore")
    return text if text and all(_is_of_prose(sign) for sign in text) else ""


def _is_of_prose(sign: str) -> bool:
    return sign in TYPOGRAPHY or sign in SYMBOLS or bool(LETTER.match(sign))


def _is_plausible(damage: Damage) -> bool:
    """Whether what was meant makes sense where it stands."""
    before, after = damage.before[-1:], damage.after[:1]
    match damage.meant:
        case "‘" | "“":
            return not before.isalnum() and after.isalnum()
        case "’":
            return before.isalnum()
        case "”" | "…":
            return bool(before.strip()) and not after.isalnum()
        case "–" | "—":
            return _is_alone(damage) or bool(
                RANGE_BEFORE.search(damage.before) and (after.isdigit() or not after.isascii())
            )
        case "£" | "€":
            return not before.isalnum() and (after.isdigit() or _is_alone(damage))
        case "°" | "%":
            return before.isdigit()
        case letter if LETTER.match(letter):
            is_inside = before.isalpha() and after.isalpha()
            return bool(damage.letters_around) and damage.fits_its_word and (is_inside or damage.raw.isalpha())
    return damage.meant in "®™½¼¾·×" and not after.isalpha()


def _is_alone(damage: Damage) -> bool:
    return not damage.before[-1:].strip() and not damage.after[:1].strip()


def _is_certain(damage: Damage) -> bool:
    """Whether the sign cannot be right where it stands."""
    raw, before, after = damage.raw, damage.before[-1:], damage.after[:1]
    if damage.meant in "£€" and after.isdigit():
        return True
    if damage.meant == "’":
        contracted = PRONOUN.search(damage.before) and CONTRACTED.match(damage.after)
        owned = OWNER.search(damage.before) and re.match(r"s(?!\w)", damage.after)
        if contracted or owned or (NEGATED.search(damage.before) and re.match(r"t(?!\w)", damage.after)):
            return True
    if not before.isascii() or not before.isalpha():
        return False
    if LETTER.match(raw):
        return raw.isupper() and before.islower() and not IRISH.search(damage.before)
    return after.isascii() and after.isalpha() and raw not in UNITING


MIXUPS = tuple(Mixup(read_as, meant) for read_as, meant in PAIRS)
