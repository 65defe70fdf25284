"""What is served of an uploaded picture: sizes, shapes and formats by rule, and nothing but pixels."""

import re
import struct
from io import BytesIO
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template import Context, Template
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms, PngImagePlugin, UnidentifiedImageError

from articles import document as doc
from articles.pictures import derived_files, places, rendering, renditions
from articles.pictures.renditions import Rendition, Shape
from tests.articles.pictures import icc, png

NAME = "pictures/photo.jpg"
LONDON = {1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)}


def store(name=NAME, size=(1000, 600), form="JPEG", picture=None, **options):
    """A picture in the media storage: red on the left, green on the right."""
    if picture is None:
        picture = Image.new("RGB", size, (200, 30, 30))
        picture.paste((30, 200, 30), (size[0] // 2, 0, *size))
    file = BytesIO()
    picture.save(file, form, **options)
    default_storage.save(name, ContentFile(file.getvalue()))
    return name


def noise(size=(1000, 600)):
    """What AVIF keeps in fewer bytes than WebP does."""
    return Image.effect_noise(size, 60).convert("RGB")


def served(path):
    """The picture at the end of this address."""
    response = Client().get(f"/media/{path}")
    assert response.status_code == 200
    return Image.open(BytesIO(response.content))


def rendition(name=NAME, shape=Shape.WHOLE, step=0, width=400, form="webp"):
    return Rendition(name=name, shape=shape, step=step, width=width, format=form)


def is_red(colour):
    return colour[0] > 150 and colour[1] < 90


def is_green(colour):
    return colour[1] > 150 and colour[0] < 90


def test_a_disk_that_takes_nothing_costs_no_reader_a_picture(client, monkeypatch):
    path = rendition(store()).path

    def is_full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(default_storage, "save", is_full)

    assert served(path).size == (400, 240)


@pytest.mark.parametrize(
    ("form", "pillow", "kind"),
    [("avif", "AVIF", "image/avif"), ("webp", "WEBP", "image/webp"), ("jpg", "JPEG", "image/jpeg")],
)
def test_each_format_is_made_when_it_is_asked_for_and_kept(client, form, pillow, kind):
    path = rendition(store(picture=noise()), form=form).path
    response = client.get(f"/media/{path}")
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    picture = Image.open(BytesIO(response.content))
    assert (picture.format, picture.size) == (pillow, (400, 240))
    default_storage.delete(NAME)
    assert client.get(f"/media/{path}").content == response.content


def test_the_address_of_an_avif_gives_the_smaller_of_avif_and_webp(client):
    path = rendition(store(), form="avif").path  # flat colours
    response = client.get(f"/media/{path}")
    smaller = client.get(f"/media/{rendition(form='webp').path}")
    assert Image.open(BytesIO(response.content)).format == "WEBP"
    assert response.headers["Content-Type"] == "image/webp"
    assert client.get(f"/media/{path}").headers["Content-Type"] == "image/webp"
    assert response.content == smaller.content


def test_a_picture_is_not_compressed_a_second_time(client):
    path = rendition(store(), form="jpg").path
    for accepted in ("gzip", "br, gzip"):
        response = client.get(f"/media/{path}", headers={"Accept-Encoding": accepted})
        assert "Content-Encoding" not in response.headers
        assert response.headers["Content-Length"] == str(len(response.content))


def test_the_name_alone_is_the_whole_picture_in_its_own_format():
    assert (served(store()).format, served(NAME).size) == ("JPEG", (1000, 600))
    store("pictures/line.png", form="PNG")
    assert served("pictures/line.png").format == "PNG"
    store("pictures/new.avif", form="AVIF")
    assert served("pictures/new.avif").format == "AVIF"


def test_the_whole_picture_has_its_bounds():
    store(size=(4800, 240))
    assert served(NAME).size == (2400, 120)


def test_what_was_uploaded_is_never_what_is_served(client):
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Secret camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(LONDON)
    store(exif=exif, comment=b"at home")
    original = derived_files.stored(NAME)
    assert b"Secret camera" in original
    for form in renditions.FORMATS:
        content = client.get(f"/media/{rendition(form=form).path}").content
        assert Image.open(BytesIO(content)).info.keys() & {"exif", "icc_profile", "comment", "xmp"} == set()
        assert dict(Image.open(BytesIO(content)).getexif()) == {}
    whole = client.get(f"/media/{NAME}").content
    assert (b"Secret camera" in whole, b"at home" in whole, whole == original) == (False, False, False)


def test_the_words_in_a_png_stay_behind(client):
    words = PngImagePlugin.PngInfo()
    words.add_text("Location", "51.5, -0.1")
    store("pictures/map.png", form="PNG", pnginfo=words)
    assert b"51.5" not in client.get("/media/pictures/map.png").content


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright(orientation):
    """Whichever way the camera was held, red is what people see on the left."""
    upright = Image.new("RGB", (800, 400), (200, 30, 30))
    upright.paste((30, 200, 30), (400, 0, 800, 400))
    undo = {
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    lying = upright
    for step in undo.get(orientation, []):
        lying = lying.transpose(step)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    store(picture=lying, exif=exif)
    picture = served(rendition(form="jpg").path).convert("RGB")
    assert picture.size == (400, 200)
    assert is_red(picture.getpixel((50, 100)))
    assert is_green(picture.getpixel((350, 100)))


@pytest.mark.parametrize(
    ("mode", "form"),
    [("1", "PNG"), ("L", "PNG"), ("LA", "PNG"), ("P", "PNG"), ("RGBA", "PNG"), ("I;16", "PNG"), ("CMYK", "JPEG")],
)
def test_every_kind_of_picture_becomes_one_for_a_page(mode, form):
    name = store(f"pictures/odd.{'jpg' if form == 'JPEG' else 'png'}", form=form, picture=Image.new(mode, (500, 300)))
    assert [served(rendition(name, form=kind).path).size for kind in renditions.FORMATS] == [(400, 240)] * 3


def test_16_bits_of_grey_keep_their_grey():
    name = store("pictures/grey.png", form="PNG", picture=Image.new("I;16", (500, 300), 32_768))
    assert abs(served(rendition(name, form="jpg").path).convert("L").getpixel((9, 9)) - 128) < 3


def test_what_is_transparent_stays_so_and_is_white_in_a_jpeg():
    name = store("pictures/hole.png", form="PNG", picture=Image.new("RGBA", (500, 300), (0, 0, 0, 0)))
    assert served(rendition(name, form="webp").path).convert("RGBA").getpixel((9, 9))[3] == 0
    assert served(rendition(name, form="jpg").path).getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("depth", "colour", "pixels", "key"),
    [
        (8, 2, bytes([255, 0, 0, 0, 255, 0]), (255, 0, 0)),
        (16, 2, struct.pack(">6H", 0x1234, 0, 0, 0, 0xFFFF, 0), (0x1234, 0, 0)),
        (1, 0, b"\x80", (1,)),
        (2, 0, b"\x90", (2,)),
        (4, 0, b"\xf3", (15,)),
        (8, 0, bytes([50, 100]), (50,)),
        (16, 0, struct.pack(">2H", 0xABCD, 0x1234), (0xABCD,)),
    ],
    ids=[
        "8-bit colours",
        "16-bit colours",
        "black and white",
        "2-bit greys",
        "4-bit greys",
        "8-bit greys",
        "16-bit greys",
    ],
)
def test_the_one_colour_that_a_png_calls_transparent_is_so(depth, colour, pixels, key):
    chunk = struct.pack(f">{len(key)}H", *key)
    content = png.file((2, 1), depth, colour, [(b"tRNS", chunk)], [pixels])
    default_storage.save("pictures/key.png", ContentFile(content))
    for path in ("pictures/key.png", rendition("pictures/key.png", width=2).path):
        shown = served(path).convert("RGBA")
        assert [shown.getpixel((x, 0))[3] for x in (0, 1)] == [0, 255]
    card = rendering.crop(BytesIO(content), (2, 1), (50, 50))
    assert card.getpixel((0, 0)) == (255, 255, 255)


LINEAR = icc.grey(gamma=1.0)


@pytest.mark.parametrize(
    ("picture", "profile", "grey"),
    [
        (Image.new("L", (500, 300), 50), LINEAR, 122),
        (Image.new("LA", (500, 300), (50, 255)), LINEAR, 122),
        (Image.new("P", (500, 300)), LINEAR, 122),
        (Image.new("RGB", (500, 300), (50, 50, 50)), LINEAR, 122),
        (Image.new("RGBA", (500, 300), (50, 50, 50, 255)), LINEAR, 122),
        (Image.new("I;16", (500, 300), 50 * 257), LINEAR, 122),
        (Image.new("L", (500, 300), 50), ImageCms.ImageCmsProfile(rendering.SRGB).tobytes(), 50),
        (Image.new("L", (500, 300), 50), None, 50),
    ],
    ids=["grey", "grey and transparent", "palette", "colours", "colours and transparent", "16 bits", "sRGB", "none"],
)
def test_a_profile_is_applied_to_grey_however_it_is_kept(picture, profile, grey):
    if picture.mode == "P":
        picture.putpalette([50, 50, 50] * 2)
    name = store("pictures/tone.png", form="PNG", picture=picture, **({"icc_profile": profile} if profile else {}))
    for path in (name, rendition(name, form="webp").path):
        assert [abs(value - grey) < 2 for value in served(path).convert("RGB").getpixel((9, 9))] == [True] * 3


def test_a_grey_profile_takes_no_colour_away():
    for mode in ("RGB", "P"):
        picture = Image.new("RGB", (500, 300), (204, 51, 0)).convert(mode)
        name = store(f"pictures/{mode}.png", form="PNG", picture=picture, icc_profile=LINEAR)
        assert served(name).convert("RGB").getpixel((9, 9)) == (204, 51, 0)


def test_what_is_half_transparent_stays_so_beside_a_profile():
    picture = Image.new("LA", (500, 300), (50, 128))
    name = store("pictures/veil.png", form="PNG", picture=picture, icc_profile=LINEAR)
    assert served(name).convert("RGBA").getpixel((9, 9)) == (122, 122, 122, 128)


@pytest.mark.parametrize(
    ("form", "size"),
    [
        ("PNG", (90, 16_384)),
        ("JPEG", (90, 16_384)),
        ("JPEG", (20_000, 1)),
        ("PNG", (1, 20_000)),
        ("PNG", (30, 40_000)),
    ],
)
def test_a_tall_or_broad_picture_is_offered_only_in_formats_that_can_hold_it(client, form, size):
    name = store(f"pictures/long.{'jpg' if form == 'JPEG' else 'png'}", size=size, form=form)
    image = doc.Image(name=name, width=size[0], height=size[1])
    html = shown('{% picture image "figure" %}{% picture image "hero" %}', image=image)
    paths = set(re.findall(r"/media/(pictures/[^\s\",]+)", html))
    assert paths
    assert 'srcset=""' not in html
    assert {client.get(f"/media/{path}").status_code for path in paths | {name}} == {200}


@pytest.mark.django_db
def test_what_a_format_cannot_hold_is_not_there(client):
    name = store("pictures/long.png", size=(90, 16_384), form="PNG")
    answers = {form: client.get(f"/media/{rendition(name, width=90, form=form).path}") for form in renditions.FORMATS}
    assert {form: answer.status_code for form, answer in answers.items()} == {"avif": 200, "webp": 404, "jpg": 200}


def test_a_picture_that_no_page_can_show_is_left_out():
    assert places.shown(doc.Image(name="pictures/1.png", width=100, height=100_000), "figure") is None


def test_colours_of_another_space_are_brought_into_the_webs():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    damaged = {"pictures/a.jpg": b"no profile", "pictures/b.jpg": lab}
    for name, profile in damaged.items():  # a profile that does not fit is passed over
        store(name, icc_profile=profile)
        assert is_red(served(rendition(name, form="jpg").path).getpixel((50, 100)))
    store("pictures/c.jpg", icc_profile=ImageCms.ImageCmsProfile(rendering.SRGB).tobytes())
    assert is_red(served(rendition("pictures/c.jpg", form="jpg").path).getpixel((50, 100)))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "pictures/none.jpg",
        "pictures/none.jpg/whole-0-400.webp",
        f"{NAME}/whole-0-399.webp",
        f"{NAME}/whole-0-1200.webp",
        f"{NAME}/whole-1-400.webp",
        f"{NAME}/whole-00-400.webp",
        f"{NAME}/whole-0-0400.webp",
        f"{NAME}/wide-21-400.webp",
        f"{NAME}/square-0-400.webp",
        f"{NAME}/round-0-400.webp",
        f"{NAME}/whole-0-400.gif",
        f"{NAME}/whole-0-400",
        f"{NAME}/",
        "pictures/../pictures/photo.jpg",
        "pictures/a/../photo.jpg",
        "renditions/pictures/photo.jpg/whole-0-400.webp",
        "photo.jpg",
        "pictures/photo.svg",
        "pictures/photo.jpg%0A",
        "pictures/٣.jpg",
        pytest.param(f"pictures/{'a' * 300}.jpg", id="a name longer than folders hold"),
        pytest.param(f"pictures/{'a' * 5000}.jpg/whole-0-400.webp", id="a path longer than systems take"),
    ],
)
def test_nothing_else_is_made(client, path):
    store()
    assert client.get(f"/media/{path}").status_code == 404
    assert not default_storage.exists("renditions")


