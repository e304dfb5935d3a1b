"""Preconditions that are inferred: with them nothing undeclared is raised, and no more is excluded than has to be."""

from __future__ import annotations

import random
import textwrap
from pathlib import Path
from typing import Any

import pytest

from tests.infer.helpers import by_name, inferred, texts
from verheal.prover.inferring.choosing import Table, chosen
from verheal.report.infer_model import InferResult

CODE = """
    def at(numbers: list[int], place: int) -> int:
        return numbers[place]

    def ratio(one: int, other: int) -> int:
        return one // other

    def price(prices: dict[str, int], name: str) -> int:
        return prices[name]

    def total(prices: dict[str, int], names: list[str]) -> int:
        found = 0
        for name in names:
            found += prices[name]
        return found

    def products(ones: list[int], others: list[int]) -> list[int]:
        made: list[int] = []
        for place in range(len(ones)):
            made.append(ones[place] * others[place])
        return made

    def share(numbers: list[int], parts: int) -> int:
        return numbers[0] // parts

    def first_or(numbers: list[int], default: int | None) -> int:
        return numbers[0] if default is None else default

    def declared(number: int) -> int:
        if number < 0:
            raise ValueError(number)
        return 10 // number

    def hidden(number: int) -> int:
        return 1 // (number - 918273)

    def overflows(numbers: list[int]) -> float:
        return sum(numbers) / len(numbers)

    class Stack:
        def __init__(self) -> None:
            self.items: list[int] = []

        def push(self, item: int) -> None:
            self.items.append(item)

        def pop(self) -> int:
            return self.items.pop()
"""
EXPECTED = {
    "at": ["-len(numbers) <= place < len(numbers)"],
    "ratio": ["other != 0"],
    "price": ["name in prices"],
    "total": ["all(x in prices for x in names)"],
    "products": ["len(ones) <= len(others)"],
    "share": ["len(numbers) > 0", "parts != 0"],
    "first_or": ["len(numbers) > 0 or default is not None"],
    "declared": ["number != 0"],
    "hidden": ["number != 918273"],
    "overflows": [],
    "Stack.pop": ["len(self.items) > 0"],
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> InferResult:
    return inferred(tmp_path_factory.mktemp("pres"), CODE)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_weakest_with_which_it_is_safe(found: InferResult, name: str) -> None:
    function = by_name(found)[name]
    assert texts(function, "pre") == EXPECTED[name], function.reason
    assert len(function.failing) == len(EXPECTED[name]) and function.excluded == ()


def test_each_comes_with_a_call_that_it_excludes(found: InferResult) -> None:
    failing = dict(zip(*[EXPECTED["share"], by_name(found)["share"].failing], strict=True))
    assert failing["len(numbers) > 0"][1].startswith("IndexError")
    assert failing["parts != 0"][1].startswith("ZeroDivisionError")


def test_what_no_simple_condition_excludes_is_said(found: InferResult) -> None:
    assert "OverflowError" in (by_name(found)["overflows"].reason or "")


def test_postconditions_hold_under_them_and_do_not_repeat_them(found: InferResult) -> None:
    assert "__return__ in numbers" in texts(by_name(found)["at"])
    assert "len(__return__) == len(ones)" in texts(by_name(found)["products"])
    assert "name in prices" not in texts(by_name(found)["price"])


def test_inputs_that_nobody_chose_fail_exactly_where_they_are_excluded(found: InferResult) -> None:
    """Independently of all of verheal: by running the functions here."""
    space: dict[str, Any] = {}
    exec(textwrap.dedent(CODE), space)
    chance = random.Random(3)
    counts = {True: 0, False: 0}
    for name in ("at", "ratio", "price", "total", "products", "share", "first_or", "declared"):
        condition = " and ".join(f"({text})" for text in EXPECTED[name])
        for _ in range(300):
            arguments = {key: _made(chance, str(kind)) for key, kind in space[name].__annotations__.items()}
            del arguments["return"]
            allowed = bool(eval(condition, {**space, **arguments}))
            counts[allowed] += 1
            try:
                space[name](**arguments)
            except ValueError:
                assert name == "declared"
            except Exception:
                assert not allowed, (name, arguments)
            else:
                assert allowed, (name, arguments)
    assert min(counts.values()) > 100


def _made(chance: random.Random, kind: str) -> Any:
    match kind:
        case "list[int]":
            return [chance.randint(-3, 3) for _ in range(chance.randint(0, 3))]
        case "list[str]":
            return [chance.choice("ab") for _ in range(chance.randint(0, 2))]
        case "dict[str, int]":
            return {chance.choice("ab"): 1 for _ in range(chance.randint(0, 3))}
        case "<class 'str'>":
            return chance.choice("ab")
        case "int | None":
            return chance.choice([None, 1])
        case _:
            return chance.randint(-3, 3)


def test_choosing_takes_what_loses_nothing_and_gives_up_what_would_lose_most() -> None:
    table = Table(
        {"strong": frozenset({0}), "exact": frozenset({0, 1, 2}), "useless": frozenset({0, 1, 2, 3, 4})},
        frozenset({0, 1, 2}), frozenset({3, 4}), ("a", "b", "c", "d", "e"),
    )  # fmt: skip
    assert chosen(table) == ("exact",)
    parts = {"one": frozenset({0, 1, 2, 3}), "other": frozenset({0, 1, 2, 4}), "both": frozenset({0, 1, 2})}
    assert chosen(Table(parts, table.good, table.bad)) == ("both",)
    without = {text: true for text, true in table.true.items() if text != "exact"}
    assert chosen(Table(without, table.good, table.bad)) is None


def test_one_that_excludes_more_than_it_has_to_says_so(tmp_path: Path) -> None:
    text = """
        def odd(numbers: list[int]) -> int:
            return 1 // (numbers[0] % 3) if numbers else 0
    """
    function = by_name(inferred(tmp_path, text))["odd"]
    if texts(function, "pre"):
        assert function.excluded
    else:
        assert function.reason
