"""Names of a module that are bound in other ways than by a definition."""

from __future__ import annotations

import ast

import pytest

from verheal.contracts.lowering.bodies import rebound_names
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.reader import SourceText
from verheal.contracts.source.repository import assemble
from verheal.contracts.source.scan import scan

ANY = (
    "g = globals\ng()['f'] = 1",
    "def g():\n    globals()['f'] = 1",
    "def g():\n    exec('f = 1')",
    "vars()['f'] = 1",
    "locals()['f'] = 1",
    "import sys\nsys.modules[__name__].f = 1",
    "import sys\ndef g():\n    setattr(sys.modules[__name__], 'f', 1)",
    "def g():\n    g.__globals__['f'] = 1",
    "def g(f_globals):\n    f_globals['f'] = 1",
    "def g():\n    a = g.__globals__\n    b = a\n    b['f'] = 1",
    "def g():\n    a = globals()\n    a.update(f=1)",
    "def g():\n    global a\n    a = globals()\ndef h():\n    a['f'] = 1",
    "def g():\n    a = [globals()]\n    a[0]['f'] = 1",
    "a = globals()\ndef h():\n    a['f'] = 1",
)


@pytest.mark.parametrize("text", ANY)
def test_any_name_may_be_bound(text: str) -> None:
    assert rebound_names(ast.parse(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "def g():\n    return globals().get('f', 0)",
        "def g():\n    a = g.__globals__ if g else None\n    return None if a is None else a['f']",
        "def g():\n    return 'f' in globals()",
    ],
)
def test_a_namespace_in_which_keys_are_looked_up_binds_nothing(text: str) -> None:
    assert rebound_names(ast.parse(text)) == frozenset()


SOME = (
    "match 1:\n    case {**f}:\n        pass",
    "f.__code__ = g.__code__",
    "def f(): pass\nfrom m import *",
    "def g():\n    global f",
)


@pytest.mark.parametrize("text", SOME)
def test_a_name_is_bound(text: str) -> None:
    assert "f" in (rebound_names(ast.parse(text)) or ())


def test_what_binds_nothing_here() -> None:
    text = "from m import *\ndef g(x):\n    return locals(), vars(x)"
    assert rebound_names(ast.parse(text)) == frozenset()


def test_star_imports_hide_builtins_where_they_may() -> None:
    def means(text: str, name: str) -> bool:
        program = Program(assemble([scan(SourceText("m.py", text, "utf-8", ""), "m", False, "", False)]))
        return program.binding("m", name) is not None

    assert means("from typing import *", "sum") and means("from math import *", "sum")
    assert not means("from math import *", "pow")
    assert not means("from unknown import *", "sum")
