"""Requests that no browser sends, written to the line as they are; after each, a plain reader gets the same page as before."""

import socket
from collections.abc import Iterator

TIMEOUT = 10
END = b"Connection: close\r\n\r\n"


def wrong(port: int) -> Iterator[str]:
    """What an odd request changed for the next reader, or got of another host."""
    host = f"Host: 127.0.0.1:{port}\r\n".encode()
    page = _body(port, b"GET / HTTP/1.1\r\n" + host + END)
    for name, request in _requests(port, host).items():
        if b"evil" in _body(port, request):
            yield f"{name}: repeated to its sender"
        if _body(port, b"GET / HTTP/1.1\r\n" + host + END) != page:
            yield f"{name}: another page for the next reader"


def _requests(port: int, host: bytes) -> dict[str, bytes]:
    first = b"GET / HTTP/1.1\r\n" + host
    return {
        "an absolute address": b"GET http://evil.example/ HTTP/1.1\r\n" + host + END,
        "another host": f"GET http://127.0.0.1:{port}/ HTTP/1.1\r\nHost: evil.example\r\n".encode() + END,
        "two hosts": first + b"Host: evil.example\r\n" + END,
        "no host": b"GET / HTTP/1.1\r\n" + END,
        "a folded header": first + b"X-Forwarded-Host: a\r\n evil.example\r\n" + END,
        "an underscore": first + b"X_Forwarded_Host: evil.example\r\n" + END,
        "a body in chunks": first + b"Transfer-Encoding: chunked\r\n" + END + b"4\r\nevil\r\n0\r\n\r\n",
        "two lengths": first + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n" + END + b"0\r\n\r\nevil",
        "a request in a body": first + b"Content-Length: 46\r\n" + END + b"GET /admin/ HTTP/1.1\r\nHost: evil.example\r\n\r\nevil",
        "a fragment": b"GET /#evil HTTP/1.1\r\n" + host + END,
        "bytes that are no text": b"GET /\xff\xfe HTTP/1.1\r\n" + host + END,
        "a NUL": b"GET /%00 HTTP/1.1\r\n" + host + END,
        "an encoded slash": b"GET /%2F HTTP/1.1\r\n" + host + END,
    }  # fmt: skip


def _body(port: int, request: bytes) -> bytes:
    """The page of the answer; its head has a date."""
    answer = b""
    with socket.create_connection(("127.0.0.1", port), TIMEOUT) as line:
        line.sendall(request)
        while part := line.recv(65_536):
            answer += part
    return answer.partition(b"\r\n\r\n")[2]
