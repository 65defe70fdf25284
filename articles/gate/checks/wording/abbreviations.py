"""Abbreviations that a reader may not know, used before the guide says what they stand for."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage

# What readers of a British guide to tech work know, and names that nobody writes out.
KNOWN = {
    "UK", "US", "USA", "EU", "UN", "BBC", "NHS", "HM", "HMRC", "TV", "CV", "IT", "HR", "AI", "PR", "PC", "VAT",
    "PAYE", "NI", "ISA", "ISBN", "PDF", "FAQ", "ID", "PIN", "SMS", "GPS", "USB", "CD", "DVD", "DIY", "GDPR",
    "GCSE", "BA", "MA", "MBA", "STEM", "OK", "TBC", "TBD", "AM", "PM", "GMT", "BST", "GBP", "USD", "EUR", "CEO",
    "CTO", "CFO", "COO", "CIO", "PLC", "LLP", "LTD", "NB", "PS", "RSVP", "ASAP", "COVID", "LGBT", "LGBTQ", "DBS",
    "MP", "BT", "IBM", "BMW", "ACAS", "UCAS", "SQL", "HTML", "CSS", "XML", "JSON", "YAML", "TOML", "CSV", "HTTP",
    "HTTPS", "URL", "REST", "PHP", "AWS", "SAP", "SAS", "AMD", "ARM", "NVIDIA", "MATLAB", "COBOL", "BASIC", "BASH",
    "ISO", "OS", "CPU", "GPU", "RAM", "IP", "VPN", "UI", "UX", "QA", "II", "III", "IV", "VI", "VII", "VIII",
    "IX", "XI", "XII", "KB", "MB", "GB", "TB",
}  # fmt: skip
# Words that are written large to be heard.
STRESSED = {
    "ALL", "ALWAYS", "AND", "ANY", "BUT", "DO", "EVERY", "MUST", "NEVER", "NO", "NOT", "NOW", "ONLY", "OR",
    "SHOULD", "WE", "YES", "YOU", "YOUR",
}  # fmt: skip
# Not a part of a name, a code or an address, as in PostgreSQL, IR35, AZ-900, GOV.UK and AT&T.
ABBREVIATION = re.compile(r"(?<![\w.@#&/])[A-Z]{2,6}s?(?:/[A-Z]{2,6}s?)*(?![\w&@/]|-\w*\d|\.\w)")
SHOUTED = re.compile(r"\b[A-Z]+(?: [A-Z]+){2,}\b")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
JOINING = {"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"}
SPAN = 4  # how many words may stand between an abbreviation and what it stands for
JUDGED = (Kind.PARAGRAPH, Kind.ITEM)

UNEXPANDED = Rule(
    check="unexpanded-abbreviation",
    level=Level.WARNS,
    why="A reader who does not know the abbreviation is lost, and search engines match the full words as well.",
    advice="At its first use, write the full words with the abbreviation in brackets, as in “application programming interface (API)”.",
)


def unexpanded_abbreviation(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Each abbreviation once, at its first use in a sentence that does not say what it stands for."""
    told = KNOWN | STRESSED | site.known
    for passage in guide.passages:
        if passage.place.field == "description":
            continue
        for term, expanded in _unknown(passage, told):
            if expanded or passage.kind in JUDGED:
                told.update(_parts(term))
            if not expanded and passage.kind in JUDGED:
                yield UNEXPANDED.found(passage.place, f"“{term}” is used without its full words.", excerpt=term)


def _unknown(passage: Passage, told: set[str]) -> Iterator[tuple[str, bool]]:
    """The abbreviations of a passage that nothing has explained yet, with whether their sentence explains them."""
    if not ABBREVIATION.search(passage.text):
        return
    for sentence in passage.sentences:
        sentence = SHOUTED.sub("", sentence)
        for match in ABBREVIATION.finditer(sentence):
            if not told.issuperset(_parts(match[0])):
                yield match[0], _is_expanded(match, sentence)


def _parts(term: str) -> list[str]:
    return [part.removesuffix("s") for part in term.split("/")]


def _is_expanded(match: re.Match[str], sentence: str) -> bool:
    """Whether words beside the abbreviation begin with its letters, or brackets tie it to words that begin alike."""
    letters = "".join(_parts(match[0])).lower()
    reach = 2 * len(letters) + SPAN
    before = WORD.findall(sentence[: match.start()].lower())[-reach:]
    after = WORD.findall(sentence[match.end() :].lower())[:reach]
    if letters in _initials(before) or letters in _initials(after):
        return True
    if sentence[: match.start()].endswith("(") and sentence.startswith(")", match.end()):
        return letters[0] in _initials(before)
    return sentence.startswith(" (", match.end()) and _initials(after).startswith(letters[0])


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in JOINING)
