"""No row, and no request, leads a visitor to a host that nobody typed."""

from contextlib import suppress
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import settings as settings_of
from hypothesis import strategies as st

from articles.models import OldAddress
from articles.moved.addresses import Refused
from articles.moved.recording import Source, record

pytestmark = pytest.mark.django_db
PIECES = (
    "/", "//", "///", "\\", "https:", "http:", "https://", "evil.example", "good.example", "localhost", "@", ":", "javascript:",
    "data:", "\t", "\r\n", "%0d%0a", "%2F", "%2f%2f", "%5C", "%00", "%25", "?", "#", "..", ".", "people/", "feed/", "amp", "a", "é",
    " ", "[", "]", "ref:page:privacy", "ref:guide:1", "gone", "category/", "search/", "2021/05/", "index.php/", "?p=1", "&next=",
)  # fmt: skip
written = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
begun = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(("//", "/\\", "https://", "/")), st.sampled_from(("good.example/", "people/", "")), written
    ),
)


def host_of(location: str) -> str:
    """Where a browser goes: it takes backslashes for slashes, and leaves out tabs and line breaks."""
    meant = "".join(sign for sign in location.strip() if sign not in "\t\r\n").replace("\\", "/")
    return urlsplit(urljoin(f"{settings.SITE_URL}/", meant)).hostname or ""


@settings_of(max_examples=100)
@given(old=written.map("/old/".__add__) | written, target=begun | written, path=begun | written, query=written)
def test_a_redirect_leaves_for_another_host_only_where_somebody_typed_it(
    old: str, target: str, path: str, query: str
) -> None:
    OldAddress.objects.all().delete()
    with suppress(Refused):
        record(old, target, source=Source.TYPED)
    stored = OldAddress.objects.first()
    asked = [
        (f"/{path}", query),
        *([(stored.address.partition("?")[0], stored.address.partition("?")[2])] if stored else []),
    ]

    for asked_path, asked_query in asked:
        in_environ = asked_path.encode(errors="replace").decode("latin-1")
        response = Client().get("/", PATH_INFO=in_environ, QUERY_STRING=asked_query)
        location = response.get("Location", "/")
        assert not set(location) & set("\r\n\t\\")
        if (host := host_of(location)) != settings.SITE.hostname:
            assert stored
            assert stored.target == location
            assert target.strip().startswith(f"https://{host}")
