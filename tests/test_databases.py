"""The tests that `make test` runs on both databases."""

from tests import databases

TELLS_THEM_APART = ("transaction=True", "connection.vendor", "IntegrityError")


def test_what_is_written_for_one_database_or_for_real_transactions_runs_on_both() -> None:
    files = [path for path in databases.FOLDER.rglob("test_*.py") if databases.NEVER not in path.parts]
    found = {path.stem for path in files if any(words in path.read_text() for words in TELLS_THEM_APART)}

    assert found - databases.CHOSEN - {"test_databases"} == set()


def test_each_file_that_is_chosen_is_there_and_stands_under_one_heading() -> None:
    assert databases.missing() == []
    assert len(databases.CHOSEN) == sum(map(len, databases.CAN_DIFFER.values()))
