"""What modules of page builders and plug-ins show: what opens, buttons, headings, quotes, notes, lists, tables, figures."""

import base64
import binascii
import re
from html import escape
from urllib.parse import unquote

from articles.importing.doctor.unbuild import saying
from articles.importing.doctor.unbuild.shortcodes.grammar import Shortcode
from articles.importing.doctor.unbuild.shortcodes.texts import BUTTONS, TITLES, address_of


def opens(code: Shortcode, inner: str) -> str:
    title = code.get(*TITLES) or " ".join(one for one in code.said if " " in one or one[:1].isupper())
    if not inner.strip() and (said := code.get("answer", "content", "description")):
        inner = saying.paragraph(said)
    return saying.opens(title, inner)


def numbered_questions(code: Shortcode, inner: str) -> str:
    """`question-0`, `answer-0` and so on."""
    numbers = [name.removeprefix("question-") for name in code.attributes if name.startswith("question-")]
    return (
        "".join(
            saying.opens(code.get(f"question-{one}"), saying.paragraph(code.get(f"answer-{one}"))) for one in numbers
        )
        + inner
    )


def button(code: Shortcode, inner: str) -> str:
    text = inner.strip() or code.get(*BUTTONS, "title", "label", "text", "content", "value", "name")
    return saying.button(text, address_of(code))


def heading(code: Shortcode, inner: str) -> str:
    """At the level that it asks for: `h2`, `2`, or `tag:h2|…`."""
    asked = code.get("tag", "level", "size", "title_level", "font_container", "heading_tag", "type")
    found = re.search(r"(?:^|tag:|h)([1-6])(?:$|\|)", asked) or re.search(r"h([1-6])", asked)
    title = inner.strip() or code.get("text", "heading", "title", "content")
    return saying.heading(title, f"h{found[1]}" if found else "h2")


def quote(code: Shortcode, inner: str) -> str:
    said = inner if inner.strip() else saying.paragraph(code.get("quote", "content", "text", "testimonial"))
    named = (
        ("author", "name", "cite", "client_name", "source", "by"),
        ("job_title", "position", "subtitle", "role"),
        ("company_name", "company"),
    )
    who = ", ".join(escape(one) for one in (code.get(*names) for names in named) if one)
    return saying.quote(said, who)


def note(code: Shortcode, inner: str) -> str:
    """A box that stands out; a warning says so by its name or its kind."""
    kind = f"{code.tag} {code.get('type', 'style', 'color', 'message_box_color', 'box_style', 'message_box_style')}"
    meaning = "warning" if re.search(r"warn|danger|error|caution|red|alert_", kind, re.IGNORECASE) else "tip"
    title = code.get("title", "heading")
    return saying.means(meaning, (saying.paragraph(f"<strong>{title}</strong>") if title else "") + inner)


def listed(code: Shortcode, inner: str) -> str:
    return inner if "<li" in inner and "<ul" in inner else f"\n<ul>{inner}</ul>\n"


def item(code: Shortcode, inner: str) -> str:
    title = code.get("title", "heading")
    said = inner.strip() or code.get("content", "text")
    return f"<li>{f'<strong>{title}</strong> ' if title else ''}{said}</li>"


def rule(code: Shortcode, inner: str) -> str:
    return saying.heading(code.get("title", "text"), "h3") or f"\n<hr>\n{inner}"


def nothing(code: Shortcode, inner: str) -> str:
    return inner


def encoded(code: Shortcode, inner: str) -> str:
    """HTML that a builder keeps in Base64, with its signs in per cent."""
    text = re.sub(r"\s", "", saying.words_of(inner))
    try:
        return saying.box(unquote(base64.b64decode(text, validate=True).decode()))
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return saying.box(inner)


def table(code: Shortcode, inner: str) -> str:
    """Rows between bars and cells between commas, each with its signs in per cent; the first row names the columns."""
    if "<t" in inner:
        return inner
    if re.fullmatch(r"[A-Za-z0-9+/=\s]{24,}", inner.strip()):
        return encoded(code, inner)
    rows = [[unquote(cell) for cell in row.split(",")] for row in saying.words_of(inner).split("|")]
    head, *body = ([re.sub(r"^\[[^\]]*\]", "", cell) for cell in row] for row in rows)
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
    return f"\n<table><thead><tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr></thead><tbody>{cells}</tbody></table>\n"


def bars(code: Shortcode, inner: str) -> str:
    """`90|Python,70|SQL`, or one bar with its own text."""
    values = [one.partition("|") for one in unquote(code.get("values")).split(",") if "|" in one]
    lines = [f"<li>{name.split('|')[0]}: {value}%</li>" for value, _, name in values if value.strip().isdigit()]
    if lines:
        return f"{saying.heading(code.get('title'))}\n<ul>{''.join(lines)}</ul>\n{inner}"
    percent = code.get("percent", "percentage", "value", "number")
    name = saying.words_of(inner) or code.get("title", "text")
    return saying.paragraph(f"{name}: {percent.rstrip('%')}%" if percent else name)


def number(code: Shortcode, inner: str) -> str:
    sign = "%" if code.get("percent_sign") == "on" else ""
    figure = f"{code.get('prefix', 'unit_prefix')}{code.get('number', 'value', 'counter_value')}{sign}{code.get('suffix', 'unit')}"
    return saying.paragraph(f"<strong>{figure}</strong> {code.get('title') or inner}")
