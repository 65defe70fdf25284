"""An export that is not whole, or that somebody changed, is refused before anything of it is stored."""

import hashlib
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from shutil import make_archive
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from articles.importing.posts import Unreadable
from articles.importing.sources import opening
from articles.models import Article, ImportedPost, Picture, Topic
from tests.articles.exporting import full_site

pytestmark = pytest.mark.django_db


def refused(export: Path, **how: Any) -> str:
    """Why; nothing was stored."""
    with pytest.raises(CommandError) as told:
        call_command("import_site", export, stdout=StringIO(), **({"publish": True} | how))
    assert [model.objects.count() for model in (Article, Topic, Picture, ImportedPost)] == [0, 0, 0, 0]
    return str(told.value)


def forge(export: Path, path: str, change: Callable[[str], str]) -> None:
    """Changes a file, and the list so that it says that it was so."""
    text = change((export / path).read_text())
    (export / path).write_text(text)
    listed = json.loads((export / "manifest.json").read_text())
    listed["files"][path] = hashlib.sha256(text.encode()).hexdigest()
    (export / "manifest.json").write_text(json.dumps(listed))


def guide(export: Path, slug: str = "second-address") -> str:
    [found] = export.glob(f"guides/*-{slug}/guide.json")
    return str(found.relative_to(export))


def test_one_without_its_list_was_broken_off(export: Path) -> None:
    (export / "manifest.json").unlink()
    why = "This export has no manifest.json, which is written last: it was broken off."

    assert refused(export).startswith(why)
    assert refused(export, publish=False).startswith(why)


def test_a_file_that_was_changed_is_named(export: Path) -> None:
    (export / "tables/topics.jsonl").write_text("")
    why = "tables/topics.jsonl is not as it was written: somebody changed it, or it is damaged."

    assert refused(export).startswith(why)
    assert refused(export, publish=False).startswith(why)


def test_a_file_that_is_missing_is_named(export: Path) -> None:
    (export / full_site.LIBRARY).unlink()
    assert refused(export).startswith(f"{full_site.LIBRARY} is missing from this export.")


def test_a_file_that_is_not_on_the_list_is_named(export: Path) -> None:
    (export / "pictures/other.html").write_text("<script>")
    assert refused(export).startswith("pictures/other.html is not on the list of this export")


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/passwd", "a/../../b", "C:/x", "a\\..\\b", ""])
def test_a_list_that_leads_out_of_the_export_is_refused(export: Path, path: str) -> None:
    listed = json.loads((export / "manifest.json").read_text())
    listed["files"][path] = "0" * 64
    (export / "manifest.json").write_text(json.dumps(listed))

    assert refused(export).startswith("Its list of files names what cannot be in it.")


def test_a_link_that_leads_out_of_the_export_is_refused(export: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes((export / "salaries.csv").read_bytes())
    (export / "salaries.csv").unlink()
    (export / "salaries.csv").symlink_to(tmp_path / "outside")

    assert refused(export).startswith("salaries.csv is missing from this export.")


def test_another_version_is_refused(export: Path) -> None:
    listed = json.loads((export / "manifest.json").read_text()) | {"version": 2}
    (export / "manifest.json").write_text(json.dumps(listed))

    assert refused(export).startswith("It is an export of version 2, and this site reads version 1.")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda told: told | {"version": 7}, "It is no guide of this version."),
        (lambda told: told | {"surprise": 1}, "It is no guide of this version."),
        (lambda told: told | {"draft": {"version": 3, "slug": 7}}, "Not a document of version 3"),
        (lambda told: told | {"guide": told["guide"] | {"title": "x" * 200}}, "Its title cannot be"),
        (lambda told: told | {"guide": told["guide"] | {"saved_at": "soon"}}, "Its last saved cannot be “soon”"),
        (lambda told: told | {"guide": told["guide"] | {"owner": "nobody"}}, "no such account is in the export"),
        (lambda told: told | {"history": [{"kind": "published"}]}, "It does not have the columns of a guide event."),
        (lambda told: told | {"revisions": 7}, "'int' object is not iterable"),
    ],
)
def test_a_guide_that_is_not_as_its_schema_says_is_named(
    export: Path, change: Callable[[dict[str, Any]], dict[str, Any]], why: str
) -> None:
    forge(export, guide(export), lambda text: json.dumps(change(json.loads(text))))

    said = refused(export)
    assert said.startswith(f"{guide(export)} cannot be read. ")
    assert why in said


def test_a_row_that_no_table_takes_is_named(export: Path) -> None:
    forge(export, "tables/topics.jsonl", lambda text: text.replace('"slug":"roles"', '"slug":"Not a slug!"'))
    assert "tables/topics.jsonl, line " in (said := refused(export))
    assert "Its slug cannot be “Not a slug!”" in said


@pytest.mark.django_db(transaction=True)  # the database looks at the end of a transaction
def test_a_row_that_names_what_is_not_there_is_refused(export: Path) -> None:
    forge(export, "tables/authors.jsonl", lambda text: re.sub(r'"picture":\d+', '"picture":7777', text))
    assert refused(export) == "A row of its tables names another that is not in them, so nothing was put back."


def test_a_picture_that_is_none_is_refused(export: Path) -> None:
    forge(export, full_site.FILE, lambda _text: "<html><script>alert(1)</script></html>")
    assert refused(export).startswith(f"{full_site.FILE} is not taken.")


def test_a_name_that_leads_out_of_the_media_folder_is_refused(export: Path) -> None:
    forge(export, "tables/pictures.jsonl", lambda text: text.replace(full_site.LIBRARY, "pictures/../../x.png"))
    assert "no original has such a name" in refused(export)


def test_html_that_is_not_safe_is_made_safe_and_the_guide_is_named(export: Path) -> None:
    def with_script(text: str) -> str:
        return text.replace(
            "Testers look for faults <strong>", "<img src=x onerror=alert(1)>Testers look for faults <strong>"
        )

    forge(export, guide(export), with_script)

    said = full_site.import_(export)

    assert "Changed here: the guide “Title of first-address”, of which only what is safe was taken.\n" in said
    stored = Article.objects.get(slug="second-address").revisions.published().get().stored
    assert "onerror" not in json.dumps(stored)


def test_only_our_own_export_can_be_published(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("# A post\n\nWords.")
    assert refused(tmp_path).startswith("Only an export by export_site can be published as it was.")


@pytest.mark.parametrize("how", [{"only": "guide 1"}, {"username": "ed"}, {"report": Path("report.json")}])
def test_a_part_of_a_site_cannot_be_published(export: Path, how: dict[str, Any]) -> None:
    assert refused(export, **how) == "--publish makes the whole site again, so it goes with --dry-run alone."


def test_a_damaged_zip_is_refused(export: Path, tmp_path: Path) -> None:
    packed = Path(make_archive(str(tmp_path / "packed"), "zip", tmp_path, "export"))
    content = packed.read_bytes()
    with ZipFile(packed) as archive:
        place = archive.getinfo("export/salaries.csv").header_offset
    packed.write_bytes(content[: place + 60] + bytes(8) + content[place + 68 :])

    with pytest.raises(Unreadable, match=r"salaries\.csv is (?:damaged|not as it was written)"):
        opening.open_source(packed)
