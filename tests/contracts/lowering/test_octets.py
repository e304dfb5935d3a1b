"""bytes as sequences of octets: nothing that CPython shows false of them is provable, and what it shows is."""

from __future__ import annotations

from itertools import product

import pytest

from tests.contracts.lowering.builtins_agreement import program_of
from verheal.contracts.lowering.function import lower_function
from verheal.contracts.obligations.generate import generate
from verheal.contracts.obligations.model import Obligation

DATA = (b"", b"a", b"\x00\xff", b"abc")
PLACES = (-3, -1, 0, 1, 2)
EXPRESSIONS = (
    *(f"d[{i}]" for i in PLACES),
    *(f"list(d[{i}:{j}])" for i, j in product((-2, 0, 1), (-1, 1, 5))),
    "list(d[::-1])",
    "list(d[3:0:-2])",
    "list(d + e)",
    "list(e + d)",
    "len(d + e)",
    "d == e",
    "d != b'abc'",
    "d[:1] + d[1:] == d",
    "97 in d",
    "300 in d",
    "sum(d)",
    "min(d)",
    "[b * 2 for b in d]",
    "int.from_bytes(d, 'big')",
    "int.from_bytes(d, 'little')",
    "list(bytes(len(d)))",
    "list(bytes(-len(d)))",
    "list(bytes([b + 1 for b in d]))",
    "list(bytes(reversed(d)))",
    "list((97 * len(d)).to_bytes(2, 'big'))",
    "list((97 * len(d)).to_bytes(1, 'little'))",
    "list((-len(d)).to_bytes(length=1, byteorder='big'))",
)


def proved(source: str) -> bool:
    """Does z3 prove all but that it ends?"""
    lowered = lower_function(program_of(source), "sample", "f")
    assert not lowered.gave_up, (source, lowered.gave_up)
    found = generate(lowered.function).obligations
    return all(_proved(one) for one in found if one.site.kind in ("assert", "raises"))


def _proved(one: Obligation) -> bool:
    import z3

    from verheal.contracts.smt.printer import print_sequent

    solver = z3.Solver()
    solver.set("rlimit", 2_000_000)
    solver.from_string(print_sequent(one.sequent.assumptions, one.sequent.goal))
    return bool(not one.site.needs and solver.check() == z3.unsat)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_as_cpython(expression: str) -> None:
    right = 0
    for index, d in enumerate(DATA):
        e = DATA[(index + 2) % len(DATA)]
        begin = f"def f() -> int:\n    d = {d!r}\n    e = {e!r}\n"
        try:
            value = eval(expression, {"d": d, "e": e})
        except (IndexError, ValueError, OverflowError) as error:
            caught = f"    try:\n        {expression}\n    except {type(error).__name__}:\n"
            right += proved(f"{begin}{caught}        return 1\n    assert False\n    return 0\n")
            assert not proved(f"{begin}{caught}        assert False\n    return 0\n"), (expression, d)
            continue
        right += proved(f"{begin}    assert ({expression}) == {value!r}\n    return 0\n")
        assert not proved(f"{begin}    assert ({expression}) != {value!r}\n    return 0\n"), (expression, d)
    assert right == len(DATA) or (right and "sum" in expression), (expression, right)
