"""Calls of the standard library and of builtins that give no new value, or one of a type that is certain.

Law: `cast` gives its second argument; `hash`, `id`, `callable` and `type` do not run code of the arguments here.
"""

from __future__ import annotations

import ast
import typing

from verheal.contracts.core.types import (
    BOOL,
    INT,
    BoolT,
    FloatT,
    IntT,
    NoneT,
    OpaqueT,
    StrT,
    TupleT,
    Type,
    alternatives,
)
from verheal.contracts.lowering.arguments import impossible, positional, unmodelled
from verheal.contracts.lowering.builtin_calls import Builtin
from verheal.contracts.lowering.constructors import fromkeys
from verheal.contracts.lowering.equivalents import CALLS, call_of
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import External
from verheal.contracts.lowering.values import BOTTOM, Val


def _cast(f: Frame, node: ast.Call) -> Val:
    from verheal.contracts.lowering.expressions import lower

    if len(node.args) != 2 or node.keywords or any(isinstance(a, ast.Starred) for a in node.args):
        return f.unsupported("cast with these arguments", node)
    if not is_type(f, node.args[0]):
        lower(f, node.args[0])
    return lower(f, node.args[1])


def is_type(f: Frame, node: ast.expr) -> bool:
    """Is it an expression for a type whose evaluation is known to do nothing?"""
    from verheal.contracts.lowering.access import is_global
    from verheal.contracts.lowering.names import surely_bound

    match node:
        case ast.Constant(value=str() | None):
            return True
        case ast.Name(id=name):
            return is_global(f, node) and surely_bound(f, name)
        case ast.Attribute(value=ast.Name(id=name), attr=attr) if is_global(f, node) and surely_bound(f, name):
            found = f.meaning(ast.unparse(node))
            return found == External(f"typing.{attr}") and attr in typing.__all__
        case _:
            return False


def hashable(kind: Type) -> bool:
    """Does hash() of such a value always give an int, without running code of the user's?"""
    match kind:
        case IntT() | BoolT() | FloatT() | StrT() | NoneT():
            return True
        case TupleT(items):
            return all(hashable(one) for item in items for one in alternatives(item))
        case _:
            return False


def _hash(f: Frame, node: ast.Call) -> Val:
    args = positional(f, node, 1, 1)
    if args is None:
        return f.unsupported("hash with these arguments", node)
    if impossible(args):
        return BOTTOM
    if not all(hashable(one) for one in alternatives(f.resolve(args[0].type))):
        f.stuck(f"hash of this value, line {node.lineno}", node.lineno)
    else:
        unmodelled(f, "computes hash", node)
    return f.havoc(INT, "hash")


def _quiet(name: str, result: Type) -> Builtin:
    """A builtin of one argument that runs nothing of the user's: any value of its type."""

    def call(f: Frame, node: ast.Call) -> Val:
        args = positional(f, node, 1, 1)
        if args is None:
            return f.unsupported(f"{name} with these arguments", node)
        if impossible(args):
            return BOTTOM
        unmodelled(f, f"computes {name}", node)
        return f.opaque() if isinstance(result, OpaqueT) else f.havoc(result, name)

    return call


def _has(f: Frame, node: ast.Call) -> Val:
    from verheal.contracts.lowering import presence

    return presence.has(f, node)


def _read(f: Frame, node: ast.Call) -> Val:
    from verheal.contracts.lowering import presence

    return presence.read(f, node)


KNOWN: tuple[tuple[str, Builtin], ...] = (
    ("typing.cast", _cast),
    ("typing_extensions.cast", _cast),
    ("builtins.hash", _hash),
    ("builtins.id", _quiet("id", INT)),
    ("builtins.callable", _quiet("callable", BOOL)),
    ("builtins.type", _quiet("type", OpaqueT())),
    ("builtins.dict.fromkeys", fromkeys),
    ("builtins.hasattr", _has),
    ("builtins.getattr", _read),
    *((dotted, call_of(dotted, template)) for dotted, template in CALLS),
)
