"""Runs the scripts of deploy/ from nothing to a rolled-back upgrade, prints what happened, and ends with 1 if anything failed."""

import signal
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.speed.nginx import NGINX
from tests.deployment import story
from tests.deployment.machine import Machine, copy_of_the_code
from tests.deployment.telling import Failed


def main() -> int:
    """The whole story, in a folder that is gone afterwards."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is stopped then, too
    if NGINX is None:
        print("nginx is not installed, so nothing can be tried.")
        return 1
    with tempfile.TemporaryDirectory(prefix="deployment-") as folder:
        machine = Machine(Path(folder))
        try:
            tell(machine, Path(folder))
        except Failed as error:
            print(f"\ndeployment: FAILED: {error}\n--- the end of the journal:")
            journal = machine.root / "var/log/journal.txt"
            print("\n".join(journal.read_text().splitlines()[-30:]) if journal.exists() else "(there is none)")
            return 1
        finally:
            machine.stop()
    print("\ndeployment: all as it should be")
    return 0


def tell(machine: Machine, folder: Path) -> None:
    """Each chapter raises `Failed`."""
    code = copy_of_the_code(folder / "code")
    story.install(machine, code)
    story.visit(machine)
    story.old_address(machine)
    story.again(machine, code)
    story.jobs(machine)
    story.backup(machine)
    story.upgrade(machine, copy_of_the_code(folder / "next"))
    story.upgrade_that_is_not_well(machine, copy_of_the_code(folder / "broken"))
    story.roll_back(machine, code)
    story.nobody_behind(machine)
    story.container(code, folder / "image")


if __name__ == "__main__":
    sys.exit(main())
