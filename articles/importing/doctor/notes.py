"""What is said of a post while it is read and put together."""

from articles.importing.report import Deed, Line


class Notes:
    """The lines of a report as they come up, each once."""

    def __init__(self) -> None:
        self._lines: dict[Line, None] = {}

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(self._lines)

    def kept(self, what: str, words: str = "") -> None:
        self._add(Deed.KEPT, what, words)

    def repaired(self, what: str, words: str = "") -> None:
        self._add(Deed.REPAIRED, what, words)

    def proposed(self, what: str, words: str = "") -> None:
        self._add(Deed.PROPOSED, what, words)

    def left_out(self, what: str, words: str = "") -> None:
        self._add(Deed.LEFT_OUT, what, words)

    def _add(self, deed: Deed, what: str, words: str) -> None:
        line = Line(deed=deed, what=what, words=words)
        # What stands twice in the source is said twice, so that each of its words is accounted for.
        while line in self._lines and words:
            line = Line(deed=deed, what=f"{line.what} (again)", words=words)
        self._lines[line] = None
