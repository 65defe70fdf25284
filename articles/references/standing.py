"""Pages with a fixed address, which a reference means by their name; whoever has such pages registers them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from articles.lib.urls import path_to
from articles.remembering import remembered


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingPage:
    """A page by the name that references have for it; a name is lower-case letters, digits and hyphens."""

    name: str
    title: str
    path: str


type Provider = Callable[[], Iterable[StandingPage]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """From now on, what `provider` gives can be linked to. It may read what is `Shown` and nothing else."""
    if provider not in _providers:
        _providers.append(provider)


@remembered
def pages() -> Mapping[str, StandingPage]:
    """All of them by name, as they are now."""
    return {page.name: page for page in chain.from_iterable(provider() for provider in _providers)}


def of_guides() -> list[StandingPage]:
    """Those that lead to guides and salaries."""
    return [
        StandingPage(name="guides", title="All guides", path=path_to("articles:index")),
        StandingPage(name="salaries", title="Salaries of all roles", path=path_to("articles:salaries")),
        StandingPage(name="people", title="Teams and people", path=path_to("articles:people")),
    ]
