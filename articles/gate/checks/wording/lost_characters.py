"""What is left where characters were lost, and characters that nobody sees."""

import re
from collections.abc import Iterator

from articles.gate.checks.wording.encoding import held
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import fixes
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.encodings.damage import SHORT_FORMS
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

LOST = Rule(
    check="lost-characters",
    level=Level.BLOCKS,
    why="Characters were lost when the text was copied, and what is left does not show which they were.",
    advice="Look the words up where they came from and type the missing characters.",
)
QUESTIONABLE = Rule(
    check="question-mark-in-word",
    level=Level.WARNS,
    why="A question mark inside a word or before a number often stands for a character that was lost.",
    advice="Type the character that belongs there, such as an apostrophe, a dash or a pound sign.",
)
INVISIBLE = Rule(
    check="invisible-characters",
    level=Level.WARNS,
    why="Nobody sees them, but they come along when the words are copied, and searches in the page do not find the words.",
    advice="Delete them.",
)
DASHED = "Type the dashes, or delete the second space."
PRIVATE = "Type the sign again, or another that every font has."
REPLACEMENT = "\ufffd"
# “â” is what is left of a dash or a mark whose other two bytes were taken for control characters.
SHORT_FORM = (
    r"(?:(?:I|you|he|she|it|we|they|that|there|here|who|what|let)â(?:s|re|ve|ll|d|m)|(?:do|ca|wo|is|are|did"
    r"|does|has|have|had|was|were|would|could|should)nât)"
)
REMAINS = re.compile(
    rf"{REPLACEMENT}+|(?<=\d)â(?=[\d£$€])|\b{SHORT_FORM}\b|(?<!\w)â[A-Za-z][A-Za-z ]{{1,60}}â(?!\w)|(?<=\w )â(?= [\w£$€])",
    re.IGNORECASE,
)
WITHOUT_APOSTROPHE = filtered(rf"(?<![\w’'./@#-])(?:{'|'.join(SHORT_FORMS)})(?![\w’'/@-]|\.\w)", re.IGNORECASE)
# Both are words, and rare ones, beside these: “as is his wont”, “wont to”, “a cant phrase”.
RARE = "".join(rf"(?<!\b{word} )" for word in ("a", "the", "of", "as", "his", "her", "their", "my", "our"))
CANNOT = filtered(rf"{RARE}(?<![\w’'./@#-])(?:wont|cant)(?! to\b|[\w’'/@-])", re.IGNORECASE)
# “Todays market”, “womens network”: whose something is.
OWNERS = "today|tomorrow|yesterday|everyone|everybody|someone|somebody|anyone|anybody|nobody|women|men|children"
OWNED = filtered(rf"(?<![\w’'./@#-])(?P<owner>{OWNERS})s(?= [a-z])", re.IGNORECASE)
# “Were sorry to say”: no question, and no “Were you to …”.
SAID = "sorry|told|glad|pleased|happy|delighted|proud|excited|hiring|looking|often|always|sure|aware|keen|here"
WERE = filtered(rf"(?:(?<=[.!?] )|^)Were (?=(?:{SAID})\b[^?]*(?:[.!]|$))")
# A dash on either side of some words was lost, and the spaces that stood around it were not.
DASHES = re.compile(r"(?<=[\w,]) {2}(?=[a-z])(?:[^\s.!?;:<>]+ ){0,8}[^\s.!?;:<>]+ {2}(?=[a-z])")
# Words that no language has without the accented letter that they lost, and what they were.
WITHOUT_ACCENT = {
    "caf": "café", "cafs": "cafés", "rsum": "résumé", "rsums": "résumés", "rle": "rôle", "clich": "cliché",
    "clichs": "clichés", "faade": "façade", "protg": "protégé", "protgs": "protégés", "fianc": "fiancé",
    "dcor": "décor", "exposs": "exposés", "So Paulo": "São Paulo", "Zrich": "Zürich", "Mnchen": "München",
    "Mlaga": "Málaga", "Krakw": "Kraków", "Gdask": "Gdańsk", "Wrocaw": "Wrocław", "Kln": "Köln",
    "Dsseldorf": "Düsseldorf", "Genve": "Genève", "Montral": "Montréal", "Qubec": "Québec", "Bogot": "Bogotá",
    "Crdoba": "Córdoba", "Ynys Mn": "Ynys Môn", "Siobhn": "Siobhán", "Beyonc": "Beyoncé", "Andr": "André",
    "Franois": "François", "Jrgen": "Jürgen", "Bjrn": "Björn", "Mller": "Müller", "Muoz": "Muñoz", "Garca": "García",
    "Lpez": "López", "Gonzlez": "González", "Rodrguez": "Rodríguez", "Fernndez": "Fernández", "Martnez": "Martínez",
    "Snchez": "Sánchez", "Prez": "Pérez", "Gmez": "Gómez", "ukasz": "Łukasz", "vis--vis": "vis-à-vis",
    "dj vu": "déjà vu", "matre d": "maître d",
}  # fmt: skip
ACCENTLESS = filtered(rf"(?<![\w’'./@#-])(?:{'|'.join(map(re.escape, WITHOUT_ACCENT))})(?![\w/@-]|\.\w)")
ASKS_IN_WORD = filtered(r"(?<![^\s“‘(\"'])[A-Za-z]*[a-z]\?[a-z]+(?![^\s”’)\"',.;:!?])|\d\?\d|(?<![^\s(])\?\d")
ABOUT_PATTERNS = re.compile(r"regex|regular expression|pattern|wildcard|optional|URL|query", re.IGNORECASE)
# Soft hyphens, what has no width, marks of direction, separators of lines, and signs that only one font knows.
UNSEEN = re.compile(
    "[\xad\u034f\u180e\u200b\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb]"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+"
    "|(?<![\u0600-\U0010ffff])[\u200c\u200d](?![\u0600-\U0010ffff])"
)
DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
BREAKS = re.compile("[\u2028\u2029]")


