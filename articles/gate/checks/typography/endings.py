"""Paragraphs that begin or end in the middle of a sentence."""

import re
from collections.abc import Iterator

from articles.gate.checks.wording.lead_ins import UNFINISHED_END
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.own_passages import is_bold, own_passages
from articles.gate.prose.words import cut

ENDS = re.compile(r"[.!?…:;][”’\"')\]*†‡¹²³⁰-⁹\d]{0,6}$|[”’\"')\]]$|[\U0001f000-\U0001faff✓→]$")
# Names that begin small, and what is no word.
BEGINS_SMALL = re.compile(r"[a-z’']+(?:-[a-z]+)*(?=[ ,.;:?!]|$)(?!\.\w)")
# What nothing can begin with: the end of a short form, of a possessive, or a mark that closes or parts.
LEFT_OVER = re.compile(r"[’'](?:s|re|ve|ll|d|m|t)(?= [a-z])|s(?= [a-z])|[,;:)\]](?= ?[a-z])|”(?=[,.;] )", re.IGNORECASE)
VOWEL = re.compile("[aeiouy]")
SMALL_NAMES = {
    "npm", "pip", "git", "bash", "curl", "pandas", "numpy", "pytest", "kubectl", "systemd", "cron", "vim", "dbt",
    "scikit-learn", "conda", "make", "grep", "sed", "awk", "psql", "ssh", "sudo", "docker", "redis", "nginx",
    "react", "django", "flask", "node", "jest", "etcd", "containerd", "jq", "tmux", "zsh", "ffmpeg", "pnpm",
    "yarn", "webpack", "vite", "gcc", "e.g", "i.e", "nb", "ps", "x", "de", "van", "von",
}  # fmt: skip
# A word after which a sentence goes on.
OPEN_END = re.compile(
    r"\b(?:a|an|the|and|or|but|nor|because|although|unless|whether|whose|if|when|where|while|which|that|than|as|of|to|for|from|with|"
    r"without|into|onto|by|at|your|our|their|its|my|his|every|each|is|are|was|were|be|been|has|have|had|will|would|can|could|"
    r"should|must|may|might|they|we|he|she|who|so|before|after|until|between|about|usually|often|also|not|very)$",
    re.IGNORECASE,
)
# After these comes an example, a picture or code; a question ends with the word that it asks about at its beginning:
# “which group the candidate would fit into”.
LEADS_ON = re.compile(
    r"\b(?:like|for example|for instance|e\.g)$"
    r"|\b(?:which|what|who|whom|where)\b[^.!?]* (?:in|of|to|for|from|with|into|onto|by|at|about)$",
    re.IGNORECASE,
)
# A heading in the place of a paragraph: “Why pay matters”.
HEADS = re.compile(r"(?:why|how|what|when|where|who) (?!to\b)(?:\S+ ){1,6}\S+$", re.IGNORECASE)
LEAST_WORDS = 5
# The fields that hold whole sentences; the words beside a pull figure go on from its number.
WHOLE = frozenset({"html", "answer", "standfirst"})
# What tells a sentence from a label: a word that says something of somebody, or one that asks for something.
VERB = re.compile(
    r"\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|must|may|might|need|needs|want|wants|"
    r"mean|means|make|makes|take|takes|takes|get|gets|give|gives|help|helps|say|says|know|decide|decides|answer|ask|asks|"
    r"depend|depends|expect|tend|prefer|offer|leave|become|becomes|begins|brings|chooses|come|comes|earn|earns|feels|fills|finds|forget|forgets|go|"
    r"goes|happen|happens|holds|includes|keeps|knows|likes|often|rarely|reads|seem|seems|sends|think|thinks"
    r"|usually|wants|writes|hear|pay|pays|you|we|they|it|there|us|them)\b"
)
# Of these a label seldom has so many.
SMALL_WORDS = re.compile(r"\b(?:the|a|an|that|this|your|our|their|its|of|to|in|on|for|with|by|when|if|who|which|and)\b")
FEWEST_SMALL = 4
ASKING = re.compile(
    r"(?:Ask|Tell|Bring|Send|Read|Write|Keep|Give|Make|Take|Use|Add|Put|Check|Choose|Call|Talk|Speak|Start|Begin|Wait|Try|Let|Sign|"
    r"Show|Set|Plan|Look|Think|Remember|Avoid|Agree|Name|Say|Find|Get|Go|Do|Don’t|Never|Always|Prepare|Reply|Thank|Explain|Decide|"
    r"Leave|Note|Offer|Expect|Aim|Be)\b"
)
LABEL = re.compile(
    r"^[^.!?]{0,40}:|\s[|–—·/]\s|^(?:By|Source|Photo|Image|Credit|Updated|Published|Posted|Read (?:more|next"
    r"|also)|See also|Next|Previous|Back to|Share|Figure|Table)\b|©|@|https?:|\d{4}$"
)

