"""Search: the right guide first, the same on every database, at once after publishing, whatever is asked."""

import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.paginator import EmptyPage
from django.db import connection, transaction
from django.test import Client

from articles.demo import loading
from articles.document import KeyTakeaways, Text
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.language.stemming import stem
from articles.language.words import folded
from articles.models import Article, Author, SearchEntry, SearchWord, Topic
from articles.publishing import publication
from articles.search.highlighting import Marker, Run, prepared
from articles.search.queries import Term, cut, parse
from articles.search.results import find
from articles.search.slips import Dictionary, distance
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db

TEST_SET = tomllib.loads((Path(__file__).parent / "search_queries.toml").read_text())


def publish_short(slug, title, body="", *, topic=None, standfirst="", takeaways=()):
    """A live guide of a few words. It goes live as every guide does; what the gate thinks of it does not matter here."""
    article = Article.objects.create(
        slug=slug,
        title=title,
        standfirst=standfirst or "A few words.",
        description=standfirst or "A few words.",
        topic=topic or cast.topic("roles"),
        author=Author.objects.first() or cast.author(cast.PAT),
    )
    blocks = [KeyTakeaways(items=tuple(takeaways)), Text(html=body)]
    replace_blocks(article, [block for block in blocks if block.is_shown()])
    saving.save(article, by=None)
    return live.publish(article)


def slugs(text, page=1):
    return [hit.slug for hit in find(text, page).hits]


def text_of(runs):
    return "".join(run.text for run in runs)


def marked(runs):
    return [run.text for run in runs if run.is_match]


@pytest.fixture
def guides():
    """The guides of the demo, and the short ones of the test set."""
    loading.load()
    topics = {topic.slug: topic for topic in Topic.objects.all()}
    for guide in TEST_SET["guides"]:
        publish_short(**guide | {"topic": topics[guide["topic"]]})
    assert SearchEntry.objects.count() >= 50


def test_each_query_of_the_test_set_leads_where_it_should(guides):
    expected = TEST_SET["queries"]
    assert len(expected) >= 60
    assert {asked: (slugs(asked) or [""])[0] for asked in expected} == expected

    suggestions = TEST_SET["suggestions"]
    assert {asked: find(asked).suggestion for asked in suggestions} == suggestions

    nothing = TEST_SET["nothing"]["words"]
    assert {asked: find(asked).total for asked in nothing} == dict.fromkeys(nothing, 0)

    # Whatever was found has what was searched for marked in it.
    for asked in expected:
        for hit in find(asked).hits:
            assert marked([*hit.title, *hit.snippet]) or hit.snippet, (asked, hit)


# --- Ranking ---


def test_the_title_counts_most_then_points_then_the_body():
    padding = "<p>Other words stand here so that this guide is as long as the rest.</p>"
    publish_short("body", "One", f"<p>Falconry is old.</p>{padding}")
    publish_short("heading", "Two", f"<h2>On falconry</h2>{padding}")
    publish_short("title", "Falconry", padding)
    publish_short("takeaway", "Four", padding, takeaways=["Falconry takes time."])
    publish_short("none", "Five", padding)

    found = slugs("falconry")

    assert found[0] == "title"
    assert set(found[1:3]) == {"heading", "takeaway"}
    assert found[3:] == ["body"]


def test_the_very_word_comes_before_one_that_begins_so():
    publish_short("begins", "Developers, developers and developers")
    publish_short("exact", "Other things", "<p>A dev is mentioned once.</p>")

    assert slugs("dev") == ["exact", "begins"]
    assert slugs("dev*") == ["exact", "begins"]


def test_every_word_must_be_found_and_only_the_last_may_be_a_beginning():
    publish_short("both", "Silver birch")
    publish_short("one", "Silver fir")

    assert slugs("silver birch") == ["both"]
    assert slugs("silver bir") == ["both"]
    assert slugs("silv* bir*") == ["both"]
    assert find("silv birch").is_partial


