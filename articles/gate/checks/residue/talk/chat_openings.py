"""How an assistant begins: it assents, hands over what was asked for, and says what it is."""

import re

from articles.gate.prose.patterns import filtered

WORK = (
    r"(?:guides?|articles?|(?:blog )?posts?|blog|drafts?|texts?|copy|headlines?|titles?|headings?|introductions?"
    r"|intros?|"
    r"paragraphs?|sections?|outlines?|conclusions?|meta descriptions?|pages?|content|table|passages?)"
)
MADE = (
    r"(?:versions?|drafts?|rewrites?|options|ideas|suggestions|alternatives|variations|variants|outlines?|summary"
    r"|headlines?|"
    r"titles?|introductions?|paragraphs?|breakdown|sections?|text|article|guide|post|copy)"
)
COUNTED = r"(?:an?|the|your|some|a few|two|three|four|five|six|seven|eight|ten|\d+)"
DONE = (
    r"(?:rewritten|revised|updated|edited|polished|shortened|shorter|corrected|cleaned[- ]up|cleaner|refined|improved|"
    r"reworked|rephrased|reworded|condensed|expanded|simplified|final|complete|finished|friendlier|warmer|more \w+|"
    r"\d[\d,]*[- ]word|SEO[- ]\w+)"
)
HERE = r"(?:here(?:[’']s| is| are)|below (?:is|are)|this is)"
PRESENTING = (
    rf"{HERE} (?:{COUNTED} )?{DONE}(?:,? \w+)? (?:{MADE}|{WORK})\b"
    rf"(?: (?:for|in|on|that|with|to)\b.*| of (?:your|the|this|that) (?:[\w-]+ ){{0,2}}(?:{MADE}|{WORK})\b.*)?",
    rf"{HERE} (?:{COUNTED} )?(?:[\w-]+ ){{0,2}}{MADE} (?:for|of|in) (?:your|the|this) (?:[\w-]+ ){{0,2}}{WORK}\b.*",
    rf"{HERE} your (?:[\w-]+ ){{0,2}}{WORK}",
    rf"{HERE} (?:an? |the )?(?:(?:[\w-]+ )?(?:draft|outline)|{WORK}|text|copy) (?:of |for |about |on |in (?:a"
    rf"|British|UK|plain)\b)(?:your (?:[\w-]+ )?{WORK}|an? {WORK}|hiring\b.*|.*\b(?:tone|English|style|voice))",
    rf"{HERE} (?:an? |the |your )?(?:[\w-]+ ){{0,2}}(?:{MADE}|{WORK}) (?:you (?:can|could|asked|requested|wanted)"
    rf"|as (?:you )?requested|for you to)\b.*",
    rf"{HERE} an? (?:[\w-]+ ){{0,2}}(?:blog post|article|draft|introduction|outline) (?:about|on) .*",
    r"based on your (?:request|input|requirements|notes|brief),.*",
    rf"{HERE} (?:an? |the )(?:draft|rewritten|revised|polished|updated|corrected) [\w -]{{3,40}}\b(?:about|on|for) .*",
)
# Who says “we” presents the work of a team.
PRESENTED = filtered(rf"(?!.*\bwe\b)(?:{'|'.join(PRESENTING)})", re.IGNORECASE)
# How an answer begins, before it comes to the matter.
OPENING = filtered(
    r"(?:sure(?: thing)?|certainly|of course|absolutely|great question|got it|understood|no problem|happy to help"
    r"|okay|ok|"
    r"you[’']re (?:absolutely )?right|thank you for the clarification|thanks for (?:the clarification|sharing)|great)"
    rf"(?:[!.] |, |[ ]?[—–-] ?)(?:(?:and )?{HERE} (?:an? |the |your |some )?(?:[\w-]+ )*?(?:{MADE}|{WORK}|text"
    rf"|table)\b|i can help (?:you )?with that|i[’']ll (?:write|rewrite|draft)|i made a mistake|i[’']ve (?:rewritten"
    rf"|revised|updated|shortened)|let[’']s (?:look|break|dive)|i will write)"
    r"|i will write the (?:guide|article|post) in an?\b",
    re.IGNORECASE,
)
# What was done to the text, after a word of assent: “Done. I’ve tightened the wording.”
EDITED = filtered(
    r"(?:sure(?: thing)?|certainly|of course|absolutely|great|got it|understood|no (?:problem|worries)|happy to(?: help)?|okay|ok|"
    r"done|all (?:set|done)|perfect|noted|good (?:point|catch)|you[’']re (?:absolutely )?right|thanks for the (?:feedback|clarification)"
    r"|thank you for the (?:feedback|clarification)|sorry about that|apologies)(?:[!.]| ?[,—–-]) ?I(?:[’']ve"
    r"| have|[’']ll| will) (?:now |also |just )?"
    r"(?:made|rewritten|reorgani[sz]ed|restructured|taken out|tightened|put|shortened|corrected|softened|removed|cut|changed|"
    r"turned|polished|trimmed|fixed|added|updated|kept|simplified|rephrased|reworded|expanded|replaced|moved|swapped|write|rewrite|draft)\b"
    r".*\b(?:tone|wording|text|paragraphs?|intro\w*|headings?|headlines?|sections?|opening|clich[eé]s?|jargon|grammar|sentences?|"
    r"words|British|English|figures|dates|examples?|versions?|article|guide|draft|notes|copy|length|style|spelling|bullets?|list|table)\b",
    re.IGNORECASE,
)
ABOUT_ITSELF = filtered(
    r"\bas an? (?:(?:AI|artificial intelligence)(?: language)?(?: model| assistant| chatbot)?"
    r"|(?:large )?language model)(?: (?:trained|developed|created) by \w+)?, (?:I\b|my\b)"
    r"|\bI(?:[’']m| am) (?:just |only )?an? (?:AI\b|(?:large )?language model|virtual assistant)|\bI(?:[’']m"
    r"| am) (?:not able|unable) to (?:browse|access|verify|provide)\b"
    r"|\bas an? artificial intelligence\b(?=,|$| (?:language|assistant|model|system))"
    r"|\bmy (?:knowledge|training)(?: data)? (?:cut-?off|ends|only goes|was last updated)"
    r"|\bas of my (?:last|latest|most recent|knowledge|training)\b"
    r"|\bI (?:don[’']t|do not) have (?:access to )?(?:real-time|current|up-to-date) (?:data|information|access)"
    r"|\bI (?:can[’']t|cannot|can not) (?:browse|access) the (?:internet|web)"
    r"|\bI[’']m sorry, but I (?:can[’']t|cannot|am unable to|[’']m unable to) (?:help|assist|provide|comply|fulfil)"
    r"|\bI (?:apologi[sz]e|am sorry) for (?:the|any) (?:confusion|misunderstanding|oversight|mistake in my)"
    rf"|^I(?:[’']ve| have) (?:rewritten|shortened|rephrased|reworded|condensed|polished|restructured"
    rf"|simplified) (?:the|your|this) (?:{WORK}|wording|tone)\b"
    r"|^I(?:[’']ve| have) (?:made|kept) (?:the|your) (?:text|tone|paragraph|language|wording|introduction)\b"
    r"|\bI (?:can[’']t|cannot) (?:provide|give|offer) (?:legal|tax|financial) advice, but here\b"
    r"|^I[’']d be happy to help you (?:write|with|draft|create)"
    r"|\b(?:written|generated|created|produced) (?:by|with|using) (?:ChatGPT|Claude|Gemini|Copilot"
    r"|an AI (?:assistant|model))[.!]?$",
    re.IGNORECASE,
)
