"""`d.update(...)` and `{k: v, **d}`: what is given is stored in order, keywords last.

Law (library reference, "Mapping Types"; language reference, "Dictionary displays"): update with a mapping stores each
of its items; keys that are there keep their place, new ones come at the end.
"""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import add, choose, le, lt, select, text
from verheal.contracts.core.expr import App, forall, integer, mapping
from verheal.contracts.core.types import INT, DictT, MapT, NeverT
from verheal.contracts.lowering import containers, dict_methods
from verheal.contracts.lowering.arguments import impossible
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val


def update(f: Frame, receiver: Val, node: ast.Call) -> Val:
    """receiver.update(...)"""
    from verheal.contracts.lowering.expressions import lower

    words = [(str(word.arg), word.value) for word in node.keywords]
    if len(node.args) > 1 or any(word.arg is None for word in node.keywords):
        return f.unsupported("update with these arguments", node)
    pairs: list[tuple[Val, Val]] = []
    match node.args:
        case [] | [ast.Dict(keys=[])]:
            other = None
        case [ast.Dict(keys=keys, values=values)] if None not in keys and not words:
            other = None
            pairs = [(lower(f, key), lower(f, value)) for key, value in zip(keys, values, strict=True) if key]
        case [first]:
            other = lower(f, first)
    pairs += [(f.val(text(name)), lower(f, value)) for name, value in words]
    if impossible([part for pair in pairs for part in pair]) or (other is not None and impossible([other])):
        return BOTTOM
    if other is not None and not _merge(f, receiver, other):
        return f.unsupported("update with this value", node)
    for key, value in pairs:
        containers.dict_store(f, receiver, key, value, node)
    return NONE_VAL


def display(f: Frame, node: ast.Dict, kind: DictT) -> Val:
    """{k: v, **d}, from left to right."""
    from verheal.contracts.lowering.expressions import lower

    made: Val | None = None
    for key, value in zip(node.keys, node.values, strict=True):
        if key is not None:
            made = made or containers.new_dict(f, kind)
            k = lower(f, key)
            containers.dict_store(f, made, k, lower(f, value), node)
            continue
        other = lower(f, value)
        if isinstance(other.type, NeverT):
            return BOTTOM
        if made is None and isinstance(other.type, DictT):
            f.round.learned.join(kind, other.type)
            if f.resolve(other.type) == f.resolve(kind):
                made = dict_methods.copy(f, Val(other.expr, kind))
                continue
        made = made or containers.new_dict(f, kind)
        if not _merge(f, made, other):
            return f.unsupported("** of this value in a dict display", node)
    return made or containers.new_dict(f, kind)


def _merge(f: Frame, receiver: Val, other: Val) -> bool:
    """All items of another dict of the same type; False where it is none."""
    kind = f.resolve(receiver.type)
    assert isinstance(kind, DictT)
    if not isinstance(other.type, DictT):
        return False
    f.round.learned.join(receiver.type, other.type)
    if f.resolve(other.type) != kind:
        return False
    if isinstance(kind.key, NeverT) or isinstance(kind.value, NeverT):
        return True  # both are empty
    sizes = [containers.size(f, one).expr for one in (receiver, other)]
    had, more = (select(f.heap(heap.dict_has(kind)), one.expr) for one in (receiver, other))
    old, new = (select(f.heap(heap.dict_val(kind)), one.expr) for one in (receiver, other))
    order = select(f.heap(heap.dict_keys(kind)), receiver.expr)
    has = f.name_value(f.val(App("set.union", (had, more), had.type)), "has").expr
    k, i = f.round.fresh("k", kind.key), f.round.fresh("i", INT)
    n = f.havoc(INT, "n").expr
    for part in sizes:
        f.assume(le(part, n), "no key goes away")
    f.assume(le(n, add(*sizes)), "no other keys come")
    later = f.havoc(MapT(INT, kind.key), "keys").expr
    keys = f.name_value(f.val(mapping(i, choose(lt(i, sizes[0]), select(order, i), select(later, i)))), "keys").expr
    f.assume(forall(i, integer(0), n, select(has, select(keys, i))), "the keys are there")
    values = mapping(k, choose(select(more, k), select(new, k), select(old, k)))
    for var, row in ((heap.dict_val(kind), values), (heap.dict_keys(kind), keys), (heap.dict_has(kind), has)):
        f.write(var, receiver.expr, row)
    f.write(heap.dict_size(kind), receiver.expr, n)
    return True


__all__ = ["update"]
