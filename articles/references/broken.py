"""What is wrong with links whose references lead readers nowhere, or not to the place that is meant."""

from collections.abc import Mapping

from articles.document import richtext
from articles.document.references import in_html, links_in, read
from articles.references.targets import GONE, State, Target, targets

SENTENCES = {
    State.UNPUBLISHED: "The link “{words}” leads to a guide that is not published.",
    State.WITHDRAWN: "The link “{words}” leads to a guide that was withdrawn.",
    State.NO_HEADING: "No heading of “{title}” has the name “{place}”, to which “{words}” leads.",
    State.GONE: "The link “{words}” leads to something that no longer exists.",
}


def sentence(state: State, *, words: str, title: str = "", place: str = "") -> str:
    """What an editor is told of a link with these words to the place in a page of that title."""
    return SENTENCES[state].format(words=words, title=title, place=place)


def in_text(html: str, meant: Mapping[str, Target] | None = None) -> list[str]:
    """A sentence for each link of the text that does not lead where it should; `meant` spares the look-up."""
    known = targets(in_html(html)) if meant is None else meant
    return [
        _told(known.get(address, GONE), address, words)
        for address, words in links_in(html)
        if _is_wrong(known, address)
    ]


def _is_wrong(known: Mapping[str, Target], address: str) -> bool:
    return known.get(address, GONE).state is not State.OPEN


def _told(target: Target, address: str, words: str) -> str:
    reference = read(address)
    place = reference.place if reference else ""
    return sentence(target.state, words=richtext.plain(words), title=target.title, place=place)
