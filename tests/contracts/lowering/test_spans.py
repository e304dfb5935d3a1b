"""The places of failures, compared with what this very CPython says in its tracebacks."""

from __future__ import annotations

import ast
import itertools
import sys
import textwrap

import pytest

from verheal.contracts.lowering.spans import spans_of

# Each fails in the node whose type is given (the innermost of that type that is marked by its text).
FAILURES = [
    ("xs[0][9]", ast.Subscript, "xs[0][9]"),
    ("[[]][0][0] + xs[0][1]", ast.Subscript, "[[]][0][0]"),
    ("1 + 1 // (len(xs) - 1)", ast.BinOp, "1 // (len(xs) - 1)"),
    ("assert len(xs) > 7 and xs", ast.Assert, "assert len(xs) > 7 and xs"),
    ("assert not xs or len(xs) > 7", ast.Assert, "assert not xs or len(xs) > 7"),
    ("assert xs if not xs else not xs, 'message'", ast.Assert, "assert xs if not xs else not xs, 'message'"),
    ("a, b = xs", ast.Assign, "a, b = xs"),
    ("(a, (b, c)) = 1, xs", ast.Assign, "a, (b, c) = (1, xs)"),
    ("for a, b in [xs]: pass", ast.For, "for a, b in [xs]:\n    pass"),
    ("for a in 5: pass", ast.For, "for a in 5:\n    pass"),
    ("[b for a, b in [xs]]", ast.ListComp, "[b for a, b in [xs]]"),
    ("n = 0; n += 1 // n", ast.BinOp, "1 // n"),
    ("n = 1; n //= 0", ast.AugAssign, "n //= 0"),
    ("xs[0] += 1", ast.AugAssign, "xs[0] += 1"),
    ("del xs[5]", ast.Delete, "del xs[5]"),
    ("(xs\n  .index(3))", ast.Call, "xs.index(3)"),
    ("(xs\n  .nothing)", ast.Attribute, "xs.nothing"),
    ("é = 'ß'; int(é)", ast.Call, "int(é)"),
    ("xs[0]; unbound", ast.Name, "unbound"),
    ("raise ValueError(n=1)", ast.Call, "ValueError(n=1)"),
    ("raise ValueError(1)", ast.Raise, "raise ValueError(1)"),
]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="no positions")
@pytest.mark.parametrize(("source", "kind", "text"), FAILURES)
def test_cpython_names_the_place(source: str, kind: type[ast.AST], text: str) -> None:
    body = textwrap.indent(source, "    ") if "\n" not in source else f"    {source}"
    module = f"def f(xs):\n{body}\n"
    namespace: dict[str, object] = {}
    exec(compile(module, "module", "exec"), namespace)
    with pytest.raises(Exception) as caught:
        namespace["f"]([[1]])  # type: ignore[operator]
    trace = caught.value.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    assert trace is not None
    code = trace.tb_frame.f_code
    line, end, column, end_column = next(itertools.islice(code.co_positions(), trace.tb_lasti // 2, None))
    nodes = [n for n in ast.walk(ast.parse(module)) if isinstance(n, kind) and ast.unparse(n) == text]
    assert (line, column, end, end_column) in [span for node in nodes for span in spans_of(node)]


def test_what_is_inside_is_another_place() -> None:
    outer = ast.parse("rows[0][1]", mode="eval").body
    assert isinstance(outer, ast.Subscript)
    assert set(spans_of(outer)).isdisjoint(spans_of(outer.value))
    assert spans_of(ast.Pass()) == ()
