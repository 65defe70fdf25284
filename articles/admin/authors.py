from django.contrib import admin, messages
from django.forms import BaseModelForm
from django.http import HttpRequest

from articles.admin.linked_texts import LinkedTextAdmin
from articles.admin.pictures.choosing import ChoosesPictures
from articles.admin.where_used import RenamedAdmin
from articles.drafts import saving, where_used
from articles.drafts.where_used import Relation, Surface
from articles.lib.admin_pages import PicksStaff
from articles.models import Article, Author
from articles.publishing import pictures

SHOWN_WITH_WORDS = {"name", "role", "slug", "picture"}


@admin.register(Author)
class AuthorAdmin(PicksStaff, ChoosesPictures, LinkedTextAdmin, RenamedAdmin):
    """What is changed shows at once on profiles and bylines; a quotation shows its speaker as published."""

    linked_text = "biography"
    list_display = ("name", "role", "is_team")
    list_filter = ("is_team",)
    search_fields = ("name", "role")
    fields = (
        "name",
        "slug",
        "is_team",
        "role",
        "picture",
        "biography",
        "account",
    )
    help_texts = RenamedAdmin.help_texts | {
        "picture": "A photo, at least 480 pixels wide, shown square. Without one the page shows initials. A new one shows at "
        "once beside the name on the guides they sign; where they are quoted, a live page keeps the old one until its "
        "guide is published again."
    }

    def save_model(self, request: HttpRequest, obj: Author, form: BaseModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "picture" in form.changed_data:
            pictures.ask_for_portrait(obj)
        if not change or SHOWN_WITH_WORDS.isdisjoint(form.changed_data):
            return
        saving.note_changes(Article.objects.filter(articles_insightblock_set__speaker=obj).distinct())
        uses = where_used.guides_using(obj)
        if titles := ", ".join(
            f"“{use.title}”" for use in uses if Surface.LIVE in use.relations.get(Relation.SPEAKER, [])
        ):
            kept = f"These live pages quote {obj} as before until you publish them again: {titles}."
            self.message_user(request, kept, messages.WARNING)
