"""Answers in as few bytes as the browser can read."""

import gzip
import re
from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers, set_response_etag

from articles.files.kinds import KINDS

SHORTEST = 200  # as in GZipMiddleware: shorter answers gain nothing
BROTLI, GZIP, IDENTITY = "br", "gzip", ""
# The better one first.
READS = {name: re.compile(rf"\b{name}\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))") for name in (BROTLI, GZIP)}
# Two milliseconds for a guide, or sixty for a tenth fewer bytes.
QUICK, THOROUGH = {BROTLI: 5, GZIP: 6}, {BROTLI: 11, GZIP: 9}
# Compressed by their own format.
DENSE = (
    "image/avif",
    "image/webp",
    "image/jpeg",
    "image/png",
    *(kind.media_type for kind in KINDS.values() if kind.dense),
)
KEPT = 128  # pages, of which the largest take some 70 KB


class CompressionMiddleware(GZipMiddleware):
    """Brotli for readers, gzip for older browsers and for whoever has a cookie.

    That Django pads at random, against guessing secrets from an answer's length (BREACH).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if _is_kept(request, response):
            set_response_etag(response)  # of the page itself, before its bytes are packed
        if response.headers.get("Content-Type", "") in DENSE or response.status_code == HTTPStatus.PARTIAL_CONTENT:
            return response
        if isinstance(response, HttpResponse) and (encoding := _encoding(request, response)):
            lasts = response.status_code == 200 and not request.META.get("QUERY_STRING")
            return _packed(response, encoding, lasts=lasts)
        return super().process_response(request, response)


def _is_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    may_be_kept = "no-store" not in response.headers.get("Cache-Control", "")
    return request.method == "GET" and may_be_kept and not response.has_header("ETag")


def _encoding(request: HttpRequest, response: HttpResponse) -> str:
    """The one for an answer without secrets; none where it has some, or nothing to gain."""
    is_for_all = not request.COOKIES and not response.cookies
    if is_for_all and not response.has_header("Content-Encoding") and len(response.content) >= SHORTEST:
        return encoding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    return IDENTITY


def _packed(response: HttpResponse, encoding: str, *, lasts: bool) -> HttpResponse:
    """A page that is the same for every reader is worth the time, once; one that a visitor's words made is not."""
    page = response.content
    response.content = _thoroughly(page, encoding) if lasts else compressed(page, encoding, QUICK)
    response.headers["Content-Encoding"] = encoding
    response.headers["Content-Length"] = str(len(response.content))
    if response.headers.get("ETag", "").startswith('"'):  # the same page in other bytes (RFC 9110, section 8.8.1)
        response.headers["ETag"] = f"W/{response.headers['ETag']}"
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


@lru_cache(512)
def encoding_for(accept_encoding: str) -> str:
    """The best of our encodings that a client takes, by its `Accept-Encoding`."""
    return next((name for name, reads in READS.items() if reads.search(accept_encoding)), IDENTITY)


@lru_cache(KEPT)
def _thoroughly(page: bytes, encoding: str) -> bytes:
    return compressed(page, encoding, THOROUGH)


def compressed(page: bytes, encoding: str, quality: Mapping[str, int]) -> bytes:
    """The page in this encoding; `quality` is `QUICK` or `THOROUGH`."""
    if encoding == BROTLI:
        return brotli.compress(page, mode=brotli.MODE_TEXT, quality=quality[BROTLI])
    return gzip.compress(page, compresslevel=quality[GZIP], mtime=0) if encoding == GZIP else page
