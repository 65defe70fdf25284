"""Addresses that editors need not write."""

from typing import Any

from django import forms

from articles.lib.slugs import slug


class NamedAddressForm(forms.ModelForm):
    """Makes an address that was left empty from the name beside it; one that there is already stays.

    The server makes it, since what a browser makes of “C++” or a title in Japanese is another address or none.
    """

    named_by = "name"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            field = self.fields["slug"]
            field.required = False
            field.help_text = f"{field.help_text} Leave it empty to have it made from the {self.named_by}."

    def clean_slug(self) -> str:
        return self.cleaned_data["slug"] or self.initial.get("slug") or self._made()

    def _made(self) -> str:
        """An address that nothing of this kind has; after the kind itself where the name says nothing."""
        longest = self._meta.model._meta.get_field("slug").max_length
        stem = slug(self.cleaned_data.get(self.named_by) or "") or slug(str(self._meta.model._meta.verbose_name))
        stem = stem[: longest - 4].strip("-")
        others = self._meta.model._default_manager.filter(slug__startswith=stem)
        taken = set(others.values_list("slug", flat=True))
        return next(one for one in (stem, *(f"{stem}-{number}" for number in range(2, 1000))) if one not in taken)
