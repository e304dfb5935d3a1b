"""The law of the formal language: what is no template, pattern or format is the affair of who passed it."""

from __future__ import annotations

import pytest

from verheal.prover.run.failures import keys_of
from verheal.prover.run.job import Job

MODULE = '''
from __future__ import annotations
import datetime as dt
import re
import struct
import time
from typing import Union

def shown(value: float, form: str = "{:d}") -> str:
    return form.format(value)
def percent(value: int, form: str = "%i") -> str:
    return form % value
def again(value: float, form: str) -> str:
    form = form.format(value)
    return form
def through(value: float, layout: str) -> str:
    return shown(value, layout)
def braced(text: str) -> str:
    return ("{" + text).format(1)
def own(value: str) -> str:
    return "{:d}".format(value)
def helped(text: str) -> str:
    return shown(1.0, text + "}")
def matches(pattern: str, text: str) -> bool:
    return re.match(pattern, text) is not None
def wrong(pattern: str, text: Union[str, int]) -> bool:
    return re.match(pattern, text) is not None
def packed(layout: str, n: int) -> bytes:
    return struct.pack(layout, n)
def moment(text: str, layout: str) -> dt.datetime:
    return dt.datetime.strptime(text, layout)
def number(text: str) -> int:
    return int(text)

class Loud:
    def __format__(self, spec: str) -> str:
        raise ValueError(spec)
    def told(self, form: str) -> str:
        return form.format(self)
'''
TEMPLATE = "a format template"


@pytest.mark.parametrize(("call", "function", "needs"), [
    ("shown(0.0, '}')", "shown", f"`form` has to be {TEMPLATE}"),
    ("shown(0.5, form='{1}')", "shown", f"`form` has to be {TEMPLATE}"),
    ("shown(0.5)", "shown", ""),  # its own default
    ("percent(1, '%y')", "percent", f"`form` has to be {TEMPLATE}"),
    ("again(0.5, '{')", "again", f"`form` has to be {TEMPLATE}"),
    ("through(0.5, '{')", "through", f"`layout` has to be {TEMPLATE}"),
    ("braced('a')", "braced", ""),  # no parameter, but what was made of it
    ("helped('{}')", "helped", ""),
    ("own('a')", "own", ""),
    ("matches('(', 'a')", "matches", "`pattern` has to be a regular expression"),
    ("wrong('a', 1)", "wrong", ""),  # the pattern is one
    ("packed('y', 1)", "packed", "`layout` has to be a struct format"),
    ("moment('', '%')", "moment", "`layout` has to be a time format"),
    ("moment('a', '%d')", "moment", ""),  # data, not a format
    ("number('')", "number", ""),  # data as well
    ("Loud().told('{}')", "Loud.told", ""),  # raised by the user's own code
])  # fmt: skip
def test_who_passes_the_text_answers_for_it(call: str, function: str, needs: str, runner, write_module) -> None:
    job = Job(call, function)
    record = runner.run(write_module(MODULE), [job])[0]
    assert record["outcome"] == "raised", record
    error = record["exception"]
    assert error.get("needs", "") == (f"needs a precondition: {needs}" if needs else "")
    assert error["environment"] is bool(needs)
    assert keys_of(record, job)  # told either way
