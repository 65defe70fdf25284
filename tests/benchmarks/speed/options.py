"""How much is measured: all of it, or a quick look."""

import argparse
from dataclasses import dataclass
from pathlib import Path

CACHED = ("guide", "index", "salaries", "search", "form")
UNCACHED = (*CACHED, "home")


@dataclass(frozen=True)
class Options:
    """`guides` and `enquiries` are those of the large site; the small one has the demo's guides and a hundredth of these."""

    rounds: int
    seconds: float
    guides: int
    enquiries: int
    requests: int
    folder: Path | None

    @property
    def enquiry_sizes(self) -> list[int]:
        return [self.enquiries // 100, self.enquiries // 10, self.enquiries]


def read() -> Options:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.speed", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sites and short rounds: to see that it works")
    parser.add_argument("--guides", type=int, help="made-up guides on the large site")
    parser.add_argument("--enquiries", type=int, help="made-up enquiries on the large site")
    parser.add_argument("--rounds", type=int, help="how often each address takes its turn")
    parser.add_argument("--folder", type=Path, help="where the sites stay, so that the next run need not fill them")
    told = parser.parse_args()
    usual = (2, 1.0, 1_000, 10_000, 10_000) if told.quick else (6, 2.0, 100_000, 1_000_000, 100_000)
    rounds, seconds, guides, enquiries, requests = usual
    return Options(
        rounds=told.rounds or rounds,
        seconds=seconds,
        guides=told.guides or guides,
        enquiries=told.enquiries or enquiries,
        requests=requests,
        folder=told.folder.resolve() if told.folder else None,
    )
