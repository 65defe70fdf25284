"""Do two nodes behave as one site, while nothing is broken?"""

import re
import subprocess
import sys
import time
from collections.abc import Mapping
from urllib.parse import urlencode

from tests.faults.door import Answer, Door
from tests.faults.findings import Findings
from tests.faults.readers import Readers
from tests.faults.site import Site
from tests.faults.visitors import FORM, HIDDEN

PASSWORD = "four words nobody links"
SIGN_IN, SIGN_OUT, ADMIN = "/accounts/sign-in/", "/accounts/sign-out/", "/admin/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
BRAKED = "Too many wrong attempts."
# What an account and an address may do, however many nodes there are: enquiries/intake/throttle.py, ACCOUNT_RATE_LIMITS.
SUSPECTED_AN_HOUR, WRONG_PASSWORDS = 60, 5
SCHEDULED, DUE_IN, OVERDUE_AFTER = 10, 4, 15
MAKE_PERSON = f"""
from django.contrib.auth.models import User
User.objects.create_superuser("sam", "sam@agency.example", "{PASSWORD}")
"""
SCHEDULE = f"""
from datetime import timedelta
from django.utils import timezone
from tests import cast
from tests.articles import live
at = timezone.now() + timedelta(seconds={DUE_IN})
for number in range({SCHEDULED}):
    live.schedule(cast.draft(f"timed-{{number}}", title=f"Timed guide {{number}}"), at)
"""
WENT_LIVE = """
SELECT count(*), count(DISTINCT article_id) FROM articles_guideevent
JOIN articles_article ON articles_article.id = article_id WHERE slug LIKE 'timed-%' AND kind = 'published'
"""


def as_one(site: Site, nodes: tuple[Door, Door], readers: Readers, findings: Findings) -> None:
    """All of it, each chapter on both nodes."""
    with findings.chapter("two nodes, one site"):
        readers.start()
        sessions(site, nodes, findings)
        brakes(nodes, findings)
        throttle(site, nodes, findings)
        schedules(site, nodes, findings)
        migrations(site, findings)
        rolling_restart(site, findings)
        readers.stop()
        findings.figure(readers.answers[200], "pages read meanwhile")
        findings.none(readers.errors, "errors that readers met")


def sessions(site: Site, nodes: tuple[Door, Door], findings: Findings) -> None:
    """Signed in on one, out on the other."""
    site.manage("shell", "-v0", "-c", MAKE_PERSON)
    _status, headers, _page = sign_in(nodes[0], "sam", PASSWORD)
    cookie = cookies(headers)
    there, headers, page = nodes[1].ask(ADMIN, Cookie=cookie)
    token = {"csrfmiddlewaretoken": "".join(TOKEN.findall(page)[:1])}
    nodes[1].post(SIGN_OUT, urlencode(token), Cookie=f"{cookie}; {cookies(headers)}")
    afterwards = nodes[0].ask(ADMIN, Cookie=cookie)[0]
    findings.expect(
        (there, afterwards) == (200, 302),
        f"{there}, {afterwards}",
        "admin with a session of the other node, and after signing out there",
    )


def sign_in(node: Door, name: str, password: str, **head: str) -> Answer:
    """In a browser of its own."""
    _status, headers, page = node.ask(SIGN_IN)
    form = {"login": name, "password": password, "csrfmiddlewaretoken": TOKEN.findall(page)[0]}
    return node.post(SIGN_IN, urlencode(form), Cookie=cookies(headers), **head)


def cookies(headers: Mapping[str, str]) -> str:
    return "; ".join(cookie.split(";")[0] for cookie in headers.get_all("Set-Cookie", []))  # type: ignore[attr-defined]


def brakes(nodes: tuple[Door, Door], findings: Findings) -> None:
    """Wrong passwords, by turns, from as many addresses."""
    told = [
        sign_in(nodes[number % 2], "sam", "wrong", X_Forwarded_For=f"203.0.113.{number}")
        for number in range(WRONG_PASSWORDS + 3)
    ]
    taken = sum(status == 200 and BRAKED not in page for status, _headers, page in told)
    findings.expect(taken == WRONG_PASSWORDS, taken, "wrong passwords taken by both together")


def throttle(site: Site, nodes: tuple[Door, Door], findings: Findings) -> None:
    """Forms that look like spam, by turns, from one address."""
    _status, headers, page = nodes[0].ask(FORM)
    form = dict(HIDDEN.findall(page)) | {"role": "client", "name": "Pat", "stamp": "", "subject": "filled in"}
    before, status, number = stored(site), 302, 0
    while status == 302:
        number += 1
        fields = {"message": f"Look at this, number {number}.", "email": f"crowd-{number}@visitor.example"}
        status = nodes[number % 2].post(
            FORM, urlencode(form | fields), Cookie=cookies(headers), X_Forwarded_For="198.51.100.7"
        )[0]
    taken = stored(site) - before
    findings.expect(
        (taken, status) == (SUSPECTED_AN_HOUR, 429), taken, "suspicious enquiries of one address taken by both together"
    )


def stored(site: Site) -> int:
    return int(site.query("SELECT count(*) FROM enquiries_enquiry")[0][0])


def schedules(site: Site, nodes: tuple[Door, Door], findings: Findings) -> None:
    """Two workers publish what is due, once; both nodes show it."""
    site.manage("shell", "-v0", "-c", SCHEDULE)
    deadline = time.monotonic() + DUE_IN + OVERDUE_AFTER
    while site.query(WENT_LIVE) != [(SCHEDULED, SCHEDULED)] and time.monotonic() < deadline:
        time.sleep(0.2)
    time.sleep(2)  # for a second worker that does the same
    lines, guides = site.query(WENT_LIVE)[0]
    findings.expect((lines, guides) == (SCHEDULED, SCHEDULED), lines, f"publications of {SCHEDULED} scheduled guides")
    shown = [sum(f"Timed guide {number}" in node.ask("/guides/")[2] for number in range(SCHEDULED)) for node in nodes]
    findings.expect(shown == [SCHEDULED] * 2, "both" if shown[0] == shown[1] else str(shown), "nodes list them")


def migrations(site: Site, findings: Findings) -> None:
    """As two nodes that are brought up to date at once would run them."""
    commands = [
        subprocess.Popen([sys.executable, "manage.py", "migrate", "-v0"], env=site.environment) for _ in range(2)
    ]
    failed = sum(command.wait() != 0 for command in commands)
    findings.none(failed, "migrate, twice at once while both serve, that failed")


def rolling_restart(site: Site, findings: Findings) -> None:
    for node in range(len(site.ports)):
        site.restart_node(node)
    findings.figure(len(site.ports), "nodes restarted one after the other")
