"""Plain asserts: leading ones are preconditions, those at the head of a loop body are candidates."""

from __future__ import annotations

import ast

import pytest

from verheal.contracts.dialects import loop_candidates, read_contract
from verheal.contracts.dialects.text import contract_of


def _read(body: str, signature: str = "x, xs") -> tuple[list[str], tuple[int, ...]]:
    contract = contract_of(
        f"def f({signature}):\n" + "".join(f"    {line}\n" for line in body.split("\n")), "f"
    )
    return [c.expression for c in contract.requires], contract.leading_asserts


@pytest.mark.parametrize(
    ("body", "expressions", "lines"),
    [
        ("assert x > 0\nassert x < LIMIT, 'm'\nreturn x", ["x > 0", "x < LIMIT"], (2, 3)),
        ("'Doc.'\nassert x > 0\ny = 1\nassert y", ["x > 0"], (3,)),
        ("assert all(a > x for a in xs)", ["all((a > x for a in xs))"], (2,)),
        ("assert ok(x)", ["ok(x)"], (2,)),
        ("assert f(1) == 2", [], ()),
        ("assert False, 'abstract'", ["False"], (2,)),
        ("y = x\nassert y", [], ()),
        ("assert x > y\ny = 1", [], ()),
        ("assert xs.pop()\nassert x", [], ()),
        ("assert next(xs)\nassert x", [], ()),
        ("assert (n := x)\nassert x", [], ()),
        ("if x: assert x", [], ()),
        ("assert x; xs.clear(); assert xs", [], ()),
        ("assert x\nimport m\nassert m.x", ["x"], (2,)),
    ],
)
def test_leading_asserts(body: str, expressions: list[str], lines: tuple[int, ...]) -> None:
    assert _read(body) == (expressions, lines)


def test_fields() -> None:
    clause = contract_of("class C:\n    def f(self, x):\n        assert self.n > x\n", "C.f").requires[0]
    assert (clause.parameters, clause.path_hint, clause.raises_on_failure) == (
        ("self", "x"),
        "C.f",
        "AssertionError",
    )
    assert clause.checked_by_cpython and clause.dialect == "assert"


def test_loop_candidates_by_line_of_the_loop() -> None:
    source = """
def f(xs):
    i = 0
    for x in xs:
        assert i >= 0
        assert x in xs, "member"
        while i < 3:
            assert i < 3
            i += 1
            assert i
        else:
            assert True
    def g():
        for y in xs:
            assert y
    while xs:
        xs.pop()
        assert xs
"""
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert loop_candidates(function) == {4: ("i >= 0", "x in xs"), 7: ("i < 3",)}


def test_async_and_deep_expressions() -> None:
    module = ast.parse("async def f(x):\n    assert x\n")
    function = module.body[0]
    assert isinstance(function, ast.AsyncFunctionDef)
    assert [c.expression for c in read_contract(module, function, None, lambda name: None).requires] == ["x"]


def test_too_deep_an_expression_is_left_in_the_body() -> None:
    test: ast.expr = ast.Name("x", ast.Load())
    for _ in range(20_000):
        test = ast.UnaryOp(ast.Not(), test)
    module = ast.parse("def f(x):\n    assert x\n")
    function = module.body[0]
    assert isinstance(function, ast.FunctionDef)
    function.body = [ast.Assert(test, None, lineno=2, col_offset=0, end_lineno=2)]
    assert read_contract(module, function, None, lambda name: None).requires == ()
