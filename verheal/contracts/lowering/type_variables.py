"""Type variables: `T = TypeVar("T")`.

Law (typing documentation, "TypeVar"): in the annotations of one function, those of its class included, a variable
stands for one type, which the caller chooses: what conforms to it conforms to every mention of it, and nothing else
does for sure. In the annotations of another function or class it stands for a type that is not known here.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from verheal.contracts.core.expr import App, Expr
from verheal.contracts.core.types import DictT, ListT, OpaqueT, SetT, TupleT, Type, UnionT, VariableT
from verheal.contracts.lowering.program import ConstantRef, External, Program

if TYPE_CHECKING:
    from verheal.contracts.lowering.annotations import Reader
    from verheal.contracts.lowering.frame import Frame
    from verheal.contracts.lowering.values import Val

MAKERS = ("TypeVar", "ParamSpec", "TypeVarTuple")
LIBRARIES = ("typing", "typing_extensions")


def variable(program: Program, found: object) -> str | None:
    """The full name of the type variable that a module-level name is bound to; None where it is none."""
    call = _made(program, found)
    return f"{found.module}:{found.constant.name}" if call is not None and isinstance(found, ConstantRef) else None


def _made(program: Program, found: object) -> ast.Call | None:
    if not isinstance(found, ConstantRef) or found.constant.rebound or found.constant.value is None:
        return None
    match ast.parse(found.constant.value, mode="eval").body:
        case ast.Call(func=func) as call:
            makes = program.attribute(found.module, ast.unparse(func))
            return call if any(makes == External(f"{lib}.{name}") for lib in LIBRARIES for name in MAKERS) else None
        case _:
            return None


def type_of(reader: Reader, found: object) -> Type | None:
    """What the annotations that the reader reads say of a value by a variable; None of what is no variable."""
    name, call = variable(reader.program, found), _made(reader.program, found)
    if name is None or call is None:
        return None
    free = len(call.args) == 1 and not any(word.arg not in ("covariant", "contravariant") for word in call.keywords)
    plain = free and ast.unparse(call.func).rpartition(".")[2] == "TypeVar"
    return VariableT((name,)) if plain and in_scope(reader, name) else OpaqueT()


def in_scope(reader: Reader, name: str) -> bool:
    """Does every mention of the variable that is read stand for one type?"""
    return reader.variables is None or name in reader.variables


def of_class(program: Program, key: str) -> frozenset[str]:
    """The variables between the brackets of the bases of a class, which stand for one type in all its methods."""
    found: set[str] = set()
    module, _, qualname = key.partition(":")
    for base in program.classes[key].bases if key in program.classes else ():
        for node in ast.walk(ast.parse(base, mode="eval")):
            if isinstance(node, ast.Subscript):
                names = (one.id for one in ast.walk(node.slice) if isinstance(one, ast.Name))
                found |= {v for name in names if (v := variable(program, program.binding(module, name))) is not None}
    return frozenset(found) if qualname else frozenset()


def mentions(kind: Type) -> bool:
    """Is a part of the type a variable?"""
    match kind:
        case ListT(element) | SetT(element):
            return mentions(element)
        case DictT(key, value):
            return mentions(key) or mentions(value)
        case TupleT(items) | UnionT(items):
            return any(mentions(item) for item in items)
        case _:
            return isinstance(kind, VariableT)


def is_foreign(f: Frame, value: Val, kind: Type) -> bool:
    """May a field of this type be that of an object for which the variables of the class stand for other types?

    They are known of the object whose method was asked for. `Pair(b, a)` in a method of `Pair[A, B]` is another.
    """
    return mentions(kind) and root(value.expr) not in f.round.selves


def root(expr: Expr) -> Expr:
    """The address as it was before it was seen as one of another class."""
    while isinstance(expr, App) and expr.op == "ref.cast":
        (expr,) = expr.args
    return expr