def test_a_phrase_is_found_in_its_order_only():
    publish_short("phrase", "On the head of data")
    publish_short("loose", "Data in my head of hair")

    assert slugs("head of data") == ["phrase", "loose"]
    for quoted in ('"head of data"', "“head of data”", "„head of data“", "«Head of data»"):
        assert slugs(quoted) == ["phrase"]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Zoë’s café", "zoe cafe"),
        ("Zoe’s cafe", "ZOË CAFÉ"),
        ("A cafe\u0301", "café"),
        ("Straße nach Łódź", "strasse lodz"),
        ("The ﬁrst", "first*"),
        ("Hiring hired hires", "hire"),
        ("Full-stack work", "full stack"),
        ("Node.js and ASP.NET", "node asp.net"),
        ("Paid £50,000", "50000"),
        ("Paid 50000", "£50,000"),
        ("Ｆｕｌｌ ｗｉｄｔｈ", "full width"),
        ("متطلبات الوظيفة", "الوظيفة"),
        ("招聘 指南", "招聘"),
    ],
)
def test_words_are_found_however_they_are_written(written, asked):
    publish_short("guide", written)
    publish_short("other", "Something else")

    assert slugs(asked) == ["guide"]


# --- Publishing ---


def test_a_guide_is_found_as_soon_as_it_is_live_and_not_before():
    article = cast.full_draft("quiet", title="Quince orchards")
    assert slugs("quince") == []

    publication.publish(article, by=None)

    assert slugs("quince") == ["quiet"]


def test_a_guide_is_gone_with_its_words_as_soon_as_it_is_withdrawn():
    article = cast.full_guide("quiet", title="Quince orchards").article
    publication.withdraw(article, by=None)

    assert slugs("quince") == []
    assert find("quinse").suggestion == ""
    assert (SearchEntry.objects.count(), SearchWord.objects.count()) == (0, 0)


def test_publishing_again_replaces_what_a_guide_is_found_by():
    article = cast.full_guide("quiet", title="Quince orchards").article
    Article.objects.filter(pk=article.pk).update(title="Medlar orchards")
    assert slugs("medlar") == []

    publication.publish(article, by=None)

    assert (slugs("quince"), slugs("medlar")) == ([], ["quiet"])
    assert SearchWord.objects.get(word="orchards").guides == 1


def test_a_publication_that_fails_leaves_the_search_as_it_was():
    article = cast.full_draft("quiet", title="Quince orchards")
    with transaction.atomic():
        publication.publish(article, by=None)
        transaction.set_rollback(True)

    assert slugs("quince") == []
    assert SearchWord.objects.count() == 0


def test_a_deleted_guide_is_gone_with_its_words():
    cast.full_guide("kept", title="Medlar orchards")
    article = cast.full_guide("quiet", title="Quince orchards").article
    article.delete()

    assert slugs("quince") == []
    assert not SearchWord.objects.filter(word="quince").exists()
    assert SearchWord.objects.get(word="orchards").guides == 1
    assert slugs("orchards") == ["kept"]


def test_rebuilding_makes_the_index_again_however_often(capsys):
    cast.full_guide("first", title="Quince orchards")
    cast.full_guide("second", title="Medlar orchards")
    before = list(SearchEntry.objects.order_by("pk").values()), list(SearchWord.objects.order_by("word").values())
    SearchEntry.objects.filter(title__contains="quince").delete()
    SearchWord.objects.update(guides=7)

    for _ in range(2):
        call_command("rebuild_search")
        assert before == (
            list(SearchEntry.objects.order_by("pk").values()),
            list(SearchWord.objects.order_by("word").values()),
        )

    assert slugs("orchards") == ["second", "first"]
    assert capsys.readouterr().out == "2 guides can be found\n" * 2


def test_a_very_long_guide_of_different_words_can_be_published():
    words = " ".join(f"word{number}x" for number in range(60_000))
    publish_short("long", "A long one", f"<p>{words}</p>")

    assert slugs("word7x") == ["long"]


# --- Nothing found ---


def test_a_slip_is_mended_and_the_rest_of_the_query_kept():
    publish_short("guide", "Silver birch", "<p>It grows in Norway.</p>")

    assert find("the Silver brich of Norway").suggestion == "the Silver birch of Norway"
    assert find("“silver brich”").suggestion == "“silver birch”"


def test_what_is_known_in_another_form_is_no_slip():
    publish_short("guide", "Engineering", "<p>Hired.</p>")

    results = find("engineers hiring pizza")

    assert (results.suggestion, results.is_partial) == ("", True)


def test_the_word_of_more_guides_is_suggested_where_two_are_as_near():
    publish_short("one", "Manger")
    publish_short("two", "Manager")
    publish_short("three", "A manager")

    assert find("manaer").suggestion == "manager"


