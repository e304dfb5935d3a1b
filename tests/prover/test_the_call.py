"""Of all calls in a call expression one is meant; the function may be called to make its input, and that is not it."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from verheal.prover.run.failures import keys_of, satisfied
from verheal.prover.run.inside.spine import the_call
from verheal.prover.run.job import Condition, Job
from verheal.prover.run.runner import Runner

CODE = """
class Door:
    def __init__(self, below: "Door | None" = None) -> None:
        self.turns = 0
        self.below = below
    def turn(self, by: int) -> int:
        self.turns += by
        return 10 // (self.turns - 3)
    @property
    def half(self) -> int:
        self.turns += 1
        return 10 // (self.turns - 3)

class Kept:
    def __new__(cls) -> "Kept":
        return super().__new__(cls)

def f(x: int) -> int:
    return 10 // (x - 3)

def take(d: Door) -> int:
    return d.turns

def numbers(n: int):
    for k in range(n):
        yield 10 // (k - 3)
"""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("f(f(1))", "f(f(1))"),
        ("(lambda a: f(a, g(a)))(g(1))", "f(a, g(a))"),
        ("(lambda a: (a.m(1), setattr(a, 'x', 2), f(a))[-1])(C())", "f(a)"),
        ("(lambda a: [a.m(1), a.n()][-1])(C())", "a.n()"),
        ("list(__import__('itertools').islice(f(g(2)), 100))", "f(g(2))"),
        ("__import__('asyncio').run(f(1))", "f(1)"),
        ("C(C(1)).prop", "C(C(1)).prop"),
        ("list(f(1))", "list(f(1))"),
        ("[f(1), f(2)][0]", "[f(1), f(2)][0]"),
    ],
)
def test_what_is_meant(text: str, meant: str) -> None:
    assert ast.unparse(the_call(ast.parse(text, mode="eval"))) == meant


@pytest.fixture
def told(runner: Runner, write_module) -> Any:
    module = write_module(CODE)

    def tell(call: str, function: str, **more: Any) -> dict[str, Any]:
        return runner.run(module, [Job(call, function, **more)])[0]

    return tell


def test_only_the_call_that_is_meant_is_observed(told) -> None:
    record = told("(lambda d: (d.turn(1), d.turn(2))[-1])(Door())", "Door.turn")
    assert record["args"]["by"] == "2" and record["exception"]["type"] == "ZeroDivisionError" and satisfied(record)
    record = told("(lambda d: (d.turn(1), d.half)[-1])(Door())", "Door.half")
    assert record["result"] == "-10" and satisfied(record)
    record = told("Door(Door()).turn(5)", "Door.turn")
    assert record["result"] == "5" and satisfied(record)
    record = told("Door(Door(1))", "Door.__init__")
    assert not satisfied(record)
    assert satisfied(told("Door(Door())", "Door.__init__"))


def test_what_fails_on_the_way_is_no_failure_of_the_call(told) -> None:
    for call in (
        "(lambda d: (d.turn(3), d.turn(0))[-1])(Door())",  # raises before the call
        "(lambda d: (d.turn(3), d)[-1])(Door())",  # the call that fails makes something else
        "(lambda d: take(d))((lambda d: (d.turn(3), d)[-1])(Door()))",
        "take((lambda d: (d.turn(3), d)[-1])(Door()))",
        "[f(3)]",
        "f(f(3))",
    ):
        for function in ("Door.turn", "f", "take"):
            record = told(call, function)
            assert not satisfied(record) and keys_of(record, Job(call, function)) == (), (call, record)


def test_an_input_made_by_the_function_itself_does_not_count(told) -> None:
    """Whether that call keeps the function's preconditions is not looked at."""
    assert told("f(f(1))", "f", requires=(Condition("pre", "x > 0", "x > 0"),))["args_conform"] is None


def test_histories_keep_annotations(told) -> None:
    assert not satisfied(told("take((lambda d: (d.turn('1'), d)[-1])(Door()))", "take"))
    assert satisfied(told("take((lambda d: (d.turn(1), d)[-1])(Door()))", "take"))


def test_new_is_given_a_class_below_its_own(told) -> None:
    assert not satisfied(told("Kept.__new__(None)", "Kept.__new__"))
    assert not satisfied(told("Kept.__new__(Door)", "Kept.__new__"))
    assert satisfied(told("Kept.__new__(Kept)", "Kept.__new__"))


def test_generators_and_what_drives_them(told) -> None:
    record = told("list(__import__('itertools').islice(numbers(5), 100))", "numbers")
    assert record["exception"]["type"] == "ZeroDivisionError" and satisfied(record)
