"""Guesses of what holds between two loops that run in step: what has the same type may be the same."""

from __future__ import annotations

from collections.abc import Iterable

from verheal.contracts.core.build import same
from verheal.contracts.core.expr import Expr, Var
from verheal.contracts.core.stmt import Function, Loop
from verheal.contracts.core.types import MapT
from verheal.contracts.obligations.syntax import assigned, round_of

MOST = 60


def couplings(left: Loop, right: Loop, before: Function, after: Function, prefix: str) -> tuple[Expr, ...]:
    """Equalities between what rounds of the one change and what rounds of the other do, the likeliest first."""
    mine, other = _carried(left), _carried(right)
    heaps = {var.name for side in (before, after) for var in side.inputs}
    found: dict[Expr, None] = {}
    for var in mine:
        twin = Var(prefix + var.name, var.type)
        if var.name in heaps:
            found[same(var, twin)] = None
    for twin in other:
        if twin.name in heaps:
            found[same(Var(twin.name.removeprefix(prefix), twin.type), twin)] = None
    pairs = [(a, b) for a in mine for b in other if a.type == b.type and not isinstance(a.type, MapT)]
    pairs.sort(key=lambda pair: _unlike(pair[0].name, pair[1].name.removeprefix(prefix)))
    for a, b in pairs[: MOST - len(found)]:
        found[same(a, b)] = None
    return tuple(found)


def _carried(loop: Loop) -> list[Var]:
    """What a round leaves to the next: values that are named for use right behind are not."""
    return [var for var in _own(assigned(*round_of(loop))) if "." not in var.name or set(var.name) & set(":@")]


def _own(found: Iterable[Var]) -> Iterable[Var]:
    return (var for var in found if "%" not in var.name)


def _unlike(one: str, other: str) -> tuple[int, int]:
    """Names that stand for the same local first, those that the loop carries before others."""
    plain = one.partition(":")[0] != other.partition(":")[0]
    last = one.split(":")[-2:] != other.split(":")[-2:]
    return (2 * last + plain, len(one))
