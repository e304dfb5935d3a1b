"""Classes that a decorator replaced: functions are found as they stand in the source, and calls of them are seen."""

from __future__ import annotations

import pytest

from verheal.prover.run.job import Condition, Job, ModuleRef
from verheal.prover.run.runner import Runner

SOURCE = """
import deal, icontract
from typing import Any

@deal.inv(lambda self: self.coins >= 0)
class Purse:
    def __init__(self, coins: int) -> None:
        self.coins = coins

    @deal.pre(lambda self, n: n >= 0)
    def pay(self, n: int) -> int:
        self.coins -= n
        return self.coins

    def count(self) -> int:
        return self.coins

@icontract.invariant(lambda self: self.coins >= 0)
class Till:
    def __init__(self, coins: int) -> None:
        self.coins = coins

    def pay(self, n: int) -> int:
        self.coins -= n
        return self.coins

def wrapping(cls: Any) -> Any:
    class Other:
        __wrapped__ = cls
        def __init__(self, *args: Any) -> None:
            self.inner = cls(*args)
        def pay(self, n: int) -> int:
            return self.inner.pay(n)
    return Other

@wrapping
class Hidden:
    def __init__(self, coins: int) -> None:
        self.coins = coins

    def pay(self, n: int) -> int:
        self.coins -= n
        return self.coins
"""
INVARIANT = (Condition("invariant", "self.coins >= 0", "self.coins >= 0"),)


@pytest.fixture
def module(write_module) -> ModuleRef:
    return write_module(SOURCE)


@pytest.mark.parametrize("name", ["Purse", "Till"])
def test_methods_below_an_invariant_are_observed(name: str, runner: Runner, module: ModuleRef) -> None:
    good, bad, unmade = runner.run(
        module,
        [Job(f"{name}({coins}).pay(2)", f"{name}.pay", invariants=INVARIANT) for coins in (3, 1, -1)],
    )
    assert (good["outcome"], good["requires_held"], good["ensures"][0]["ok"]) == ("returned", True, True)
    assert bad["requires_held"] is True and bad["ensures"][0]["ok"] is False, bad
    assert unmade["outcome"] in ("not_called", "rejected"), unmade


def test_other_methods_and_constructors(runner: Runner, module: ModuleRef) -> None:
    counted, made = runner.run(
        module,
        [Job("Purse(3).count()", "Purse.count"), Job("Purse(3)", "Purse.__init__", invariants=INVARIANT)],
    )
    assert (counted["outcome"], counted["result"]) == ("returned", "3")
    assert made["outcome"] == "returned"


def test_a_class_that_cannot_be_called_as_written_is_not_misread(runner: Runner, module: ModuleRef) -> None:
    """The module's name is bound to another class: the call of it is not one of the method itself."""
    (record,) = runner.run(module, [Job("Hidden(3).pay(1)", "Hidden.pay")])
    assert record["outcome"] in ("returned", "not_called"), record
