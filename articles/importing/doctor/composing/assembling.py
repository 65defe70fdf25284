"""Pieces as the blocks of a document: what stands in a row as text is one text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from articles.document import tree
from articles.document.blocks import Block, CallToAction, Figure, Text, Video
from articles.document.conversion import to_text
from articles.document.conversion.parts import tagged
from articles.importing.doctor.composing.headings import levelled
from articles.importing.doctor.composing.parts import blocks_of, html, is_paragraph, level, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.lines import Piece

# What the heading of an invitation says, and hardly that of a section.
INVITES = re.compile(
    r"^(?:ready|looking|need|want|get|contact|talk|speak|let|let[’']?s|find|join|apply|hire|hiring|are you|could we|can we|start|work with|book|call|register|send|next steps?)\b|\bget in touch\b|\bwe can help\b",
    re.IGNORECASE,
)
LONGEST_LINE = 300  # signs, as `LineField` has it
SHORT = 40  # words of an invitation


def assembled(pieces: Sequence[Piece], title: str, notes: Notes) -> tuple[Block, ...]:
    pieces = levelled(list(_invitations(list(_named_films(pieces, title, notes)))))
    pieces = [one for piece in pieces for one in _fitting(piece)]
    made: list[Block] = []
    for _, run in groupby(pieces, key=lambda piece: isinstance(piece, Block)):
        together = list(run)
        made += blocks_of(together) or [Text(html=html(together))]
    return tuple(block for block in made if block.is_shown())


def _fitting(piece: Piece) -> list[Piece]:
    """The piece, or the text that a block makes where one of its lines is longer than an editor’s form takes."""
    long = _long_lines(piece) if isinstance(piece, Block) else []
    if not isinstance(piece, Block) or not long:
        return [piece]
    if isinstance(piece, Figure):
        caption, credit = ("" if name in long else getattr(piece, name) for name in ("caption", "credit"))
        said = "".join(tagged("p", getattr(piece, name)) for name in long)
        return [replace(piece, caption=caption, credit=credit), *tree.parse(said).elements()]
    return list(tree.parse(to_text(piece)).elements())


def _long_lines(block: Block) -> list[str]:
    lines = (name for name in block.prose if name not in block.rich and isinstance(getattr(block, name), str))
    return [
        name for name in lines if len(getattr(block, name)) > LONGEST_LINE and (block.kind, name) != ("quote", "text")
    ]


def _named_films(pieces: Sequence[Piece], title: str, notes: Notes) -> Iterator[Piece]:
    """A film without a name is called after its section, since it cannot be shown without one."""
    section = title
    for piece in pieces:
        section = words(piece) if level(piece) else section
        if isinstance(piece, Video) and not piece.title:
            name = section or "Film"
            notes.proposed(
                f"Say what the film at {piece.address or 'the old site'} is called: “{name}” is only the heading over it."
            )
            yield replace(piece, title=name)
        else:
            yield piece


def _invitations(pieces: list[Piece]) -> list[Piece]:
    """A section of nothing but a few words before a call to action is its heading and its text."""
    at = 0
    while at < len(pieces):
        call = pieces[at]
        if isinstance(call, CallToAction) and at:
            text = at - 1 if is_paragraph(pieces[at - 1]) and len(words(pieces[at - 1]).split()) <= SHORT else at
            if text and level(pieces[text - 1]) and INVITES.search(words(pieces[text - 1])):
                said = words(pieces[text]) if text < at else ""
                pieces[text - 1 : at + 1] = [replace(call, heading=words(pieces[text - 1]), text=said)]
                at = text - 1
        at += 1
    return pieces
