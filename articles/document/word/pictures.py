"""Pictures in a Word file: in a format that Word shows, no larger than a page needs, with what they show."""

from io import BytesIO
from typing import Any

from django.core.files.storage import default_storage
from docx.oxml import parse_xml
from docx.shared import Inches
from PIL import Image as Opened

from articles.document.blocks import Image
from articles.document.word.paper import Paper

WIDEST = 1600  # pixels
COLUMN = 6.0  # inches
RESOLUTION = 96  # pixels of an inch, so that a small picture stays small
QUALITY = 85
DECORATIVE = """<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext
uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative
xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>"""


def write(paper: Paper, image: Image, alt: str, *, decorative: bool = False) -> None:
    """The picture in a line of its own; where its file is gone, what it shows."""
    try:
        with default_storage.open(image.name) as file:
            content, width = _for_word(file)
    except OSError:
        paper.paragraph([f"Picture: {alt}"] if alt else [])
        return
    shown = paper.file.add_picture(content, width=Inches(min(COLUMN, width / RESOLUTION)))
    properties = shown._inline.docPr
    properties.set("descr", "" if decorative else alt)
    if decorative:
        properties.append(parse_xml(DECORATIVE))


def _for_word(file: Any) -> tuple[BytesIO, int]:
    """The picture as PNG where it can be seen through, else as JPEG, and its width."""
    with Opened.open(file) as picture:
        picture.thumbnail((WIDEST, WIDEST * 4))
        is_clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
        written = BytesIO()
        picture.convert("RGBA" if is_clear else "RGB").save(written, "PNG" if is_clear else "JPEG", quality=QUALITY)
        written.seek(0)
        return written, picture.width
