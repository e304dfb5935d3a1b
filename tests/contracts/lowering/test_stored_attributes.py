"""Who may stand before a method: patterns that bind anew, class methods, and setattr in all its forms."""

from __future__ import annotations

import pytest

from verheal.contracts.core.types import INT
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.unannotated import lasts
from verheal.contracts.source.reader import SourceText
from verheal.contracts.source.repository import assemble
from verheal.contracts.source.scan import scan

CLASS = """
class Door:
    def __init__(self):
        self.count = 1
    def state(self):
        return 1
"""


def _program(text: str) -> Program:
    return Program(assemble([scan(SourceText("m.py", CLASS + text, "utf-8", ""), "m", False, "", False)]))


STORES = (
    "def f(x: Door):\n    x.state = 2",
    "def f(x):\n    object.__setattr__(x, 'state', 2)",
    "def f(x):\n    x.__setattr__('state', 2)",
    "def f(x):\n    x.__dict__['state'] = 2",
    "def f(x):\n    vars(x)['state'] = 2",
    "def f(x: Door, name):\n    setattr(x, name, 2)",
    "def f(x: Door, y):\n    x.__dict__.update(y)",
    "class Key:\n    @classmethod\n    def f(cls):\n        Door.state = 2",
    "class Below(Door):\n    @classmethod\n    def f(cls):\n        cls.state = 2",
    "class Key:\n    def f(self, other):\n     match other:\n      case Door() as self:\n       self.state = 2",
    "class Key:\n    def f(self, other):\n     match other:\n      case {**self}:\n       self.state = 2",
    "class Key:\n    def f(self, other):\n        def self(): pass\n        self.state = 2",
    "def passes(f): return lambda _: f(Door())\nclass Key:\n    @passes\n    def f(self):\n        self.state = 2",
)


@pytest.mark.parametrize("text", STORES)
def test_a_store_may_stand_before_a_method(text: str) -> None:
    assert _program(text).stored("m:Door", "state")


NOT_STORES = (
    "class Key:\n    def f(self, other):\n     match other:\n      case Door() as it:\n       self.state = 2",
    "class Key:\n    @classmethod\n    def f(cls):\n        cls.state = 2",
    "class Key:\n    @property\n    def f(self):\n        self.state = 2",
    "def f(x: Door):\n    object.__setattr__(x, 'other', 2)",
)


@pytest.mark.parametrize("text", NOT_STORES)
def test_stores_of_other_classes_and_names_do_not(text: str) -> None:
    assert not _program(text).stored("m:Door", "state")


def test_setattr_under_another_name_may_store_anything() -> None:
    assert lasts(_program(""), "m:Door", "count", INT)
    assert not lasts(_program("from builtins import setattr as put"), "m:Door", "count", INT)
    assert not lasts(_program("def f(x):\n    getattr(x, '__dict__')['count'] = ''"), "m:Door", "count", INT)
