"""What happens to the machine, chapter by chapter; each prints its figures and raises `Failed` when something is not as it should be."""

import subprocess
import sys
from pathlib import Path

from pyrage import x25519

from tests.benchmarks.speed import servers
from tests.deployment import image, visitors
from tests.deployment.machine import Machine
from tests.deployment.telling import expect, nobody_minds, timed, wait_until

BACKUPS = "var/backups/website"
MARK = "<!-- the next version -->"


def install(machine: Machine, code: Path) -> None:
    with timed("install.sh, from nothing"):
        installed = machine.run(code, "install.sh")
    print(installed.stdout)
    expect(installed.returncode == 0, "install.sh fails")
    modes = {path: oct((machine.root / path).stat().st_mode & 0o777) for path in ("etc/website/env", "var/lib/website")}
    expect(modes == {"etc/website/env": "0o600", "var/lib/website": "0o700"}, f"secrets can be read: {modes}")
    machine.manage("seed_demo")


def visit(machine: Machine) -> None:
    page = visitors.ask(machine, "/guides/")
    expect(page.status == 200, f"the list of guides: {page.status}")
    cv = visitors.largest_cv()
    with timed(f"an enquiry with a CV of {len(cv) / 2**20:.1f} MB"):
        reference = visitors.enquire(machine, "I would like to work with you.", cv)
    expect(len(reference) == 8, f"the enquiry was answered with {reference}")
    with timed("its mails to the team and to its sender"):
        wait_until(lambda: {"team@agency.test", "pat@visitor.example"} <= told_of(machine, reference))


def told_of(machine: Machine, reference: str) -> set[str]:
    """Who received a mail about the enquiry."""
    mails = zip(machine.mail.mails, machine.mail.recipients, strict=False)
    return {to for mail, recipients in mails for to in recipients if reference in mail.as_string()}


def old_address(machine: Machine) -> None:
    """Without TLS there is nothing but the way to it, and what certbot shows."""
    (machine.root / "var/www/letsencrypt/.well-known/acme-challenge").mkdir(parents=True, exist_ok=True)
    (machine.root / "var/www/letsencrypt/.well-known/acme-challenge/proof").write_text("ours")
    shown = servers.get(machine.http_port, "/.well-known/acme-challenge/proof")
    expect((shown[0], shown[-1]) == (200, b"ours"), f"certbot would show {shown}")
    expect(servers.get(machine.http_port, "/guides/")[0] == 301, "http:// does not lead to https://")


def jobs(machine: Machine) -> None:
    """What is done at night, but now."""
    nightly = [name for name in machine.enabled() if name.startswith("website-nightly@")]
    for name in nightly:
        job = name.removeprefix("website-nightly@").removesuffix(".timer")
        expect(machine.systemctl("start", f"website-job@{job}") == 0, f"the nightly {job} fails")
    print(f"{len(nightly)} nightly jobs went through")


def again(machine: Machine, code: Path) -> None:
    """With a place for backups, as an administrator adds one later."""
    key = x25519.Identity.generate().to_public()
    with (machine.root / "etc/website/env").open("a") as file:
        file.write(f"BACKUP_STORAGE_URL={(machine.root / BACKUPS).as_uri()}\nBACKUP_RECIPIENTS={key}\n")
    with timed("install.sh once more"):
        installed = machine.run(code, "install.sh")
    expect(installed.returncode == 0, f"install.sh cannot be run again:\n{installed.stdout}")
    expect("There is one already" in installed.stdout, "a second administrator was made")


def backup(machine: Machine) -> None:
    """What the nightly job left: restored once as a trial, or it would not be there."""
    found = list((machine.root / BACKUPS).iterdir())
    expect(len(found) == 1, f"the backups are {found}")
    expect(found[0].stat().st_mode & 0o077 == 0, "others may read the backup")
    print(f"a verified backup of {found[0].stat().st_size:,} bytes")


def upgrade(machine: Machine, code: Path) -> None:
    """To a version whose pages say so."""
    change(code / "templates/base.html", "</body>", f"{MARK}</body>")
    with timed("upgrade.sh"), nobody_minds(machine):
        done = machine.run(code, "upgrade.sh")
    expect(done.returncode == 0, f"upgrade.sh fails:\n{done.stdout}")
    expect(is_next(machine), "the pages are still those of the version before")


def upgrade_that_is_not_well(machine: Machine, code: Path) -> None:
    """To a version that starts and answers every page with an error: it must be taken back by itself."""
    change(code / "templates/base.html", "</body>", "{{ this is no template }}</body>")
    with timed("upgrade.sh to a broken version, and back"), nobody_minds(machine):
        done = machine.run(code, "upgrade.sh")
    expect(done.returncode == 1, f"upgrade.sh takes a broken version for well:\n{done.stdout}")
    expect("the site runs as before" in done.stdout, f"upgrade.sh does not say what it did:\n{done.stdout}")
    expect(is_next(machine), "the version that ran before does not run again")


def roll_back(machine: Machine, code: Path) -> None:
    with timed("rollback.sh"), nobody_minds(machine):
        done = machine.run(code, "rollback.sh")
    expect(done.returncode == 0, f"rollback.sh fails:\n{done.stdout}")
    expect(not is_next(machine), "the pages are still those of the newer version")


def nobody_behind(machine: Machine) -> None:
    """A page that was read is still there; any other is the one with the phone number."""
    kept = visitors.ask(machine, "/guides/").text
    machine.systemctl("stop", "website-web@8001", "website-web@8002")
    read, other = visitors.ask(machine, "/guides/"), visitors.ask(machine, "/search/?q=never-asked-before")
    expect((read.status, read.text) == (200, kept), f"a kept page: {read.status}")
    expect(
        other.status == 503 and 'href="tel:' in other.text,
        f"with nobody behind it nginx says {other.status}:\n{other.text}",
    )
    machine.systemctl("start", "website-web@8001", "website-web@8002")
    wait_until(lambda: visitors.ask(machine, "/search/?q=never-asked-before").status == 200)
    print("with both nodes stopped: kept pages are served, others name the phone number")


def container(code: Path, folder: Path) -> None:
    """What the Dockerfile says, without an engine: the image's own command then answers."""
    with timed("the Dockerfile's steps"):
        stage = image.built(code, folder, Path(sys.executable).resolve())
    settings = {"SITE_URL": "https://www.agency.test", "SECRET_KEY": "x" * 50, "EMAIL_URL": "smtp://127.0.0.1"}
    settings |= {"ENQUIRIES_EMAIL": "team@agency.test", "DATA_DIR": str(folder / "data")}
    checked = subprocess.run(
        [str(stage.app / "deploy/compose/entrypoint.sh"), "check", "--deploy"],
        cwd=stage.app,
        env=stage.environment | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    expect(checked.returncode == 0, f"the image does not start:\n{checked.stderr}")
    static = len(list((stage.app / "build/static").rglob("*")))
    size = sum(file.stat().st_size for file in stage.app.rglob("*") if file.is_file()) / 2**20
    print(f"the image holds {size:.0f} MB of ours, {static} static files among it")


def is_next(machine: Machine) -> bool:
    """Asked past every cache, twice, so that both nodes answer."""
    return all(MARK in visitors.ask(machine, "/", Cookie="somebody=here").text for _ in range(2))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    expect(old in text, f"{file.name} has no {old}")
    file.write_text(text.replace(old, new))
