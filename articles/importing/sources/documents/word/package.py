"""The parts of a .docx: a ZIP of XML files and pictures (ISO/IEC 29500)."""

import re
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZipFile

from lxml import etree

from articles.importing.posts import Unreadable
from articles.importing.sources.archives import Archive, Shelf, content

LARGEST = 100 * 2**20
LARGEST_TEXT = 60 * 2**20
OLE = b"\xd0\xcf\x11\xe0"
WITHIN = re.compile(r"(.*\.do[ct][xm])/(word/.+)", re.IGNORECASE)
# The strict form of the format has other names for the same things.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAIN = "officeDocument"  # the end of the type of the relation to it


class Package:
    """A document's parts, as long as somebody reads it. Raises `Unreadable` for what is none, is locked or does harm."""

    def __init__(self, shelf: Shelf, path: str) -> None:
        self.name = PurePosixPath(path).name
        data = content(shelf, path, LARGEST)
        if data.startswith(OLE):
            raise Unreadable(f"{self.name} is locked with a password, or an old .doc: save it as .docx without one.")
        self._archive = Archive(BytesIO(data), self.name, kind="Word document", hidden=True)
        self._changed: dict[str, bytes] = {}
        self.main = self._main()
        if self.main not in self._archive or not self.main.startswith("word/"):
            raise Unreadable(f"{self.name} is no Word document.")

    def parts(self, pattern: str) -> list[str]:
        """The paths that match, in their order."""
        return [path for path in self._archive if re.fullmatch(pattern, path)]

    def xml(self, path: str) -> etree._Element | None:
        """The root of a part; None where there is none such."""
        if path not in self._archive:
            return None
        data = self._text(path)
        try:
            return etree.fromstring(data, PARSER)
        except etree.XMLSyntaxError as error:
            raise Unreadable(f"{self.name} is damaged.") from error

    def change(self, path: str, root: etree._Element) -> None:
        """Has the part be this from now on."""
        self._changed[path] = etree.tostring(root, encoding="utf-8", xml_declaration=True)

    def target(self, relation: str | None) -> str:
        """The path of the part that a relation of the main part names, or the address outside; nothing for an unknown one."""
        root = self.xml(f"word/_rels/{PurePosixPath(self.main).name}.rels")
        for one in root if root is not None else ():
            if one.get("Id") == relation:
                target = one.get("Target", "")
                is_outside = one.get("TargetMode") == "External"
                return target if is_outside else target.lstrip("/") if target.startswith("/") else f"word/{target}"
        return ""

    def as_file(self) -> BinaryIO:
        """The document as it is now. Of a picture it holds the path alone, so that whoever shows it can say which it is."""
        file = BytesIO()
        with ZipFile(file, "w") as written:
            for path in self._archive:
                written.writestr(path, self._text(path) if _is_xml(path) else path.encode())
        file.seek(0)
        return file

    def _main(self) -> str:
        """The path of the body, which some programs call otherwise than Word does."""
        root = self.xml("_rels/.rels")
        relations = root if root is not None else ()
        found = (one.get("Target", "") for one in relations if one.get("Type", "").endswith(f"/{MAIN}"))
        return next(found, "word/document.xml").lstrip("/")

    def _text(self, path: str) -> bytes:
        if path in self._changed:
            return self._changed[path]
        data = content(self._archive, path, LARGEST_TEXT)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or "<!DOCTYPE".encode("utf-16-le") in data:
            raise Unreadable(f"{self.name} declares entities, which no program that writes documents does.")
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        return data


def part(shelf: Shelf, path: str) -> BinaryIO | None:
    """A picture within a document, at the document's path and its own; None where it is none such."""
    found = WITHIN.fullmatch(path)
    try:
        return Package(shelf, found[1])._archive.open(found[2]) if found else None
    except Unreadable:
        return None


def _is_xml(path: str) -> bool:
    return path.casefold().endswith((".xml", ".rels"))
