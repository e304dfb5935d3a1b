"""A function that never returns is a way to write `raise`: who calls it means it."""

from __future__ import annotations

import pytest

from verheal.prover.run.failures import keys_of
from verheal.prover.run.job import Job

MODULE = '''
from __future__ import annotations
import typing as t

class Reader:
    def fail(self, text: str) -> t.NoReturn:
        raise ValueError(text)
    def refuse(self, text: str) -> None:
        raise ValueError(text)
    def number(self, text: str) -> int:
        if not text:
            self.fail("empty")
        return int(text)
    def digit(self, text: str) -> int:
        if not text:
            self.refuse("empty")
        return int(text)
    def twice(self, text: str) -> int:
        return 2 * self.number(text)

def stop() -> "t.NoReturn":
    raise SystemError

def half(n: int) -> int:
    return n // 2 if n else stop()
'''


@pytest.mark.parametrize(("call", "function", "counts"), [
    ("Reader().number('')", "Reader.number", False),
    ("Reader().number('x')", "Reader.number", True),
    ("Reader().digit('')", "Reader.digit", True),
    ("Reader().twice('')", "Reader.twice", True),
    ("half(0)", "half", False),
])  # fmt: skip
def test_what_never_returns_is_no_accident(call: str, function: str, counts: bool, runner, write_module) -> None:
    job = Job(call, function)
    record = runner.run(write_module(MODULE), [job])[0]
    assert record["outcome"] == "raised"
    assert bool(keys_of(record, job)) is counts