def test_what_comes_nearest_is_shown_where_no_guide_has_every_word():
    publish_short("near", "Silver birch and oak")
    publish_short("far", "Oak")

    results = find("silver birch pizza")

    assert ([hit.slug for hit in results.hits], results.is_partial) == (["near"], True)
    assert marked(results.hits[0].title) == ["Silver", "birch"]


# --- Parts ---


def test_a_query_is_taken_apart():
    assert parse("how “to be” a “head of data” in C++ fast* eng") == (
        Term(("head", "of", "data"), is_quoted=True),
        Term(("cplusplus",)),
        Term(("fast",), is_prefix=True),
        Term(("eng",), is_prefix=True),
    )
    assert parse("data “ data") == (Term(("data",)), Term(("data",), is_prefix=True))
    assert cut("  a\n\x00b  " + "x" * 500) == "a b " + "x" * 192


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("", "", 0), ("same", "same", 0), ("salery", "salary", 1), ("pyhton", "python", 1), ("", "abc", 3),
     ("ab", "ba", 1), ("engineer", "enginers", 2), ("kitten", "sitting", 3)],
)  # fmt: skip
def test_slips_are_counted(one, other, slips):
    assert distance(one, other) == distance(other, one) == slips


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("desinger", "designer"),
        ("singer", ""),
        ("dta", "data"),
        ("dx", ""),
        ("dates", "date"),
        ("123", ""),
        ("zzzzzz", ""),
    ],
)
def test_a_slip_is_meant_for_the_likeliest_of_the_nearest_words(slip, meant):
    assert Dictionary(["designer", "data", "date", "dote", "124"]).nearest(slip) == meant


