"""Shortcodes that stand for what is elsewhere: in another table of the database, at another service, or everywhere."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from articles.importing.doctor.unbuild.shortcodes.grammar import Shortcode


@dataclass(frozen=True, slots=True)
class Absent:
    """What it showed; `is_proposed` when somebody should put it in by hand."""

    what: str
    is_proposed: bool = False

    def said(self, code: Shortcode) -> str:
        title = code.get("title", "name", "formname")
        return f"{self.what} “{escape(title)}”" if title else self.what


KINDS = tuple(
    (absent, re.compile(pattern))
    for absent, pattern in (
        (
            Absent("A form"),
            r"contact_form(?:_7)?|contact_field|wpforms(?:_selector)?|gravity_?forms?|ninja_forms?(?:_display_form)?|formidable|caldera_form"
            r"|fluentform(?:_modal)?|forminator_(?:form|poll|quiz)|everest_form|happyforms|ws_form|weforms|formcraft|jotform|typeform_embed"
            r"|hubspot|kaliforms|quform|visual_form_builder|si_contact_form|cforms\w*|bookly_form|calendly|et_pb_contact_form|et_pb_contact_field"
            r"|fusion_form|fusion_form_\w+|av_contact|vfb|form|cf7form|pirate_forms|metform|elementor_form|booking|job_application_form",
        ),
        (
            Absent("A newsletter form"),
            r"mc4wp_form|mailpoet_form|mailpoet_archive|newsletter(?:_form|_signup_form)?|sibwp_form|convertkit(?:_form)?|optin_monster\w*"
            r"|thrive_leads|et_pb_signup|et_bloom_\w+|mailerlite_form|subscribe2|jetpack_subscription_form|blog_subscription_form|hustle\w*",
        ),
        (
            Absent("A contents list"),
            r"toc|ez_toc|lwptoc|simpletoc|table_of_contents?|contents|rank_math_toc|aioseo_toc|no_?toc|ub_table_of_contents|joli_toc|wptoc",
        ),
        (
            Absent("A list of jobs"),
            r"jobs|job_(?:list|listings?|summary|board)|simple_job_board|jobpost\w*|awsmjobs|job_manager\w*|wpjb_jobs_list|submit_job_form",
        ),
        (
            Absent("A list of posts"),
            r"(?:recent|latest|related|popular|display|list|featured|blog|category|wp_latest|su)_posts?(?:_\w+)?|catlist|pt_view|blog"
            r"|(?:the_)?post_grid|postgrid|archives|jetpack_related_posts|jetpack_top_posts|child_pages|sitemap|wp_sitemap_page|siblings"
            r"|vc_(?:posts?_(?:grid|slider)|basic_grid|masonry_grid|media_grid|masonry_media_grid|wp_posts|wp_categories|wp_archives"
            r"|wp_recentcomments|wp_tagcloud|wp_calendar|wp_pages|wp_rss|wp_meta)|et_pb_(?:blog|post_\w+|portfolio|filterable_portfolio"
            r"|fullwidth_portfolio|fullwidth_post_slider|sidebar|comments)|fusion_(?:blog|recent_posts|post_slider|portfolio|post_cards|widget_area)"
            r"|av_(?:blog|postslider|portfolio|magazine|sidebar)|products?|product_\w+|recent_products|featured_products|woocommerce_\w+",
        ),
        (Absent("A search form"), r"search(?:form|_form)?|wpdreams_ajaxsearch\w*|vc_wp_search|et_pb_search|fusion_search|ivory_search"),
        (
            Absent("A slider"),
            r"rev_slider(?:_vc)?|layerslider(?:_vc)?|smartslider3|metaslider|master_?slider|soliloquy|n2_slider|sp_wpcarousel|wonderplugin_\w+"
            r"|slide_anything|av_layerslider",
        ),
        (
            Absent("A map"),
            r"vc_gmaps|et_pb_(?:fullwidth_)?map|et_pb_map_pin|wpgmza|google_?maps?(?:_\w+)?|su_gmap|fusion_map|av_google_map|leaflet_map|mapsmarker|put_wpgm|maps?",
        ),
        (
            Absent("A row of share buttons"),
            r"addtoany|ssba\w*|social_?(?:share|icons?|links?|media|warfare)(?:_\w+)?|et_pb_social_media_follow(?:_network)?|fusion_(?:social_links|sharing)"
            r"|av_social_share|essb\w*|sharethis\w*|sharify|share|addthis\w*|display_ultimate_\w+|cn_social_icon|easy_social_\w+|scriptless|vc_(?:facebook|tweetmeme|googleplus|pinterest)"
            r"|tweet|clicktotweet|bctt",
        ),
        (Absent("An advertisement"), r"ad|ads|adrotate|the_ad(?:_\w+)?|adinserter|quads|adsense|wp_ad\w*|dfads|advads\w*"),
        (Absent("A login form"), r"login(?:_form)?|et_pb_login|fusion_(?:login|register|lost_password)|wp_login_form|user_registration\w*"),
        (Absent("A picture feed of another service"), r"instagram_feed|custom_facebook_feed|flickr\w*|vc_flickr|twitter_feed|custom_twitter_feeds|tagembed"),
        (
            Absent("A table of a plug-in", is_proposed=True),
            r"table|tablepress|table_info|ninja_tables?|wpdatatable|supsystic_tables|wptb|visualizer|data_tables?|posts_table|tabel|league_table\w*",
        ),
        (
            Absent("A part that several pages share", is_proposed=True),
            r"vc_block|elementor_template|fusion_global|reblex|block|block_id|insert|insert_page|su_post|template|content_block|xyz_ihs|"
            r"reusable|wp_block|et_pb_global\w*|oxygen_template|bricks_template|widget|do_widget|global_block|maxbutton|ultimate_faqs"
            r"|sp_easyaccordion|helpie_faq|wpfaqblock|testimonials?_view|strong_testimonials?_view|shortcode_variables|rns_reviews",
        ),
    )
)  # fmt: skip


@lru_cache(maxsize=2048)
def _absent(tag: str) -> Absent | None:
    return next((absent for absent, pattern in KINDS if pattern.fullmatch(tag)), None)


def what_is_absent(code: Shortcode) -> Absent | None:
    """What a shortcode showed that the text of the post does not hold; None for one that holds what it shows."""
    absent = _absent(code.tag.replace("-", "_"))
    if absent is not None and absent.is_proposed and code.inner:
        return None
    return absent
