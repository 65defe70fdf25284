"""How far a long piece of work is: a bar on a terminal, and a line for each tenth of it elsewhere."""

import time
from collections.abc import Iterable, Iterator
from typing import Any

WIDTH = 30
TENTHS = 10


def shown(steps: Iterable[int], total: int, what: str, out: Any) -> Iterator[int]:
    """Hands on `steps`, each of which says how many of the `total` it got done, and tells `out`, a command's output."""
    if out.isatty():
        return _as_bar(steps, total, what, out)
    return _as_lines(steps, total, what, out)


def _as_bar(steps: Iterable[int], total: int, what: str, out: Any) -> Iterator[int]:
    """Written over itself; the blanks at its end cover what was longer before."""
    started, done = time.monotonic(), 0
    try:
        for step in steps:
            done += step
            full, seconds = WIDTH * done // total, (time.monotonic() - started) / done * (total - done)
            bar = "█" * full + "·" * (WIDTH - full)
            out.write(f"\r[{bar}] {done:,} of {total:,} {what}, {seconds:.0f} s left   ", ending="")
            out.flush()
            yield step
    finally:
        if done:
            out.write("")


def _as_lines(steps: Iterable[int], total: int, what: str, out: Any) -> Iterator[int]:
    done = told = 0
    for step in steps:
        done += step
        if (tenth := done * TENTHS // total) > told:
            told = tenth
            out.write(f"{done:,} of {total:,} {what}")
            out.flush()
        yield step
