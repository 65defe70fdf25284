"""What is said of a post while it is read and put together."""

from articles.importing.report import Deed, Line


class Notes:
    """The lines of a report as they come up; one without words is said once."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._said: set[str] = set()

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
        if words or what not in self._said:
            self._said.add(what)
            self._lines.append(Line(deed=deed, what=what, words=words))
