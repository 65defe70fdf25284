"""Nothing of what a client sends gets into a page that others are given: each reads what Django alone would answer."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from unittest import mock

import pytest
from django.conf import settings as site_settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from agency import identity
from agency.discovery.social_cards import PAGES as CARDS
from agency.serving.page_cache import PageCache
from agency.serving.plain_requests import terms
from articles.artwork import covers
from articles.lib.cacheable import CACHE_CONTROL, FOR_STAFF, terms_of
from articles.models import Article
from articles.public.social_cards import card_of
from articles.publishing import publication
from tests import cast
from tests.agency.serving.page_cache_parts import MEGABYTE, Answer, ask

# What says how a body is packed, or what its bytes are called.
FORM = {"ETag", "Content-Length", "Content-Encoding", "Vary"}
# Each cacheable view, with addresses of everything that it answers: also of what moved, is gone, or was never there.
KEPT = {
    "home": ["/"],
    "articles:index": ["/guides/", "/guides/?page=2"],
    "articles:guide": ["/guides/a-guide/", "/guides/old/", "/guides/gone/", "/guides/nothing/"],
    "articles:markdown": ["/guides/a-guide.md", "/guides/old.md", "/guides/gone.md"],
    "articles:topic": ["/guides/topics/roles/"],
    "articles:topic_feed": ["/guides/topics/roles/feed.xml"],
    "articles:people": ["/people/"],
    "articles:author": ["/people/pat-example/"],
    "articles:author_feed": ["/people/pat-example/feed.xml"],
    "articles:feed": ["/feed.xml"],
    "articles:salaries": ["/salaries/", "/salaries/?role=tester", "/salaries/?region=Nowhere&level=Senior"],
    "articles:salaries_csv": ["/salaries.csv", "/salaries.csv?role=tester"],
    "sitemap": ["/sitemap.xml"],
    "sitemap_section": ["/sitemap-guides.xml", "/sitemap-nothing.xml"],
    "robots": ["/robots.txt"],
    "llms": ["/llms.txt"],
    "security": ["/.well-known/security.txt"],
    "manifest": ["/site.webmanifest"],
    "page": ["/privacy/", "/contact/"],
    "agency.discovery.social_cards.social_card": [],  # its address holds a digest
    "agency.serving.media.cover": [],  # the same
    "media": [],  # of a picture that somebody uploaded
}
STAFF = "staff signing in, and their own account"
# Every other view that visitors reach, and why it is not kept.
NOT_KEPT = {
    "articles:shared": "for those whom somebody gave the link",
    "articles:search": "there are as many answers as words, and few are asked for twice",
    "enquiries:new": "carries a token against forgery",
    "enquiries:sent": "somebody's own",
    "enquiries:status": "somebody's own",
    "enquiries:status_copy": "somebody's own",
    "enquiries:status_cv": "somebody's own",
    "enquiries:new_link": "does something",
    "enquiries:status_change": "somebody's own",
    "enquiries:handed_off_file": "somebody's own",
    "enquiries:status_write": "somebody's own",
    "enquiries:unsubscribe": "somebody's own",
    "agency.discovery.indexnow.key": "is asked for by machines, now and then",
    "favicon": "a redirect that old programs ask for",
    "file": "large, and asked for piece by piece",
    "healthz": "says what is so at this moment",
    "metrics": "asks for a token",
    "readyz": "says what is so at this moment",
    "django.views.generic.base.RedirectView": "leads on within the admin",
    "mfa_index": STAFF,
    "account_login": STAFF,
    "mfa_login_webauthn": STAFF,
    "mfa_authenticate": STAFF,
    "account_inactive": STAFF,
    "account_invitation": STAFF,
    "account_logout": STAFF,
    "account_reauthenticate": STAFF,
    "mfa_reauthenticate": STAFF,
    "mfa_reauthenticate_webauthn": STAFF,
    "account_change_password": STAFF,
    "account_set_password": STAFF,
    "account_reset_password": STAFF,
    "account_reset_password_done": STAFF,
    "account_reset_password_from_key": STAFF,
    "account_reset_password_from_key_done": STAFF,
    "mfa_add_webauthn": STAFF,
    "mfa_remove_webauthn": STAFF,
    "mfa_activate_totp": STAFF,
    "mfa_deactivate_totp": STAFF,
    "mfa_view_recovery_codes": STAFF,
    "mfa_generate_recovery_codes": STAFF,
    "account_sessions": STAFF,
}
ADDRESSES = [address for addresses in KEPT.values() for address in addresses]

type Request = dict[str, Any]


@pytest.fixture
def django_alone(cache: PageCache) -> Callable[..., Any]:
    """The site as it is without a cache."""
    for slug in ("old", "gone"):
        cast.full_guide(slug)
    moved = Article.objects.get(slug="old")
    moved.slug = "new"
    moved.save()
    cast.live.publish(moved)
    publication.withdraw(Article.objects.get(slug="gone"), by=None)
    return get_wsgi_application()


def read(application: Callable[..., Any], address: str, **extra: Any) -> Answer:
    path, _, query = address.partition("?")
    return ask(application, path, query=query, **extra)


def as_read(answer: Answer) -> tuple[int, dict[str, str], bytes]:
    """What a reader sees of an answer, in whichever form it comes."""
    return answer.status, {name: value for name, value in answer.headers.items() if name not in FORM}, answer.content


def views(patterns: list[Any], prefix: str = "", namespace: str = "") -> dict[str, Any]:
    """Each view of the site outside the admin, by its name in the addresses or else by its own."""
    found: dict[str, Any] = {}
    for pattern in patterns:
        path = prefix + str(pattern.pattern).removeprefix("^")
        if path.startswith("admin/") and pattern.lookup_str != "django.views.generic.base.RedirectView":
            continue
        if isinstance(pattern, URLResolver):
            found |= views(pattern.url_patterns, path, f"{pattern.namespace}:" if pattern.namespace else "")
        elif isinstance(pattern, URLPattern):
            found[namespace + pattern.name if pattern.name else pattern.lookup_str] = pattern.callback
    return found


def test_whether_its_answers_are_kept_is_decided_of_every_view() -> None:
    every = views([one for one in get_resolver().url_patterns if getattr(one, "app_name", "") != "admin"])
    kept = {name for name, view in every.items() if terms_of(view)}

    assert kept == KEPT.keys()
    assert every.keys() - kept == NOT_KEPT.keys()


@pytest.mark.parametrize(
    "path",
    ["/enquiries/new/", "/enquiries/status/x/", "/enquiries/sent/x/", "/admin/", "/admin/login/", "/accounts/",
     "/accounts/sign-in/", "/guides/shared/x/",
     "/search/", "/healthz", "/readyz", "/static/css/base.css", "/nothing", "/guides/a-guide", "//", ""],
)  # fmt: skip
def test_what_is_never_kept(path: str) -> None:
    assert terms(path) is None


def test_django_is_told_nothing_of_the_visitors_host() -> None:
    """Which headers say who asks, and where: what is believed here, the cache would have to know."""
    assert site_settings.SECURE_PROXY_SSL_HEADER is None
    assert not site_settings.USE_X_FORWARDED_HOST
    assert not site_settings.USE_X_FORWARDED_PORT


WAYS: list[Request] = [
    {"HTTP_HOST": "127.0.0.1:8000", "SERVER_NAME": "inside", "SERVER_PORT": "8000"},
    {"HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_FORWARDED_PROTO": "https", "HTTP_FORWARDED": "host=evil.example"},
    {"HTTP_ACCEPT_LANGUAGE": "de", "HTTP_USER_AGENT": "x", "HTTP_REFERER": "https://evil.example/", "HTTP_DNT": "1"},
    {"HTTP_ACCEPT": "image/png", "HTTP_SAVE_DATA": "on", "HTTP_SEC_CH_PREFERS_COLOR_SCHEME": "dark"},
    {"REMOTE_ADDR": "203.0.113.5", "HTTP_X_FORWARDED_FOR": "203.0.113.5", "REMOTE_USER": "editor"},
]


def test_a_cacheable_answer_depends_on_its_address_alone(django_alone: Callable[..., Any]) -> None:
    for address in ADDRESSES:
        plain = as_read(read(django_alone, address))
        for way in WAYS:
            assert (address, way, as_read(read(django_alone, address, **way))) == (address, way, plain)
        added = address + ("&" if "?" in address else "?") + "utm_source=mail&session=1"
        assert (added, as_read(read(django_alone, added))) == (added, plain)


def test_a_cacheable_answer_does_not_know_the_hour(django_alone: Callable[..., Any]) -> None:
    noon = datetime(2027, 7, 1, 11, tzinfo=timezone.get_default_timezone())
    answers = []
    for moment in (noon, noon + timedelta(hours=11, minutes=59)):
        with mock.patch.object(timezone, "now", return_value=moment):
            answers.append({address: as_read(read(django_alone, address)) for address in ADDRESSES})

    assert answers[0] == answers[1]


def test_a_cacheable_answer_has_nothing_of_staff(
    django_alone: Callable[..., Any], admin_user: Any, client: Client
) -> None:
    client.force_login(admin_user)
    session = client.cookies[site_settings.SESSION_COOKIE_NAME].value
    cookies = f"{site_settings.SESSION_COOKIE_NAME}={session}; csrf=x"
    for address in ADDRESSES:
        plain, staff = read(django_alone, address), read(django_alone, address, HTTP_COOKIE=cookies)
        assert (address, staff.status, staff.content) == (address, plain.status, plain.content)
        if plain.headers.get("Cache-Control") == CACHE_CONTROL:
            assert staff.headers["Cache-Control"] == FOR_STAFF


def test_each_answer_is_the_one_that_django_gives(cache: PageCache, django_alone: Callable[..., Any]) -> None:
    for address in ADDRESSES:
        alone = as_read(read(django_alone, address))
        for accepted in ("", "gzip", "gzip, br"):
            assert (address, as_read(read(cache, address, HTTP_ACCEPT_ENCODING=accepted))) == (address, alone)


def test_pictures_made_for_their_address_are_the_same_too(cache: PageCache, django_alone: Callable[..., Any]) -> None:
    card = card_of(CARDS["articles:index"]).get_absolute_url()
    for address in (covers.address("roles", "a-guide"), card):
        assert read(django_alone, address).status == 200
        assert as_read(read(cache, address)) == as_read(read(cache, address)) == as_read(read(django_alone, address))


def test_a_page_that_a_failing_database_left_makeshift_is_not_kept(
    cache: PageCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its identity, the agency has another name: good enough for a page about the trouble, and for no other."""

    def fail() -> Any:
        connection.errors_occurred = True
        return identity.Identity(name="Makeshift")

    with monkeypatch.context() as patch:
        patch.setattr(identity, "current", fail)
        assert b"Makeshift" in ask(cache, "/").body
        assert not cache.taken
    connection.errors_occurred = False

    assert b"Makeshift" not in ask(cache, "/").body


