"""The parts of the test of moving in do what it says; how fast anything is, no test looks at."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from articles.importing.posts import Post
from articles.importing.sources import opening
from tests.benchmarks.moving_in import commands, old_site


def test_the_old_site_has_posts_of_many_shapes_with_words_links_and_pictures_of_their_own(tmp_path: Path) -> None:
    source = opening.open_source(old_site.write(tmp_path, posts=70, pictures=3))
    posts = list(source.posts())

    assert len(posts) == len({post.key for post in posts}) == len({post.html for post in posts}) == 70
    assert len(old_site.shapes()) > 60
    assert sorted(path.name for path in tmp_path.rglob("*.png")) == ["picture-1.png", "picture-2.png"]
    assert "picture-1.png" in body(posts, 1)
    assert "/2025/05/post-" in body(posts, 1)


def body(posts: list[Post], number: int) -> str:
    return next(post.html for post in posts if post.slug == f"post-{number}")


def test_a_process_is_waited_for_with_what_it_used() -> None:
    process = subprocess.Popen([sys.executable, "-c", "x = bytearray(30_000_000); raise SystemExit(3)"])
    went = commands.ended(process)
    assert (went.code, went.was_killed, went.memory > 30_000_000) == (3, False, True)
    assert not commands.lives(process.pid)


def test_a_killed_process_is_known() -> None:
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    os.kill(process.pid, signal.SIGKILL)
    assert commands.ended(process).was_killed
    assert process.stdin
    process.stdin.close()
