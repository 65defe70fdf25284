"""The bars: what we want to reach, and whether this run did."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.benchmarks.speed.figures import Figures
from tests.benchmarks.speed.options import UNCACHED, Options

# The sizes that the bars are set for; what a smaller run measures meets or misses none of them.
GUIDES, ENQUIRIES, REQUESTS = 100_000, 1_000_000, 100_000
CACHEABLE = ("guide", "index", "salaries")
STEADY = 1.02  # what the last quarter of the requests may add to the memory


class Bar(NamedTuple):
    """What is wanted, what was measured, and whether that is enough; None where this run was too small to tell."""

    wanted: str
    measured: str
    is_met: bool | None

    @property
    def verdict(self) -> str:
        return {True: "met", False: "missed", None: "not judged: too small a run"}[self.is_met]


def bars(figures: Figures, options: Options) -> list[Bar]:
    """Every bar that this run can tell of."""
    return [*_cached(figures), *_uncached(figures), *_growth(figures, options), *_process(figures)]


def _cached(figures: Figures) -> Iterator[Bar]:
    guide = figures.cached["guide"]
    if "nginx" in guide:
        share = guide["ours"].rate_of(guide["nginx"])
        yield Bar("cached guide: at least 0.7 × nginx with the same bytes as a file", f"{share:.2f} ×", share >= 0.7)
    share = guide["ours"].rate_of(guide["hello"])
    yield Bar("cached guide: at least 0.85 × a bare WSGI application of that size", f"{share:.2f} ×", share >= 0.85)
    if "behind nginx" in guide:
        share = guide["behind nginx"].rate_of(guide["nginx"])
        yield Bar("guide behind our nginx configuration: at least 0.9 × nginx", f"{share:.2f} ×", share >= 0.9)
    spread, page = max((figures.cached[page]["ours"].spread, page) for page in CACHEABLE)
    yield Bar("p99 at most 4 × p50 for cached pages", f"{spread:.1f} × ({page})", spread <= 4)


def _uncached(figures: Figures) -> Iterator[Bar]:
    for database, found in figures.uncached.items():
        plain = found["plain guide"]
        share = found["guide"].cpu_of(plain)
        yield Bar(f"uncached guide: no more CPU than the plain Django view, {database}", f"{share:.2f} ×", share <= 1)
        rest = (page for page in UNCACHED if page != "guide")
        share, page = max((found[page].cpu_of(plain), page) for page in rest)
        yield Bar(f"every other page: at most 1.5 × that, {database}", f"{share:.2f} × ({page})", share <= 1.5)


def _growth(figures: Figures, options: Options) -> Iterator[Bar]:
    for database, found in figures.growth.items():
        ratio, page = _worst(found)
        wanted = f"public pages: within 10 % at {options.guides:,} guides, {database}"
        yield Bar(wanted, f"{ratio:.2f} × ({page})", ratio <= 1.1 if options.guides >= GUIDES else None)
    small, middle, large = options.enquiry_sizes
    ratio, page = _worst(figures.staff)
    wanted = f"work list and each report: at most 1.5 × from {small:,} to {large:,} enquiries"
    yield Bar(wanted, f"{ratio:.2f} × ({page})", ratio <= 1.5 if large >= ENQUIRIES else None)
    took = figures.staff["reports, 52 weeks"][1]
    yield Bar(
        f"reports of 52 weeks under 300 ms at {middle:,} enquiries",
        f"{took:.0f} ms",
        took < 300 if large >= ENQUIRIES else None,
    )


def _process(figures: Figures) -> Iterator[Bar]:
    held, requests = figures.memory.held, figures.memory.requests
    yield Bar(
        f"a process under 120 MB after {requests:,} requests",
        f"{held[-1]:.0f} MB",
        held[-1] < 120 if requests >= REQUESTS else None,
    )
    ratio = held[-1] / held[-2]
    yield Bar(
        "not growing in the last quarter of them", f"{ratio:.2f} ×", ratio <= STEADY if requests >= REQUESTS else None
    )
    yield Bar("from the command to the first guide under 2 s", f"{figures.start:.1f} s", figures.start < 2)


def _worst(found: dict[str, list[float]]) -> tuple[float, str]:
    return max((took[-1] / took[0], page) for page, took in found.items())
