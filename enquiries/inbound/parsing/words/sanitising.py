"""HTML of a mail that can be shown beside ours: words and their order, links, and nothing that is fetched."""

import nh3

from enquiries.inbound.parsing.words import tags

TAGS = {
    *("a", "b", "strong", "i", "em", "u", "s", "sub", "sup", "code", "pre", "br", "hr", "p", "div", "span"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote"),
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer nofollow",
    clean_content_tags={"script", "style", "title", "textarea", "iframe", "noscript", "template"},
)
# The sanitiser takes minutes for elements that are nested 50,000 deep; Outlook's longest conversations have some hundred.
DEEPEST = 500


def sanitised(html: str) -> str:
    """Safe HTML; empty for what is nested deeper than any mail program nests it."""
    return "" if tags.depth(html, DEEPEST) >= DEEPEST else CLEANER.clean(html).strip()
