"""nginx before the nodes, as deploy/nginx/website.conf says, but without TLS."""

import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.speed import nginx
from tests.benchmarks.speed.servers import HOST
from tests.faults.site import Process, free_port, kill_group

FOLDERS = ("etc/nginx", "var/cache/nginx", "var/cache/website", "var/log/nginx/website")
NODE = "server {host}:{port} max_fails=0;\n"
# A line that breaks so long after the kill was broken by it.
AFTERMATH = 1.0


class Proxy:
    """Call `start` once and `stop` at the end. `away` holds from when until when there was none."""

    def __init__(self, folder: Path, nodes: tuple[int, ...]) -> None:
        self.port, home = free_port(), folder / "nginx"
        for name in FOLDERS:
            (home / name).mkdir(parents=True)
        self.away_page = home / "var/cache/website/away.html"
        (home / "etc/nginx/website-nodes.conf").write_text("".join(NODE.format(host=HOST, port=node) for node in nodes))
        site = nginx.adapted(nginx.SHIPPED.read_text(), https=self.port, http=free_port(), home=home)
        self.command = nginx.command(home, nginx.without_tls(site))
        self.process: Process | None = None
        self.away: list[tuple[float, float]] = []

    def start(self) -> None:
        """Returns once it accepts connections. Raises `RuntimeError` when it ends instead."""
        self.process = subprocess.Popen(self.command, start_new_session=True, stderr=subprocess.DEVNULL)
        while self.process.poll() is None:
            with suppress(OSError):
                socket.create_connection((HOST, self.port), timeout=1).close()
                return
            time.sleep(0.02)
        raise RuntimeError("nginx does not start")

    def kill(self) -> None:
        """SIGKILL to all its processes at once, and a new one in its place."""
        began = time.monotonic()
        self.away.append((began, float("inf")))
        self.stop()
        self.start()
        self.away[-1] = (began, time.monotonic() + AFTERMATH)

    def stop(self) -> None:
        if self.process:
            kill_group(self.process)

    def was_away(self, asked: float, broke: float) -> bool:
        return any(asked <= end and broke >= start for start, end in self.away)
