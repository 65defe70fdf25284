"""Lets the site's own web server serve another WSGI application: `agency.wsgi` is then the file that BENCH_WSGI names.

Python loads this by itself, in every process that has this folder on its PYTHONPATH; so it does not matter which web
server runs, nor how it starts its processes.
"""

import os
import sys
from importlib.util import spec_from_file_location


class StandIn:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return spec_from_file_location(name, os.environ["BENCH_WSGI"]) if name == "agency.wsgi" else None


sys.meta_path.insert(0, StandIn)
