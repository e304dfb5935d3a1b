"""Postconditions that are inferred: the strongest of the templates, each proved, and true of inputs nobody chose."""

from __future__ import annotations

import copy
import random
from types import SimpleNamespace
from typing import Any

import pytest

from tests.infer.helpers import by_name, inferred, texts
from verheal.report.infer_model import InferredResult, InferResult

CODE = """
    def clamp(value: int, low: int, high: int) -> int:
        if value < low:
            return low
        return high if value > high else value

    def occurrences(numbers: list[int], wanted: int) -> int:
        found = 0
        for number in numbers:
            if number == wanted:
                found += 1
        return found

    def place(names: list[str], name: str) -> int:
        for index in range(len(names)):
            if names[index] == name:
                return index
        return -1

    def grade(points: int) -> str:
        if points > 90:
            return "best"
        return "good" if points > 50 else "fair"

    def positive(numbers: list[int]) -> list[int]:
        return [number for number in numbers if number > 0]

    def factorial(n: int) -> int:
        return 1 if n <= 1 else n * factorial(n - 1)

    def first(numbers: list[int]) -> int | None:
        return numbers[0] if numbers else None

    def push(numbers: list[int], number: int) -> None:
        numbers.append(number)

    def older(one: int, other: int) -> bool:
        return one > other

    def nearly(number: int) -> int:
        if number == 918273645:
            return -1
        return abs(number)

    def contracted(number: int) -> int:
        assert number > 0
        return number
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> InferResult:
    return inferred(tmp_path_factory.mktemp("posts"), CODE)


EXPECTED = {
    "clamp": ["__return__ in (value, low, high)"],
    "occurrences": ["__return__ >= 0", "__return__ <= len(numbers)", "numbers == __old__.numbers"],
    "place": ["__return__ >= -1", "__return__ < len(names)", "names == __old__.names"],
    "grade": ["__return__ in ('best', 'fair', 'good')"],
    "positive": ["all(x > 0 for x in __return__)", "all(x in numbers for x in __return__)"],
    "factorial": ["__return__ >= 1", "__return__ >= n"],
    "first": ["(__return__ is None) == (len(numbers) == 0)"],
    "push": ["len(numbers) == len(__old__.numbers) + 1", "number in numbers"],
    "older": ["__return__ == (other < one)"],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_strongest_that_is_proved_is_shown(found: InferResult, name: str) -> None:
    assert set(EXPECTED[name]) <= set(texts(by_name(found)[name]))


def test_weaker_ones_are_left_out(found: InferResult) -> None:
    assert not {"__return__ >= -1", "__return__ != -1"} & set(texts(by_name(found)["occurrences"]))
    assert not any("all(x >= 0" in text or "all(x != 0" in text for text in texts(by_name(found)["positive"]))


def test_what_held_in_all_runs_is_not_shown_where_it_is_not_proved(found: InferResult) -> None:
    """No run meets the number for which it is otherwise."""
    assert "__return__ >= 0" not in texts(by_name(found)["nearly"])
    assert "__return__ >= -1" in texts(by_name(found)["nearly"])


def test_each_has_evidence_and_assumptions(found: InferResult) -> None:
    for function in found.functions:
        for condition in function.conditions:
            assert {item.level for item in condition.evidence} == {"proved"}, condition
            assert "arguments-conform" in condition.assumptions


def test_a_function_with_a_contract_is_left_alone(found: InferResult) -> None:
    assert found.contracted == 1 and "contracted" not in by_name(found)


def _argument(random: random.Random, annotation: str) -> Any:
    number = random.choice([random.randint(-3, 3), random.randint(-100, 100), random.randint(-(10**9), 10**9)])
    if annotation == "int":
        return min(number, 200) if annotation == "int" else number
    if annotation == "str":
        return "".join(random.choices("ab", k=random.randint(0, 2)))
    return [_argument(random, annotation[5:-1]) for _ in range(random.randint(0, 4))]


def test_what_is_shown_holds_on_inputs_nobody_chose(found: InferResult) -> None:
    """Independently of all of verheal: by running the functions here."""
    import textwrap

    space: dict[str, Any] = {}
    exec(textwrap.dedent(CODE), space)
    chance = random.Random(7)
    checked = 0
    for name, function in by_name(found).items():
        for _ in range(300):
            checked += _holds(space, name, function, chance)
    assert checked > 3000


def _holds(space: dict[str, Any], name: str, function: InferredResult, chance: random.Random) -> int:
    annotations = {k: v for k, v in space[name].__annotations__.items() if k != "return"}
    arguments = {
        key: _argument(chance, kind.__name__ if isinstance(kind, type) and not hasattr(kind, "__args__") else str(kind))
        for key, kind in annotations.items()
    }
    old = SimpleNamespace(**copy.deepcopy(arguments))
    result = space[name](**arguments)
    names = {**space, **arguments, "__return__": result, "__old__": old}
    for text in texts(function):
        assert eval(text, names), (name, old, result, text)
    return len(texts(function))
