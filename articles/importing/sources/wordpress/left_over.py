"""What an export holds beside posts, and beside the texts of a post: named, so that nobody misses it too late."""

import re
from collections.abc import Iterator

from articles.importing.report import Deed, Line
from articles.importing.sources.wordpress.index import Index
from articles.importing.sources.wordpress.items import Break, Item

KINDS = {
    "nav_menu_item": ("entry of a menu", "entries of menus"),
    "revision": ("earlier version", "earlier versions"),
    "wp_block": (
        "pattern that several posts share (its text is in each of them)",
        "patterns that several posts share (their texts are in each of them)",
    ),
    "wp_navigation": ("menu", "menus"),
    "wp_template": ("template of the theme", "templates of the theme"),
    "wp_template_part": ("part of a template", "parts of templates"),
    "wp_global_styles": ("set of styles", "sets of styles"),
    "custom_css": ("stylesheet", "stylesheets"),
    "customize_changeset": ("change of the look", "changes of the look"),
    "oembed_cache": ("remembered embed", "remembered embeds"),
    "feedback": ("message of a form", "messages of forms"),
    "wpcf7_contact_form": ("contact form", "contact forms"),
    "tablepress_table": ("table of TablePress", "tables of TablePress"),
    "elementor_library": ("template of Elementor", "templates of Elementor"),
    "et_pb_layout": ("layout of Divi", "layouts of Divi"),
    "product": ("product of a shop", "products of a shop"),
    "shop_order": ("order of a shop", "orders of a shop"),
    "job_listing": ("job", "jobs"),
}
THROWN_AWAY = {"trash": "in the bin", "auto-draft": "never saved", "inherit": "versions of others"}
# Fields with a text for readers: what themes and Advanced Custom Fields add under names of their own.
PROSE = re.compile(r"[^\W\d_]{2,}[^\n{}\[\]]*\s[^\n{}\[\]]*[^\W\d_]{2,}")
STORED = re.compile(r"[aOsbid]:\d+[:;]|[{\[]\s*[\"{\[]|https?://\S+$")
OF_PROGRAMS = re.compile(
    r"_|(?:rank_math|seo|aioseo|wpseo|elementor|fusion|avada|et_pb|ct_builder|tve_|thrive|panels|vc_|wpb_|slide_template|jetpack|wp_|essb|sharing"
    r"|original_|pre_import|enclosure|footnotes|syndication|standard_seo)",
    re.IGNORECASE,
)
LONGEST = 5_000


def lines_of_fields(item: Item) -> Iterator[Line]:
    """Texts in fields that the old theme may have shown."""
    for key, values in item.meta.items():
        for value in values if not OF_PROGRAMS.match(key) else ():
            if PROSE.search(value[:LONGEST]) and not STORED.match(value):
                yield Line(
                    deed=Deed.LEFT_OUT,
                    what=f"A field of its own, “{key}”, which the old theme may have shown.",
                    words=value,
                )


def leftovers(index: Index, broken: list[Break], mended: dict[str, int]) -> Iterator[Line]:
    """Lines about the export as a whole."""
    yield from _other_items(index)
    for what, count in (
        ("Posts that stand in the export twice", index.doubled),
        ("Pages of files that belong to no post; files are taken where a text shows them", _lone(index)),
        ("Accounts of the old site and their e-mail addresses, but those who signed a post", len(index.people)),
        ("Comments that readers saw", index.comments),
        ("Comments that waited, were refused, or only said who links here", index.other_comments),
    ):
        if count:
            yield Line(deed=Deed.LEFT_OUT, what=f"{what}: {count:,}.")
    for what, count in sorted(mended.items()):
        yield Line(deed=Deed.REPAIRED, what=f"In the file itself, {what}: {count:,}.")
    for one in broken[:5]:
        what = f"The file is broken at line {one.line:,}; what could be read before and after was read."
        yield Line(deed=Deed.LEFT_OUT, what=what, words=one.message)


def _other_items(index: Index) -> Iterator[Line]:
    for kind, count in sorted(index.left_out.items()):
        one, many = KINDS.get(kind, (f"item of the type “{kind}”", f"items of the type “{kind}”"))
        words = ", ".join(index.menu_words) if kind == "nav_menu_item" else ""
        yield Line(deed=Deed.LEFT_OUT, what=f"{count:,} {one if count == 1 else many}.", words=words)
    for status, count in sorted(index.thrown_away.items()):
        yield Line(deed=Deed.LEFT_OUT, what=f"{count:,} {'post' if count == 1 else 'posts'} {THROWN_AWAY[status]}.")


def _lone(index: Index) -> int:
    return sum(not one.parent for one in index.attachments.values())
