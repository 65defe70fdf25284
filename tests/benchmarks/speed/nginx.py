"""nginx, where it is installed: serving files, and standing before our site as deploy/nginx/website.conf says."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.speed.servers import HOST, Server, free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
SHIPPED = Path(__file__).parents[3] / "deploy/nginx/website.conf"
FOLDER = re.compile("(?<= )/(etc|opt|var)/")
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
    for part in ("etc/nginx", "var/cache/nginx", "var/log/nginx/website"):
        (home / part).mkdir(parents=True, exist_ok=True)
    (home / "etc/nginx/website-nodes.conf").write_text(f"server {HOST}:{site.port};\n")
    inside = without_tls(adapted(SHIPPED.read_text(), https=port, http=free_port(), home=home))
    server = _start("behind nginx", home, port, inside)
    server.wait_for(path)
    return server


def adapted(text: str, *, https: int, http: int, home: Path) -> str:
    """The shipped configuration on this machine: our ports, in our folder."""
    text = re.sub(r"^\s*listen \[::\].*\n", "", text, flags=re.MULTILINE)
    for name, value in {"DOMAIN": HOST, "HTTP_PORT": f"{HOST}:{http}", "HTTPS_PORT": f"{HOST}:{https}"}.items():
        text = text.replace(f"${{{name}}}", value)
    return FOLDER.sub(rf"{home}/\1/", text)


def without_tls(text: str) -> str:
    """As what it is compared with."""
    return re.sub(r"^\s*ssl_.*\n", "", text, flags=re.MULTILINE).replace(" ssl http2;", ";")


def version() -> str:
    if not NGINX:
        return "no nginx"
    told = subprocess.run([NGINX, "-v"], capture_output=True, text=True, check=False).stderr
    return told.strip().rpartition(": ")[2].replace("/", " ")


def _start(name: str, home: Path, port: int, inside: str) -> Server:
    return Server(name, command(home, inside), port, {})


def command(home: Path, inside: str) -> list[str]:
    """What starts an nginx of its own in the folder.

    Started by root, its workers would run as somebody else, who may not look into our folder.
    """
    config = home / "nginx.conf"
    config.write_text(AROUND.format(user="" if os.getuid() else "user root;", home=home, inside=inside))
    return [NGINX or "", "-p", str(home), "-c", str(config)]
