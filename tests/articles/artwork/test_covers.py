"""The generated covers of guides without a photo."""

import re
import xml.etree.ElementTree as ET
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles.artwork import covers, palette, subjects
from articles.artwork.compositions import Chance
from articles.artwork.covers import PALETTES
from articles.publishing import publication
from tests import cast

slugs = st.text(max_size=30)


def test_a_guide_has_one_cover_for_good():
    """It follows from the two names alone; when this changes, `EDITION` must too."""
    assert covers.address("hiring", "how-to-hire") == "/covers/2/b67edcdb-c6d3925b-arches.svg"
    drawn = "".join(covers.of(f"topic-{number}", "guide").svg() for number in range(60))
    assert (covers.EDITION, sha256(drawn.encode()).hexdigest()[:10]) == (2, "04b044be85")


def test_a_topic_of_twelve_has_every_ground_and_at_least_four_kinds():
    for topic in ("roles", "careers", "hiring"):
        family = [covers.of(topic, f"guide-{number}") for number in range(12)]
        assert len(set(family)) == 12
        assert len({cover.ground for cover in family}) >= 4
        kinds = {covers.address(topic, f"guide-{number}").rpartition("-")[2] for number in range(12)}
        assert len(kinds) >= 4
    grounds = {covers.of("roles", f"guide-{number}").ground for number in range(60)}
    assert grounds == {ground for ground, _ in PALETTES}


@pytest.mark.parametrize(
    ("guide", "kinds"),
    [
        ("how-to-prepare-for-an-interview", {"talk", "arches"}),
        ("how-to-write-a-tech-cv", {"papers", "stairs"}),
        ("what-a-tester-can-ask-in-salary", {"talk", "arches"}),  # the first word that is known decides
        ("salary-guide", {"coins", "stairs", "hills"}),
        ("what-does-a-data-engineer-do", {"network", "tiles", "rings"}),
        ("leading-a-team", {"hills", "arches", "stairs", "rings", "tiles"}),
    ],
)
def test_the_words_of_its_address_decide_what_a_cover_shows(guide, kinds):
    assert {subjects.kind(guide, Chance(str(number))) for number in range(60)} == kinds


@given(topic=slugs, guide=slugs)
def test_every_cover_is_whole_svg_in_the_colours_of_the_site(topic, guide):
    root = ET.fromstring(covers.of(topic, guide).svg())  # noqa: S314 (our own)
    assert root.attrib == {"viewBox": "0 0 1600 900"}
    colours = {value for name, value in vars(palette).items() if name.isupper()}
    assert {shape.attrib["fill"] for shape in root} <= colours
    assert {shape.tag.rpartition("}")[2] for shape in root} <= {"rect", "circle", "path"}


@pytest.mark.parametrize("compose", subjects.COMPOSITIONS.values())
def test_every_kind_stands_out_from_every_ground(compose):
    for ground, colours in PALETTES:
        for number in range(20):
            shapes = list(compose(Chance(str(number)), colours))
            assert 2 <= len(shapes) <= 60
            assert ground not in {shape.colour for shape in shapes}


def test_a_cover_can_be_painted():
    picture = covers.of("hiring", "how-to-hire").paint(90)
    assert (picture.mode, picture.size) == ("RGB", (160, 90))


def test_the_palette_is_that_of_the_pages():
    tokens = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text()
    light = tokens.split("@media screen")[0]
    assert {
        "paper": palette.PAPER,
        "ink": palette.INK,
        "action": palette.GREEN,
        "panel-warm": palette.MARIGOLD,
    }.items() <= dict(re.findall(r"--([\w-]+): (#\w+);", light)).items()


def test_browsers_keep_a_cover(client):
    response = client.get(covers.address("hiring", "how-to-hire"))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.content.decode() == covers.of("hiring", "how-to-hire").svg()
    assert len(response.content) < 5_000


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "2/b67edcdb-hills.svg",
        "2/b67edcdb-zzzzzzzz-hills.svg",
        "1/b67edcdb-c6d3925b.svg",
        "2/b67edcdb-c6d3925b-valleys.svg",
    ],
)
def test_there_is_no_other_cover(client, path):
    assert client.get(f"/covers/{path}").status_code == 404


@pytest.mark.django_db
def test_a_guide_without_a_photo_shows_its_cover_and_one_with_does_not():
    cast.store_picture()
    for slug, picture in (("bare", None), ("rich", cast.in_library())):
        guide = cast.draft(slug, hero_picture=picture, hero_decorative=True)
        publication.publish(guide, by=None)
    client = Client()
    image = f'<img src="{covers.address("data", "bare")}" alt="" width="1600" height="900" fetchpriority="high"'
    assert image in client.get("/guides/bare/").content.decode()
    rich = client.get("/guides/rich/").content.decode()
    assert image not in rich
    assert f'class="card__picture" src="{covers.address("data", "bare")}" alt=""' in rich
    assert covers.address("data", "rich") not in client.get("/guides/").content.decode()
