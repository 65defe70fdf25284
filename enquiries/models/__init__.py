"""The tables of enquiries; no verbs. Everything in this app may import it, and it imports nothing of the app."""

from enquiries.models.asked_question import AskedQuestion
from enquiries.models.attachment import Attachment
from enquiries.models.choices import (
    Assignment,
    Channel,
    Engagement,
    Outcome,
    ReplyBy,
    RightToWork,
    Role,
    Source,
    State,
    Urgency,
)
from enquiries.models.cover.absence import Absence
from enquiries.models.cover.closure import Closure
from enquiries.models.cover.turn import Turn
from enquiries.models.cv import CV, PendingCV, Scan
from enquiries.models.enquiry import Enquiry, SearchText, SearchWord
from enquiries.models.event import Event
from enquiries.models.handoff import Handoff, Happening, Receiver
from enquiries.models.importing.entry_import import EntryFile, EntryImport
from enquiries.models.importing.entry_mark import EntryMark
from enquiries.models.incoming_mail import IncomingMail, Mailbox
from enquiries.models.mail_choice import MailChoice, MailPreference
from enquiries.models.notice import Notice
from enquiries.models.privacy import PrivacyRequest, Retention
from enquiries.models.promise import KeptPromise, ReplyPromise
from enquiries.models.protection.consent import Consent, Suppression
from enquiries.models.protection.viewing import Viewing, ViewingPeriod
from enquiries.models.reply import DraftFile, ReplyDraft, Signature, WritingNow
from enquiries.models.routing import RoutingRule, Team
from enquiries.models.saved_filter import SavedFilter
from enquiries.models.tally import EDITION, By, GroupTally, GuideTally, Tally, WaitTally
from enquiries.models.template import ReplyTemplate
from enquiries.models.throttle import Submission
from enquiries.models.wording import Wording

__all__ = [
    "CV",
    "EDITION",
    "Absence",
    "AskedQuestion",
    "Assignment",
    "Attachment",
    "By",
    "Channel",
    "Closure",
    "Consent",
    "DraftFile",
    "Engagement",
    "Enquiry",
    "EntryFile",
    "EntryImport",
    "EntryMark",
    "Event",
    "GroupTally",
    "GuideTally",
    "Handoff",
    "Happening",
    "IncomingMail",
    "KeptPromise",
    "MailChoice",
    "MailPreference",
    "Mailbox",
    "Notice",
    "Outcome",
    "PendingCV",
    "PrivacyRequest",
    "Receiver",
    "ReplyBy",
    "ReplyDraft",
    "ReplyPromise",
    "ReplyTemplate",
    "Retention",
    "RightToWork",
    "Role",
    "RoutingRule",
    "SavedFilter",
    "Scan",
    "SearchText",
    "SearchWord",
    "Signature",
    "Source",
    "State",
    "Submission",
    "Suppression",
    "Tally",
    "Team",
    "Turn",
    "Urgency",
    "Viewing",
    "ViewingPeriod",
    "WaitTally",
    "Wording",
    "WritingNow",
]
