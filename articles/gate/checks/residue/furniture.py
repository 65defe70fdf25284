"""The furniture of forms and web pages, pasted in together with the text that was wanted."""

import re
from collections.abc import Iterator

from articles.document import Figure
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.patterns import Pattern, filtered
from articles.gate.prose.words import cut

FORM = Rule(
    check="form-furniture",
    level=Level.WARNS,
    why="It is a field of a form or of another system, not a part of the text.",
    advice="Delete it, or fill it in where it belongs.",
)
WEB = Rule(
    check="web-furniture",
    level=Level.WARNS,
    why="It belongs to the page that the text was copied from; here it does nothing.",
    advice="Delete it.",
)
FORM_LINE = filtered(
    "|".join(
        (
            r"categor(?:y|ies): ?(?:un\w+|none|general|[\w ,&-]{0,40})|tags?: ?(?:none|[\w ,&-]{0,60})"
            r"|tagged: ?[\w ,&-]{2,60}|filed under:? [\w ,&-]{2,40}",
            r"status: ?(?:draft|published|pending(?: review)?|scheduled|private|live)|visibility: ?\w+|(?:post"
            r"|content) type: ?\w+|template: ?\w+|parent: ?\w+|format: standard",
            r"(?:(?:post|publish|written|upload)ed )?by:? (?:admin|\[?author(?: name)?\]?)|(?:author"
            r"|published by): ?(?:admin|author|name|\[.{2,30}\])",
            r"(?:est(?:\.|imated)? )?read(?:ing)? time: ?(?:about |approx\.? )?(?:x|\d{1,3}|\[.{1,10}\])[ -]?min(?:ute)?s?(?: read)?",
            r"(?:date|published|last (?:updated|modified|reviewed|edited)|updated|created|date published|posted"
            r"|reviewed)(?: on)?: ?(?:\[.{2,30}\]|[dmyx_/. -]{4,}|dd (?:mm|month) yyyy|tb[cad]|unknown|n/?a)?",
            r"\w[\w ]{0,30}: ?_{3,}.{0,40}|(?:name|date|signature|signed|address)\.?:? ?[._…]{4,}",
            r"(?:version|v): ?x(?:\.x)*|word count: ?\d+|title: ?untitled|slug: ?/?[\w/-]*|featured image:?|tags?:|subject: ?\[.{2,30}\]|excerpt:",
            r"(?:[-–— ]*)(?:please )?(?:select|choose)(?: an? (?:option|item|answer|value|category))?(?:[-–—… .]*)|[-–—]+ ?none ?[-–—]+",
            r"\*? ?(?:this field is required|required fields?(?: are marked \*?)?|\*? ?indicates required(?: fields?)?"
            r"|please (?:fill (?:in|out)|complete) (?:this field|all fields))\.? ?\*?",
            r"(?:status|state|version|stage): ?(?:draft|final|review|approved|rough) ?(?:v?\d[\d.]*|copy|version)?"
            r"|.{3,60}[?:] ?(?:yes ?/ ?no|y ?/ ?n|true ?/ ?false)(?: \(.{3,40}\))?|.{0,60}\((?:tick|select|choose"
            r"|circle|check) (?:one|all that apply|as many as apply)\).*|.*(?:[☐☑□▢] ?\w.*){2,}|(?:please )?(?:select"
            r"|choose|pick).{0,30}[▼▾⌄˅]",
            r"submit|(?:please )?enter (?:your|a valid) (?:e-?mail(?: address)?|name|phone number|message)"
            r"|(?:first name|last name|surname|e-?mail(?: address)?|phone(?: number)?|message|company) ?\*",
            r"(?:.{0,60} )?(?:[☐☑☒□✓] ?[\w ’'/+#.-]{1,40}){1,12}|(?:.{0,60} )?(?:\( ?\) ?[A-Z][\w ’'/+#.-]{0,30}){2,8}"
            r"|(?:.{0,60} )?(?:\[ ?\] ?[A-Z][\w ’'/+#.-]{0,30}){2,8}",
            r"(?:please )?(?:tick|select|choose|check|circle|mark) (?:all|any|one|those|the (?:box|boxes|option"
            r"|options)|as many|up to \w+)(?: (?:that|which) (?:apply|applies|fit|suit)| only| option| box| answer"
            r"| of the (?:following|options))?(?: below| (?:from|in) the list(?: below)?)?",
            r"(?:assigned to|owner|editor|workflow|category|parent page|topic|region|office"
            r"|department): ?[-–—]+ ?\w+ ?[-–—]+|(?:characters|words) (?:remaining|left|used): ?\d+|\d+ (?:characters"
            r"|words) (?:remaining|left)|(?:focus |seo )?(?:keyphrase|keyword|meta description|excerpt|featured image"
            r"|alt text|slug|category|author)s? (?:not set|missing|is empty|not (?:chosen|selected|entered))",
            r".{3,60}\(?(?:yes|y) ?/ ?(?:no|n)\)?(?: ?/ ?(?:not sure|n/?a|maybe))?(?: ?\((?:delete|circle|tick|strike"
            r"|please) .{3,40}\))?|.{3,60}\((?:delete|strike out|circle|tick) (?:as|where|one|all)\b.{0,20}\)"
            r"|.{3,60}\? ?(?:[-–—] ?)?(?:please )?(?:select|choose)(?: (?:an?|one|from) .{2,30})?",
            r"(?:upload|attach|add|choose|browse for) (?:your |an? |the )?(?:cv|file|photo|document|résumé|resume"
            r"|picture|covering letter|cover letter)s? ?\(?(?:max(?:\.|imum)?|up to|pdf|docx?|jpe?g|\.pdf|optional"
            r"|required).{0,40}\)?|(?:office|internal|official) use(?: only)?:? ?.{0,40}_{2,}.{0,20}"
            r"|\d ?= ?[\w ]{3,25}(?:, ?|; ?| to | … |\.\.\. ?)\d ?= ?[\w ]{3,25}",
            r"\* ?(?:denotes|marks|means|shows) (?:an? )?(?:mandatory|required|compulsory) (?:field|question|answer)s?"
            r"|(?:i have read|i agree|i accept|i consent|i confirm)\b.{3,60}\* ?|strongly (?:dis)?agree(?: ?["
            r"|/,·•] ?[\w ]{3,20}){2,5}",
            r"(?:please )?(?:complete|fill in|fill out|answer) all (?:\w+ )?(?:fields|questions|boxes)(?: (?:marked"
            r"|with|below)\b.{0,30})?|(?:for )?(?:office|internal|official|staff|admin|HR) use(?: only)?",
            r"(?:version|v|revision|rev|issue)\.? ?\d+(?:\.\d+)*(?: ?[–—-] ?| \(?)(?:draft|final|approved|review|wip"
            r"|unapproved|superseded)\)?|.{3,100} ?\[ ?\]|\[ ?\] .{2,100}",
            r"(?:max(?:imum|\.)?|min(?:imum|\.)?|limit:?)(?: of)? ?\d+ (?:characters|words|MB|KB|files)(?: (?:allowed"
            r"|only|remaining))?|(?:character|word)s? (?:count|limit|left|remaining): ?\d+(?: ?/ ?\d+)?"
            r"|\d{1,3} ?/ ?\d{3,4}(?: characters| words)?",
            r"(?:template|layout|page type|post type|theme|sidebar|visibility|comments|pingbacks|parent|order"
            r"|menu order|permalink|featured image|password|locale|channel|robots|index(?:ing)?): ?(?:full[- ]width"
            r"|default|standard|none|page|post|n/a|open|closed|allowed|public|private|draft|off|on|yes|no|en[-_]GB"
            r"|admin|unassigned|not set|noindex.{0,20}|\d+)",
            r"(?:last |date )?(?:modified|updated|published|edited|saved|created|reviewed)(?: on| by)?:? (?:never"
            r"|unknown|n/?a|none|admin|\?+|just now|a few seconds ago)|autosaved?(?: .{2,30})?|.{0,60}[☆★⭐]{3,}.{0,30}"
            r"|(?:rating|score|rated): ?\d(?:\.\d)? ?/ ?\d+.{0,20}|rate this .{0,40}",
            r"(?:please )?(?:delete|strike out|circle|tick|underline|cross out) (?:as|where|if) (?:applicable"
            r"|appropriate|necessary|required)\b ?:?.{0,60}|(?:mr|mrs|ms|miss|dr|mx|prof)\.?(?: ?[/|,] ?(?:mr|mrs|ms"
            r"|miss|dr|mx|prof|other)\.?){2,}",
            r"(?:please )?tick:? .*\[ ?\].*|(?:delete|strike out|circle) (?:as|where) (?:applicable|appropriate)"
            r"|(?:office|internal) use only|please print",
        )
    ),
    re.IGNORECASE,
)
SITE = r"(?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|instagram|youtube|tiktok|mastodon|bluesky|email|threads|telegram)"
WEB_LINE = filtered(
    "|".join(
        (
            r"(?:leave|post|add|write) a (?:reply|comment)(?: cancel reply| on this \w+| below)?|(?:cancel reply"
            r"|post comment|submit comment|reply to this)",
            r"your e-?mail address will not be published.*|save my name, email.*|(?:log|sign) in to (?:comment"
            r"|leave a comment|reply|continue|your account)|you must be logged in\b.*",
            r"(?:\d[\d,]*|no|one) (?:comments?(?: yet)?|views|shares|likes|responses?|reactions?)"
            r"|be the first to comment.*|view (?:all )?comments|join the (?:conversation|discussion)"
            r"|comments are closed",
            rf"share this(?: (?:post|article|page|story|guide|on .*))?|share(?: this)? (?:on|via|to) {SITE}.*"
            rf"|share:? (?:{SITE}[ ,|/]*)+|tweet this|click to (?:tweet|enlarge|share.*|zoom)|pin it|like this"
            rf"|(?:{SITE}[ ,|/•·]+){{2,}}{SITE}",
            rf"share(?: this| with friends)?:? ?(?:{SITE}[ ,|/•·]*){{2,}}|you have (?:\d+|one|two|three"
            rf"|no) (?:free )?(?:articles?|stories|views|reads) (?:left|remaining)\b.*|(?:log|sign) in to (?:continue"
            rf"|keep) reading|(?:subscribe|register|join) (?:now )?to (?:continue|keep|read|unlock)\b.*",
            r"(?:tags?|filed under|topics?|categor(?:y|ies)): ?.{2,60} ?[|•·] ?(?:tags?|filed under|topics?"
            r"|categor(?:y|ies)|posted (?:in|by)):? ?.{2,40}|(?:back|return|go) to (?:the )?top ?[↑▲^⇧]+|(?:you"
            r"|readers) (?:may|might) also (?:like|enjoy): ?.{3,100}|(?:related|read next|more like this|up next"
            r"|don[’']t miss|see also|recommended): ?.{3,100}",
            rf"follow us(?: on (?:{SITE}(?:,| and)? ?)+)?|like us on facebook|connect with us(?: on .*)?",
            r"related (?:posts|guides|pages|articles|stories|content|reading|topics)|(?:you|readers) (?:may"
            r"|might) also (?:like|be interested in|enjoy)|more from (?:the author|this author|our blog)"
            r"|(?:recommended|popular|trending|latest|recent) (?:posts|articles|stories|for you|reading)|read next"
            r"|up next",
            r"(?:read|see|show|view|load) more ?[»›→…>]*|see all|view all(?: posts by .*)?|(?:continue"
            r"|keep) reading(?: below)? ?[»›→…>]*|scroll down(?: to .{2,30})?|click here to (?:subscribe|sign up"
            r"|read more|download|register)|load(?:ing| more comments)|show less",
            r"(?:back|return|scroll) to (?:the )?top(?: of (?:the )?page)?|skip to (?:main )?(?:content|navigation)"
            r"|toggle (?:navigation|menu|sidebar)|(?:open|close) (?:menu|navigation|search)|jump to (?:section|recipe"
            r"|content|navigation)|main menu",
            r"(?:subscribe|sign up|join)(?: (?:to|for))? (?:our|the|my) (?:weekly |monthly |free "
            r"|e-?mail )?(?:newsletter|mailing list|blog|updates)\b.{0,60}"
            r"|enter your e-?mail(?: address)? to (?:subscribe|sign up|get).*|subscribe(?: now)?|unsubscribe",
            r"(?:cookie (?:settings|policy|preferences|notice)|(?:accept|reject|allow"
            r"|decline)(?: all)?(?: (?:optional |non-essential |additional )?cookies)|(?:accept|reject|allow"
            r"|decline) all|we (?:value|respect|care about) your privacy|your privacy choices|manage (?:preferences"
            r"|cookies|consent|options)|(?:we|this (?:web)?site) uses? cookies\b.*|got it!?)",
            r"(?:©|\(c\)|copyright)(?: ?©)? ?(?:\d{4}(?:[-–]\d{2,4})?)?.{0,60}|all rights reserved|(?:privacy policy"
            r"|terms(?: (?:of|and) \w+)?|cookies?(?: policy)?|contact(?: us)?|sitemap|accessibility)(?: ?["
            r"|•·/] ?(?:privacy(?: policy)?|terms(?: (?:of|and|&) \w+)?|cookies?(?: policy)?|contact(?: us)?|sitemap"
            r"|accessibility|legal))+",
            r"home(?: ?[>»›/→] ?[^>»›/→]{1,40}){1,5}|you are here:.*|table of contents(?: ?\[?(?:hide|show|toggle"
            r"|close)\]?)?|contents ?\[(?:hide|show|toggle)\]|\[(?:hide|show|edit|toggle)\]|on this page",
            r"(?:posted|published|filed|written) (?:in|under) (?!\d)[\w ,&]{2,40}(?: ?[|•·] ?.{0,40})?"
            r"|posted (?:by .{2,30} )?on \w.{4,40}|posted by .{2,40}|written by .{2,40} [|•·] .{2,40}|by .{2,40} ["
            r"|•·] .{2,40}(?: [|•·] .*)?",
            r"(?:an? )?(?:\d{1,2}|x|one|two|three|four|five|ten)[ -]min(?:ute)?s?(?: to)? read|updated (?:\d+"
            r"|an?) (?:minutes?|hours?|days?|weeks?|months?|years?) ago|\d+ (?:minutes?|hours?|days?|weeks?|months?"
            r"|years?) ago",
            r"(?:(?:image|photo|picture|photograph|cover)(?: (?:source|credit|courtesy|by))?|credit|source"
            r"|via)s?(?: of|:)? ?(?:\w+ ?/ ?)?(?:getty(?: images)?|shutterstock|i ?stock(?:photo)?|unsplash|pexels"
            r"|pixabay|adobe stock|alamy|freepik|dreamstime|depositphotos)\.?|(?:photo|image) by .{2,40} (?:on|via"
            r"|from) (?:unsplash|pexels|pixabay|freepik)\.?|getty images|image result for .*|stock photo",
            r"advertisement.{0,50}|sponsored(?: (?:content|post|links?))?|(?:article|story|content) continues (?:below"
            r"|after).*|promoted(?: content)?|paid (?:content|post)",
            r"(?:previous|next|older|newer)(?: (?:post|article|page|posts|entries|story))?(?: ?[»›→«‹←|/]? ?(?:next"
            r"|previous|newer|older)(?: \w+)?)?(?: ?[»›→])?|[«‹←] ?(?:previous|older|back)\b.*"
            r"|.{0,20}[»›→] ?$(?<=next →)",
            r"download our app|get the app|(?:print|e-?mail|save|bookmark|listen to|translate) this (?:page|article"
            r"|post|guide|story)|print(?: friendly)?|copy (?:link|code|url|to clipboard)|(?:link )?copied!?"
            r"|edit this page(?: on github)?|view (?:source|original(?: post)?|history|page)|report (?:this|an issue"
            r"|a problem with this page)|add to (?:cart|basket|favourites|wishlist)",
            r"(?:download|get|available|find us|listen|watch)(?: (?:it|us|now|the app|our app))? (?:on|from"
            r"|in)(?: the)? (?:app store|google play|play store|microsoft store|apple podcasts|spotify|itunes"
            r"|youtube)(?: ?[|•·/,] ?.*)?",
            r"by (?:clicking|continuing|using|signing up|subscribing|submitting|browsing|registering"
            r"|tapping)\b.{0,60}\b(?:you (?:agree|accept|consent|acknowledge)|our (?:terms|privacy|cookies?))\b.*"
            r"|(?:time to read|min(?:ute)?s?\.? read)s?:? ?\d+.{0,10}",
            r"(?:subscribe|register|sign up|log ?in|join|become a member|go premium|upgrade)(?: now| today"
            r"| here)? (?:for|to get|and get|to enjoy|and enjoy) (?:unlimited|full|free|more|exclusive|premium|instant"
            r"|ad-free)\b.*",
            r"play (?:video|audio)|watch later|media (?:playback is unsupported|error).*"
            r"|your browser does not support.*|(?:please )?enable javascript.*|javascript (?:is|must be) .*(?:disabled"
            r"|enabled).*|video unavailable|unmute",
            r"(?:proudly )?powered by (?:wordpress|wix|squarespace|ghost|shopify|hubspot|blogger|disqus).*|comments powered by .*",
            r"(?:was|did you find) this (?:article|page|guide|post|content) (?:helpful|useful)\?.*"
            r"|rate this (?:article|page|post).*|thanks for your feedback.*"
            r"|is (?:there anything wrong with )?this page(?: useful)?\?.*|maybe yes this page.*",
            r"you(?:[’']ve| have)(?: \w+)? (?:\d+|one|two|three|no|reached|used|read)\b.{0,40}\b(?:articles?|stories"
            r"|guides|views|limit)\b.{0,30}(?:left|remaining|this month|free)?.{0,20}|(?:log"
            r"|sign) ?in (?:or (?:register|subscribe|sign up) )?to (?:continue|keep|read|view|unlock)\b.*|(?:subscribe"
            r"|register|sign up|create (?:an?|your) (?:free )?account)(?: now| today| for free)? to (?:read|continue"
            r"|keep reading|unlock|view|access)\b.*|(?:create|open) (?:an?|your) (?:free )?account to .*",
            r"this (?:article|content|story|page|post|guide) is (?:for|available to|reserved for"
            r"|only for) (?:subscribers|members|registered)\b.*|(?:subscriber|member)s? (?:only"
            r"|exclusive)(?: content)?|already (?:an? )?(?:member|subscriber|registered|subscribed"
            r"|have an account)\?.*|get unlimited access\b.*|start your free trial|unlock (?:this|the full) .*",
            r"(?:tags?|categor(?:y|ies)|topics|filed (?:under|in)|posted in|labels): ?[^.|]{2,80} ?[|•·] ?.{2,80}"
            r"|(?:filed|published|posted) (?:in|by|under):? [\w ,&]{2,40}(?: ?[|•·] ?.{2,40})?|(?:related|see also"
            r"|more|next|previous|read more|also read|you may like|don[’']t miss): [A-Z\d][^.]{8,80}",
            r"(?:read|hide|show|see|view|open|close|sort|expand|report)(?: all| the| this| these| more| less| \d+"
            r"| all \d+)* (?:comments?|answers?|repl(?:y|ies)|responses|reviews|details)(?: \(\d+\))?|(?:enjoyed|liked"
            r"|loved) (?:this|it|reading this)(?: \w+)?\? ?.{0,60}|(?:sponsored|presented|brought to you"
            r"|promoted) by [A-Z].{1,40}|sponsored(?: post)? by .{2,40}",
            rf"(?:turn on|enable|allow|get|manage) (?:push )?(?:notifications|alerts)|add us (?:on"
            rf"|as a preferred source)\b.*|(?:listen to|watch|print|download|save|export|open)(?: (?:this"
            rf"|the)(?: \w+)?)?(?: as (?:an? )?pdf| in app| \(\d+ ?min\w*\)| \(opens in .{{3,30}}\))|follow (?:us|me"
            rf"|them)?(?: on)? ?@\w+|follow @\w+(?: on {SITE})?",
            r"(?:last )?(?:updated|modified|published|posted|edited|reviewed)(?: on)?:? .{3,30}[|•·] ?.{2,40}"
            r"|\d+ ?min(?:ute)?s? read(?: ?[|•·] ?.{2,40})?|.{2,40} [|•·] ?\d+ ?min(?:ute)?s? read",
            r"search(?: for)?:|search(?: this site)?(?:…|\.\.\.)|menu close|trending now|breaking|\[email protected\]|email protected",
        )
    ),
    re.IGNORECASE,
)
# Labels in a row, as nothing but a form or a bar of buttons has them: with marks, of one kind, with counts.
LABEL = r"[A-Z][\w’'/-]*(?: [\w’'/-]+){0,3}? ?(?:\*|\((?:required|optional)\))"
FIELD = (
    r"(?:(?:First|Last|Full|Your|Company|User) ?[Nn]ame|Name|Surname|Username|Password|Confirm (?:password"
    r"|email)|Remember me|E-?mail(?: address)?|Phone(?: number)?|Telephone|Website|Company|"
    r"Job title|Message|Subject|Comment|Title|Mr|Mrs|Ms|Miss|Dr|Yes|No|Not sure|Other|Submit|Reset(?: form)?"
    r"|Cancel|Send|Choose file|No file chosen|Postcode|Address)"
)
FIELD_ROW = filtered(
    rf"(?:{LABEL}\s?){{2,}}(?:[A-Z]\w*(?: \w+)?)?|(?:{FIELD} ?\*? ?){{3,}}|(?:Select|Choose|Enter|Upload"
    rf"|Confirm|I (?:agree|accept|consent))\b[^.!?]{{3,50}} ?\*|Mark as spam(?: .{{2,20}})?"
    rf"|Choose file No file chosen|"
    r"\*? ?(?:[Mm]andatory|[Cc]ompulsory) fields?|Fields marked with an? (?:asterisk|star|\*) (?:are"
    r"|is) (?:mandatory|required|compulsory)|(?:Submit|Send) (?:application|form|message|enquiry)|Max(?:\."
    r"|imum)? (?:file|upload) size:? ?\d+ ?[KMG]B|(?:Drop|Drag) (?:your|a) [\w ]{2,15} here(?: or (?:browse"
    r"|click)\b.*)?"
)
ACTION = (
    r"(?:Reply|Report|Like|Dislike|Share|Tweet|Pin|Save|Print|Follow|Unfollow|Edit|Delete|Quote|Flag"
    r"|Cancel(?: reply)?|Log [Ii]n|Log [Oo]ut|Login|Logout|Register|Sign [Ii]n|Sign [Uu]p|Subscribe|Home"
    r"|About(?: [Uu]s)?|Services|Contact(?: [Uu]s)?|Blog|News|"
    r"Menu|Search|Careers|FAQs?|Previous|Next|Back|(?:Add|Leave a|Post) (?:[Cc]omment|[Rr]eply)|(?:Read|Show"
    r"|View|See) (?:[Mm]ore|[Ll]ess|[Aa]ll)|\d+ (?:[Cc]omments?|[Ll]ikes?|[Ss]hares?|[Vv]iews?))"
)
COUNTS = r"(?:Comments?|Views?|Likes?|Shares?|Repl(?:y|ies)|Responses?|Tags?|Reactions?|Reviews?|Ratings?|Votes?|Followers?) ?\(\d[\d,.]*[kK]?\)"
ACTION_ROW = filtered(
    rf"(?:{ACTION}(?: ?[|•·/] ?| |$)){{2,}}|(?:{COUNTS}\s?)+|Sort by:? (?:Newest|Oldest|Popular|Relevance|Date|Most \w+|Best)"
)
LONGEST = 160
PASTED = (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE, Kind.HEADING)


