"""What stands in the body of a Word document and is none of its text, or hides it: settled, and said."""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from articles.importing.report import Deed, Line
from articles.importing.sources.documents.word import looks
from articles.importing.sources.documents.word.package import Package, R, W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
# Written as the alternative text of a picture that is marked as decorative, since there “none” means “not yet”.
DECORATIVE = "\ue000"
UNWRAPPED = (f"{W}fldSimple", f"{W}dir", f"{W}bdo", f"{W}ruby", f"{W}rubyBase", f"{W}ins", f"{W}moveTo")
TEXT = (f"{W}t", f"{W}delText", f"{A}t", f"{M}t")
APART = (f"{W}p", f"{W}tc", f"{A}p")
GAPS = (f"{W}tab", f"{W}br", f"{W}cr")


def tidy(root: etree._Element, package: Package) -> list[Line]:
    """Settles the tree of a part, and says how."""
    lines = [*_contents_lists(root, package), *_tracked(root), *_hidden(root)]
    _alternatives(root)
    lines += [*_boxes(root), *_formulas(root), *_objects(root), *_drawings(root, package)]
    for tag in (f"{W}rt", f"{W}altChunk", f"{W}subDoc"):
        lines += _taken_out(root, tag, "A part that is kept in another format")
    for tag in UNWRAPPED:
        for element in list(root.iter(tag)):
            _unwrap(element)
    return lines


def words(element: etree._Element) -> str:
    """All words beneath an element, as one line."""
    return " ".join("".join(_spoken(element)).split())


def _spoken(element: etree._Element) -> Iterator[str]:
    for one in element.iter():
        if one.tag in TEXT:
            yield one.text or ""
        elif one.tag in APART or one.tag in GAPS:
            yield " "


def _tracked(root: etree._Element) -> Iterator[Line]:
    """What was inserted counts, what was deleted does not, and both is said, by whoever did it."""
    inserted, deleted = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for element in root.iter(f"{W}ins"):
        if said := words(element):
            inserted[_by(element)].append(said)
    for element in list(root.iter(f"{W}del")):
        if said := words(element):
            deleted[_by(element)].append(said)
            _remove(element)
    for element in list(root.iter(f"{W}moveFrom")):
        _remove(element)
    for who, said_by in inserted.items():
        what = f"Tracked changes: words that {who} inserted are taken as accepted."
        yield Line(deed=Deed.KEPT, what=what, words=" … ".join(said_by))
    for who, said_by in deleted.items():
        what = f"Tracked changes: words that {who} deleted are left out."
        yield Line(deed=Deed.LEFT_OUT, what=what, words=" … ".join(said_by))


def _by(element: etree._Element) -> str:
    return element.get(f"{W}author") or "somebody"


def _hidden(root: etree._Element) -> Iterator[Line]:
    for run in list(root.iter(f"{W}r")):
        mark = run.find(f"{W}rPr/{W}vanish")
        if mark is not None and mark.get(f"{W}val") not in ("0", "false"):
            if said := words(run):
                yield Line(deed=Deed.LEFT_OUT, what="Words that the document hides are left out.", words=said)
            _remove(run)


def _contents_lists(root: etree._Element, package: Package) -> Iterator[Line]:
    """A guide has a list of its contents of itself."""

    of_contents = looks.of_contents(package)
    found = [one for one in root.iter(f"{W}p") if _style(one) in of_contents]
    if found:
        yield Line(
            deed=Deed.LEFT_OUT,
            what="The list of contents is left out: a guide has its own.",
            words=" ".join(map(words, found)),
        )
    for paragraph in found:
        _remove(paragraph)


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def _alternatives(root: etree._Element) -> None:
    """Of two forms of a drawing the one with the words, or the one that older programs show."""
    for element in list(root.iter(f"{MC}AlternateContent")):
        choice, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
        is_better = choice is not None and (_holds(choice, f"{W}txbxContent") or _holds(choice, f"{PIC}pic"))
        kept = choice if is_better or fallback is None or not len(fallback) else fallback
        for part in (choice, fallback):
            if part is not None and part is not kept:
                _remove(part)
        if kept is not None:
            _unwrap(kept)
        _unwrap(element)


