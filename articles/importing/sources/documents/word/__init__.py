"""Documents of Word, LibreOffice, Google Docs and Pages, as their .docx holds them."""

from articles.importing.sources.documents.word.package import part
from articles.importing.sources.documents.word.reading import post

__all__ = ["part", "post"]
