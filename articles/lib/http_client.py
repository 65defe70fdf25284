"""Asking other sites, the one way in which the site does: a request at a time, without cookies, and never inside our own
network.

A guide's links are its editor's words, so a page of this machine or its network must not be fetched for them: every
name is resolved here, refused unless all its addresses are public, and connected to by that very address.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from threading import Timer
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

TIMEOUT_SECONDS = 15
MOST_REDIRECTS = 5
REDIRECTS = {
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
    HTTPStatus.PERMANENT_REDIRECT,
}
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the IPv4 internet, and our own network with it
# RFC 9110, section 15.4: keepers of links should change them; after the others the old address stays right.
FOR_GOOD = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
READABLE = "%/:=&?~#+!$,;'@()*[]"

# From a host's name to the addresses to connect to, one of which answers; raises `Unreachable`.
type Resolver = Callable[[str], list[str]]


class Unreachable(Exception):
    """The page could not be reached; the message says why, in a few words."""


class Answer(NamedTuple):
    """The last status, the address that it is about, and whether everything on the way there was moved for good."""

    status: int
    address: str
    moved_for_good: bool


def is_loopback(host: str | None) -> bool:
    """True for localhost and the loopback addresses of IPv4 and IPv6."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def public_addresses(host: str) -> list[str]:
    """The addresses of the host. Raises `Unreachable` when it has none, or any that is not public."""
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise Unreachable("there is no site with this name") from error
    if not found or not all(map(is_public, found)):
        raise Unreachable("the site is not on the public internet")
    return list(dict.fromkeys(found))


def is_public(address: str) -> bool:
    """Whether the IP address is one of the internet's; of one that stands for an IPv4 address, whether that is."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        if within := parsed.ipv4_mapped or (
            ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF) if parsed in NAT64 else None
        ):
            return is_public(str(within))
        if parsed.is_site_local:
            return False
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def ask(address: str, agent: str, resolve: Resolver = public_addresses) -> Answer:
    """Follows the address to its end with HEAD, and with GET where that fails: not every site knows HEAD.

    Raises `Unreachable`.
    """
    with suppress(Unreachable):
        answer = _follow("HEAD", address, agent, resolve)
        if answer.status < HTTPStatus.BAD_REQUEST:
            return answer
    return _follow("GET", address, agent, resolve)


def post(
    address: str,
    body: str,
    headers: dict[str, str],
    resolve: Resolver = public_addresses,
    seconds: float = TIMEOUT_SECONDS,
) -> int:
    """The status that the address itself answers with in so many seconds: a redirect is not followed.

    Raises `Unreachable`.
    """
    return _request("POST", address, headers, resolve, body, seconds)[0]


def _follow(method: str, address: str, agent: str, resolve: Resolver) -> Answer:
    moved: list[int] = []
    headers = {"User-Agent": agent, "Accept": "*/*"}
    while len(moved) <= MOST_REDIRECTS:
        status, location = _request(method, address, headers, resolve)
        if status not in REDIRECTS or not location:
            return Answer(status, address, bool(moved) and FOR_GOOD.issuperset(moved))
        moved.append(status)
        address = urljoin(address, location)
    raise Unreachable("it is redirected too many times")


def _request(
    method: str,
    address: str,
    headers: dict[str, str],
    resolve: Resolver,
    body: str | None = None,
    seconds: float = TIMEOUT_SECONDS,
) -> tuple[int, str]:
    """One request: the status, and where to go on when it is a redirect. The answer's body is not read."""
    parts = urlsplit(address)
    connection = _connection(parts, resolve, seconds)
    target = quote(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}", safe=READABLE)
    # A timeout of the socket begins anew with each byte, and a server can send one now and then for hours.
    alarm = Timer(seconds, connection.hang_up)
    alarm.daemon = True
    alarm.start()
    try:
        connection.request(method, target, body, {**headers, "Connection": "close"})
        response = connection.getresponse()
        return response.status, response.getheader("Location") or ""
    except ssl.SSLCertVerificationError as error:
        raise Unreachable("its certificate is not valid") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        if isinstance(error, TimeoutError) or connection.is_over:
            raise Unreachable(f"no answer within {seconds:g} seconds") from error
        raise Unreachable("it cannot be reached") from error
    finally:
        alarm.cancel()
        connection.close()


def _connection(parts: SplitResult, resolve: Resolver, seconds: float) -> "_Connection":
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unreachable("it is not the address of a web page")
    try:
        port = parts.port
        host = parts.hostname.encode("idna").decode()
    except ValueError as error:  # a port that is no number, a name that is none
        raise Unreachable("it is not the address of a web page") from error
    kind = _SecureConnection if parts.scheme == "https" else _Connection
    connection = kind(host, port, timeout=seconds)
    connection.addresses = resolve(host)
    return connection


class _Connection(http.client.HTTPConnection):
    """Connects to one of `addresses`, whatever the name may lead to by now."""

    addresses: list[str]
    is_over = False
    # The line itself: while TLS begins, `sock` is neither the one socket nor the other.
    line: socket.socket | None = None

    def hang_up(self) -> None:
        """Ends whatever another thread is waiting for."""
        self.is_over = True
        if self.line:
            with suppress(OSError):
                self.line.shutdown(socket.SHUT_RDWR)

    def connect(self) -> None:
        self.sock = self._reached()
        self.line = self.sock.dup()
        if self.is_over:
            raise TimeoutError

    def _reached(self) -> socket.socket:
        for address in self.addresses[:-1]:
            with suppress(OSError):
                return socket.create_connection((address, self.port), self.timeout)
        return socket.create_connection((self.addresses[-1], self.port), self.timeout)

    def close(self) -> None:
        super().close()
        if self.line:
            self.line.close()


class _SecureConnection(http.client.HTTPSConnection, _Connection):
    """The same, with the certificate checked against the name."""
