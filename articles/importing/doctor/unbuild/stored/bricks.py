"""Bricks' flat list of elements, each with its parent and children (academy.bricksbuilder.io), as HTML."""

from typing import Any

from articles.importing.doctor.unbuild.stored.settings import button, heading, opens, picture, texts

DEEPEST = 60
LEVELS = ("h1", "h3", "h4", "h5", "h6")


def as_html(elements: Any) -> str:
    """The elements from the roots on, each as what it shows."""
    if not isinstance(elements, list):
        raise ValueError("no list of elements")
    found = [one for one in elements if isinstance(one, dict)]
    by_name = {str(one.get("id")): one for one in found}
    roots = [one for one in found if str(one.get("parent") or 0) not in by_name]
    seen: set[str] = set()
    return "\n".join(_element(one, by_name, seen, 0) for one in roots)


def _element(node: dict[str, Any], by_name: dict[str, dict[str, Any]], seen: set[str], depth: int) -> str:
    if str(node.get("id")) in seen or depth > DEEPEST:
        return ""
    seen.add(str(node.get("id")))
    settings = node.get("settings") if isinstance(node.get("settings"), dict) else {}
    children = node.get("children") if isinstance(node.get("children"), list) else []
    inner = "\n".join(
        _element(by_name[str(name)], by_name, seen, depth + 1) for name in children or [] if str(name) in by_name
    )
    return f"{_shown(str(node.get('name')), settings or {})}\n{inner}"


def _shown(name: str, settings: dict[str, Any]) -> str:
    text = str(settings.get("text") or "")
    match name:
        case "heading":
            level = settings.get("tag")
            return heading(text, str(level) if level in LEVELS else "h2")
        case "text-basic":
            return f"<p>{text}</p>"
        case "text" | "rich-text" | "shortcode" | "code":
            return text or str(settings.get("shortcode") or settings.get("code") or "")
        case "button":
            return button(text, settings.get("link"))
        case "image":
            return picture(settings.get("image"), str(settings.get("caption") or ""))
        case "accordion" | "tabs":
            items = _items(settings, "accordions", "tabs")
            return "\n".join(opens(str(item.get("title") or ""), str(item.get("content") or "")) for item in items)
        case "list":
            lines = (f"<li>{item.get('title', '')} {item.get('meta', '')}</li>" for item in _items(settings, "items"))
            return f"<ul>{''.join(lines)}</ul>"
    return "\n".join(texts(settings))


def _items(settings: dict[str, Any], *keys: str) -> list[dict[str, Any]]:
    found: list[Any] = next((settings[key] for key in keys if isinstance(settings.get(key), list)), [])
    return [item for item in found if isinstance(item, dict)]
