"""Fields of word processors (ECMA-376 part 1, 17.16; [MS-DOC] 2.9.90): those that fetch, or start another program."""

import re

from enquiries.intake.active_content.paths import leads_elsewhere

ALWAYS = {"CONTROL", "DATABASE", "DDE", "DDEAUTO", "HTMLCONTROL", "LINK"}
BY_THEIR_PATH = {"AUTOTEXT", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "RD"}
ARGUMENT = re.compile(r'"([^"]*)"|(\S+)')
# A field whose name is made by another field hides it; a formula has none.
NAMED = re.compile(r"\s*(?:=|\S+\s)")


def is_active(instruction: str) -> bool:
    """Whether a field with this instruction fetches from elsewhere or starts something when it is updated."""
    name, *arguments = [quoted or plain for quoted, plain in ARGUMENT.findall(instruction)] or [""]
    if name.upper() in ALWAYS:
        return True
    return name.upper() in BY_THEIR_PATH and any(map(leads_elsewhere, arguments))


class Fields:
    """The fields of a document as they open and close, one inside another; `found` once one of them is active."""

    def __init__(self) -> None:
        self.found = False
        self._instructions: list[list[str] | None] = []

    def begin(self) -> None:
        """Another one opens; inside the instruction of a field it must not stand where the name belongs."""
        around = self._instructions[-1] if self._instructions else None
        if around is not None and not NAMED.match("".join(around)):
            self.found = True
        self._instructions.append([])

    def text(self, words: str) -> None:
        """More of the instruction of the innermost field, unless it shows its result already."""
        if self._instructions and (instruction := self._instructions[-1]) is not None:
            instruction.append(words)

    def separate(self) -> None:
        """The instruction of the innermost field is complete; what follows is its result."""
        if self._instructions and (instruction := self._instructions[-1]) is not None:
            self.found |= is_active("".join(instruction))
            self._instructions[-1] = None

    def end(self) -> None:
        """The innermost field closes."""
        self.separate()
        if self._instructions:
            self._instructions.pop()
