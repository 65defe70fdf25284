"""Documents as editors read them side by side: links show where they lead, however they name it."""

from articles.document import Document
from articles.document.linked_documents import references_in, with_addresses
from articles.references.targets import targets


def told(*documents: Document) -> list[Document]:
    """The documents with addresses for their references, where these lead somewhere; the others stay as they are."""
    meant = targets(references_in(*documents))
    known = {reference: target.address or reference for reference, target in meant.items()}
    return [with_addresses(document, known) for document in documents]
