"""Classes by which builders and plug-ins mark what their elements are: one line for each way of writing a thing."""

# What opens: the class of the item, those of its title, and those of what is under it.
OPENING = (
    ("schema-faq-section", "schema-faq-question", "schema-faq-answer"),  # Yoast
    ("wp-block-accordion-item", "wp-block-accordion-heading", "wp-block-accordion-panel"),  # WordPress since 6.9
    ("rank-math-list-item", "rank-math-question", "rank-math-answer"),
    ("rank-math-faq-item", "rank-math-question", "rank-math-answer"),
    ("elementor-accordion-item", "elementor-tab-title", "elementor-tab-content"),
    ("elementor-toggle-item", "elementor-tab-title", "elementor-tab-content"),
    ("eael-accordion-list", "eael-accordion-header", "eael-accordion-content"),
    ("fl-accordion-item", "fl-accordion-button", "fl-accordion-content"),  # Beaver Builder
    ("uabb-adv-accordion-item", "uabb-adv-accordion-button", "uabb-adv-accordion-content"),
    ("vc_tta-panel", "vc_tta-panel-heading", "vc_tta-panel-body"),  # WPBakery
    ("vc_toggle", "vc_toggle_title", "vc_toggle_content"),
    ("et_pb_toggle", "et_pb_toggle_title", "et_pb_toggle_content"),  # Divi
    ("fusion-panel", "panel-heading", "panel-collapse"),  # Avada
    ("av_toggle_section", "toggler", "toggle_wrap"),  # Enfold
    ("kt-accordion-pane", "kt-accordion-header-wrap", "kt-accordion-panel"),  # Kadence
    ("kt-accordion-pane", "kt-blocks-accordion-title", "kt-accordion-panel"),
    ("uagb-faq-item", "uagb-faq-questions-button", "uagb-faq-content"),  # Spectra
    ("wp-block-uagb-faq-child", "uagb-question", "uagb-faq-content"),
    ("wp-block-uagb-faq-child", "uagb-faq-question", "uagb-faq-content"),
    ("stk-block-accordion", "stk-block-accordion__heading", "stk-block-accordion__content"),  # Stackable
    ("ugb-accordion__item", "ugb-accordion__heading", "ugb-accordion__text"),
    ("gb-accordion__item", "gb-accordion__toggle", "gb-accordion__content"),  # GenerateBlocks
    ("wp-block-ub-content-toggle-accordion", "wp-block-ub-content-toggle-accordion-title-wrap", "wp-block-ub-content-toggle-accordion-content-wrap"),
    ("wp-block-getwid-accordion__header-wrapper", "wp-block-getwid-accordion__header", "wp-block-getwid-accordion__content"),
    ("sow-accordion-panel", "sow-accordion-panel-header", "sow-accordion-panel-content"),  # SiteOrigin
    ("tve_faq", "tve_faqB", "tve_faqC"),  # Thrive
    ("thrv_toggle_item", "tve-toggle-title", "tve-toggle-content"),
    ("oxy-pro-accordion_item", "oxy-pro-accordion_header", "oxy-pro-accordion_body"),
    ("ct-toggle-item", "oxy-toggle", "oxy-toggle-content"),
    ("accordion-item", "accordion-title-wrapper", "accordion-content-wrapper"),  # Bricks
    ("accordion-item", "accordion-header", "accordion-body"),
    ("accordion-item", "accordion-title", "accordion-content"),
    ("ea-card", "ea-header", "sp-collapse"),  # Easy Accordion
    ("ufaq-faq-div", "ufaq-faq-title", "ufaq-faq-body"),  # Ultimate FAQ
    ("su-spoiler", "su-spoiler-title", "su-spoiler-content"),
    ("helpie-faq-item", "helpie-faq-title", "helpie-faq-content"),
    ("hrf-entry", "hrf-title", "hrf-content"),
    ("faq-item", "faq-question", "faq-answer"),
    ("faq-block", "faq-question", "faq-answer"),
    ("toggle-item", "toggle-title", "toggle-content"),
    ("panel", "panel-heading", "panel-collapse"),
)  # fmt: skip
# Steps: the item, its name, its text.
STEPS = (
    ("schema-how-to-step", "schema-how-to-step-name", "schema-how-to-step-text"),
    ("rank-math-step", "rank-math-step-title", "rank-math-step-content"),
    ("uagb-how-to-step", "uagb-infobox-title", "uagb-ifb-desc"),
)
# Words of somebody: the box, what is said, and who says it.
QUOTES = (
    ("elementor-testimonial", ("elementor-testimonial-content",), ("elementor-testimonial-name", "elementor-testimonial-job")),
    ("elementor-testimonial-wrapper", ("elementor-testimonial-content",), ("elementor-testimonial-name", "elementor-testimonial-job")),
    ("elementor-blockquote", ("elementor-blockquote__content",), ("elementor-blockquote__author",)),
    ("et_pb_testimonial", ("et_pb_testimonial_content",), ("et_pb_testimonial_author", "et_pb_testimonial_meta")),
    ("kt-testimonial-item-wrap", ("kt-testimonial-content-wrap",), ("kt-testimonial-name", "kt-testimonial-occupation")),
    ("uagb-testimonial__wrap", ("uagb-tm__desc",), ("uagb-tm__author-name", "uagb-tm__company")),
    ("fl-testimonial", ("fl-testimonial-content",), ("fl-testimonial-name",)),
    ("uagb-blockquote", ("uagb-blockquote__content",), ("uagb-blockquote__author",)),
    ("thrv_testimonial_shortcode", ("tve_t_content", "tve-t-content"), ("tve_t_author", "tve-t-author")),
    ("wp-block-coblocks-testimonial", ("wp-block-coblocks-testimonial__content",), ("wp-block-coblocks-testimonial__name",)),
    ("ugb-testimonial__item", ("ugb-testimonial__body",), ("ugb-testimonial__name", "ugb-testimonial__position")),
)  # fmt: skip
BUTTONS = (
    r"wp-block-button__link|elementor-button(?:-link)?|fl-button|vc_btn3|vc_general|et_pb_button|fusion-button|kb-button|kt-button|gb-button|uagb-button__link"
    r"|uagb-buttons-repeater|uagb-cta__button-link-wrapper|stk-button|stk-block-button__button|ugb-button|ct-link-button|brxe-button|bricks-button"
    r"|tcb-button-link|ow-button-\w+|sow-button-\w+|su-button|btn(?:-primary|-default)?|button|wp-block-coblocks-.*button|avia-button|x-btn|mk-button|nectar-button"
)
NOTES = (
    ("tip", r"elementor-alert|vc_message_box|fusion-alert|avia_message_box|su-note|su-box|uagb-inline-notice__\w+|wp-block-uagb-inline-notice|wp-block-coblocks-alert|is-style-info|ub_styled_box|wp-block-stackable-notification|ugb-notification|alert-info|alert-success"),
    ("warning", r"elementor-alert-(?:warning|danger)|vc_color-warning|alert-warning|alert-danger|is-style-warning|is-style-error|error"),
)  # fmt: skip
# Tabs: the box, the class of a title, and that of what is under it.
TABS = (
    ("elementor-tabs", "elementor-tab-desktop-title", "elementor-tab-content", "elementor-tab-mobile-title"),
    ("et_pb_tabs", "et_pb_tabs_controls>li", "et_pb_tab", ""),
    ("kt-tabs-wrap", "kt-title-item", "wp-block-kadence-tab", "kt-tabs-accordion-title"),
    ("uagb-tabs__wrap", "uagb-tab", "uagb-tabs__body-container", ""),
    ("fl-tabs", "fl-tabs-label", "fl-tabs-panel-content", ""),
    ("wp-block-stackable-tabs", "stk-block-tabs__tab", "stk-block-column", ""),
    ("tve_scT", "thrv_tabs_title", "tve_scTC", ""),
    ("sow-tabs", "sow-tabs-tab", "sow-tabs-panel", ""),
)
