"""Pages of topics, tags and authors, at the addresses that WordPress gives them when nobody chose others."""

from collections.abc import Iterator
from urllib.parse import quote, unquote

from articles.importing.posts import Kind, Listing
from articles.importing.sources.wordpress.index import Index
from articles.lib.slugs import slug

DEEPEST = 10  # topics within topics


def listings(index: Index) -> Iterator[Listing]:
    for term in index.topics.values():
        path = "/".join(quote(unquote(one)) for one in _from_its_root(term.slug, index))
        yield Listing(
            kind=Kind.TOPIC,
            name=term.name,
            addresses=_known(index, f"category/{path}/", f"?cat={term.number}", term.number),
        )
    for term in index.tags.values():
        address = f"tag/{quote(unquote(term.slug))}/"
        yield Listing(kind=Kind.TAG, name=term.name, addresses=_known(index, address, f"?tag={term.slug}", term.slug))
    for person in index.people.values():
        number = index.numbers_of_people.get(person.login, "")
        addresses = _known(index, f"author/{slug(person.login)}/", f"?author={number}", number)
        yield Listing(kind=Kind.AUTHOR, name=person.login, addresses=addresses)


def _known(index: Index, path: str, query: str, number: str) -> tuple[str, ...]:
    return (f"{index.root}/{path}", *((f"{index.root}/{query}",) if number else ()))


def _from_its_root(slug: str, index: Index) -> list[str]:
    """A topic within another has both in its path."""
    path = [slug]
    while len(path) < DEEPEST and (parent := index.topics[path[0]].parent) in index.topics and parent not in path:
        path.insert(0, parent)
    return path
