"""raise: of a class, whose constructor runs, or of an object, as the class that it is of.

Law (language reference, "The raise statement"): what is no exception, or has a cause that is none, is a TypeError.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.expr import FALSE, TRUE, Expr
from verheal.contracts.core.stmt import Assume, If, Raise, Reraise
from verheal.contracts.core.types import (
    BOOL,
    BoolT,
    ClassT,
    DictT,
    FloatT,
    IntT,
    ListT,
    NeverT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
)
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.trying import exception_name, mro
from verheal.contracts.lowering.values import BOTTOM, Val


def raise_statement(f: Frame, node: ast.Raise) -> None:
    """raise, raise X, raise X(...), raise X(...) from e"""
    from verheal.contracts.lowering.expressions import lower

    if node.exc is None or (isinstance(node.exc, ast.Name) and node.exc.id == f.handled):
        if f.handled is None:
            f.stuck(f"re-raises what is not known, line {node.lineno}", node.lineno)
            f.emit(Assume(FALSE, "a raise statement does not go on"))
        else:
            f.emit(Reraise())
        f.round.dead = True
        return
    target = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    name = exception_name(f, target)
    if name is None or (own_constructor(f, name) and not f.round.program.describe(name).opaque):
        _raise_value(f, lower(f, node.exc) if name is None else _made(f, node.exc, name), node)
        return
    if isinstance(node.exc, ast.Call):
        for part in [*node.exc.args, *(k.value for k in node.exc.keywords)]:
            lower(f, part.value if isinstance(part, ast.Starred) else part)
    _cause(f, node)
    if f.round.dead:
        return
    if own_constructor(f, name) or _odd_arguments(f, name, node.exc):
        f.stuck(f"raises {ast.unparse(target)}, which is not modelled, line {node.lineno}", node.lineno)
    _leave_with(f, name, node)


def _leave_with(f: Frame, name: str, node: ast.Raise) -> None:
    f.round.exceptions.setdefault(name)
    own = f.call_site is None
    if f.round.stack:
        f.round.learned.note(f"raises {f.round.stack[-1]}", name)
    f.emit(Raise(name, f.site("raises", node), declared=own))
    f.round.dead = True


def _made(f: Frame, node: ast.expr, key: str) -> Val:
    """The exception that `raise C` or `raise C(...)` makes: the constructor of C runs."""
    from verheal.contracts.lowering import objects
    from verheal.contracts.lowering.expressions import lower

    return lower(f, node) if isinstance(node, ast.Call) else objects.construct(f, key, (), {}, node)


def _raise_value(f: Frame, value: Val, node: ast.Raise) -> None:
    """raise value, as the class that the object is of."""
    from verheal.contracts.lowering.expressions import split

    value = f.name_value(value)
    if f.round.dead:
        return
    _cause(f, node)
    split(f, value, lambda one: _raise_one(f, one, node))
    f.round.dead = True


def _raise_one(f: Frame, value: Val, node: ast.Raise) -> Val:
    from verheal.contracts.lowering.dispatch import has_class

    program = f.round.program
    match value.type:
        case NeverT():
            pass
        case ClassT(key) if all(mro(program, k) for k in (key, *program.subclasses(key))):
            for below in program.subclasses(key):
                f.round.assumptions.setdefault("known-subclasses")
                f.branch(has_class(f, value, (below,)), lambda name=below: _leave_with(f, name, node), lambda: None)  # type: ignore[misc]
            _leave_with(f, key, node)
        case NoneT() | IntT() | BoolT() | FloatT() | StrT() | TupleT() | ListT() | DictT() | SetT():
            _refused(f, TRUE, node)
        case _:
            assert node.exc is not None
            target = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            f.stuck(f"raises {ast.unparse(target)}, which is not modelled, line {node.lineno}", node.lineno)
            f.emit(Assume(FALSE, "a raise statement does not go on"))
    f.round.dead = True
    return BOTTOM


def _refused(f: Frame, test: Expr, node: ast.Raise) -> None:
    """TypeError where `test` holds: what is raised, or its cause, is no exception."""
    f.round.exceptions.setdefault("TypeError")
    f.emit(If(test, (Raise("TypeError", f.site("raises", node)),)))
    f.round.dead = f.round.dead or test == TRUE


def _cause(f: Frame, node: ast.Raise) -> None:
    """`from cause`: an exception or None, else TypeError."""
    from verheal.contracts.lowering.expressions import lower, split

    if node.cause is None:
        return
    if isinstance(node.cause, ast.Name) and node.cause.id == f.handled:
        return

    def one(value: Val) -> Val:
        match value.type:
            case NoneT() | NeverT():
                pass
            case ClassT(key) if mro(f.round.program, key):
                pass
            case OpaqueT() | ClassT():
                _refused(f, f.havoc(BOOL, "refused").expr, node)
            case _:
                _refused(f, TRUE, node)
        return value

    split(f, lower(f, node.cause), one)


def own_constructor(f: Frame, name: str) -> bool:
    """Does the exception class, or one above it, do more than keep its arguments?"""
    if ":" not in name:
        return False
    classes = [f.round.program.classes[k] for k in mro(f.round.program, name) if ":" in k]
    return any(
        k.methods or k.decorators or k.keywords or any(one.name.startswith("__") for one in k.fields)
        for k in classes
    )


def _odd_arguments(f: Frame, name: str, node: ast.expr) -> bool:
    """May the constructor of a builtin exception refuse these arguments, or make another exception of them?"""
    built_in = {one for one in mro(f.round.program, name) if ":" not in one}
    args = node.args if isinstance(node, ast.Call) else []
    if built_in & {"UnicodeError", "BaseExceptionGroup"} and name != "UnicodeError":
        return True
    if isinstance(node, ast.Call) and node.keywords:
        return True
    many = len(args) > 1 or any(isinstance(arg, ast.Starred) for arg in args)
    return many and bool(built_in & {"OSError", "SyntaxError"})
