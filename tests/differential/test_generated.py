"""At least 20,000 generated functions: CPython against the interpreter, and the interpreter against the formulas.

`python -m tests.soak N` runs as many as it is told.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable

import pytest

from tests.differential.children import formulas, functions
from tests.differential.generator import module
from tests.differential.outcomes import Incomparable, alike, ended
from tests.differential.summary import lines

# (functions, statements at most at their top level) per shard; 20,000 functions in all.
SHARDS = [(seed, 1_000, 2 if seed % 4 else 4) for seed in range(1, 21)]
FORMULAS = [(seed, 40) for seed in range(1, 9)]


@pytest.mark.parametrize(("seed", "count", "size"), SHARDS)
def test_cpython_and_interpreter_agree(
    seed: int, count: int, size: int, record_property: Callable[[str, object], None]
) -> None:
    report = functions(seed, count, inputs=3, size=size)
    record_property("differential", report.as_json())
    print("\n".join(lines(report)))
    assert report.mismatches == []
    assert report.functions == count
    assert report.compared >= 0.85 * count, report.skipped


@pytest.mark.parametrize(("seed", "count"), FORMULAS)
def test_what_fails_in_a_run_is_not_provable(seed: int, count: int) -> None:
    checked = formulas(seed, count)
    print(checked)
    assert checked.wrong == []
    assert checked.evaluated > 10 * checked.functions > 0


def test_the_generator_is_deterministic_and_makes_what_parses() -> None:
    for seed in range(5):
        source = module(seed, 30).source
        assert source == module(seed, 30).source
        ast.parse(source)


def test_the_comparison_tells_apart_what_python_tells_apart() -> None:
    shared = [1]
    pairs: list[tuple[object, object]] = [
        (1, 1.0),
        (0.0, -0.0),
        (True, 2),
        ([shared, shared], [[1], [1]]),
        ({1: 0, 2: 0}, {2: 0, 1: 0}),
        ("", None),
        ((1,), [1]),
        (1, "1"),
    ]
    for left, right in pairs:
        assert not alike(ended("", [left]).roots, ended("", [right]).roots), (left, right)
    nan = float("nan")
    assert ended("", [nan, {1, 2}]) == ended("", [float("nan"), {2, 1}])
    with pytest.raises(Incomparable):
        ended("", [object()])


def test_reports_survive_the_way_from_the_child() -> None:
    report = functions(7, 3)
    assert json.loads(report.as_json())["functions"] == 3
