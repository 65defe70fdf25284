"""Where old addresses lead, as web servers read it."""

import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from urllib.parse import quote

from agency.moving_out.static_copy.addresses import split
from agency.moving_out.static_copy.moves import Move
from agency.moving_out.static_copy.standing_in import GONE, NOT_FOUND

LONGEST_KEY = 4096  # bytes; nginx begins with room for some forty
IN_PATHS = "/-._~!$&'()+,;=@"


def redirects(moves: Iterable[Move]) -> str:
    """`_redirects`, as Netlify and others read it. One with parameters stands before a file of its path."""
    return "".join(map(_redirect, moves))


def _redirect(move: Move) -> str:
    path, query = split(move.address)
    parameters = "".join(f" {pair}" for pair in query.split("&") if pair)
    status = f"{move.status:d}{'!' if query else ''}"
    return f"{quote(path, safe=IN_PATHS)}{parameters} {move.location or GONE} {status}\n"


def nginx(moves: Iterable[Move]) -> str:
    """Maps for the `http` block of nginx, by which a server knows what `$moved` is: such as “301 /guides/”, or “410”."""
    lines = [(split(move.address), f"{move.status:d} {move.location}".strip()) for move in moves]
    of_paths = [(way, told) for (path, query), told in lines if not query for way in _both(path)]
    of_queries = [(f"{way}?{query}", told) for (path, query), told in lines if query for way in _both(path)]
    return (
        f"map_hash_bucket_size {LONGEST_KEY};\n"
        + _map("$uri", "$moved_path", of_paths)
        + _map("$uri$is_args$args", "$moved_address", of_queries)
        + 'map $moved_address $moved {\n    "" $moved_path;\n    default $moved_address;\n}\n'
    )


def _both(path: str) -> list[str]:
    """With a slash at its end and without."""
    bare = path.rstrip("/")
    return [bare, f"{bare}/"] if bare else ["/"]


def _map(source: str, name: str, pairs: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"    {_nginx(key)} {_nginx(told.replace('$', '%24'))};\n" for key, told in pairs)
    return f'map "{source}" {name} {{\n    default "";\n{lines}}}\n'


def _nginx(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


APACHE = f"""DirectoryIndex index.html
ErrorDocument 404 {NOT_FOUND}
ErrorDocument 410 {GONE}
AddType text/markdown .md
AddType application/manifest+json .webmanifest
AddType image/avif .avif
RewriteEngine On
"""


def apache(moves: Iterable[Move]) -> str:
    """`.htaccess` for Apache with mod_rewrite."""
    return APACHE + "".join(map(_rule, moves))


def _rule(move: Move) -> str:
    path, query = split(move.address)
    condition = f'RewriteCond %{{QUERY_STRING}} "^{_pattern(query)}$" [NC]\n' if query else ""
    if move.status == HTTPStatus.GONE:
        target, flags = "-", "NC,G"
    else:
        target = f'"{re.sub(r"([$%])", r"\\\1", move.location)}"'
        flags = f"NC,R={move.status:d},L,NE{',QSD' if query else ''}"
    return f'{condition}RewriteRule "^{_pattern(path.strip("/"))}/?$" {target} [{flags}]\n'


def _pattern(text: str) -> str:
    return re.escape(text).replace('"', '\\"')


FILES: dict[str, Callable[[Iterable[Move]], str]] = {
    "/_redirects": redirects,
    "/.htaccess": apache,
    "/moved.nginx.conf": nginx,
}
