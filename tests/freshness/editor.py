"""A member of staff with a browser: fills in the admin's forms on any node, and looks at what visitors see."""

import http.client
import re
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore

from agency.accounts import sessions
from tests.articles.filled_forms import filled_form

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Editor:
    """Signed in on every node at once, since they share the database."""

    def __init__(self, ports: tuple[int, ...]) -> None:
        self.ports = ports
        self.user = get_user_model().objects.create_superuser("the-editor", password="not used: the session is made")
        session = SessionStore()
        session[SESSION_KEY] = str(self.user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = self.user.get_session_auth_hash()
        sessions.begin(session)
        session.save()
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}"

    def get(self, node: int, path: str) -> tuple[int, dict[str, str], str]:
        """Status, headers by their names in small letters, and text."""
        return self._request(node, "GET", path, {"Cookie": self.cookie})

    def fill_in(self, node: int, path: str, form_id: str, *, to: str = "", **changes: Any) -> None:
        """Opens the page, changes some fields of the form and sends it, to `to` where that is another address."""
        _status, headers, text = self.get(node, path)
        token = TOKEN.search(text)
        assert token, f"{path} has no form"
        data = filled_form(SimpleNamespace(content=text.encode()), form_id) | changes  # type: ignore[arg-type]
        body = urlencode(data | {"csrfmiddlewaretoken": token[1]})
        cookies = f"{self.cookie}; {headers['set-cookie'].split(';')[0]}"
        status, _headers, text = self._request(
            node, "POST", to or path, {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}, body
        )
        assert status == http.client.FOUND, f"{path} refused with {status}: {re.findall('error.{0,200}', text)[:5]}"

    def _request(
        self, node: int, method: str, path: str, headers: dict[str, str], body: str | None = None
    ) -> tuple[int, dict[str, str], str]:
        line = http.client.HTTPConnection("127.0.0.1", self.ports[node], timeout=30)
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, headers, answer.read().decode()
        finally:
            line.close()
