"""sorted, min and max of what is ordered, and tests of doubles: as CPython for every input tried.

Where a position is only described, the run is given that of CPython: the description has to hold of it, and where the
values are in order with themselves of nothing else that is tried.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import permutations, product
from typing import get_type_hints

import pytest

from tests.contracts.lowering.builtins_agreement import agreement, called, lowered, namespace_of, observed, program_of
from tests.contracts.lowering.builtins_agreement import sample as sampled
from verheal.contracts.core import interpreter
from verheal.contracts.core.image import inject
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.stmt import Havoc, Stmt

EXACT = """
import math

def nan(x: float) -> bool:
    return math.isnan(x)

def infinite(x: int | float) -> bool:
    return math.isinf(x)

def finite(x: float | int) -> bool:
    return math.isfinite(x)

def magnitude(x: float) -> float:
    return math.fabs(x)

def below(x: float | int) -> int:
    return math.floor(x)

def above(x: float | bool) -> int:
    return math.ceil(x)

def towards_zero(x: float) -> int:
    return math.trunc(x)

def huge() -> bool:
    return math.isfinite(10 ** 400)
"""
DESCRIBED = """
def pairs(xs: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return sorted(xs)

def pairs_backwards(xs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted(xs, reverse=True)

def doubles(xs: list[float]) -> list[float]:
    return sorted(xs)

def nested(xs: list[tuple[tuple[int, float], bool]]) -> list[tuple[tuple[int, float], bool]]:
    return sorted(xs)

def by_two(xs: list[int]) -> list[int]:
    return sorted(xs, key=lambda x: (-(x % 3), x % 2))

def by_two_backwards(xs: list[int]) -> list[int]:
    return sorted(xs, key=lambda x: (x % 3, x % 2), reverse=True)

def least_double(xs: list[float]) -> float:
    return min(xs)

def greatest_mixed(xs: list[float | int]) -> float | int:
    return max(xs)

def least_pair(xs: list[tuple[float, str]]) -> tuple[float, str]:
    return min(xs)

def greatest_by(xs: list[int]) -> int:
    return max(xs, key=lambda x: (x % 2, -(x % 3)))
"""


def names(source: str) -> tuple[str, ...]:
    return tuple(re.findall(r"^def (\w+)", source, re.MULTILINE))


@pytest.mark.parametrize("name", names(EXACT))
def test_as_cpython(name: str) -> None:
    found = agreement(program_of(EXACT), namespace_of(EXACT), name)
    assert found.agreed and not found.stopped


class Guided(interpreter._Machine):
    """A run whose positions are given; `left` counts those that are still wanted."""

    def __init__(self, core: object, given: dict[str, object], place: object) -> None:
        super().__init__(core, given, 50_000)  # type: ignore[arg-type]
        self.place = place

    def step(self, statement: Stmt) -> object:  # type: ignore[override]
        """As above, but what is not computed is as given."""
        if isinstance(statement, Havoc) and re.search(r"order|some", statement.var.name):
            self.env[statement.var.name] = self.place
            return None
        return super().step(statement)


def outcome_at(core: object, given: dict[str, object], place: object) -> object:
    machine = Guided(core, inject(given, core.inputs), place)  # type: ignore[attr-defined,arg-type]
    assert machine.enter() is None
    try:
        return machine.call()
    except interpreter.NotExecutable:
        return None


def places(size: int, position: bool) -> list[object]:
    if position:
        return list(range(size)) or [0]
    return [FiniteMap.of_list(list(order), 0) for order in permutations(range(size))]


@pytest.mark.parametrize("name", names(DESCRIBED))
def test_described_as_cpython_has_it(name: str) -> None:
    core = lowered(program_of(DESCRIBED), name).function
    function: Callable[..., object] = namespace_of(DESCRIBED)[name]  # type: ignore[assignment]
    kind = get_type_hints(function)["xs"]
    rng = random.Random(name)
    for _ in range(60):
        xs = sampled(kind, rng)
        assert isinstance(xs, list)
        xs = xs[:4]
        expected = called(function, {"xs": list(xs)})
        position = "least" in name or "greatest" in name
        ends = [outcome_at(core, {"xs": list(xs)}, place) for place in places(len(xs), position)]
        seen = {observed(core, end, ("xs",)) for end in ends if end is not None}  # type: ignore[arg-type]
        assert expected in seen, (name, xs)
        in_order = all(a <= b or b <= a for a, b in product(xs, xs)) and "nan" not in repr(xs)
        assert not in_order or len(seen) == 1, (name, xs, seen)
