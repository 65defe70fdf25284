"""The files that put the site on a server name what is there, and each thing once. `make deploy-test` runs the scripts."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.benchmarks.speed import nginx

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
DOCKERFILE = (ROOT / "Dockerfile").read_text()
ANALYZE = shutil.which("systemd-analyze")
# What the units name and a machine without the site does not have.
ELSEWHERE = {
    "/opt/website/current": "/",
    "/etc/website/env": "/dev/null",
    "User=website": "User=mail",
    "Group=website": "Group=mail",
}


def copied() -> set[str]:
    """What the Dockerfile takes from the repository."""
    lines = re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE)
    return {source for line in lines for source in line.split()[:-1]}


def jobs() -> list[list[str]]:
    """The commands that run at night or each week: by the timers, and in the container."""
    timers = re.findall(r"website-(?:nightly|weekly)@(.+)\.timer", (DEPLOY / "install.sh").read_text())
    container = (DEPLOY / "compose/entrypoint.sh").read_text().split("nightly)")[1]
    nightly = re.findall(r"for command in (.+); do", container)[0].split()
    return [re.findall(r"\w+", " ".join(timers)), nightly + re.findall(r"manage\.py (\w+)", container)]


def test_the_image_and_a_release_hold_the_same_which_is_all_there() -> None:
    release = re.findall(r"^PARTS=\((.+)\)$", (DEPLOY / "common.sh").read_text(), re.MULTILINE)[0].split()
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}

    assert copied() == set(release) == let_in
    assert [part for part in release if not (ROOT / part).exists()] == []


def test_uv_is_one_version() -> None:
    texts = [(ROOT / name).read_text() for name in ("Makefile", "deploy/common.sh", "Dockerfile")]
    versions = [re.findall(r"(?:UV_VERSION ?:?=|\buv==) ?(\d[\d.]+)", text) for text in texts]
    assert versions == [versions[0]] * 3
    assert len(versions[0]) == 1


def test_every_job_is_a_command_and_done_on_servers_and_in_containers() -> None:
    on_servers, in_containers = jobs()

    assert on_servers == in_containers
    assert set(on_servers) <= set(get_commands())


@pytest.mark.skipif(ANALYZE is None, reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    shutil.copytree(DEPLOY / "systemd", tmp_path, dirs_exist_ok=True)
    for file in filter(Path.is_file, list(tmp_path.rglob("*"))):
        text = file.read_text()
        for ours, theirs in ELSEWHERE.items():
            text = text.replace(ours, theirs)
        file.write_text(text)
        if "@" in file.name:
            file.rename(file.with_name(file.name.replace("@", "@away_page")))
    units = sorted(str(file) for file in tmp_path.glob("*@*"))

    checked = subprocess.run([str(ANALYZE), "verify", *units], capture_output=True, text=True, check=False)

    assert len(units) == 5
    assert checked.stderr == ""
    assert checked.returncode == 0


def test_the_image_does_as_it_is_told(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\necho "python $*"\n')
    python.chmod(0o755)

    def told(*words: str) -> str:
        command = [str(DEPLOY / "compose/entrypoint.sh"), *words]
        return subprocess.run(
            command, env={"PATH": f"{tmp_path}:/bin"}, capture_output=True, text=True, check=True
        ).stdout

    assert told("web") == "python -m agency.running.web_server --host 0.0.0.0\n"
    assert told("worker") == "python manage.py work\n"
    assert told("release") == "python manage.py migrate --noinput\npython manage.py away_page\n"
    assert told("check", "--deploy") == "python manage.py check --deploy\n"


@pytest.mark.skipif(nginx.NGINX is None, reason="nginx is not installed")
def test_nginx_takes_what_the_proxy_makes_for_the_containers(tmp_path: Path) -> None:
    for part in ("etc/website/tls", "var/cache/nginx", "made", "bin"):
        (tmp_path / part).mkdir(parents=True)
    certificate = [str(DEPLOY / "self-signed.sh"), "www.example.org", str(tmp_path / "etc/website/tls")]
    subprocess.run(certificate, check=True, capture_output=True)
    shutil.copy(DEPLOY / "nginx/website.conf", tmp_path)
    # "resolve" needs a newer nginx than many have.
    nodes = re.sub(r" resolve|^(resolver|zone) .*", "", (DEPLOY / "compose/nodes.conf").read_text(), flags=re.MULTILINE)
    (tmp_path / "nodes.conf").write_text(re.sub(r"web\d", "127.0.0.1", nodes))
    (tmp_path / "bin/nginx").symlink_to("/bin/true")

    environment = {"PATH": f"{tmp_path}/bin:/usr/bin:/bin", "DOMAIN": "www.example.org"}
    subprocess.run(
        [str(DEPLOY / "compose/proxy.sh"), str(tmp_path), str(tmp_path / "made")], env=environment, check=True
    )
    made = (tmp_path / "made/website.conf").read_text()
    (tmp_path / "made/website.conf").write_text(nginx.FOLDER.sub(rf"{tmp_path}/\1/", made))
    around = re.sub(r"/\w+/nginx/(?!mime)", f"{tmp_path}/made/", (DEPLOY / "compose/nginx.conf").read_text())
    (tmp_path / "compose.conf").write_text(around)
    command = [str(nginx.NGINX), "-t", "-q", "-c", str(tmp_path / "compose.conf")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "server_name www.example.org;" in made
    assert checked.returncode == 0, checked.stderr
