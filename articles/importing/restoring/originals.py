"""Putting the originals of pictures, films and downloads back, under the names that they had."""

from collections.abc import Iterator
from hashlib import sha256

from django.core.files import File
from django.core.files.storage import default_storage

from articles.importing.restoring.checking import originals
from articles.importing.restoring.outcome import Outcome
from articles.importing.sources.own_export.package import Package
from articles.models import LooseFile


def restore(package: Package, outcome: Outcome) -> Iterator[int]:
    """One after the other; those that nothing comes to show go again."""
    for name in originals(package):
        if not default_storage.exists(name):
            LooseFile.objects.note([name])
            with package.open(name) as content:
                default_storage.save(name, File(content))
            outcome.restored["originals"] += 1
        elif _digest(name) == package.manifest.files[name]:
            outcome.known["originals"] += 1
        else:
            outcome.differing.append(f"original: {name}")
        yield 1


def _digest(name: str) -> str:
    digest = sha256()
    with default_storage.open(name) as file:
        for piece in file.chunks():
            digest.update(piece)
    return digest.hexdigest()
