"""nginx, where it is installed: serving files, and standing before our site as docs/nginx.conf says."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.speed.servers import HOST, Server, free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
SHIPPED = Path(__file__).parents[3] / "docs/nginx.conf"
SLASHES = re.compile("/(?=.)")
AROUND = """
{user}
daemon off;
worker_processes auto;
pid {home}/nginx.pid;
error_log {home}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  default_type text/html;
  client_body_temp_path {home}/body;
  proxy_temp_path {home}/proxy;
  fastcgi_temp_path {home}/fastcgi;
  uwsgi_temp_path {home}/uwsgi;
  scgi_temp_path {home}/scgi;
  {inside}
}}
"""
FILES = "sendfile on; tcp_nopush on; server {{ listen {host}:{port}; root {home}/files; }}"


def files(folder: Path, contents: Mapping[str, bytes]) -> Server:
    """An nginx that serves these contents, each as a file of that name."""
    home, port = folder / "nginx", free_port()
    (home / "files").mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (home / "files" / name).write_bytes(content)
    server = _start("nginx", home, port, FILES.format(host=HOST, port=port, home=home))
    server.wait_for(f"/{next(iter(contents))}")
    return server


def before(folder: Path, site: Server, path: str) -> Server:
    """An nginx before the site, as we ship it; `path` is a page of the site."""
    home, port = folder / "nginx-before", free_port()
    (home / "var").mkdir(parents=True, exist_ok=True)
    inside = adapted(SHIPPED.read_text(), port=port, unused=free_port(), upstream=site.port, home=home)
    server = _start("behind nginx", home, port, inside)
    server.wait_for(path)
    return server


def adapted(text: str, *, port: int, unused: int, upstream: int, home: Path) -> str:
    """The shipped configuration on this machine: our ports instead of 443 and 80, our folder, and no certificates.

    Without TLS, as what it is compared with.
    """
    text = re.sub(r"^\s*(?:listen \[::\]|ssl_).*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"\blisten 443\b.*;", f"listen {HOST}:{port};", text)
    text = re.sub(r"\blisten 80\b.*;", f"listen {HOST}:{unused};", text)
    text = text.replace(f"{HOST}:8000", f"{HOST}:{upstream}")
    return re.sub(r"(?<= )/var/([\w./-]*)", lambda path: f"{home}/var/{SLASHES.sub('-', path[1])}", text)


def version() -> str:
    if not NGINX:
        return "no nginx"
    told = subprocess.run([NGINX, "-v"], capture_output=True, text=True, check=False).stderr
    return told.strip().rpartition(": ")[2].replace("/", " ")


def _start(name: str, home: Path, port: int, inside: str) -> Server:
    """Started by root, its workers would run as somebody else, who may not look into our folder."""
    config = home / "nginx.conf"
    config.write_text(AROUND.format(user="" if os.getuid() else "user root;", home=home, inside=inside))
    return Server(name, [NGINX or "", "-p", str(home), "-c", str(config)], port, {})
