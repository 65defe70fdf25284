"""Every public page of a site, to be compared with those of another one; also from a process of its own.

Run as a module it writes them to the file that it is told.
"""

import pickle
import re
import sys
from pathlib import Path

SITEMAPPED = re.compile(rb"<loc>https?://[^/<]+([^<]*)</loc>")
MEDIA = re.compile(rb"/media/[\w./-]+")
OTHERS = (
    *("/", "/guides/", "/salaries/", "/salaries.csv", "/people/", "/search/?q=tester", "/feed.xml", "/llms.txt"),
    *("/enquiries/new/", "/contact/", "/guides/first-address/", "/guides/withdrawn/", "/guides/scheduled/"),
    *("/2021/05/our-post/", "/guides/second-address.md"),
)
# What a page says to one visitor at one moment: against forged forms, and when the form was opened.
OF_THE_MOMENT = re.compile(rb'(<input type="hidden" name="[^"]+" value=")[^"]*')


def pages() -> dict[str, tuple[int, str, bytes]]:
    """Status, address that it leads to, and body of each."""
    from django.test import Client

    client, found = Client(), {}
    waiting = ["/sitemap.xml", *OTHERS]
    while waiting:
        path = waiting.pop()
        response = client.get(path)
        body = response.getvalue() if response.streaming else response.content  # type: ignore[attr-defined]
        found[path] = (response.status_code, response.headers.get("Location", ""), OF_THE_MOMENT.sub(rb"\1", body))
        named = [*SITEMAPPED.findall(body), *MEDIA.findall(body)] if response.status_code == 200 else []
        waiting += sorted({name.decode() for name in named} - found.keys() - {*waiting})
    return found


def main() -> None:
    import django

    django.setup()
    Path(sys.argv[1]).write_bytes(pickle.dumps(pages()))


if __name__ == "__main__":
    main()
