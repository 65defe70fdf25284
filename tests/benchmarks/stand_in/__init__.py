"""Serving something else than our site, as our site is served."""

import os
from pathlib import Path


def environment(application: Path) -> dict[str, str]:
    """What a web server's environment needs to serve the WSGI application of a file instead of `agency.wsgi`."""
    paths = [str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "BENCH_WSGI": str(application)}
