"""Pictures in a folder of this machine."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files.storage import FileSystemStorage


class Folder(FileSystemStorage):
    """Django's storage in a folder, which always has a whole file or none, also for readers at the same moment."""

    def piece(self, name: str, start: int, length: int) -> bytes:
        """So many bytes of a file, fewer at its end. Raises `FileNotFoundError`."""
        with self.open(name) as file:
            file.seek(start)
            return bytes(file.read(length))

    def _save(self, name: str, content: Any) -> str:
        """Django writes in place, so it writes beside the place, and what is whole is moved there."""
        part = f"{name}.{uuid4().hex}"
        try:
            super()._save(part, content)  # type: ignore[misc] # the stubs leave out Django's hook
            Path(self.path(part)).replace(self.path(name))
        finally:
            self.delete(part)
        return name
