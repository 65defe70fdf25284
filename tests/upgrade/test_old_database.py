"""A database that an older version of the site filled keeps working: its addresses, links, drafts and waiting mails.

`old_database.sql.xz` is what version e95b537, the last before the packages were sorted by subject, left behind on SQLite:
the demo guides, some of them moved, withdrawn, scheduled, shared for approval, saved by two people at once or published
with findings overridden, and fifteen enquiries whose notices were sent, bounced, refused, put off, leased or held. It was
filled by that version's own verbs and forms; pictures and sessions are left out, and what a link or a schedule is bound to
lies in the year 2100. `must_hold.json` is what that version answered. Neither is made anew when the site changes: a page
that is to answer in another way is changed in `must_hold.json`, by hand.
"""

import json
import lzma
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.enquiries.mail_server import AnyPort, MailServer

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
MUST_HOLD = json.loads((HERE / "must_hold.json").read_text())
# Signed links work with the key that signed them.
SECRET_KEY = "upgrade-check-0123456789-0123456789-0123456789-0123456789"
# Every pause of a waiting notice is over, as it would be by now.
MAKE_DUE = "UPDATE enquiries_notice SET due_at = created_at WHERE sent_at IS NULL"
# Links of that version are as old as their enquiry, and end after 90 days.
MAKE_YOUNG = "UPDATE enquiries_enquiry SET received_at = strftime('%Y-%m-%d %H:%M:%S', 'now', '-1 day')"
# An editor takes a saved draft back, which saves it anew; then the migrations since the old version are undone.
SAVE_AND_GO_BACK = """
import django
django.setup()
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
editor = Client(SERVER_NAME="localhost")
editor.force_login(User.objects.get(username="ed"))
assert editor.post("/admin/articles/article/4/history/take/4/").status_code == 302
call_command("migrate", "articles", "0006", verbosity=0)
call_command("migrate", "enquiries", "0001", verbosity=0)
"""
FORMATS = "SELECT DISTINCT json_extract(stored, '$.version') FROM articles_draftversion ORDER BY 1"
PERMISSIONS = """
SELECT auth_group.name, codename FROM auth_group_permissions
    JOIN auth_group ON auth_group.id = group_id JOIN auth_permission ON auth_permission.id = permission_id
UNION SELECT username, codename FROM auth_user_user_permissions
    JOIN auth_user ON auth_user.id = user_id JOIN auth_permission ON auth_permission.id = permission_id
ORDER BY 1, 2
"""

type Answers = dict[tuple[str, str], dict[str, Any]]


def run(site: Path, *command: str, **environment: str) -> None:
    """Runs Python on the site in this folder; raises when it fails."""
    surroundings = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "agency.settings",
        "ENV_FILE": os.devnull,
        "SITE_URL": "http://localhost",
        "SECRET_KEY": SECRET_KEY,
        "DATA_DIR": str(site),
        "STATIC_ROOT": str(settings.STATIC_ROOT),
        "SECOND_FACTOR": "off",
        "LOG_LEVEL": "CRITICAL",
    }
    subprocess.run([sys.executable, *command], cwd=ROOT, env=surroundings | environment, check=True)


def rows(site: Path, query: str) -> list[tuple[Any, ...]]:
    """What the site's database answers."""
    with closing(sqlite3.connect(site / "site.sqlite3")) as database:
        return database.execute(query).fetchall()


def visit(site: Path, questions: list[tuple[str, str, str]]) -> Answers:
    """What the site answers to who asks for an address and accepts some kind of page."""
    asked, answered = site / "questions.json", site / "answers.json"
    asked.write_text(json.dumps(questions))
    run(site, "tests/upgrade/visit.py", str(asked), str(answered))
    answers = json.loads(answered.read_text())
    return {(who, path + accept): one for (who, path, accept), one in zip(questions, answers, strict=True)}


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the old site, once it is migrated."""
    site = tmp_path_factory.mktemp("old") / "site"
    site.mkdir(mode=0o700)
    with closing(sqlite3.connect(site / "site.sqlite3")) as database:
        database.executescript(lzma.decompress((HERE / "old_database.sql.xz").read_bytes()).decode())
        database.execute(MAKE_DUE)
        database.execute(MAKE_YOUNG)
        database.commit()
    run(site, "manage.py", "migrate", "--verbosity=0")
    return site


@pytest.fixture(scope="module")
def answers(migrated: Path) -> Answers:
    """What the site answers to everything that must hold, by who asks and for what."""
    questions = [("reader", path, accept) for path, accept, _, _ in MUST_HOLD["readers"]]
    questions += [(who, path, "*/*") for who, path, _ in (*MUST_HOLD["staff"], *MUST_HOLD["says"])]
    return visit(migrated, questions)


@pytest.fixture(scope="module")
def sent(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> MailServer:
    """The mail server, once the worker did one round on a copy of the site."""
    site = shutil.copytree(migrated, tmp_path_factory.mktemp("worked") / "site")
    server = MailServer()
    controller = AnyPort(server, hostname="127.0.0.1", port=0, ready_timeout=20)
    controller.start()
    try:
        run(site, "manage.py", "work", "--once", EMAIL_URL=f"smtp://127.0.0.1:{controller.port}")
    finally:
        controller.stop(no_assert=True)
    return server


def test_every_address_answers_readers_as_it_did(answers: Answers) -> None:
    asked = {("reader", path + accept): (status, location) for path, accept, status, location in MUST_HOLD["readers"]}

    assert {key: (answers[key]["status"], answers[key]["location"]) for key in asked} == asked


def test_every_address_leads_staff_to_a_page_that_they_may_see(answers: Answers) -> None:
    """The address of a page may change, if the old one leads there; who may see what stays."""
    asked = {(who, path + "*/*"): status for who, path, status in MUST_HOLD["staff"]}

    assert {key: answers[key]["status_at_end"] for key in asked} == asked


@pytest.mark.parametrize(("who", "path", "words"), MUST_HOLD["says"])
def test_signed_links_drafts_and_overrides_are_read(who: str, path: str, words: str, answers: Answers) -> None:
    answer = answers[who, path + "*/*"]

    assert answer["status_at_end"] == 200
    assert words in answer["page"]


def test_the_worker_sends_what_waited_under_its_own_name_and_once(sent: MailServer) -> None:
    known = {message_id for message_id, _, _ in MUST_HOLD["notices"]}
    arrived = [(mail["Message-ID"], *to) for mail, to in zip(sent.mails, sent.recipients, strict=True)]

    assert sorted(one for one in arrived if one[0] in known) == sorted(
        (message_id, to) for message_id, to, state in MUST_HOLD["notices"] if state == "waiting"
    )


def test_whoever_looks_after_an_overdue_guide_is_reminded(sent: MailServer) -> None:
    assert all([address] in sent.recipients for address in MUST_HOLD["review_mails_to"])


def test_the_migrations_go_back_and_forth(migrated: Path, tmp_path: Path) -> None:
    """Back to what the old version reads: documents of a newer format would be errors to it."""
    site = shutil.copytree(migrated, tmp_path / "site")
    before = rows(site, PERMISSIONS)

    run(site, "-c", SAVE_AND_GO_BACK)
    assert rows(site, FORMATS) == [(1,), (2,)]

    run(site, "manage.py", "migrate", "--verbosity=0")
    assert rows(site, PERMISSIONS) == before
