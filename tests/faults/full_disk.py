"""SQLite on a disk that is full: no file takes a byte more (RLIMIT_FSIZE)."""

import resource
from pathlib import Path
from urllib.parse import urlencode

from tests.faults.door import Door
from tests.faults.findings import Findings
from tests.faults.outages import NOT_KEPT
from tests.faults.site import Site
from tests.faults.visitors import FORM, HIDDEN

WORDS = "These words stay in the form."


def full_disk(folder: Path, findings: Findings) -> None:
    if not hasattr(resource, "prlimit"):
        findings.figure("-", "only Linux can do without a real disk for this: left out")
        return
    folder.mkdir()
    site = Site(folder)
    site.environment |= {"DATABASE_URL": ""}
    with findings.chapter("SQLite on a full disk"):
        try:
            site.start()
            site.manage("seed_demo", "-v0")
            site.wait_for(0)
            visit(site, Door((site.port,)), findings)
        finally:
            site.stop()


def visit(site: Site, door: Door, findings: Findings) -> None:
    """The form was opened while there was room."""
    _status, headers, page = door.ask(FORM)
    cookie = headers["Set-Cookie"].split(";")[0]
    answers = {"role": "client", "name": "Pat Example", "email": "pat@visitor.example", "message": WORDS}
    form = urlencode(dict(HIDDEN.findall(page)) | answers)
    most_bytes(site, 0)
    status, _headers, page = door.post(FORM, form, Cookie=cookie)
    findings.expect((status, WORDS in page) == (503, True), status, "for an enquiry, with its words still in the form")
    pages = [door.ask(path)[0] for path in ("/", "/guides/", *NOT_KEPT)]
    findings.expect(set(pages) == {200}, pages.count(200), f"of {len(pages)} pages are read all the same")
    most_bytes(site, resource.RLIM_INFINITY)
    status = door.post(FORM, form, Cookie=cookie)[0]
    findings.expect(status == 302, status, "for the same form once there is room")


def most_bytes(site: Site, number: int) -> None:
    """How long a file may be that the web server writes to."""
    parent = site.nodes[0].pid
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    for process in (parent, *map(int, children)):
        _soft, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
        resource.prlimit(process, resource.RLIMIT_FSIZE, (number, hard))
