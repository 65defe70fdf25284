"""Where page builders keep a page whose content is empty."""

import json
from collections.abc import Callable, Mapping

from articles.importing.doctor.unbuild.stored import bricks, elementor, php
from articles.importing.doctor.unbuild.stored.settings import texts
from articles.importing.report import Deed, Line


def from_fields(fields: Mapping[str, str]) -> tuple[str, tuple[Line, ...]]:
    """The page as HTML or shortcodes, from the first builder that kept one; empty where none did."""
    for key, (builder, read) in KEPT.items():
        if not fields.get(key, "").strip():
            continue
        try:
            html = read(fields[key])
        except (ValueError, RecursionError):
            return "", (Line(deed=Deed.LEFT_OUT, what=f"What {builder} keeps of this page is damaged.", words=""),)
        if html.strip():
            what = f"The page had no text of its own, so what {builder} keeps of it was read."
            return html, (Line(deed=Deed.REPAIRED, what=what),)
    return "", ()


def _elementor(data: str) -> str:
    try:
        return elementor.as_html(json.loads(data))
    except ValueError:  # some exports keep the backslashes of the database
        return elementor.as_html(json.loads(data.replace('\\"', '"').replace("\\\\", "\\")))


def _as_it_is(data: str) -> str:
    return data


def _texts(data: str) -> str:
    return "\n".join(texts(php.read(data)))


KEPT: dict[str, tuple[str, Callable[[str], str]]] = {
    "_elementor_data": ("Elementor", _elementor),
    "_bricks_page_content_2": ("Bricks", lambda data: bricks.as_html(php.read(data))),
    "_bricks_page_content": ("Bricks", lambda data: bricks.as_html(php.read(data))),
    "ct_builder_shortcodes": ("Oxygen", _as_it_is),
    "_ct_builder_shortcodes": ("Oxygen", _as_it_is),
    "_ct_builder_json": ("Oxygen", lambda data: elementor.as_html(json.loads(data))),
    "ct_builder_json": ("Oxygen", lambda data: elementor.as_html(json.loads(data))),
    "panels_data": ("SiteOrigin", _texts),
    "_fl_builder_data": ("Beaver Builder", _texts),
    "tve_updated_post": ("Thrive Architect", _as_it_is),
    "tve_content_before_more": ("Thrive Architect", _as_it_is),
}
