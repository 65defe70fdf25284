"""How the agency itself is reached: what the gate must not take for personal data.

Whoever knows the agency registers it; the gate does not.
"""

from collections.abc import Callable, Iterable


def _nobodys() -> Iterable[str]:
    return ()


_source: Callable[[], Iterable[str]] = _nobodys


def register(source: Callable[[], Iterable[str]]) -> None:
    """Has `source` asked for the agency’s telephone numbers and e-mail addresses whenever guides are checked."""
    global _source
    _source = source


def own() -> frozenset[str]:
    """The agency’s e-mail addresses in lower case, and its telephone numbers as national digits."""
    return frozenset(contact.lower() if "@" in contact else national(contact) for contact in _source() if contact)


def national(number: str) -> str:
    """The digits of a telephone number, a British one with its nought: +44 (0)20 is 020."""
    digits = "".join(sign for sign in number.replace("(0)", "") if sign.isdigit())
    return f"0{digits[2:]}" if number.lstrip("(").startswith("+44") else digits
