"""Shortcodes: what WordPress, its plugins and forums write in square brackets, and only they understand."""

import re
from collections.abc import Iterator
from itertools import chain

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.own_words import own_words
from articles.gate.prose.words import cut

SHORTCODE = Rule(
    check="shortcode",
    level=Level.BLOCKS,
    why="Another system put something in its place; here readers see the code.",
    advice="Delete it, or add the block that it stood for.",
)
NAMES = (
    r"toc|table-of-contents|ez-toc|gallery|playlist|accordion|tabs|divider|spacer|one_half|one_third|two_thirds?"
    r"|dropcap|"
    r"recent[-_]posts|contact-form-7|contact[-_]form|wpforms|gravityforms?|ninja_forms?|mc4wp_form|tablepress"
    r"|rev_slider|"
    r"layerslider|nextpage|pullquote|separator"
)
# Words that may stand in brackets for themselves; alone on a line they are code.
WORDS = (
    r"caption|embed|audio|video|tab|toggle|clear|row|columns?|button|highlight|products?|faq|more|read[-_ ]?more"
    r"|spoiler|"
    r"social|share|box|alert|icon|map|newsletter"
)
PREFIXES = (
    r"vc|et_pb|su|fusion|elementor|wp|wpb|tatsu|av|x|mk|ultimate|cs|ux|fl|acf|sc|ad|woocommerce|jetpack|yoast|rank_math"
)
CODE = re.compile(
    r"(?<![\w\])>])\["
    rf"(?:/[a-z][\w-]*"
    rf"|[a-z][\w-]*(?: [\w-]+=(?:\"[^\"\[\]]*\"|'[^'\[\]]*'|“[^”\[\]]*”|[^\s\[\]]+))+ ?/?"
    rf"|(?:{NAMES})(?: /)?|(?<=^\[)(?:{WORDS})(?=\](?:$|.*\[/))|(?:{NAMES}|{WORDS}|youtube|vimeo|img|twitter"
    rf"|instagram|tiktok)[ :=](?:https?:|[a-z]+$|/|www\.)[^\[\]]*"
    rf"|(?:{PREFIXES})[_-][\w-]+(?: [^\[\]]*)?"
    r"|(?:TOC|b|i|u|img|quote|code|url(?:=[^\[\]]*)?)(?=\][^\[\]]*\[/|\]$)|rev_slider [\w-]+"
    r")\]"
)
# What Joomla and its plugins write in braces.
BRACES = re.compile(
    r"\{(?:loadposition|loadmodule|modulepos|module|gallery|sliders?|tabs?|youtube|vimeo|audio|video|snippet|article|unitegallery|phocagallery|"
    r"mosimage|mospagebreak|emailcloak|rsform|chronoforms\d?|jcomments|accordion|modal|tooltip|source|embed)(?:[ =][^{}]*)?\}|\{/[a-z]\w*\}"
)
# Where such brackets are code that readers are to learn.
ABOUT_BRACKETS = re.compile(
    r"shortcode|selector|\bCSS\b|attribute|syntax|\bTOML\b|\bINI\b|section of the file|\bregex|\bregular expression"
    r"|BBCode"
    r"|\barray|\bcommand\b|\busage\b|\boptions?\b|\bargument",
    re.IGNORECASE,
)


def shortcode(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“[gallery ids="1,2"]”, “[toc]”, “[/vc_row]”."""
    for passage in guide.passages:
        if ("[" not in passage.text and "{" not in passage.text) or ABOUT_BRACKETS.search(passage.text):
            continue
        linked = " ".join(link.words for link in passage.links)
        # Attributes of a shortcode stand in quotation marks themselves, so the marks around it are looked for instead.
        own = own_words(passage)
        for found in chain(CODE.finditer(passage.text), BRACES.finditer(passage.text)):
            if own[found.start()] in "[{" and found[0] not in linked:
                yield SHORTCODE.found(passage.place, f"“{cut(found[0])}” is a shortcode.", excerpt=cut(passage.text))
                break


CHECKS = (shortcode,)
