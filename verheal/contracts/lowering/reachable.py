"""What an argument holds was there when the function was entered, whatever it allocates before it looks."""
from __future__ import annotations

from verheal.contracts.core import heap
from verheal.contracts.core.build import implies, select
from verheal.contracts.core.expr import TRUE, Binder, Expr, Var, forall, integer
from verheal.contracts.core.types import BOOL, INT, DictT, ListT
from verheal.contracts.lowering.frame import Frame

WHY = "what an argument holds was there before"


def assume_reachable(f: Frame, argument: Var) -> None:
    """The items of a list, or the values of a dict, that is an argument are addresses in use now."""
    match f.resolve(argument.type):
        case ListT() as kind:
            place = Var("%held", INT)
            fact = f.valid(_of(f, heap.list_data(kind), argument, place))
            if fact != TRUE:
                f.assume(forall(place, integer(0), select(f.heap(heap.list_len(kind)), argument), fact), WHY)
        case DictT() as kind:
            key = Var("%held", kind.key)
            fact = f.valid(_of(f, heap.dict_val(kind), argument, key))
            if fact != TRUE:
                there = _of(f, heap.dict_has(kind), argument, key)
                f.assume(Binder("forall", key, implies(there, fact), BOOL), WHY)
        case _:
            pass


def _of(f: Frame, table: Var, argument: Var, place: Expr) -> Expr:
    return select(select(f.heap(table), argument), place)
