"""The list of an export: which files are in it, with the checksum of each. It is written last, so what has none is no export."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

NAME = "manifest.json"
FORMAT, VERSION = "site-export", 1
# Where an original stands in the media storage, and under the same path in an export.
MEDIA = re.compile(r"(?:pictures|files)(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*){1,2}")
CHECKSUM = re.compile(r"[0-9a-f]{64}")


class NoManifest(ValueError):
    """It lists nothing, or another version does; the sentence says which."""


@dataclass(kw_only=True, slots=True)
class Manifest:
    """The address of the `site`, the SHA-256 of each file by its path, and the originals that were `missing` there.

    It says no time, so that two exports of the same content are the same.
    """

    site: str
    files: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def text(self) -> str:
        """As it is written."""
        told = {"format": FORMAT, "version": VERSION, "site": self.site, "missing": sorted(self.missing)}
        return as_text(told | {"files": dict(sorted(self.files.items()))})


def read(text: str | bytes) -> Manifest:
    """What was written. Raises `NoManifest`."""
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise NoManifest("Its list of files is of something else.")
        if told["version"] != VERSION:
            raise NoManifest(f"It is an export of version {told['version']}, and this site reads version {VERSION}.")
        manifest = Manifest(site=told["site"], files=told["files"], missing=told["missing"])
        is_sound = isinstance(manifest.site, str) and all(map(is_path, (*manifest.files, *manifest.missing)))
        is_sound = is_sound and all(CHECKSUM.fullmatch(checksum) for checksum in manifest.files.values())
    except NoManifest:
        raise
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NoManifest("Its list of files cannot be read.") from error
    if not is_sound:
        raise NoManifest("Its list of files names what cannot be in it.")
    return manifest


def is_path(path: str) -> bool:
    """Whether it stays in the folder, on every system."""
    parts = path.split("/")
    return not any(part in ("", ".", "..") or set(part) & set('\\:\0"') for part in parts)


def as_text(told: Any) -> str:
    """JSON to be read by people, too."""
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_line(told: Any) -> str:
    """The same on one line, for files of JSON Lines."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
