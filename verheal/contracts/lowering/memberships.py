"""Quantifiers over the members of a set or dict, in place of the positions at which they are yielded.

`in` asks the values of a dict one by one, so it says whether some key that is there has the value.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from verheal.contracts.core import heap
from verheal.contracts.core.build import coerce, implies, make_tuple, no, same, select
from verheal.contracts.core.expr import FALSE, Binder, Expr, Var
from verheal.contracts.core.types import BOOL, DictT, SetT, TupleT
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.comprehensions import bind
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.pure import Pure, attempt, of_index, purify
from verheal.contracts.lowering.sequences import VIEWS
from verheal.contracts.lowering.values import Val


@dataclass(frozen=True)
class Members:
    """A computation made for each member of a set, or key of a dict."""

    member: Var
    present: Expr
    pure: Pure
    is_set: bool

    def each(self, test: Expr) -> Expr:
        """The test holds for every member."""
        return Binder("forall", self.member, implies(self.present, test), BOOL)


def over_members(f: Frame, gen: ast.comprehension, names: frozenset[str], work: Callable[[], Val]) -> Members | None:
    """`work` for each member of what is run over; None when that is no set or dict, or not pure."""
    view, base = _view(gen.iter)
    container = _value(f, base)
    if container is None or not isinstance(container.type, SetT | DictT):
        return None
    if isinstance(container.type, SetT) != (view == "members"):
        if isinstance(container.type, SetT):
            return None
        view = "keys"
    member, present, item = _item(f, container, view)
    bound: list[bool] = []

    def one() -> Val:
        bound.append(bind(f, gen.target, item))
        return work()

    found = of_index(f, one, names)
    if found is None or not all(bound) or found[1].value.type != BOOL:
        return None
    return Members(member, present, found[1], view == "members")


def _view(node: ast.expr) -> tuple[str, ast.expr]:
    match node:
        case ast.Call(func=ast.Attribute(value=base, attr=name), args=[], keywords=[]) if name in VIEWS:
            return name, base
        case _:
            return "members", node


def _value(f: Frame, node: ast.expr) -> Val | None:
    """The value of a variable or attribute that is read without effect and failure."""
    from verheal.contracts.lowering.expressions import lower

    if not isinstance(node, ast.Name | ast.Attribute):
        return None
    found: list[Val] = []
    statements, _, dead = f.collect(lambda: found.append(lower(f, node)))
    pure = None if dead else purify(f, statements, found[0].expr)
    if pure is None or pure.fails != FALSE:
        return None
    return Val(pure.value, found[0].type)


def _item(f: Frame, container: Val, view: str) -> tuple[Var, Expr, Val]:
    """(member, it is there, what the view yields for it)."""
    kind = f.resolve(container.type)
    if isinstance(kind, SetT):
        assert isinstance(container.type, SetT)
        member = f.round.fresh("m", kind.element)
        row = select(f.heap(heap.set_has(kind)), container.expr)
        return member, select(row, member), Val(member, containers.element(f, container.type.element))
    assert isinstance(kind, DictT) and isinstance(container.type, DictT)
    member = f.round.fresh("m", kind.key)
    key = Val(member, containers.element(f, container.type.key))
    stored = select(select(f.heap(heap.dict_val(kind)), container.expr), member)
    value = Val(stored, containers.element(f, container.type.value))
    present = select(select(f.heap(heap.dict_has(kind)), container.expr), member)
    if view == "keys":
        return member, present, key
    if view == "values":
        return member, present, value
    return member, present, Val(make_tuple((member, stored)), TupleT((key.type, value.type)))


def in_values(f: Frame, sought: Val, node: ast.Compare) -> Val | None:
    """sought in d.values(), or not in, d a dict; None, and nothing evaluated, where it is something else."""
    match node.comparators[-1]:
        case ast.Call(func=ast.Attribute(value=base, attr="values"), args=[], keywords=[]):
            pass
        case _:
            return None
    if not isinstance(node.ops[-1], ast.In | ast.NotIn):
        return None
    held = attempt(f, lambda: _held(f, sought, base))
    return held if held is None or isinstance(node.ops[-1], ast.In) else f.val(no(held.expr))


def _held(f: Frame, sought: Val, base: ast.expr) -> Val | None:
    from verheal.contracts.lowering.expressions import lower

    container = lower(f, base)
    if not isinstance(container.type, DictT):
        return None
    member, present, item = _item(f, container, "values")
    kind = f.resolve(item.type)
    wanted = coerce(sought.expr, kind)
    if wanted is None or not exact_key(kind) or not exact_key(f.resolve(sought.type)):
        return None
    return f.val(no(Binder("forall", member, implies(present, no(same(item.expr, wanted))), BOOL)))
