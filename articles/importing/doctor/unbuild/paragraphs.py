"""Blank lines are paragraphs and line ends are breaks, as `wpautop` of WordPress makes them when a page is shown."""

import re

WRAPPING = re.compile(
    r"address|article|aside|blockquote|body|center|dd|details|div|fieldset|figure|footer|form|header|hgroup|main|map|menu"
    r"|nav|ol|section|table|tbody|td|tfoot|th|thead|tr|ul|li|dl|dt|hr|h[1-6]|p|pre|summary|figcaption|caption|legend|colgroup|col"
)
# Where a text is wrapped in paragraphs only when it has more than one, and where it never is.
TIGHT = frozenset(("li", "td", "th", "dd", "figure"))
NEVER = re.compile(r"h[1-6]|summary|figcaption|caption|legend|dt|ul|ol|table|tbody|thead|tfoot|tr|dl|colgroup")
RAW = re.compile(r"pre|script|style|textarea|object", re.IGNORECASE)
VOID = frozenset(("hr", "col"))
TAG = re.compile(r"<!--|<(/?)([A-Za-z][A-Za-z0-9:-]*)\b[^<>]*>")
BREAKS = re.compile(r"(?:<br\b[^<>]*>\s*){2,}", re.IGNORECASE)
AROUND_A_BREAK = re.compile(r"[ \t]*(<br\b[^<>]*>)\s*|\s*\n\s*", re.IGNORECASE)
BLANK = re.compile(r"\n[ \t]*\n\s*")
SEEN = re.compile(r"<(?:img|iframe|video|audio|embed|object|input|svg)\b", re.IGNORECASE)
ANY_TAG = re.compile(r"<[^<>]*>")


def with_paragraphs(text: str) -> str:
    """The text with `<p>` and `<br>`; elements that are blocks, and what they hold as it is, stay what they are."""
    out: list[str] = []
    stack: list[str] = []
    at = start = 0
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    while tag := TAG.search(text, at):
        name = (tag[2] or "").lower()
        at = tag.end()
        if tag[0] == "<!--":
            at = end + 3 if (end := text.find("-->", at)) >= 0 else len(text)
        elif RAW.fullmatch(name) and not tag[1]:
            end = _end_of(text, name, at)
            out.append(_run(text[start : tag.start()], stack))
            out.append(text[tag.start() : end])
            at = start = end
        elif WRAPPING.fullmatch(name):
            out.append(_run(text[start : tag.start()], stack))
            out.append(tag[0])
            start = at
            _step(stack, name, bool(tag[1]), tag[0])
    out.append(_run(text[start:], stack))
    return "".join(out)


def _end_of(text: str, name: str, at: int) -> int:
    found = re.compile(f"</{name}", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)


def _step(stack: list[str], name: str, closes: bool, tag: str) -> None:
    """Into an element, or out of it; one that nothing opened changes nothing."""
    if name in VOID or tag.endswith("/>") or name == "pre":
        return
    if not closes:
        if name == "p" and stack and stack[-1] == "p":
            stack.pop()
        stack.append(name)
    elif name in stack[-60:]:
        while stack.pop() != name:
            pass


def _run(text: str, stack: list[str]) -> str:
    """What stands between two tags of blocks."""
    if not text.strip():
        return "\n" if text else ""
    around = stack[-1] if stack else ""
    if NEVER.fullmatch(around):
        return AROUND_A_BREAK.sub(lambda found: found[1] or " ", text)
    parts = [part for part in BLANK.split(BREAKS.sub("\n\n", text).strip()) if part.strip()]
    if around == "p":
        return "</p>\n<p>".join(map(_broken, parts))
    if around in TIGHT and len(parts) == 1:
        return _broken(parts[0])
    return "\n".join(f"<p>{_broken(part)}</p>" if _is_seen(part) else part for part in parts)


def _is_seen(part: str) -> bool:
    return bool(SEEN.search(part) or ANY_TAG.sub("", part).strip())


def _broken(part: str) -> str:
    """A paragraph with its line ends as breaks; not two where somebody had written one."""
    return AROUND_A_BREAK.sub("<br>\n", part.strip())
