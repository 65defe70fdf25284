"""What the library makes of an upload that no page can show as it is."""

from base64 import b64decode
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image

from articles.pictures import arrival, convert, uploads
from tests import cast
from tests.articles.pictures import png

# 64 by 48 pixels of one colour, as a phone writes them.
HEIC = b64decode(
    b"AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    b"ACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAABoAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt"
    b"AAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    b"AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5j"
    b"bHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBp"
    b"eGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAACJtZGF0AAAAFigBrxmA70mlv//bMwRzR2/1+taY+bg="
)
DAMAGED = "This picture is damaged or incomplete. Export it again from the program you made it in."


def receive(content, name="IMG_1.HEIC"):
    return arrival.receive(SimpleUploadedFile(name, content))


def encoded(picture, form, **options):
    file = BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def converted(picture, form, longest=10, **options):
    return Image.open(BytesIO(convert.convert(encoded(picture, form, **options), longest)))


def test_a_picture_that_pages_can_show_is_kept_as_it_is_under_the_name_of_its_format():
    content = cast.picture("PNG")
    arrived = receive(content, "desk.jpg")

    assert (arrived.file.name, arrived.file.read(), arrived.note) == ("desk.png", content, "")


def test_a_picture_of_a_phone_becomes_a_jpeg():
    arrived = receive(HEIC)

    with Image.open(arrived.file) as picture:
        assert (arrived.file.name, picture.format, picture.size) == ("IMG_1.jpg", "JPEG", (64, 48))
    assert arrived.note == "It came as HEIC, which browsers do not show, and is kept as a JPEG of 64 by 48 pixels."


def test_a_very_large_photograph_is_scaled_and_its_editor_told(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_PIXELS", 5_000)
    monkeypatch.setattr(arrival, "LONGEST", 60)

    arrived = receive(cast.picture("JPEG", (120, 90)), "big.jpeg")

    with Image.open(arrived.file) as picture:
        assert (arrived.file.name, picture.size) == ("big.jpg", (60, 45))
    assert arrived.note == "It had 120 by 90 pixels, more than pages ever show, and is kept at 60 by 45 pixels."


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (HEIC[:300], "a.heic", DAMAGED),
        (b"\0\0\0\x18ftypheic" + b"\0" * 99, "a.heic", DAMAGED),
        (b"", "a.heic", "This file is empty. Choose the picture again."),
        (b"Words.", "a.heic", arrival.UNREADABLE),
        (b"<svg/>", "a.svg", arrival.UNREADABLE),
        (cast.picture("GIF"), "a.gif", "Upload a JPEG, PNG, WebP, AVIF or HEIC picture; this one is a GIF."),
        (cast.picture("JPEG", (900, 600))[:-300], "a.jpg", DAMAGED),
        (png.file((20_000, 20_000), 8, 2, [], []), "a.png",
         "This picture has more than 210 million pixels. Make it smaller, for example 4,000 pixels wide, and upload it "
         "again."),
    ],
    ids=["cut", "header alone", "nothing", "words", "drawing", "gif", "cut jpeg", "400 megapixels"],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_is_no_picture_gets_a_sentence(content, name, sentence):
    with pytest.raises(ValidationError) as refusal:
        receive(content, name)
    assert refusal.value.messages == [sentence]


def test_more_than_60_mb_are_not_read(monkeypatch):
    monkeypatch.setattr(arrival, "MAX_BYTES", 10)
    with pytest.raises(ValidationError, match="larger than 60 MB"):
        receive(cast.picture())


def test_a_picture_beyond_the_bounds_of_the_program_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(arrival, "SECONDS", 0)
    with pytest.raises(ValidationError, match="too large to be read"):
        receive(HEIC)


@pytest.mark.parametrize(
    ("mode", "form", "kept"),
    [
        ("RGB", "JPEG", ("JPEG", "RGB")),
        ("CMYK", "JPEG", ("JPEG", "CMYK")),
        ("L", "JPEG", ("JPEG", "L")),
        ("RGBA", "PNG", ("WEBP", "RGBA")),
        ("LA", "PNG", ("WEBP", "RGBA")),
        ("I;16", "PNG", ("JPEG", "L")),
        ("1", "PNG", ("JPEG", "RGB")),
        ("RGB", "WEBP", ("JPEG", "RGB")),
    ],
)
def test_colours_and_what_shows_through_are_kept(mode, form, kept):
    picture = converted(Image.new(mode, (40, 20)), form)
    assert (picture.format, picture.mode, picture.size) == (*kept, (10, 5))


def test_a_photograph_of_a_phone_held_upright_stands_upright():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    picture = converted(Image.new("RGB", (40, 20)), "JPEG", exif=exif)
    assert (picture.size, dict(picture.getexif())) == ((5, 10), {})
