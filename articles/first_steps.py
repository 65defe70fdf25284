"""The first steps of a new site that are about guides: people, topics, moving in, old addresses, the first publication."""

from django.urls import reverse

from articles.demo import own_content
from articles.lib.front_page.first_steps import Step
from articles.models import ImportRun, OldAddress


def _people_missing() -> str:
    lacking = {
        name: [word for word, is_there in (("portrait", portrait), ("biography", biography)) if not is_there]
        for name, portrait, biography in own_content.authors().values_list("name", "picture", "biography")
    }
    if not lacking:
        return "No person or team of your own is here yet."
    name = min(lacking, key=lambda name: len(lacking[name]))
    return f"{name} still needs a {' and a '.join(lacking[name])}." if lacking[name] else ""


def _topics_missing() -> str:
    return "" if own_content.topics().exists() else "No topic of your own is here yet."


def _import_missing() -> str:
    read = ImportRun.objects.filter(state=ImportRun.State.DONE, done__gt=0)
    return "" if read.exists() else "Nothing has been moved in yet."


def _addresses_missing() -> str:
    earlier = OldAddress.objects.exclude(source=OldAddress.Source.RENAMED)
    return "" if earlier.exists() else "No address of an earlier site is recorded yet."


def _publication_missing() -> str:
    return "" if own_content.live_guides().exists() else "No guide that you published is live yet."


STEPS = (
    Step(
        name="people",
        position=2,
        title="Add your people",
        why="Readers see who signs a guide and who speaks in it, and find your teams under “People”.",
        may="articles.add_author",
        link="Open the authors",
        address=lambda: reverse("admin:articles_author_changelist"),
        missing=_people_missing,
    ),
    Step(
        name="topics",
        position=3,
        title="Name your topics",
        why="Each guide belongs to one topic, and readers find guides by them.",
        may="articles.add_topic",
        link="Add a topic",
        address=lambda: reverse("admin:articles_topic_add"),
        missing=_topics_missing,
    ),
    Step(
        name="import",
        position=4,
        title="Move in what you have",
        why="Posts of an earlier site, Word documents and web pages become drafts that you check and publish.",
        may="articles.add_importrun",
        link="Move in",
        address=lambda: reverse("admin:articles_importrun_add"),
        missing=_import_missing,
        unneeded="We have nothing to move in",
    ),
    Step(
        name="addresses",
        position=5,
        title="Keep your old addresses",
        why="Links and search results that name a page of your earlier site then lead to the page that took its place.",
        may="articles.add_oldaddress",
        link="See the old addresses",
        address=lambda: reverse("admin:articles_oldaddress_changelist"),
        missing=_addresses_missing,
        unneeded="We had no earlier site",
    ),
    Step(
        name="publication",
        position=7,
        title="Publish your first guide",
        why="From then on there is something that people can find, read and ask you about.",
        may="articles.publish_article",
        link="Open the guides",
        address=lambda: reverse("admin:articles_article_changelist"),
        missing=_publication_missing,
    ),
)
