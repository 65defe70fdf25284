"""Attributes of a shortcode, whichever quotes somebody or some editor put round them."""

import re
from html import unescape

NAME = r"[A-Za-z_][\w:.-]*"
ATTRIBUTE = re.compile(
    rf"(?P<name>{NAME})\s{{0,20}}=\s{{0,20}}(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|[“”„″](?P<curly>[^“”„″\"]*)[“”„″\"]"
    rf"|[‘’′](?P<curly_single>[^‘’′']*)[‘’′']|(?P<bare>[^\s\"'“”″]+))|\"(?P<said>[^\"]*)\"|(?P<word>[^\s=]+)"
)
ENTITY_OF_A_QUOTE = re.compile(r"&(?:quot|#0?34|#x22|ldquo|rdquo|#8220|#8221|#8243|Prime);")


def attributes_of(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Those with a name, in small letters, and those without, whichever quotes somebody or some editor put round them."""
    attributes: dict[str, str] = {}
    said: list[str] = []
    for found in ATTRIBUTE.finditer(ENTITY_OF_A_QUOTE.sub('"', text.strip().removesuffix("/"))):
        groups = found.groupdict()
        if groups["name"]:
            value = next(
                (groups[key] for key in ("double", "single", "curly", "curly_single", "bare") if groups[key]), ""
            )
            attributes.setdefault(groups["name"].casefold(), _plain(value))
        else:
            said.append(_plain(groups["said"] or groups["word"] or ""))
    return attributes, tuple(said)


def _plain(value: str) -> str:
    """With the signs back for which page builders write others, since a bracket would end the tag."""
    for written, sign in (("``", '"'), ("`{`", "["), ("`}`", "]"), ("%91", "["), ("%93", "]"), ("%22", '"')):
        value = value.replace(written, sign)
    return unescape(value)
