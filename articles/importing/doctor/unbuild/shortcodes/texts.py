"""What readers see of a shortcode's attributes: titles, texts, figures, and where a button leads."""

import re
from html import escape
from urllib.parse import unquote

from articles.importing.doctor.unbuild.saying import box, button, heading, paragraph, picture
from articles.importing.doctor.unbuild.shortcodes.grammar import Shortcode
from articles.importing.doctor.unbuild.shortcodes.media import ADDRESS, pictures_of
from articles.importing.doctor.unbuild.stored.settings import is_figure, is_shown

FAMILY = re.compile(
    r"(?:vc|wpb|et_pb|dsm|fusion|avada|av|ct|oxy|su|x|mk|dt|nectar|kc|cs|tcb|thrive|themify|stm|thim|bt|qode|edgtf|mkdf|eltdf|ultimate|ult|ux|tatsu|oshine|porto|wd|woodmart|uncode|cmsmasters"
    r"|rt|tm|vcex|brxe|fl|sow)_\w"
)
TITLES = (
    "title",
    "heading",
    "header",
    "name",
    "question",
    "tab_title",
    "item_title",
    "label",
    "summary",
    "expand_text",
    "h2",
    "trigger_text",
    "text",
)
ADDRESSES = ("url", "link", "href", "button_url", "button_link", "btn_link", "link_url", "button_one_url", "target_url")
BUTTONS = (
    "button_text",
    "btn_title",
    "button",
    "button_one_text",
    "more_text",
    "link_text",
    "buttontext",
    "linktext",
    "link_title",
)
# Of a builder's link: `url:https%3A%2F%2F…|title:…|target:…`, or `manually,https://…`.
LINK = re.compile(r"(?:.*\|)?url:([^|]*).*")
# Whatever it begins with, a name that ends so is of a text; but for words behind a picture and names in the builder.
TEXT = re.compile(
    r"(?!alt|image_alt|img_alt|admin|picture-|caption-|_)(?:.*_)?(?:title|text|content|heading|label|description|subtitle|caption)"
)
OF_NO_READER = re.compile(r"picture-|caption-|alt(?:-|$)|image_alt|admin_label|_?module|global|_builder|css|class|id$|el_|animation|hover|font|colou?r|background|style|icon|size|align|type|layout|custom_|use_|show_|data-|target|rel$|max_|min_|width|height|margin|padding|border")  # fmt: skip


def address_of(code: Shortcode) -> str:
    """Where it leads, however its builder writes a link."""
    link = code.get(*ADDRESSES)
    if found := LINK.fullmatch(link):
        return unquote(found[1])
    return link.partition(",")[2] if link.startswith(("manually,", "lightbox,")) else link


def _is_for_readers(name: str) -> bool:
    return not OF_NO_READER.match(name) or bool(TEXT.fullmatch(name))


def texts_in(code: Shortcode) -> list[str]:
    """Of its attributes, those that are for readers; neither names of colours nor addresses."""
    alone = (("text", one) for one in code.said if " " in one or one[:1].isupper())
    named = [*code.attributes.items(), *alone]
    return [
        value
        for name, value in named
        if _is_for_readers(name) and is_shown(value, name) and not ADDRESS.fullmatch(value)
    ]


def any_module(code: Shortcode, inner: str) -> str:
    """Its picture, title, texts, own text and button, in the order in which builders show them."""
    named = (
        ("name", "title") if code.get("name") and code.get("title") else ("title", "heading", "name", "h2", "box_title")
    )
    title, text = code.get(*named), code.get(*BUTTONS)
    shown = (title, text, code.get("button_two_text"))
    said = [paragraph(value) for value in texts_in(code) if value not in shown]
    figure = "".join(value for name, value in code.attributes.items() if name == "currency" or is_figure(value, name))
    said.insert(0, paragraph(figure))
    image = code.get("image", "src", "image_url", "portrait_url", "img")
    pictures = "".join(pictures_of(code)) or (picture(image, code.get("alt")) if ADDRESS.fullmatch(image) else "")
    address = address_of(code)
    link = paragraph(button(text, address)) if text else ""
    if other := code.get("button_two_text"):
        link += paragraph(button(other, code.get("button_two_url")))
    if title and address and not text:
        title = f'<a href="{escape(address)}">{title}</a>'
    return box(f"{pictures}{heading(title)}{''.join(said)}{inner}{link}")
