"""The pictures of drafts and authors move into the library, and what live pages show is looked up by its file.

The columns that held them stay in the tables, unused by the code of this release, so that the code before it can run
beside it; it does not see what is chosen in the library meanwhile. What is chosen in the old code after this has run is
not seen by the new one, but kept in the history of the draft.
"""

from dataclasses import dataclass
from itertools import batched

from django.db import migrations
from django.db.models import Q
from django.utils import timezone

BATCH = 100
TITLE_LENGTH = 120
MIDDLE = (50, 50)
WORDS = ("alt", "decorative", "credit")


@dataclass(frozen=True)
class Use:
    """A table whose rows show pictures: the columns before, the one now, and where words for the library are found."""

    model: str
    key: str
    file: str
    side: str
    title: str
    added: str = ""
    words: str = ""
    has_words: bool = True
    is_cropped: bool = True

    def columns(self):
        focus = (f"{self.side}focus_x", f"{self.side}focus_y") if self.is_cropped else ()
        return (self.file, f"{self.side}width", f"{self.side}height", *focus)


# Those that crop first: a figure shows the same file whatever its focal point is.
USES = (
    Use("Article", "hero_picture", "hero_image", "hero_", "title", "created_at", "hero_"),
    Use("Author", "picture", "portrait", "portrait_", "name", has_words=False),
    Use("FigureBlock", "picture", "image", "", "parent__title", "parent__created_at", is_cropped=False),
)


def move(apps, schema_editor):
    known = {}
    for use in USES:
        model = apps.get_model("articles", use.model)
        for row in list(model.objects.exclude(**{use.file: ""}).order_by("pk").values("pk", *reads(use))):
            name, focus = row[use.file], focus_in(row, use)
            wanted = (name, focus) if use.is_cropped else next((key for key in known if key[0] == name), (name, focus))
            if wanted not in known:
                known[wanted] = put_in(apps, row, use, focus)
            model.objects.filter(pk=row["pk"]).update(**{f"{use.key}_id": known[wanted]})
    mention(apps)


def reads(use):
    words = (f"{use.words}{name}" for name in WORDS if use.has_words)
    return (*use.columns(), use.title, *words, *filter(None, [use.added]))


def focus_in(row, use):
    return (row[f"{use.side}focus_x"], row[f"{use.side}focus_y"]) if use.is_cropped else MIDDLE


def put_in(apps, row, use, focus):
    """The number of a new picture; what its first place says of it becomes what the library says."""
    picture = apps.get_model("articles", "Picture")(
        title=((row[f"{use.words}alt"] if use.has_words else "") or row[use.title] or row[use.file])[:TITLE_LENGTH],
        alt=row[f"{use.words}alt"] if use.has_words else row[use.title],
        decorative=use.has_words and row[f"{use.words}decorative"],
        credit=row[f"{use.words}credit"] if use.has_words else "",
        width=row[f"{use.side}width"],
        height=row[f"{use.side}height"],
        focus_x=focus[0],
        focus_y=focus[1],
        uploaded_at=row[use.added] if use.added else timezone.now(),
    )
    picture.__dict__["file"] = row[use.file]  # given any other way, Django would open the file to measure it
    picture.save()
    return picture.pk


def mention(apps):
    """What live and scheduled revisions show; one that the old code makes after this stays without."""
    Revision, Mention = apps.get_model("articles", "Revision"), apps.get_model("articles", "Mention")
    shown = Revision.objects.filter(Q(is_live=True) | Q(goes_live_at__isnull=False)).order_by("pk")
    for revisions in batched(list(shown.values_list("pk", flat=True)), BATCH):
        stored = Revision.objects.filter(pk__in=revisions).values_list("pk", "stored")
        Mention.objects.bulk_create(
            Mention(revision_id=pk, kind="picture", slug=name)
            for pk, document in stored
            for name in dict.fromkeys(files_in(document))
        )


def files_in(value):
    """The names in whatever looks like a picture, in every version of stored documents."""
    if isinstance(value, list):
        for item in value:
            yield from files_in(item)
    elif isinstance(value, dict):
        if {"name", "width", "height"} <= value.keys():
            yield value["name"]
        for item in value.values():
            yield from files_in(item)


def put_back(apps, schema_editor):
    apps.get_model("articles", "Mention").objects.filter(kind="picture").delete()
    for use in USES:
        model = apps.get_model("articles", use.model)
        add_missing_columns(model, use, schema_editor)
        model.objects.filter(**{use.key: None}).update(**dict(zip(use.columns(), ("", None, None), strict=False)))
        of_picture = [f"{use.key}__{name}" for name in ("file", "width", "height", "focus_x", "focus_y")]
        words = [f"{place}{name}" for place in (use.words, f"{use.key}__") for name in WORDS if use.has_words]
        for row in list(model.objects.exclude(**{use.key: None}).values("pk", *of_picture, *words)):
            values = dict(zip(use.columns(), (row[name] for name in of_picture), strict=False))
            model.objects.filter(pk=row["pk"]).update(**values, **(said(row, use) if use.has_words else {}))


def add_missing_columns(model, use, schema_editor):
    """On SQLite the next change of a table leaves columns out that the code does not name."""
    connection, table = schema_editor.connection, model._meta.db_table
    with connection.cursor() as cursor:
        there = {column.name for column in connection.introspection.get_table_description(cursor, table)}
    for name in use.columns():
        if name not in there:
            schema_editor.add_field(model, model._meta.get_field(name))


def said(row, use):
    """The words that its page shows, wherever they are said."""
    own, library = ({name: row[f"{place}{name}"] for name in WORDS} for place in (use.words, f"{use.key}__"))
    return {
        f"{use.words}alt": own["alt"] or library["alt"],
        f"{use.words}decorative": own["decorative"] or (library["decorative"] and not own["alt"]),
        f"{use.words}credit": own["credit"] or library["credit"],
    }


class Migration(migrations.Migration):
    dependencies = [("articles", "0025_pictures_of_drafts")]

    operations = [
        migrations.RunPython(move, put_back),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveField(use.model, column) for use in USES for column in reversed(use.columns())
            ]
        ),
    ]
