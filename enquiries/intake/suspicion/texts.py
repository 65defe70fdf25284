"""What a text says about its sender: plain questions with plain answers."""

import re
import unicodedata

MANY_LINKS = 3
# Where honest people keep their work and their history.
PROFILES = {
    "behance.net",
    "bitbucket.org",
    "dribbble.com",
    "github.com",
    "github.io",
    "gitlab.com",
    "huggingface.co",
    "kaggle.com",
    "linkedin.com",
    "orcid.org",
    "scholar.google.com",
    "stackoverflow.com",
}
DISGUISES = {
    "bit.ly",
    "cutt.ly",
    "goo.gl",
    "is.gd",
    "rb.gy",
    "rebrand.ly",
    "shorturl.at",
    "t.ly",
    "t.me",
    "tinyurl.com",
    "wa.me",
}
LINK = re.compile(r"(?:https?://|\bwww\.)([^\s/?#:<>\"']+)[^\s<>\"']*", re.IGNORECASE)
NAME_LINK = re.compile(
    r"https?://|\bwww\.|(?<![\w@.-])(?:[\w-]+\.)+(?:ai|app|biz|co|com|dev|example|info|io|net|online|org|ru|shop|site|top|uk"
    r"|xyz)\b",
    re.IGNORECASE,
)
BARE_DISGUISE = re.compile(rf"(?<![\w.@-])(?:{'|'.join(map(re.escape, sorted(DISGUISES)))})/\w", re.IGNORECASE)
HTML_LINK = re.compile(r"<a\s[^>]{0,200}href\s*=\s*[\"']?\s*https?:", re.IGNORECASE)
FORUM_LINK = re.compile(r"\[url\s*[=\]]|\[link\s*[=\]]", re.IGNORECASE)
# None of them makes an advertisement of a name by itself: Gift, Win and Free are names.
ENTICING = re.compile(
    r"\b(?:balance|bitcoin|bonus|btc|casino|claim|click|credited|free|gift|offer|payout|prize|reward|transfer|urgent|usdt|vip"
    r"|win|winner|withdraw|won)\b",
    re.IGNORECASE,
)
ADVERTISEMENT = 3  # enticing words; beside a link one is enough
LOOK_ALIKES = {"CYRILLIC", "GREEK", "LATIN"}
SEVERAL = 3  # words that mix alphabets; one may be slang
WORD = re.compile(r"[^\W\d_]+")
JUMPS = re.compile(r"[a-z](?=[A-Z])")
MANY_JUMPS = 3
LONG_WORD = 6
VOWELS = re.compile(r"[aeiouy]", re.IGNORECASE)
FEW_WORDS = 4


def links(text: str) -> list[str]:
    """The hosts that a text links to, without those where people keep their profiles."""
    return [host for host in map(_host, LINK.findall(text)) if not _is_of(host, PROFILES)]


def has_disguised_link(text: str) -> bool:
    """True for a link that hides where it leads, or leads to a chat."""
    return bool(BARE_DISGUISE.search(text)) or any(_is_of(host, DISGUISES) for host in links(text))


def is_only_links(text: str) -> bool:
    """True for links, not all to profiles, without a word of text."""
    return bool(links(text)) and not re.search(r"\w", LINK.sub("", text))


def has_link(name: str) -> bool:
    """True for a web address, but not for an e-mail address or a profile, in a name."""
    return bool(NAME_LINK.search(name)) and (bool(links(name)) or not LINK.search(name))


def has_clickable_link(name: str) -> bool:
    """True for a web address in a name that mail programs make a link of."""
    return bool(LINK.search(name))


def enticements(name: str) -> list[str]:
    """The words that make a name an advertisement; empty for the name of a person or a firm."""
    words = ENTICING.findall(name)
    return words if len(words) >= (1 if has_link(name) else ADVERTISEMENT) else []


def has_html_link(text: str) -> bool:
    """True for a link in HTML."""
    return bool(HTML_LINK.search(text))


def has_forum_link(text: str) -> bool:
    """True for a link in a forum's code."""
    return bool(FORUM_LINK.search(text))


def mixed_words(text: str) -> int:
    """How many words take letters from alphabets that look alike."""
    return sum(len(_look_alikes(word)) > 1 for word in WORD.findall(text))


def is_jumble(text: str) -> bool:
    """True for a few words of which most were struck at random: without a vowel, or with capitals anywhere."""
    words = WORD.findall(text)
    return 0 < len(words) <= FEW_WORDS and sum(map(_is_struck_at_random, words)) * 2 > len(words)


def _is_struck_at_random(word: str) -> bool:
    if not word.isascii() or len(word) < LONG_WORD or word.isupper():
        return False
    return len(JUMPS.findall(word)) >= MANY_JUMPS or not VOWELS.search(word)


def _host(host: str) -> str:
    return host.casefold().removeprefix("www.").rstrip(".,;)")


def _is_of(host: str, hosts: set[str]) -> bool:
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def _look_alikes(word: str) -> set[str]:
    return {unicodedata.name(sign, "").split(" ")[0] for sign in word} & LOOK_ALIKES
