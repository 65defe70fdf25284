"""What themes, page builders, office programs and drafts put where an author has yet to write."""

import re

from articles.gate.checks.residue.slots.names import PARTS as MEDIA
from articles.gate.prose.document_text import Kind, Passage
from articles.gate.prose.patterns import filtered

PARTS = (
    r"(?:(?:sub)?(?:title|heading)|headline|text|content|intro(?:duction)?|paragraph|sentence|copy|caption|description|"
    r"summary|tagline|quote|testimonial|question|answer|link|url|logo|image|picture|photo|alt text|button text|statistic)s?"
)
FOLLOWS = (
    r"(?:copy|text|wording|version|graphics?|visuals?|stats|source links?|details|numbers|content|answer"
    r"|more information|main text|full answer|sources?|references?)"
)
WANTED = rf"(?:{MEDIA}|{PARTS}|{FOLLOWS}|details|numbers|figures|source|sources|data|intro|story)"
# What somebody else is to deliver.
MADE = rf"(?:{MEDIA}|podcast|graphic|artwork|audio|map|price list|programme|agenda|number|figure|intro|tagline|strapline|blurb|name of [\w ]{{3,20}})"
# Whole passages or sentences.
WHOLE = filtered(
    "|".join(
        (
            rf"(?:an?|the|your) (?:\w+ )?{PARTS} for (?:your|this) (?:(?:faqs?|new|hero) )?(?:section|block|module|widget|faqs?)",
            rf"your (?:\w+ )?(?:{PARTS}|(?:company |business |full |first |last )?name) (?:goes )?here",
            rf"(?:add|enter|insert|type|put|write|place|paste|drop) (?:(?:an?|the|your|some"
            rf"|more) )?(?:\w+ ){{0,2}}(?:{PARTS}|{MEDIA}|figures|numbers|data|salary table) (?:in )?here",
            r"insert (?:(?:an?|the|your|some) )?(?:\w+ ){1,2}here",
            r"enter (?:(?:an?|the|your|some) )?(?:value|name|company name|job title) here",
            rf"(?:an? |the )?(?:\w+ )?(?:{PARTS}|{MEDIA}) (?:goes )?here",
            rf"(?:a |the )?(?:\w+ )?{WANTED} goes here",
            rf"(?:an?|the|your) (?:\w+ ){{0,2}}(?:{WANTED}|{MEDIA}|text) (?:goes|belongs|sits|appears|should go|will go"
            rf"|will appear) (?:here|in (?:this|the) (?:space|box|area|block|section|spot|field|column|slot))",
            rf"(?:drop|pop|slot) in (?:an?|the|some|another) (?:[\w-]+ ){{0,2}}(?:{WANTED}|{MEDIA})(?: (?:about|from|of"
            rf"|on|with|for|showing) .{{2,40}})?",
            r"(?:tell|show|describe|introduce|explain|share|let|say)\b.* your (?:visitors|readers|customers|audience"
            r"|business|company|story|brand|team|services?)\b.* (?:in|with|using) this (?:paragraph|section|space"
            r"|block|area|box|text(?: box| block)?)",
            r"(?:double[- ])?(?:click|tap)(?: here| (?:the )?edit button)? to (?:edit|add|insert|change)(?: \w+){0,4}",
            r"start typing(?: here)?|(?:start|begin) writing(?: your story)? here|press / (?:to|for) .{2,30}"
            r"|lorem (?:ipsum )?(?:heading|title|text|caption)|type something(?: here)?|write something|(?:type"
            r"|write) here|start typing your \w+|type your (?:text|story|title|answer) here",
            r"start (?:writing|typing) or (?:type|press) .{1,20}|write your (?:story|text|post)(?: here)?"
            r"|drop files here.{0,30}|drag (?:and drop )?(?:blocks|files|images?|widgets?) here",
            r"(?:sample|dummy|placeholder|filler) (?:text|content|title|heading|paragraph|image|caption)|(?:image|text|title|video) placeholder",
            r"this is (?:an? |some |the )?(?:(?:sample|dummy|placeholder|filler) (?:text|content|paragraph|page|title"
            r"|heading)|heading|subheading|paragraph|subtitle|example page|(?:text|quote|image|button) block)",
            rf"this is where (?:your|the|an?) (?:\w+ )?{WANTED} (?:goes|belongs|will go)|this is where you (?:introduce"
            rf"|describe|tell|write about|talk about) (?:your (?:team|business|company|brand|services?|products?|readers|visitors|customers)|yourself)\b.*",
            r"use this (?:space|section|area|block) to \w+ .*(?:readers|visitors|customers|website|brand|business|services?|products?)\b.*|(?:describe"
            r"|tell) your (?:service|story|product|business) here",
            r"tell (?:people|readers|visitors) more about (?:what you do|yourself|your (?:business|company|team|firm))",
            r"(?:edit|replace|change) this (?:text|paragraph|title|heading)|(?:click here to )?add your own text(?: and edit me)?",
            r"edit or (?:remove|delete) (?:this text|it)\b.*|this is your first post|i[’']m a paragraph",
            r"i(?:[’']m| am) an? ?(?:text|text block|title|heading|paragraph|button|list item|image)(?:,? (?:and|that"
            r"|you|which|double|click|i)\b.*)?|type / to choose a block|welcome to wordpress"
            r"|just another wordpress site",
            r"list item #?\d|item #\d|heading \d|sub(?:title|heading)(?: \d)?|untitled(?: \w+)?(?: \d+)?",
            r"(?:describe|introduce|explain|summari[sz]e|share|showcase|highlight) (?:(?:your|what your|who your"
            r"|what makes your) )(?:service|product|business|company|firm|brand|story"
            r"|offer)s?(?: or (?:service|product|business|company|brand)s?)?\b.*\b(?:sentences?|here|space|paragraph"
            r"|words|section|block)\b.*",
            r"(?:drop|drag|add|insert|choose|select|place|pick)(?: and drop)? (?:an? |your |any )?(?:widget|module"
            r"|element|block|component|gallery|layout|row|shortcode|placeholder)s?(?: (?:in|into|to|for|from"
            r"|on) (?:this|the|your) (?:[\w-]+ )?(?:column|row|section|gallery|area|page|canvas|sidebar|list"
            r"|space))?(?: here)?",
            r"(?:this is|here[’']s) an? (?:great|good|perfect|nice) (?:place|space|spot|area"
            r"|opportunity)(?: for you)? to (?:tell|share|write|add|introduce|describe|let|talk|give|say|welcome"
            r"|showcase)\b.*\b(?:readers|visitors|customers|people|website|brand|business|company|services?|products?)\b.*",
            r"(?:add|edit|enter|write|type|replace|change|put) (?:your|this|the) (?:own )?(?:text|content|copy|title"
            r"|heading|caption|words)(?: here)?(?:,? (?:and|then|by|to|or) (?:click|press|hit|save|start|edit|double"
            r"|make|remove|delete)\b.*)?",
            r"(?:to (?:edit|change) this (?:text|block|section|heading), )?(?:just )?(?:double[- ]?)?(?:click"
            r"|tap)(?: on)?(?: the)?(?: edit| pencil| pen| settings)?(?: button| icon| here)? to (?:edit|change"
            r"|replace|customi[sz]e|update) (?:this|the|your)(?: \w+){1,3}",
            r"write (?:an? |your )?(?:short |brief |catchy |longer )?(?:introduction|description|summary|paragraph"
            r"|text|bio|intro|tagline|welcome)(?: \w+)? (?:for|to|about) your (?:visitors|readers|site|page|service"
            r"|product|customers|business|company|team)\b.*",
            r"(?:section|block|slide|card|tab|accordion|toggle|button|item|paragraph) (?:title|heading|text|label)(?: \d)?",
            r"name of (?:client|company|candidate|employer|consultant|author|speaker|role)|(?:\w+ ){1,2}(?:name|job title) here",
            rf"(?:insert|add|put|place|paste|need) (?:{MEDIA}|intro|sources?|content|data|table|figures"
            rf"|numbers)(?: (?:of|from|on|about|to|for|with|showing) (?!your\b).{{2,40}})?",
            rf"insert (?:an? |the |your |some )?(?:\w+ )?(?:{MEDIA}|{PARTS}|name)(?: (?:from|on|about|to) (?:a |the "
            rf"|your |our )?(?:[\w-]+ ?){{1,4}})?(?:, [\w ]+)?",
            rf"(?:an? |the )?(?:(?!no\b)\w+ )?(?:{WANTED}|{MEDIA}) (?:to (?:follow|come)|(?:still )?(?:needed|missing"
            rf"|pending))(?: (?:here|from (?!(?:each|every|all|your|you)\b)[\w ]{{2,25}}))?",
            rf"(?:more )?details to (?:follow|come)|(?:still )?needs? (?:an?|another|some|more) (?:{MEDIA}|{WANTED})(?: (?:here|for this))?",
            rf"(?:{WANTED}|{MEDIA}) to be (?:inserted|added|supplied|provided|embedded|sourced|replaced|updated"
            rf"|uploaded|written)(?: (?:here|later|by [\w ]+))?",
            rf"(?:an? |the |your )?(?:[\w-]+ ){{0,2}}(?:{MADE})(?: (?:of|from|about|to|by"
            rf"|for) (?:[\w’'-]+ ){{0,3}}[\w’'-]+)? goes (?:in )?here(?: (?:when|once|as soon as|after|if) .{{3,50}})?",
            rf"(?:{MADE})(?: embeds?)? (?:pending|outstanding|on (?:its|the) way|coming(?: soon| shortly| later)?"
            rf"|awaited)|(?:{MADE}) embeds? to (?:be added|follow|come)",
            rf"(?:{MADE})(?: (?:of|from|about) (?:[\w’'-]+ ?){{1,4}})? to be (?:dropped|put|slotted|popped|pasted|inserted|added) in(?: here)?",
            rf"(?:we |I |(?:this|it) |still )?needs? (?:an?|some|another|more) (?:better |good |new |short "
            rf"|stronger )?(?:{MADE})(?: (?:of|from|about|on) (?:[\w’'-]+ ){{0,3}}[\w’'-]+)? (?:here|for this (?:bit"
            rf"|section|part|paragraph|page|one)|in this (?:bit|section|part|paragraph))",
            rf"please (?:supply|provide|send|add|upload) (?:an? |the |your |some )?(?:[\w-]+ ){{0,2}}(?:{MADE}|headshot"
            rf"|biography|strapline)s?(?: (?:of|for|about|from) the (?:author|speaker|team|office|client|writer"
            rf"|contributor)| in (?:high|low) resolution)?",
            rf"(?:put|place|insert|add|drop) (?:an?|the|your|some) (?:[\w-]+ ){{0,2}}(?:{MADE}) (?:here|(?:at|in|after"
            rf"|before|under) (?:the (?:end|start|top) of )?this (?:bit|section|part|paragraph))",
            r"(?:lorum|loren|lorem|lipsum) ips[aeiou]m|lipsum",
            r"lorem ipsum|placeholder|tb[cad]|t\.b\.[cad]\.?|to be (?:written|added|completed)|todo|fixme|x{2,}",
        )
    ),
    re.IGNORECASE,
)
# What a button or an empty block of an editor says; as a sentence among others, or as a step, it would be advice.
ALONE = filtered(
    r"(?:add|write|enter|choose|select|click to add|upload|type) (?:an? |your )?(?:short |new |main "
    r"|brief )?(?:sub)?(?:title|content|notes|intro|heading|caption|description|text|quote|image|subheading"
    r"|video|block)"
    r"|(?:drag and drop|drop|drag) (?:an? |your )?(?:block|image|file|photo|widget|section"
    r"|cv)s? here(?: or .{3,20})?|press (?:enter|return|/) to (?:start|add|choose|insert) .{3,30}"
    r"|start typing or (?:paste|press|type) .{3,20}"
    r"|write something here|choose an? (?:layout|template|block) (?:to begin|to start)|select an? (?:image"
    r"|file|video|photo) from (?:the|your) (?:media )?library|enter your (?:heading|title|button|body"
    r"|sub-?heading|caption)(?: text)?|click the (?:pencil|icon|pen) to edit\b.{0,30}"
    r"|your (?:intro|body|heading|caption|sample|own) (?:text|copy)"
    r"|new (?:text |image |content )?(?:section|page|block|heading|paragraph|slide|tab|post|item|column|row"
    r"|card|accordion|widget|list)|(?:slide|tab|card|box|column|row|section|panel|step|feature|accordion|block"
    r"|item) (?:\d{1,2}|one|two|three)(?: (?:title|heading|text|content|description|body|caption)|, (?:column"
    r"|row) \d)?|(?:call to action|cta|primary|secondary|main|submit|hero)(?: button| text| heading| title"
    r"| image| label){1,2}|(?:add|edit|remove) an? (?:item|row|column|card|slide|tab|entry) (?:to|from"
    r"|in) this (?:list|table|section|gallery|row|carousel)|select an? image for this \w+|(?:choose|select"
    r"|pick) an? (?:widget|icon|colour|color|background|font|menu|element|module)|your (?:amazing|awesome"
    r"|catchy|great|new|main|next) (?:title|headline|heading|post|story)|your (?:subtitle|sub-?heading|heading"
    r"|tagline|caption|paragraph|content|text|headline)"
    r"|(?:section|slide|column|block|tab|feature|item|step title) (?:\d|one)|(?:image|photo|picture"
    r"|video) (?:caption|credit|title)|(?:author|client|company|candidate|speaker|contact|consultant"
    r"|person)(?:[’']s)? name|add (?:a )?new (?:section|block|item|page)|click to (?:write|type)|click me"
    r"|button(?: text)?|read more button|untitled section",
    re.IGNORECASE,
)
ONE_LINE = (Kind.PARAGRAPH, Kind.LINE, Kind.TITLE, Kind.QUESTION)
UNANNOUNCED = filtered(
    r"(?!(?:what|how|when|where|why|who|which)\b)(?:(?!(?:is|are|was|were|be|has|have|had|need|needs|want"
    r"|wants|expect|likely|going|due|yet|still|seems?|ought)\b)[\w’'-]+:? ){1,4}"
    r"to be (?:confirmed|announced|decided|determined|agreed|advised|finalised)(?: (?:by|with) [\w’' -]{2,30})?"
    r"|(?:the |our |your )(?:[\w’'-]+ ){1,3}(?:is|are) (?:still )?to be (?:confirmed|announced|agreed"
    r"|approved)(?: by (?:legal|finance|marketing|HR|payroll|the (?:desk|client|editor)))?"
    r"|to be (?:confirmed|announced|decided|determined|agreed|advised|finalised)(?: (?:by|with) [\w’' -]{2,30})?",
    re.IGNORECASE,
)
# “Try to be clear.”, “She hoped to be chosen.”
WITH_VERB = re.compile(
    r"\b(?:tr(?:y|ies|ied)|help(?:s|ed)?|prepare[sd]?|hope[sd]?|like[sd]?|ask(?:s|ed)?|remain(?:s|ed)?|learn(?:s|ed|t)?|seem(?:s|ed)?|prove[sd]?"
    r"|claim(?:s|ed)?|turn(?:s|ed)?|appear(?:s|ed)?|deserve[sd]?|used|begins?|began|continue[sd]?|pays?|aims?|strive[sd]?) (?:\w+ )?to be\b",
    re.IGNORECASE,
)
SOON = filtered(
    r"(?:(?:this (?:section|page|guide) is )?|(?:(?!(?:is|are|will|be)\b)[\w’'-]+ ){1,3})coming soon|check back (?:soon|later)(?: for .{2,40})?"
    r"|(?:(?:still|more|details|full details|further details|news|updates|information|info)(?: on this"
    r"| about this)? )?(?:is |are )?(?:to (?:follow|come)|coming)(?: (?:very )?(?:soon|shortly|later))"
    r"|(?:more|details|further details|full details|news|updates|more (?:details|news|information|info"
    r"|updates))(?: on (?:this|that|it)| about (?:this|that|it))? (?:(?:very )?soon|shortly"
    r"|to follow(?: (?:soon|shortly|later|next week))?|later)(?:,? ?(?:[–—-] )?(?:check back|watch this space"
    r"|stay tuned)\b.*)?"
    r"|(?:[\w’'-]+ ){0,3}(?:list|programme|agenda|timetable|bands|figures|details|case study|photos?|pictures?"
    r"|video|chart|table|interview|quote|report|rates|prices|speakers|dates) (?:is |are )?on (?:its|their"
    r"|the) way"
    r"|(?:[\w’'-]+ ){1,6}to follow (?:next (?:week|month)|soon|shortly|later)|still to (?:come|do|write|add)(?: ?[:–—-] ?.{3,60})|to[- ]do ?: .{3,80}"
    r"|(?:the |a |our |another |this |one )?(?:section|chapter|part(?: (?:one|two|three|\d))?|paragraph|guide"
    r"|piece|case study|interview|rest|remainder|table|checklist|example|more)(?: \w+)?(?: (?:of|on|about|from"
    r"|for|with) [\w’' -]{2,40}?)? (?:is |are |will )?(?:still |yet )?(?:to (?:come|follow|be (?:written|added"
    r"|finished|completed))|(?:follow|be added|be written|come|appear) (?:next (?:week|month|year)|soon"
    r"|shortly|later|in due course|here)|being written)"
    r"|(?:the |our )?(?:[\w’'-]+ ){0,3}[\w’'-]+ (?:is|are) yet to be (?:confirmed|announced|agreed|decided|set"
    r"|fixed|named)(?: (?:by|with) [\w’' -]{2,30})?"
    r"|(?:this page|this section|this guide|this part) (?:is not|isn[’']t) (?:yet )?(?:finished|ready|complete|live)(?: yet)?"
    r"|(?:this (?:page|section|guide) is )?under construction|answer tb[cad]|n/?a [–—-] tb[cad]",
    re.IGNORECASE,
)


