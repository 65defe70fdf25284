"""One post, from what its program wrote to a document and the lines of its report."""

from dataclasses import dataclass

from articles.document import Document, SalaryFigure, Text
from articles.importing.posts import Post
from articles.importing.report import Line

# The name of a picture that is not stored yet is its address in the source, after this.
PENDING = "source:"


@dataclass(frozen=True, kw_only=True, slots=True)
class Healed:
    """What a post became. `salaries` are proposed to be records: the name of a role, and its figures."""

    document: Document
    lines: tuple[Line, ...] = ()
    salaries: tuple[tuple[str, tuple[SalaryFigure, ...]], ...] = ()


def heal(post: Post) -> Healed:
    """The document of a post; pictures in it are `PENDING`, links are as the source has them.

    Every word that readers of the source saw stands in the document or in a line. It neither reads nor writes anything.
    """
    document = post.document or Document(
        slug=post.slug,
        title=post.title,
        standfirst=post.standfirst,
        description=post.description,
        blocks=(Text(html=post.html),),
    )
    return Healed(document=document, lines=post.lines)
