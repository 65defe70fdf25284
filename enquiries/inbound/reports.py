"""What mail servers report about mails of ours: that one came back, is late, or was marked as spam."""

from datetime import timedelta

from django.db.models.functions import Now

from articles.outbox.models import Message
from enquiries.inbound import conversation
from enquiries.inbound.parsing import Kind, Report
from enquiries.models import Enquiry, Notice
from enquiries.notices import bounces
from enquiries.notices.sending import TO_ENQUIRER

REPORTED_WITHIN = timedelta(days=7)  # servers give up after five (RFC 5321, section 4.5.4.1)
LONGEST = 300
MARKED = "marked as spam by its recipient"


def take_in(kind: Kind, report: Report) -> tuple[Enquiry | None, bool]:
    """Notes the report. Returns the enquiry that the mail was about, if there is one, and whether the mail was ours."""
    message = about(report.original_message_id, report.recipient)
    if message is None:
        return None, False
    said = MARKED if kind == Kind.COMPLAINT else one_line(report.said or report.status)
    notice = Notice.objects.select_related("enquiry").filter(pk=message.pk).first()
    if kind == Kind.DELAY or not report.is_permanent:
        if notice:
            conversation.auto_replied(notice.enquiry, f"Delayed: {bounces.words_of(notice, said)}")
    else:
        bounces.record(message.message_id, said)
    return notice.enquiry if notice else None, True


def about(message_id: str, recipient: str) -> Message | None:
    """The mail of ours that a report is about: by its Message-ID, or else the last that went to this enquirer."""
    if message_id and (named := Message.objects.filter(message_id=message_id).first()):
        return named
    # By way of the enquiry, whose address has an index; messages have none.
    theirs = Notice.objects.filter(enquiry__email__in=(recipient, recipient.lower()), kind__in=TO_ENQUIRER)
    lately = theirs.filter(sent_at__gt=Now() - REPORTED_WITHIN).order_by("-sent_at")
    return lately.first() if recipient else None


def one_line(text: str) -> str:
    """A server's words as the history keeps them."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())[:LONGEST]
