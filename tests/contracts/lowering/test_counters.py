"""Counters made on the spot: nothing that CPython shows false of them is provable, and what it shows is."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from tests.contracts.lowering.builtins_agreement import lowered, program_of
from tests.contracts.lowering.test_builtins_unmodelled import reasons
from tests.contracts.lowering.test_octets import proved

ROWS = ("[]", "[1]", "[1, 2]", "[2, 1]", "[1, 1]")
HEAD = "import collections\nfrom collections import Counter\n"


@pytest.mark.parametrize(("one", "other"), list(product(ROWS, ROWS)))
def test_as_cpython(one: str, other: str) -> None:
    equal = Counter(eval(one)) == Counter(eval(other))
    right, wrong = ("==", "!=") if equal else ("!=", "==")
    begin = f"{HEAD}def f() -> int:\n    assert Counter({one})"
    assert proved(f"{begin} {right} collections.Counter({other})\n    return 0\n")
    assert not proved(f"{begin} {wrong} collections.Counter({other})\n    return 0\n")


@pytest.mark.parametrize("row", ROWS)
def test_counts(row: str) -> None:
    times = Counter(eval(row))[1]
    assert proved(f"{HEAD}def f() -> int:\n    assert Counter({row})[1] == {times}\n    return 0\n")
    assert not proved(f"{HEAD}def f() -> int:\n    assert Counter({row})[1] != {times}\n    return 0\n")


@pytest.mark.parametrize(
    "text",
    [
        "def f(xs: dict[int, int]) -> bool:\n    return Counter(xs) == Counter([1])\n",
        "def f(xs: list[float]) -> bool:\n    return Counter(xs) == Counter(xs)\n",
        "def f(xs: list[int]) -> bool:\n    return Counter(xs) == Counter(['a'])\n",
        "def f(xs: list[list[int]]) -> int:\n    return Counter(xs)[1]\n",
        "Counter = dict.fromkeys\ndef f(xs: list[int]) -> bool:\n    return Counter(xs) == Counter(xs)\n",
        "collections.Counter = dict.fromkeys\ndef f(xs: list[int]) -> bool:\n    return Counter(xs) == Counter(xs)\n",
    ],
)
def test_what_is_not_known_says_so(text: str) -> None:
    assert reasons(lowered(program_of(HEAD + text), "f").function.body)
