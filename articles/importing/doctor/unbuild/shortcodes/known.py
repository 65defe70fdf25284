"""The names of shortcodes, and what each shows."""

from collections.abc import Callable

from articles.importing.doctor.unbuild.shortcodes import modules
from articles.importing.doctor.unbuild.shortcodes.grammar import Shortcode

MODULES: dict[str, Callable[[Shortcode, str], str]] = {
    **dict.fromkeys(
        ("vc_toggle", "vc_tta_section", "vc_tab", "vc_accordion_tab", "et_pb_toggle", "et_pb_accordion_item", "et_pb_tab", "fusion_toggle",
         "fusion_tab", "su_spoiler", "su_tab", "su_expand", "av_toggle", "av_tab", "toggle", "accordion", "accordion_item", "accordion_panel",
         "accordion_toggle", "tab", "spoiler", "expand", "collapse", "collapsible", "faq", "faq_item", "question", "qa", "panel", "expander_maker",
         "bg_collapse", "read", "read_more", "x_accordion_item", "x_tab", "sc_fs_faq", "wpsm_accordion", "ultimate_faq", "item", "slide_toggle",
         "nectar_toggle", "toggle_item", "saswp_faq", "hrf_faq"),
        modules.opens,
    ),
    **dict.fromkeys(
        ("button", "btn", "vc_btn", "vc_button", "vc_button2", "et_pb_button", "fusion_button", "su_button", "av_button", "av_button_big", "x_button",
         "mks_button", "ct_link_button", "ct_link_text", "oxy_button", "cta_button", "nectar_btn", "link_button", "sc_button", "dt_button"),
        modules.button,
    ),
    **dict.fromkeys(
        ("vc_custom_heading", "fusion_title", "et_pb_heading", "av_heading", "heading", "title", "ct_headline", "su_heading", "subtitle",
         "x_custom_headline", "h1", "h2", "h3", "h4", "section_title", "mk_fancy_title"),
        modules.heading,
    ),
    **dict.fromkeys(
        ("quote", "blockquote", "pullquote", "pull_quote", "su_quote", "su_pullquote", "testimonial", "et_pb_testimonial", "fusion_testimonial",
         "av_testimonial_single", "x_blockquote", "x_pullquote", "av_promobox_quote", "testimonial_item", "single_testimonial"),
        modules.quote,
    ),
    **dict.fromkeys(
        ("vc_message", "alert", "note", "notice", "info", "tip", "warning", "success", "error", "box", "infobox", "info_box", "callout", "message",
         "fusion_alert", "su_note", "su_box", "su_service", "av_notification", "x_alert", "x_callout", "highlight_box", "hint", "important", "danger"),
        modules.note,
    ),
    **dict.fromkeys(("su_list", "list", "checklist", "check_list", "fusion_checklist", "av_iconlist", "bullet_list", "x_icon_list", "ul", "arrow_list"), modules.listed),
    **dict.fromkeys(("fusion_li_item", "li", "list_item", "av_iconlist_item", "x_icon_list_item", "li_item"), modules.item),
    **dict.fromkeys(
        ("vc_separator", "vc_text_separator", "et_pb_divider", "fusion_separator", "su_divider", "av_hr", "hr", "divider", "line", "separator", "x_line"),
        modules.rule,
    ),
    **dict.fromkeys(
        ("vc_empty_space", "vc_icon", "spacer", "space", "clear", "br", "gap", "su_spacer", "et_pb_icon", "fusion_fontawesome", "icon", "av_font_icon",
         "x_gap", "more", "nextpage", "et_pb_line_break_holder", "end_columns", "dropcaps", "anchor_target", "su_anchor",
         "fusion_menu_anchor"),
        modules.nothing,
    ),
    **dict.fromkeys(("vc_raw_html", "fusion_code"), modules.encoded),
    "sc_fs_multi_faq": modules.numbered_questions,
    "vc_raw_js": lambda code, inner: "",
    **dict.fromkeys(("vc_table", "fusion_table", "su_table", "av_table", "table", "easy_table", "csv_table"), modules.table),
    **dict.fromkeys(("vc_progress_bar", "et_pb_counter", "fusion_progress", "su_progress_bar", "skill", "progress_bar", "vc_pie", "et_pb_circle_counter"), modules.bars),
    **dict.fromkeys(("et_pb_number_counter", "fusion_counter_box", "counter", "stat", "av_animated_numbers"), modules.number),
}  # fmt: skip
