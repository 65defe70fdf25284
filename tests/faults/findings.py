"""What was seen: figures that are printed as they come, and what should not have happened."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Findings:
    """`wrong` names everything that must not be; the fault test fails unless it is empty."""

    wrong: list[str] = field(default_factory=list)

    @contextmanager
    def chapter(self, name: str) -> Iterator[None]:
        began = time.monotonic()
        print(f"\n{name}")
        yield
        print(f"{time.monotonic() - began:>8.0f}  seconds")
        sys.stdout.flush()

    def figure(self, number: float | str, name: str) -> None:
        print(f"{number if isinstance(number, int | str) else f'{number:.2f}':>8}  {name}")

    def none(self, number: int, name: str) -> None:
        """A figure that must be 0."""
        self.expect(number == 0, number, name)

    def expect(self, is_right: bool, number: float | str, name: str) -> None:
        self.figure(number, name if is_right else f"{name}: WRONG")
        if not is_right:
            self.wrong.append(name)
