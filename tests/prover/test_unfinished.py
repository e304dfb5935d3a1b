"""A method that only raises NotImplementedError is abstract, and so is a class variable without a value."""

from __future__ import annotations

import pytest

from verheal.prover.run.failures import keys_of
from verheal.prover.run.job import Job

MODULE = '''
from typing import ClassVar

class Base:
    template: ClassVar[str]
    label: str
    size: int
    def first(self) -> str:
        return self.template[0]
    def named(self) -> str:
        return self.label.upper()
    def twice(self) -> int:
        return self.size * 2
    def area(self) -> int:
        """For subclasses."""
        raise NotImplementedError("area")
    def half(self) -> int:
        return self.area() // 2

class Square(Base):
    label = "square"
    def area(self) -> int:
        return 4 // 0

def root(n: int) -> int:
    if n < 0:
        raise NotImplementedError("no complex numbers")
    return n

def use(shape: Base) -> int:
    return shape.half()

def negative(n: int) -> int:
    return root(-n)
'''


@pytest.mark.parametrize(("call", "function", "counts"), [
    ("use(Base())", "use", False),
    ("Base().half()", "Base.half", False),
    ("use(Square())", "use", True),
    ("Base().first()", "Base.first", False),
    ("Base().named()", "Base.named", False),
    ("Base().twice()", "Base.twice", True),
    ("negative(1)", "negative", True),
])  # fmt: skip
def test_only_what_is_written_out_can_fail(call: str, function: str, counts: bool, runner, write_module) -> None:
    job = Job(call, function)
    record = runner.run(write_module(MODULE), [job])[0]
    assert record["outcome"] == "raised"
    assert bool(keys_of(record, job)) is counts
