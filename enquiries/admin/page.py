"""What the page of one enquiry shows."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.utils import timezone

from articles.lib.days import moment_in_words
from enquiries import answers, countdown, working_hours
from enquiries.admin import actions, conversation, grouping
from enquiries.admin.handoff import pages as other_systems
from enquiries.admin.protection import viewings
from enquiries.admin.replies import standing as replies
from enquiries.consents import suppression
from enquiries.handling import files, permissions
from enquiries.handling.similar import similar
from enquiries.models import Attachment, Enquiry, Event, IncomingMail, Notice, ReplyBy, State
from enquiries.notices.recipients import answered_by
from enquiries.previews import documents
from enquiries.privacy import disclosure
from enquiries.scanning import verdicts
from enquiries.teams import cover_seen_by


def context(enquiry: Enquiry, user: Any) -> dict[str, Any]:
    now = timezone.now()
    away = cover_seen_by(user)
    requests = list(enquiry.privacy_requests.open().with_obstacles())
    events = list(_events(enquiry))
    notices = [(notice, *_state(notice)) for notice in _notices(enquiry)]
    offered = actions.offered(enquiry, user)
    may_answer = enquiry.is_in_hand and not enquiry.is_restricted
    return {
        "enquiry": enquiry,
        "answers": answers.in_words(enquiry, answers.WANTED),
        "cv": (cv := disclosure.cv(enquiry)),
        "is_cv_unscanned": cv and verdicts.must_warn(cv),
        "live_guide": enquiry.guide and enquiry.guide.revisions.published().defer("stored").first(),
        "countdown": countdown.in_words(enquiry, working_hours.for_team(enquiry.team), now),
        "absence": away.absence_of(enquiry.owner),
        "answered_by": answered_by(enquiry, away),
        "is_overdue": enquiry.is_overdue(now),
        "similar": similar(enquiry, permissions.visible_to(user)),
        "notices": notices,
        "has_failed_notices": any(state == "bad" for _, state, _ in notices),
        "systems": other_systems.section(enquiry),
        "suppressed": suppression.of(enquiry.email),
        "may_settle": user.has_perm("enquiries.handle_enquiry"),
        "requests": requests,
        "may_see_requests": bool(requests) and permissions.may_see_requests(user),
        **replies.about(enquiry, user),
        "history": conversation.stretches(events),
        "said_last": conversation.said_last(events),
        "actions": offered,
        "first_actions": grouping.first(offered),
        "action_groups": grouping.groups(offered),
        "may_reply": may_answer and enquiry.email and user.has_perm("enquiries.handle_enquiry"),
        "may_call": may_answer and enquiry.phone_link,
        "wishes_call": enquiry.reply_by == ReplyBy.PHONE,
        "viewings": viewings.latest(enquiry, user),
        "may_propose": enquiry.state not in (State.SPAM, State.ERASED)
        and not enquiry.is_restricted
        and user.has_perm("enquiries.handle_enquiry"),
        "shown": documents.KINDS,
        "files": list(files.of(enquiry)),
        "may_add_files": enquiry.state != State.ERASED
        and not enquiry.is_restricted
        and user.has_perm("enquiries.handle_enquiry"),
        "may_erase": user.has_perm("enquiries.erase_enquiry"),
        "may_download": user.has_perm("enquiries.download_cv"),
    }


def _events(enquiry: Enquiry) -> QuerySet[Event]:
    """The history, with the mails and files that came with its lines, but not what is large of them."""
    mails = Prefetch("mail", IncomingMail.objects.defer("raw", "text"))
    files = Prefetch("attachments", Attachment.objects.defer("content"))
    return enquiry.events.select_related("by").prefetch_related(mails, files)


def _notices(enquiry: Enquiry) -> QuerySet[Notice]:
    return enquiry.notices.defer("text", "html").select_related("event").annotate(tries=Count("attempts"))


def _state(notice: Any) -> tuple[str, str]:
    """In which state a notice is: a word for the stylesheet, and words for people."""
    if notice.bounced_at:
        return "bad", f"did not arrive: bounced on {moment_in_words(notice.bounced_at)}"
    if notice.sent_at:
        return "good", f"sent on {moment_in_words(notice.sent_at)}"
    if notice.undeliverable_at:
        return "bad", f"undeliverable: refused for good on {moment_in_words(notice.undeliverable_at)}"
    if notice.is_held:
        return "held", "held while this is suspected spam or its use restricted"
    if notice.is_scheduled:
        return "held", f"leaves on {moment_in_words(notice.not_before)}"
    if notice.tries:
        return "bad", f"not sent yet (tries: {notice.tries}), next on {moment_in_words(notice.due_at)}"
    return "waiting", "waiting to be sent"
