"""What guides use is shown with them before it is changed, and is not deleted while they do."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from articles.admin.addresses import NamedAddressForm
from articles.drafts import where_used
from articles.drafts.where_used import Relation, Surface
from articles.moved import renaming
from articles.references import texts

# What a page finds by its number, and so under whatever address it has.
FOLLOWING = (Relation.LINKED, Relation.SIGNER, Relation.SUBJECT)


class AddressForm(NamedAddressForm):
    """Keeps the address by which live pages quote a person or show a role’s figures; the others follow a change."""

    def clean_slug(self) -> str:
        slug = super().clean_slug()
        if self.instance.pk and "slug" in self.changed_data and (titles := self._live()):
            raise forms.ValidationError(
                f"Live pages use “{self.initial['slug']}”, and links to it would break: {', '.join(titles)}. "
                "You can change everything else."
            )
        return slug

    def _live(self) -> list[str]:
        """The titles of the guides whose live or scheduled page has the address in its words."""
        stored = type(self.instance)._default_manager.get(pk=self.instance.pk)
        shown = {Surface.LIVE, Surface.SCHEDULED}
        uses = where_used.guides_using(stored)
        return [f"“{use.title}”" for use in uses if use.surfaces_but(*FOLLOWING) & shown]


class ProtectedAdmin(admin.ModelAdmin):
    """For models that `where_used.guides_using` knows."""

    change_form_template = "admin/articles/where_used/change_form.html"
    delete_confirmation_template = "admin/articles/where_used/delete_confirmation.html"
    delete_selected_confirmation_template = "admin/articles/where_used/delete_selected_confirmation.html"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if original := context.get("original"):
            context["uses"] = where_used.guides_using(original)
            context["texts"] = texts.linking_to(original).get(original, [])
        return super().render_change_form(request, context, *args, **kwargs)

    def get_deleted_objects(
        self, objs: Sequence[Any] | QuerySet[Any], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
        """Django deletes nothing while there is something protected; the page and the bulk action both ask here."""
        things = list(objs)
        used, linking = where_used.by_thing(things, where_used.guides_using(*things)), texts.linking_to(*things)
        if used or linking:
            kept = [thing for thing in things if thing in used or thing in linking]
            return [], {}, set(), [(thing, used.get(thing, []), linking.get(thing, [])) for thing in kept]
        return super().get_deleted_objects(objs, request)


class WhereUsedAdmin(ProtectedAdmin):
    """For those of them that have a `slug`."""

    form = AddressForm
    help_texts: ClassVar[dict[str, str]] = {
        "slug": "The end of its address. When you change it, the old address leads to the new one. It stays while live "
        "pages quote it."
    }

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, help_texts=self.help_texts, **kwargs)


class RenamedAdmin(WhereUsedAdmin):
    """For topics and people, whose old addresses lead to the new ones."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if old := renaming.save(obj):
            self.message_user(request, f"{old} leads to {obj.get_absolute_url()} from now on.")
