"""The tables of docs/performance.md, between two marks; the words around them stay."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.speed.bars import Bar
from tests.benchmarks.speed.figures import Figures
from tests.benchmarks.speed.options import Options
from tests.benchmarks.speed.rounds import Measured

FILE = Path(__file__).parents[3] / "docs/performance.md"
BEGIN, END = "<!-- make bench: begin -->", "<!-- make bench: end -->"


def write(lines: Iterable[str], file: Path = FILE) -> None:
    """Puts the lines between the marks of the file. Raises `ValueError` where it has none."""
    text = file.read_text()
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    file.write_text("\n".join([text[:start], "", *lines, "", text[end:]]))


def tables(figures: Figures, bars: Sequence[Bar], options: Options, facts: str) -> Iterator[str]:
    """The whole report, in Markdown."""
    yield facts
    yield from _section("Against the bars", ["wanted", "measured", ""], map(_bar, bars))
    yield from _section("With the page cache", CACHED_HEAD, _cached(figures))
    yield from _section("Without the page cache", UNCACHED_HEAD, _uncached(figures))
    head = ["page", "database", "12 guides, ms", f"{options.guides:,} more, ms", "ratio"]
    yield from _section("Growth: public pages", head, _growth(figures))
    sizes = [f"{size:,} enquiries, ms" for size in options.enquiry_sizes]
    yield from _section("Growth: pages for staff, on PostgreSQL", ["page", *sizes, "ratio"], _staff(figures))
    head = ["", "requests", "at the start, MB", *(f"after {part} of 4, MB" for part in range(1, 5))]
    yield from _section("Memory of the largest process", head, _memory(figures))
    yield from ["", f"From the command to the first guide: {figures.start:.1f} s."]


CACHED_HEAD = (
    "page",
    "bytes",
    "requests/s",
    "p50, ms",
    "p99, ms",
    "p99 / p50",
    "CPU, ms",
    "bare WSGI, requests/s",
    "ours / bare",
    "nginx, requests/s",
    "ours / nginx",
    "behind nginx / nginx",
)
UNCACHED_HEAD = ("page", "database", "bytes", "requests/s", "p50, ms", "p99, ms", "CPU, ms", "CPU / plain guide")


def _bar(bar: Bar) -> list[str]:
    return [bar.wanted, bar.measured, "**missed**" if bar.is_met is False else bar.verdict]


def _cached(figures: Figures) -> Iterator[list[str]]:
    for page, found in figures.cached.items():
        ours, hello = found["ours"], found["hello"]
        nginx = (
            [f"{found['nginx'].rate:,.0f}", f"{ours.rate_of(found['nginx']):.2f}"] if "nginx" in found else ["–"] * 2
        )
        behind = f"{found['behind nginx'].rate_of(found['nginx']):.2f}" if "behind nginx" in found else "–"
        compared = [f"{hello.rate:,.0f}", f"{ours.rate_of(hello):.2f}", *nginx, behind]
        yield [page, *_times(ours), f"{ours.spread:.1f}", f"{ours.cpu:.3f}", *compared]


def _uncached(figures: Figures) -> Iterator[list[str]]:
    for database, found in figures.uncached.items():
        for page, one in found.items():
            cpu = [f"{one.cpu:.1f}", f"{one.cpu_of(found['plain guide']):.2f}"]
            yield [page, database, *_times(one), *cpu]


def _times(one: Measured) -> list[str]:
    return [f"{one.size:,}", f"{one.rate:,.0f}", f"{one.p50:.1f}", f"{one.p99:.1f}"]


def _growth(figures: Figures) -> Iterator[list[str]]:
    for database, found in figures.growth.items():
        for page, took in found.items():
            yield [page, database, *_compared(took)]


def _staff(figures: Figures) -> Iterator[list[str]]:
    for page, took in figures.staff.items():
        yield [page, *_compared(took)]


def _compared(took: Sequence[float]) -> list[str]:
    return [*(f"{one:.1f}" for one in took), f"{took[-1] / took[0]:.2f}"]


def _memory(figures: Figures) -> Iterator[list[str]]:
    for name, memory in (("with the page cache", figures.memory), ("without it", figures.memory_uncached)):
        yield [name, f"{memory.requests:,}", *(f"{held:.0f}" for held in memory.held)]


def _section(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield from ["", f"### {title}", "", _row(head), _row(["---"] * len(head))]
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
