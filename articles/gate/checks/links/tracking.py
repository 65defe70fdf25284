"""Parameters of addresses that say where a reader came from, and nothing of the page."""

import re


def _named(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


EVERYWHERE = _named(
    # clicks on advertisements
    r"(?:fb|g|d|ds|ms|y|tt|tw|qz|srs?l?t|rb_?|ir|wick|wb|li_?|ob_?|sc_?|rdt_|tab|zan)cl(?:ick)?id|click_?id"
    r"|clickref|g?braid|wbraid|gclsrc|gad_\w+|gcl_\w+|srsltid",
    r"li_fat_id|wickedid|epik|rdt_cid|twclid|ttclid|hsa_\w+|tduid|zanpid|ad(?:set|group|copy)?_?id"
    r"|creative_?id|matchtype|campaign_?id|cmp(?:id)?|s_?cid|s_kwcid|sc_(?:cid|camp\w*|channel|src|medium|lid"
    r"|llid|uid|customer)|ef_id|mkwid|pcrid",
    # campaigns
    r"utm_\w+|(?:pk|mtm|piwik|matomo)_\w+|(?:ns|at|itm|wt|mc|hmb|sb|int)_(?:campaign|source|medium|content"
    r"|mchannel|kwd|keyword|cid|eid|cam|grp|ad|acc|net|ver|src|name|type)",
    r"wt\.(?:mc_id|mc_ev|srch|z_\w+)|ocid|ncid|icid|cvosrc|xtor|ito|smid|smtyp|mbid|wpsrc|intcid|intcmp|cmp_?id|_openstat|guccounter|guce_\w+",
    # letters
    r"mkt_tok|_hs\w+|__hs\w+|hsctatracking|vero_(?:id|conv)|oly_\w+|elq\w+|sfmc_\w+|_ke|_kx|_bta_\w+|bsft_\w+"
    r"|ck_subscriber_id|subscriber_?id|inf_contact_key|dm_i|dm_t|ml_subscriber\w*",
    r"sp(?:mailing|user|job|report)id|sp_(?:mid|rid)|nr_email_referer|emci|emdi|ceid|email_?(?:source|campaign"
    r"|referrer)|iterable\w+|braze\w*|mid(?:token|sig)|lipi|originalreferer|trk\w*|tracking_?(?:id|code)",
    # shares
    r"igsh(?:id)?|ref_(?:src|url)?|__twitter_impression|xmt|mibextid|fb_(?:action_\w+|source|ref)|share_?(?:id"
    r"|source)|shared_?from|_branch_\w+|_ga|_gl|spm_id_from|__s",
    # shops
    r"aff(?:iliate)?(?:_?id)?|awc|cjevent|cjdata|coupon_?code|aff_?code|partner_?id|irgwc|ranmid|ransiteid|raneaid|sscid|afsrc",
    # visits
    r"phpsessid|jsessionid|sessionid|sess_?id|asp\.net_sessionid|aspsessionid\w*|cftoken|visitor_?id",
)
# Parameters that track on these sites only; elsewhere they say which page is meant.
_AT = {
    r"(?:[\w-]+\.)?amazon\.\w+(?:\.\w+)?": r"tag|ref|linkcode|linkid|ascsubtag|psc|pd_rd_\w+|pf_rd_\w+|qid|sr|th|crid|sprefix|content-id|dib\w*",
    r"(?:[\w-]+\.)?youtu(?:be\.com|\.be)|open\.spotify\.com|music\.youtube\.com|podcasts\.apple\.com": r"si|feature|pp|ab_channel|nd|itsct|itscg",
    r"(?:[\w-]+\.)?(?:twitter|x)\.com": r"[st]|cxt",
    r"(?:[\w-]+\.)?aliexpress\.com|[\w.-]*alibaba\.com|[\w.-]*taobao\.com": r"spm|scm",
    r"(?:[\w-]+\.)?indeed\.\w+(?:\.\w+)?": r"tk|from|vjs|advn|adid|sjdu|xkcb|camk|xpse|xfps",
    r"(?:[\w-]+\.)?linkedin\.com": r"lipi|refid|trackingid|originalsubdomain|mid\w+|eid|rcm|position|pagenum|lici",
    r"(?:[\w-]+\.)?(?:facebook|instagram)\.com": r"__cft__.*|__tn__|__xts__.*|hc_\w+|fref|rdid|share_url|img_index",
    r"(?:www\.)?google\.\w+(?:\.\w+)?": r"ved|ei|sxsrf|gs_lcrp?|gs_lcp|aqs|sourceid|oq|sca_esv|rlz|usg",
    r"(?:[\w-]+\.)?(?:glassdoor|totaljobs|reed|cv-library|cwjobs)\.\w+(?:\.\w+)?": r"guid|pos|src|ao|s|uido|cs|ctt|cb|jrtk",
    r"(?:[\w-]+\.)?(?:tiktok)\.com": r"_t|_r|is_from_webapp|sender_device|web_id",
    r"(?:[\w-]+\.)?medium\.com": r"source|sk",
    r"(?:[\w-]+\.)?eventbrite\.\w+(?:\.\w+)?": r"aff|keep_tld|ref",
    r"(?:[\w-]+\.)?substack\.com": r"r|triedredirect|showwelcome\w*",
}  # fmt: skip
_COMPILED = tuple((re.compile(host), re.compile(names)) for host, names in _AT.items())


def at(host: str) -> list[re.Pattern[str]]:
    """The names of parameters, in small letters, that track at this host alone."""
    return [names for pattern, names in _COMPILED if pattern.fullmatch(host)]
