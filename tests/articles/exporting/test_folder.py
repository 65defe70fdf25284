"""Where an export is written: whole or not at all, and over nothing that is somebody's."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from agency.management.commands import export_site
from articles.exporting import folder
from articles.exporting.folder import Folder
from tests import cast
from tests.articles.exporting import full_site

pytestmark = pytest.mark.django_db(transaction=True)


def breaks_off(_folder: Folder) -> None:
    raise KeyboardInterrupt


def refused(target: Path) -> str:
    with pytest.raises(CommandError) as told:
        call_command("export_site", target, stdout=StringIO())
    return str(told.value)


def test_it_takes_the_place_of_an_older_export(tmp_path: Path) -> None:
    full_site.export(tmp_path / "export")
    cast.full_guide()

    written = full_site.export(tmp_path / "export")

    assert any(path.startswith("guides/") for path in written)
    assert [path.name for path in tmp_path.iterdir()] == ["export"]


def test_nobody_else_on_the_machine_reads_it(tmp_path: Path) -> None:
    full_site.export(tmp_path / "export")
    assert (tmp_path / "export").stat().st_mode & 0o777 == 0o700


def test_one_that_breaks_off_leaves_the_older_one_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = full_site.export(tmp_path / "export")
    monkeypatch.setattr(export_site, "PARTS", (*export_site.PARTS, breaks_off))

    with pytest.raises(KeyboardInterrupt):
        full_site.export(tmp_path / "export")

    assert full_site.files(tmp_path / "export") == before
    assert [path.name for path in tmp_path.iterdir()] == ["export"]


def test_one_that_was_killed_while_the_names_changed_is_whole_again(tmp_path: Path) -> None:
    before = full_site.export(tmp_path / "export")
    (tmp_path / "export").rename(tmp_path / ".export.old")
    (tmp_path / ".export.part/guides").mkdir(parents=True)

    assert full_site.export(tmp_path / "export") == before
    assert [path.name for path in tmp_path.iterdir()] == ["export"]


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/holiday.jpg").write_bytes(b"sun")

    assert refused(tmp_path / "photos") == (
        f"{tmp_path}/photos holds something else than an export, and would be lost. Name another folder."
    )
    assert (tmp_path / "photos/holiday.jpg").read_bytes() == b"sun"


def test_an_export_beside_which_somebody_put_something_is_refused(tmp_path: Path) -> None:
    full_site.export(tmp_path / "export")
    (tmp_path / "export/guides").mkdir(exist_ok=True)
    (tmp_path / "export/guides/notes.txt").write_text("Mine.")

    assert refused(tmp_path / "export") == (
        f"{tmp_path}/export/guides/notes.txt is no part of the export beside it, and would be lost. Name another folder."
    )


def test_a_file_and_a_folder_in_a_folder_that_is_not_there_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Mine.")

    assert refused(tmp_path / "file") == f"{tmp_path}/file is a file. Name a folder."
    assert refused(tmp_path / "none/export") == f"There is no folder {tmp_path}/none."


def test_two_at_a_time_are_refused(tmp_path: Path) -> None:
    with folder.written(tmp_path / "export", StringIO()) as _first:
        assert refused(tmp_path / "export") == f"Another export to {tmp_path}/export is under way."
    assert [path.name for path in tmp_path.iterdir()] == ["export"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "export").mkdir()
    assert full_site.export(tmp_path / "export").keys() >= {"manifest.json"}


def test_no_more_than_one_guide_is_held_at_a_time(tmp_path: Path, django_assert_max_num_queries: Any) -> None:
    """What each guide costs does not grow with their number."""
    cast.live_guides(1)
    with django_assert_max_num_queries(200) as few:
        full_site.export(tmp_path / "few")
    cast.live_guides(4, start=1)
    with django_assert_max_num_queries(500) as many:
        full_site.export(tmp_path / "many")

    assert len(many) - len(few) <= 4 * 45
