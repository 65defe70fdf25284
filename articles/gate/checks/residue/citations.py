"""Marks by which assistants cite their sources, and which mean nothing outside the chat."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.own_words import own_words
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

CITATION = Rule(
    check="chat-citation",
    level=Level.BLOCKS,
    why="It is an assistant’s mark for a source that readers cannot open.",
    advice="Link the source itself, once you have read it there, or remove the mark.",
)
MARK = filtered(
    r":?contentReference|\boai_?cit\w*|\boaicite|【[^【】]{0,60}(?:†|\d|source)[^【】]{0,60}】|†(?:source\b|L\d)|‡\w+\.\w"
    r"|\b(?:file)?cite(?=turn\d)|turn\d+(?:search|view|news|file|image|academia|fetch)\d+|\bfilecite\b"
    r"|\[\^\d+\^?\]|\[(?:citation|cite|source|web|attached_file|search|doc|footnote): ?\d[\d, ]*\]|\[cite_(?:start|end)\]"
    r"|\[INLINE_CITATION\]|utm_source=(?:chatgpt|openai|perplexity|copilot|claude)|\bsandbox:/mnt/|<grok:\w+"
    r"|\bppl-ai-file-upload|\(cite index=|\{\{cite:\d+\}\}|[\ue200-\ue2ff]",
    re.IGNORECASE,
)
HINT = filtered(r"[:_【†‡\^\ue200-\ue2ff=-]|cite|turn\d", re.IGNORECASE)


def chat_citation(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“【4†source】”, “[oaicite:2]”, “citeturn0search2”."""
    for passage in guide.passages:
        text = own_words(passage)
        if HINT.search(text) and (found := MARK.search(text)):
            what = f"“{found[0]}” is an assistant’s mark for a source."
            yield CITATION.found(passage.place, what, excerpt=cut(passage.text))


CHECKS = (chat_citation,)
