"""What stands in the body of a Word document and is none of its text, or hides it: settled, and said."""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from articles.importing.report import Deed, Line
from articles.importing.sources.documents.word import drawings, looks
from articles.importing.sources.documents.word.package import Package, W
from articles.importing.sources.documents.word.tree import M, remove, unwrap, words

UNWRAPPED = (f"{W}fldSimple", f"{W}dir", f"{W}bdo", f"{W}ruby", f"{W}rubyBase", f"{W}ins", f"{W}moveTo")


def tidy(root: etree._Element, package: Package) -> list[Line]:
    """Settles the tree of a part, and says how."""
    lines = [*_contents_lists(root, package), *_tracked(root), *_hidden(root)]
    lines += [*drawings.settle(root, package), *_formulas(root)]
    for tag in (f"{W}rt", f"{W}altChunk", f"{W}subDoc"):
        lines += _taken_out(root, tag, "A part that is kept in another format")
    for tag in UNWRAPPED:
        for element in list(root.iter(tag)):
            unwrap(element)
    return lines


def _tracked(root: etree._Element) -> Iterator[Line]:
    """What was inserted counts, what was deleted does not, and both is said, by whoever did it."""
    inserted, deleted = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for element in root.iter(f"{W}ins"):
        if said := words(element):
            inserted[_by(element)].append(said)
    for element in list(root.iter(f"{W}del")):
        if said := words(element):
            deleted[_by(element)].append(said)
            remove(element)
    for element in list(root.iter(f"{W}moveFrom")):
        remove(element)
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
            remove(run)


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
        remove(paragraph)


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def _formulas(root: etree._Element) -> Iterator[Line]:
    """A formula becomes the signs that it is made of, in one line: what is over and under a line is not told apart."""
    for element in list(root.iter(f"{M}oMath")):
        run = element.makeelement(f"{W}r")
        etree.SubElement(run, f"{W}t").text = words(element)
        element.addprevious(run)
        remove(element)
        yield Line(deed=Deed.PROPOSED, what="A formula stands as plain signs in one line: check it.", words=words(run))
    for element in list(root.iter(f"{M}oMathPara")):
        unwrap(element)


def _taken_out(root: etree._Element, tag: str, what: str) -> Iterator[Line]:
    for element in list(root.iter(tag)):
        yield Line(deed=Deed.LEFT_OUT, what=f"{what} is left out.", words=words(element))
        remove(element)
