"""Fills the plain project's database, then serves it as `make run` serves ours until it is stopped."""

import argparse
import os
import sys
from pathlib import Path

from agency.running import run_local
from tests.benchmarks import stand_in


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.plain", description=__doc__)
    parser.add_argument("--port", type=run_local.free_port, default="8123")
    parser.add_argument("--guides", type=int, default=12)
    parser.add_argument("--length", type=int, default=None, help="of a guide's body, in bytes")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.plain.settings"

    import django
    from django.conf import settings

    settings.FOLDER.mkdir(parents=True, exist_ok=True)
    django.setup()

    from django.db import connections

    from tests.benchmarks.plain import content

    content.fill(options.guides, options.length or content.BODY_LENGTH)
    connections.close_all()
    sys.stdout.write(f"http://127.0.0.1:{options.port}/guides/guide-1/\n")
    sys.stdout.flush()
    serve(options.port)


def serve(port: int) -> None:
    """Becomes the web server."""
    environment = os.environ | stand_in.environment(Path(__file__).parent / "wsgi.py")
    command = [sys.executable, *run_local.server(port, dev=False)]
    os.execve(sys.executable, command, environment)  # noqa: S606 - the command is ours


if __name__ == "__main__":
    main()
