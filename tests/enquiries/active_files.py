"""CVs that run, fetch or carry something else, each kind in the ways in which it is hidden, and ordinary ones beside them."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from enquiries.intake.cv_kinds.eicar import EICAR
from enquiries.intake.cv_kinds.kinds import Kind
from tests.enquiries import files

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
STREAMS = pikepdf.ObjectStreamMode.generate


def related(
    kind: str, target: str, *, mode: str = "External", base: str = RELATIONSHIPS, part: str = "document"
) -> bytes:
    """A DOCX in which a part is related to something."""
    outside = f' TargetMode="{mode}"' if mode else ""
    words = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{base}/{kind}" Target="{target}"{outside}/></Relationships>'
    )
    return files.docx(**{f"word/_rels/{part}.xml.rels": words})


def field(*runs: str) -> bytes:
    """A DOCX with a field whose instruction is written in these pieces; `{` and `}` stand for a field in it."""
    signs = {"{": "begin", "|": "separate", "}": "end"}
    inner = "".join(
        f'<w:r><w:fldChar w:fldCharType="{signs[run]}"/></w:r>'
        if run in signs
        else f"<w:r><w:instrText>{run}</w:instrText></w:r>"
        for run in ("{", *runs, "|", "}")
    )
    return files.docx(**{"word/document.xml": f"<w:document {WORDS}><w:body><w:p>{inner}</w:p></w:body></w:document>"})


def open_document(words: str = "", *, part: str = "content.xml", **more: str | bytes) -> bytes:
    """An ODT with these words in one of its parts."""
    return files.odt(**{part: f"<office:document-content {OFFICE}>{words}</office:document-content>", **more})


def word_97(text: bytes = b"", *, template: str = "", mark: int = 0xA5EC, flags: int = 0, **streams: bytes) -> bytes:
    """A DOC with this text, and the path of its template."""
    strings = b"".join(struct.pack("<H", len(one)) + one.encode("utf-16-le") for one in ("", template))
    table = b"\xff\xff" + struct.pack("<HH", 2, 0) + strings
    header = bytearray(files.word_stream(mark=mark, flags=flags).ljust(900, b"\0"))
    struct.pack_into("<II", header, 154 + 8 * 32, 0, len(table))
    return files.compound(**{"WordDocument": bytes(header) + text, "0Table": table} | streams)


def pdf(change: Callable[[pikepdf.Pdf], None], **options: Any) -> bytes:
    """A PDF of one page with a change."""
    with pikepdf.new() as document:
        document.add_blank_page()
        change(document)
        file = BytesIO()
        document.save(file, **options)
    return file.getvalue()


def root(**entries: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        for name, value in entries.items():
            document.Root[f"/{name}"] = value

    return change


def annotated(**entries: Any) -> Callable[[pikepdf.Pdf], None]:
    """With a link or the like on its page."""

    def change(document: pikepdf.Pdf) -> None:
        link = Dictionary({"/Type": Name.Annot, "/Subtype": Name.Link, "/Rect": Array([0, 0, 9, 9])} | entries)
        document.pages[0].Annots = Array([document.make_indirect(link)])

    return change


def attached(document: pikepdf.Pdf) -> None:
    document.attachments["cv.txt"] = b"words"


def named_script(document: pikepdf.Pdf) -> None:
    tree = Dictionary(Names=[String("start"), document.make_indirect(action("JavaScript", JS=String("app.alert(1)")))])
    document.Root.Names = Dictionary(JavaScript=tree)


def action(kind: str, **entries: Any) -> Dictionary:
    return Dictionary({"/S": Name(f"/{kind}")} | {f"/{name}": value for name, value in entries.items()})


def stream(content: bytes, **entries: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj["/Extra"] = document.make_indirect(pikepdf.Stream(document, content, **entries))

    return change


def first_page(document: pikepdf.Pdf) -> None:
    """As LaTeX, LibreOffice and InDesign write it: the document opens at its first page."""
    document.Root.OpenAction = action("GoTo", D=Array([document.pages[0].obj, Name.Fit]))


def contents(document: pikepdf.Pdf) -> None:
    """Bookmarks about the languages that somebody knows."""
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Frontend (HTML/JS /JavaScript /Launch (2019) /AA)", 0))


def form(document: pikepdf.Pdf) -> None:
    box = Dictionary(
        FT=Name.Tx, T=String("name"), V=String("Jane /JS"), Type=Name.Annot, Subtype=Name.Widget, Rect=[0, 0, 9, 9]
    )
    document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(box)]))


def tagged(document: pikepdf.Pdf) -> None:
    document.Root.StructTreeRoot = Dictionary(K=Array([Dictionary(Type=Name.StructElem, S=Name.Sound)]))


SHEET = files.archive({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
SHEET_WITH_MACROS = files.archive({"xl/workbook.xml": "<workbook/>", "xl/other.bin": files.compound(VBA=b"", dir=b"")})
LAUNCH = action("Launch", F=String("cmd.exe"))
IN_HEX = rb"{\rtf1{\pict\pngblip " + EICAR.hex().encode()[:60] + b"\r\n" + EICAR.hex().encode()[60:] + b"}}"

REFUSED: dict[Kind, dict[str, bytes]] = {
    Kind.MACROS: {
        "docx, renamed part": related("vbaProject", "any.bin", mode=""),
        "docx, in the part alone": files.docx(**{"word/media/image1.png": files.compound(VBA=b"", dir=b"")}),
        "docx, type of the ending": files.docx(**{"[Content_Types].xml": files.types().replace(
            "application/xml", "application/vnd.ms-office.vbaProject")}),
        "docx, in a chart's table": files.docx(**{"word/embeddings/a.xlsx": SHEET_WITH_MACROS}),
        "doc": word_97(Macros=b"", VBA=b""),
        "doc, project alone": word_97(_VBA_PROJECT=b""),
        "doc, names in capitals": word_97(MACROS=b""),
        "doc, template of Word 95": word_97(mark=0xA5DC, flags=1),
        "odt, Basic": open_document(**{"Basic/Standard/Module1.xml": "<module/>"}),
        "odt, Python": open_document(**{"Scripts/python/a.py": "pass"}),
        "odt, backslashes": open_document(**{"Basic\\Standard\\Module1.xml": "<module/>"}),
        "odt, listener": open_document('<script:event-listener xmlns:script="urn:x" xlink:href="vnd.sun.star.script:a"/>'),
        "odt, script behind a link": open_document('<text:a xlink:href="vnd.sun.star.script:a$b?location=share"/>'),
        "odt, script in the text": open_document('<text:script script:language="JavaScript">x</text:script>'),
        "odt, in its styles": open_document('<x:event-listener x:href="a"/>', part="styles.xml"),
    },
    Kind.FETCHING: {
        "docx, template": related("attachedTemplate", "https://example.org/a.dotm", part="settings"),
        "docx, template on a server": related("attachedTemplate", "file://server/share/a.dotx", part="settings"),
        "docx, template by UNC": related("attachedTemplate", r"\\10.0.0.1\a.dotx", part="settings"),
        "docx, five slashes": related("attachedTemplate", "file://///server/a.dotx", part="settings"),
        "docx, strict, hidden letters": related("attachedTemplate", "%68ttps:%2F%2Fexample.org/a", base=STRICT),
        "docx, picture": related("image", "http://example.org/pixel.png"),
        "docx, frame": related("frame", "https://example.org/"),
        "docx, no mode": related("image", "https://example.org/pixel.png", mode=""),
        "docx, UTF-16": files.docx(**{"word/_rels/a.rels": (
            "<Relationships><Relationship Type='a/image' Target='http://example.org/'/></Relationships>").encode("utf-16")}),
        "docx, old drawing": files.docx(**{"word/document.xml": '<v:imagedata src="http://example.org/pixel.png"/>'}),
        "docx, DDE": field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'),
        "docx, DDE in pieces": field(" D", "DE", "AUTO a b "),
        "docx, DDE made by a field": field("{", "QUOTE 68 68 69", "|", "}", " a b"),
        "docx, DDE inside a field": field("IF 1 = 1 ", "{", "DDE a b", "|", "}"),
        "docx, linked picture": field('INCLUDEPICTURE "https://example.org/pixel.png" \\d'),
        "docx, simple field": files.docx(**{"word/document.xml": f'<w:p {WORDS}><w:fldSimple w:instr="LINK a b"/></w:p>'}),
        "doc, DDE": word_97(b"\x13DDEAUTO cmd.exe\x14\x15"),
        "doc, wide DDE": word_97("\x13 DDE cmd.exe a\x14\x15".encode("utf-16-le")),
        "doc, template": word_97(template="http://example.org/a.dot"),
        "doc, template on a server": word_97(template=r"\\server\share\a.dot"),
        "odt, picture": open_document('<draw:image xlink:href="http://example.org/pixel.png"/>'),
        "odt, section": open_document('<text:section-source xlink:href="//server/a.odt"/>'),
        "odt, frame": open_document('<draw:floating-frame xlink:href="https://example.org/"/>'),
        "odt, DDE": open_document('<office:dde-source office:dde-application="soffice"/>'),
        "odt, template": open_document('<meta:template xlink:href="smb://server/a.ott"/>', part="meta.xml"),
        "odt, background": open_document('<style:background-image xlink:href="ftp://example.org/a"/>', part="styles.xml"),
        "rtf, template": rb"{\rtf1{\*\template http://example.org/a.dotm}}",
        "rtf, template in hex": rb"{\rtf1{\*\template \'68\'74tp://example.org/a}}",
        "rtf, template in Unicode": rb"{\rtf1{\*\template \u104?\u116?\u116?p://example.org/a}}",
        "rtf, template in groups": rb"{\rtf1{\*\template ht{\b tp}://example.org/a}}",
        "rtf, template by UNC": rb"{\rtf1{\*\template \\\\server\\a.dotm}}",
        "rtf, picture": rb'{\rtf1{\field{\*\fldinst INCLUDEPICTURE "http://example.org/a.png" \\d}{\fldrslt }}}',
        "rtf, DDE in pieces": rb"{\rtf1{\field{\*\fldinst {DD}{\b EAU}TO cmd}{\fldrslt }}}",
        "rtf, DDE in hex": rb"{\rtf1{\field{\*\fldinst \'44\'44\'45 cmd a}{\fldrslt }}}",
    },
    Kind.EMBEDDED: {
        "docx, object": related("oleObject", "embeddings/oleObject1.bin", mode=""),
        "docx, linked object": related("oleObject", "file:///C:\\a.xlsx"),
        "docx, object in the part alone": files.docx(**{"word/x": files.compound(Package=b"MZ")}),
        "docx, control": related("control", "activeX/activeX1.xml", mode=""),
        "docx, other document": related("aFChunk", "chunk.mht", mode=""),
        "docx, subdocument": related("subDocument", "file:///C:\\a.docx"),
        "docx, program": files.docx(**{"word/media/image1.emf": b"MZ\x90\0" + bytes(99)}),
        "docx, RTF": files.docx(**{"word/media/image1.emf": files.RTF}),
        "docx, nested": files.docx(a=files.docx(b=files.docx(c=files.docx()))),
        "doc, package": word_97(**{"\1Ole10Native": b"MZ"}),
        "doc, object": word_97(**{"\3ObjInfo": b""}),
        "odt, object": open_document('<draw:object-ole xlink:href="./Object 1"/>'),
        "odt, object in the part alone": open_document(**{"Object 1": files.compound(Contents=b"")}),
        "odt, program of Java": open_document('<draw:applet xlink:href="a"/>'),
        "rtf, object": rb"{\rtf1{\object\objemb{\*\objdata 0105000002000000}}}",
        "rtf, updating": rb"{\rtf1{\object\objupdate}}",
        "rtf, capitals": rb"{\rtf1{\*\OBJDATA 01}}",
        "rtf, behind raw bytes": rb"{\rtf1{\pict\bin1 \\objdata 01}}",
        "rtf, link": rb"{\rtf1{\objautlink}}",
        "pdf, attachment": pdf(attached),
        "pdf, attachment in object streams": pdf(attached, object_stream_mode=STREAMS),
        "pdf, attachment behind an owner's password": pdf(
            attached, object_stream_mode=STREAMS, encryption=pikepdf.Encryption(owner="a", user="")),
    },
    Kind.SCRIPTED: {
        "script at the start": pdf(root(OpenAction=action("JavaScript", JS=String("app.alert(1)")))),
        "script in a tree of names": pdf(named_script),
        "script in object streams": pdf(named_script, object_stream_mode=STREAMS),
        "script in letters as numbers": pdf(named_script).replace(b"/JavaScript", b"/#4aava#53cript").replace(b"/JS", b"/#4a#53"),
        "page that opens by itself": pdf(root(OpenAction=action("URI", URI=String("https://example.org")))),
        "action of the page": pdf(lambda document: document.pages[0].obj.update({"/AA": Dictionary(O=LAUNCH)})),
        "action of a link": pdf(annotated(**{"/AA": Dictionary(E=action("URI", URI=String("https://example.org")))})),
        "program behind a link": pdf(annotated(**{"/A": LAUNCH})),
        "form that sends": pdf(annotated(**{"/A": action("SubmitForm", F=String("https://example.org"))})),
        "form that fetches": pdf(annotated(**{"/A": action("ImportData", F=String("a"))})),
        "film": pdf(annotated(**{"/Subtype": Name.RichMedia})),
        "XFA": pdf(root(AcroForm=Dictionary(Fields=Array(), XFA=String("<xdp/>")))),
        "second action": pdf(annotated(**{"/A": action("GoTo", D=String("a"), Next=LAUNCH)})),
        "behind an owner's password": pdf(named_script, encryption=pikepdf.Encryption(owner="a", user="")),
    },
    Kind.VIRUS: {
        "docx, compressed": files.docx(**{"word/media/image1.png": EICAR}),
        "docx, in a table": files.docx(**{"word/embeddings/a.xlsx": files.archive({"a": EICAR})}),
        "odt, compressed": files.odt(**{"Pictures/1.png": EICAR}),
        "doc": word_97(EICAR),
        "rtf": files.RTF + EICAR,
        "rtf, in hex": IN_HEX,
        "rtf, in escapes": rb"{\rtf1 " + b"".join(b"\\'%02x" % byte for byte in EICAR) + b"}",
        "pdf, at the end": files.PDF + EICAR,
        "pdf, compressed": pdf(stream(zlib.compress(EICAR), Filter=Name.FlateDecode)),
        "pdf, compressed as a picture": pdf(stream(zlib.compress(EICAR), Filter=Name.FlateDecode, Subtype=Name.Image)),
        "pdf, in hex": pdf(stream(EICAR.hex().encode() + b">", Filter=Name.ASCIIHexDecode)),
        "pdf, locked for changes": pdf(stream(EICAR), encryption=pikepdf.Encryption(owner="a", user="")),
    },
    Kind.UNCHECKED: {
        "docx with entities": files.docx(**{"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    },
    Kind.DAMAGED: {
        "docx that is no XML": files.docx(**{"word/document.xml": "<w:document><w:body>"}),
        "pdf that does not open": b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj",
    },
}  # fmt: skip

TAKEN: dict[str, bytes] = {
    "docx, hyperlink": related("hyperlink", "https://example.org/jane"),
    "docx, mail": related("hyperlink", "mailto:jane@example.org"),
    "docx, template of Word": related(
        "attachedTemplate", r"file:///C:\Users\Jane\AppData\Templates\CV.dotx", part="settings"
    ),
    "docx, template of Word for Mac": related(
        "attachedTemplate", "file:////Users/jane/Library/CV.dotx", part="settings"
    ),
    "docx, template by name": related("attachedTemplate", "Normal.dotm", mode="", part="settings"),
    "docx, picture": related("image", "media/image1.png", mode=""),
    "docx, picture of its own machine": related("image", r"file:///C:\Users\Jane\photo.jpg"),
    "docx, thumbnail": files.docx(**{"docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0"}),
    "docx, chart": files.docx(
        **{"word/embeddings/Microsoft_Excel_Sheet1.xlsx": SHEET, "word/charts/chart1.xml": "<c:chart/>"}
    ),
    "docx, drawing": files.docx(**{"word/media/image1.svg": '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'}),
    "docx, page number": field(" PAGE  \\* MERGEFORMAT "),
    "docx, link as a field": field(' HYPERLINK "https://example.org" '),
    "docx, sum": field("= ", "{", "PAGE ", "|", "}", " - 1"),
    "docx, choice": field("IF ", "{", "MERGEFIELD a", "|", "}", ' = "" "" "x"'),
    "docx, words about DDE": files.docx(
        **{"word/document.xml": f"<w:p {WORDS}><w:t>DDEAUTO c:\\ and http://x</w:t></w:p>"}
    ),
    "doc": word_97(b"Jane Doe", **{"\1CompObj": b"Word"}),
    "doc, link": word_97(b'\x13 HYPERLINK "https://example.org" \x14Jane\x15', template=r"C:\Templates\CV.dot"),
    "odt": open_document("<office:scripts/>", **{"META-INF/manifest.xml": files.manifest()}),
    "odt, link": open_document('<text:a xlink:href="https://example.org">Jane</text:a>'),
    "odt, picture": open_document('<draw:image xlink:href="Pictures/1.png"/>'),
    "odt, chart": open_document(
        '<draw:object xlink:href="./Object 1"/>', **{"Object 1/content.xml": "<office:chart/>"}
    ),
    "odt, template": open_document('<meta:template xlink:href="../../../Templates/CV.ott"/>', part="meta.xml"),
    "odt, empty lists of macros": open_document(
        **{"Basic/script-lc.xml": "<libraries/>", "Basic/Standard/script-lb.xml": "<l/>"}
    ),
    "rtf, template": rb"{\rtf1{\*\template C:\\Users\\Jane\\CV.dotx}Jane}",
    "rtf, link": rb'{\rtf1{\field{\*\fldinst HYPERLINK "https://example.org"}{\fldrslt Jane}}}',
    "rtf, words about objects": rb"{\rtf1 In LaTeX, \\objdata and \\object are mine.}",
    "rtf, data of Word": rb"{\rtf1{\*\datastore 0105000002000000180000004d73786d6c322ed0cf11e0a1b11ae1}}",
    "rtf, raw picture": rb"{\rtf1{\pict\bin4 \{}x Jane}",
    "pdf of LaTeX": pdf(first_page),
    "pdf, bookmarks": pdf(contents),
    "pdf, everything in object streams": pdf(contents, object_stream_mode=STREAMS),
    "pdf, link": pdf(annotated(**{"/A": action("URI", URI=String("https://example.org"))})),
    "pdf, form": pdf(form),
    "pdf, tags": pdf(tagged),
    "pdf, opening at a place": pdf(root(OpenAction=Array([0, Name.XYZ]))),
}
