"""Which attributes of `self` a constructor has set wherever it comes to its end: definite assignment."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

Adds = Callable[[ast.stmt], frozenset[str]]
Names = frozenset[str]


def surely_set(body: Sequence[ast.stmt], adds: Adds) -> Names:
    """What every way to the end or to a `return` has set; `adds` says what one simple statement sets."""
    ends: list[Names] = []
    last = _Walk(adds, ends).block(body, frozenset())
    found = ends if last is None else [*ends, last]
    return frozenset.intersection(*found) if found else frozenset()


class _Walk:
    """Forward over the statements; None stands for a place that is not reached."""

    def __init__(self, adds: Adds, ends: list[Names]) -> None:
        self.adds, self.ends = adds, ends

    def block(self, body: Sequence[ast.stmt], have: Names | None) -> Names | None:
        for statement in body:
            if have is None:
                return None
            have = self.statement(statement, have)
        return have

    def statement(self, node: ast.stmt, have: Names) -> Names | None:
        match node:
            case ast.Return():
                self.ends.append(have)
                return None
            case ast.Raise() | ast.Break() | ast.Continue():
                return None
            case ast.If(body=body, orelse=orelse):
                return _meet(self.block(body, have), self.block(orelse, have))
            case ast.Try():
                return self._try(node, have)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                return have
            case _:
                inner: list[list[ast.stmt]] = [getattr(node, "body", []), getattr(node, "orelse", [])]
                inner += [case.body for case in getattr(node, "cases", [])]
                for part in inner:  # a loop may run no round, a context manager may swallow what is raised
                    self.block(part, have)
                return have if any(inner) else have | self.adds(node)

    def _try(self, node: ast.Try, have: Names) -> Names | None:
        whole = self.block(node.orelse, self.block(node.body, have))
        for handler in node.handlers:
            whole = _meet(whole, self.block(handler.body, have))
        final = self.block(node.finalbody, have)
        if final is None:
            return None
        return None if whole is None else whole | final


def _meet(left: Names | None, right: Names | None) -> Names | None:
    if left is None or right is None:
        return right if left is None else left
    return left & right