def _holds(element: etree._Element, tag: str) -> bool:
    return next(element.iter(tag), None) is not None


def _boxes(root: etree._Element) -> Iterator[Line]:
    """The words of a text box come after the paragraph that it is fixed to."""
    for box in reversed(list(root.iter(f"{W}txbxContent"))):
        said, holder = words(box), next(box.iterancestors(f"{W}p"), None)
        if holder is not None:
            for part in reversed(list(box)):
                holder.addnext(part)
        _remove(box)
        if said:
            what = "The words of a text box stand after the paragraph that it was fixed to."
            yield Line(deed=Deed.REPAIRED, what=what, words=said)


def _formulas(root: etree._Element) -> Iterator[Line]:
    """A formula becomes the signs that it is made of, in one line: what is over and under a line is not told apart."""
    for element in list(root.iter(f"{M}oMath")):
        run = element.makeelement(f"{W}r")
        etree.SubElement(run, f"{W}t").text = words(element)
        element.addprevious(run)
        _remove(element)
        yield Line(deed=Deed.PROPOSED, what="A formula stands as plain signs in one line: check it.", words=words(run))
    for element in list(root.iter(f"{M}oMathPara")):
        _unwrap(element)


def _objects(root: etree._Element) -> Iterator[Line]:
    for element in list(root.iter(f"{W}object")):
        embedded = next(element.iter(f"{OFFICE}OLEObject"), None)
        kind = embedded.get("ProgID", "") if embedded is not None else ""
        yield Line(deed=Deed.LEFT_OUT, what="An embedded object is left out.", words=kind)
        _remove(element)


def _drawings(root: etree._Element, package: Package) -> Iterator[Line]:
    for drawing in [*root.iter(f"{WP}inline"), *root.iter(f"{WP}anchor")]:
        data, properties = drawing.find(f"{A}graphic/{A}graphicData"), drawing.find(f"{WP}docPr")
        if data is None:
            continue
        for what, tag, relation in (("chart", f"{C}chart", f"{R}id"), ("SmartArt drawing", f"{DGM}relIds", f"{R}dm")):
            if (named := next(data.iter(tag), None)) is not None:
                said = _words_of_part(package, package.target(named.get(relation)))
                described = properties.get("descr", "") if properties is not None else ""
                words_of_it = " ".join(filter(None, [described, said]))
                yield Line(
                    deed=Deed.LEFT_OUT, what=f"A {what}: put in a picture or a table instead.", words=words_of_it
                )
        yield from _linked(data, package)
        for picture in list(data.iter(f"{PIC}pic")):  # those of a group, too
            data.append(picture)
        if properties is not None and _is_decorative(properties):
            properties.set("descr", DECORATIVE)


def _linked(data: etree._Element, package: Package) -> Iterator[Line]:
    """Pictures that the document does not hold."""
    for blip in list(data.iter(f"{A}blip")):
        if blip.get(f"{R}embed") is None and blip.get(f"{R}link"):
            what = "A picture that the document only links to is left out."
            yield Line(deed=Deed.LEFT_OUT, what=what, words=package.target(blip.get(f"{R}link")))
            _remove(blip)


def _is_decorative(properties: etree._Element) -> bool:
    return any(one.get("val") not in ("0", "false") for one in properties.iter(f"{ADEC}decorative"))


def _words_of_part(package: Package, path: str) -> str:
    root = package.xml(path) if path else None
    values = (one.text or "" for one in root.iter(f"{A}t", f"{C}v")) if root is not None else ()
    return " ".join(" ".join(values).split())


def _taken_out(root: etree._Element, tag: str, what: str) -> Iterator[Line]:
    for element in list(root.iter(tag)):
        yield Line(deed=Deed.LEFT_OUT, what=f"{what} is left out.", words=words(element))
        _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    for child in element:
        element.addprevious(child)
    _remove(element)
