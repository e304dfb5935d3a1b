"""Methods of str with bounds, several prefixes and keywords; slices with a step: as CPython for every input tried."""

from __future__ import annotations

import re

import pytest

from tests.contracts.lowering.builtins_agreement import agreement, namespace_of, program_of

SOURCE = """
def find_from(s: str, t: str, i: int) -> int:
    return s.find(t, i)

def find_between(s: str, t: str, i: int, j: int | None) -> int:
    return s.find(t, i, j)

def index_between(s: str, t: str, i: int | None, j: int) -> int:
    return s.index(t, i, j)

def starts_between(s: str, t: str, i: int, j: int) -> bool:
    return s.startswith(t, i, j)

def ends_between(s: str, t: str, i: int, j: int) -> bool:
    return s.endswith(t, i, j)

def starts_with_one(s: str, t: str) -> bool:
    return s.startswith((t, "b", "ab")) or s.startswith(())

def ends_with_one(s: str, t: str, i: int) -> bool:
    return s.endswith((t, "b"), i)

def every_other(xs: list[int]) -> list[int]:
    return xs[::2]

def backwards(xs: list[int]) -> list[int]:
    return xs[::-1]

def between(xs: list[int], i: int, j: int) -> list[int]:
    return xs[i:j:2]

def between_backwards(xs: list[int], i: int | None, j: int | None) -> list[int]:
    return xs[i:j:-2]

def no_step(xs: list[int]) -> list[int]:
    return xs[::0]

def repeated_literal() -> str:
    return "ab" * 3 + 2 * "-" + "x" * -1

def repeated_tuple(a: int) -> tuple[int, int, int, int]:
    return (a, 1) * 2

def joined_wrongly(xs: list[int]) -> str:
    return ",".join(xs)

def first_of_one(s: str) -> str:
    return ",".join([s])

def twice(s: str, t: str) -> str:
    return t.join([s, s])
"""
STOPS = frozenset({"joined_wrongly"})
NAMES = tuple(re.findall(r"^def (\w+)", SOURCE, re.MULTILINE))
PROGRAM = program_of(SOURCE)
NAMESPACE = namespace_of(SOURCE)


@pytest.mark.parametrize("name", NAMES)
def test_the_core_agrees_with_cpython(name: str) -> None:
    tally = agreement(PROGRAM, NAMESPACE, name, 150)
    assert not tally.stopped or name in STOPS, set(tally.stopped)
    assert tally.agreed
