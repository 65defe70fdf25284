"""Captions, which Word keeps as paragraphs above or below what they are of."""

from lxml.html import HtmlElement


def join(root: HtmlElement) -> None:
    """Puts each paragraph of the style of captions into the figure or table beside it."""
    for caption in root.xpath(".//p[@class='caption']"):
        before, after = caption.getprevious(), caption.getnext()
        if _is_picture(before):
            _as_figure(before, caption)
        elif after is not None and after.tag == "table":
            _as_table(after, caption)
        elif before is not None and before.tag == "table":
            _as_table(before, caption)
        elif _is_picture(after):
            _as_figure(after, caption)
        else:
            del caption.attrib["class"]


def _is_picture(element: HtmlElement | None) -> bool:
    if element is None or element.tag != "p":
        return False
    return len(list(element.iter("img"))) == 1 and not "".join(element.itertext()).strip()


def _as_figure(picture: HtmlElement, caption: HtmlElement) -> None:
    picture.tag, caption.tag = "figure", "figcaption"
    del caption.attrib["class"]
    picture.append(caption)


def _as_table(table: HtmlElement, caption: HtmlElement) -> None:
    if table.find("caption") is None:
        caption.tag = "caption"
        table.insert(0, caption)
    del caption.attrib["class"]
