import json
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.document import serialization
from articles.importing import running, storing
from articles.importing.matching import Names
from articles.importing.posts import Source, Unreadable
from articles.importing.restoring import site
from articles.importing.restoring.checking import check
from articles.importing.sources import opening
from articles.importing.sources.own_export import OwnExport
from articles.importing.telling import as_data
from articles.models import ImportedPost, ImportRun
from articles.publishing import pictures

WIDTH = 40


class Command(BaseCommand):
    help = (
        "Makes drafts of what another site or a folder holds: a WordPress export, Word documents, web pages, Markdown, an "
        "export by export_site. Without --publish nothing that readers see changes. Do it again at any time: what has not changed is passed over, and a run that was "
        "broken off goes on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, help="a file, a folder or a ZIP file")
        parser.add_argument(
            "--media", type=Path, help="where its pictures are, such as wp-content/uploads or a ZIP of it"
        )
        parser.add_argument(
            "--only", default="", help="only this post, by its key, name or address; * stands for any signs"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be made of it, and store nothing")
        parser.add_argument("--report", type=Path, help="write what became of each post to this file, as JSON")
        parser.add_argument("--as", dest="username", default="", help="the user whose drafts they are to be")
        parser.add_argument(
            "--publish",
            action="store_true",
            help="of an export by export_site, on an empty site: make the site again as it was, with what is live there",
        )

    def handle(
        self,
        *args: Any,
        source: Path,
        media: Path | None,
        only: str,
        dry_run: bool,
        report: Path | None,
        username: str,
        publish: bool,
        **options: Any,
    ) -> None:
        try:
            opened = opening.open_source(source, media=media)
            if publish:
                if only or username or report or media:
                    raise CommandError("--publish makes the whole site again, so it goes with --dry-run alone.")
                self._make_again(opened, dry_run=dry_run)
                return
            rows = self._tried(opened, only) if dry_run else self._taken(opened, only, username)
            with report.open("w") if report else nullcontext() as file:
                _write(rows, file)
        except Unreadable as unreadable:
            raise CommandError(str(unreadable)) from unreadable
        if report:
            self.stdout.write(f"What became of each post stands in {report}.")

    def _tried(self, source: Source, only: str) -> Iterator[dict[str, Any]]:
        """What would become of each post, told as it is read."""
        names, count = Names(), 0
        for post in running.wanted(source, only):
            document, lines, _healed = storing.treat(post, names)
            said = [asdict(line) for line in lines]
            count += 1
            title = document.title or post.key
            self.stdout.write(f"{title}: {_counted(line['deed'] for line in said)}")
            yield {"key": post.key, "title": title, "document": serialization.dump(document), "lines": said}
        self.stdout.write(f"{count} would be taken over. Nothing was stored.")

    def _taken(self, source: Source, only: str, username: str) -> Iterator[dict[str, Any]]:
        """What became of each post of the run."""
        by = self._user(username)
        run = running.begin(source.name, only=only, by=by)
        running.go(source, run, by=by, tell=self._show)
        if run.state == ImportRun.State.FAILED:
            raise CommandError(run.problem)
        posts = ImportedPost.objects.filter(run=run).defer("html")
        self.stdout.write(f"\n{run.done} read. {_counted(posts.values_list('state', flat=True)) or 'Nothing was new'}.")
        yield from map(as_data, posts.iterator(chunk_size=100))

    def _make_again(self, source: Source, *, dry_run: bool) -> None:
        if not isinstance(source, OwnExport):
            raise CommandError(
                "Only an export by export_site can be published as it was. Leave --publish out: its pages become drafts, which "
                "you publish when you have read them."
            )
        if dry_run:
            check(source.package)
            self.stdout.write(f"{len(source)} guides would be put back. Nothing was stored.")
            return
        outcome = site.restore(source.package, on_live=pictures.ask_for_guide, out=self.stdout)
        restored = ", ".join(f"{count} {name}" for name, count in outcome.restored.items())
        self.stdout.write(f"Put back: {restored or 'nothing'}. As they were: {outcome.known.total()}.")
        for name in outcome.changed:
            self.stdout.write(f"Changed here: {name}.")
        if outcome.differing:
            raise CommandError(
                "These are here and say something else, and stay as they are: " + "; ".join(outcome.differing)
            )

    def _user(self, username: str) -> Any:
        if not username:
            return None
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no user {username}.")
        return user

    def _show(self, run: ImportRun) -> None:
        """A bar on a terminal; into a file a line for each tenth."""
        share = run.done / max(run.total, run.done)
        if self.stdout.isatty():
            bar = "#" * int(WIDTH * share)
            self.stdout.write(f"\r[{bar:<{WIDTH}}] {run.done} of {run.total}", ending="")
            self.stdout.flush()
        elif int(10 * share) > int(10 * (run.done - 1) / max(run.total, run.done)):
            self.stdout.write(f"{run.done} of {run.total}")


def _write(rows: Iterable[dict[str, Any]], file: TextIO | None) -> None:
    """Takes one row after the other, and writes them into the file, if there is one, as a list."""
    before = "["
    for row in rows:
        if file:
            file.write(f"{before}\n{json.dumps(row, ensure_ascii=False)}")
            before = ","
    if file:
        file.write("]\n" if before == "," else "[]\n")


def _counted(names: Any) -> str:
    return ", ".join(f"{count} {name}" for name, count in Counter(names).items())
