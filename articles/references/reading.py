"""Rich text and documents as readers get them: with the addresses of the day in place of their references."""

from collections.abc import Iterable, Mapping

from django.utils.safestring import SafeString

from articles.document import Document, references, richtext
from articles.document.layout import Outline
from articles.document.linked_documents import links_within, references_in, with_addresses, with_places
from articles.references.targets import open_targets
from articles.remembering import remembered


def addresses(found: Iterable[str]) -> Mapping[str, str]:
    """The addresses of those of the references that lead somewhere, read once for each content version."""
    asked = tuple(sorted(set(found)))
    return _addresses(asked) if asked else {}


@remembered
def _addresses(asked: tuple[str, ...]) -> Mapping[str, str]:
    return {reference: target.address for reference, target in open_targets(asked).items()}


def shown(*documents: Document) -> list[Document]:
    """The documents as readers get them, at the cost of one."""
    known = addresses(references_in(*documents))
    return [with_addresses(with_own_places(document), known) for document in documents]


def with_own_places(document: Document) -> Document:
    """The document, with its links to headings of its own leading to what these are called now."""
    return with_places(document, Outline(document).places()) if links_within(document) else document


def linked(html: SafeString) -> SafeString:
    """Finished HTML with addresses for its references."""
    return richtext.addressed(html, addresses(references.in_html(html)))


def render(html: str) -> SafeString:
    """Rich text that stands alone, such as a biography, for a template."""
    return richtext.render(references.addressed(html, addresses(references.in_html(html))))
