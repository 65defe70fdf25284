"""Text that somebody typed to see whether typing works."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.own_passages import heads_text, is_one_of_several
from articles.gate.prose.own_words import own_words
from articles.gate.prose.words import cut, folded

TRIAL = Rule(
    check="trial-text",
    level=Level.BLOCKS,
    why="It was typed to try something out.",
    advice="Write what belongs here, or delete it.",
)
# Keys that lie side by side, one letter again and again, consonants that are no word.
KEYS = (
    r"(?:asdf?g?h?j?k?l?|sdfg?|dfgh?|fghj?|ghjk|hjkl|jkl|fdsa|lkjh?|qwert[yz]?(?:uiop)?|qaz|wsx|edc|qwe"
    r"|wert[yz]?|uiop|zxc[vb]?b?n?m?|xcvb|poiu[yz]?|mnbv?)+"
    r"|[bcdfghjklmnpqrstvwxz]{6,}|(?P<letter>[a-z])(?P=letter){2,}|(?:[bcdfghjklmnpqrstvwxz]{2}){3,}|(?P<part>[bcdfghjklmnpqrstvwxz]{2,4})(?P=part)+"
)
# Names that programmers give to nothing in particular.
NAMES = r"foo|bar|baz|qux|foobar|abc(?:d\w{0,4})?(?:123)?|xyz|blah?|yadd?a|wibble|wobble|etcetera|(?:test)+\d{0,3}|testing|lorem|ipsum|\d{1,10}"
TRIED = re.compile(rf"(?:{KEYS}|{NAMES})", re.IGNORECASE)
PHRASES = re.compile(
    r"dummy|ignore (?:this|me)|delete me|hello(?: world)?|just testing|testing one two three|testing testing .*"
    r"|test (?:paragraph|heading|title|content|text|page|post|article|guide|item|caption|data|entry|block)"
    r"|this is (?:just |only )?a test(?: (?:paragraph|page|post|article|guide))?|some (?:random )?text|random text"
)
# A passage made of nothing but what is said while trying: “this is a test, please ignore”, “dummy text dummy text”.
LEAD = r"(?:(?:this is|just|only|some|another|a|an|my|please ignore|ignore) )*"
TRIALS = re.compile(
    rf"{LEAD}(?:test|dummy|filler|trial)(?: (?:text|copy|content|paragraph|post|page|article|only|entry"
    rf"|words))?(?: again)?(?: (?:so )?(?:please )?(?:ignore|do not (?:read|publish|use)|don t (?:read|publish)"
    rf"|delete)(?: (?:this|it|me))?)+"
    rf"|(?:(?:test|dummy|filler|sample)(?: (?:text|copy|content|words|paragraph))? ?){{2,}}(?:please ignore)?"
    rf"|(?:this is )?(?:just )?some (?:example|sample|test|dummy) (?:text|copy|content)"
    r"|(?:please )?ignore this (?:test|trial)(?: (?:post|page|article|paragraph))?|(?:just )?(?:testing"
    r"|trying(?: out)?) (?:the )?(?:new )?(?:editor|cms|form|site|template|layout)"
    r"|(?:just )?(?:checking|testing|seeing) (?:how|whether|if|that) (?:this|it) (?:looks|works|saves|shows"
    r"|appears|displays)|test only|another test(?: (?:paragraph|post|page|article))?|testing (?:\d ?)+"
    r"|(?:(?:hello|text|words?|testing?|one|two|three|some|more) ){2,}(?:test(?:ing)?|text|words?)"
    r"|(?:some text ?)+(?:some more text ?)*(?:some text)?|(?:etc ?){3,}|(?:\w+ )?blah blah(?: \w+){0,6} blah"
    r"|(?:\w+ ){0,6}(?:blah ){1,}blah"
)
# These are nobody’s words by themselves: a bar may be open, and a list may hold a number.
PLAIN = re.compile(r"bar|\d+|[ivxlcdm]+|www|abcd?|xyz", re.IGNORECASE)
ANYWHERE = re.compile(r"(?:asdf|qwert[yz])\w*(?: (?:asdf|qwert[yz])\w*)*|foo bar(?: baz)?|asdasd")
# A run along the rows of a keyboard, wherever it stands; one word said over and over; letters that no tongue gets round.
ROW = re.compile(
    r"\b(?:[a-z]*(?:asdfg|sdfgh|dfghj|fghjk|hjkl|lkjh|zxcvb|xcvbn|qwert[yz]|wert[yz]u|poiuy|qazwsx|mnbvc)[a-z]*)\b"
)
AGAIN = re.compile(r"(?P<word>\w{2,8})(?: (?P=word)){2,}|test test(?: \w+){0,4}")
TONGUE_TIED = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}(?<!ngths)")
ABOUT_KEYS = re.compile(
    r"\b(?:keyboards?|keys?|passwords?|layouts?|typists?|typing|typed|dvorak|azerty)\b", re.IGNORECASE
)
# “Location, location, location.”, “Ha ha ha.”, “Grrrr!”: said, with its commas and its stop.
SAID = re.compile(
    r"(?P<word>[A-Z]\w{1,9}),(?: (?P=word),){0,2}(?: and)? (?P=word)(?: again)?[.!…]+|(?:ha|no|yes|go|well|oh)(?: (?:ha|no|yes|go|well|oh))+[.!…]+"
    r"|(?:z+|b?r+|gr+|sh+|hm+|a+rgh+|mm+|pf+t*|u+gh+|a+h+|o+h+)[.!…]+",
    re.IGNORECASE,
)
LONGEST = 60
MIXED = (Kind.PARAGRAPH, Kind.LINE, Kind.QUESTION, Kind.TITLE)
# “Test” may be a list’s item, a table’s line and a heading, also one that is a paragraph in bold.
HEADS = re.compile(r"(?:\d+[.)] )?test(?:ing)?:?", re.IGNORECASE)
NAMED = re.compile(r"test (?:data|content|page|text|entry|post)|(?:testing|trying|checking) .*|hello world")
FEWEST = 3  # passages that speak of what a title names
HANDLE = re.compile(r"@\w+")
GREETING = re.compile(r"hello[!,.?]", re.IGNORECASE)


def trial_text(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“asdf”, “test test”, “foo bar baz”, “aaaa”."""
    for passage, following in zip_longest(guide.passages, guide.passages[1:]):
        if len(passage.text) < LONGEST and _is_trial(passage) and not _is_meant(guide, passage, following):
            yield TRIAL.found(
                passage.place, f"“{cut(passage.text)}” was typed to try something out.", excerpt=passage.text
            )


