"""The page of one enquiry, and what can be done there. Views only call verbs; no state is set here."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.audit import recording as audit
from articles.lib import attachments
from articles.lib.admin_pages import AdminPage, ReadOnly, any_staff, confirmed_change, has
from enquiries import history
from enquiries.admin import actions, page, proposing, replying, reports
from enquiries.admin.correcting import ContactForm
from enquiries.admin.work_list import carrying
from enquiries.admin.work_list import page as list_page
from enquiries.handling import delivery, permissions, verbs
from enquiries.locking import NotAllowed
from enquiries.models import CV, Enquiry, Event, Notice, Scan, State
from enquiries.privacy import erasure
from enquiries.scanning import verdicts

FOLDER = "admin/enquiries/enquiry"
LIST = "admin:enquiries_enquiry_changelist"
REFUSED = 422
DROPPED = "The message is dropped. It will not be sent."
CORRECTED = "The contact details are saved. Mail to the enquirer goes to the address that you see here."
safe_or_post = require_http_methods(["GET", "HEAD", "POST"])


def _visible(request: HttpRequest, pk: int) -> Enquiry:
    """The enquiry, if the user may see it; otherwise there is none."""
    related = ("owner", "team", "guide", "privacy_wording", "marketing_wording")
    return get_object_or_404(permissions.visible_to(request.user).select_related(*related), pk=pk)


def _enquiry_page(name: str, view: Callable[..., Any], may: Callable[..., bool] = any_staff) -> AdminPage:
    return AdminPage(f"<int:pk>/{name}/", view, f"enquiries_enquiry_{name}", may, _visible)


@admin.register(Enquiry)
class EnquiryAdmin(ReadOnly, admin.ModelAdmin):
    """Replaces the admin's list and form: an enquiry is worked on, not edited."""

    def get_urls(self) -> list[URLPattern]:
        pages = (
            *reports.PAGES,
            *list_page.PAGES,
            _enquiry_page("change", require_safe(self.page)),
            _enquiry_page("reply", safe_or_post(self.reply), has("enquiries.handle_enquiry")),
            _enquiry_page("contact", confirmed_change(safe_or_post(self.contact)), has("enquiries.handle_enquiry")),
            _enquiry_page("question", safe_or_post(proposing.propose), has("enquiries.handle_enquiry")),
            _enquiry_page("notices", require_POST(self.notices), has("enquiries.handle_enquiry")),
            _enquiry_page("erase", confirmed_change(safe_or_post(self.erase)), has("enquiries.erase_enquiry")),
            _enquiry_page("cv", require_http_methods(["GET", "POST"])(self.cv), has("enquiries.download_cv")),
            AdminPage("<int:pk>/<slug:key>/", self.act, "enquiries_enquiry_act", find=_visible),
        )
        return [page.url(self.admin_site) for page in pages]

    def page(self, request: HttpRequest, enquiry: Enquiry, *, bound: dict[str, Any] | None = None) -> HttpResponse:
        """The page; `bound` holds the form of an action that could not be taken as filled in."""
        context = page.context(enquiry, request.user) | carrying.context(request, enquiry)
        for key, form in (bound or {}).items():
            context["actions"][key]["form"] = form
        title = f"{enquiry.name or 'Erased enquiry'} ({enquiry.reference})"
        context |= {"title": title, "refused": bool(bound)}
        return self._render(request, "page", context, status=REFUSED if bound else 200)

    def act(self, request: HttpRequest, enquiry: Enquiry, key: str) -> HttpResponse:
        """Takes the action that the address names."""
        action = actions.ACTIONS.get(key)
        if action is None:
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not request.user.has_perm(action.permission):
            raise PermissionDenied
        form = actions.form_for(key, request.POST)
        if not form.is_valid() and action.fits(enquiry):
            return self.page(request, enquiry, bound={key: form})
        self._try(request, action.done, action.run, enquiry, request.user, getattr(form, "cleaned_data", {}))
        return self._back_to(request, enquiry)

    def reply(self, request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
        """Step by step on one address: write, preview, send, each a form without a session behind it."""
        if request.method != "POST":
            if not enquiry.is_in_hand:
                messages.error(request, verbs.NOT_IN_HAND[State(enquiry.state)])
                return redirect(carrying.page_of(request, enquiry))
            chosen = request.GET.get("template", "")
            return self._write(request, enquiry, replying.begun(enquiry, chosen, request.user))
        form = replying.ReplyForm(request.POST)
        if not form.is_valid():
            return self._write(request, enquiry, form, status=REFUSED)
        if "send" in request.POST:
            if self._try(
                request, "Your reply is on its way.", verbs.reply, enquiry, by=request.user, **form.cleaned_data
            ):
                return redirect(carrying.page_of(request, enquiry))
            return self._write(request, enquiry, replying.shown_again(enquiry, form), status=REFUSED)
        if "edit" in request.POST:
            return self._write(request, enquiry, form)
        context = {"title": f"Preview of the reply to {enquiry.name}", "enquiry": enquiry, "form": form}
        return self._render(request, "reply_preview", context)

    def _write(self, request: HttpRequest, enquiry: Enquiry, form: Any, *, status: int = 200) -> HttpResponse:
        context = {
            "title": f"Reply to {enquiry.name}",
            "enquiry": enquiry,
            "form": form,
            "templates": replying.templates_for(enquiry),
            "chosen": request.GET.get("template", ""),
        }
        return self._render(request, "reply", context, status=status)

    def contact(self, request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
        """Corrects how the enquirer is reached."""
        if enquiry.state == State.ERASED:
            messages.error(request, verbs.NOT_IN_HAND[State.ERASED])
            return redirect(carrying.page_of(request, enquiry))
        form = ContactForm(request.POST if request.method == "POST" else None, enquiry=enquiry)
        if form.is_bound and form.is_valid():
            self._try(request, CORRECTED, delivery.correct, enquiry, form.answers(), by=request.user)
            return redirect(carrying.page_of(request, enquiry))
        context = {"title": f"Contact details of {enquiry.name}", "enquiry": enquiry, "form": form}
        return self._render(request, "contact", context, status=REFUSED if form.errors else 200)

    def notices(self, request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
        """Sends the notice named by `again` once more, or drops the one named by `drop`."""
        again, drop = request.POST.get("again"), request.POST.get("drop")
        notice = next((one for one in enquiry.notices.all() if str(one.pk) == (again or drop)), None)
        if again:
            self._send_again(request, notice)
        elif notice:
            self._try(request, DROPPED, delivery.drop, notice, by=request.user)
        elif drop:  # a second press, or somebody was faster
            messages.success(request, DROPPED)
        return redirect(carrying.page_of(request, enquiry))

    def _send_again(self, request: HttpRequest, notice: Notice | None) -> None:
        if notice is None:
            messages.error(request, "This message has been dropped.")
        elif notice.sent_at:  # a second press, and the worker was faster
            messages.success(request, "The message has been sent.")
        else:
            self._try(request, "The message is being sent.", delivery.send_again, notice, by=request.user)

    def erase(self, request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
        if request.method == "POST":
            self._try(request, "The personal data is erased.", erasure.erase, enquiry, by=request.user)
            return self._back_to(request, enquiry)
        title = f"Erase the enquiry of {enquiry.name}?"
        return self._render(request, "erase", {"title": title, "enquiry": enquiry})

    def cv(self, request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
        """The CV as a file to save; a browser never opens it on our address. Each download is in the history.

        One that was not scanned, though it should have been, is handed out once the user has read a warning.
        """
        cv = get_object_or_404(CV.objects.select_related("enquiry"), enquiry=enquiry)
        if cv.scan == Scan.INFECTED:
            messages.error(request, "A virus was found in this CV. It cannot be downloaded.")
            return redirect(carrying.page_of(request, enquiry))
        if verdicts.must_warn(cv) and request.method != "POST":
            title = f"The CV of {enquiry.name} was not scanned"
            return self._render(request, "cv_not_scanned", {"title": title, "enquiry": enquiry, "cv": cv})
        history.record(enquiry, Event.Kind.DOWNLOADED, by=request.user)
        audit.record(audit.Action.CV_DOWNLOADED, enquiry.reference)
        return HttpResponse(
            bytes(cv.content),
            content_type=cv.content_type,
            headers={
                "Content-Disposition": attachments.disposition(cv.download_name),
                "X-Content-Type-Options": "nosniff",
            },
        )

    def _try(self, request: HttpRequest, done: str, verb: Any, *args: Any, **kwargs: Any) -> bool:
        """Calls the verb and says that it is done, or why it is not; returns whether it is."""
        try:
            verb(*args, **kwargs)
        except NotAllowed as refusal:
            messages.error(request, str(refusal))
            return False
        messages.success(request, done)
        return True

    def _back_to(self, request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
        """To the enquiry, or to the list when it went where the user does not see it."""
        return redirect(carrying.page_of(request, enquiry) if permissions.may_see(request.user, enquiry) else LIST)

    def _render(self, request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"{FOLDER}/{name}.html", context, status=status)
