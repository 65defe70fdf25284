"""The page of one enquiry, and what can be done there. Views only call verbs; no state is set here."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern
from django.views.decorators.http import require_GET, require_POST, require_safe

from articles.lib.admin_pages import AdminPage, ReadOnly, confirmed, confirmed_change, has
from enquiries.admin import actions, page, proposing, reports
from enquiries.admin.answers import pages as answers
from enquiries.admin.common import LIST, REFUSED, attempt, enquiry_page, render, safe_or_post, visible
from enquiries.admin.cover import mails
from enquiries.admin.files import pages as files
from enquiries.admin.files import previewing
from enquiries.admin.handoff import pages as other_systems
from enquiries.admin.protection import kept
from enquiries.admin.replies import pages as replies
from enquiries.admin.work_list import carrying
from enquiries.admin.work_list import page as list_page
from enquiries.handling import delivery, permissions, verbs, viewings
from enquiries.models import Enquiry, Notice, State, Viewing
from enquiries.privacy import erasure

TOO_LATE = "Somebody was faster: this can no longer be done."
DROPPED = "The message is dropped. It will not be sent."


@admin.register(Enquiry)
class EnquiryAdmin(ReadOnly, admin.ModelAdmin):
    """Replaces the admin's list and form: an enquiry is worked on, not edited."""

    def get_urls(self) -> list[URLPattern]:
        pages = (
            *reports.PAGES,
            *mails.PAGES,
            *answers.PAGES,
            kept.PAGE,
            *list_page.PAGES,
            *replies.PAGES,
            *files.PAGES,
            *previewing.PAGES,
            enquiry_page("change", require_safe(self.page)),
            enquiry_page("question", safe_or_post(proposing.propose), has("enquiries.handle_enquiry")),
            enquiry_page("systems", require_POST(other_systems.change), has("enquiries.handle_enquiry")),
            enquiry_page("text", require_safe(other_systems.as_text), has("enquiries.handle_enquiry")),
            enquiry_page("json", confirmed(require_GET(other_systems.as_json)), has("enquiries.handle_enquiry")),
            enquiry_page("zip", confirmed(require_GET(other_systems.as_zip)), has("enquiries.download_cv")),
            enquiry_page("notices", require_POST(self.notices), has("enquiries.handle_enquiry")),
            enquiry_page("erase", confirmed_change(safe_or_post(self.erase)), has("enquiries.erase_enquiry")),
            AdminPage("<int:pk>/<slug:key>/", self.act, "enquiries_enquiry_act", find=visible),
        )
        return [page.url(self.admin_site) for page in pages]

    def page(self, request: HttpRequest, enquiry: Enquiry, *, bound: dict[str, Any] | None = None) -> HttpResponse:
        """The page; `bound` holds the form of an action that could not be taken as filled in."""
        context = page.context(enquiry, request.user) | carrying.context(request, enquiry)
        viewings.note(enquiry, request.user, Viewing.What.PAGE, context["viewings"])
        for key, form in (bound or {}).items():
            context["actions"][key]["form"] = form
        title = f"{enquiry.name or 'Erased enquiry'} ({enquiry.reference})"
        context |= {"title": title, "refused": bool(bound)}
        return render(request, "page", context, status=REFUSED if bound else 200)

    def act(self, request: HttpRequest, enquiry: Enquiry, key: str) -> HttpResponse:
        """Takes the action that the address names."""
        action = actions.ACTIONS.get(key)
        if action is None:
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not request.user.has_perm(action.permission):
            raise PermissionDenied
        form = actions.form_for(key, request.POST, enquiry=enquiry)
        if form.is_valid():
            attempt(request, action.done, action.run, enquiry, request.user, form.cleaned_data)
        elif key in actions.offered(enquiry, request.user):
            return self.page(request, enquiry, bound={key: form})
        else:
            refused = verbs.NOT_IN_HAND.get(State(enquiry.state), TOO_LATE)
            messages.error(request, verbs.RESTRICTED if enquiry.is_restricted else refused)
        return self._back_to(request, enquiry)

    def notices(self, request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
        """Sends the notice named by `again` once more, or drops the one named by `drop`."""
        again, drop = request.POST.get("again"), request.POST.get("drop")
        notice = next((one for one in enquiry.notices.all() if str(one.pk) == (again or drop)), None)
        if again:
            self._send_again(request, notice)
        elif notice:
            attempt(request, DROPPED, delivery.drop, notice, by=request.user)
        elif drop:  # a second press, or somebody was faster
            messages.success(request, DROPPED)
        return redirect(carrying.page_of(request, enquiry))

    def _send_again(self, request: HttpRequest, notice: Notice | None) -> None:
        if notice is None:
            messages.error(request, "This message has been dropped.")
        elif notice.sent_at:  # a second press, and the worker was faster
            messages.success(request, "The message has been sent.")
        else:
            attempt(request, "The message is being sent.", delivery.send_again, notice, by=request.user)

    def erase(self, request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
        if request.method == "POST":
            attempt(request, "The personal data is erased.", erasure.erase, enquiry, by=request.user)
            return self._back_to(request, enquiry)
        title = f"Erase the enquiry of {enquiry.name}?"
        return render(request, "erase", {"title": title, "enquiry": enquiry})

    def _back_to(self, request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
        """To the enquiry, or to the list when it went where the user does not see it."""
        return redirect(carrying.page_of(request, enquiry) if permissions.may_see(request.user, enquiry) else LIST)
