"""An export becomes posts: all that it says of each, and a line for what finds no place."""

import gzip
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from articles.importing.posts import Kind, Listing, Markup, Person, PictureNote, Post, Source, Status, Unreadable
from articles.importing.report import Deed, Line
from articles.importing.sources.wordpress import read, recognises
from tests.articles.importing.wordpress.wxr import attachment, export, item


def source(tmp_path: Path, *items: str) -> Source:
    return read(written(tmp_path, export(*items)))


def written(tmp_path: Path, text: str | bytes, name: str = "export.xml") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def only(found: Source) -> Post:
    (post,) = found.posts()
    return post


def left_out(what: str, words: str = "") -> Line:
    return Line(deed=Deed.LEFT_OUT, what=what, words=words)


def test_a_post_with_everything(tmp_path: Path) -> None:
    found = source(
        tmp_path,
        attachment(9, "team.jpg", alt="The team at a table", caption="At lunch", parent=7),
        item(
            7,
            title="Hiring <em>slowly</em> &amp; well",
            content="<p>One]]>two.</p>",
            excerpt="Why it <b>pays</b>.",
            post_name="hiring-slowly",
            terms=(
                ("category", "uncategorized", "Uncategorized"),
                ("category", "hiring", "Hiring"),
                ("post_tag", "uk", "UK"),
            ),
            meta={
                "_thumbnail_id": "9",
                "_wp_old_slug": "hiring-slow",
                "_yoast_wpseo_title": "%%title%% %%page%% %%sep%% %%sitename%%",
                "_yoast_wpseo_metadesc": "How to hire in %%currentyear%%.",
            },
            more="<wp:comment><wp:comment_approved>1</wp:comment_approved></wp:comment>"
            "<wp:comment><wp:comment_approved>spam</wp:comment_approved></wp:comment>",
        ),
    )
    assert only(found) == Post(
        key="blog.example.com/?p=7",
        title="Hiring slowly & well",
        html="<p>One]]>two.</p>",
        markup=Markup.WORDPRESS,
        slug="hiring-slowly",
        addresses=("/2025/05/hiring-slowly/", "/?p=7", "/2025/05/hiring-slow/", "/team/", "/?attachment_id=9"),
        standfirst="Why it pays.",
        description="How to hire in 2026.",
        author=Person(name="Ines Vale", login="ines", email="ines@example.com"),
        topics=("Hiring",),
        tags=("UK",),
        status=Status.LIVE,
        published_at=datetime(2025, 5, 6, 8, 30, tzinfo=UTC),
        changed_at=datetime(2025, 6, 1, 12, tzinfo=UTC),
        hero=PictureNote(
            address="https://blog.example.com/wp-content/uploads/2025/05/team.jpg",
            alt="The team at a table",
            caption="At lunch",
        ),
        comments=1,
    )
    assert (found.name, len(found)) == ("WordPress: Harbour & Pine", 1)
    assert found.hosts == {"blog.example.com", "www.blog.example.com"}
    assert list(found.posts()) == list(found.posts())


@pytest.mark.parametrize(
    ("fields", "status", "lines"),
    [
        ({"status": "future"}, Status.SCHEDULED, ()),
        ({"status": "draft"}, Status.DRAFT, ()),
        ({"status": "private"}, Status.PRIVATE, ()),
        (
            {"status": "pending"},
            Status.DRAFT,
            (Line(deed=Deed.KEPT, what="It waited for a review there; here it is a draft."),),
        ),
        (
            {"status": "expired"},
            Status.DRAFT,
            (Line(deed=Deed.KEPT, what="Its state there, “expired”, is none that we know; here it is a draft."),),
        ),
        (
            {"post_password": "swordfish"},
            Status.PRIVATE,
            (left_out("It was locked with a password there. Here it is private; the password is left out."),),
        ),
        ({"is_sticky": "1"}, Status.LIVE, (left_out("It was kept at the top of the list there."),)),
    ],
)
def test_what_readers_could_see(
    tmp_path: Path, fields: dict[str, str], status: Status, lines: tuple[Line, ...]
) -> None:
    post = only(source(tmp_path, item(**fields)))
    assert (post.status, post.lines) == (status, lines)


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"post_date_gmt": "0000-00-00 00:00:00"}, datetime(2025, 5, 6, 8, 30, tzinfo=UTC)),  # as its feed says
        ({"post_date_gmt": "0000-00-00 00:00:00", "pubDate": ""}, datetime(2025, 5, 6, 8, 30, tzinfo=UTC)),  # our clock
        ({"post_date_gmt": "2025-02-30 10:00:00", "pubDate": "never", "post_date": "-"}, None),
        ({"status": "draft", "post_date_gmt": "0000-00-00 00:00:00"}, None),
    ],
)
def test_dates(tmp_path: Path, fields: dict[str, str], date: datetime | None) -> None:
    assert only(source(tmp_path, item(**fields))).published_at == date