def test_many_who_ask_at_once_get_the_same_whole_file():
    wanted = rendition(store(size=(1600, 900)), width=1200)
    contents = []
    threads = [Thread(target=lambda: contents.append(derived_files.rendition(wanted))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(contents) == 8
    assert len(set(contents)) == 1
    assert default_storage.listdir(f"renditions/{NAME}") == ([], ["whole-0-1200.webp"])


def test_while_too_many_wait_others_are_told_to_ask_again(client, monkeypatch):
    wanted = rendition(store(size=(1600, 900)), width=400)
    assert derived_files.original_size(wanted.name) == (1600, 900)
    monkeypatch.setattr(derived_files, "SECONDS_TO_WAIT", 0)
    with derived_files._one_at_a_time:
        answer = client.get(wanted.url)
        assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "5", "no-store")
    assert client.get(wanted.url).status_code == 200


def test_what_was_kept_is_served_while_others_wait(client):
    wanted = rendition(store(size=(1600, 900)), width=400)
    first = client.get(wanted.url).content
    with derived_files._one_at_a_time:
        assert client.get(wanted.url).content == first


def test_a_picture_with_too_many_pixels_is_not_opened(monkeypatch):
    monkeypatch.setattr(derived_files.uploads, "MAX_PIXELS", 1600 * 900 - 1)
    with pytest.raises(derived_files.DoesNotFit):
        derived_files.rendition(rendition(store(size=(1600, 900)), width=400))


def test_a_file_that_another_machine_kept_meanwhile_is_replaced_by_its_like():
    def make():
        default_storage.save("cards/one.png", ContentFile(b"the card"))
        return b"the card"

    assert derived_files.kept("cards/one.png", make) == b"the card"
    assert default_storage.listdir("cards") == ([], ["one.png"])
    assert derived_files.stored("cards/one.png") == b"the card"


def test_what_could_not_be_made_is_tried_again():
    def fail():
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        derived_files.kept("cards/one.png", fail)
    assert derived_files.kept("cards/one.png", lambda: b"the card") == b"the card"


def test_a_picture_whose_header_is_damaged_is_no_missing_one(client):
    default_storage.save(NAME, ContentFile(b"no picture"))
    with pytest.raises(UnidentifiedImageError):
        client.get(f"/media/{NAME}")


def test_a_crop_keeps_what_matters_in_sight():
    """Of a broad picture 16:9 cannot show both ends."""
    name = store(size=(2000, 500))
    for focus, sees in ((0, is_red), (100, is_green)):
        image = doc.Image(name=name, width=2000, height=500, focus_x=focus)
        wide = rendition(name, Shape.WIDE, renditions.step_to(Shape.WIDE, image), 400, "jpg")
        picture = served(wide.path)
        assert picture.size == (400, 225)
        assert sees(picture.getpixel((5, 100)))
        assert sees(picture.getpixel((394, 100)))


sides = st.integers(1, 20_000)
percents = st.integers(0, 100)
shapes = st.sampled_from(Shape)


@given(shape=shapes, width=sides, height=sides, x=percents, y=percents)
def test_the_server_gives_what_a_page_asks_for(shape, width, height, x, y):
    image = doc.Image(name=NAME, width=width, height=height, focus_x=x, focus_y=y)
    step, size = renditions.step_to(shape, image), (width, height)
    offered = renditions.widths(shape, size)
    assert offered
    assert offered == sorted(set(offered))
    assert offered[-1] <= renditions.cropped(shape, size)[0] <= width
    for each in offered:
        wanted = rendition(shape=shape, step=step, width=each)
        assert renditions.parse(wanted.path) == wanted
        assert wanted.fits(size) == renditions.holds("webp", shape, each, size)


@given(shape=shapes, width=st.integers(50, 5_000), height=st.integers(50, 5_000), x=percents, y=percents)
def test_the_focus_is_in_the_crop(shape, width, height, x, y):
    image = doc.Image(name=NAME, width=width, height=height, focus_x=x, focus_y=y)
    left, top, right, bottom = renditions.box(shape, renditions.step_to(shape, image), (width, height))
    assert 0 <= left <= right <= width + 1
    assert 0 <= top <= bottom <= height + 1
    near = (width / 20, height / 20)  # as far as a step may miss
    assert left - near[0] <= width * x / 100 <= right + near[0]
    assert top - near[1] <= height * y / 100 <= bottom + near[1]


def shown(tag, **context):
    return Template("{% load pictures %}" + tag).render(Context(context)).strip()


def test_a_page_offers_the_small_format_in_its_widths_and_one_file_for_the_others():
    image = doc.Image(name="pictures/1.png", width=1000, height=500)
    html = shown('{% picture image "hero" alt eager=True %}', image=image, alt="A desk & a chair")
    start = "/media/pictures/1.png/wide-10"
    assert re.findall(r'type="image/(\w+)" srcset="([^"]+)"', html) == [
        ("avif", f"{start}-400.avif 400w, {start}-800.avif 800w, {start}-889.avif 889w")
    ]
    assert f'<img src="{start}-800.jpg" alt=' in html
    assert 'alt="A desk &amp; a chair" width="889" height="500" fetchpriority="high"' in html
    assert "lazy" not in html


def test_below_the_fold_a_picture_waits():
    html = shown('{% picture image "figure" %}', image=doc.Image(name="pictures/1.png", width=300, height=500))
    assert 'alt="" width="300" height="500" loading="lazy"' in html


def test_lists_show_pictures_as_they_are_stored():
    old = {"name": "pictures/1.png", "width": 3000, "height": 2000}
    html = shown('{% picture image "card" %}', image=old)
    assert re.findall(r"wide-10-(\d+)\.avif \d+w", html) == ["400", "800", "1200"]


@pytest.mark.parametrize(
    ("place", "side", "width"),
    [("portrait", 900, 224), ("profile", 900, 448), ("profile", 300, 300), ("portrait", 90, 90)],
)
def test_a_portrait_has_one_size_for_each_place(place, side, width):
    image = doc.Image(name="pictures/1.png", width=side, height=side + 50)
    html = shown("{% picture image place %}", image=image, place=place)
    assert set(re.findall(r"square-10-(\d+)\.", html)) == {str(width)}
    assert "sizes=" not in html


def test_a_picture_whose_size_was_never_known_is_left_out():
    assert places.shown(doc.Image(name="pictures/1.png", width=0, height=0), "hero") is None
    assert shown('{% picture image "hero" %}', image=doc.Image(name="pictures/1.png", width=0, height=0)) == ""
