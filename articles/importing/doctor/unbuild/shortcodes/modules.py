"""Modules of page builders and plug-ins: what opens, buttons, headings, quotes, notes, lists, and all others by their texts."""

import base64
import binascii
import re
from collections.abc import Callable
from html import escape
from urllib.parse import unquote

from articles.importing.doctor.unbuild.saying import (
    box,
    button,
    heading,
    means,
    opens,
    paragraph,
    picture,
    quote,
    words_of,
)
from articles.importing.doctor.unbuild.shortcodes.grammar import Shortcode
from articles.importing.doctor.unbuild.shortcodes.media import ADDRESS, pictures_of
from articles.importing.doctor.unbuild.stored.settings import is_figure, is_shown

type Meaning = Callable[[Shortcode, str], str]

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
BUTTONS = ("button_text", "btn_title", "button", "button_one_text", "more_text", "link_text", "buttontext")
# Of a builder's link: `url:https%3A%2F%2F…|title:…|target:…`, or `manually,https://…`.
LINK = re.compile(r"(?:.*\|)?url:([^|]*).*")
OF_NO_READER = re.compile(r"picture-|caption-|alt(?:-|$)|image_alt|admin_label|_?module|global|_builder|css|class|id$|el_|animation|hover|font|colou?r|background|style|icon|size|align|type|layout|custom_|use_|show_|data-|target|rel$|max_|min_|width|height|margin|padding|border")  # fmt: skip


def address_of(code: Shortcode) -> str:
    """Where it leads, however its builder writes a link."""
    link = code.get(*ADDRESSES)
    if found := LINK.fullmatch(link):
        return unquote(found[1])
    return link.partition(",")[2] if link.startswith(("manually,", "lightbox,")) else link


def _opens(code: Shortcode, inner: str) -> str:
    title = code.get(*TITLES) or " ".join(one for one in code.said if " " in one or one[:1].isupper())
    if not inner.strip() and (said := code.get("answer", "content", "description")):
        inner = paragraph(said)
    return opens(title, inner)


def _button(code: Shortcode, inner: str) -> str:
    text = inner.strip() or code.get(*BUTTONS, "title", "label", "text", "content", "value", "name")
    return button(text, address_of(code))


def _heading(code: Shortcode, inner: str) -> str:
    """At the level that it asks for: `h2`, `2`, or `tag:h2|…`."""
    asked = code.get("tag", "level", "size", "title_level", "font_container", "heading_tag", "type")
    found = re.search(r"(?:^|tag:|h)([1-6])(?:$|\|)", asked) or re.search(r"h([1-6])", asked)
    title = inner.strip() or code.get("text", "heading", "title", "content")
    return heading(title, f"h{found[1]}" if found else "h2")


def _quote(code: Shortcode, inner: str) -> str:
    said = inner if inner.strip() else paragraph(code.get("quote", "content", "text", "testimonial"))
    named = (
        ("author", "name", "cite", "client_name", "source", "by"),
        ("job_title", "position", "subtitle", "role"),
        ("company_name", "company"),
    )
    who = ", ".join(escape(one) for one in (code.get(*names) for names in named) if one)
    return quote(said, who)


def _note(code: Shortcode, inner: str) -> str:
    """A box that stands out; a warning says so by its name or its kind."""
    kind = f"{code.tag} {code.get('type', 'style', 'color', 'message_box_color', 'box_style', 'message_box_style')}"
    meaning = "warning" if re.search(r"warn|danger|error|caution|red|alert_", kind, re.IGNORECASE) else "tip"
    title = code.get("title", "heading")
    return means(meaning, (paragraph(f"<strong>{title}</strong>") if title else "") + inner)


def _list(code: Shortcode, inner: str) -> str:
    return inner if "<li" in inner and "<ul" in inner else f"\n<ul>{inner}</ul>\n"


def _item(code: Shortcode, inner: str) -> str:
    title = code.get("title", "heading")
    said = inner.strip() or code.get("content", "text")
    return f"<li>{f'<strong>{title}</strong> ' if title else ''}{said}</li>"


def _rule(code: Shortcode, inner: str) -> str:
    return heading(code.get("title", "text"), "h3") or f"\n<hr>\n{inner}"


def _nothing(code: Shortcode, inner: str) -> str:
    return inner


def _encoded(code: Shortcode, inner: str) -> str:
    """HTML that a builder keeps in Base64, with its signs in per cent."""
    text = re.sub(r"\s", "", words_of(inner))
    try:
        return box(unquote(base64.b64decode(text, validate=True).decode()))
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return box(inner)


def _table(code: Shortcode, inner: str) -> str:
    """Rows between bars and cells between commas, each with its signs in per cent; the first row names the columns."""
    if "<t" in inner:
        return inner
    if re.fullmatch(r"[A-Za-z0-9+/=\s]{24,}", inner.strip()):
        return _encoded(code, inner)
    rows = [[unquote(cell) for cell in row.split(",")] for row in words_of(inner).split("|")]
    head, *body = ([re.sub(r"^\[[^\]]*\]", "", cell) for cell in row] for row in rows)
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
    return f"\n<table><thead><tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr></thead><tbody>{cells}</tbody></table>\n"


def _bars(code: Shortcode, inner: str) -> str:
    """`90|Python,70|SQL`, or one bar with its own text."""
    values = [one.partition("|") for one in unquote(code.get("values")).split(",") if "|" in one]
    lines = [f"<li>{name.split('|')[0]}: {value}%</li>" for value, _, name in values if value.strip().isdigit()]
    if lines:
        return f"{heading(code.get('title'))}\n<ul>{''.join(lines)}</ul>\n{inner}"
    percent = code.get("percent", "percentage", "value", "number")
    name = words_of(inner) or code.get("title", "text")
    return paragraph(f"{name}: {percent.rstrip('%')}%" if percent else name)


