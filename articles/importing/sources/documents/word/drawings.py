"""What is drawn in a Word document: text boxes, pictures in groups, charts, and what cannot be shown at all."""

from collections.abc import Iterator

from lxml import etree

from articles.importing.report import Deed, Line
from articles.importing.sources.documents.word.package import Package, R, W
from articles.importing.sources.documents.word.tree import A, remove, unwrap, words

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
# Written as the alternative text of a picture that is marked as decorative, since there “none” means “not yet”.
DECORATIVE = "\ue000"


def settle(root: etree._Element, package: Package) -> list[Line]:
    """Settles what is drawn in the tree of a part, and says how."""
    _alternatives(root)
    return [*_boxes(root), *_objects(root), *_drawings(root, package)]


def _alternatives(root: etree._Element) -> None:
    """Of two forms of a drawing the one with the words, or the one that older programs show."""
    for element in list(root.iter(f"{MC}AlternateContent")):
        choice, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
        is_better = choice is not None and (_holds(choice, f"{W}txbxContent") or _holds(choice, f"{PIC}pic"))
        kept = choice if is_better or fallback is None or not len(fallback) else fallback
        for part in (choice, fallback):
            if part is not None and part is not kept:
                remove(part)
        if kept is not None:
            unwrap(kept)
        unwrap(element)


def _holds(element: etree._Element, tag: str) -> bool:
    return next(element.iter(tag), None) is not None


def _boxes(root: etree._Element) -> Iterator[Line]:
    """The words of a text box come after the paragraph that it is fixed to."""
    for box in reversed(list(root.iter(f"{W}txbxContent"))):
        said, holder = words(box), next(box.iterancestors(f"{W}p"), None)
        if holder is not None:
            for part in reversed(list(box)):
                holder.addnext(part)
        remove(box)
        if said:
            what = "The words of a text box stand after the paragraph that it was fixed to."
            yield Line(deed=Deed.REPAIRED, what=what, words=said)


def _objects(root: etree._Element) -> Iterator[Line]:
    for element in list(root.iter(f"{W}object")):
        embedded = next(element.iter(f"{OFFICE}OLEObject"), None)
        kind = embedded.get("ProgID", "") if embedded is not None else ""
        yield Line(deed=Deed.LEFT_OUT, what="An embedded object is left out.", words=kind)
        remove(element)


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
            remove(blip)


def _is_decorative(properties: etree._Element) -> bool:
    return any(one.get("val") not in ("0", "false") for one in properties.iter(f"{ADEC}decorative"))


def _words_of_part(package: Package, path: str) -> str:
    root = package.xml(path) if path else None
    values = (one.text or "" for one in root.iter(f"{A}t", f"{C}v")) if root is not None else ()
    return " ".join(" ".join(values).split())
