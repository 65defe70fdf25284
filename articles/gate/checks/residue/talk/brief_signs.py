"""Signs that a line tells a writer, or an assistant, what to write."""

import re

from articles.gate.checks.residue.talk.signs import Signs
from articles.gate.prose.patterns import filtered

TEXT = (
    r"(?:blog posts?|posts?|articles?|guides?|drafts?|texts?|copy|sections?|paragraphs?|sentences?|outlines?|introductions?|intros?|"
    r"summar(?:y|ies)|conclusions?|headlines?|titles?|(?:sub)?headings?|bullets?|bullet points|listicles?|FAQs?|web ?page|content|passage|"
    r"job (?:adverts?|descriptions?)|essay|body|opening|closing|hook|meta descriptions?)"
)
WEIGHTED = (
    # A label of a brief, an order to write, or who somebody is to be: one of them is there.
    (2, filtered(r"^\W*(?:system|user|assistant|role|task|goal|aim|objective|context|persona|format|output|length"
        r"|word ?count|style|tone|voice|audience|reader|angle|hook|language|structure|constraints?|instructions?"
        r"|rules?|input|requirements?|brief|topic|headline|title|subtitle|slug|excerpt|CTA|(?:primary"
        r"|secondary) CTA|keywords?|key ?phrase|meta|SEO|H[1-6]|(?:section|paragraph|part|step|heading"
        r"|para) \d{1,2}|introduction|intro|conclusion|body|opening|closing|sources to use|do not|avoid"
        r"|must include|include|deliverables?|channel|platform|intent|reading level|search intent)(?: (?:title"
        r"|description|keyword|tag|of voice|count|phrase|audience|level|density|length"
        r"|image))? ?(?:\([^()]{2,60}\) ?)?(?::| [–—-] |\()", re.IGNORECASE)),
    (2, filtered(r"^\W*(?:please |now |then |next,? |also |always |never )?(?:write|re-?write|summari[sz]e|expand|shorten"
        r"|rephrase|paraphrase|translate|proofread|generate|create|draft|produce|compose|continue|output|format"
        r"|use|avoid|do not|don[’']t|include|mention|keep|make|ensure|act as|imagine you|pretend|respond|answer"
        r"|reply|return|give me|suggest|list|add|start|begin|end|finish|limit|stick|optimi[sz]e|explain|describe"
        r"|improve|edit|turn|convert|insert|repeat|cite|assume|adopt|aim|link|spell)\b", re.IGNORECASE)),
    (5, filtered(r"\byou are an? (?:[\w-]+ ){0,4}(?:assistant|copywriter|writer|expert|editor|journalist|strategist"
        r"|specialist|consultant|recruiter|blogger|marketer|author)\b(?=\.$|,| who| with| writing| at| for| in)"
        r"|^(?:system|user|assistant|human|AI): ", re.IGNORECASE)),
    (1, filtered(r"\b(?:CTA|slug|meta|H[1-6]|keywords?|keyphrase|SEO|excerpt|audience|tone|word count|intent|persona)\b[^:"
        r"|]{0,15}(?::| [–—-] )", re.IGNORECASE)),
    (2, filtered(r"\bthe (?:following|above)(?= (?:so|in|to|for|as)\b|[:.]|$)|\b(?:the )?(?:words?"
        r"|phrases?) [“‘\"']?\w+[”’\"']?(?=[.,]|$)", re.IGNORECASE)),
    (2, filtered(rf"\b(?:the|this|each|every|one|first|last|following|my|an?|in) (?:[\w-]+ )?{TEXT}\b(?: (?:above|below|in"
        rf"|into|to|so|about|on|for))?", re.IGNORECASE)),
    # What only writers and assistants are told of.
    (2, filtered(r"\b(?:keyword\w*|keyphrases?|H[1-6](?: tags?)?|meta (?:title|description)|slug|em dash(?:es)?"
        r"|AI detector\w*|(?:sounds?|passes|reads?) (?:as |more |less )?(?:human|natural|robotic|salesy)|as human"
        r"|mention (?:AI|that you)|British English|UK English|American English|plain English|UK spelling"
        r"|passive voice|active voice|second[- ]person|third[- ]person|first[- ]person|listicle|brand name"
        r"|brand voice|tone of voice|house style|grade \d|Flesch|reading level|word limit|internal links?"
        r"|call to action|CTA|in (?:HTML|Markdown|JSON|a table|bullet)|from where you left off|no (?:jargon"
        r"|clich[eé]s|fluff|emojis?|hashtags)|clich[eé]s|fluff|emojis?|hashtags|delve|sub-?headings?"
        r"|short sentences|search intent|AIDA|EEAT|E-E-A-T|backlinks?|anchor text|alt text|featured snippet"
        r"|schema)\b", re.IGNORECASE)),
    (2, filtered(r"\b(?:about |around |up to |max(?:imum|\.)? |under |at least |fewer than |roughly "
        r"|\d+[-–])?(?!1 )\d[\d,]*(?:[-–]\d+)?[- ](?:words?|characters?|chars|paragraphs?|sentences?|bullets?"
        r"|bullet points|items|headings|tips|keywords?)\b|\b(?:once|twice|three times|\d+ times)\b|\bin (?:two"
        r"|three|four|five|\d+) (?:sentences|paragraphs|bullet points|words|steps)", re.IGNORECASE)),
    (1, filtered(r"^(?:section|paragraph|part|para|intro\w*|conclusion|heading|body)(?: \d{1,2})? ?\([^()]*\d+ words", re.IGNORECASE)),
    (1, filtered(r"[^.!?]$")),
    # It is for readers after all.
    (-3, filtered(r"\b(?:your|CVs?|candidates?|cover letters?|interviewers?|employers?|recruiters?|applicants?|users?"
        r"|developers|code|page\w*|portfolio|we|they|team)\b", re.IGNORECASE)),
)  # fmt: skip
BRIEF = Signs(WEIGHTED, enough=6, certain=7, longest=200, leading=3)