def _is_meant(guide: DocumentText, passage: Passage, following: Passage | None) -> bool:
    """Whether the words greet readers, head what follows them, or are one word that the whole guide is about."""
    if passage.kind is Kind.TITLE:
        return _is_subject(guide, set(folded(passage.text).split()))
    if is_one_of_several(guide, passage) and any(ABOUT_KEYS.search(other.text) for other in guide.prose):
        return True  # passwords that nobody should use
    if following is None or following.place != passage.place:
        return False
    return GREETING.fullmatch(passage.text) is not None or _is_heading(guide, passage)


def _is_subject(guide: DocumentText, words: set[str]) -> bool:
    """Whether it is one word, perhaps said more than once, and the text has it again and again."""
    if len(words) != 1:
        return False
    stem = f" {words.pop().removesuffix('ing')}"
    return sum(stem in f" {folded(passage.text)}" for passage in guide.prose) >= FEWEST


def _is_heading(guide: DocumentText, passage: Passage) -> bool:
    """Whether the words in bold, perhaps with a number, head the text that follows."""
    heads = HEADS.fullmatch(passage.text) or NAMED.fullmatch(folded(passage.text))
    return heads is not None and passage.kind is not Kind.HEADING and heads_text(guide, passage)


def _is_trial(passage: Passage) -> bool:
    if SAID.fullmatch(passage.text):
        return False
    words = folded(HANDLE.sub("", own_words(passage)))
    if passage.kind not in MIXED:
        return bool(ANYWHERE.fullmatch(words))
    parts = words.split()
    typed = all(TRIED.fullmatch(part) for part in parts) and (
        words in ("123", "xyz", "abc", "abcd", "1234", "12345", "1234567890")
        or not all(PLAIN.fullmatch(part) for part in parts)
    )
    return bool(parts) and (
        typed
        or _is_mashed(words, parts)
        or bool(PHRASES.fullmatch(words) or TRIALS.fullmatch(words))
        or words == "abc abc"
    )


def _is_mashed(words: str, parts: list[str]) -> bool:
    """Whether keys were hit at random, or one word was typed again and again."""
    if ROW.search(words) or AGAIN.fullmatch(words):
        return not ABOUT_KEYS.search(words)
    return len(parts) > 1 and 2 * sum(bool(TONGUE_TIED.search(part)) for part in parts) > len(parts)


CHECKS = (trial_text,)
