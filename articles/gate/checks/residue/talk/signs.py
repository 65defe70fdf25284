"""Signs of one thing in a passage. Each alone is weak, and any text may have it; several in one short passage tell."""

from dataclasses import dataclass

from articles.gate.prose.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Signs:
    """Patterns with their weights, and how long a passage may be that they tell of.

    Where they weigh `enough` together, it may be so; where they weigh `certain`, nobody who reads it would doubt it.
    """

    weighted: tuple[tuple[int, Pattern], ...]
    enough: int
    certain: int
    longest: int
    leading: int = 0  # of so many of the first, one must be there

    def tell(self, passage: str, more: int = 0) -> bool:
        """Whether a passage has enough of them, or more than that by so much."""
        return self._weigh(passage, self.enough + more)

    def leave_no_doubt(self, passage: str, more: int = 0) -> bool:
        """Whether a passage has so many of them that it is certain, or more than that by so much."""
        return self._weigh(passage, self.certain + more)

    def _weigh(self, passage: str, least: int) -> bool:
        return len(passage) <= self.longest and self._begins(passage) and self.weight(passage) >= least

    def _begins(self, passage: str) -> bool:
        return not self.leading or any(sign.search(passage) for _points, sign in self.weighted[: self.leading])

    def weight(self, passage: str) -> int:
        """What the signs that a passage has weigh together."""
        return sum(points for points, sign in self.weighted if sign.search(passage))
