"""The public site as files: everything is there, leads where it should, and says what it cannot do."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from agency.models import Identity, Page
from agency.moving_out.static_copy import addresses, checking, links, servers
from agency.moving_out.static_copy.moves import Move
from articles.lib.days import in_words
from articles.moved.recording import record_all
from articles.publishing import publication
from articles.readership import counting
from tests import cast
from tests.articles import live
from tests.benchmarks.speed.servers import HOST, free_port

with_database = pytest.mark.django_db
SITE = "http://localhost"


def export(folder: Path) -> Path:
    call_command("export_static", folder, verbosity=0)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def shown(path: str) -> str:
    return Client(headers={"accept": "text/html"}).get(path).content.decode()


# The copy


@with_database
def test_every_page_is_where_a_web_server_looks_for_it(tmp_path: Path) -> None:
    cast.full_guide()
    cast.draft("not-yet", title="A secret plan")

    copy = files(export(tmp_path))

    named = {name for name in copy if not name.startswith(("static/", "media/", "covers/", "social/"))}
    salaries = {
        f"salaries/{choice}{end}"
        for choice in (
            "currency/GBP",
            "level/Junior",
            "level/Senior",
            "region/UK",
            "role/tester",
        )
        for end in ("/index.html", ".csv")
    }
    assert named == salaries | {
        "index.html",
        "404.html",
        "410.html",
        "guides/index.html",
        "guides/a-guide/index.html",
        "guides/a-guide.md",
        "guides/topics/roles/index.html",
        "guides/topics/roles/feed.xml",
        "people/index.html",
        "people/pat-example/index.html",
        "people/pat-example/feed.xml",
        "salaries/index.html",
        "salaries.csv",
        "accessibility/index.html",
        "contact/index.html",
        "privacy/index.html",
        "enquiries/new/index.html",
        "search/index.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "llms.txt",
        "site.webmanifest",
        ".well-known/security.txt",
        "_redirects",
        ".htaccess",
        "moved.nginx.conf",
    }
    assert [name for name, content in copy.items() if b"secret plan" in content or b"not-yet" in content] == []


@with_database
def test_pages_are_the_sites_own_but_for_addresses_with_parameters_and_forms(tmp_path: Path) -> None:
    cast.live_guides(13)

    copy = files(export(tmp_path))

    page, form = shown("/guides/"), 'action="/enquiries/new/"'
    older = page.partition('rel="next" href="/guides/?after=')[2].partition('"')[0]
    assert older.isdigit()
    assert copy["guides/index.html"].decode() == page.replace(
        f"/guides/?after={older}", f"/guides/after/{older}/"
    ).replace('action="/search/"', form)
    assert copy[f"guides/after/{older}/index.html"].decode() == shown(f"/guides/?after={older}").replace(
        f"/guides/?after={older}", f"/guides/after/{older}/"
    ).replace('action="/search/"', form)
    assert copy["privacy/index.html"].decode() == shown("/privacy/")


@with_database
def test_two_copies_of_one_site_are_the_same(tmp_path: Path) -> None:
    cast.full_guide()

    first, second = files(export(tmp_path / "first")), files(export(tmp_path / "second"))

    assert first == second


@with_database
@pytest.mark.parametrize("path", ["enquiries/new", "search"])
def test_what_needs_the_site_says_that_it_is_a_copy_and_how_to_reach_us(tmp_path: Path, path: str) -> None:
    Identity.objects.update(name="Data People", email="hello@agency.example", phone="+44 161 496 0000")

    page = files(export(tmp_path))[f"{path}/index.html"].decode()

    assert "<title>This is a copy of our site – Data People</title>" in page
    assert f'as they were on <time datetime="{timezone.localdate()}">{in_words(timezone.localdate())}</time>' in page
    assert (
        'write to <a href="mailto:hello@agency.example">hello@agency.example</a> or call <a href="tel:+441614960000">'
        in page
    )
    assert '<meta name="robots" content="noindex">' in page
    assert "<form" not in page


@with_database
def test_nobody_is_counted_as_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.full_guide()
    counted: list[int] = []
    monkeypatch.setattr(counting, "viewed", counted.append)

    export(tmp_path)

    assert counted == []


@with_database
def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("words")

    with pytest.raises(CommandError, match="is not empty"):
        export(tmp_path)

    assert files(tmp_path) == {"mine": b"words"}


@with_database
def test_a_site_whose_styles_are_not_collected_is_refused(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = str(tmp_path / "static")

    with pytest.raises(CommandError, match="run collectstatic first"):
        export(tmp_path / "copy")

    assert not (tmp_path / "copy").exists()


@with_database
def test_what_is_missing_is_told(tmp_path: Path) -> None:
    Page.objects.filter(slug="privacy").update(body='<p>See <a href="/nowhere/">there</a>.</p>')

    with pytest.raises(CommandError) as told:
        export(tmp_path)

    assert str(told.value).split("\n") == [
        "The copy is not whole:",
        "/nowhere/ answers 404; /privacy/ leads there.",
        "/privacy/ leads to /nowhere/, which is not in the copy.",
    ]


@with_database
def test_a_file_that_got_lost_is_told(tmp_path: Path) -> None:
    export(tmp_path)
    (tmp_path / "people/index.html").unlink()
    script = next((tmp_path / "static").rglob("*.woff2"))
    script.unlink()

    told = checking.missing(tmp_path, [])

    lost = {"/people/", f"/{script.relative_to(tmp_path)}"}
    assert {sentence.split(" leads to ")[1].removesuffix(", which is not in the copy.") for sentence in told} >= lost


# Old addresses

MOVES = [
    Move("/2021/05/tech-lead", 301, "/guides/team-lead/"),
    Move("/?p=12", 301, "/guides/team-lead/"),
    Move('/a "quoted" page', 301, "/people/"),
    Move("/jobs.asp?id=7", 301, "https://elsewhere.example/jobs?id=7&x=%20"),
    Move("/lost", 410, ""),
    Move("/pay", 301, "/salaries/role/data-engineer/"),
    Move("/soon", 302, "/guides/"),
    Move("/guides/gone-guide/", 410, ""),
    Move("/guides/gone-guide.md", 410, ""),
    Move("/guides/tech-lead/", 301, "/guides/team-lead/"),
    Move("/guides/tech-lead.md", 301, "/guides/team-lead.md"),
    Move("/salaries/?role=data-engineer", 301, "/salaries/role/data-engineer/"),
]


@with_database
def test_each_old_address_is_written_with_what_it_leads_to(tmp_path: Path) -> None:
    lead, gone = cast.live_guide("tech-lead"), cast.live_guide("gone-guide")
    lead.slug = "team-lead"
    lead.save()
    live.publish(lead)
    publication.withdraw(gone, by=None)
    cast.job_role()
    record_all(
        [
            ("/2021/05/tech-lead/", f"ref:guide:{lead.pk}"),
            ("/?p=12", f"ref:guide:{lead.pk}"),
            ('/a "quoted" page', "/people/"),
            ("/jobs.asp?id=7", "https://elsewhere.example/jobs?id=7&x=%20"),
            ("/lost", "gone"),
            ("/soon", f"ref:guide:{cast.draft('soon').pk}"),
            ("/pay", "/salaries/?role=data-engineer"),
            ("/Guides/Gone-Guide", "/people/"),
        ]
    )
    Path(tmp_path / "copy").mkdir()

    copy = files(export(tmp_path / "copy"))

    lines = copy["_redirects"].decode().splitlines()
    assert {line for move in MOVES for line in servers.redirects([move]).splitlines()} <= set(lines)
    others = {line.split(" ")[0] for line in lines} - {
        line.split(" ")[0] for line in servers.redirects(MOVES).splitlines()
    }
    assert others == {"/favicon.ico", "/salaries.csv"}
    assert copy[".htaccess"].decode().startswith(servers.APACHE)
    keys = re.findall(r'^    "((?:[^"\\]|\\.)+)"', copy["moved.nginx.conf"].decode().lower(), re.MULTILINE)
    assert sorted(keys) == sorted(set(keys))  # nginx would not start
    assert "guides/gone-guide/index.html" not in copy


def test_what_netlify_reads() -> None:
    assert servers.redirects(MOVES).splitlines() == [
        "/2021/05/tech-lead /guides/team-lead/ 301",
        "/ p=12 /guides/team-lead/ 301!",
        "/a%20%22quoted%22%20page /people/ 301",
        "/jobs.asp id=7 https://elsewhere.example/jobs?id=7&x=%20 301!",
        "/lost /410.html 410",
        "/pay /salaries/role/data-engineer/ 301",
        "/soon /guides/ 302",
        "/guides/gone-guide/ /410.html 410",
        "/guides/gone-guide.md /410.html 410",
        "/guides/tech-lead/ /guides/team-lead/ 301",
        "/guides/tech-lead.md /guides/team-lead.md 301",
        "/salaries/ role=data-engineer /salaries/role/data-engineer/ 301!",
    ]


def test_what_apache_reads() -> None:
    assert servers.apache(MOVES).removeprefix(servers.APACHE).splitlines() == [
        r'RewriteRule "^2021/05/tech\-lead/?$" "/guides/team-lead/" [NC,R=301,L,NE]',
        r'RewriteCond %{QUERY_STRING} "^p=12$" [NC]',
        r'RewriteRule "^/?$" "/guides/team-lead/" [NC,R=301,L,NE,QSD]',
        r'RewriteRule "^a\ \"quoted\"\ page/?$" "/people/" [NC,R=301,L,NE]',
        r'RewriteCond %{QUERY_STRING} "^id=7$" [NC]',
        r'RewriteRule "^jobs\.asp/?$" "https://elsewhere.example/jobs?id=7&x=\%20" [NC,R=301,L,NE,QSD]',
        r'RewriteRule "^lost/?$" - [NC,G]',
        r'RewriteRule "^pay/?$" "/salaries/role/data\-engineer/" [NC,R=301,L,NE]'.replace(r"data\-e", "data-e"),
        r'RewriteRule "^soon/?$" "/guides/" [NC,R=302,L,NE]',
        r'RewriteRule "^guides/gone\-guide/?$" - [NC,G]',
        r'RewriteRule "^guides/gone\-guide\.md/?$" - [NC,G]',
        r'RewriteRule "^guides/tech\-lead/?$" "/guides/team-lead/" [NC,R=301,L,NE]',
        r'RewriteRule "^guides/tech\-lead\.md/?$" "/guides/team-lead.md" [NC,R=301,L,NE]',
        r'RewriteCond %{QUERY_STRING} "^role=data\-engineer$" [NC]',
        r'RewriteRule "^salaries/?$" "/salaries/role/data-engineer/" [NC,R=301,L,NE,QSD]',
    ]


@pytest.fixture
def nginx(tmp_path: Path) -> Iterator[HTTPConnection]:
    """nginx with the example of the documentation, before a copy with a page or two."""
    program, port, copy = shutil.which("nginx"), free_port(), tmp_path / "copy"
    if program is None:
        pytest.skip("nginx is not installed")
    for name, text in {
        "copy/moved.nginx.conf": servers.nginx(MOVES),
        "copy/guides/index.html": "All guides",
        "copy/salaries/index.html": "Salaries",
        "copy/404.html": "Not found",
        "copy/410.html": "Gone",
        "mime.types": "types { text/html html; }",
        "nginx.conf": f"""daemon off; master_process off; pid {tmp_path}/pid; error_log stderr;
            events {{}}
            http {{ access_log off; client_body_temp_path {tmp_path}/1; proxy_temp_path {tmp_path}/2;
            fastcgi_temp_path {tmp_path}/3; uwsgi_temp_path {tmp_path}/4; scgi_temp_path {tmp_path}/5;
            {documented().replace("/var/www/copy", str(copy)).replace("listen 80", f"listen {HOST}:{port}")} }}""",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    command = [program, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    with subprocess.Popen(command) as process:
        try:
            with closing(answering(HTTPConnection(HOST, port, timeout=10))) as connection:
                yield connection
        finally:
            process.terminate()


def documented() -> str:
    return Path("docs/moving-in.md").read_text().partition("```nginx\n")[2].partition("```")[0]


def answering(connection: HTTPConnection) -> HTTPConnection:
    """Once it takes connections."""
    for _ in range(10_000):
        try:
            connection.connect()
        except ConnectionRefusedError:
            continue
        return connection
    raise TimeoutError


def asked(connection: HTTPConnection, path: str) -> tuple[int, str, str]:
    """Status, where it leads (without the host of the server), and the page."""
    connection.request("GET", path)
    response = connection.getresponse()
    text = response.read().decode()
    location = (response.headers["Location"] or "").replace(f"http://{HOST}:{connection.port}", "")
    return response.status, location, "" if location else text


def test_nginx_answers_by_the_example_of_the_documentation(nginx: HTTPConnection) -> None:
    found = {
        path: asked(nginx, path)
        for path in (
            "/2021/05/tech-lead/",
            "/2021/05/Tech-Lead?utm_source=x",
            "/?p=12",
            "/a%20%22quoted%22%20page",
            "/jobs.asp?id=7",
            "/lost/",
            "/soon",
            "/guides/gone-guide.md",
            "/salaries/?role=data-engineer",
            "/salaries/?role=none",
            "/guides",
            "/guides/",
            "/nowhere",
        )
    }

    assert found == {
        "/2021/05/tech-lead/": (301, "/guides/team-lead/", ""),
        "/2021/05/Tech-Lead?utm_source=x": (301, "/guides/team-lead/", ""),
        "/?p=12": (301, "/guides/team-lead/", ""),
        "/a%20%22quoted%22%20page": (301, "/people/", ""),
        "/jobs.asp?id=7": (301, "https://elsewhere.example/jobs?id=7&x=%20", ""),
        "/lost/": (410, "", "Gone"),
        "/soon": (302, "/guides/", ""),
        "/guides/gone-guide.md": (410, "", "Gone"),
        "/salaries/?role=data-engineer": (301, "/salaries/role/data-engineer/", ""),
        "/salaries/?role=none": (200, "", "Salaries"),
        "/guides": (301, "/guides/", ""),
        "/guides/": (200, "", "All guides"),
        "/nowhere": (404, "", "Not found"),
    }


# Addresses


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/guides/?after=10", "/guides/after/10/"),
        ("/salaries/?role=tester&page=2", "/salaries/role/tester/page/2/"),
        ("/salaries.csv?region=UK", "/salaries/region/UK.csv"),
        ("/sitemap-guides.xml?p=2", "/sitemap-guides/p/2.xml"),
        ("/salaries/?region=../../etc", "/salaries/region/=2E=2E=2F=2E=2E=2Fetc/"),
        ("/salaries/?region=North+%26+East&level=", "/salaries/region/North=20=26=20East/level/=/"),
        ("/media/pictures/ab.webp", "/media/pictures/ab/whole.webp"),
        ("/media/pictures/ab.webp/wide-0-400.avif", "/media/pictures/ab.webp/wide-0-400.avif"),
        ("/privacy/", "/privacy/"),
    ],
)
def test_where_a_copy_has_what_is_at_an_address(address: str, place: str) -> None:
    assert addresses.place(address) == place


def test_no_address_leads_out_of_the_copy() -> None:
    with pytest.raises(ValueError, match="leads out of the copy"):
        addresses.file_of("/media/%2e%2e/%2e%2e/secret")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("?after=10", "/guides/?after=10"),
        ("/people/#pat", "/people/"),
        (f"{SITE}/guides/a/", "/guides/a/"),
        (SITE, "/"),
        ("../img/a.svg", "/img/a.svg"),
        ("/enquiries/new/?role=client&from=/", "/enquiries/new/"),
        ("https://elsewhere.example/", None),
        ("//elsewhere.example/", None),
        ("mailto:hello@agency.example", None),
        ("tel:+441614960000", None),
        ("data:image/png;base64,AA", None),
        ("https://[elsewhere/", None),
    ],
)
def test_which_address_is_meant(written: str, meant: str | None) -> None:
    assert addresses.own(written, "/guides/") == meant


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (links.PAGES, '<a class="b" href="/a/?x=1&amp;y=2">x</a>', ["/a/?x=1&y=2"]),
        (
            links.PAGES,
            '<img src="/a.jpg" srcset="/a.avif 400w, /b.avif 800w" alt="href=&quot;/no/&quot;">',
            ["/a.jpg", "/a.avif", "/b.avif"],
        ),
        (links.PAGES, '<style>a{b:url("/f.woff2")}</style><p>url(/no) href="/no/"</p>', ["/f.woff2"]),
        (links.PAGES, f'<meta property="og:image" content="{SITE}/c.png">', [f"{SITE}/c.png"]),
        (
            links.PAGES,
            f'<script type="application/ld+json">{{"@id":"{SITE}/#us","u":"\\u003Ca href=/no/"}}</script>',
            [f"{SITE}/#us"],
        ),
        (links.STYLES, "a{b:url(../f.woff2)}", ["../f.woff2"]),
        (
            links.SCRIPTS,
            'import { a } from "./a.js";\nimport "./b.js";\nawait import("./c.js"); const d = "./no.js";',
            ["./a.js", "./b.js", "./c.js"],
        ),
        (links.MANIFESTS, '{"start_url": "/", "name": "a/b"}', ["/"]),
        (
            "application/atom+xml",
            f'<content type="html">&lt;a href=&quot;{SITE}/a/&quot;&gt;</content>',
            [f"{SITE}/a/"],
        ),
        ("text/markdown", f"[a]({SITE}/a/), see {SITE}/b/.", [f"{SITE}/a/", f"{SITE}/b/"]),
        ("text/plain", f"{SITE}x/ {SITE}.example/ http://elsewhere.example/", []),
    ],
)
def test_every_address_is_found_and_nothing_else_is_touched(kind: str, text: str, found: list[str]) -> None:
    seen: list[str] = []
    assert links.changed(text, kind, lambda written: seen.append(written) or written) == text  # type: ignore[func-returns-value]
    assert seen == found


def test_a_changed_address_is_escaped_as_it_was() -> None:
    changed = links.changed('<a href="/a/?x=1&amp;y=2">x</a>', links.PAGES, lambda written: f"{written}&z=<3>")

    assert changed == '<a href="/a/?x=1&amp;y=2&amp;z=&lt;3&gt;">x</a>'