def test_a_draft_has_no_path_of_its_own(tmp_path: Path) -> None:
    post = only(source(tmp_path, item(status="draft", post_name="", link="https://blog.example.com/?p=7")))
    assert post.addresses == ("/?p=7",)


def test_addresses_in_other_scripts_and_of_pages(tmp_path: Path) -> None:
    found = source(
        tmp_path,
        item(
            8,
            post_type="page",
            link="https://www.blog.example.com/über-uns/?utm_source=x",
            post_name="%c3%bcber-uns",
            guid="http://staging.example.net/?page_id=8",
            meta={"_wp_old_slug": "about"},
        ),
    )
    post = only(found)
    assert post.slug == "über-uns"
    assert post.addresses == ("/%C3%BCber-uns/", "/?page_id=8", "/?p=8", "/about/")


def test_what_is_no_post_is_named(tmp_path: Path) -> None:
    found = source(
        tmp_path,
        item(1),
        item(2, title="Jobs", post_type="nav_menu_item"),
        item(3, title="About", post_type="nav_menu_item"),
        item(4, post_type="job_listing"),
        item(5, post_type="glossary_term"),
        item(6, status="trash"),
        attachment(9, "lone.jpg"),
    )
    assert [post.key for post in found.posts()] == ["blog.example.com/?p=1"]
    assert found.leftovers() == (
        left_out("1 item of the type “glossary_term”."),
        left_out("1 job."),
        left_out("2 entries of menus.", "Jobs, About"),
        left_out("1 post in the bin."),
        left_out("Pages of files that belong to no post; files are taken where a text shows them: 1."),
        left_out("Accounts of the old site and their e-mail addresses, but those who signed a post: 1."),
    )


def test_texts_in_fields_of_a_theme_are_named(tmp_path: Path) -> None:
    meta = {
        "salary_intro": "What an engineer earns",
        "layout": "wide",
        "_edit_last": "1 of them",
        "acf": 'a:1:{i:0;s:3:"a b";}',
    }
    assert only(source(tmp_path, item(meta=meta))).lines == (
        left_out("A field of its own, “salary_intro”, which the old theme may have shown.", "What an engineer earns"),
    )


def test_other_lists_other_authors_and_a_picture_that_is_missing(tmp_path: Path) -> None:
    terms = (("author", "cap-ines", "Ines"), ("author", "cap-tom", "Tom"), ("series", "ai", "AI at work"))
    post = only(source(tmp_path, item(terms=terms, meta={"_thumbnail_id": "404"})))
    assert post.author == Person(name="Ines Vale", login="ines", email="ines@example.com")
    assert post.lines == (
        left_out("It was signed by others too.", "tom"),
        left_out("It stood in a list of another kind, “series”.", "AI at work"),
        left_out("Its featured picture, number 404 there, is not in the export."),
    )


def test_blocks_that_posts_share_stand_in_each_and_pictures_have_addresses(tmp_path: Path) -> None:
    found = source(
        tmp_path,
        item(5, post_type="wp_block", content="<p>Talk to us.</p>"),
        attachment(9, "team.jpg", caption="At [lunch]"),
        item(7, content='<p>A.</p><!-- wp:block {"ref":5} /--><!-- wp:block {"ref":6} /-->\n[gallery ids="9,10"]'),
    )
    assert only(found).html == (
        '<p>A.</p><p>Talk to us.</p><!-- wp:block {"ref":6} /-->\n[gallery ids="9,10" '
        'picture-9="https://blog.example.com/wp-content/uploads/2025/05/team.jpg" caption-9="At &#91;lunch&#93;"]'
    )


def test_a_page_without_content_is_read_from_its_builder(tmp_path: Path) -> None:
    data = '[{"elType":"widget","widgetType":"heading","settings":{"title":"Why us"}}]'
    post = only(source(tmp_path, item(content="", meta={"_elementor_data": data})))
    assert post.html == "<h2>Why us</h2>"
    assert [line.what for line in post.lines] == [
        "The page had no text of its own, so what Elementor keeps of it was read."
    ]


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_of_the_format(tmp_path: Path, version: str) -> None:
    text = (
        export(item())
        .replace("export/1.2/", f"export/{version}/")
        .replace("<wp:wxr_version>1.2", f"<wp:wxr_version>{version}")
    )
    assert only(read(written(tmp_path, text))).title == "Hiring slowly"


