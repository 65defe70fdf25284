"""Hosts that count a reader on the way to another page: shorteners, guards of mail, doors of networks and shops."""

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_FOR_ALL = (
    "bit.ly", "bitly.com", "bit.do", "bl.ink", "buff.ly", "chilp.it", "clck.ru", "cutt.ly", "dlvr.it", "dub.sh", "eepurl.com",
    "flip.it", "gg.gg", "goo.gl", "goo.su", "ift.tt", "is.gd", "j.mp", "kutt.it", "lc.chat", "ln.run", "lnkd.in", "n9.cl",
    "ouo.io", "ow.ly", "po.st", "q.gs", "qr.ae", "qrco.de", "qrcd.org", "rb.gy", "rebrand.ly", "rotf.lol", "s.id", "shor.by",
    "short.gy", "short.io", "shorte.st", "shorturl.at", "shorturl.com", "shorturl.gg", "shrtco.de", "smarturl.it", "snip.ly",
    "soo.gd", "spr.ly", "sprout.link", "surl.li", "t.co", "t.ly", "t2m.io", "tiny.cc", "tiny.one", "tiny.pl", "tinyurl.com",
    "tny.im", "tr.im", "trib.al", "u.to", "urlz.fr", "v.gd", "v.ht", "wp.me", "x.co", "x.gd", "youtu.be.link", "zpr.io",
    "adf.ly", "2no.co", "ulvis.net", "git.io", "lnk.to", "ffm.to", "lnk.bio", "linktr.ee", "bio.link", "beacons.ai",
    "linkin.bio", "msha.ke", "tr.ee", "taplink.cc", "grnh.se", "lvr.to", "bnc.lt", "app.link", "page.link", "onelink.me",
)  # fmt: skip
_OF_ONE_FIRM = (
    "amzn.to", "amzn.eu", "a.co", "adobe.ly", "apple.co", "bbc.in", "bloom.bg", "cnn.it", "deloi.tt", "ebay.to", "ebay.us",
    "econ.st", "fb.me", "go.ey.com", "gofund.me", "hubs.la", "hubs.li", "hubs.ly", "ibm.co", "indeedhi.re", "mck.co",
    "msft.it", "nyti.ms", "on.ft.com", "on.wsj.com", "pwc.to", "red.ht", "reut.rs", "sptfy.com", "tcrn.ch", "wapo.st",
    "wrd.cm", "s.hbr.org", "huff.to", "politi.co", "cnb.cx", "gu.com", "mcaf.ee", "etsy.me", "pst.cr",
)  # fmt: skip
# Some lend a name of its own to each customer: “jobs.page.link”.
SHORTENERS = re.compile(rf"(?:[\w-]+\.)?(?:{'|'.join(map(re.escape, (*_FOR_ALL, *_OF_ONE_FIRM)))})")

# Hosts (and paths) that wrap the address of another page, each with the parameters that hold it.
_GUARDS_OF_MAIL = _any_of(
    r"[\w.-]+\.safelinks\.protection\.outlook\.com/",
    r"statics\.teams\.cdn\.office\.net/.*safelinks",
    r"linkprotect\.cudasvc\.com/url",
    r"clicktime\.symantec\.com/",
    r"secure-web\.cisco\.com/",
    r"[\w.-]+\.inky\.com/link",
    r"url\.emailprotection\.link/",
    r"protect2?\.(?:fireeye|checkpoint)\.com/",
    r"(?:[\w-]+\.)?avanan\.click/",
    r"[\w.-]+\.trendmicro\.com/wis/",
    r"[\w.-]+\.protection\.sophos\.com/",
    r"[\w.-]+\.hornetsecurity\.com/",
    r"(?:[\w.-]+\.)?urlisolation\.com/",
    r"(?:[\w-]+\.)?edgepilot\.com/s/",
    r"protect[\w-]*\.mimecast\.com/s/",
    r"url\.[\w.-]*mimecastprotect\.com/s/",
    r"url\w*\.mailanyone\.net/",
)
_DOORS_OF_NETWORKS = _any_of(
    r"lm?\.(?:facebook|instagram|messenger|threads)\.(?:com|net)/",
    r"(?:www\.)?linkedin\.com/(?:redir|safety)/",
    r"out\.reddit\.com/",
    r"(?:www\.)?youtube\.com/redirect",
    r"(?:t|steamcommunity)\.umblr\.com/redirect",
    r"slack-redir\.net/link",
    r"(?:www\.)?vk\.com/away",
    r"steamcommunity\.com/linkfilter",
    r"(?:www\.)?medium\.com/r/",
    r"(?:www\.)?pinterest\.[\w.]+/offsite",
    r"(?:www\.)?tiktok\.com/link",
    r"(?:www\.)?exit\.sc/",
    r"deref-[\w-]+\.\w+/",
    r"(?:www\.)?anonym\.to/|href\.li/",
    r"(?:[\w-]+\.)?substack\.com/redirect",
    r"apple\.news/",
)
_SEARCHES_AND_CACHES = _any_of(
    r"(?:www\.)?google\.\w+(?:\.\w+)?/(?:url$|aclk|imgres)",
    r"news\.google\.com/(?:rss/)?(?:articles|read)/",
    r"(?:www\.)?bing\.com/ck/",
    r"r\.search\.yahoo\.com/",
    r"duckduckgo\.com/l/",
    r"(?:translate\.google\.\w+(?:\.\w+)?/translate|[\w-]+\.translate\.goog/)",
    r"webcache\.googleusercontent\.com/|cc\.bingj\.com/",
    r"(?:[\w-]+\.)?cdn\.ampproject\.org/",
    r"feedproxy\.google\.com/",
    r"search\.app/|share\.google/",
)
_DOORS_OF_SHOPS = _any_of(
    r"(?:www\.)?awin1\.com/",
    r"go\.(?:skimresources|redirectingat)\.com/",
    r"(?:www\.)?(?:anrdoezrs|dpbolvw|jdoqocy|kqzyfj|tkqlhce|shareasale)\.(?:com|net)/",
    r"click\.linksynergy\.com/",
    r"prf\.hn/",
    r"[\w-]+\.(?:sjv\.io|pxf\.io|evyy\.net)/",
    r"rover\.ebay\.com/|track\.webgains\.com/|clk\.tradedoubler\.com/|redirect\.viglink\.com/",
    r"(?:[\w-]+\.)*doubleclick\.net/|(?:www\.)?googleadservices\.com/",
)
_LETTERS_TO_MANY = _any_of(
    r"[\w.-]+\.list-manage\d?\.com/track/",
    r"[\w.-]+\.ct\.sendgrid\.net/",
    r"[\w.-]+\.(?:hubspotlinks|rs6|createsend\d*|cmail\d+|mlsend|klclick\d?|mandrillapp|exacttarget|pardot|sendibm\d|sendibt\d)\.(?:com|net)/.",
    r"[\w.-]*awstrack\.me/",
    r"[\w.-]+/(?:ls|wf|ss)/click|[\w.-]+/ss/c/|[\w.-]+/track/click",
    r"(?:click|clicks|trk|track|email-?links?)\.(?:[\w-]+\.)+\w+/",
)
WRAPPERS = (
    (_GUARDS_OF_MAIL, ("url", "a", "u", "domain")),
    (_DOORS_OF_NETWORKS, ("url", "u", "q", "z", "to", "target")),
    (_SEARCHES_AND_CACHES, ("q", "url", "uddg", "u")),
    (_DOORS_OF_SHOPS, ("ued", "url", "u", "murl", "adurl")),
    (_LETTERS_TO_MANY, ()),
)
