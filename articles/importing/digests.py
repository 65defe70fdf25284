"""By what the next run sees that something changed."""

import json
from hashlib import sha256
from typing import Any

from articles.document import Document, serialization
from articles.importing.posts import Post


def of_post(post: Post) -> str:
    """Of all that was read of a post."""
    return sha256(repr(post).encode(errors="backslashreplace")).hexdigest()


def of_document(document: Document) -> str:
    """Of a draft as it stands."""
    return of_stored(serialization.dump(document))


def of_stored(stored: Any) -> str:
    """The same, of what a version of it keeps."""
    return sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()


def of_file(content: bytes) -> str:
    return sha256(content).hexdigest()