def form_furniture(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Category: Uncategorised”, “Date: __/__/____”, “Required fields are marked *”."""
    for passage, text in _short(guide):
        if _is_whole(FORM_LINE, text) or FIELD_ROW.fullmatch(text):
            what = f"“{cut(passage.text)}” is a field of a form."
            yield FORM.found(passage.place, what, excerpt=cut(passage.text))


def web_furniture(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Leave a reply”, “Accept all cookies”, “5 min read”."""
    for passage, text in _short(guide):
        if _is_whole(WEB_LINE, text) or (ACTION_ROW.fullmatch(text) and passage.kind is not Kind.HEADING):
            what = f"“{cut(passage.text)}” belongs to another page’s surroundings."
            yield WEB.found(passage.place, what, excerpt=cut(passage.text))


def _short(guide: DocumentText) -> Iterator[tuple[Passage, str]]:
    """The passages short enough; not a picture’s words, which name its source, nor a button."""
    pictures = {position for position, block in guide.blocks if isinstance(block, Figure)}
    for passage, text in in_own_words(guide):
        is_ours = passage.place.block in pictures or passage.place.field.startswith(("hero.", "label"))
        if passage.kind in PASTED and len(text) <= LONGEST and not is_ours:
            yield passage, text


def _is_whole(lines: Pattern, text: str) -> bool:
    """Whether the text is one of these lines, with or without its closing marks."""
    return bool(lines.fullmatch(text.rstrip("…:!. ")) or lines.fullmatch(text))


CHECKS = (form_furniture, web_furniture)
