"""Ends the parts of a site that runs on one machine, should whoever started them be killed and have no chance to.

It reads the ids of their process groups from its standard input, which ends with the one who started it.
"""

import os
import signal
import sys
import time
from contextlib import suppress

SECONDS_TO_STOP = 5


def main() -> None:
    groups = [int(line) for line in sys.stdin]
    for number in (signal.SIGTERM, signal.SIGKILL):
        for group in groups:
            with suppress(ProcessLookupError):
                os.killpg(group, number)
        if number is signal.SIGTERM:
            time.sleep(SECONDS_TO_STOP)


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # meant for the whole terminal; it is told by the end of its input
    main()
