"""Powers and their exceptions are CPython's, negative exponents included."""

from __future__ import annotations

import itertools

import pytest

from tests.contracts.lowering.builtins_agreement import lowered, program_of
from verheal.contracts.core.image import inject
from verheal.contracts.core.interpreter import Raised, run

PROGRAM = program_of("def f(x: int, y: int) -> float:\n    return x ** y\n")


@pytest.mark.parametrize(
    ("x", "y"),
    list(itertools.product((0, 1, -1, 2, 3, -7, 10**400, -(10**400)), (-1, -2, -3, -500, -(10**400), 0, 1, 9))),
    ids=lambda number: str(number)[:9],
)
def test_exceptions(x: int, y: int) -> None:
    try:
        expected = "" if y >= 0 or x**y is None else "returns"
    except (ZeroDivisionError, OverflowError) as error:
        expected = type(error).__name__
    function = lowered(PROGRAM, "f").function
    outcome = run(function, inject({"x": x, "y": y}, function.inputs), 1_000)
    raised = outcome.exception if isinstance(outcome, Raised) else ""
    assert raised == (expected if expected.endswith("Error") else "")