@pytest.mark.parametrize(
    ("words", "stem_of_all"),
    [("hire hires hired hiring", "hire"), ("salary salaries salaried", "salari"), ("plan plans planned planning", "plan"),
     ("engineer engineers engineered engineering", "engin"), ("agreed agree", "agre"), ("national nationally", "nation"),
     ("c", "c"), ("50000", "50000"), ("الوظيفة", "الوظيفة")],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(words, stem_of_all):
    assert {stem(word) for word in words.split()} == {stem_of_all}


def test_folding_leaves_nothing_that_a_database_could_split():
    assert folded("René’s C++ & C# (.NET), don’t: £50,000 – full-stack_dev ½ 🙂 \x00") == (
        "rene cplusplus csharp dotnet dont 50000 full stack dev 12"
    )
    assert folded("x" * 500) == "x" * 40


def test_a_raised_number_makes_no_other_figure():
    assert folded("£40,000¹ for roles² with 10⁶ users and CO₂") == "40000 for roles with 10 users and co2"


def shown(asked, text, title="A title"):
    return Marker(parse(asked)).show(**prepared(title, text))


def test_a_snippet_is_the_passage_with_most_of_the_terms():
    text = "The standfirst.\nFalcon\nA falcon sleeps on the cliff all day long.\nFalcons hunt by day, owls at night, it is said."

    assert shown("falcons hunt", text)[1] == [
        Run("Falcons", is_match=True),
        Run(" ", is_match=False),
        Run("hunt", is_match=True),
        Run(" by day, owls at night, it is said.", is_match=False),
    ]


def test_where_no_passage_has_a_term_the_snippet_is_the_first_one():
    assert shown("owl", "No such\nbird", title="The owl") == (
        [Run("The ", is_match=False), Run("owl", is_match=True)],
        [Run("No such", is_match=False)],
    )
    assert shown("owl", "", title="") == ([], [])


def test_a_long_passage_is_cut_around_what_was_found():
    before, after = "before " * 50, " after" * 50
    _title, snippet = shown("falcon", f"{before}Falcon’s{after}")

    assert text_of(snippet) == f"… {'before ' * 6}Falcon’s{' after' * 25} …"
    assert marked(snippet) == ["Falcon’s"]


def test_a_phrase_is_marked_as_a_whole_only():
    _title, snippet = shown("“silver birch”", "Silver birches, silver and birch")

    assert marked(snippet) == ["Silver", "birches"]


def test_signs_that_part_words_or_lines_in_the_index_do_no_harm_in_a_guide():
    title, snippet = shown("birch", "Sil\x1fver\u2028birch\x1f\x1f", title="A\nbirch")

    assert (text_of(title), marked(title), text_of(snippet)) == ("A birch", ["birch"], "birch  ")


# --- The page ---


def test_the_page_shows_what_was_found(client: Client):
    publish_short(
        "guide", "Silver <birch>", "<p>A birch &amp; a &lt;b&gt; grow here beside the silver lake &amp; more.</p>"
    )

    response = client.get("/search/", {"q": 'silver "birch"'})

    page = response.content.decode()
    assert response.status_code == 200
    for words in (
        "<title>silver &quot;birch&quot; – search – ",
        '<meta name="robots" content="noindex">',
        "<h1>Search the guides</h1>",
        'role="search"',
        'value="silver &quot;birch&quot;"',
        "1 guide matches “silver &quot;birch&quot;”.",
        '<a href="/guides/guide/"><mark>Silver</mark> &lt;<mark>birch</mark>&gt;</a>',
        "A <mark>birch</mark> &amp; a &lt;b&gt; grow here beside the <mark>silver</mark> lake &amp; more.",
        "Topic roles",
    ):
        assert words in page
    assert not response.cookies


def test_an_empty_search_shows_the_form_topics_and_latest_guides(client: Client):
    publish_short("guide", "Silver birch")

    for query in ({}, {"q": ""}, {"q": "  "}):
        page = client.get("/search/", query).content.decode()
        assert "Topic roles" in page
        assert "Silver birch" in page
        assert 'name="q" value=""' in page


def test_where_nothing_is_found_the_page_suggests_and_leads_on(client: Client):
    publish_short("guide", "Silver birch & co")

    page = client.get("/search/", {"q": "brich"}).content.decode()

    for words in (
        "No guide matches “brich”.",
        'Did you mean <a href="?q=birch">birch</a>?',
        "Topic roles",
        "Silver birch",
    ):
        assert words in page


def test_results_are_paged_with_plain_links(client: Client):
    for number in range(23):
        publish_short(f"guide-{number}", f"Silver birch {number}")

    pages = [client.get("/search/", {"q": "silver & birch", "page": page}) for page in ("1", "2", "3")]

    found = [hit.slug for page in pages for hit in page.context["results"].hits]
    assert (len(found), len(set(found))) == (23, 23)
    first, second, third = (page.content.decode() for page in pages)
    assert "23 guides match “silver &amp; birch”, page 1 of 3." in first
    assert 'href="/search/?q=silver+%26+birch&amp;page=2"' in first
    assert 'rel="prev" href="/search/?q=silver+%26+birch">' in second
    assert 'rel="next"' not in third
    assert client.get("/search/", {"q": "silver", "page": "4"}).status_code == 404


@pytest.fixture
def many(monkeypatch):
    """What holds for very many guides holds for more than two; more than twelve are not counted."""
    monkeypatch.setattr("articles.search.extent.VERY_COMMON", 2)
    for module in ("results", "extent", connection.vendor):
        monkeypatch.setattr(f"articles.search.{module}.MOST_COUNTED", 12)


def test_of_very_many_guides_as_many_are_shown_as_are_counted(client: Client, many):
    for number in range(15):
        publish_short(f"guide-{number}", f"Silver birch {number}")

    pages = [client.get("/search/", {"q": "silver", "page": page}) for page in ("1", "2", "3")]

    assert [page.status_code for page in pages] == [200, 200, 404]
    assert "More than 12 guides match “silver”, page 1 of 2." in pages[0].content.decode()
    assert 'rel="next"' not in pages[1].content.decode()


def test_of_very_many_guides_the_newest_are_enough_where_the_index_has_no_order(many, monkeypatch):
    monkeypatch.setattr("articles.search.postgresql.NEWEST", 4)
    monkeypatch.setattr("articles.search.postgresql.ENOUGH", 3)
    for number in range(15):
        publish_short(f"guide-{number}", f"Silver birch {number}")

    results = find("silver")

    counted = {"sqlite": 12, "postgresql": 3}[connection.vendor]
    assert (results.counted, results.has_more, len(results.hits)) == (counted, True, min(counted, 10))
    with pytest.raises(EmptyPage):
        find("silver", results.pages + 1)


def test_among_very_many_guides_titles_still_come_first_however_old(many):
    publish_short("both", "Silver birch")
    for number in range(4):
        publish_short(f"body-{number}", f"Guide {number}", "<p>Silver things and a birch.</p>")

    assert slugs("silver birch") == ["both", "body-3", "body-2", "body-1", "body-0"]
    assert slugs("“silver birch”") == ["both"]
    assert slugs("silver bir") == ["both", "body-3", "body-2", "body-1", "body-0"]


def test_of_several_words_the_rarer_lead_when_no_guide_has_all(many):
    publish_short("rare", "Falconry")
    for number in range(4):
        publish_short(f"guide-{number}", "Silver")

    assert slugs("silver falconry") == ["rare"]


@pytest.mark.parametrize("page", ["-1", "0", "abc", "", "2", "1.0", "²", "٣", str(10**9), "9" * 5000, "1\x00"])
def test_a_page_that_is_not_there_is_a_404_with_a_way_onward(client: Client, page):
    publish_short("guide", "Silver birch")

    response = client.get("/search/", {"q": "silver", "page": page})

    assert response.status_code == 404
    assert 'href="/guides/"' in response.content.decode()


def test_find_raises_for_a_page_beyond_the_last():
    publish_short("guide", "Silver birch")

    with pytest.raises(EmptyPage):
        find("silver", page=2)


def test_a_long_query_is_cut_and_the_page_says_so(client: Client):
    publish_short("guide", "Silver birch")

    page = client.get("/search/", {"q": "silver " * 2_000}).content.decode()

    assert "we used only its first 200 characters" in page
    assert "1 guide matches" in page


HOSTILE = (
    '"', '""', '"silver', "silver'", "'; DROP TABLE articles_search; --", "' OR '1'='1", "1) OR (1", "silver AND", "OR",
    "NOT silver", "AND OR NOT", "silver NEAR birch", "NEAR(silver birch, 2)", "title:silver", "{title}: silver",
    "-title: silver", "^silver", "*", "**", "* silver *", "silver*birch", "silver + birch", "silver:*", "silver:A",
    "silver & | ! birch", "!silver", "silver <-> birch", "silver <2> birch", "(((", ")", "\\", "\\'", "%", "%s", "_", "$1",
    "?", ":x", "\x00", "sil\x00ver", "\x01\x1f\x7f", "🙂", "👩🏽‍💻 silver", "\u202esilver", "مرحبا", "招聘", "the of and", "don't",
    "<script>alert(1)</script>", "{{ 7 }}{% now %}", "a" * 10_000, "a " * 5_000, '"' * 10_000, "\ufdfa" * 200, "𞤀𞤁",
    "²½Ⅷ", "\u0301" * 300, "1e999", "0x1f", "-1", "3.14", "http://x.example/?q=1", "user@agency.example", "..", "/",
    "silver" * 50, "ﬀ" * 200, "é" * 300,
)  # fmt: skip


def test_hostile_queries_are_harmless(client: Client, subtests: pytest.Subtests):
    publish_short("guide", "Silver birch")
    publish_short("other", "Something else about silver")

    for number, asked in enumerate(HOSTILE):
        with subtests.test(number=number):
            response = client.get("/search/", {"q": asked})

            assert response.status_code == 200
            assert "<h1>Search the guides</h1>" in response.content.decode()
            assert "<script>alert" not in response.content.decode()
            assert slugs("silver birch") == ["guide"]


@pytest.mark.parametrize("query", [b"q=%ff%fe", b"q=%ed%a0%80", b"q=a&q=silver", b"q[]=silver", b"q=%u1234", b"q"])
def test_broken_addresses_are_harmless(client: Client, query):
    assert client.get("/search/", query_string=query.decode()).status_code == 200


@pytest.mark.parametrize("number", [1, 30])
def test_a_search_costs_few_queries(client: Client, number, django_assert_max_num_queries):
    for index in range(number):
        publish_short(f"guide-{index}", "Silver birch", topic=cast.topic(f"topic-{index}"))

    for asked in (
        "", "silver", "silver bir", "silver pizza", "brich", "zzzzzz", "the", "silver brich* zzz", "“silver zzz” qqq",
    ):  # fmt: skip
        with django_assert_max_num_queries(13, info=f"first {asked}"):
            assert client.get("/search/", {"q": asked}).status_code == 200, asked
        with django_assert_max_num_queries(6, info=asked):
            client.get("/search/", {"q": asked})


def test_the_page_answers_only_to_reading(client: Client):
    assert client.post("/search/").status_code == 405


@pytest.mark.parametrize(("path", "forms"), [("/", 0), ("/guides/", 1), ("/nothing-here/", 1), ("/search/", 1)])
def test_there_is_a_way_to_the_search_from_everywhere(client: Client, path, forms):
    page = client.get(path).content.decode()

    assert page.count('action="/search/" method="get"') == forms
    assert 'href="/search/"' in page
