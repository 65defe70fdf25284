"""Which e-mails about new enquiries somebody gets: each chooses for themselves."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from articles.lib.admin_pages import AdminPage, has
from enquiries.models import Enquiry, MailPreference

REFUSED = 422


class MailsForm(forms.ModelForm):
    class Meta:
        model = MailPreference
        fields = ("mails",)
        widgets = {"mails": forms.RadioSelect}


@require_http_methods(["GET", "HEAD", "POST"])
def mails(request: HttpRequest) -> HttpResponse:
    """The form, and what it does."""
    user: Any = request.user
    chosen = MailPreference.objects.filter(person=user).first() or MailPreference(person=user)
    form = MailsForm(request.POST if request.method == "POST" else None, instance=chosen)
    if form.is_bound and form.is_valid():
        MailPreference.objects.update_or_create(person=user, defaults=form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("admin:enquiries_mails")
    context = {**admin.site.each_context(request), "opts": Enquiry._meta, "title": "Your e-mails", "form": form}
    status = REFUSED if form.errors else 200
    return TemplateResponse(request, "admin/enquiries/mails.html", context, status=status)


PAGES = (AdminPage("mails/", mails, "enquiries_mails", has("enquiries.handle_enquiry")),)
