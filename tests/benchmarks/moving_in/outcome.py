"""What moving in left behind, in words that two sites share: numbers of rows and names of stored files are each site's own.

`python -m tests.benchmarks.moving_in.outcome FILE`, with the environment of the site.
"""

import json
import re
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import django

if __name__ == "__main__":
    django.setup()

from django.core.files.storage import default_storage
from django.db.models import Count

from articles.document import serialization
from articles.drafts.rows import document_of
from articles.models import Article, DraftVersion, ImportedPicture, ImportedPost, ImportRun, OldAddress, Picture

OF_A_POST = (
    "state", "title", "addresses", "open_links", "topic_names", "author_name", "lines", "salaries", "blocking", "warnings", "digest",
)  # fmt: skip
REFERENCE = re.compile(r"ref:guide:(\d+)")


def outcome() -> dict[str, Any]:
    """All of it."""
    slugs = {str(pk): slug for pk, slug in Article.objects.values_list("pk", "slug")}
    pictures = {name: digest(name) for name in Picture.objects.values_list("file", flat=True)}

    def common(stored: Any) -> Any:
        text = REFERENCE.sub(lambda found: f"ref:guide:{slugs.get(found[1])}", json.dumps(stored, sort_keys=True))
        for name in set(re.findall(r"pictures/[^\"]+", text)):
            text = text.replace(name, pictures.get(name, "no file"))
        return json.loads(text)

    articles = (
        Article.objects.select_related("topic", "author", "hero_picture").order_by("slug").iterator(chunk_size=100)
    )
    posts = ImportedPost.objects.order_by("key").select_related("article").iterator(chunk_size=100)
    return {
        "guides": {one.slug: fingerprint(common(serialization.dump(document_of(one)))) for one in articles},
        "versions": list(
            Article.objects.annotate(n=Count("versions")).order_by("slug").values_list("slug", "version", "n")
        ),
        "posts": {
            one.key: fingerprint(
                common([one.article.slug if one.article else "", [getattr(one, name) for name in OF_A_POST]])
            )
            for one in posts
        },
        "pictures": sorted(Counter(pictures.values()).items()),
        "addresses of pictures": sorted(ImportedPicture.objects.values_list("address", "digest")),
        "old addresses": sorted(common(list(OldAddress.objects.values_list("address", "target")))),
        "runs": list(ImportRun.objects.values_list("state", "done", "total", "lines")),
    }


def counts() -> dict[str, int]:
    """How much there is of it."""
    models = (Article, DraftVersion, Picture, OldAddress)
    found = {str(model._meta.verbose_name_plural): model.objects.count() for model in models}
    return found | {"files": sum(1 for _file in Path(default_storage.path("")).rglob("*.*"))}


def digest(name: str) -> str:
    with default_storage.open(name) as file:
        return sha256(file.read()).hexdigest()


def fingerprint(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps({"outcome": outcome(), "counts": counts()}, indent=1))
