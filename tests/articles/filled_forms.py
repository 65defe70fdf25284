"""A form of a page as a browser would send it: every field with the value that the page gave it."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse


class _Form(HTMLParser):
    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self.inside = False
        self.data: dict[str, Any] = {}
        self.textarea = self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name = values.get("name", "")
        if tag == "form":
            self.inside = values.get("id") == self.form_id
        elif not self.inside or "__prefix__" in name:
            return
        elif tag == "textarea":
            self.textarea = name
            self.data[name] = ""
        elif tag == "select":
            self.select = name
            self.data.setdefault(name, "")
        elif tag == "option" and self.select and "selected" in values:
            self.data[self.select] = values["value"]
        elif tag == "input" and name:
            self._input(name, values)

    def _input(self, name: str, values: dict[str, str]) -> None:
        kind = values.get("type")
        if kind in ("checkbox", "radio"):
            if "checked" in values:
                self.data[name] = values.get("value", "on")
        elif kind not in ("submit", "file", "button"):
            self.data[name] = values.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.textarea:
            # A browser drops the line break right after the opening tag.
            self.data[self.textarea] = self.data[self.textarea].removeprefix("\r\n").removeprefix("\n")
            self.textarea = ""
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and self.textarea:
            self.data[self.textarea] += data


def filled_form(response: HttpResponse, form_id: str) -> dict[str, Any]:
    """The fields of the form with that id, by name; files are not among them."""
    form = _Form(form_id)
    form.feed(response.content.decode())
    form.data.pop("csrfmiddlewaretoken", None)
    return form.data
