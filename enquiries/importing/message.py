"""The message of an entry: what the person wrote, and below it the answers that have no place of their own."""

from collections.abc import Sequence

from articles.lib import typed_text
from enquiries.models import phone_numbers

LONGEST_LINE = 200
LONGEST_ADDRESS = 254
LIMITED = {
    "name": ("Name", LONGEST_LINE),
    "phone": ("Phone", phone_numbers.LONGEST),
    "organisation": ("Organisation", LONGEST_LINE),
    "role_sought": ("Role sought", LONGEST_LINE),
    "role_to_fill": ("Role to fill", LONGEST_LINE),
    "location": ("Location", LONGEST_LINE),
}
NOTHING = "The form was sent without a message."
type Lines = Sequence[tuple[str, str]]


def joined(parts: Lines) -> str:
    """What stands in the columns of the message; of several, each under its heading."""
    filled = [(heading, text) for heading, cell in parts if (text := typed_text.paragraphs(cell).strip())]
    if len(filled) == 1:
        return filled[0][1]
    return "\n\n".join(f"{heading}:\n{text}" for heading, text in filled)


def with_lines(said: str, lines: Lines) -> str:
    """The message with a labelled line for each filled value; never empty."""
    below = [f"{label}: {text}" for label, cell in lines if (text := typed_text.paragraphs(cell).strip())]
    return "\n\n".join(filter(None, (said, "\n".join(below)))) or NOTHING


def too_long(answers: dict[str, str]) -> list[tuple[str, str]]:
    """Cuts what its place has no room for, and returns it whole, as lines."""
    lines = []
    for name, (label, longest) in LIMITED.items():
        if len(answers[name]) > longest:
            lines.append((label, answers[name]))
            answers[name] = answers[name][:longest].rstrip()
    return lines
