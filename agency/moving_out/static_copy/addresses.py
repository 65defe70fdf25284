"""Addresses of the site, and where a copy has what is there.

An address is here the path as it is written on a page, with its parameters in the order in which they stand.
"""

from pathlib import PurePosixPath
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import reverse_lazy

from articles.pictures import renditions

# Pages that need the site: one page of the copy stands in for all of them, whatever their parameters.
LEFT_OUT = (reverse_lazy("enquiries:new"), reverse_lazy("articles:search"))
INDEX = "index.html"


def own(written: str, page: str) -> str | None:
    """The address that is meant by what is written on a page; None for what is not of this site."""
    try:
        url = urlsplit(urljoin(f"{settings.SITE_URL}{page}", written))
    except ValueError:  # such as an unclosed bracket in the host
        return None
    if f"{url.scheme}://{url.netloc}" != settings.SITE_URL:
        return None
    path = url.path or "/"
    return f"{path}?{url.query}" if url.query and path not in LEFT_OUT else path


def split(address: str) -> tuple[str, str]:
    """The path and the parameters."""
    path, _, query = address.partition("?")
    return path, query


def place(address: str) -> str:
    """The path in the copy: each parameter is a folder of its own, since web servers find files by the path alone; and the
    whole picture stands beside what is made of it, since a file cannot be a folder, too."""
    path, query = split(address)
    if _is_whole_picture(path):
        stem, _, ending = path.rpartition(".")
        return f"{stem}/whole.{ending}"
    if not query:
        return path
    folders = "/".join(
        f"{_segment(name)}/{_segment(value)}" for name, value in parse_qsl(query, keep_blank_values=True)
    )
    if path.endswith("/"):
        return f"{path}{folders}/"
    stem, dot, ending = path.rpartition(".")
    return f"{stem}/{folders}{dot}{ending}"


def moved(written: str, address: str) -> str:
    """What is written of an address, as the copy has it."""
    if place(address) == address:
        return written
    host = settings.SITE_URL if written.startswith(settings.SITE_URL) else ""
    _, hash_sign, fragment = written.partition("#")
    return f"{host}{place(address)}{hash_sign}{fragment}"


def file_of(path: str) -> PurePosixPath:
    """The file that answers at a path of the copy. Raises `ValueError` for one that would stand outside."""
    file = PurePosixPath(unquote(path).lstrip("/"))
    if ".." in file.parts:
        raise ValueError(f"{path} leads out of the copy.")
    return file / INDEX if path.endswith("/") else file


def _is_whole_picture(path: str) -> bool:
    wanted = renditions.parse(path.removeprefix(settings.MEDIA_URL)) if path.startswith(settings.MEDIA_URL) else None
    return wanted is not None and not wanted.width


def _segment(text: str) -> str:
    """Letters that mean the same in an address and in the name of a file; no two texts become one."""
    return quote(text, safe="").replace(".", "%2E").replace("%", "=") or "="
