"""Decorators as they are applied: from the bottom up, with names bound to a decorator followed once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from verheal.contracts.dialects.context import Context, Function, definition
from verheal.contracts.dialects.names import Unreadable, source_of

_LIBRARIES = ("deal", "icontract")


@dataclass(frozen=True)
class Applied:
    """One use of a decorator: its dotted origin and its arguments (none for a bare name)."""

    origin: str
    node: ast.expr
    line: int
    end_line: int

    @property
    def arguments(self) -> list[ast.expr]:
        return list(self.node.args) if isinstance(self.node, ast.Call) else []

    @property
    def keywords(self) -> dict[str | None, ast.expr]:
        return {k.arg: k.value for k in self.node.keywords} if isinstance(self.node, ast.Call) else {}

    def argument(self, keyword: str, position: int) -> ast.expr | None:
        """The argument given by keyword or position, None when it is not given."""
        if keyword in self.keywords:
            return self.keywords[keyword]
        return self.arguments[position] if position < len(self.arguments) else None

    @property
    def text(self) -> str:
        try:
            return source_of(self.node)
        except Unreadable:
            return self.origin


def applied(target: Function | ast.ClassDef, context: Context) -> list[Applied]:
    """Uses of the known libraries' decorators on `target`, in the order in which Python applies them.

    A decorator of any other origin is not a contract, whatever its name.
    """
    return [use for node in reversed(target.decorator_list) for use in _uses(node, node, target, context)]


def _uses(
    node: ast.expr, place: ast.expr, at: ast.AST, context: Context, depth: int = 0
) -> Iterator[Applied]:
    callee = node.func if isinstance(node, ast.Call) else node
    origin = context.origin(callee)
    if origin == "deal.chain" and isinstance(node, ast.Call):
        for part in node.args:
            yield from _uses(part, place, at, context, depth)
    elif origin is not None and origin.split(".")[0] in _LIBRARIES:
        yield Applied(origin, node, place.lineno, place.end_lineno or place.lineno)
    elif isinstance(node, ast.Name) and origin is None and depth < 8:
        try:
            statement = definition(node.id, at, context)
        except Unreadable:
            return
        match statement:
            case ast.Assign(targets=[ast.Name()], value=value) | ast.AnnAssign(value=ast.expr() as value):
                yield from _uses(value, place, at, context, depth + 1)


def exception_text(node: ast.expr | None, otherwise: str) -> str:
    """The exception class that an `error=` or `exception=` argument leads to, as text.

    >>> def of(text): return exception_text(ast.parse(text, mode="eval").body, "E")
    >>> of("ValueError"), of("ValueError('no')"), of("lambda x: KeyError(x)"), of("make_error"), of("None")
    ('ValueError', 'ValueError', 'KeyError', 'make_error', 'E')
    """
    match node:
        case None | ast.Constant(value=None):
            return otherwise
        case ast.Lambda(body=ast.Call(func=callee)) | ast.Call(func=callee):
            return source_of(callee)
        case ast.Lambda():
            return "Exception"
        case _:
            return source_of(node)
