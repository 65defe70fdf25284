"""Galleries become their pictures; boxes that only hold a picture, a film or its address go."""

from lxml import html
from lxml.html import HtmlElement

from articles.importing.doctor.unbuild.markup.finding import all_with, classes_of, first_with, renew
from articles.importing.doctor.unbuild.saying import embed

GALLERIES = (
    "wp-block-gallery",
    "blocks-gallery-grid",
    "gallery",
    "wp-block-coblocks-gallery-masonry",
    "kb-gallery-ul",
    "tiled-gallery",
)


def rewrite(body: HtmlElement) -> None:
    for name in GALLERIES:
        for gallery in all_with(body, name):
            _gallery(gallery)
    for one in all_with(body, "wp-caption"):
        caption = first_with(one, "wp-caption-text")
        if one.find(".//img") is not None and one.tag != "figure":
            renew(one, "figure")
            if caption is not None:
                renew(caption, "figcaption")
    for wrapper in all_with(body, "wp-block-embed__wrapper"):
        address = (wrapper.text or "").strip()
        if address.startswith(("http://", "https://", "//")) and not len(wrapper):
            wrapper.text = None
            wrapper.append(html.fragment_fromstring(embed(address).strip(), create_parent="div"))


def _gallery(gallery: HtmlElement) -> None:
    """Its figures stand by themselves, what is said under all of them after them."""
    if gallery.find(".//img") is None:
        return
    for one in list(gallery.iter("li", "dl", "dt", "dd", "ul")):
        if "gallery-caption" in classes_of(one) or one.tag == "dd":
            one.tag = "figcaption"
        elif one.tag in ("dl", "li") and one.find(".//figure") is None and one.find(".//img") is not None:
            one.tag = "figure"
        else:
            one.tag = "div"
    for one in gallery.iterchildren("figcaption"):
        one.tag = "p"
    gallery.tag = "div"
    gallery.attrib.pop("class", None)