CUT_START = Rule(
    check="paragraph-cut-at-its-start",
    level=Level.WARNS,
    why="The paragraph begins in the middle of a sentence, so words seem to be missing before it.",
    advice="Write the beginning of the sentence, or join the paragraph to the one before it.",
)
CUT_END = Rule(
    check="paragraph-cut-at-its-end",
    level=Level.WARNS,
    why="The paragraph breaks off, so words seem to be missing after it.",
    advice="Finish the sentence.",
)
UNSTOPPED = Rule(
    check="sentence-without-full-stop",
    level=Level.WARNS,
    why="Readers wonder whether the sentence goes on, and screen readers run it into the next one.",
    advice="Finish the sentence, or put the full stop.",
)


def paragraph_cut_at_its_start(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """A paragraph that begins small, unless it goes on with a sentence that a list or another block parted."""
    before: Passage | None = None
    for passage in own_passages(guide):
        is_whole = passage.place.field in WHOLE and passage.kind is Kind.PARAGRAPH
        begins = BEGINS_SMALL.match(passage.wording) if is_whole else None
        left_over = LEFT_OVER.match(passage.wording) if is_whole and _is_sentence(passage) else None
        if left_over and not _goes_on(before, passage):
            what = f"This paragraph begins with “{left_over[0]}”."
            yield CUT_START.found(passage.place, what, excerpt=cut(passage.text))
        elif begins and not _is_name(begins[0], passage) and _is_sentence(passage) and not _goes_on(before, passage):
            what = f"This paragraph begins with “{begins[0]}”."
            yield CUT_START.found(passage.place, what, excerpt=cut(passage.text))
        before = passage


def sentence_without_end(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """A paragraph that stops at a word after which something has to come, or at any other word without a stop.

    Whoever leaves stops out does so often, which is one finding.
    """
    return repeats.once_each(_without_end(guide))


def _without_end(guide: DocumentText) -> Iterator[Finding]:
    passages = list(own_passages(guide))
    for number, passage in enumerate(passages):
        if not _lacks_end(passage):
            continue
        following = passages[number + 1] if number + 1 < len(passages) else None
        if following and following.place == passage.place and is_bold(guide, passage):
            continue
        if following and following.place == passage.place and following.kind in (Kind.ITEM, Kind.CELL):
            continue
        last = passage.text.split()[-1]
        if LEADS_ON.search(passage.wording):
            continue
        if OPEN_END.search(passage.wording) and not UNFINISHED_END.search(passage.wording):
            yield CUT_END.found(passage.place, f"This paragraph ends with “{last}”.", excerpt=_end(passage.text))
        elif not UNFINISHED_END.search(passage.wording) and _is_statement(passage):
            yield UNSTOPPED.found(
                passage.place, "This paragraph has no full stop at its end.", excerpt=_end(passage.text)
            )


def _lacks_end(passage: Passage) -> bool:
    text = passage.wording
    if passage.kind is not Kind.PARAGRAPH or passage.place.field not in WHOLE or ENDS.search(text):
        return False
    return len(text.split()) >= LEAST_WORDS and not any(
        link.words in text[-len(link.words) :] for link in passage.links
    )


def _is_statement(passage: Passage) -> bool:
    """Whether the words make a sentence, and are no label, address, date or name."""
    text = passage.wording
    if LABEL.search(text) or HEADS.match(text) or text.isupper() or not text[-1].isalnum():
        return False
    if not text[0].isupper() or text.istitle():
        return False
    return bool(ASKING.match(text) or VERB.search(text)) or len(SMALL_WORDS.findall(text)) >= FEWEST_SMALL


def _is_sentence(passage: Passage) -> bool:
    return len(passage.text.split()) >= LEAST_WORDS - 1 and passage.text[-1] in ".!?,;:"


def _is_name(first: str, passage: Passage) -> bool:
    return (
        first in SMALL_NAMES
        or not VOWEL.search(first.partition("’")[0])
        or (passage.wording != passage.text and passage.wording.startswith("x"))
    )


def _goes_on(before: Passage | None, passage: Passage) -> bool:
    """Whether what stands before it does not end, or was a list, a table or a block within the sentence."""
    if before is None or before.place != passage.place:
        return False
    return before.kind in (Kind.ITEM, Kind.CELL) or (before.kind is Kind.PARAGRAPH and before.text[-1] not in ".!?”")


def _end(text: str) -> str:
    return text if len(text) <= 80 else f"…{text[-79:]}"


CHECKS = (paragraph_cut_at_its_start, sentence_without_end)
