"""The pages on which replies are written, looked at, sent and scheduled. What is sent to them is kept as a draft first."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.lib.admin_pages import AdminPage, has
from articles.lib.days import moment_in_words
from enquiries.admin.common import REFUSED, attempt, enquiry_page, render, safe_or_post
from enquiries.admin.replies import signatures
from enquiries.admin.replies.form import ReplyForm, begun, taken_up, templates_for
from enquiries.admin.work_list import carrying
from enquiries.handling import drafts, placeholders, presence, scheduling, verbs
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, Event, State
from enquiries.notices import replies
from enquiries.notices.writing import NO_ADDRESS

MAY_REPLY = has("enquiries.handle_enquiry")
WORDS = ("subject", "body", "cc")


def reply(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Step by step on one address: write, preview, send, each a form without a session behind it."""
    if request.method != "POST":
        return _begin(request, enquiry)
    if "discard" in request.POST:
        drafts.discard(enquiry, request.user)
        messages.success(request, "Your draft is thrown away.")
        return redirect(carrying.page_of(request, enquiry))
    form = _bound(request, enquiry)
    is_valid = form.is_valid()
    _keep(request, enquiry, form)
    if "save" in request.POST and "uploads" not in form.errors:
        messages.success(request, "Your draft is saved. You find it on the page of the enquiry.")
        return redirect(carrying.page_of(request, enquiry))
    if not is_valid:
        return _write(request, enquiry, form, status=REFUSED)
    if "send" in request.POST:
        return _send(request, enquiry, form)
    if "preview" in request.POST:
        return _preview(request, enquiry, form)
    return _write(request, enquiry, form)


def autosave(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Keeps what stands in the form, where something was typed, and says who else is writing."""
    said = {"writing": _writing(request, enquiry)}
    if "body" in request.POST and _keep_words(request, enquiry, quietly=True):
        said["saved"] = f"Your draft was saved at {timezone.localtime():%H:%M}."
    return JsonResponse(said)


def scheduled(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Sends the scheduled reply named by `now` at once, or takes the one named by `back` back."""
    if now := request.POST.get("now"):
        attempt(request, "The reply is being sent.", scheduling.send_now, enquiry, now, by=request.user)
    elif back := request.POST.get("back"):
        done = "The reply is taken back. Its words are a draft again."
        attempt(request, done, scheduling.take_back, enquiry, back, by=request.user)
    return redirect(carrying.page_of(request, enquiry))


def _begin(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    if not enquiry.is_in_hand:
        messages.error(request, verbs.NOT_IN_HAND[State(enquiry.state)])
        return redirect(carrying.page_of(request, enquiry))
    if not enquiry.email:
        messages.error(request, NO_ADDRESS)
        return redirect(carrying.page_of(request, enquiry))
    draft = drafts.of(enquiry, request.user)
    if draft and "template" not in request.GET:
        return _write(request, enquiry, ReplyForm(initial=taken_up(enquiry, draft)))
    chosen = request.GET.get("template", "")
    return _write(request, enquiry, ReplyForm(initial=begun(enquiry, chosen, request.user)))


def _bound(request: HttpRequest, enquiry: Enquiry) -> ReplyForm:
    return ReplyForm(
        request.POST,
        request.FILES,
        filled=placeholders.values(enquiry, request.user),
        kept=list(drafts.files(enquiry, request.user)),
        removed=request.POST.getlist("remove"),
    )


def _keep(request: HttpRequest, enquiry: Enquiry, form: ReplyForm) -> None:
    _keep_words(request, enquiry, add=form.sound, remove=request.POST.getlist("remove"))


def _keep_words(request: HttpRequest, enquiry: Enquiry, *, quietly: bool = False, **files: Any) -> bool:
    """Whether they are kept, as they were typed."""
    words: dict[str, Any] = {
        name: request.POST.get(name, "").replace("\x00", "").replace("\r\n", "\n") for name in WORDS
    }
    seen = ReplyForm.base_fields["replies_seen"].clean(request.POST.get("replies_seen"))
    try:
        kept = drafts.keep(enquiry, request.user, **words, replies_seen=int(seen) if seen.isdecimal() else 0, **files)
    except NotAllowed as refusal:
        if not quietly:
            messages.error(request, str(refusal))
        return False
    return kept is not None


def _send(request: HttpRequest, enquiry: Enquiry, form: ReplyForm) -> HttpResponse:
    at = form.cleaned_data["at"]
    done = f"Your reply leaves on {moment_in_words(at)}." if at else "Your reply is on its way."
    if attempt(request, done, drafts.send, enquiry, request.user, **form.cleaned_data):
        presence.leave(enquiry, request.user)
        return redirect(carrying.page_of(request, enquiry))
    again = request.POST.dict() | {"replies_seen": verbs.replies_sent(enquiry)}
    return _write(request, enquiry, ReplyForm(initial=again), status=REFUSED)


def _preview(request: HttpRequest, enquiry: Enquiry, form: ReplyForm) -> HttpResponse:
    presence.note(enquiry, request.user)
    context = {
        "title": f"Preview of the reply to {enquiry.name}",
        "enquiry": enquiry,
        "form": form,
        "fields": [field for field in form if field.name != "uploads"],
        "files": drafts.files(enquiry, request.user),
    }
    return render(request, "reply_preview", context)


def _write(request: HttpRequest, enquiry: Enquiry, form: ReplyForm, *, status: int = 200) -> HttpResponse:
    user, draft = request.user, drafts.of(enquiry, request.user)
    context = {
        "title": f"Reply to {enquiry.name}",
        "enquiry": enquiry,
        "form": form,
        "templates": templates_for(enquiry),
        "chosen": request.GET.get("template", ""),
        "draft": draft,
        "is_behind": draft and draft.replies_seen < verbs.replies_sent(enquiry),
        "files": drafts.files(enquiry, user),
        "writing": _writing(request, enquiry),
        "carried": carrying.carried(request),
        "wrote_last": enquiry.events.filter(kind=Event.Kind.WROTE).last(),
        "scheduled": replies.scheduled(enquiry).select_related("event__by"),
    }
    return render(request, "reply", context, status=status)


def _writing(request: HttpRequest, enquiry: Enquiry) -> str:
    """Who else is writing, in a sentence; empty when nobody is."""
    others = presence.note(enquiry, request.user)
    verb = "is" if len(others) == 1 else "are"
    return f"{' and '.join(others)} {verb} writing to {enquiry.name}, too." if others else ""


PAGES = (
    AdminPage("signature/", safe_or_post(signatures.page), "enquiries_signature", MAY_REPLY),
    enquiry_page("reply", safe_or_post(reply), MAY_REPLY),
    enquiry_page("reply/draft", require_POST(autosave), MAY_REPLY),
    enquiry_page("reply/scheduled", require_POST(scheduled), MAY_REPLY),
)
