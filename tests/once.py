"""What all processes of a run need is made once, by whichever comes first, and copied by the others."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.settings import FOLDER


def made(name: str, make: Callable[[Path], None]) -> Path:
    """The folder of this name, which `make` fills; whoever comes while it is being filled waits."""
    folder = FOLDER / "once" / name
    folder.parent.mkdir(exist_ok=True)
    with _alone(folder.with_suffix(".lock")):
        if not (mark := folder / "whole").exists():
            folder.mkdir()
            make(folder)
            mark.touch()
    return folder


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
