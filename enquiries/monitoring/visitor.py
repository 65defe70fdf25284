"""A visitor of our own: opens the public form over HTTP, fills it in and sends it, as a browser would."""

import re
from html.parser import HTMLParser
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from django.urls import reverse

from enquiries.models.enquiry import REFERENCE_LENGTH, REFERENCE_LETTERS

SECONDS_TO_ANSWER = 30
REFERENCE = re.compile(rf"\b[{REFERENCE_LETTERS}]{{{REFERENCE_LENGTH}}}\b")


class Failed(Exception):
    """A step did not work; the message says which and how."""


class OnTheSite(HTTPRedirectHandler):
    """Follows redirects within the site; the answers go nowhere else."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise Failed("following a redirect: it leads to another site.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class HiddenFields(HTMLParser):
    """The names and values that a page's forms carry along unseen."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "input" and attributes.get("type") == "hidden":
            self.values[attributes.get("name") or ""] = attributes.get("value") or ""


class Visitor:
    """Keeps the form's cookie between the two requests."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()), OnTheSite())

    def send(self, answers: dict[str, str]) -> str:
        """Sends the form with these answers; returns the reference that the visitor is thanked with."""
        address = self.site + reverse("enquiries:new")
        form = self._fetch("opening the form", Request(f"{address}?role={answers['role']}"))  # noqa: S310 (checked)
        filled_in = urlencode(HiddenFields(form).values | answers).encode()
        # Django compares both with the site's own address, against forged requests.
        headers = {"Origin": self.site, "Referer": address}
        thanks = self._fetch("sending the form", Request(address, filled_in, headers))  # noqa: S310 (checked)
        found = REFERENCE.search(thanks)
        if found is None:
            raise Failed("being thanked: the page shows no reference.")
        return found[0]

    def _fetch(self, step: str, request: Request) -> str:
        try:
            with self.opener.open(request, timeout=SECONDS_TO_ANSWER) as response:
                return response.read().decode()
        except HTTPError as error:
            with error:
                raise Failed(f"{step}: the site answered {error.code} {error.reason}.") from error
        except (OSError, HTTPException) as error:
            raise Failed(f"{step}: {getattr(error, 'reason', None) or type(error).__name__}.") from error
