"""Microsoft's documents made of parts (ECMA-376 parts 1 and 2): what their relationships, fields and types name."""

from enquiries.intake.active_content import packages
from enquiries.intake.active_content.fields import Fields, is_active
from enquiries.intake.active_content.paths import leads_elsewhere
from enquiries.intake.cv_kinds.kinds import Kind

# The ends of relationship types; the namespaces before them differ between the strict and the usual form.
RELATIONSHIPS = {
    "vbaproject": Kind.MACROS,
    "wordvbadata": Kind.MACROS,
    "xlmacrosheet": Kind.MACROS,
    "xlintlmacrosheet": Kind.MACROS,
    "oleobject": Kind.EMBEDDED,
    "control": Kind.EMBEDDED,
    "activexcontrolbinary": Kind.EMBEDDED,
    "afchunk": Kind.EMBEDDED,
    "subdocument": Kind.EMBEDDED,
}
TYPES = {"macroenabled": Kind.MACROS, "vbaproject": Kind.MACROS, "macrosheet": Kind.MACROS, "activex": Kind.EMBEDDED}
# What only whoever reads the document follows.
FOLLOWED = "hyperlink"
INSTRUCTIONS = {"instrText", "delInstrText"}
FETCHING = {"ddeLink", "oleLink"}


class Look:
    """Looks through one part; `found` says what it holds."""

    def __init__(self, reader: packages.Reader) -> None:
        self._reader = reader
        self.found: Kind | None = None
        self._fields = Fields()
        self._is_instruction = False

    def through(self, content: bytes) -> Kind | None:
        """What is in the part. Raises `ExpatError` for one that is no XML."""
        self._reader.read(content, self._started, text=self._said, ended=self._ended)
        return self.found or (Kind.FETCHING if self._fields.found else None)

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "Relationship":
                self._note(_relationship(attributes))
            case "Default" | "Override":
                self._note(_type(attributes.get("ContentType", "")))
            case "fldChar":
                self._field(attributes.get("fldCharType", ""))
            case "fldSimple":
                self._note(Kind.FETCHING if is_active(attributes.get("instr", "")) else None)
            case _ if name in FETCHING or leads_elsewhere_by_source(attributes):
                self._note(Kind.FETCHING)
        self._is_instruction = name in INSTRUCTIONS

    def _ended(self) -> None:
        self._is_instruction = False

    def _said(self, words: str) -> None:
        if self._is_instruction:
            self._fields.text(words)

    def _field(self, kind: str) -> None:
        match kind:
            case "begin":
                self._fields.begin()
            case "separate":
                self._fields.separate()
            case "end":
                self._fields.end()

    def _note(self, kind: Kind | None) -> None:
        self.found = self.found or kind


def leads_elsewhere_by_source(attributes: dict[str, str]) -> bool:
    """Pictures of the older drawing language (VML) may name an address themselves."""
    return leads_elsewhere(attributes.get("src", ""))


def _relationship(attributes: dict[str, str]) -> Kind | None:
    kind = attributes.get("Type", "").strip().rpartition("/")[2].casefold()
    if kind in RELATIONSHIPS:
        return RELATIONSHIPS[kind]
    return Kind.FETCHING if kind != FOLLOWED and leads_elsewhere(attributes.get("Target", "")) else None


def _type(content_type: str) -> Kind | None:
    return next((kind for sign, kind in TYPES.items() if sign in content_type.casefold()), None)
