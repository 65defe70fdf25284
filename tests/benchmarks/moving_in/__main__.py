"""Runs the test and prints what each run took; ends with 1 when the two sites differ or the bar of memory is not met."""

import argparse
import json
import random
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from tests.benchmarks.moving_in import old_site
from tests.benchmarks.moving_in.commands import Site, Went
from tests.benchmarks.speed.servers import BenchFailed

MOST_MEMORY = 300_000_000
AFTER_ALL = 1.3  # beyond all posts, links are set and drafts are looked at: some kills are to come then
LONGEST_WAIT = 0.01  # seconds for each post


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.moving_in", description=__doc__)
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--pictures", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument(
        "--databases", nargs=2, default=("", ""), help="addresses of two empty databases instead of SQLite"
    )
    parser.add_argument("--folder", type=Path, help="where both sites stay")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="moving-in-") as temporary:
        try:
            return compare(options.folder or Path(temporary), options)
        except BenchFailed as failed:
            sys.exit(f"The bench failed: {failed}")


def compare(folder: Path, options: argparse.Namespace) -> int:
    """Moves the same site in twice at the same time, once undisturbed."""
    folder.mkdir(parents=True, exist_ok=True)
    export = old_site.write(folder, options.posts, options.pictures)
    whole, killed = (
        Site(folder / name, database) for name, database in zip(("whole", "killed"), options.databases, strict=True)
    )
    for site in (whole, killed):
        site.make()
    with ThreadPoolExecutor(2) as pool:
        undisturbed = pool.submit(in_one_go, whole, export, options.posts)
        disturbed = pool.submit(kill_and_go_on, killed, export, options.posts, options.kills)
        went = [undisturbed.result(), *disturbed.result()]
    found, other = (json.loads(site.outcome().read_text()) for site in (whole, killed))
    again = whole.move_in(export)
    tell("once more, with nothing new", again, options.posts)
    print("left behind:", *(f"{number:,} {what}" for what, number in found["counts"].items()), sep=" ")
    different = [name for name, value in found["outcome"].items() if value != other["outcome"][name]]
    memory = max(one.memory for one in (*went, again))
    print(f"different after kills: {', '.join(different) or 'nothing'}; most memory {memory / 1e6:.0f} MB")
    return int(bool(different) or memory > MOST_MEMORY)


def in_one_go(site: Site, export: Path, posts: int) -> Went:
    went = site.move_in(export)
    tell("in one go", went, posts)
    return went


def kill_and_go_on(site: Site, export: Path, posts: int, kills: int) -> list[Went]:
    """Kills the command when as many posts are in as chance says, and calls it again; at last it is left to its end."""
    chance = random.Random()  # noqa: S311 - another run finds other places
    places = sorted(chance.uniform(0, AFTER_ALL * posts) for _ in range(kills))
    went = []
    for number, place in zip(count(1), places, strict=False):
        wait = chance.uniform(0, 1 if place < posts else LONGEST_WAIT * posts)
        went.append(site.move_in_until(export, min(max(int(place), site.posts() + 1), posts), wait))
        if not went[-1].was_killed:
            tell("over before it was killed", went[-1])
            break
        tell(f"kill {number}, with {site.posts():,} posts in", went[-1])
    else:
        went.append(site.move_in(export))
        tell("left to its end", went[-1])
    print(
        f"killed {sum(one.was_killed for one in went)} times: {sum(one.seconds for one in went):,.0f} s in all",
        flush=True,
    )
    return went


def tell(what: str, went: Went, posts: int = 0) -> None:
    rate = f", {posts / went.seconds:.1f} posts/s" if posts else ""
    print(
        f"{what}: {went.seconds:,.0f} s ({went.processor:,.0f} s of the processor){rate}, {went.memory / 1e6:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
