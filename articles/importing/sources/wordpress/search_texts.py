"""Titles and descriptions that plug-ins told search engines, with their variables said in words.

Each plug-in has signs of its own for a variable: `%%title%%` (Yoast, SEOPress), `%title%` (Rank Math, All in One SEO 3),
`#post_title` (All in One SEO 4). The Search Engine Forms of Genesis and The SEO Framework have none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.importing.report import Deed, Line
from articles.importing.sources.wordpress.items import Item
from articles.importing.sources.wordpress.texts import line

TITLES = (
    "_yoast_wpseo_title",
    "rank_math_title",
    "_aioseo_title",
    "_aioseop_title",
    "_seopress_titles_title",
    "_genesis_title",
)
DESCRIPTIONS = (
    "_yoast_wpseo_metadesc",
    "rank_math_description",
    "_aioseo_description",
    "_aioseop_description",
    "_seopress_titles_desc",
    "_genesis_description",
)
ORIGINALS = ("_yoast_wpseo_canonical", "rank_math_canonical_url", "_aioseop_custom_link", "_seopress_robots_canonical")
VARIABLE = re.compile(
    r"%%([a-z_][\w-]{0,60})%%|%([a-z_][\w-]{1,60}(?:\([^()%]{0,60}\))?)%|(?<![\w&/])#([a-z_]{3,40})\b"
)
# Only these, so that “#hiring” in a sentence stays a hashtag.
OF_ALL_IN_ONE = re.compile(
    r"(?:post_title|page_title|title|site_title|blog_title|parent_title|tagline|separator|separator_sa|breadcrumb_separator"
    r"|post_excerpt|post_excerpt_only|post_content|author_name|author_first_name|author_last_name|categories|category"
    r"|category_title|taxonomy_title|current_year|current_month|current_date|current_day|post_date|post_year|post_month"
    r"|post_day|permalink|page_number|alt_tag|focus_keyphrase)"
)
WORD = re.compile(r"[^\W\d_]{2}")
SEPARATORS = "-–—|·•*⋆~«»<>/:"
EDGES = re.compile(rf"^[\s{re.escape(SEPARATORS)}]+|[\s{re.escape(SEPARATORS)}]+$")
MARK = "\x00"  # where a separator is asked for, until it is known what stands beside it


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the variables can stand for, of a post and its site."""

    title: str = ""
    site: str = ""
    tagline: str = ""
    excerpt: str = ""
    category: str = ""
    tag: str = ""
    author: str = ""
    focus: str = ""
    year: str = ""
    published: str = ""


def _nothing(known: Known) -> str:
    return ""


# By the names of all the plug-ins. The number of a page is nothing on the first, the name of the site is left to ours.
MEANING: dict[str, Callable[[Known], str]] = {
    **dict.fromkeys(("title", "post_title", "page_title", "seo_title", "term_title"), lambda known: known.title),
    **dict.fromkeys(("sitename", "sitetitle", "site_title", "blog_title", "org_name"), _nothing),
    **dict.fromkeys(("sep", "separator", "separator_sa", "breadcrumb_separator"), lambda known: MARK),
    **dict.fromkeys(("page", "pagenumber", "page_number", "pagetotal", "current_pagination"), _nothing),
    **dict.fromkeys(("sitedesc", "tagline", "blog_description", "site_description"), lambda known: known.tagline),
    **dict.fromkeys(
        ("excerpt", "excerpt_only", "post_excerpt", "post_excerpt_only", "seo_description"), lambda known: known.excerpt
    ),
    **dict.fromkeys(
        (
            "category",
            "primary_category",
            "categories",
            "post_category",
            "_category_title",
            "category_title",
            "taxonomy_title",
        ),
        lambda known: known.category,
    ),
    **dict.fromkeys(("tag", "tags", "post_tag"), lambda known: known.tag),
    **dict.fromkeys(("name", "author", "author_name", "post_author", "post_author_name"), lambda known: known.author),
    **dict.fromkeys(
        ("focuskw", "focus_keyword", "focus_keyphrase", "keyword", "target_keyword"), lambda known: known.focus
    ),
    **dict.fromkeys(("currentyear", "current_year", "currentdate_year"), lambda known: known.year),
    **dict.fromkeys(("date", "post_date", "published"), lambda known: known.published),
}


def said(text: str, known: Known, what: str) -> tuple[str, list[Line]]:
    """The text with what its variables stand for; a variable that stands for nothing known is left out, with a line."""
    unknown: list[str] = []

    def put(variable: re.Match[str]) -> str:
        name = next(filter(None, variable.groups()))
        if variable[3] and not OF_ALL_IN_ONE.fullmatch(name):
            return variable[0]
        meaning = MEANING.get(name.partition("(")[0])
        value = meaning(known) if meaning else ""
        if not value and meaning is not _nothing:
            unknown.append(variable[0])
        return value

    has_own_words = bool(WORD.search(VARIABLE.sub("", text).replace(known.site, "")))
    whole = line(VARIABLE.sub(put, text.replace(MARK, "")))
    lines = [
        Line(deed=Deed.LEFT_OUT, what=f"A variable of the {what} stood for nothing that is known.", words=one)
        for one in (unknown if has_own_words else ())
    ]
    return _without_the_site(_separated(whole, text), known.site), lines


def _separated(text: str, written: str) -> str:
    """Parts with one separator between them, none beside nothing; nor one that was typed beside a variable."""
    parts = (EDGES.sub("", part) if VARIABLE.search(written) else part.strip() for part in text.split(MARK))
    return " – ".join(filter(None, parts))


def _without_the_site(text: str, site: str) -> str:
    """Our pages name our site behind the title themselves, so the old one's goes."""
    if site and text.endswith(site) and len(text) > len(site):
        before = text.removesuffix(site).rstrip()
        if before[-1:] in SEPARATORS:
            return EDGES.sub("", before)
    return text


def robots(item: Item) -> Iterator[Line]:
    """What else a plug-in told search engines, which nothing here is told by itself."""
    if item.meta_of("_yoast_wpseo_meta-robots-noindex") == "1" or "noindex" in item.meta_of("rank_math_robots"):
        yield Line(deed=Deed.LEFT_OUT, what="It was kept from search engines there.")
    if original := item.meta_of(*ORIGINALS):
        yield Line(deed=Deed.LEFT_OUT, what="It named another address as its original.", words=original)
    if elsewhere := item.meta_of("_links_to", "_yoast_wpseo_redirect", "_seopress_redirections_value"):
        yield Line(deed=Deed.LEFT_OUT, what="Its page led on to another address.", words=elsewhere)
