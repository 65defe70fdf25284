"""How well are honest messages told from spam? `python -m tests.benchmarks.spam` prints the table of docs/spam.md.

The weights were found with one half of the messages; nobody looked at the other half, `held_back`, meanwhile. With the
name of a half as its argument it prints that half's mistakes one by one.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()

from enquiries.intake import spam
from enquiries.intake.suspicion import evidence
from enquiries.intake.suspicion.evidence import Circumstances
from enquiries.intake.suspicion.signs import HELD_FROM, Sign

MESSAGES = Path(__file__).parent.parent / "enquiries/intake/messages"
HALVES = TUNING, HELD_BACK = "tuning", "held_back"
SIDES = HONEST, SPAM = "honest", "spam"
STAMPS = {"missing": Sign.NO_STAMP, "forged": Sign.FORGED_STAMP, "old": Sign.DELAY, "hasty": Sign.HASTE}


class Judged(NamedTuple):
    """A message, what speaks against it, and whether it is judged wrongly: an honest one held, or spam not held."""

    message: dict[str, Any]
    signs: frozenset[Sign]
    weight: int
    is_wrong: bool


def judge(side: str, half: str) -> list[Judged]:
    """Every message of one side and half, judged as the site would."""
    lines = (MESSAGES / f"{side}_{half}.jsonl").read_text().splitlines()
    return [_judge(json.loads(line), side) for line in lines]


def table() -> Iterator[str]:
    """The signs with their weights, how many messages of each side and half have them, and how many of those are wrong."""
    judged = [judge(side, half) for half in HALVES for side in SIDES]
    yield "| sign | weight | honest | spam | honest, held back | spam, held back |"
    yield "|---|---|---|---|---|---|"
    for sign in Sign:
        cells = (_cell([one for one in some if sign in one.signs]) for some in judged)
        yield f"| {sign.words.format('…')} | {sign.weight} | {' | '.join(cells)} |"
    yield f"| **all messages** | | {' | '.join(f'{len(some)} ({_wrong(some)})' for some in judged)} |"


def mistakes(half: str) -> Iterator[str]:
    """Each honest message that is held, and each one of spam that is not."""
    for one in (one for side in SIDES for one in judge(side, half) if one.is_wrong):
        names = ", ".join(sorted(sign.name for sign in one.signs))
        yield f"{one.weight:>3}  {one.message['kind']}: {one.message['message']}  [{names}]"


def _judge(message: dict[str, Any], side: str) -> Judged:
    circumstances = Circumstances(
        is_trapped="trap" in message,
        stamp=STAMPS.get(message.get("stamp", "")),
        from_address=message.get("from_address", 0),
        from_email=message.get("from_email", 0),
        same_message=message.get("same_message", 0),
    )
    found = list(evidence.signs(message, circumstances))
    weight = spam.weight(found)
    is_held = weight >= HELD_FROM
    return Judged(message, frozenset(one.sign for one in found), weight, is_held == (side == HONEST))


def _cell(judged: list[Judged]) -> str:
    wrong = _wrong(judged)
    return f"{len(judged)} ({wrong})" if wrong else str(len(judged))


def _wrong(judged: list[Judged]) -> int:
    return sum(one.is_wrong for one in judged)


if __name__ == "__main__":
    print(*(mistakes(sys.argv[1]) if sys.argv[1:] else table()), sep="\n")  # noqa: T201 - it is what it is for
