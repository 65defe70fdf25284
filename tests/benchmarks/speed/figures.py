"""Taking all the figures, one part after the other."""

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.benchmarks.speed import growth, nginx, sites
from tests.benchmarks.speed.growth import Visited
from tests.benchmarks.speed.load import load
from tests.benchmarks.speed.options import CACHED, UNCACHED, Options
from tests.benchmarks.speed.rounds import ENCODINGS, Measured, Target, in_turns
from tests.benchmarks.speed.servers import Server, body, headers
from tests.benchmarks.speed.sites import Site

PLAIN = {"plain guide": "/guides/guide-1/", "plain form": "/enquiries/new/"}
# Every request is then answered by Django.
WITHOUT_CACHE = {"PAGE_CACHE_MB": "0"}
DEMO_GUIDES = 12
STARTS = 5
PAIRS, PAGE_SECONDS = 60, 15.0
MEMORY_SECONDS = 120.0
ARTICLE = (b"<article", b"</article>")


@dataclass(frozen=True)
class Memory:
    """The megabytes of the largest process at the start and after each quarter of the requests."""

    requests: int
    held: list[float]


@dataclass
class Figures:
    """What was measured: by page, by database and page; milliseconds by page, the smallest site first; seconds."""

    cached: dict[str, dict[str, Measured]] = field(default_factory=dict)
    uncached: dict[str, dict[str, Measured]] = field(default_factory=dict)
    growth: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    staff: dict[str, list[float]] = field(default_factory=dict)
    memory: Memory = Memory(0, [])
    memory_uncached: Memory = Memory(0, [])
    start: float = 0.0


@contextmanager
def stopping(*servers: Server) -> Iterator[tuple[Server, ...]]:
    """Servers that are stopped afterwards, whatever happens."""
    with ExitStack() as stack:
        for server in servers:
            stack.callback(server.stop)
        yield servers


def cached(site: Site, folder: Path, options: Options) -> dict[str, dict[str, Measured]]:
    """Each page as readers get it, beside the same bytes from a bare WSGI application and as a file from nginx."""
    with ExitStack() as stack:
        (ours,) = stack.enter_context(stopping(site.serve()))
        said = headers(ours.port, site.public["guide"], {"Accept-Encoding": ENCODINGS["br"]})
        (hello,) = stack.enter_context(stopping(sites.hello(said)))
        bodies = {
            (page, name): body(ours.port, site.public[page], {"Accept-Encoding": accepted})
            for page in CACHED
            for name, accepted in ENCODINGS.items()
        }
        beside = stack.enter_context(_beside_nginx(site, folder, bodies))
        found = {}
        for page in CACHED:
            sites.say(f"with the page cache: {page}")
            lengths = {name: f"/{len(bodies[page, name])}/" for name in ENCODINGS}
            targets = {"ours": Target.of(ours, site.public[page]), "hello": Target(hello, lengths)}
            if "nginx" in beside:
                targets["nginx"] = Target(beside["nginx"], {name: f"/{page}.{name}" for name in ENCODINGS})
            if "behind nginx" in beside:
                targets["behind nginx"] = Target.of(beside["behind nginx"], site.public[page])
            found[page] = in_turns(targets, options.rounds, options.seconds)
        return found


@contextmanager
def _beside_nginx(site: Site, folder: Path, bodies: Mapping[tuple[str, str], bytes]) -> Iterator[dict[str, Server]]:
    """nginx with the same bytes as files, and before a site of its own; what is not there is left out."""
    if not nginx.NGINX:
        sites.say("nginx is not installed, so it is left out")
        yield {}
        return
    files = nginx.files(folder, {f"{page}.{name}": content for (page, name), content in bodies.items()})
    with stopping(files, site.serve(TRUSTED_PROXIES="1")) as (_files, behind):
        if not nginx.SHIPPED.exists():
            yield {"nginx": files}
            return
        with stopping(nginx.before(folder, behind, site.public["guide"])) as (before,):
            yield {"nginx": files, "behind nginx": before}


def uncached(site: Site, folder: Path, database: str, options: Options) -> dict[str, Measured]:
    """Each page as Django makes it, beside the plain project's."""
    sites.say(f"without the page cache: {site.name}")
    with stopping(site.serve(**WITHOUT_CACHE)) as (ours,):
        length = len(_article(body(ours.port, site.public["guide"])))
        with stopping(sites.plain(folder, database, guides=DEMO_GUIDES, length=length)) as (plain,):
            targets = {page: Target.of(ours, site.public[page]) for page in UNCACHED}
            targets |= {name: Target.of(plain, path) for name, path in PLAIN.items()}
            return in_turns(targets, options.rounds, options.seconds)


def public_growth(small: Site, large: Site) -> dict[str, list[float]]:
    """Milliseconds until each public page begins, on the small and on the large site, made by Django."""
    sites.say(f"growth: {large.name}")
    with stopping(small.serve(**WITHOUT_CACHE), large.serve(**WITHOUT_CACHE)) as servers:
        return growth.compare([Visited(server) for server in servers], small.public, PAIRS, PAGE_SECONDS)


def staff_growth(*of_sizes: Site) -> dict[str, list[float]]:
    """Milliseconds until each page for staff begins, on every site."""
    sites.say("growth: staff")
    with stopping(*(site.serve(**WITHOUT_CACHE) for site in of_sizes)) as servers:
        visited = [Visited(server, site.cookie) for server, site in zip(servers, of_sizes, strict=True)]
        return growth.compare(visited, of_sizes[0].staff, PAIRS // 2, PAGE_SECONDS)


def memory(site: Site, options: Options, **settings: str) -> Memory:
    """Asks for all pages in turn, for so many requests or as many as there is time for."""
    sites.say(f"memory {'without' if settings else 'with'} the page cache")
    with stopping(site.serve(**settings)) as (server,):
        held, done, turn, started = [server.memory()], 0, 0, time.monotonic()
        while (part := max(done / options.requests, (time.monotonic() - started) / MEMORY_SECONDS)) < 1:
            if part * 4 >= len(held):
                held.append(server.memory())
            path = site.public[CACHED[turn % len(CACHED)]]
            done += load(server.port, path, options.seconds, {"Accept-Encoding": ENCODINGS["br"]}).requests
            turn += 1
        return Memory(done, [*held, *[server.memory()] * (5 - len(held))])


def start(site: Site) -> float:
    """The seconds from the command to the first guide."""
    sites.say("start-up")
    found = []
    for _ in range(STARTS):
        server = site.serve()
        found.append(server.answered_after)
        server.stop()
    return median(found)


def _article(page: bytes) -> bytes:
    """The guide's own part of its page."""
    start, end = (page.find(mark) for mark in ARTICLE)
    return page[start:end] if 0 <= start < end else page
