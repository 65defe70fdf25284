"""What somebody wrote, apart from what they answer and sign with. No line gets lost: each is in one or the other."""

from collections.abc import Sequence

from enquiries.inbound.parsing.words import openers, signatures
from enquiries.inbound.parsing.words.lines import Line, Mark, joined


def folded(lines: Sequence[Line]) -> tuple[str, str]:
    """The words of the sender, and the rest: quoted mail with its headers, and signatures.

    Some write into their signature by mistake, or between the lines of a mail that nothing marks: when nothing else is
    left, these are their words.
    """
    rest = [line.depth > 0 or line.mark is Mark.ATTRIBUTION for line in lines]
    _fold_attributions(lines, rest)
    marked = list(rest)
    _fold_history(lines, rest)
    quoted = list(rest)
    _fold_signatures(lines, rest)
    _fold_devices(lines, rest)
    rest = next((fold for fold in (rest, quoted, marked) if joined(_those(lines, fold, wanted=False))), rest)
    return joined(_those(lines, rest, wanted=False)), joined(_those(lines, rest, wanted=True))


def _those(lines: Sequence[Line], rest: Sequence[bool], *, wanted: bool) -> list[Line]:
    """An empty line goes with what stands above it, so that paragraphs stay apart on both sides."""
    return [line for line, is_rest in zip(lines, rest, strict=True) if is_rest == wanted or line.is_blank]


def _fold_attributions(lines: Sequence[Line], rest: list[bool]) -> None:
    """The sentences right above what is quoted."""
    last = -1
    for place, line in enumerate(lines):
        if line.depth and last >= 0 and not rest[last]:
            begin = max(last + 1 - openers.MOST_LINES, 0)
            for folds in range(last + 1 - openers.attribution(lines[begin : last + 1]), last + 1):
                rest[folds] = True
        if not line.is_blank:
            last = place


def _fold_history(lines: Sequence[Line], rest: list[bool]) -> None:
    """Headers of a mail, and all below them unless that is marked line by line."""
    place, last_quoted = 0, max((place for place, line in enumerate(lines) if line.depth), default=0)
    while place < len(lines):
        length = 0 if lines[place].depth else _opener(lines, place)
        if lines[place].mark is Mark.ATTRIBUTION and place < last_quoted:
            length = 0  # what is quoted is marked below, so what is not is an answer
        end = place + 1
        if length or lines[place].mark is Mark.HISTORY:
            end = place + length if length and _is_marked(lines, rest, place + length) else len(lines)
            rest[place:end] = [True] * (end - place)
        place = end


def _opener(lines: Sequence[Line], place: int) -> int:
    """How many lines from `place` say that a mail follows, though nothing marks it; 0 for any other line."""
    if lines[place].is_blank:
        return 0
    if length := openers.header_block(lines, place):
        return length
    for length in range(1, openers.MOST_LINES + 1):
        part = lines[place : place + length]
        if len(part) < length or part[-1].is_blank or part[-1].depth:
            return 0
        if openers.COLON.search(openers.plain(part[-1].text)):
            begins_here = openers.attribution(part) == length
            return length if begins_here and openers.is_certain(part) else 0
    return 0


def _is_marked(lines: Sequence[Line], rest: Sequence[bool], place: int) -> bool:
    """Whether what stands there is quoted line by line, so that whatever is not is an answer."""
    below = next((each for each in range(place, min(place + 4, len(lines))) if not lines[each].is_blank), None)
    return below is not None and rest[below]


def _fold_signatures(lines: Sequence[Line], rest: list[bool]) -> None:
    """From the sign of a signature to the next quoted line."""
    is_signing = False
    for place, line in enumerate(lines):
        if rest[place] and line.mark is not Mark.ATTRIBUTION:
            is_signing = False
        elif line.mark is Mark.SIGNATURE or signatures.begins(line.text):
            is_signing = is_signing or line.mark is not Mark.SIGNATURE
            rest[place] = True
        elif is_signing:
            rest[place] = True


def _fold_devices(lines: Sequence[Line], rest: list[bool]) -> None:
    """“Sent from my phone”, where it ends what was written or stands right above what is quoted."""
    written = [place for place, line in enumerate(lines) if not rest[place] and not line.is_blank]
    for number, place in enumerate(written):
        ends = number + 1 == len(written) or any(rest[place + 1 : written[number + 1]])
        if ends and signatures.names_a_device(lines[place].text):
            rest[place] = True
