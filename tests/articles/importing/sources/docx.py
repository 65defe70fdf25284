"""Word documents made of their XML, so that the repository holds text: parts are given, what every document has is added."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    }.items()
)
# The element around what a part holds, by the name of the part.
AROUND = {
    "document": "w:document><w:body",
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "comments": "w:comments",
    "header": "w:hdr",
    "footer": "w:ftr",
    "core": "cp:coreProperties",
    "chart": "c:chartSpace",
    "data": "dgm:dataModel",
}
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
MAIN = """<rel:Relationship Id="rId1" Target="word/document.xml"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>"""
OWN = ("styles", "numbering", "footnotes", "endnotes", "comments")
PLAIN_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
    for name in ("Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "caption", "Quote", "toc 1")
)


def docx(body: str, *, rels: str = "", **parts: str) -> bytes:
    """A document with this body. Parts are named `styles`, `header1`, `chart1` …; `rels` are relations of the body."""
    files = {"word/document.xml": _wrapped("document", body)}
    for name, content in {"styles": PLAIN_STYLES, **parts}.items():
        files[_path(name)] = _wrapped(re.sub(r"\d", "", name), content)
    own = "".join(
        f'<rel:Relationship Id="own-{name}" Target="{name}.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"/>'
        for name in OWN
        if _path(name) in files
    )
    files["word/_rels/document.xml.rels"] = f"<rel:Relationships {SPACES}>{own}{rels}</rel:Relationships>"
    files["_rels/.rels"] = f"<rel:Relationships {SPACES}>{MAIN}</rel:Relationships>"
    files["[Content_Types].xml"] = TYPES
    pictures = {f"word/media/{name}": png() for name in re.findall(r'Target="media/([\w.-]+)"', rels)}
    return zipped({**{path: text.encode() for path, text in files.items()}, **pictures})


def zipped(files: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return packed.getvalue()


def p(words: str, style: str = "", *, more: str = "") -> str:
    """A paragraph of one run."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{styled}{more}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def picture(relation: str, properties: str = "") -> str:
    """An inline picture, with what its `wp:docPr` says."""
    return f"""<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" {properties}/><a:graphic><a:graphicData
uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""


def relation(name: str, target: str, kind: str = "image", *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<rel:Relationship Id="{name}" Target="{target}"{mode} Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'


def png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, "PNG")
    return file.getvalue()


def _path(name: str) -> str:
    if name == "core":
        return "docProps/core.xml"
    folder = {"chart": "charts/", "data": "diagrams/"}.get(re.sub(r"\d", "", name), "")
    return f"word/{folder}{name}.xml"


def _wrapped(kind: str, content: str) -> str:
    names = AROUND[kind].split("><")
    opening = f"<{names[0]} {SPACES}>" + "".join(f"<{name}>" for name in names[1:])
    return opening + content + "".join(f"</{name}>" for name in reversed(names))
