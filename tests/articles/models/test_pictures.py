"""The pictures of the library, and what a place says of one in words of its own."""

import pytest

from articles.document import Image
from articles.models import Picture
from articles.models.picture import as_said, pictured
from tests import cast

IMAGE = Image(name=cast.PICTURE, width=12, height=8, focus_x=20, focus_y=30)
NOTHING = {"alt": "", "decorative": False, "credit": ""}
IN_THE_LIBRARY = {"alt": "A desk", "decorative": False, "credit": "Sam"}
DECORATIVE = {"alt": "", "decorative": True, "credit": ""}


@pytest.mark.parametrize(
    ("library", "own", "shown"),
    [
        (IN_THE_LIBRARY, NOTHING, IN_THE_LIBRARY),
        (IN_THE_LIBRARY, NOTHING | {"alt": "Our desk"}, IN_THE_LIBRARY | {"alt": "Our desk"}),
        (IN_THE_LIBRARY, NOTHING | {"credit": "Kim"}, IN_THE_LIBRARY | {"credit": "Kim"}),
        (IN_THE_LIBRARY, DECORATIVE, IN_THE_LIBRARY | {"decorative": True}),
        (DECORATIVE, NOTHING, DECORATIVE),
        (DECORATIVE, NOTHING | {"alt": "A desk"}, NOTHING | {"alt": "A desk"}),
        (NOTHING, NOTHING, NOTHING),
    ],
)
def test_a_place_says_what_the_library_says_unless_it_has_words_of_its_own(library, own, shown):
    picture = Picture(title="Desk", **library)

    assert pictured(picture, IMAGE, own) == {"image": IMAGE, **shown}
    assert pictured(picture, IMAGE, as_said(picture, shown)) == {"image": IMAGE, **shown}


def test_what_the_library_says_anyway_is_not_said_again():
    assert as_said(Picture(**IN_THE_LIBRARY), IN_THE_LIBRARY) == NOTHING
    assert as_said(Picture(**DECORATIVE), DECORATIVE) == NOTHING


def test_words_wait_for_their_picture():
    assert pictured(None, None, IN_THE_LIBRARY) == {"image": None, **IN_THE_LIBRARY}
    assert as_said(None, IN_THE_LIBRARY) == IN_THE_LIBRARY


@pytest.mark.django_db
def test_the_picture_of_an_older_document_is_found_or_comes_back():
    brought_back = Picture.objects.holding(IMAGE)

    assert (brought_back.title, brought_back.as_image()) == ("desk.png", IMAGE)
    assert Picture.objects.holding(IMAGE) == brought_back
    other = Picture.objects.create(title="The same", file=IMAGE.name, width=12, height=8)
    assert Picture.objects.holding(other.as_image()) == other
    assert Picture.objects.holding(Image(name=IMAGE.name, width=12, height=8, focus_x=1)) == other
