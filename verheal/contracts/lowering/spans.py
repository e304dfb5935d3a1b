"""Where CPython says it is when a part of the source fails: the positions it gives the instructions of a node."""

from __future__ import annotations

import ast
from collections.abc import Iterator

Span = tuple[int, int, int, int]


def spans_of(node: ast.AST) -> tuple[Span, ...]:
    """(line, column, end line, end column) that a traceback of Python 3.11 to 3.14 may give for the node itself,
    not for what stands inside it; columns count UTF-8 bytes from 0. Empty for a node without a place.
    """
    found = [span for one in _instructions(node) for span in _place(one)]
    return tuple(dict.fromkeys(found))


def _instructions(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes whose position the compiler may give to what is done for this one."""
    yield node
    match node:
        case ast.Assert():
            yield from _tests(node.test)  # since 3.13; in 3.11 the part that was tested last
        case ast.Assign() | ast.Delete():
            yield from (part for target in node.targets for part in _patterns(target))
        case ast.AugAssign() | ast.AnnAssign():
            yield node.target
        case ast.For():
            yield node.iter  # since 3.12; before, the whole statement
            yield from _patterns(node.target)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            for generator in node.generators:
                yield generator.iter
                yield from _patterns(generator.target)


def _tests(test: ast.expr) -> Iterator[ast.AST]:
    yield test
    match test:
        case ast.BoolOp(values=parts):
            for part in parts:
                yield from _tests(part)
        case ast.UnaryOp(op=ast.Not(), operand=part):
            yield from _tests(part)
        case ast.IfExp(test=chosen, body=one, orelse=other):
            for part in (chosen, one, other):
                yield from _tests(part)


def _patterns(target: ast.expr) -> Iterator[ast.AST]:
    yield target
    match target:
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from _patterns(part)
        case ast.Starred(value=inner):
            yield from _patterns(inner)


def _place(node: ast.AST) -> Iterator[Span]:
    line, end = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
    column, end_column = getattr(node, "col_offset", None), getattr(node, "end_col_offset", None)
    if line is None or end is None or column is None or end_column is None:
        return
    yield (line, column, end, end_column)
    access = node.func if isinstance(node, ast.Call) else node
    if isinstance(access, ast.Attribute) and access.value.end_lineno != access.end_lineno:
        # In a chain over several lines the position starts at the name behind the dot.
        start = (access.end_col_offset or 0) - len(access.attr.encode())
        yield (access.end_lineno or line, max(start, 0), end, end_column)