def _number(code: Shortcode, inner: str) -> str:
    sign = "%" if code.get("percent_sign") == "on" else ""
    figure = f"{code.get('prefix', 'unit_prefix')}{code.get('number', 'value', 'counter_value')}{sign}{code.get('suffix', 'unit')}"
    return paragraph(f"<strong>{figure}</strong> {code.get('title') or inner}")


def texts_in(code: Shortcode) -> list[str]:
    """Of its attributes, those that are for readers; neither names of colours nor addresses."""
    alone = (("text", one) for one in code.said if " " in one or one[:1].isupper())
    named = [*code.attributes.items(), *alone]
    return [
        value
        for name, value in named
        if not OF_NO_READER.match(name) and is_shown(value, name) and not ADDRESS.fullmatch(value)
    ]


def any_module(code: Shortcode, inner: str) -> str:
    """Its picture, title, texts, own text and button, in the order in which builders show them."""
    title, text = code.get("title", "heading", "name", "h2", "box_title"), code.get(*BUTTONS)
    shown = (title, text)
    said = [paragraph(value) for value in texts_in(code) if value not in shown]
    figure = "".join(value for name, value in code.attributes.items() if name == "currency" or is_figure(value, name))
    said.insert(0, paragraph(figure))
    image = code.get("image", "src", "image_url", "portrait_url", "img")
    pictures = "".join(pictures_of(code)) or (picture(image, code.get("alt")) if ADDRESS.fullmatch(image) else "")
    address = address_of(code)
    link = paragraph(button(text, address)) if text else ""
    if title and address and not text:
        title = f'<a href="{escape(address)}">{title}</a>'
    return box(f"{pictures}{heading(title)}{''.join(said)}{inner}{link}")


MODULES: dict[str, Meaning] = {
    **dict.fromkeys(
        ("vc_toggle", "vc_tta_section", "vc_tab", "vc_accordion_tab", "et_pb_toggle", "et_pb_accordion_item", "et_pb_tab", "fusion_toggle",
         "fusion_tab", "su_spoiler", "su_tab", "su_expand", "av_toggle", "av_tab", "toggle", "accordion", "accordion_item", "accordion_panel",
         "accordion_toggle", "tab", "spoiler", "expand", "collapse", "collapsible", "faq", "faq_item", "question", "qa", "panel", "expander_maker",
         "bg_collapse", "read", "read_more", "x_accordion_item", "x_tab", "sc_fs_faq", "wpsm_accordion", "ultimate_faq", "item", "slide_toggle",
         "nectar_toggle", "toggle_item", "saswp_faq", "hrf_faq"),
        _opens,
    ),
    **dict.fromkeys(
        ("button", "btn", "vc_btn", "vc_button", "vc_button2", "et_pb_button", "fusion_button", "su_button", "av_button", "av_button_big", "x_button",
         "mks_button", "ct_link_button", "ct_link_text", "oxy_button", "cta_button", "nectar_btn", "link_button", "sc_button", "dt_button"),
        _button,
    ),
    **dict.fromkeys(
        ("vc_custom_heading", "fusion_title", "et_pb_heading", "av_heading", "heading", "title", "ct_headline", "su_heading", "subtitle",
         "x_custom_headline", "h1", "h2", "h3", "h4", "section_title", "mk_fancy_title"),
        _heading,
    ),
    **dict.fromkeys(
        ("quote", "blockquote", "pullquote", "pull_quote", "su_quote", "su_pullquote", "testimonial", "et_pb_testimonial", "fusion_testimonial",
         "av_testimonial_single", "x_blockquote", "x_pullquote", "av_promobox_quote", "testimonial_item", "single_testimonial"),
        _quote,
    ),
    **dict.fromkeys(
        ("vc_message", "alert", "note", "notice", "info", "tip", "warning", "success", "error", "box", "infobox", "info_box", "callout", "message",
         "fusion_alert", "su_note", "su_box", "su_service", "av_notification", "x_alert", "x_callout", "highlight_box", "hint", "important", "danger"),
        _note,
    ),
    **dict.fromkeys(("su_list", "list", "checklist", "check_list", "fusion_checklist", "av_iconlist", "bullet_list", "x_icon_list", "ul", "arrow_list"), _list),
    **dict.fromkeys(("fusion_li_item", "li", "list_item", "av_iconlist_item", "x_icon_list_item", "li_item"), _item),
    **dict.fromkeys(
        ("vc_separator", "vc_text_separator", "et_pb_divider", "fusion_separator", "su_divider", "av_hr", "hr", "divider", "line", "separator", "x_line"),
        _rule,
    ),
    **dict.fromkeys(
        ("vc_empty_space", "vc_icon", "spacer", "space", "clear", "br", "gap", "su_spacer", "et_pb_icon", "fusion_fontawesome", "icon", "av_font_icon",
         "x_gap", "more", "nextpage", "et_pb_line_break_holder", "end_columns", "dropcaps", "anchor_target", "su_anchor",
         "fusion_menu_anchor"),
        _nothing,
    ),
    **dict.fromkeys(("vc_raw_html", "fusion_code"), _encoded),
    "vc_raw_js": lambda code, inner: "",
    **dict.fromkeys(("vc_table", "fusion_table", "su_table", "av_table", "table", "easy_table", "csv_table"), _table),
    **dict.fromkeys(("vc_progress_bar", "et_pb_counter", "fusion_progress", "su_progress_bar", "skill", "progress_bar", "vc_pie", "et_pb_circle_counter"), _bars),
    **dict.fromkeys(("et_pb_number_counter", "fusion_counter_box", "counter", "stat", "av_animated_numbers"), _number),
}  # fmt: skip
