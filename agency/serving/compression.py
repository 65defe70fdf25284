"""Answers in as few bytes as the browser can read."""

import re
from functools import lru_cache

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers, set_response_etag

SHORTEST = 200  # as in GZipMiddleware: shorter answers gain nothing
READS_BROTLI = re.compile(r"\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
QUICK, THOROUGH = 5, 11  # two milliseconds for a guide, or sixty for a tenth fewer bytes
DENSE = ("image/avif", "image/webp", "image/jpeg", "image/png")  # compressed by their own format
KEPT = 128  # pages, of which the largest take some 60 KB


class CompressionMiddleware(GZipMiddleware):
    """Brotli for readers, gzip for everybody else.

    Whoever has a cookie gets gzip: Django pads it at random, against guessing secrets from an answer's length (BREACH).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if _is_kept(request, response):
            set_response_etag(response)  # of the page itself, before its bytes are packed
        if response.headers.get("Content-Type", "") in DENSE:
            return response
        if isinstance(response, HttpResponse) and _suits_brotli(request, response):
            return _with_brotli(response, lasts=response.status_code == 200 and not request.META.get("QUERY_STRING"))
        return super().process_response(request, response)


def _is_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    may_be_kept = "no-store" not in response.headers.get("Cache-Control", "")
    return request.method == "GET" and may_be_kept and not response.has_header("ETag")


def _suits_brotli(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        not request.COOKIES
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and len(response.content) >= SHORTEST
        and READS_BROTLI.search(request.headers.get("Accept-Encoding", "")) is not None
    )


def _with_brotli(response: HttpResponse, *, lasts: bool) -> HttpResponse:
    """A page that is the same for every reader is worth the time, once; one that a visitor's words made is not."""
    response.content = _thoroughly(response.content) if lasts else compressed(response.content, QUICK)
    response.headers["Content-Encoding"] = "br"
    response.headers["Content-Length"] = str(len(response.content))
    if response.headers.get("ETag", "").startswith('"'):  # the same page in other bytes (RFC 9110, section 8.8.1)
        response.headers["ETag"] = f"W/{response.headers['ETag']}"
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


@lru_cache(KEPT)
def _thoroughly(page: bytes) -> bytes:
    return compressed(page, THOROUGH)


def compressed(page: bytes, quality: int) -> bytes:
    """The page as Brotli; `quality` is `QUICK` or `THOROUGH`."""
    return brotli.compress(page, mode=brotli.MODE_TEXT, quality=quality)
