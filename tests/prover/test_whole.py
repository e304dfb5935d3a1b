"""Integers beyond CPython's limit on digits, from a model or a generator to a call and its arguments."""

from __future__ import annotations

import sys

import pytest

from verheal.prover.run.edits import arguments, simpler
from verheal.prover.run.job import Job
from verheal.prover.run.mutating import mutated
from verheal.prover.run.shapes import FunctionShape, Param
from verheal.prover.run.whole import read, unparse, written

HUGE = (10**5000, -(10**5000), 10**5000 - 1, 10**5000 + 7, 2**20000, 1 - 2**20000, 3**11000, -(3**11000))


def hex_digits(value: int) -> str:
    return hex(value)[:12]


SHAPE = FunctionShape("f", (Param("n", "int"),))


@pytest.mark.parametrize("value", [0, 1, -1, 10**20, 2**64, 10**400, 3**400, *HUGE], ids=hex_digits)
def test_written_is_the_value(value: int) -> None:
    text = written(value)
    assert eval(text) == value  # the text is our own
    assert eval(f"[{text}]") == [value]


def test_short_where_it_can_be() -> None:
    assert written(10**5000) == "10 ** 5000"
    assert written(-(10**5000) - 2) == "-10 ** 5000 - 2"
    assert written(2**20000 - 1) == "2 ** 20000 - 1"
    assert written(12) == "12"


def test_read_takes_any_number_of_digits() -> None:
    assert read("1" + "0" * 5000) == 10**5000
    assert read("-" + "9" * 4500) == 1 - 10**4500
    assert read("0") == 0
    for text in ("", "-", "1e5", "0x10", "1_0", "\u0661"):
        with pytest.raises(ValueError, match="integer"):
            read(text)


@pytest.mark.parametrize("value", HUGE, ids=hex_digits)
def test_calls_survive(value: int) -> None:
    from random import Random

    call = f"f({written(value)})"
    assert eval(arguments(call, SHAPE)["n"]) == value
    for other in (*list(simpler(call))[:30], mutated(call, Random(1))):
        compile(other, "call", "eval")


def test_unparse() -> None:
    import ast

    tree = ast.parse(f"g([{hex(3**11000)}], x={hex(10**5000)})")
    assert eval(unparse(tree), {"g": lambda xs, x: (xs, x)}) == ([3**11000], 10**5000)


def test_the_limit_is_the_programs_own(runner, write_module) -> None:
    module = write_module("def f(n: int) -> int:\n    return len(str(n))\n")
    over, under = runner.run(module, [Job(f"f({written(n)})", "f") for n in (10**5000, 10**4000)])
    assert over["args_conform"] is True and over["exception"]["type"] == "ValueError"
    assert (under["outcome"], under["result"]) == ("returned", "4001")
    if hasattr(sys, "get_int_max_str_digits"):
        assert sys.get_int_max_str_digits() == 4300
