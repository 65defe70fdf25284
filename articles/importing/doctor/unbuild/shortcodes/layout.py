"""Shortcodes that only say where their text stands or how it looks: the text is all there is of them."""

import re

from articles.importing.doctor.unbuild.saying import box
from articles.importing.doctor.unbuild.shortcodes.grammar import Shortcode

PART = r"(?:one|two|three|four|five|six|full|half|third|quarter|fourth|fifth|sixth)"
# Rows, columns, sections, and the boxes of plain text of the builders.
LAYOUT = re.compile(
    rf"(?:[a-z0-9]{{1,12}}_)?(?:row|column|columns|col|section|container|grid|group|inner|wrapper|wrap)(?:_inner|_wrap|_\d+|s)?|{PART}(?:_{PART})?(?:_{PART})?(?:_last|_first)?"
    rf"|(?:av|su|x|ct|mk|cs|fusion|theme)_{PART}(?:_{PART})?(?:_last|_full)?"
    r"|vc_(?:row|row_inner|column|column_inner|section|column_text|wp_text|tta_\w*(?:tabs|tour|accordion|pageable)|tabs|tour|accordion)"
    r"|et_pb_(?:section|row|row_inner|column|column_inner|specialty_\w+|text|code|fullwidth_code|tabs|accordion|counters|slider|fullwidth_slider|pricing_tables"
    r"|video_slider|group|divi_library)|fusion_(?:builder_\w+|text|accordion|tabs|fontawesome_\w+|testimonials|checklist_wrap|content_boxes|flip_boxes|slider|pricing_table|code_plain)"
    r"|av_(?:section|textblock|toggle_container|tab_container|layout_row|cell_\w+|testimonials|iconlist_wrap|codeblock)"
    r"|ct_(?:section|div_block|columns?|column|text_block|inner_content|new_columns|link|widget|reusable|code_block)"
    r"|su_(?:row|column|accordion|tabs|animate|frame|expand_wrap|dummy)|accordions?|tabs|tab_?group|toggles|toggle_group|faqs|faq_list|spoilers|panel_group|collapse_?group|collapsibles"
    r"|buttons|center|centre|left|right|align\w*|raw|clearfix|div|text|textblock|text_block|text_box|content|fullwidth|animate|lead|intro|p|restrict|visibility|hide|show|member|mobile|desktop"
)  # fmt: skip
INLINE = re.compile(
    r"(?:su_|fusion_|av_|x_)?(?:dropcap|highlight|tooltip|span|label|popover|small|strong|b|em|color|colou?r|nobr|mark|icon_text|anchor|lightbox|abbr|font|size)"
    r"|su_(?:lightbox|label|dropcap)|footnote|ref|nbsp"
)


def laid_out(named: str, code: Shortcode, inner: str) -> str:
    """The text, in a box of its own unless it stood in a line."""
    if not INLINE.fullmatch(named):
        return box(inner) if inner.strip() else "\n"
    aside = code.get("title", "content", "text")
    return f"{inner} ({aside})" if aside else inner
