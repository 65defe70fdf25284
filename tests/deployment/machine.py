"""A folder that is a fresh machine to the scripts of deploy/."""

import os
import shutil
import signal
import ssl
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from aiosmtpd.controller import Controller

from tests import postgres
from tests.benchmarks.speed.nginx import NGINX
from tests.benchmarks.speed.servers import HOST, free_port
from tests.enquiries.mail_server import MailServer

REPOSITORY = Path(__file__).parents[2]
NAME = "www.agency.test"
# What Debian's package brings, in our folder and without what needs root.
NGINX_CONF = """
pid {root}/run/nginx.pid;
error_log {root}/var/log/nginx/error.log;
{user}
worker_processes 2;
events {{ worker_connections 768; }}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  gzip on;
  client_body_temp_path {root}/var/lib/nginx-body;
  proxy_temp_path {root}/var/lib/nginx-proxy;
  fastcgi_temp_path {root}/var/lib/nginx-fastcgi;
  uwsgi_temp_path {root}/var/lib/nginx-uwsgi;
  scgi_temp_path {root}/var/lib/nginx-scgi;
  include {root}/etc/nginx/conf.d/*.conf;
}}
"""
UNITS = {
    "nginx.service": "[Service]\nExecStart={root}/bin/nginx -g 'daemon off;'\nExecReload=/bin/kill -HUP $MAINPID\n",
    "postgresql.service": "[Service]\nExecStart=/bin/sleep infinity\n",
}
# Only root may do these; whoever tries the scripts owns everything in the folder.
STAND_INS = {
    "apt-get": "exit 0",
    "chown": "exit 0",
    "id": 'case "$*" in -u) echo 0;; *) grep -qx "$2" "$ROOT/etc/passwd";; esac',
    "useradd": 'for name; do :; done; echo "$name" >> "$ROOT/etc/passwd"',
    # As PostgreSQL's "peer": who the user is on the machine, that they are in the database.
    "runuser": 'export PGUSER="$2"; shift 3; exec "$@"',
    "nginx": 'exec {nginx} -p "$ROOT" -c "$ROOT/etc/nginx/nginx.conf" "$@"',
    "systemctl": 'PYTHONPATH={repository} exec {python} -m tests.deployment.systemctl "$@"',
}


class Machine:
    """Everything in `folder`; call `stop` at the end."""

    def __init__(self, folder: Path) -> None:
        self.root, self.mail = folder / "machine", MailServer()
        self.port, self.http_port = free_port(), free_port()
        furnish(self.root)
        self._database = postgres.running(folder / "postgres")
        uri = self._database.__enter__().get_uri()
        self._mail_port = free_port()
        self._inbox = Controller(self.mail, hostname=HOST, port=self._mail_port, ready_timeout=60)
        self._inbox.start()
        self._socket = uri.partition("host=")[2]

    def environment(self) -> dict[str, str]:
        """What the administrator answers, where to find PostgreSQL and Python, and ports that anybody may open."""
        return of_this_machine() | {
            "PATH": f"{self.root}/bin:{Path(sys.executable).resolve().parent}:/usr/sbin:/usr/bin:/sbin:/bin",
            "ROOT": str(self.root),
            "HTTP_PORT": f"{HOST}:{self.http_port}",
            "HTTPS_PORT": f"{HOST}:{self.port}",
            "PGHOST": self._socket,
            "UV_PYTHON": str(Path(sys.executable).resolve()),
            "SITE_URL": f"https://{NAME}",
            "EMAIL_URL": f"smtp://{HOST}:{self._mail_port}",
            "DEFAULT_FROM_EMAIL": "Example Recruitment <website@agency.test>",
            "ENQUIRIES_EMAIL": "team@agency.test",
            "ADMIN_EMAIL": "admin@agency.test",
        }

    def run(self, source: Path, script: str, more: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """A script of the folder's deploy/, with nobody at the keyboard."""
        return subprocess.run(
            [str(source / "deploy" / script)],
            env=self.environment() | (more or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def systemctl(self, *words: str) -> int:
        return subprocess.run(
            [str(self.root / "bin/systemctl"), *words], env=self.environment(), check=False
        ).returncode

    def enabled(self) -> list[str]:
        """The units that start by themselves."""
        return sorted(file.name for file in (self.root / "run/enabled").iterdir())

    def manage(self, *words: str) -> str:
        """What a command of the site says, called as the administrator calls it."""
        command = [str(self.root / "usr/local/sbin/website"), *words]
        return subprocess.run(command, env=self.environment(), capture_output=True, text=True, check=True).stdout

    def trust(self) -> ssl.SSLContext:
        """Believes the certificate that the machine made for itself, and its name."""
        return ssl.create_default_context(cafile=self.root / "etc/website/tls/fullchain.pem")

    def stop(self) -> None:
        """Ends what the units started, the mail server and the database."""
        for file in (self.root / "run/units").glob("*"):
            with suppress(ProcessLookupError):
                os.killpg(int(file.read_text()), signal.SIGKILL)
        self._inbox.stop()
        self._database.__exit__(None, None, None)


def furnish(root: Path) -> None:
    """What a fresh machine has: folders, the units of Debian's packages, and stand-ins for what needs root."""
    for part in ("bin", "etc/nginx", "lib/systemd/system", "var/lib", "var/log/nginx", "run"):
        (root / part).mkdir(parents=True)
    (root / "etc/passwd").touch()
    user = "" if os.getuid() else "user root;"
    (root / "etc/nginx/nginx.conf").write_text(NGINX_CONF.format(root=root, user=user))
    for name, text in UNITS.items():
        (root / "lib/systemd/system" / name).write_text(text.format(root=root))
    for name, text in STAND_INS.items():
        file = root / "bin" / name
        for key, value in {"nginx": NGINX, "repository": REPOSITORY, "python": sys.executable}.items():
            text = text.replace(f"{{{key}}}", str(value))
        file.write_text(f"#!/bin/sh\n{text}\n")
        file.chmod(0o755)


def of_this_machine() -> dict[str, str]:
    """Where packages come from here; nothing of the project that this is run from."""
    ours = ("UV_PROJECT_ENVIRONMENT", "UV_PYTHON")
    return {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("UV_", "PIP_", "SSL_")) and not name.startswith(ours)
    } | {"HOME": os.environ.get("HOME", "/")}


def copy_of_the_code(target: Path) -> Path:
    """The repository as it stands, without what is made from it."""
    left_out = (".git", ".venv", ".env", "data", "build", "__pycache__", ".*_cache", ".hypothesis")
    return shutil.copytree(REPOSITORY, target, ignore=shutil.ignore_patterns(*left_out))
