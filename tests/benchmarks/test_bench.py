"""The parts of the bench do what its tables say; how fast anything is, no test looks at."""

import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.test import Client

from tests import cast
from tests.benchmarks.speed import bars, content, hello, machine, nginx, report
from tests.benchmarks.speed.figures import Figures, Memory
from tests.benchmarks.speed.load import Load
from tests.benchmarks.speed.options import CACHED, UNCACHED, Options
from tests.benchmarks.speed.rounds import Measured

OPTIONS = Options(rounds=2, seconds=1.0, guides=100_000, enquiries=1_000_000, requests=100_000, folder=None)
ASK_THE_PLAIN_PROJECT = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.plain.settings"
import django
django.setup()
from django.test import Client
from django.test.utils import setup_test_environment
from tests.benchmarks.plain import content
content.fill(3, 1_000)
content.fill(8, 1_200)
setup_test_environment()
client = Client()
guide = client.get("/guides/guide-4/")
form = client.get("/enquiries/new/")
answers = {"role": "client", "name": "Ada", "email": "ada@example.org", "message": "We are hiring."}
sent = client.post("/enquiries/new/", answers)
print(json.dumps({
    "title": guide.context["guide"].title,
    "related": [other.slug for other in guide.context["related"]],
    "has_body": content.body(1_200) in guide.content.decode(),
    "fields": len(form.context["form"].fields),
    "sent_to": sent.headers["Location"],
    "missing": client.get("/guides/nothing/").status_code,
}))
"""


def measured(*rates: float, cpu: float = 1.0) -> Measured:
    loads = [Load(requests=round(rate), seconds=1.0, p50=2.0, p99=6.0) for rate in rates]
    return Measured(size=1_000, loads=loads, cpus=[cpu for _ in rates])


def figures() -> Figures:
    """A run in which everything is as wanted."""
    ours, others = measured(900, 950), {"hello": measured(1_000, 1_000), "nginx": measured(1_000, 1_000)}
    pages = {page: measured(100, 100, cpu=8.0) for page in UNCACHED}
    return Figures(
        cached={page: {"ours": ours, **others} for page in CACHED},
        uncached={"SQLite": pages | {"plain guide": measured(100, 100, cpu=10.0)}},
        growth={"SQLite": {"guide": [10.0, 10.5]}},
        staff={"work list": [20.0, 21.0, 22.0], "reports, 52 weeks": [30.0, 31.0, 32.0]},
        memory=Memory(100_000, [80.0, 90.0, 91.0, 92.0, 92.0]),
        memory_uncached=Memory(40, [80.0, 90.0, 91.0, 92.0, 93.0]),
        start=1.5,
    )


def test_ratios_are_taken_round_by_round() -> None:
    ours, other = measured(100, 50, 90), measured(100, 100, 100)

    assert (ours.rate, ours.rate_of(other), ours.spread) == (90, 0.9, 3)


def test_each_bar_is_judged() -> None:
    found = figures()
    assert [bar.is_met for bar in bars.bars(found, OPTIONS)] == [True] * 11

    found.growth["SQLite"]["guide"] = [10.0, 12.0]
    found.uncached["SQLite"]["guide"] = measured(100, 100, cpu=11.0)
    missed = [(bar.wanted, bar.measured) for bar in bars.bars(found, OPTIONS) if not bar.is_met]
    assert missed == [
        ("uncached guide: no more CPU than the plain Django view, SQLite", "1.10 ×"),
        ("public pages: within 10 % at 100,000 guides, SQLite", "1.20 × (guide)"),
    ]


def test_a_small_run_meets_no_bar_of_a_large_one() -> None:
    found = figures()
    found.memory = Memory(5_000, found.memory.held)
    small = replace(OPTIONS, guides=1_000, enquiries=10_000)

    assert [bar.is_met for bar in bars.bars(found, small)] == [True] * 5 + [None] * 5 + [True]


def test_the_tables_replace_those_of_the_last_run_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "performance.md"
    file.write_text(f"# Performance\n\nBefore.\n\n{report.BEGIN}\nold\n{report.END}\n\nAfter.\n")
    found = figures()

    for _ in range(2):
        report.write(report.tables(found, bars.bars(found, OPTIONS), OPTIONS, "Today, here."), file)

    text = file.read_text()
    assert text.startswith(f"# Performance\n\nBefore.\n\n{report.BEGIN}\n\nToday, here.\n\n### Against the bars\n")
    assert text.endswith(f"\n\n{report.END}\n\nAfter.\n")
    assert "| guide | 1,000 | 925 | 2.0 | 6.0 | 3.0 | 1.000 | 1,000 | 0.93 | 1,000 | 0.93 | – |\n" in text
    assert "| guide | SQLite | 10.0 | 10.5 | 1.05 |\n" in text
    assert "| without it | 40 | 80 | 90 | 91 | 92 | 93 |\n" in text


def test_without_nginx_its_columns_stay_empty() -> None:
    found = figures()
    for targets in found.cached.values():
        del targets["nginx"]

    lines = list(report.tables(found, bars.bars(found, OPTIONS), OPTIONS, ""))

    assert "| guide | 1,000 | 925 | 2.0 | 6.0 | 3.0 | 1.000 | 1,000 | 0.93 | – | – | – |" in lines


def test_the_facts_name_no_machine() -> None:
    facts = machine.facts(OPTIONS, "18.1")

    assert "PostgreSQL 18.1. 16 connections; medians of 2 rounds of 1 s" in facts
    assert not re.search(rf"{re.escape(platform.node())}|/(?:home|tmp|root)", facts)


def test_the_page_with_the_tables_has_a_place_for_them() -> None:
    text = report.FILE.read_text()

    assert text.count(report.BEGIN) == text.count(report.END) == 1


@pytest.mark.django_db
def test_every_page_that_is_measured_answers(client: Client) -> None:
    cast.full_guide()
    facts: dict[str, Any] = content.facts()

    public = {name: client.get(path).status_code for name, path in facts["public"].items()}
    name, _, key = facts["cookie"].partition("=")
    client.cookies[name] = key
    staff = {name: client.get(path).status_code for name, path in facts["staff"].items()}

    assert public.keys() >= {*CACHED, *UNCACHED}
    assert {name: status for name, status in (public | staff).items() if status != 200} == {}


def test_the_plain_project_answers(tmp_path: Path) -> None:
    environment = os.environ | {"PLAIN_FOLDER": str(tmp_path), "PLAIN_DATABASE_URL": ""}

    told = subprocess.run(
        [sys.executable, "-c", ASK_THE_PLAIN_PROJECT], env=environment, capture_output=True, check=True
    )

    assert json.loads(told.stdout) == {
        "title": "What does engineer number 4 do?",
        "related": ["guide-1", "guide-7"],
        "has_body": True,
        "fields": 7,
        "sent_to": "/enquiries/thanks/",
        "missing": 404,
    }


@pytest.mark.parametrize("length", [0, 5, 12, 13_395])
def test_the_bare_application_answers_with_so_many_bytes(length: int) -> None:
    told: list[Any] = []

    parts = hello.application({"PATH_INFO": f"/{length}/"}, lambda *answer: told.append(answer))

    assert len(b"".join(parts)) == length
    assert told == [("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(length))])]


def test_the_shipped_nginx_configuration_runs_on_this_machine() -> None:
    shipped = """
