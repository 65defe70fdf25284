"""What mail programs call the elements into which they put the mail that is answered, and signatures."""

import re

from enquiries.inbound.parsing.words.lines import Mark
from enquiries.inbound.parsing.words.tags import Tag

# Outlook on the web, on the phone, of Windows (old and new) and of Macs; Hotmail; Thunderbird; Yahoo; Zimbra; eM Client.
HISTORY = re.compile(
    r"(?:^|\s)(?:x_)*(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container"
    r"|ms-outlook-mobile-reference-message|OLK_SRC_BODY_SECTION|OutlookMessageHeader|stopSpelling|zwchr"
    r"|moz-forward-container|zmail_extra|isForwardContent)(?:$|\s)|yahoo_quoted",
    re.IGNORECASE,
)
OUTLOOK_RULE = re.compile(r"border:\s*none;\s*border-top:\s*solid\s+#?\w+\s+1\.0pt;\s*padding:\s*3\.0pt", re.IGNORECASE)
ATTRIBUTION = re.compile(r"gmail_attr|moz-cite-prefix|replyHeader", re.IGNORECASE)
SIGNATURE = re.compile(
    r"(?:^|\s)(?:gmail_signature(?:_prefix)?|moz-signature|Signature|ms-outlook-mobile-signature|ms-outlook-signature"
    r"|protonmail_signature_block(?:-user|-proton)?|AppleMailSignature|tutanota_signature|messageSignatureSection|zmail_signature)(?:$|\s)",
    re.IGNORECASE,
)
QUOTE = re.compile(r"quote|cite|zmail|reply", re.IGNORECASE)
BESIDE_A_LINE = re.compile(r"border-left(?:-width)?:[^;]*\b[1-9]", re.IGNORECASE)
HIDDEN = re.compile(r"display:\s*none", re.IGNORECASE)
INDENT = re.compile(r"border(?:-width)?:\s*(?:none|0)|^margin", re.IGNORECASE)


def mark(tag: Tag) -> Mark:
    """What the element says of the lines in it or, for `HISTORY`, of all that follow."""
    names = f"{tag.get('id')} {tag.get('class')} {tag.get('name')}"
    if HISTORY.search(names) or (tag.name == "div" and OUTLOOK_RULE.search(tag.get("style"))):
        return Mark.HISTORY
    if ATTRIBUTION.search(names):
        return Mark.ATTRIBUTION
    return Mark.SIGNATURE if SIGNATURE.search(names) else Mark.NONE


def quotes(tag: Tag) -> bool | None:
    """Whether the element holds a quotation of a mail; None for a `<blockquote>` that could also be the writer's own."""
    if tag.name == "div":
        return tag.get("name") == "quote" and bool(BESIDE_A_LINE.search(tag.get("style")))
    if tag.name != "blockquote":
        return False
    names = f"{tag.get('id')} {tag.get('class')}"
    if tag.get("type").lower() == "cite" or tag.get("cite") or QUOTE.search(names):
        return True
    if BESIDE_A_LINE.search(tag.get("style")):
        return True
    return False if INDENT.search(tag.get("style")) else None


def is_hidden(tag: Tag) -> bool:
    return bool(HIDDEN.search(tag.get("style")))
