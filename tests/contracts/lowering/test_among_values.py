"""`in d.values()`: nothing that CPython shows false of it is provable, and what it shows is."""

from __future__ import annotations

from itertools import product

import pytest

from tests.contracts.lowering.test_octets import proved

DICTS = ("{1: 2}", "{1: 2, 3: 4}", "{1: 2, 3: 2}", "{4: 1, 2: 3}")


@pytest.mark.parametrize(("d", "sought"), list(product(DICTS, (1, 2, 3, 4))))
def test_as_cpython(d: str, sought: int) -> None:
    right, wrong = ("in", "not in") if sought in {**eval(d), 3: 2}.values() else ("not in", "in")
    begin = f"def f() -> int:\n    d = {d}\n    d[3] = 2\n    assert {sought}"
    assert proved(f"{begin} {right} d.values()\n    return 0\n")
    assert not proved(f"{begin} {wrong} d.values()\n    return 0\n")
