"""What a reader of pasted salaries knows beforehand, and what it makes: a row with its pay, or with the reason why not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from articles.document.salary_bands import Row
from articles.salaries.pasting import pay
from articles.salaries.pasting.vocabulary import REGIONS, canonical, key, region_key

NO_PAY = "gives no salary."
LONGEST_TITLE = 8  # words; a line with more is a sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """One figure as pasted: the line it stands in, the role that it names, if any, and the row."""

    text: str
    role: str
    row: Row


@dataclass(frozen=True, kw_only=True)
class Context:
    """What is known at a line: the site's roles by their keys and its regions, and what the lines above it said.

    `one_role` says that what has no role of its own is of the one whose page it is pasted into.
    """

    roles: Mapping[str, str] = field(default_factory=dict)
    regions: Sequence[str] = ()
    one_role: bool = False
    role: str = ""
    region: str = ""

    def known_role(self, text: str) -> str:
        """The site's role of this name, in whatever spelling; empty for none."""
        return self.roles.get(key(text), "")

    def known_region(self, text: str) -> str:
        """The region of this name, as the site spells it; empty for none."""
        found = canonical(text, (*self.regions, *REGIONS), region_key)
        return found if found in self.regions or found in REGIONS else ""

    def after(self, line: str) -> "Context":
        """What is known under a line without pay: it may name the role and the region of those below."""
        words = f" {key(line)} "
        role = max((name for compared, name in self.roles.items() if f" {compared} " in words), key=len, default="")
        region = next((name for name in (*self.regions, *REGIONS) if f" {key(name)} " in words), "")
        title = line.strip(" :–-#*").strip()
        is_title = len(title.split()) <= LONGEST_TITLE and not re.search(r"[.,!?;]$|\d", line.strip())
        if not role and not region and is_title and not self.one_role:
            role = title
        return replace(self, role=role or self.role, region=region or ("" if role else self.region))


def joined(texts: Sequence[str], *, in_thousands: bool = False) -> pay.Pay | str:
    """The pay that one text gives, or two with an end each; a sentence where they do not."""
    if len(texts) > 2:
        return "gives more than one salary; give each a row of its own."
    text = " - ".join(texts)
    try:
        return pay.read(text, in_thousands=in_thousands)
    except pay.Unreadable as reason:
        return f"“{text[:80]}” {reason}"


def with_pay(row: Row, amounts: pay.Pay | str) -> Row:
    """The row with its pay, or with the reason why it has none. A column of currencies must agree with the signs."""
    if isinstance(amounts, str):
        return replace(row, fault=amounts)
    if row.currency and amounts.currency and row.currency != amounts.currency:
        return replace(row, fault=f"is in {row.currency} by its currency, but in {amounts.currency} by its salary.")
    return replace(
        row,
        low=amounts.low,
        high=amounts.high,
        open_ended=amounts.open_ended,
        currency=row.currency or amounts.currency,
    )
