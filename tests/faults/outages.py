"""Whole parts of the site that say nothing, or are not there at all."""

import time

from tests.faults.door import Door
from tests.faults.findings import Findings
from tests.faults.readers import Readers
from tests.faults.site import Site, kill_group
from tests.faults.visitors import FORM

# Nobody else may have these, so they are never kept.
FOR_ONE = (FORM, "/admin/")
SOMEBODY = "__Host-session=abcdefghijklmnopqrstuvwxyz012345"  # pragma: allowlist secret - nobody's

# Pages that no reader asked for yet, so that no node keeps them.
NOT_KEPT = ("/salaries/", "/feed.xml", "/llms.txt", "/accessibility/")
# The second figure is for a machine that works on much else.
SECONDS, SPARE = 2.0, 0.5
OFF = 3.0


def hanging_database(site: Site, nodes: tuple[Door, Door], readers: Readers, findings: Findings) -> None:
    """Every process of it stops, and none of its lines is closed."""
    with findings.chapter("a database that hangs"):
        readers.start()
        postmaster = site.postgres.get_postmaster_info().process
        stopped = [postmaster, *postmaster.children(recursive=True)]
        for process in stopped:
            process.suspend()
        try:
            told = [timed(node, path) for path in NOT_KEPT for node in nodes]
            told += [timed(node, path, Cookie=SOMEBODY) for path in FOR_ONE for node in nodes]
        finally:
            for process in stopped:
                process.resume()
        readers.stop()
        slowest = max(seconds for _status, seconds in told)
        refused = sum(status == 503 for status, _seconds in told)
        findings.expect(
            refused == len(told),
            refused,
            f"of {len(told)} pages that are not kept, or not for everybody, answered with 503",
        )
        findings.expect(slowest <= SECONDS + SPARE, slowest, "seconds the slowest of them took")
        findings.none(readers.errors, "errors that readers of kept pages met")
        findings.figure(readers.slowest, "seconds their slowest page took")
        back = time.monotonic()
        for node in nodes:
            for path in NOT_KEPT:
                wait_for_page(node, path)
        findings.figure(time.monotonic() - back, "seconds until every page was there again")


def timed(node: Door, path: str, **headers: str) -> tuple[int, float]:
    asked = time.monotonic()
    return node.ask(path, **headers)[0], time.monotonic() - asked


def wait_for_page(node: Door, path: str) -> None:
    deadline = time.monotonic() + 30
    while node.ask(path)[0] != 200 and time.monotonic() < deadline:
        time.sleep(0.05)


def nobody_behind_the_proxy(site: Site, door: Door, readers: Readers, findings: Findings) -> None:
    """Both nodes and the database are gone; what the proxy keeps it serves, and of the rest it says that we are away."""
    with findings.chapter("every node and the database gone"):
        readers.start()
        before = readers.answers[200]
        for process in site.nodes.values():
            kill_group(process)
        site.postgres.stop()
        status, headers, page = door.ask(FORM)
        time.sleep(OFF)
        readers.stop()
        findings.figure(readers.answers[200] - before, "guides served by the proxy alone")
        findings.none(readers.errors, "errors that their readers met")
        is_ours = (status, headers["Retry-After"], "<h1" in page) == (503, "30", True)
        findings.expect(is_ours, status, "for the form, in the page that says we are away")
        site.start_postgres()
        for node in range(len(site.ports)):
            site.start_node(node)
            site.wait_for(node)
