"""The passphrase of an export: typed twice, or read from a file that nobody else can read."""

import os
import stat
import sys
from getpass import getpass
from pathlib import Path

SHORTEST = 12
OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Refused(ValueError):
    """It is none that may protect people's data; the sentence says why."""


def asked() -> str:
    """What somebody types twice on the terminal. Raises `Refused`, also where there is none that hides what is typed."""
    if not sys.stdin.isatty():
        raise Refused("There is no terminal to type a passphrase on: give --passphrase-file.")
    typed = _strong(getpass(f"Passphrase of at least {SHORTEST} characters: "))
    if getpass("The same once more: ") != typed:
        raise Refused("These were two different passphrases.")
    return typed


def read(path: Path) -> str:
    """The first line of the file. Raises `Refused` where others than its owner can read it."""
    try:
        with path.open(encoding="utf-8") as file:
            if os.fstat(file.fileno()).st_mode & OTHERS:
                raise Refused(f"Others can read {path}: chmod 600 {path}")
            return _strong(file.readline().rstrip("\r\n"))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{path} cannot be read as text.") from error


def _strong(passphrase: str) -> str:
    if len(passphrase) < SHORTEST:
        raise Refused(f"The passphrase has fewer than {SHORTEST} characters.")
    return passphrase
