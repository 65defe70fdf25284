"""How the story is told: what is expected, how long it took, and whether anybody minded."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.deployment import visitors
from tests.deployment.machine import Machine

PATIENCE = 120.0


class Failed(Exception):
    """The message says what is not as it should be."""


@contextmanager
def nobody_minds(machine: Machine) -> Iterator[None]:
    """Readers and senders at work meanwhile: every page comes, every thanked enquiry is stored once."""
    with visitors.Crowd(machine) as crowd:
        yield
    print(
        f"  {crowd.asked:,} visits meanwhile, {len(crowd.wrong)} errors, the slowest took {crowd.slowest:.1f} s;",
        end=" ",
    )
    stored = machine.manage("shell", "--no-imports", "-c", STORED).split()
    print(f"{len(crowd.references)} enquiries thanked for, {len(crowd.references - set(stored))} of them lost")
    expect(not crowd.wrong, f"visitors saw errors: {crowd.wrong[:5]}")
    expect(crowd.references <= set(stored) and len(stored) == len(set(stored)), "enquiries are lost or doubled")


STORED = "from enquiries.models import Enquiry; print(*Enquiry.objects.values_list('reference', flat=True))"


def wait_until(happened: object) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():  # type: ignore[operator]
        expect(time.monotonic() < deadline, "waited in vain")
        time.sleep(0.1)


def expect(so: bool, otherwise: str) -> None:
    if not so:
        raise Failed(otherwise)


@contextmanager
def timed(what: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    print(f"{what}: {time.monotonic() - started:.1f} s", flush=True)
