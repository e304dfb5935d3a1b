"""The closure digest changes exactly when source that the function may run does."""

from __future__ import annotations

import pytest
from source_helpers import repository

from verheal.contracts.source.closure import Closures, closure_digest

BASE = """
import math
from other import far
LIMIT = 3
TABLE = {"a": LIMIT}
TABLE["b"] = 2
UNUSED = 1
class Base:
    def area(self): return helper(1)
class Shape(Base):
    side: int = 1
    def area(self): return self.side
class Sub(Shape):
    def area(self): return 7
class Lonely:
    def area2(self): return 0
def deco(g): return g
def helper(x): return x + LIMIT
def unrelated(x): return x
@deco
def f(s: Shape, n=LIMIT):
    # a comment
    return helper(n) + s.area() + TABLE["a"] + math.floor(2.5) + far(1)
"""
OTHER = """
DEEP = 1
SPARE = 2
def far(x): return x + DEEP
def near(x): return x
"""


def digest(base: str = BASE, other: str = OTHER, key: str = "m:f") -> str:
    return closure_digest(repository(m=base, other=other), key)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("return helper(n)", "return 1 + helper(n)"),
        ("x + LIMIT", "x - LIMIT"),
        ("LIMIT = 3", "LIMIT = 4"),
        ('{"a": LIMIT}', '{"a": 0}'),
        ('TABLE["b"] = 2', 'TABLE["b"] = 3'),
        ("def deco(g): return g", "def deco(g): return None"),
        ("side: int = 1", "side: int = 2"),
        ("return self.side", "return self.side + 1"),
        ("return 7", "return 8"),
        ("return helper(1)", "return helper(2)"),
        ("class Sub(Shape)", "class Sub(Base)"),
        ("n=LIMIT", "n=2"),
        ("import math", "import cmath as math"),
        (
            "def unrelated(x): return x",
            "def floor(x): return x\ndef len(x): return 0\nclass Sub2(Shape): pass",
        ),
        ("UNUSED = 1", "print('runs on import')"),
    ],
)
def test_what_it_runs_counts(old: str, new: str) -> None:
    assert old in BASE
    assert digest(BASE.replace(old, new)) != digest()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("UNUSED = 1", "UNUSED = 2"),
        ("UNUSED = 1", "\n\n\n# moved\n"),
        ("# a comment", "# another comment"),
        ("def unrelated(x): return x", "def unrelated(x): return x + 1"),
        ("def unrelated(x): return x", ""),
        ("return 0", "return 1"),
        ("x + LIMIT", "(x  +  LIMIT)  # same"),
        ("UNUSED = 1", "if __name__ == '__main__':\n    unrelated(1)"),
    ],
)
def test_what_it_does_not_run_does_not_count(old: str, new: str) -> None:
    assert old in BASE
    assert digest(BASE.replace(old, new)) == digest()


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("x + DEEP", "x * DEEP", False),
        ("DEEP = 1", "DEEP = 2", False),
        ("SPARE = 2", "SPARE = 3", True),
        ("def near(x): return x", "def near(x): return 0", True),
        ("SPARE = 2", "register()", False),
    ],
)
def test_other_modules(old: str, new: str, same: bool) -> None:
    assert (digest(other=OTHER.replace(old, new)) == digest()) is same


@pytest.mark.parametrize(
    ("text", "old", "new", "same"),
    [
        ("import o\ndef f(): return o.A", "A = 1", "A = 2", False),
        ("import o\ndef f(): return o.A", "B = 1", "B = 2", True),
        ("import o\ndef f(): return o.K", "return 5", "return 6", False),
        ("import o\ndef f(x: 'o.K'): return x", "return 5", "return 6", False),
        ("from o import *\ndef f(): return A", "A = 1", "A = 2", False),
        ("def f():\n    from o import A\n    return A", "A = 1", "A = 2", False),
        ("from o import A as Z\nY = Z\ndef f(): return Y", "A = 1", "A = 2", False),
        ("from o import K\nobj = K()\ndef f(): return obj.m()", "return 5", "return 6", False),
    ],
)
def test_ways_to_reach_another_module(text: str, old: str, new: str, same: bool) -> None:
    other = "A = 1\nB = 1\nclass K:\n    def m(self): return 5\n"
    one = closure_digest(repository(m=text, o=other), "m:f")
    two = closure_digest(repository(m=text, o=other.replace(old, new)), "m:f")
    assert (one == two) is same


def test_mutual_recursion_and_nested_functions() -> None:
    text = "def a(n): return b(n)\ndef b(n): return a(n) + c()\n"
    text += "def c():\n    k = 1\n    def d(): return k\n    return d()\n"
    changed = text.replace("k = 1", "k = 2")
    before, after = Closures(repository(m=text)), Closures(repository(m=changed))
    for key in ("m:a", "m:b", "m:c", "m:c.<locals>.d"):
        assert before.digest(key) != after.digest(key)
    assert before.digest("m:a") != before.digest("m:b")


def test_an_unknown_function_is_an_error() -> None:
    with pytest.raises(KeyError):
        closure_digest(repository(m=""), "m:none")
