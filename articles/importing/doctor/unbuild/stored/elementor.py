"""Elementor's tree of sections, columns and widgets (developers.elementor.com, data structure), as HTML."""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from articles.importing.doctor.unbuild.stored.settings import button, heading, opens, picture, texts

Settings = dict[str, Any]
# Lists of add-ons whose items open, and the name of a title in them.
OPENING = re.compile(r"accordion|faq|toggle|tabs|question|collapse", re.IGNORECASE)
TITLE = re.compile(r"(?:.*_)?(?:title|question|heading|label)", re.IGNORECASE)
LEVELS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def as_html(data: Any) -> str:
    """The widgets in their order, each as what it shows; of one that is not known, its texts."""
    return "\n".join(_element(data))


def _element(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _element(one)
    elif isinstance(node, dict):
        settings: Settings = node["settings"] if isinstance(node.get("settings"), dict) else {}
        kind = str(node.get("widgetType") or "")
        children = node.get("elements") or node.get("children") or []
        if kind.startswith("nested-") and isinstance(children, list):
            yield from _nested(settings, children)
            return
        if kind:
            yield WIDGETS.get(kind, _unknown)(settings)
        elif "name" in node and "options" in node:  # Oxygen
            yield from texts(node["options"])
        yield from _element(children)


def _nested(settings: Settings, children: list[Any]) -> Iterator[str]:
    """Accordions and tabs whose contents are containers, in the order of their titles."""
    items = [item for item in settings.get("items") or settings.get("tabs") or [] if isinstance(item, dict)]
    for number, child in enumerate(children):
        item = items[number] if number < len(items) else {}
        yield opens(_said(item, "item_title", "tab_title"), "\n".join(_element(child)))


def _said(settings: Settings, *keys: str) -> str:
    return next(
        (str(settings[key]) for key in keys if isinstance(settings.get(key), str) and settings[key].strip()), ""
    )


def _unknown(settings: Settings) -> str:
    """Of a widget of an add-on: lists of titles and contents that open, and whatever else is text."""
    lists = [name for name, value in settings.items() if isinstance(value, list) and OPENING.search(str(name))]
    opening = [_listed(one) for name in lists for one in settings[name] if isinstance(one, dict)]
    rest = {name: value for name, value in settings.items() if name not in lists}
    return "\n".join((*texts(rest), *opening))


def _listed(item: Settings) -> str:
    title = next((name for name in item if TITLE.fullmatch(str(name)) and isinstance(item[name], str)), "")
    rest = {name: value for name, value in item.items() if name != title}
    return opens(_said(item, title), "\n".join(texts(rest))) if title else "\n".join(texts(item))


def _heading(settings: Settings) -> str:
    level = settings.get("header_size")
    return heading(_said(settings, "title"), level if level in LEVELS else "h2")


def _button(settings: Settings) -> str:
    return button(_said(settings, "text", "button_text"), settings.get("link"))


def _list(settings: Settings) -> str:
    items = [_said(item, "text") for item in settings.get("icon_list") or [] if isinstance(item, dict)]
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items if item) + "</ul>"


def _opening(settings: Settings) -> str:
    tabs = [tab for tab in settings.get("tabs") or [] if isinstance(tab, dict)]
    return "\n".join(opens(_said(tab, "tab_title", "title"), _said(tab, "tab_content", "content")) for tab in tabs)


def _testimonial(settings: Settings) -> str:
    who = ", ".join(filter(None, (_said(settings, "testimonial_name"), _said(settings, "testimonial_job"))))
    return f"<blockquote><p>{_said(settings, 'testimonial_content')}</p><cite>{escape(who)}</cite></blockquote>"


def _film(settings: Settings) -> str:
    address = _said(settings, f"{settings.get('video_type', 'youtube')}_url", "youtube_url", "vimeo_url", "hosted_url")
    return f'<iframe src="{escape(address)}"></iframe>' if address else ""


def _box(settings: Settings) -> str:
    image = settings.get("image")
    parts = (
        picture(image) if isinstance(image, dict) else "",
        heading(_said(settings, "title_text", "title"), "h3"),
        f"<p>{_said(settings, 'description_text', 'description')}</p>",
        button(_said(settings, "button", "button_text"), settings.get("link")),
    )
    return "\n".join(filter(None, parts))


def _alert(settings: Settings) -> str:
    title, said = _said(settings, "alert_title"), _said(settings, "alert_description")
    return f'<aside data-means="tip"><p><strong>{title}</strong></p><p>{said}</p></aside>'


def _counter(settings: Settings) -> str:
    figure = f"{settings.get('prefix', '')}{settings.get('ending_number', '')}{settings.get('suffix', '')}"
    return f"<p><strong>{escape(figure)}</strong> {_said(settings, 'title')}</p>"


WIDGETS: dict[str, Callable[[Settings], str]] = {
    "heading": _heading,
    "text-editor": lambda settings: _said(settings, "editor"),
    "html": lambda settings: _said(settings, "html"),
    "shortcode": lambda settings: _said(settings, "shortcode"),
    "image": lambda settings: picture(settings.get("image"), _said(settings, "caption")),
    "button": _button,
    "icon-list": _list,
    "accordion": _opening,
    "toggle": _opening,
    "tabs": _opening,
    "testimonial": _testimonial,
    "video": _film,
    "icon-box": _box,
    "image-box": _box,
    "call-to-action": _box,
    "alert": _alert,
    "counter": _counter,
    "spacer": lambda settings: "",
    "divider": lambda settings: "<hr>",
}
