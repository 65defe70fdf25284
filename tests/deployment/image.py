"""The steps of the Dockerfile by hand, in a folder: what no engine is needed for."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.deployment.machine import of_this_machine

# Docker's own PATH, with the Python of whoever tries it in the place of the image's.
PYTHON = re.compile(r"/usr/local/bin/python\b")
OF_ROOT = "useradd"  # a step that makes users cannot be tried


class Stage:
    """One stage of the Dockerfile: `app` is its /app, and `environment` what ENV said."""

    def __init__(self, folder: Path, python: Path) -> None:
        self.folder, self.app, self.python = folder, folder / "app", python
        self.environment = {"PATH": f"{python.parent}:/usr/bin:/bin"}
        self.app.mkdir(parents=True)

    def env(self, words: str) -> None:
        for name, value in (pair.split("=", 1) for pair in words.split()):
            self.environment[name] = self.here(value).replace("$PATH", self.environment["PATH"])

    def copy(self, words: str, source: Path) -> None:
        """From the repository, or from the stage before."""
        *names, target = words.split()
        for name in names:
            path = source / name.lstrip("/")
            into = self.folder / target.lstrip("/") if target.startswith("/") else self.app / target
            if path.is_dir():
                shutil.copytree(path, into, symlinks=True, dirs_exist_ok=True)
            else:
                shutil.copy(path, into)

    def run(self, command: str) -> None:
        environment = of_this_machine() | self.environment
        subprocess.run(["/bin/sh", "-euc", self.here(command)], cwd=self.app, env=environment, check=True)

    def here(self, text: str) -> str:
        return re.sub(r"(?<![\w.])/(app|uv)\b", rf"{self.folder}/\1", PYTHON.sub(str(self.python), text))


def instructions(dockerfile: Path) -> Iterator[tuple[str, str]]:
    """Each with its words, lines that go on joined."""
    lines = [line for line in dockerfile.read_text().splitlines() if not line.startswith("#")]
    for line in re.sub(r"\\\n *", "", "\n".join(lines)).splitlines():
        if line:
            name, _, words = line.partition(" ")
            yield name, words


def built(repository: Path, folder: Path, python: Path) -> Stage:
    """The last stage, after its steps. Raises `CalledProcessError` when one fails."""
    stages: list[Stage] = []
    for name, words in instructions(repository / "Dockerfile"):
        if name == "FROM":
            stages.append(Stage(folder / str(len(stages)), python))
        elif name == "ENV":
            stages[-1].env(words)
        elif name == "COPY" and words.startswith("--from=build "):
            stages[-1].copy(words.partition(" ")[2], stages[0].folder)
        elif name == "COPY":
            stages[-1].copy(words, repository)
        elif name == "RUN" and OF_ROOT not in words:
            stages[-1].run(words)
    return stages[-1]
