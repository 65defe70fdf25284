"""What a web server in front says about the visitor's connection."""

from wsgiref.types import WSGIEnvironment

from django.conf import settings

from articles.lib.http_client import is_loopback


def believe_scheme(environ: WSGIEnvironment) -> None:
    """Takes over `https` from `X-Forwarded-Proto`, when one of our own proxies wrote it.

    Ours are those that TRUSTED_PROXIES counts, and whatever runs on this machine: a proxy on a socket has no address.
    """
    if environ.get("HTTP_X_FORWARDED_PROTO") == "https" and _is_ours(environ.get("REMOTE_ADDR", "")):
        environ["wsgi.url_scheme"] = "https"


def _is_ours(peer: str) -> bool:
    return settings.TRUSTED_PROXIES > 0 or not peer or is_loopback(peer)
