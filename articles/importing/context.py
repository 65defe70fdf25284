"""What all posts of a run have in common."""

from dataclasses import dataclass
from typing import Any, Self

from articles.importing.files import Files
from articles.importing.links import Guides
from articles.importing.matching import Names
from articles.importing.posts import Source
from articles.models import ImportRun


@dataclass(frozen=True, slots=True)
class Context:
    """A run through a source, in whose name it is, and what is known of this site meanwhile."""

    source: Source
    run: ImportRun
    by: Any
    files: Files
    names: Names
    guides: Guides

    @classmethod
    def of(cls, source: Source, run: ImportRun, *, by: Any) -> Self:
        return cls(source, run, by, Files(source, by=by), Names(), Guides(source))
