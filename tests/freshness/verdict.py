"""Judges what clients saw by the moments at which the changes were there for all to see."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tests.freshness.readers import Observation

OLD = 1.0  # seconds
# What an answer takes longer is not the cache's doing, but that of a machine on which others work as well.
ON_ITS_WAY = 0.3


class Window(NamedTuple):
    """A time in which something was away, and what may be said of it then."""

    start: float
    end: float
    nodes: tuple[int, ...]
    excuses: tuple[str, ...]

    def excuses_fault(self, one: Observation, fault: str) -> bool:
        in_time = one.came >= self.start and one.sent <= self.end and one.node in self.nodes
        return in_time and fault.startswith(self.excuses)


class Verdict(NamedTuple):
    """`ages` are those of answers that were not the newest, by the seconds since they ought to have shown more, `late`
    those that grew older than a second only because they came slowly."""

    answers: Counter[int]
    faults: Counter[str]
    excused: Counter[str]
    ages: list[float]
    late: list[float]
    examples: list[str]


def judge(seen: Iterable[Observation], commits: Mapping[str, list[float]], windows: Iterable[Window] = ()) -> Verdict:
    """What everybody saw, counted."""
    verdict = Verdict(Counter(), Counter(), Counter(), [], [], [])
    bodies: dict[tuple[str, str], str] = {}
    for one in seen:
        verdict.answers[one.status] += 1
        faults = list(one.faults)
        if one.digest and bodies.setdefault((one.page, one.etag), one.digest) != one.digest:
            faults.append("one tag for two bodies")
        if _is_too_old(one, commits, verdict):
            faults.append("too old")
        for fault in faults:
            if any(window.excuses_fault(one, fault) for window in windows):
                verdict.excused[fault] += 1
            else:
                verdict.faults[f"{fault} ({one.page})"] += 1
                verdict.examples.append(
                    f"{fault}: {one.page} on node {one.node}, which took {one.came - one.sent:.2f} s, {one.shown}"
                )
    return verdict


def _is_too_old(one: Observation, commits: Mapping[str, list[float]], verdict: Verdict) -> bool:
    age = _age_of(one, commits)
    if age > 0:
        verdict.ages.append(age)
    way = one.came - one.sent
    is_too_old = age - max(way - ON_ITS_WAY, 0) > OLD
    if age > OLD and not is_too_old:
        verdict.late.append(age)
    return is_too_old


def _age_of(one: Observation, commits: Mapping[str, list[float]]) -> float:
    """For how long the answer had not been the newest when it came; 0 when it was."""
    ages = [0.0]
    for letter, numbers in one.shown.items():
        if following := commits.get(letter, [])[min(numbers) :]:
            ages.append(one.came - following[0])
    return max(ages)
