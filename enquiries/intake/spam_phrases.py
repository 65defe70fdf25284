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
# Sales talk, not trades: people work honestly on casinos, coins, loans and search engines.
PHRASES = (
    "100% free",
    "best seo",
    "boost your ranking",
    "boost your sales",
    "bulk sms",
    "business loan",
    "buy backlinks",
    "casino bonus",
    "cheap price",
    "cialis",
    "crypto investment",
    "dofollow",
    "domain authority",
    "double your money",
    "double your traffic",
    "earn from home",
    "email database",
    "explainer video",
    "financial freedom",
    "first page of google",
    "free spins",
    "guaranteed profit",
    "guaranteed traffic",
    "guest post",
    "high quality backlinks",
    "hot girls",
    "increase your traffic",
    "investment opportunity",
    "limited time offer",
    "link building",
    "lose weight",
    "make money online",
    "mailing list for sale",
    "no credit check",
    "online casino",
    "passive income",
    "payday loan",
    "rank higher",
    "seo packages",
    "seo services",
    "top of google",
    "viagra",
    "website traffic",
    "work from home and earn",
)
LINK = re.compile(r"(?:https?://|\bwww\.)([^\s/?#:<>\"']+)[^\s<>\"']*", re.IGNORECASE)
NAME_LINK = re.compile(
    r"https?://|\bwww\.|(?<![\w@.-])[\w-]+\.(?:biz|com|info|net|online|org|ru|shop|site|top|xyz)\b", re.IGNORECASE
)
MARKUP_LINK = re.compile(r"<a\s[^>]{0,200}href\s*=\s*[\"']?\s*https?:|\[url\s*[=\]]|\[link\s*[=\]]", re.IGNORECASE)
LOOK_ALIKES = {"CYRILLIC", "GREEK", "LATIN"}
JUMBLE = re.compile(r"\b[A-Za-z]{10,}\b")
JUMPS = re.compile(r"[a-z](?=[A-Z])")
MANY_JUMPS = 3


def links(text: str) -> list[str]:
    """The hosts that a text links to, without those where people keep their profiles."""
    return [host for host in map(_host, LINK.findall(text)) if not _is_of(host, PROFILES)]


def has_disguised_link(text: str) -> bool:
    """True for a link that hides where it leads, or leads to a chat."""
    return any(_is_of(host, DISGUISES) for host in links(text))


def is_only_links(text: str) -> bool:
    """True for links, not all to profiles, without a word of text."""
    return bool(links(text)) and not re.search(r"\w", LINK.sub("", text))


def has_link(name: str) -> bool:
    """True for a web address, but not for an e-mail address, in a name."""
    return bool(NAME_LINK.search(name))


def has_markup_link(text: str) -> bool:
    """True for a link in HTML or a forum's code."""
    return bool(MARKUP_LINK.search(text))


def mixes_scripts(name: str) -> bool:
    """True when one word of a name takes letters from alphabets that look alike."""
    return any(len(_look_alikes(word)) > 1 for word in re.findall(r"\w+", name))


def is_gibberish(text: str) -> bool:
    """True for a long word whose capitals come at random, when it is the whole text."""
    return bool(JUMBLE.fullmatch(text.strip())) and len(JUMPS.findall(text)) >= MANY_JUMPS


def phrases(text: str) -> list[str]:
    """The phrases of spam that a text uses."""
    plain = " ".join(text.casefold().split())
    return [phrase for phrase in PHRASES if re.search(rf"(?<!\w){re.escape(phrase)}", plain)]


def _host(host: str) -> str:
    return host.casefold().removeprefix("www.").rstrip(".,;)")


def _is_of(host: str, hosts: set[str]) -> bool:
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def _look_alikes(word: str) -> set[str]:
    return {unicodedata.name(sign, "").split(" ")[0] for sign in word} & LOOK_ALIKES