def test_packed_exports(tmp_path: Path) -> None:
    text = export(item())
    plain = written(tmp_path, text)
    packed = written(tmp_path, gzip.compress(text.encode()), "export.xml.gz")
    folder = tmp_path / "site"
    (folder / "deep").mkdir(parents=True)
    written(folder / "deep", text)
    archive = tmp_path / "site.zip"
    with ZipFile(archive, "w") as zipped:
        zipped.writestr("__MACOSX/._export.xml", b"wxr_version")
        zipped.writestr("a/site.001.xml", export(item(1), item(2)))
        zipped.writestr("a/site.002.xml", export(item(2), item(3)))
    paths = (plain, packed, folder, archive)
    assert [recognises(path) for path in paths] == [True] * 4
    assert [len(read(path)) for path in paths] == [1, 1, 1, 3]
    assert [post.key[-1] for post in read(archive).posts()] == ["1", "2", "3"]


def test_what_is_no_export(tmp_path: Path) -> None:
    other = written(tmp_path, "<rss><channel/></rss>", "feed.xml")
    empty = tmp_path / "empty"
    empty.mkdir()
    damaged = written(tmp_path, b"PK\x03\x04nothing", "bad.zip")
    assert [recognises(path) for path in (other, empty, damaged, tmp_path / "none.xml")] == [False] * 4
    with pytest.raises(Unreadable, match="holds no export of WordPress"):
        read(other)


def test_an_archive_that_would_fill_the_memory(tmp_path: Path) -> None:
    archive = tmp_path / "bomb.zip"
    with ZipFile(archive, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("export.xml", b"wxr_version" + b" " * 20_000_000)
    with pytest.raises(Unreadable, match="stays packed"):
        read(archive)
    packed = written(tmp_path, gzip.compress(export(item()).encode() + b" " * 20_000_000), "export.xml.gz")
    with pytest.raises(Unreadable, match="stays packed"):
        read(packed)


def test_pages_that_list_posts(tmp_path: Path) -> None:
    within = (
        "<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>contract</wp:category_nicename>"
        "<wp:category_parent>hiring</wp:category_parent><wp:cat_name><![CDATA[Contract &amp; day rates]]></wp:cat_name></wp:category>"
        "<wp:tag><wp:term_id>5</wp:term_id><wp:tag_slug>uk</wp:tag_slug><wp:tag_name>UK</wp:tag_name></wp:tag>"
    )
    text = export(item()).replace("    <item>", within + "<item>", 1)
    assert read(written(tmp_path, text)).listings() == (
        Listing(kind=Kind.TOPIC, name="Hiring", addresses=("/category/hiring/", "/?cat=3")),
        Listing(kind=Kind.TOPIC, name="Contract & day rates", addresses=("/category/hiring/contract/", "/?cat=4")),
        Listing(kind=Kind.TAG, name="UK", addresses=("/tag/uk/", "/?tag=uk")),
        Listing(kind=Kind.AUTHOR, name="ines", addresses=("/author/ines/", "/?author=1")),
    )


def test_a_site_in_a_folder_of_another(tmp_path: Path) -> None:
    text = export(item()).replace("https://blog.example.com", "https://example.com/blog")
    post = only(read(written(tmp_path, text)))
    assert (post.key, post.addresses) == ("example.com/blog/?p=7", ("/blog/2025/05/hiring-slowly/", "/blog/?p=7"))


def test_what_else_search_engines_were_told(tmp_path: Path) -> None:
    meta = {
        "_yoast_wpseo_meta-robots-noindex": "1",
        "_yoast_wpseo_canonical": "https://elsewhere.example/original/",
        "_links_to": "https://elsewhere.example/",
        "_aioseo_description": "#post_excerpt",
    }
    post = only(source(tmp_path, item(meta=meta)))
    assert post.description == ""
    assert post.lines == (
        left_out("It was kept from search engines there."),
        left_out("It named another address as its original.", "https://elsewhere.example/original/"),
        left_out("Its page led on to another address.", "https://elsewhere.example/"),
    )


def test_an_empty_paragraph_hides_no_builder(tmp_path: Path) -> None:
    kept = (
        'a:1:{s:7:"widgets";a:1:{i:0;O:8:"stdClass":2:{s:4:"text";s:15:"<p>In a box</p>";s:5:"color";s:7:"#ff0000";}}}'
    )
    content = "<!-- wp:paragraph -->\n<p>&nbsp;</p>\n<!-- /wp:paragraph -->"
    assert only(source(tmp_path, item(content=content, meta={"panels_data": kept}))).html == "<p>In a box</p>"
