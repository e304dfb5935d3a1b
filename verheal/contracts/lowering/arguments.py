"""Arguments of calls to builtins and methods of containers; and what the registries of both are made of."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from verheal.contracts.core.expr import FALSE, TRUE, Expr
from verheal.contracts.core.stmt import If, Stuck
from verheal.contracts.core.types import NeverT
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val

Work = Callable[[Frame, Val, list[Val], ast.Call], Val]


@dataclass(frozen=True)
class Method:
    """A method of a container: how many arguments it takes, and what it does with them.

    `names`: of the parameters that may be given by name; one that is left out before others is None.
    """

    name: str
    fewest: int
    most: int
    work: Work
    names: tuple[str, ...] = ()


def line_of(node: ast.AST) -> int:
    """The node's line, 0 if it has none."""
    return int(getattr(node, "lineno", 0))


def positional(f: Frame, node: ast.Call, fewest: int, most: int) -> list[Val] | None:
    """The arguments, evaluated in order; None when they are not that many plain positional ones."""
    from verheal.contracts.lowering.expressions import lower

    if node.keywords or not fewest <= len(node.args) <= most:
        return None
    if any(isinstance(arg, ast.Starred) for arg in node.args):
        return None
    return [lower(f, arg) for arg in node.args]


def given(f: Frame, node: ast.Call, method: Method) -> list[Val] | None:
    """The arguments of a call of the method in the order of its parameters; None where it does not take them."""
    from verheal.contracts.lowering.expressions import lower

    if not node.keywords:
        return positional(f, node, method.fewest, method.most)
    places = {name: index for index, name in enumerate(method.names) if index >= len(node.args)}
    words = [keyword.arg for keyword in node.keywords]
    if any(word not in places for word in words) or any(isinstance(arg, ast.Starred) for arg in node.args):
        return None
    values = [lower(f, arg) for arg in node.args]
    by_name = {keyword.arg: lower(f, keyword.value) for keyword in node.keywords}
    last = max(places[str(word)] for word in words)
    return values + [by_name.get(name, NONE_VAL) for name in method.names[len(values) : last + 1]]


def impossible(values: list[Val]) -> bool:
    """Does one of the values stand on a path that cannot be?"""
    return any(isinstance(value.type, NeverT) for value in values)


def always_fails(f: Frame, exception: str, node: ast.AST) -> Val:
    """Python raises here whatever the values are."""
    f.fail_if(TRUE, exception, node)
    return BOTTOM


def unlikely(f: Frame, test: Expr, words: str, node: ast.AST) -> None:
    """Where `test` holds, which sizes that fit in memory exclude, any exception may leave."""
    if test != FALSE:
        f.emit(If(test, (Stuck(f"{words}, line {line_of(node)}", line_of(node), ()),)))


def unmodelled(f: Frame, words: str, node: ast.AST, *, may_raise: bool = False, reads_only: bool = True) -> None:
    """Say that the value which follows is not computed; by default nothing else happens here."""
    f.stuck(f"{words}, line {line_of(node)}", line_of(node), may_raise=may_raise, reads_only=reads_only)
