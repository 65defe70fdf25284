"""What there is to see to, for guides and enquiries alike."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DashboardLine:
    """One thing to see to: where to act on it, and what to know before; `is_late` when its day is over."""

    title: str
    address: str
    remark: str
    is_late: bool = False


@dataclass(frozen=True, kw_only=True)
class DashboardItem:
    """One kind of thing to see to: how many there are, the first of them, and where all of them are."""

    title: str
    count: int
    lines: list[DashboardLine]
    address: str = ""