UI = (
    r"(?:blocks?|testimonials?|widgets?|sections?|icons?|backgrounds?|columns?|layouts?|modules?|elements?"
    r"|text box(?:es)?|buttons?|templates?|headings?|subheadings?|images?|photos?|videos?|gallery|galleries"
    r"|slides?|sliders?|tabs?|accordions?|cards?|menus?|forms?|fields?|rows?|panels?|banners?|heroes|hero"
    r"|containers?|boxes|box|components?|captions?|paragraphs?|titles?|text|quotes?|lists?|dividers?|spacers?"
    r"|shapes?|colou?rs?|fonts?|logos?|pages?|posts?|toggles?|carousels?|footers?|headers?|sidebars?|maps?)"
)
PLAIN = r"(?:an?|the|your|this|any|new|another|more|some|first|own|featured|default|main|single|blank|empty)"
# What well-known builders put on a fresh page.
DEFAULTS = (
    r"hello world!?|sample page|untitled(?: document| page| post)?|just another \w+ site"
    r"|it all begins with an idea|make it stand out|describe what you do|"
    r"welcome to (?:our|my|your|the) (?:site|website|blog|home ?page)|tell your story(?: here)?"
    r"|begin writing your (?:post|story)|write (?:a )?(?:title|caption)|"
    r"this is some text inside of a .{3,20}|this is (?:a|the|your) (?:head(?:line|ing)|title|subtitle|caption"
    r"|quote|blurb)|add a (?:little bit of )?(?:body|sub)?(?:text|heading|title|caption)|"
    r"share information about your brand\b.*|pair (?:text|an image) with\b.*|talk about your (?:brand|business"
    r"|team)|example (?:product|post|page|title|text|heading)(?: title)?|"
    r"rich text|image with text|text link|(?:click|tap|read|learn|shop|start|buy|order|get started) (?:here"
    r"|now)|primary button|secondary button|use this (?:text|area|space) to\b.*\b(?:readers|visitors|customers|website|brand|business|services?|products?)\b.*|"
    r"i[’']m (?:a|an) .{3,30}click\b.*|lorem|ipsum|filler|(?:site|blog|section|slide|card|widget|menu|panel) (?:title|heading|name|tagline|subtitle)|"
    r"(?:short|long|brief|product|item|service|feature|image|meta|category) description(?: (?:of|for) (?:the"
    r"|your|this|an?) \w+)?|(?:enter|add|write|type|insert|upload|choose|select)(?: an?| the| your"
    r"| some)? (?:new )?(?:title|subtitle|heading|caption|text|block|image|photo|item|icon|link|name"
    r"|description|label|widget|quote|content|tag|category)(?: (?:here|or .{3,40}))?"
)
# What an editor says of its own parts: “Choose a background image for this block”, “Empty column”, “Drag and drop blocks here”.
OF_EDITOR = filtered(
    "|".join(
        (
            DEFAULTS,
            rf"(?:click|tap|press|double[- ]click|hover)(?: on)?(?: {PLAIN})*(?: (?:here|button|pencil|plus|icon|edit"
            rf"|[+]|\+|{UI}))* (?:to|and) (?:start |begin )?(?:edit|add|insert|change|type|typing|write|choose|select"
            rf"|upload|replace|customi[sz]e|start|begin|open|remove|delete|move|set)\b[^.,;]{{0,50}}",
            rf"(?:drag|drop)(?: (?:and|&|or) drop)?(?: {PLAIN})*(?: (?:\w+ )?{UI})? (?:(?:here|in|into|to|onto|below|above)\b.{{0,50}})",
            rf"(?:choose|select|pick|upload|set|add|insert|browse|change|replace|edit|remove"
            rf"|customi[sz]e)(?: {PLAIN})+ (?:\w+ )?{UI} (?:for|to|in|from|into|of|on|or) (?:this|the|your|an?"
            rf"|our)? ?(?:media )?(?:library|page builder|computer|device|\w+ )?{UI}?",
            rf"(?:this is )?(?:an? |the |your )?(?:empty|blank|new|untitled|default|unnamed|sample|example|dummy"
            rf"|placeholder|your) (?:\w+ )?{UI}(?: (?:title|text|heading|name|content|description|caption"
            rf"|label))?(?: \d{{1,2}})?",
            rf"this is (?:an? |your |the )(?:\w+ )?{UI} (?:block|element|widget|area|module|section|component|field"
            rf"|item|post|page)(?:[.,;!]? ?.{{0,60}})?",
            rf"(?:your |the |an? )?(?:[\w-]+ )?{UI}(?: text| content)? (?:will|should) (?:appear|show(?: up)?|display"
            rf"|go|be (?:shown|displayed|placed|inserted))(?: (?:up )?here\b.{{0,60}}| once you\b.{{0,50}}"
            rf"| when you\b.{{0,50}})",
            r"(?:let|tell|show|help|give|invite|remind) (?:your |the )?(?:site )?(?:visitors|customers|readers|users"
            r"|clients|audience|people) (?:know |more |see |find |learn |about ){1,3}(?:what|who|why|how|about|your"
            r"|you)\b.{0,60}",
            r"your (?:(?:full |first |last |company |business |brand |site |team |main |second |short |long "
            r"|new )?(?:name|logo|slogan|motto|company|role|position|job title|email|photo|picture|address|message|bio"
            r"|story|paragraph|body|description|quote|testimonial|link|button|feature|service|product|offer|benefit"
            r"|question|answer|tagline|image|video)(?: (?:text|title|name|here|goes here|description|label"
            r"|link))?)(?: \d)?",
            rf"(?:(?!(?:section|column|row|page|part|list|map|form|card|panel)s? )(?:{UI})|feature|service|product|item"
            rf"|benefit|testimonial|team member|faq|list item|menu item|link|label|stat|counter)(?: (?:title|text"
            rf"|heading|name|content|description|caption|label|item|block|area))? (?:#?\d{{1,2}}|one|two|three|four|A|B"
            rf"|goes here|here)(?: (?:title|text|heading|content|description|label))?",
        )
    ),
    re.IGNORECASE,
)
LONGEST = 120  # what is longer says something of its own


def is_stand_in(sentence: str) -> bool:
    """Whether a sentence, without its stop, is one of these."""
    unannounced = () if WITH_VERB.search(sentence) else (UNANNOUNCED,)
    known = (WHOLE, *unannounced, SOON) if len(sentence) <= LONGEST else ()
    return any(pattern.fullmatch(sentence) for pattern in known)


def is_empty_block(passage: Passage, text: str) -> bool:
    """Whether a passage is no more than the words on an editor’s empty block or button."""
    bare = text.rstrip("… ")
    return (
        passage.kind in ONE_LINE and len(text) <= LONGEST and bool(ALONE.fullmatch(bare) or OF_EDITOR.fullmatch(bare))
    )