def lost_characters(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """The sign for a lost character, remains of damage, and words that lack their apostrophe or their accents."""
    for passage in guide.passages:
        if not passage.text.isascii() and (found := REMAINS.findall(passage.text)):
            what = f"A character is lost at “{found[0]}”." + (
                f" This text has {len(found)} such places." if len(found) > 1 else ""
            )
            yield LOST.found(passage.place, what, excerpt=cut(passage.text))
    for place, text in held(guide):
        if "  " in text and (dashes := DASHES.search(text)):
            words = dashes[0].strip()
            yield LOST.found(
                place, f"A dash may be lost before and after “{cut(words)}”.", excerpt=words, advice=DASHED
            )
    for passage, text in in_own_words(guide):
        for remains, whole in dict.fromkeys(_incomplete(text)):
            fix = fixes.with_words(passage.place, remains, whole)
            what = f"“{remains}” lacks a character: “{whole}”."
            yield LOST.found(passage.place, what, excerpt=remains, advice=f"Write “{whole}”.", fix=fix)


def question_mark_in_word(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“we?re” and “?40,000”."""
    for passage in guide.passages:
        found = ASKS_IN_WORD.search(passage.text)
        if found and not ABOUT_PATTERNS.search(passage.text):
            what = f"“{found[0]}” has a question mark where a character may be missing."
            yield QUESTIONABLE.found(passage.place, what, excerpt=cut(passage.text))


def invisible_characters(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """Soft hyphens, signs without width, and signs that only one font knows; once for each text."""
    for place, text in held(guide):
        if text.isascii() and "&" not in text:
            continue
        if found := len(_unseen(text)):
            what = (
                "This text has an invisible character."
                if found == 1
                else f"This text has {found} invisible characters."
            )
            yield INVISIBLE.found(
                place, what, excerpt=_around(text, _unseen(text)[0]), fix=fixes.with_text(place, _seen)
            )
        if private := PRIVATE_USE.search(text):
            what = "This text has a sign that readers see as an empty box."
            yield INVISIBLE.found(place, what, excerpt=_around(text, private), advice=PRIVATE)


def _incomplete(text: str) -> Iterator[tuple[str, str]]:
    for match in WITHOUT_APOSTROPHE.finditer(text):
        whole = SHORT_FORMS[match[0].lower()]
        yield match[0], whole.capitalize() if match[0][0].isupper() else whole
    for match in ACCENTLESS.finditer(text):
        yield match[0], WITHOUT_ACCENT[match[0]]
    for match in CANNOT.finditer(text):
        yield match[0], f"{match[0][:-1]}’t"
    for match in OWNED.finditer(text):
        yield match[0], f"{match['owner']}’s"
    for match in WERE.finditer(text):
        yield match[0].strip(), "We’re"


def _unseen(text: str) -> list[re.Match[str]]:
    found = list(UNSEEN.finditer(text))
    return found if RIGHT_TO_LEFT.search(text) else [*found, *DIRECTION.finditer(text)]


def _seen(text: str) -> str:
    """The text without what nobody sees; where it broke a line there is a space."""
    seen = UNSEEN.sub("", BREAKS.sub(" ", text))
    return seen if RIGHT_TO_LEFT.search(text) else DIRECTION.sub("", seen)


def _around(text: str, match: re.Match[str]) -> str:
    """The words around the sign, as they are seen."""
    words = re.search(r"[^\s<>]{0,30}$", text[: match.start()]), re.match(r"[^\s<>]{0,30}", text[match.end() :])
    return _seen("".join(found[0] for found in words if found))


CHECKS = (lost_characters, question_mark_in_word, invisible_characters)
