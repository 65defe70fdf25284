from django.contrib import admin
from django.forms import BaseModelForm
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from agency.accounts import admin as accounts_admin  # noqa: F401 (registers users and groups)
from agency.models import Backup, Identity, Page
from articles.admin.linked_texts import LinkedTextAdmin
from articles.lib.admin_pages import NeverAddedOrDeleted, ReadOnly

admin.site.site_header = admin.site.site_title = "Site administration"
admin.site.index_title = "What would you like to do?"
admin.site.empty_value_display = "–"


@admin.register(Identity)
class IdentityAdmin(NeverAddedOrDeleted, admin.ModelAdmin):
    """The one row that says who the agency is."""

    list_display = ("name", "tagline", "email", "phone")
    fieldsets = [
        (None, {"fields": ["name", "tagline", "introduction"]}),
        ("How to reach us", {"fields": ["email", "phone", "address"]}),
        ("Social links", {"fields": ["linkedin", "instagram", "youtube"]}),
        (
            "Company",
            {
                "description": "Stands at the foot of every page and e-mail. A company has to show its registered name, "
                "number, part of the UK and registered office there; leave empty what does not apply to you.",
                "fields": ["company_name", ("company_number", "registered_in"), "registered_office", "vat_number"],
            },
        ),
        ("Standards", {"fields": ["ico_number", "memberships", "complaints", "modern_slavery", "legal"]}),
    ]


@admin.register(Page)
class PageAdmin(NeverAddedOrDeleted, LinkedTextAdmin):
    """The pages that every site must have. A change is public at once."""

    linked_text = "body"
    list_display = ("title", "address", "updated_at")
    fields = ("title", "description", "body")

    @admin.display(description="address")
    def address(self, page: Page) -> str:
        return page.get_absolute_url()

    def save_model(self, request: HttpRequest, obj: Page, form: BaseModelForm, change: bool) -> None:
        obj.updated_at = timezone.now()
        super().save_model(request, obj, form, change)


@admin.register(Backup)
class BackupAdmin(ReadOnly, admin.ModelAdmin):
    """Which backups were made; the command makes them, and nobody makes one up."""

    list_display = ("name", "taken_at", "finished_at", "readable_size")

    @admin.display(description="size")
    def readable_size(self, backup: Backup) -> str:
        return filesizeformat(backup.size)
