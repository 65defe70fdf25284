"""Django works on its own few threads, and hands back whole answers."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Barrier, Event, current_thread
from typing import Any, cast
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest

from agency.serving.django_threads import DjangoThreads
from agency.serving.freshness import Freshness, Known

HEADERS = [("Content-Type", "text/plain")]


def ask(site: DjangoThreads) -> tuple[Any, Any]:
    said: list[Any] = []
    environ: Any = {"wsgi.file_wrapper": object, "REQUEST_METHOD": "POST"}
    return said, site(environ, lambda *started: said.append(started))  # type: ignore[arg-type, func-returns-value]


class Database:
    """Whether it answers."""

    def __init__(self, is_there: bool = True) -> None:
        self.is_there = is_there

    def look(self) -> Known:
        return Known("1", 0.0, self.is_there)


def on_threads(application: WSGIApplication, number: int = 1, database: Database | None = None) -> DjangoThreads:
    return DjangoThreads(application, number, cast("Freshness", database or Database()))


class Streamed:
    """An answer in parts, which notes on which threads it was made and closed."""

    def __init__(self) -> None:
        self.threads: set[str] = set()

    def __iter__(self) -> Iterator[bytes]:
        for part in (b"one ", b"two"):
            self.threads.add(current_thread().name)
            yield part

    def close(self) -> None:
        self.threads.add(f"closed on {current_thread().name}")


def test_an_answer_is_made_and_closed_on_one_thread() -> None:
    streamed = Streamed()

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Streamed:
        start_response("200 OK", HEADERS)
        return streamed

    said, answer = ask(on_threads(application))

    assert (said, answer) == ([("200 OK", HEADERS)], [b"one two"])
    assert streamed.threads == {"django_0", "closed on django_0"}


def test_an_answer_in_pieces_goes_out_as_it_is_made() -> None:
    first_was_read = Event()

    class Pieces(Streamed):
        streaming = True

        def __iter__(self) -> Iterator[bytes]:
            yield b"one "
            assert first_was_read.wait(10)
            yield b"two"

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Streamed:
        start_response("200 OK", HEADERS)
        return Pieces()

    said, answer = ask(on_threads(application))
    pieces = iter(answer)

    assert (said, next(pieces)) == ([("200 OK", HEADERS)], b"one ")
    first_was_read.set()
    assert list(pieces) == [b"two"]


def test_a_file_goes_out_in_one_piece() -> None:
    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Streamed:
        start_response("200 OK", [*HEADERS, ("Content-Length", "7")])
        file = Streamed()
        file.streaming = True  # type: ignore[attr-defined]
        return file

    assert ask(on_threads(application))[1] == [b"one two"]


def test_a_crowd_waits_for_its_turn_and_no_more_threads_work() -> None:
    together = Barrier(3)
    threads: set[str] = set()

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        together.wait(timeout=10)  # three at a time, or nobody
        threads.add(current_thread().name)
        start_response("200 OK", HEADERS)
        return [b"done"]

    site = on_threads(application, 3)
    with ThreadPoolExecutor(30) as visitors:
        answers = list(visitors.map(lambda _: ask(site)[1], range(30)))

    assert answers == [[b"done"]] * 30
    assert threads == {"django_0", "django_1", "django_2"}


def test_an_error_reaches_the_web_server() -> None:
    def application(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(on_threads(application))


def test_files_are_not_sent_past_us() -> None:
    def application(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        start_response("200 OK", HEADERS)
        return [b"yes" if "wsgi.file_wrapper" in environ else b"no"]

    assert ask(on_threads(application))[1] == [b"no"]


def test_nobody_waits_for_a_database_that_says_nothing() -> None:
    begun: SimpleQueue[str] = SimpleQueue()
    it_answers = Event()

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        begun.put(environ["REQUEST_METHOD"])
        assert it_answers.wait(10)
        start_response("200 OK", HEADERS)
        return [b"done"]

    database = Database(is_there=False)
    site = on_threads(application, database=database)
    refused = [ask(site) for _ in range(2)]
    database.is_there = True
    it_answers.set()

    assert [(said[0][0], dict(said[0][1])["Retry-After"]) for said, _answer in refused] == [
        ("503 Service Unavailable", "60")
    ] * 2
    # The second had not begun, and never does.
    assert ask(site)[1] == [b"done"]
    assert [begun.get(), begun.get(), begun.empty()] == ["POST", "POST", True]
