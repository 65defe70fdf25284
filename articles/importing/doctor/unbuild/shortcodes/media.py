"""Pictures, films, sounds and galleries."""

import re
from collections.abc import Callable, Iterator

from articles.importing.doctor.unbuild.saying import embed, picture, words_of
from articles.importing.doctor.unbuild.shortcodes.grammar import Shortcode

IMAGE = re.compile(r"((?:<a\b[^<>]*>\s{0,20})?<img\b[^<>]*>(?:\s{0,20}</a>)?)", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>]+|/[^\s\"'<>]+")
FILM = re.compile(r"[\w-]{11}")
NUMBER = re.compile(r"picture-(\d+)")


def pictures_of(code: Shortcode) -> Iterator[str]:
    """Those that the export named by their addresses beside their numbers, with what it says under them."""
    for name, address in code.attributes.items():
        if found := NUMBER.fullmatch(name):
            yield picture(address, code.get(f"alt-{found[1]}"), code.get(f"caption-{found[1]}"))


def _caption(code: Shortcode, inner: str) -> str:
    """A picture and the words under it, which older versions kept in an attribute."""
    parts = IMAGE.split(inner, maxsplit=1)
    if len(parts) < 3:
        return inner
    before, image, after = parts
    said = code.get("caption") or f"{before.strip()} {after.strip()}".strip()
    return (
        f"\n<figure>{image}<figcaption>{said}</figcaption></figure>\n"
        if words_of(said)
        else f"\n<figure>{image}</figure>\n"
    )


def _gallery(code: Shortcode, inner: str) -> str:
    return "".join(pictures_of(code)) + inner


def _image(code: Shortcode, inner: str) -> str:
    """One picture by its number, by its address, or as the text of the shortcode."""
    named = next(pictures_of(code), "")
    found = ADDRESS.fullmatch(words_of(inner)) if not IMAGE.search(inner) else None
    address = code.get("src", "url", "image_url", "custom_src", "image", "img", "source") or (found[0] if found else "")
    if named or not ADDRESS.fullmatch(address):
        return named + ("" if found else inner)
    caption = code.get("caption", "title_text_shown", "img_caption")
    shown = picture(address, code.get("alt", "image_alt", "title_text"), caption)
    return shown + ("" if found else inner)


def _film(code: Shortcode, inner: str) -> str:
    """By an address or by the name of a film, in an attribute, alone, or as the text."""
    named = code.get(
        "url", "src", "link", "mp4", "webm", "m4v", "ogv", "video", "id", "video_id", "href", "source", "youtube_id"
    )
    value = named or next((one.lstrip("=") for one in code.said), "") or words_of(inner)
    if not value.startswith(("http", "/")):
        value = _at_its_host(code.tag, value)
    title = code.get("title", "alt")
    return embed(value, title, code.get("caption")) if value else inner


def _at_its_host(tag: str, name: str) -> str:
    if "vimeo" in tag or name.isdigit():
        return f"https://vimeo.com/{name}" if name else ""
    if name.startswith(("www.", "youtu", "vimeo")):
        return f"https://{name}"
    return f"https://www.youtube.com/watch?v={name}" if FILM.fullmatch(name) else ""


def _sound(code: Shortcode, inner: str) -> str:
    address = code.get("src", "mp3", "ogg", "wav", "m4a", "url", "file") or next(iter(code.said), "")
    return f'\n<audio src="{address}"></audio>\n{inner}' if address else inner


def _playlist(code: Shortcode, inner: str) -> str:
    addresses = (value for name, value in code.attributes.items() if NUMBER.fullmatch(name))
    return "".join(embed(address) for address in addresses) + inner


def _embed(code: Shortcode, inner: str) -> str:
    return embed(code.get("src", "url") or words_of(inner))


MEDIA: dict[str, Callable[[Shortcode, str], str]] = {
    **dict.fromkeys(("caption", "wp_caption"), _caption),
    **dict.fromkeys(
        ("gallery", "vc_gallery", "vc_images_carousel", "et_pb_gallery", "fusion_images", "fusion_gallery", "av_gallery",
         "av_horizontal_gallery", "su_slider", "su_carousel", "su_custom_gallery", "foogallery", "envira_gallery", "slideshow"),
        _gallery,
    ),
    **dict.fromkeys(
        ("vc_single_image", "et_pb_image", "et_pb_fullwidth_image", "fusion_imageframe", "fusion_image", "fusion_gallery_image",
         "av_image", "ct_image", "image", "img", "x_image", "su_image"),
        _image,
    ),
    **dict.fromkeys(
        ("video", "wpvideo", "videopress", "youtube", "vimeo", "vc_video", "et_pb_video", "et_pb_video_slider_item", "fusion_youtube",
         "fusion_vimeo", "fusion_video", "av_video", "su_youtube", "su_youtube_advanced", "su_vimeo", "su_video", "x_video_embed",
         "lyte", "ct_video", "youtube_sc", "tube", "embedyt", "arve", "evp_embed_video"),
        _film,
    ),
    **dict.fromkeys(("audio", "su_audio", "et_pb_audio", "fusion_audio", "av_player", "soundcloud"), _sound),
    "playlist": _playlist,
    **dict.fromkeys(("embed", "iframe", "fusion_iframe", "advanced_iframe"), _embed),
}  # fmt: skip
