"""Does a web server of the site answer on this machine? For containers and for deployments."""

import argparse
import http.client
import os
import sys
import time
from http import HTTPStatus
from urllib.parse import urlsplit

from agency.running import env_file

HOST = "127.0.0.1"
PATHS = ("/healthz", "/")  # the database, and a page that is made with all of the site


def main() -> None:
    """Ends with 0 as soon as the site answers, and with 1 when it has not after `--seconds`."""
    parser = argparse.ArgumentParser(prog="python -m agency.running.health_check", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--seconds", type=int, default=0, help="how long to ask again")
    options = parser.parse_args()
    env_file.load()
    host = urlsplit(os.environ.get("SITE_URL", "")).hostname or HOST
    sys.exit(not answers_within(options.seconds, options.port, host))


def answers_within(seconds: int, port: int, host: str) -> bool:
    """Whether each of `PATHS` is answered with 200 in time."""
    deadline = time.monotonic() + seconds
    while not all(answers(port, path, host) for path in PATHS):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.2)
    return True


def answers(port: int, path: str = "/healthz", host: str = HOST) -> bool:
    """Whether the site answers 200, asked as the web server in front asks."""
    site = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        site.request("GET", path, headers={"Host": host, "X-Forwarded-Proto": "https"})
        return site.getresponse().status == HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        site.close()


if __name__ == "__main__":
    main()
