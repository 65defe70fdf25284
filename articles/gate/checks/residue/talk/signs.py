"""Signs of one thing in a passage. Each alone is weak, and any text may have it; several in one short passage tell."""

from dataclasses import dataclass

from articles.gate.prose.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Signs:
    """Patterns with their weights, what they must weigh together, and how long a passage may be that they tell of."""

    weighted: tuple[tuple[int, Pattern], ...]
    enough: int
    longest: int
    leading: int = 0  # of so many of the first, one must be there

    def tell(self, passage: str, more: int = 0) -> bool:
        """Whether a passage has enough of them, or more than that by so much."""
        return len(passage) <= self.longest and self._begins(passage) and self.weight(passage) >= self.enough + more

    def _begins(self, passage: str) -> bool:
        return not self.leading or any(sign.search(passage) for _points, sign in self.weighted[: self.leading])

    def weight(self, passage: str) -> int:
        """What the signs that a passage has weigh together."""
        return sum(points for points, sign in self.weighted if sign.search(passage))
