"""What `examples/expected.json` says of the shop is true in CPython, whatever verheal finds."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED = json.loads((EXAMPLES / "expected.json").read_text())

# A call per defect that shows it: true means that the contract held. PEP 316 clauses are written out.
DEFECTS: dict[str, Callable[[Any], bool]] = {
    "shop/money.py:split": lambda m: bool(m.split(-101)),
    "shop/money.py:clamp": lambda m: bool(m.clamp(5, 1, 9)),
    "shop/stock.py:empty_into": lambda m: m.empty_into(b := m.Bin(1, 2), b) is None,
    "shop/orders.py:unit_price": lambda m: bool(m.unit_price({}, 1)),
    "shop/customers.py:greeting_level": lambda m: bool(m.greeting_level(None, 1)),
    "shop/stats.py:mean": lambda m: bool(m.mean([])),
    "shop/stats.py:largest": lambda m: all(x <= m.largest([-1]) for x in [-1]) and m.largest([-1]) in [-1],
    "shop/shipping.py:parcels": lambda m: bool(m.parcels(1, 1)),
    "shop/invoice.py:Invoice.credit": lambda m: m.Invoice(1).credit(2) is None,
}


@pytest.fixture(autouse=True)
def shop_on_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    yield
    for name in [name for name in sys.modules if name.split(".")[0] == "shop"]:
        del sys.modules[name]


def module_of(subject: str) -> Any:
    return importlib.import_module(subject.split(".py:")[0].replace("/", "."))


def test_every_defect_is_listed_and_nothing_is_both() -> None:
    assert set(DEFECTS) == set(EXPECTED["refuted"])
    assert not set(EXPECTED["refuted"]) & set(EXPECTED["proved"])


@pytest.mark.parametrize("subject", DEFECTS)
def test_each_defect_is_real(subject: str) -> None:
    import deal
    import icontract

    errors = (
        AssertionError,
        ZeroDivisionError,
        AttributeError,
        icontract.ViolationError,
        deal.ContractError,
        KeyError,
    )
    try:
        held = DEFECTS[subject](module_of(subject))
    except errors:
        held = False
    assert not held


INTS = st.integers(-300, 300) | st.integers()
COUNTS = st.integers(0, 300)
SOUND: tuple[tuple[str, st.SearchStrategy[Any], Callable[[Any, Any], object]], ...] = (
    ("shop/money.py:round_to_five", INTS, lambda m, x: m.round_to_five(x) % 5 == 0),
    ("shop/pricing.py:bulk_rate", COUNTS, lambda m, x: x == 0 or 5 * (x >= 10) <= m.bulk_rate(x) <= 20),
    ("shop/customers.py:promote", st.integers(0, 3), lambda m, x: m.promote(m.Customer(1, x)).level <= 3),
    ("shop/stats.py:mean_or", st.lists(INTS), lambda m, x: isinstance(m.mean_or(x, 0), int)),
    ("shop/stats.py:spread", st.tuples(INTS, INTS), lambda m, x: m.spread(*x) in (x[0] - x[1], x[1] - x[0])),
    ("shop/shipping.py:postage", COUNTS, lambda m, x: x == 0 or m.postage(x, True) >= 390),
    ("shop/shipping.py:delivery_day", COUNTS, lambda m, x: m.delivery_day(x % 7, x) in range(6)),
    ("shop/invoice.py:reminder_fee", COUNTS, lambda m, x: 0 <= m.reminder_fee(x) <= 4_000),
    ("shop/invoice.py:instalments", COUNTS, lambda m, x: sum(m.instalments(x, 3)) <= x),
)


@pytest.mark.parametrize(("subject", "inputs", "holds"), SOUND, ids=[entry[0] for entry in SOUND])
def test_sound_code_is_sound(
    subject: str, inputs: st.SearchStrategy[Any], holds: Callable[[Any, Any], object]
) -> None:
    module = module_of(subject)

    @settings(max_examples=100, database=None, suppress_health_check=list(HealthCheck))
    @given(inputs)
    def run(value: Any) -> None:
        assert holds(module, value)

    run()
