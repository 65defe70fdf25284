"""The pictures that other sites show beside links to our pages."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image, ImageChops

from agency.models import Identity
from articles.artwork import typesetting
from articles.document import Image as Picture
from articles.pictures import derived_files
from articles.public import social_cards
from articles.public.social_cards import Card
from articles.public.social_image import social_image
from articles.publishing import publication
from tests import cast

TITLES = {
    "long": "How to weigh up a job offer, " * 4,
    "one long word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "one very long word": "W" * 120,
    "many words": "a " * 60,
    "emoji": "Hire 👩🏽‍💻 well 🚀",
    "emoji alone": "🚀",
    "nothing": "",
    "Arabic": "دليل مهندس التعلم الآلي",
    "Chinese": "机器学习工程师做什么",
    "accents": "Ångström, Zoë & the naïve façade – “café”",
    "controls": "lines\u2028and \u202eturned\u202c",
}


def drawn(title, **fields):
    card = Card(kind="guide", slug="a-guide", title=title, family="data", **fields)
    return Image.open(BytesIO(social_cards.draw(card, signature="Our agency", picture=None)))


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_any_title_makes_a_card(title):
    card = drawn(title, label=title)
    assert (card.format, card.size) == ("PNG", (1200, 630))


def test_what_is_drawn_stays_on_the_paper():
    """Beyond the left margin and between the words and the picture nothing is written, however long they are."""
    for title in TITLES.values():
        if typesetting.sayable(title) is None:
            continue
        card = drawn(title, label=title).convert("RGB")
        for left, right in ((0, 60), (1200 - 420 - 40, 1200 - 420)):
            strip = card.crop((left, 0, right, 630))
            assert len(strip.getcolors(1000)) == 1, title


def test_two_titles_make_two_cards():
    assert ImageChops.difference(drawn("How to hire").convert("RGB"), drawn("How to fire").convert("RGB")).getbbox()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How to hire", "How to hire"),
        ("Hire 👩🏽‍💻 well", "Hire well"),
        ("Zoë – “café”", "Zoë – “café”"),
        ("机器学习", None),
        ("Hire 机", None),
        ("≥ 5 years’ pay", None),
        ("₹5m pay", None),
        ("C♯ developers", None),
        ("5′ read", None),
        ("A ➜ B", None),
        ("UK 🇬🇧 or US 🇺🇸", None),
        ("Why we ❤️ data", None),
        ("Why we 💛 data", None),
        ("✓ Remote ✗ Office", None),
        ("★★★☆☆ for pay", None),
        ("Pay 📈", None),
        ("❶ Apply", None),
        ("1️⃣ Apply ✨", "1 Apply"),
        ("Re\xadcruit\u200bers", "Recruiters"),
        ("Zoe\u0308", "Zoë"),
    ],
)
def test_signs_that_nobody_reads_aloud_are_left_out_and_letters_are_not(text, said):
    assert typesetting.sayable(text) == said


def test_a_title_is_set_as_large_as_it_fits():
    short = typesetting.fit("How to hire", width=600, height=400, sizes=social_cards.SIZES, weight=500)
    long = typesetting.fit(TITLES["long"], width=600, height=400, sizes=social_cards.SIZES, weight=500)
    assert (short.lines, short.size) == (("How to hire",), 84)
    assert long.size < 60
    assert " ".join(long.lines) == TITLES["long"].strip()


def test_lines_are_of_like_length():
    setting = typesetting.fit(
        "What does a machine learning engineer do?", width=652, height=400, sizes=(76,), weight=500
    )
    assert setting.lines == ("What does a", "machine learning", "engineer do?")


def test_what_never_fits_is_cut_short():
    setting = typesetting.fit("word " * 200, width=300, height=100, sizes=(38,), weight=500)
    assert len(setting.lines) == 2
    assert setting.lines[-1].endswith("…")


@pytest.fixture
def guide(db):
    Identity.objects.update_or_create(pk=1, defaults={"name": "Our agency", "tagline": "Work, well found"})
    cast.store_picture()
    guide = cast.draft(hero_picture=cast.in_library(), hero_decorative=True)
    return publication.publish(guide, by=None)


def card_in(client, path):
    """What the page says of its card."""
    page = client.get(path).content.decode()
    return page.split('property="og:image" content="http://')[1].split('"')[0].partition("/")[2]


def test_every_page_has_a_card(client, guide):
    for path in ("/", "/guides/", guide.get_absolute_url(), "/guides/topics/data/", "/people/sam-field/", "/privacy/"):
        response = client.get(f"/{card_in(client, path)}")
        assert response.status_code == 200, path
        assert response.headers["Content-Type"] == "image/png"
        assert response.headers["Cache-Control"] == "public, max-age=86400"
        assert Image.open(BytesIO(response.content)).size == (1200, 630)


def test_each_has_its_own(client, guide):
    things = ("/", guide.get_absolute_url(), "/guides/topics/data/", "/people/sam-field/")
    pages = ("/guides/", "/salaries/", "/enquiries/new/")
    assert len({client.get(f"/{card_in(client, path)}").content for path in things + pages}) == 7
    assert card_in(client, "/enquiries/new/?role=client") == card_in(client, "/enquiries/new/")
    assert card_in(client, "/privacy/") == card_in(client, "/")


def test_no_other_page_has_a_card(client, db):
    assert client.get(f"/social/page/nothing/{'0' * 16}.png").status_code == 404


def test_a_card_says_what_it_shows(guide):
    image = social_image(guide)
    assert (image.width, image.height, image.alt) == (1200, 630, guide.title)
    assert image.url.endswith(social_cards.address_of(guide))


def test_an_address_changes_with_what_the_card_shows(client, guide):
    before = social_cards.address_of(guide)
    type(guide).objects.filter(pk=guide.pk).update(title="Another title")
    guide.refresh_from_db()
    after = social_cards.address_of(guide)
    assert before != after
    response = client.get(before)
    assert (response.status_code, response.headers["Location"]) == (302, after)


def test_the_focus_is_part_of_the_card():
    image = Picture(name=cast.PICTURE, width=12, height=8)
    moved = Picture(name=cast.PICTURE, width=12, height=8, focus_x=10)
    one, other = (Card(kind="guide", slug="a", title="A", image=each).digest() for each in (image, moved))
    assert one != other


def test_a_card_is_drawn_once_and_anew_for_a_new_name_of_the_agency(client, guide):
    address = social_cards.address_of(guide)
    first = client.get(address).content
    _folders, (kept,) = default_storage.listdir("cards")
    assert derived_files.stored(f"cards/{kept}") == first
    Identity.objects.update(name="Another agency")
    assert client.get(address).content != first


def test_a_card_without_its_picture_shows_the_cover(client, guide):
    assert default_storage.exists(cast.PICTURE)
    default_storage.delete(cast.PICTURE)
    assert client.get(social_cards.address_of(guide)).status_code == 200


@pytest.mark.parametrize(
    "path", ["guide/no-guide/0.png", "topic/no-topic/0.png", "author/nobody/0.png", "page/data/0.png"]
)
def test_what_is_no_page_has_no_card(client, db, path):
    assert client.get(f"/social/{path}").status_code == 404


def test_a_draft_has_no_card_to_see(client, db):
    cast.draft("a-draft")
    assert client.get("/social/guide/a-draft/0.png").status_code == 404
