"""What stands around an article and is none of it: known by its element, its role or the names that its program gave it."""

import re

from lxml.html import HtmlElement

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.visible import is_hidden, words_of

# The whole of one name of an element, its parts joined by hyphens.
NAMES = (
    ("A contents list", r"(?:ez-|lw|rank-math-|kadence-|uagb-)?toc(?:-(?:container|list|wrap(?:per)?|box|block|widget).*)?|(?:wp-block-)?(?:.*-)?table-of-contents(?:-.*)?|contents-list|on-this-page|lwptoc.*|ez-toc-.*"),
    ("Navigation", r"(?:site-|main-|primary-|top-|mobile-|mega-|header-|footer-)?(?:nav|navbar|navigation|menu)(?:-(?:bar|list|links?|container|wrap(?:per)?|primary|main))?|breadcrumbs?(?:-.*)?|pagination|(?:post|posts|page|single|entry|comment)-(?:nav|navigation|links|pagination)|skip-(?:link|to-content)|back-to-top|nav-(?:links|previous|next)|prev-next"),
    ("Related posts", r"(?:.*-)?(?:related|recommended)(?:-(?:posts?|articles?|content|stories|news|reading|guides?|items|blogs?|wrap(?:per)?|section|container|links))?|jp-relatedposts|yarpp(?:-.*)?|crp-related|(?:more|latest|recent|popular|other)-(?:posts|articles|news|stories|blogs)|read-next|up-next|(?:also|might|may|you)-.*like|post-grid|blog-cards"),
    ("Share buttons", r"(?:.*-)?(?:share|sharing|sharethis|social|socials)(?:-(?:buttons?|links?|icons?|bar|media|box|list|wrap(?:per)?|post|this|block|section|share|sharing|networks?))?|sharedaddy|sd-.*|addtoany.*|addthis.*|a2a-.*|ssba.*|heateor.*|essb-.*|tweet-this|click-to-tweet"),
    ("A newsletter form", r"(?:.*-)?(?:newsletter|mailing-list|mailchimp|mc4wp|optin|opt-in|signup-form|sign-up-form)(?:-.*)?|subscribe(?:-(?:form|box|block|section|wrap(?:per)?))?"),
    ("An author box", r"(?:post-|entry-|article-|about-)?(?:the-)?author-?(?:box|bio|info|card|profile|description|details|block|section|about|wrap(?:per)?)(?:-.*)?|about-(?:the-)?author|saboxplugin-.*|post-author-box|author-avatar|avatar"),
    ("Comments", r"(?:blog-|post-|article-)?comments?(?:-(?:area|list|section|form|respond|wrap(?:per)?|title|template|link))?|respond|disqus.*|fb-comments|wp-block-comments|wpd-.*"),
    ("A cookie notice", r"(?:.*-)?cookies?-?(?:.*)|gdpr.*|consent.*|cmplz.*|cky-.*|onetrust.*|moove-.*"),
    ("A sidebar", r"(?:.*-)?sidebar(?:-(?:area|right|left|primary|inner|content|widget.*|wrap(?:per)?))?|widget-?areas?|secondary"),
    ("A pop-up", r"(?:.*-)?(?:popup|pop-up|modal|lightbox|overlay)(?:-.*)?|exit-intent"),
    ("Topics and tags", r"(?:post-|entry-|article-)?(?:tags|tags-links|tag-list|cat-links|categories|category-list|post-categories|filed-under)|tagcloud"),
    ("An advertisement", r"ads?|adverts?|advertisement|adsbygoogle|ad-(?:slot|unit|container|wrap(?:per)?|banner)|sponsored(?:-.*)?"),
    ("A part of the site around the article", r"site-(?:header|footer|branding)|page-footer|global-(?:header|footer)|colophon|masthead|top-?bar|announcement-bar|screen-reader-text"),
)  # fmt: skip
KNOWN = tuple((what, re.compile(pattern)) for what, pattern in NAMES)
ROLES = {
    "navigation": "Navigation",
    "search": "A search form",
    "banner": "The head of the site",
    "contentinfo": "The foot of the site",
    "complementary": "A sidebar",
    "dialog": "A pop-up",
    "doc-toc": "A contents list",
}
TAGS = {
    "nav": "Navigation",
    "footer": "The foot of the site",
    "dialog": "A pop-up",
    "noscript": "Words for browsers without scripts",
}
MINE = frozenset(
    {"html", "body", "main", "article", "details", "summary", "blockquote", "figure", "table", "li", "td", "p"}
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MOST = 0.5  # of the words of a page; what holds more is the page


def leave_out(root: HtmlElement, notes: Notes, *, is_page: bool) -> None:
    """Takes the furniture out of the tree, and says so with its words."""
    whole = len(words_of(root).split())
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None or not _is_within(element, root):
            continue
        if what := furniture(element, is_page=is_page):
            words = words_of(element)
            if len(words.split()) > MOST * whole and what != HIDDEN and element.tag not in TAGS:
                continue
            if words:
                notes.left_out(f"{what} {'are' if what.endswith('s') else 'is'} left out.", words)
            element.tail = f" {element.tail or ''}"  # so that the words around it stay apart
            element.drop_tree()


HIDDEN = "What readers did not see"


def furniture(element: HtmlElement, *, is_page: bool) -> str:
    """What the element is, if it is none of the article."""
    if is_hidden(element):
        return HIDDEN
    if element.tag in ("html", "body", "main", "article") or element.get("data-means"):
        return ""
    if element.tag in TAGS and not (element.tag == "footer" and _is_of_the_article(element)):
        return TAGS[element.tag]
    if element.tag == "aside" and is_page and not _is_of_the_article(element):
        return "A sidebar"
    if element.tag == "header" and is_page and not _is_of_the_article(element) and element.find(".//h1") is None:
        return "The head of the site"
    if role := ROLES.get(element.get("role", "")):
        return role if element.find(".//h1") is None else ""
    if element.tag in MINE or element.tag in HEADINGS:
        return ""
    what = next((what for name in _names(element) for what, pattern in KNOWN if pattern.fullmatch(name)), "")
    return what if what and element.find(".//h1") is None else ""


def _names(element: HtmlElement) -> list[str]:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().replace("_", "-").split()
    return [name.strip("-") for name in names]


def _is_of_the_article(element: HtmlElement) -> bool:
    return any(one.tag in ("article", "main", "blockquote", "figure", "section") for one in element.iterancestors())


def _is_within(element: HtmlElement, root: HtmlElement) -> bool:
    """Whether it is still there, after what held it may have been taken out."""
    return element is root or any(one is root for one in element.iterancestors())
