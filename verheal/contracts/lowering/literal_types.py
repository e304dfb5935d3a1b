"""`Literal[...]` of texts, ints, bools and None.

Law (typing documentation, "Literal types"): the values that conform are those that are written, each of just its type.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import both, either, is_member, member, same
from verheal.contracts.core.expr import FALSE, TRUE, Const, Expr
from verheal.contracts.core.types import BOOL, INT, NEVER, NONE, STR, NoneT, OpaqueT, Type, UnionT, is_unknown, join
from verheal.contracts.lowering.values import Val

HEAD = "typing.Literal["
PLAIN: tuple[tuple[type, Type], ...] = ((str, STR), (int, INT), (bool, BOOL), (type(None), NONE))
Values = tuple[str | int | bool | None, ...]


def values_of(kind: Type) -> Values | None:
    """What an annotation lists, told by the label of its type; None of all but literals, and None beside them."""
    if not is_unknown(kind) or not kind.label:
        return None
    found: list[str | int | bool | None] = []
    for name in kind.label:
        if name != "None" and not name.startswith(HEAD):
            return None
        try:
            listed = ast.literal_eval(name.removeprefix(HEAD).removesuffix("]"))
        except (ValueError, SyntaxError):
            return None  # members of an enumeration
        found += listed if isinstance(listed, tuple) else (listed,)
    return tuple(found) if all(type(one) in dict(PLAIN) for one in found) else None


def type_of(values: Values) -> Type:
    """The type of these values."""
    kind: Type = NEVER
    for one in values:
        kind = join(kind, dict(PLAIN)[type(one)])
    return kind


def lists(values: Values, default: ast.expr | None) -> bool:
    """Is the default, where there is one, one of the values?"""
    return default is None or is_listed(values, default)


def is_listed(values: Values, node: ast.expr) -> bool:
    """Is it plainly one of the values?"""
    number = node.operand if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) else node
    if not isinstance(number, ast.Constant) or (number is not node and type(number.value) is not int):
        return False
    given = ast.literal_eval(node)
    return any(type(one) is type(given) and one == given for one in values)


def among(value: Expr, values: Values) -> Expr:
    """Is the value, of the type of these, one of them?"""
    kind = value.type
    if isinstance(kind, UnionT):
        cases = enumerate(kind.alternatives)
        return either(*(both(is_member(value, i), among(member(value, i), values)) for i, _ in cases))
    listed = [one for one in values if dict(PLAIN)[type(one)] == kind]
    if isinstance(kind, NoneT):
        return TRUE if listed else FALSE
    return either(*(same(value, Const(one, kind)) for one in listed))


def conforms(declared: Type, value: Val) -> Expr | None:
    """Does the value conform to the literals that a type's label lists? None where that cannot be said."""
    values = values_of(declared)
    kinds = (*getattr(value.expr.type, "alternatives", (value.expr.type,)),)
    if values is None or any(isinstance(kind, OpaqueT) for kind in kinds):
        return None
    if INT in kinds and not (isinstance(value.expr, Const) or getattr(value.expr, "op", "").startswith("int.")):
        return None  # it may be a bool
    return among(value.expr, values)
