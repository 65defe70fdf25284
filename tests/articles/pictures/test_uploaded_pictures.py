"""What an editor may upload as a picture, and the sentence they get when they may not."""

import re
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.forms import modelform_factory
from PIL import ExifTags, Image, PngImagePlugin

from articles.models import Picture
from articles.pictures import uploads
from tests import cast
from tests.articles.pictures import png

PictureForm = modelform_factory(Picture, fields=["file"])
NO_PICTURE = "This file is not a picture that we can read. Upload a JPEG, PNG, WebP or AVIF file."
DAMAGED = "This picture is damaged or incomplete. Export it again from the program you made it in."
EMPTY = "This file is empty. Choose the picture again, or export it again from the program you made it in."
TOO_MANY_PIXELS = (
    "This picture has more than 40 million pixels. Make it smaller, for example 2,400 pixels wide, and upload it again."
)
TOO_HEAVY = "This picture is larger than 15 MB. Save it at a lower quality and upload it again."
ANIMATED = (
    "This picture is animated, and pages show only still pictures. Save the frame that you want as a JPEG or PNG and "
    "upload that."
)
TOO_LONG = (
    "This picture has a side of more than 65,500 pixels, which no page can show. Cut it into several pictures and upload "
    "each."
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'


def upload(name, content):
    """The form as an editor sends it."""
    return PictureForm({}, {"file": SimpleUploadedFile(name, content, content_type="image/jpeg")})


def noise(form):
    """A picture whose file is long enough to be cut."""
    file = BytesIO()
    Image.effect_noise((64, 48), 90).convert("RGB").save(file, form)
    return file.getvalue()


def png_header(width, height):
    """A PNG that claims a size and holds nothing."""
    return png.file((width, height), 8, 2, [], [])


def two_in_one():
    """What many phones write: two JPEGs in one file."""
    file = BytesIO()
    picture = Image.new("RGB", (12, 8), "teal")
    picture.save(file, "MPO", save_all=True, append_images=[picture])
    return file.getvalue()


def animation(form):
    """A picture that changes its colour."""
    file = BytesIO()
    frames = [Image.new("RGB", (12, 8), colour) for colour in ("teal", "red")]
    frames[0].save(file, form, save_all=True, append_images=frames[1:], duration=100)
    return file.getvalue()


def with_text(size):
    """A PNG with so much text, compressed, as design programs write it, before its pixels and behind them."""
    file = BytesIO()
    words = PngImagePlugin.PngInfo()
    words.add_text("history", "layer " * (size // 6), zip=True)
    words.add_itxt("XML:com.adobe.xmp", "layer " * (size // 6), zip=True)
    Image.new("RGB", (12, 8), "teal").save(file, "PNG", pnginfo=words)
    content = file.getvalue()
    start, pixels, end = content.index(b"zTXt") - 4, content.index(b"IDAT") - 4, content.index(b"IEND") - 4
    return content[:pixels] + content[pixels:end] + content[start:pixels] + content[end:]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", cast.picture("JPEG")),
        ("a.jpeg", cast.picture("JPEG")),
        ("A.JPG", cast.picture("JPEG")),
        ("phone.jpg", two_in_one()),
        ("saved by Windows.jfif", cast.picture("JPEG")),
        ("a.jpe", cast.picture("JPEG")),
        ("a.pjpeg", cast.picture("JPEG")),
        ("a.apng", cast.picture("PNG")),
        ("a.png", cast.picture("PNG")),
        ("a.webp", cast.picture("WEBP")),
        ("a.avif", cast.picture("AVIF")),
        ("no words … just 🚀.png", cast.picture("PNG")),
    ],
)
def test_a_picture_is_accepted_with_its_size(name, content):
    form = upload(name, content)
    assert form.errors == {}
    assert (form.instance.width, form.instance.height) == (12, 8)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.jpg", b"", EMPTY),
        ("a.jpg", b"Not a picture at all.", NO_PICTURE),
        ("a.jpg", b"%PDF-1.7", NO_PICTURE),
        ("a.jpg", b"\xff\xd8\xff", NO_PICTURE),
        ("a.png", b"\x89PNG\r\n\x1a\n", NO_PICTURE),
        ("a.jpg", b"\x00" * 1000, NO_PICTURE),
        ("a.svg", SVG, NO_PICTURE),
        ("a.jpg", SVG, NO_PICTURE),
        ("a.gif", cast.picture("GIF"), "Upload a JPEG, PNG, WebP or AVIF picture; this one is a GIF."),
        ("a.jpg", cast.picture("GIF"), "Upload a JPEG, PNG, WebP or AVIF picture; this one is a GIF."),
        ("a.bmp", cast.picture("BMP"), "Upload a JPEG, PNG, WebP or AVIF picture; this one is a BMP."),
        ("a.tiff", cast.picture("TIFF"), "Upload a JPEG, PNG, WebP or AVIF picture; this one is a TIFF."),
        ("a.jpg", cast.picture("PNG"),
         "This is a PNG picture, but its name does not end in .png. Rename it and upload it again."),
        ("a.png", cast.picture("JPEG"),
         "This is a JPEG picture, but its name does not end in .jpg. Rename it and upload it again."),
        ("a.jpg.php", cast.picture("JPEG"),
         "This is a JPEG picture, but its name does not end in .jpg. Rename it and upload it again."),
        ("a.svg", cast.picture("WEBP"),
         "This is a WEBP picture, but its name does not end in .webp. Rename it and upload it again."),
        ("avif", cast.picture("AVIF"),
         "This is a AVIF picture, but its name does not end in .avif. Rename it and upload it again."),
        ("a.png", png_header(10_000, 6_000), TOO_MANY_PIXELS),
        ("a.jpg", png_header(10_000, 6_000), TOO_MANY_PIXELS),
        ("a.png", png_header(40_000_001, 1), TOO_MANY_PIXELS),
        ("a.png", png_header(60_000, 60_000), TOO_MANY_PIXELS),
        ("a.jpg", cast.picture("JPEG") + b"\x00" * uploads.MAX_BYTES, TOO_HEAVY),
        ("a.png", png_header(100, 100), DAMAGED),
        ("a.png", animation("PNG"), ANIMATED),
        ("a.webp", animation("WEBP"), ANIMATED),
        ("a.avif", animation("AVIF"), ANIMATED),
        ("a.png", cast.picture("PNG", size=(1, 65_501)), TOO_LONG),
        ("a.png", cast.picture("PNG", size=(100_000, 1)), TOO_LONG),
    ],
    ids=[
        "nothing", "text", "pdf", "start of a jpeg", "start of a png", "zeros", "svg", "svg named jpg", "gif",
        "gif named jpg", "bmp", "tiff", "png named jpg", "jpeg named png", "jpeg named php", "webp named svg",
        "avif without ending", "60 megapixels", "60 megapixels named jpg", "one row too long", "3,600 megapixels",
        "15 MB", "header alone", "moving png", "moving webp", "moving avif", "too high", "too broad",
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_is_no_picture_for_a_page_gets_one_sentence(name, content, sentence):
    assert upload(name, content).errors == {"file": [sentence]}


def test_a_large_upload_that_lies_in_a_file_is_judged_alike():
    for content, errors in ((cast.picture(), {}), (png_header(10_000, 6_000), {"file": [TOO_MANY_PIXELS]})):
        with TemporaryUploadedFile("a.png", "image/png", len(content), None) as file:
            file.write(content)
            file.seek(0)
            assert PictureForm({}, {"file": file}).errors == errors


def test_15_mb_exactly_is_not_too_much():
    picture = cast.picture("JPEG")
    assert upload("a.jpg", picture + b"\x00" * (uploads.MAX_BYTES - len(picture))).errors == {}


def test_40_million_pixels_exactly_are_not_too_many():
    uploads.refuse_bomb(BytesIO(png_header(8_000, 5_000)))
    with pytest.raises(ValidationError, match="more than 40 million pixels"):
        uploads.refuse_bomb(BytesIO(png_header(8_000, 5_001)))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_file_that_was_cut_short_gets_one_sentence(form):
    whole = noise(form)
    name = f"a.{uploads.FORMATS[form]}"
    assert upload(name, whole).errors == {}
    for part in (0.1, 0.3, 0.5, 0.7, 0.9):
        errors = upload(name, whole[: int(len(whole) * part)]).errors
        assert errors in ({"file": [NO_PICTURE]}, {"file": [DAMAGED]})


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_damaged_file_is_never_an_exception(form):
    whole = noise(form)
    for at in range(0, len(whole), max(1, len(whole) // 40)):
        damaged = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        errors = upload(f"a.{uploads.FORMATS[form]}", damaged).errors
        assert set(errors) <= {"file"}
        assert len(errors.get("file", [])) <= 1


def test_megabytes_of_text_in_a_png_are_no_obstacle():
    content = with_text(5 * 1024 * 1024)
    assert len(content) < 100_000
    assert upload("a.png", content).errors == {}


@pytest.mark.django_db
def test_an_older_animation_does_not_stand_in_the_way_of_other_changes():
    picture = Picture.objects.create(title="A", file=ContentFile(animation("WEBP"), name="a.webp"))
    assert PictureForm({}, {}, instance=Picture.objects.get(pk=picture.pk)).errors == {}


def test_the_same_rules_hold_without_a_form():
    with pytest.raises(ValidationError, match="damaged or incomplete"):
        uploads.validate(SimpleUploadedFile("a.jpg", b"Not a picture."))
    uploads.validate(SimpleUploadedFile("a.png", cast.picture("PNG")))


@pytest.mark.django_db
def test_a_stored_name_gives_nothing_away():
    form = PictureForm(
        {},
        {"file": SimpleUploadedFile("Jane Doe's secret CV.png", cast.picture("PNG"))},
    )
    assert form.is_valid()
    assert re.fullmatch(r"pictures/[0-9a-f]{16}\.png", form.save().file.name)


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.png", ".png"),
        ("A.JPG", ".jpg"),
        ("../../etc/passwd.png", ".png"),
        ("c:\\me\\a.webp", ".webp"),
        ("a", ""),
        ("a.jfif", ".jpg"),
        ("a.JPEG", ".jpg"),
    ],
)
def test_a_stored_name_is_new_each_time(name, ending):
    first, second = uploads.upload_path(None, name), uploads.upload_path(None, name)
    assert first != second
    assert [bool(re.fullmatch(rf"pictures/[0-9a-f]{{16}}{re.escape(ending)}", path)) for path in (first, second)] == [
        True,
        True,
    ]


@pytest.mark.django_db
def test_saving_again_keeps_the_picture():
    picture = Picture.objects.create(title="A", file=ContentFile(cast.picture(), name="a.png"))
    form = PictureForm({}, {}, instance=Picture.objects.get(pk=picture.pk))
    assert form.is_valid()
    assert form.save().file.name == picture.file.name


@pytest.mark.django_db
def test_a_stored_picture_is_judged_like_an_upload():
    cast.store_picture()
    picture = Picture(title="A desk", file=cast.PICTURE)
    picture.full_clean()
    assert picture.file.closed
    assert (picture.width, picture.height) == (12, 8)


@pytest.mark.django_db
def test_a_stored_picture_that_is_gone_gets_a_sentence():
    picture = Picture.objects.create(title="A", file=ContentFile(cast.picture(), name="a.png"))
    picture.file.storage.delete(picture.file.name)
    form = PictureForm({}, {}, instance=Picture.objects.get(pk=picture.pk))
    assert form.errors == {"file": ["The file for this picture is missing. Upload it again."]}


def test_the_size_is_that_which_people_see():
    """A phone that was held upright stores a lying picture and the turn."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    file = BytesIO()
    Image.new("RGB", (12, 8), "teal").save(file, "JPEG", exif=exif)
    form = upload("a.jpg", file.getvalue())
    assert form.errors == {}
    assert (form.instance.width, form.instance.height) == (8, 12)


@pytest.mark.parametrize(
    ("typed", "kept", "errors"),
    [
        ("0", 0, []),
        ("100", 100, []),
        ("", 50, []),
        ("101", None, ["Ensure this value is less than or equal to 100."]),
        ("-1", None, ["Ensure this value is greater than or equal to 0."]),
        ("left", None, ["Enter a whole number."]),
    ],
)
def test_the_focus_is_two_percentages(typed, kept, errors):
    form = modelform_factory(Picture, fields=["focus_x"])({"focus_x": typed})
    assert form.errors.get("focus_x", []) == errors
    assert form.cleaned_data.get("focus_x") == kept