HOSTS = st.sampled_from(
    ["localhost", "LOCALHOST", "localhost:80", "localhost:8080", "127.0.0.1", "evil.example", "localhost.", "", None,
     "localhost,evil.example", "localhost@evil.example", "[::1]", "localhost:x", "evil.example#localhost", "testserver"]
)  # fmt: skip
WORDS = st.sampled_from(
    [
        "evil",
        "1",
        "01",
        "2",
        "tester",
        "TESTER",
        "data-engineer",
        "",
        "%ff",
        "%00",
        "a+b",
        "%3Cb%3E",
        "%C3%A9",
        "x" * 600,
    ]
)
NAMES = st.sampled_from(
    ["page", "Page", "role", "r%6fle", "level", "region", "currency", "p", "utm_source", "q", "", "csrf", "page[]"]
)
QUERIES = st.one_of(
    st.just(""),
    st.lists(st.tuples(NAMES, WORDS), max_size=4).map(lambda pairs: "&".join("=".join(pair) for pair in pairs)),
    st.sampled_from(
        ["page", "page=1;page=2", "&&&", "=", "?", "%", "page=%", "é=1", "&".join(f"x{n}=1" for n in range(1001))]
    ),
)
CHANGES = st.sampled_from(
    [lambda path: path] * 6
    + [
        lambda path: "/" + path,
        lambda path: "/." + path,
        lambda path: path.rstrip("/"),
        lambda path: path + "/",
        lambda path: path.upper(),
        lambda path: path + ";evil=1",
        lambda path: path + "\x00",
        lambda path: path + "\xff",
        lambda path: path.replace("/", "/%2e/"),
        lambda path: path + "x" * 3_000,
        lambda path: path.replace("/", "\\"),
        lambda path: path + "\n",
        lambda path: "http://evil.example" + path,
        lambda path: path.replace("guides", "guides/../guides"),
    ]
)  # fmt: skip
HEADERS = st.dictionaries(
    st.sampled_from(
        ["HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PREFIX",
         "HTTP_X_ORIGINAL_URL", "HTTP_X_REWRITE_URL", "HTTP_X_HTTP_METHOD_OVERRIDE", "HTTP_X_SCRIPT_NAME", "HTTP_FORWARDED",
         "HTTP_ACCEPT_LANGUAGE", "HTTP_USER_AGENT", "HTTP_REFERER", "HTTP_ORIGIN", "HTTP_CONNECTION", "HTTP_UPGRADE",
         "HTTP_TE", "HTTP_EXPECT", "HTTP_PRAGMA", "HTTP_CACHE_CONTROL", "HTTP_RANGE", "HTTP_IF_RANGE", "HTTP_HX_REQUEST",
         "HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_X_REQUESTED_WITH", "CONTENT_TYPE"]
    ),
    st.sampled_from(
        ["evil.example", "https", "/admin/", "POST", "*", '"evil"', "close", "evil\xff", "bytes=0-9", "x" * 9_000,
         "Thu, 01 Jan 2099 00:00:00 GMT", "application/json", "<script>evil</script>"]
    ),
    max_size=3,
)  # fmt: skip
ODD = st.fixed_dictionaries(
    {"address": st.sampled_from(ADDRESSES), "change": CHANGES, "query": QUERIES, "headers": HEADERS},
    optional={
        "REQUEST_METHOD": st.sampled_from(["HEAD", "POST", "PUT", "OPTIONS", "TRACE", "get", "PROPFIND", "GET "]),
        "HTTP_HOST": HOSTS,
        "HTTP_ACCEPT": st.sampled_from(["text/markdown", "text/markdown;q=0.9, */*;q=0.1", "image/png", "", "evil", "*/*;q=0"]),
        "HTTP_ACCEPT_ENCODING": st.sampled_from(["br", "gzip", "br;q=0", "*", "gzip;q=0, *;q=1", "BR", "x" * 700, "br, " * 300, "identity;q=0"]),
        "HTTP_COOKIE": st.sampled_from(["", "session=evil", "csrf=evil", ";;;", "\xff"]),
        "HTTP_AUTHORIZATION": st.sampled_from(["", "Basic eDp5"]),
        "HTTP_IF_NONE_MATCH": st.sampled_from(["*", '"evil"', "", "W/", "x" * 9_000]),
        "wsgi.url_scheme": st.sampled_from(["https", "HTTP", "ftp"]),
        "SCRIPT_NAME": st.sampled_from(["/evil", "/"]),
        "CONTENT_LENGTH": st.sampled_from(["", "0", "4", "-1", "x"]),
        "SERVER_PROTOCOL": st.sampled_from(["HTTP/1.0", "HTTP/2"]),
    },
)  # fmt: skip


def send(application: Callable[..., Any], odd: Request) -> Answer:
    path, _, query = odd["address"].partition("?")
    extra = {name: value for name, value in odd.items() if name.isupper() or "." in name}
    method = extra.pop("REQUEST_METHOD", "GET")
    query = "&".join(filter(None, (query, odd["query"])))
    return ask(
        application, odd["change"](path), method, query, **(odd["headers"] | extra | {"wsgi.input": BytesIO(b"evil")})
    )


@settings(max_examples=15)
@given(requests=st.lists(ODD, min_size=1, max_size=6))
def test_whoever_asked_for_what_before_each_reads_what_django_alone_answers(
    cache: PageCache, django_alone: Callable[..., Any], requests: list[Request]
) -> None:
    for shelf in (cache.pages, cache.endless):
        shelf.__init__(shelf.size)  # type: ignore[misc]
    for odd in requests:
        mine, alone = send(cache, odd), send(django_alone, odd)
        if mine.status not in (304, 206, 412) and alone.status not in (304, 206, 412):
            assert (mine.status, mine.content) == (alone.status, alone.content)
    for address in {odd["address"] for odd in requests}:
        assert as_read(read(cache, address)) == as_read(read(django_alone, address))
    assert cache.taken <= 10 * MEGABYTE
