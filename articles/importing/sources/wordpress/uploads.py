"""Pictures and files of a site, by the addresses at which its texts show them.

WordPress stores a picture once and in five sizes; texts mostly show a size. What comes along is the largest that was
uploaded or edited by somebody: `team-300x200.jpg` and `team-scaled.jpg` are `team.jpg`, and `team-e1589000000000.jpg`,
which an editor cropped, is itself.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from articles.importing.posts import PictureNote

# Where uploads begin in a path: those of a site, of one of many sites, of WordPress.com.
ROOT = re.compile(r"(?:^|/)(?:uploads(?:/sites/\d+)?|blogs\.dir/\d+/files|files)/")
MONTH = re.compile(r"(?:^|/)((?:19|20)\d\d/(?:0[1-9]|1[0-2])/[^/]+)$")
SIZE = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w{2,5}$)")
MADE_BY_WORDPRESS = re.compile(r"-(?:scaled|rotated)(?=\.\w{2,5}$)")
MADE_BY_A_PLUGIN = re.compile(r"(?<=\.(?:jpg|png|gif))\.(?:webp|avif)$|(?<=\.jpeg)\.(?:webp|avif)$")
ENDING = re.compile(r"(\.\w{2,5})$")


def place(address: str) -> str:
    """Where a file is under the folder of uploads, written the same way whichever server or archive names it."""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        path = address
    path = unicodedata.normalize("NFC", unquote(path)).replace("\\", "/").casefold()
    if found := ROOT.search(path):
        return path[found.end() :]
    if found := MONTH.search(path):
        return found[1]
    return path.rpartition("/")[2]


def candidates(place: str) -> Iterator[str]:
    """Places at which the file itself may be, the best first, those of its sizes last."""
    plain = MADE_BY_A_PLUGIN.sub("", place)
    original = MADE_BY_WORDPRESS.sub("", SIZE.sub("", plain))
    yield original
    for made in ("-scaled", "-rotated"):
        yield ENDING.sub(rf"{made}\1", original)
    yield SIZE.sub("", plain)
    yield plain
    yield place


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the media library, as little of it as texts can ask for."""

    number: int
    parent: int
    address: str
    page: str  # the path of the page that shows nothing but it
    alt: str = ""
    caption: str = ""
    credit: str = ""

    @property
    def note(self) -> PictureNote:
        return PictureNote(address=self.address, alt=self.alt, caption=self.caption, credit=self.credit)
