"""Which generator expressions are taken to stand where the local that keeps them is read."""

from __future__ import annotations

import ast

import pytest

from verheal.contracts.lowering.kept_generators import moved


def after(body: str, header: str = "def f(xs, n):") -> str:
    lines = [header, *(f"    {line}" for line in body.splitlines())]
    return ast.unparse(moved(ast.parse("\n".join(lines))))


@pytest.mark.parametrize(
    "read", ["return max(g, default=n)", "n = sum(g, n)", "return '(' + ', '.join(g) + ')'", "for x in g:\n    n += x"]
)
def test_what_the_next_statement_reads_first_is_moved(read: str) -> None:
    assert "g =" not in after(f"g = (x for x in xs)\n{read}")


@pytest.mark.parametrize(
    "rest",
    [
        "xs = []\nreturn sum(g)",  # not the next statement
        "return sum(n, g)",  # something else is evaluated before
        "return (xs := []) + list(g)",
        "return n.total(g)",
        "return f(g)",  # no builtin: a module may do anything where it has none of this name
        "n += sum(g)",
        "return sum(g) + sum(g)",
        "return [sum(g) for _ in xs]",
        "return (lambda: sum(g))",
        "return any(g) and locals()",
        "while any(g):\n    pass",
    ],
)
def test_anything_else_stays(rest: str) -> None:
    assert "g =" in after(f"g = (x for x in xs)\n{rest}")


def test_names_that_others_see_stay() -> None:
    assert "g =" in after("g = (x for x in xs)\ny = sum(g)", "class C:")
    assert "g =" in after("global g\ng = (x for x in xs)\nreturn sum(g)")
    assert "g =" in after("sum = n\ng = (x for x in xs)\nreturn sum(g)")
    assert "g =" in after("class C:\n    g = (x for x in xs)\n    y = sum(g)")
