"""LibreOffice's documents (OpenDocument 1.3 part 3): macros, listeners, and what is fetched when they are opened."""

from enquiries.intake.active_content import packages
from enquiries.intake.active_content.paths import leads_elsewhere
from enquiries.intake.cv_kinds.kinds import Kind

FOLDERS_OF_MACROS = ("basic/", "scripts/", "dialogs/")
# Lists of libraries are there without a single macro.
LISTS = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")
ELEMENTS = {
    "event-listener": Kind.MACROS,
    "execute-macro": Kind.MACROS,
    "applet": Kind.EMBEDDED,
    "object-ole": Kind.EMBEDDED,
    "plugin": Kind.EMBEDDED,
    "dde-connection": Kind.FETCHING,
    "dde-connection-decl": Kind.FETCHING,
    "dde-source": Kind.FETCHING,
}
SCRIPTS = ("vnd.sun.star.script:", "macro:", "javascript:", "slot:", ".uno:")
# What only whoever reads the document follows.
FOLLOWED = "a"
SCRIPT_OF_TEXT = "script"


def macros_by_name(name: str) -> Kind | None:
    """Whether a part of this name is a macro."""
    is_macro = name.startswith(FOLDERS_OF_MACROS) and not name.endswith(("/", *LISTS))
    return Kind.MACROS if is_macro else None


class Look:
    """Looks through one part; `found` says what it holds."""

    def __init__(self, reader: packages.Reader) -> None:
        self._reader = reader
        self.found: Kind | None = None

    def through(self, content: bytes) -> Kind | None:
        """What is in the part. Raises `ExpatError` for one that is no XML."""
        self._reader.read(content, self._started)
        return self.found

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        self.found = self.found or ELEMENTS.get(name) or _script(name, attributes) or _reference(name, attributes)


def _script(name: str, attributes: dict[str, str]) -> Kind | None:
    """A script in the text has a language; the element that all documents have around their scripts has none."""
    return Kind.MACROS if name == SCRIPT_OF_TEXT and "language" in attributes else None


def _reference(name: str, attributes: dict[str, str]) -> Kind | None:
    path = attributes.get("href", "").strip()
    if path.casefold().startswith(SCRIPTS):
        return Kind.MACROS
    return Kind.FETCHING if name != FOLLOWED and leads_elsewhere(path) else None
