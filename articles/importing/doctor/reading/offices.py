"""What Word and Google Docs write in place of HTML's own elements: lists, contents, comments; and addresses that were hidden from robots."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.visible import words_of

WORD_LEVEL = re.compile(r"mso-list:\s*\w+\s+level(\d)", re.IGNORECASE)
SIGN = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
GOOGLE_LEVEL = re.compile(r"\blst-kix_\w+-(\d)")
NUMBERED = re.compile(r"\(?(?:\d+|[a-z]|[ivx]+)[.)]", re.IGNORECASE)
CONTENTS = re.compile(r"MsoToc(?:\d|Heading)", re.IGNORECASE)
COMMENT = re.compile(r"mso-element:\s*comment\b|mso-element:\s*comment-list", re.IGNORECASE)
COMMENT_NAME = re.compile(r"cmnt(?:_ref)?\d+|_msocom_\d+|_msoanchor_\d+")
HEX = re.compile(r"(?:[0-9a-f]{2}){2,}", re.IGNORECASE)


def mend(root: HtmlElement, notes: Notes) -> None:
    _leave_out_comments(root, notes)
    _leave_out_contents(root, notes)
    _make_lists(root, notes)
    _nest_lists(root)


def show_addresses(root: HtmlElement) -> None:
    """E-mail addresses that Cloudflare hid from robots: the first byte is the key of the others."""
    for element in root.xpath(".//*[@data-cfemail]"):
        hidden = element.get("data-cfemail")
        if HEX.fullmatch(hidden):
            key, *signs = bytes.fromhex(hidden)
            element.text = bytes(sign ^ key for sign in signs).decode("utf-8", "replace")
            for link in (one for one in (element, *element.iterancestors("a")) if one.tag == "a"):
                link.set("href", f"mailto:{element.text}")


def _leave_out_comments(root: HtmlElement, notes: Notes) -> None:
    for element in [*root.xpath(".//*[@style]"), *root.xpath(".//a[starts-with(@href, '#_msocom')]"), *root.iter("a")]:
        named = COMMENT_NAME.fullmatch(element.get("id") or element.get("name") or "")
        if COMMENT.search(element.get("style", "")) or named or element.get("href", "").startswith("#_msocom"):
            _take_out(_whole_comment(element) if named else element, "A comment of an editor is left out.", notes)


def _whole_comment(element: HtmlElement) -> HtmlElement:
    """The box of a comment at the end of the text, or the raised letter that led to it."""
    holders = list(element.iterancestors("div", "sup", "span"))[:2]
    box = next((one for one in holders if one.tag != "span" and one.find(".//h1") is None), element)
    return box if len(words_of(box).split()) < 200 and not box.xpath(".//h1|.//h2|.//h3") else element


def _leave_out_contents(root: HtmlElement, notes: Notes) -> None:
    for element in list(root.iter("p")):
        if CONTENTS.match(element.get("class", "")):
            _take_out(element, "A contents list is left out: the page makes its own from the headings.", notes)


def _take_out(element: HtmlElement, what: str, notes: Notes) -> None:
    if element.tag != "html" and any(one.tag == "html" for one in element.iterancestors()):
        if words := words_of(element):
            notes.left_out(what, words)
        element.drop_tree()


def _make_lists(root: HtmlElement, notes: Notes) -> None:
    """Word’s paragraphs with a level become items, one inside the other as their levels say."""
    signs: list[str] = []
    for element in list(root.iter("p")):
        if found := WORD_LEVEL.search(element.get("style", "")):
            sign = _taken_sign(element)
            signs.append(sign)
            _file(element, int(found[1]), "ol" if NUMBERED.fullmatch(sign) else "ul")
    if words := " ".join(sign for sign in signs if re.search(r"\w", sign)):
        notes.repaired("Word’s numbered paragraphs became lists.", words)


def _taken_sign(element: HtmlElement) -> str:
    for span in list(element.iter("span")):
        if SIGN.search(span.get("style", "")):
            sign = words_of(span)
            span.drop_tree()
            return sign
    return ""


def _file(paragraph: HtmlElement, level: int, tag: str) -> None:
    """Puts the paragraph into the list right before it, at its level, or into a new one."""
    holder = paragraph.getprevious()
    if holder is None or holder.get("data-list") is None or (holder.tail or "").strip():
        holder = paragraph.makeelement(tag, {"data-list": "1"})
        paragraph.addprevious(holder)
    for _ in range(1, level):
        last = holder[-1] if len(holder) else None
        if last is None:
            break
        inner = last.find("ul") if last.find("ul") is not None else last.find("ol")
        if inner is None:
            inner = last.makeelement(tag)
            last.append(inner)
        holder = inner
    holder.tail = None if holder.getparent() is None else holder.tail
    paragraph.tag = "li"
    holder.append(paragraph)


def _nest_lists(root: HtmlElement) -> None:
    """Google’s lists of a deeper level go into the item before them."""
    for element in list(_google_lists(root)):
        before = element.getprevious()
        level = _level(element)
        if before is not None and _level(before) >= 0 and not (before.tail or "").strip():
            holder = _last_of(before, level)
            if holder is not None and len(holder):
                holder[-1].append(element)
            elif level == _level(before) and before.tag == element.tag:
                before.extend(list(element))
                element.drop_tree()


def _google_lists(root: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in root.iter("ul", "ol") if _level(element) >= 0)


def _level(element: HtmlElement) -> int:
    found = GOOGLE_LEVEL.search(element.get("class", "")) if isinstance(element.tag, str) else None
    return int(found[1]) if found else -1


def _last_of(before: HtmlElement, level: int) -> HtmlElement | None:
    """The list in whose last item one of this level belongs."""
    if _level(before) >= level:
        return None
    holder = before
    while len(holder) and len(holder[-1]) and holder[-1][-1].tag in ("ul", "ol") and _level(holder[-1][-1]) < level:
        holder = holder[-1][-1]
    return holder
