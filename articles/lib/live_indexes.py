"""Indexes that migrations build and drop while the site is in use.

PostgreSQL keeps everybody from writing to the table meanwhile, unless it is told to work concurrently, which it does
outside of transactions only: the migration says `atomic = False`. Should such a build be cut off, PostgreSQL keeps an
invalid index: drop it and migrate again. SQLite builds in one way.
"""

from typing import Any

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db.migrations import AddIndex, RemoveIndex


class AddLiveIndex(AddIndexConcurrently):
    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        _way(AddIndexConcurrently, AddIndex, schema_editor).database_forwards(
            self, app_label, schema_editor, from_state, to_state
        )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        _way(AddIndexConcurrently, AddIndex, schema_editor).database_backwards(
            self, app_label, schema_editor, from_state, to_state
        )


class RemoveLiveIndex(RemoveIndexConcurrently):
    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        _way(RemoveIndexConcurrently, RemoveIndex, schema_editor).database_forwards(
            self, app_label, schema_editor, from_state, to_state
        )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        _way(RemoveIndexConcurrently, RemoveIndex, schema_editor).database_backwards(
            self, app_label, schema_editor, from_state, to_state
        )


def _way(concurrently: Any, otherwise: Any, schema_editor: Any) -> Any:
    return concurrently if schema_editor.connection.vendor == "postgresql" else otherwise
