"""Abbreviations that a reader may not know, used before the guide says what they stand for."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import repeats
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
    "IX", "XI", "XII", "KB", "MB", "GB", "TB", "API", "KPI", "ROI", "DB", "LAN", "WAN", "PNG", "MUST", "SHOULD", "MAY",
    "JPG", "JPEG", "GIF", "SVG", "DNS", "SSH", "FTP", "CLI", "README", "CMD", "VS", "SHA", "TODO", "UTC", "AZ",
    "GP", "AA", "AAA", "CMS", "SSL", "SVN", "TLS", "VM", "SCRUM",
}  # fmt: skip
# Trade words of tech, hiring and employment that not every reader has. Of others, which are mostly names, the guide has
# to lean on one before it owes an explanation.
TRADE = {
    "ADR", "ASHE", "ATS", "BAU", "BDD", "BPSS", "CD", "CDN", "CEST", "CI", "CISO", "CPD", "CRM", "CRUD", "DAG",
    "DDD", "DEI", "DORA", "DPA", "DPIA", "DR", "DV", "EA", "EAP", "EDI", "ELT", "EOR", "ERP", "ESG", "ETL", "EVP",
    "FTC", "FTE", "GCP", "GPT", "HPC", "IAM", "IC", "IPO", "JD", "JWT", "LLM", "LTI", "MFA", "ML", "MSA", "MSC",
    "MSP", "MVP", "NDA", "NER", "NLP", "NMW", "NLW", "OCR", "OKR", "OTE", "PAYG", "PEO", "PII", "PILON", "PIP", "POC",
    "PSL", "PTO", "RACI", "RAG", "RBAC", "RFC", "RFP", "RLHF", "RPO", "RSU", "SAML", "SAST", "SC", "SDK", "SDLC",
    "SDR", "SIEM", "SLA", "SLI", "SLO", "SME", "SMP", "SOC", "SOW", "SPA", "SPL", "SRE", "SSO", "SSP", "TCO", "TDD",
    "TTL", "TUPE", "UAT", "VBA", "VMS", "WAF", "WTR",
}  # fmt: skip
FEWEST_USES = 4
# Not a part of a name, a code or an address, as in PostgreSQL, IR35, AZ-900, X-XSS, GOV.UK and AT&T.
ABBREVIATION = re.compile(
    r"(?<![\w.@#&/;])(?<![A-Z]-)(?!(?:[DMYHS]{2,4}/)+[DMYHS]{2,4}\b)[A-Z]{2,6}s?(?:/[A-Z]{2,6}s?)*(?![\w&@/]|-\w*\d|\.\w)"
)
# A name in full, such as Office for National Statistics or CodeYourFuture, whose capitals may be its abbreviation.
IN_FULL = re.compile(r"\b(?!The )[A-Z][a-z]+(?:[ -]?(?:(?:and|for|of|the) )?[A-Z][a-z]+)+")
SHOUTED = re.compile(r"\b[A-Z]{2,}(?:[ ,:–—-]+[A-Z]{2,})+\b(?!\))")
SMALL = re.compile(r"\b[a-z]{2,6}\b")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
JOINING = {"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"}
SPAN = 4  # how many words may stand between an abbreviation and what it stands for
NAME_AFTER = re.compile(r"(?:[’']s)? [A-Z][a-z]")
NAME_BEFORE = re.compile(r"[a-z,] (?:the )?(?:[A-Z][a-z]+ )*[A-Z][a-z]+ $")  # “hosted on Travis CI”
SENTENCE_END = re.compile(r"[.!?:;][”’\"')\]]*$")

UNEXPANDED = Rule(
    check="unexpanded-abbreviation",
    level=Level.WARNS,
    why="A reader who does not know the abbreviation is lost, and search engines match the full words as well.",
    advice="At its first use, write the full words with the abbreviation in brackets, as in “continuous integration (CI)”.",
)


def unexpanded_abbreviation(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """The first that stands in a sentence without what it stands for; the others are named beside it.

    Whoever knows what one reader lacks can go through them all at once.
    """
    return repeats.once(_unexpanded(guide, site))


def _unexpanded(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Each abbreviation once, at its first use.

    Not one that is linked or part of a name, that a guide writes in small letters as well, which are stressed words, or a
    name in passing.
    """
    told, uses = KNOWN | site.known | _in_full(guide), _uses(guide)
    for passage in guide.passages:
        if passage.place.field == "description":
            continue
        for term, expanded in _unknown(passage, told):
            is_met = _is_prose(passage) and not expanded
            if expanded or is_met:
                told.update(_parts(term))
            if is_met and _is_owed(term, uses) and not any(term in link.words for link in passage.links):
                yield UNEXPANDED.found(passage.place, f"“{term}” is used without its full words.", excerpt=term)


def _is_prose(passage: Passage) -> bool:
    """Whether it tells something: what is no sentence lists skills and tools by the names that they have."""
    return passage.kind in (Kind.PARAGRAPH, Kind.ITEM) and SENTENCE_END.search(passage.text) is not None


def _in_full(guide: DocumentText) -> set[str]:
    """The initials of the names that the guide has in full."""
    names = (name for passage in guide.passages for name in IN_FULL.findall(passage.text))
    return {"".join(filter(str.isupper, name)) for name in names}


def _uses(guide: DocumentText) -> Counter[str]:
    """How often the guide has each abbreviation; none of those that it also writes in small letters."""
    text = "\n".join(passage.text for passage in guide.passages)
    counted = Counter(part for match in ABBREVIATION.finditer(text) for part in _parts(match[0]))
    small = set(SMALL.findall(text))
    return Counter({term: times for term, times in counted.items() if term.lower() not in small})


def _is_owed(term: str, uses: Mapping[str, int]) -> bool:
    """Whether any part of the abbreviation is a trade word, or one that the guide leans on."""
    return any(part in TRADE or uses[part] >= FEWEST_USES for part in _parts(term))


def _unknown(passage: Passage, told: set[str]) -> Iterator[tuple[str, bool]]:
    """The abbreviations of a passage that nothing has explained yet, with whether their sentence explains them."""
    if not ABBREVIATION.search(passage.text):
        return
    for sentence in passage.sentences:
        sentence = SHOUTED.sub("", sentence)
        for match in ABBREVIATION.finditer(sentence):
            if not (told.issuperset(_parts(match[0])) or _is_in_name(match, sentence)):
                yield match[0], _is_expanded(match, sentence)


def _is_in_name(match: re.Match[str], sentence: str) -> bool:
    """Whether it begins a name or ends one, which only a capital within the sentence tells."""
    return bool(NAME_AFTER.match(sentence, match.end()) or NAME_BEFORE.search(sentence[: match.start()]))


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
