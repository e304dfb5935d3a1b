"""Looking up keys: where the type of a key tells whether it can be there, and what is known where it does not."""

from __future__ import annotations

import ast

from verheal.contracts.core.build import coerce
from verheal.contracts.core.expr import Expr
from verheal.contracts.core.types import DictT, NeverT, OpaqueT, SetT, Type, alternatives
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.containers import element
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Val


def key_of(f: Frame, kind: Type, key: Val) -> Expr | None:
    """A key for looking up, of which `can_tell` held; None where it cannot be in the container."""
    return coerce(key.expr, f.resolve(element(f, kind)))


def can_tell(f: Frame, kind: Type, key: Val, node: ast.AST) -> bool:
    """Is it modelled whether a key of this type is in the container? If not, it is said: anything may be raised."""
    known = f.resolve(element(f, kind))
    line = getattr(node, "lineno", 0)
    if coerce(key.expr, known) is not None:
        return True
    if isinstance(key.type, OpaqueT) or isinstance(known, OpaqueT) or not exact_key(key.expr.type):
        f.stuck(f"key of unknown type, line {line}", line)
    elif f.round.learned.join(known, key.expr.type) != known and not exact_key(
        f.round.learned.join(known, key.expr.type)
    ):
        f.stuck(f"bool and int mixed as keys, line {line}", line)
    elif set(alternatives(known)) & set(alternatives(key.expr.type)):
        f.stuck(f"key of a wider type, line {line}", line)
    else:
        return True
    return False


def any_value(f: Frame, value: Val) -> Val:
    """Some value of a dict, or member of a set, that may hold one; of an empty one, whatever its type says later."""
    assert isinstance(value.type, DictT | SetT)
    kind = value.type.value if isinstance(value.type, DictT) else value.type.element
    found = element(f, kind)
    return f.opaque() if isinstance(found, NeverT) else f.havoc(found, "value")


def modelled_keys(f: Frame, kind: DictT | SetT) -> bool:
    """Are keys of this type, as far as it has been learned, among those that are modelled?"""
    return exact_key(f.resolve(kind.key if isinstance(kind, DictT) else kind.element))