upstream website { include /etc/nginx/website-nodes.conf; }
proxy_cache_path /var/cache/nginx/website levels=1:2;
server { listen ${HTTP_PORT}; }
server {
    listen [::]:${HTTPS_PORT} ssl http2;
    listen ${HTTPS_PORT} ssl http2;
    ssl_certificate /etc/website/tls/fullchain.pem;
    location /static/ { alias /opt/website/static/; }
}
"""
    adapted = """
upstream website { include /bench/etc/nginx/website-nodes.conf; }
proxy_cache_path /bench/var/cache/nginx/website levels=1:2;
server { listen 127.0.0.1:1002; }
server {
    listen 127.0.0.1:1001;
    location /static/ { alias /bench/opt/website/static/; }
}
"""

    assert nginx.without_tls(nginx.adapted(shipped, https=1001, http=1002, home=Path("/bench"))) == adapted


@contextmanager
def answering(status: int) -> Iterator[str]:
    """The address of a server that gives one answer to everything."""

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "5")
            self.end_headers()
            self.wfile.write(b"hello")

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(("status", "refused"), [(200, 0), (404, 2), (500, 2)])
def test_our_own_generator_counts_answers_and_refusals(status: int, refused: int) -> None:
    with answering(status) as address:
        command = [sys.executable, "-m", "tests.benchmarks.speed.generator", address, "0.2", "2", "Accept: text/html"]
        told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    assert (told["requests"] > 0, told["broken"], told["late"], told["refused"]) == (not refused, 0, 0, refused)
