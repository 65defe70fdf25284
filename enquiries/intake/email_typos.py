"""Slips in e-mail domains: a suggestion that helps and never blocks."""

from difflib import SequenceMatcher

DOMAINS = (
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "outlook.co.uk",
    "hotmail.com",
    "hotmail.co.uk",
    "live.co.uk",
    "icloud.com",
    "yahoo.com",
    "yahoo.co.uk",
    "btinternet.com",
    "protonmail.com",
    "proton.me",
    "virginmedia.com",
)
# Real providers that only look like a slip.
GENUINE = ("mail.com", "email.com", "ymail.com", "fastmail.com", "live.com", "hotmail.fr", "outlook.fr", "yahoo.fr")
CLOSE = 0.85


def suggest(email: str) -> str | None:
    """The address with the domain that was probably meant, or None when it looks right or like nothing we know."""
    local, _, domain = email.rpartition("@")
    domain = domain.lower()
    if not local or domain in DOMAINS + GENUINE:
        return None
    likeness, best = max((SequenceMatcher(None, domain, known).ratio(), known) for known in DOMAINS)
    return f"{local}@{best}" if likeness >= CLOSE else None
