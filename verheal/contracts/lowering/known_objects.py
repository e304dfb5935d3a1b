"""Questions about an object of unknown type whose answer never changes: what it is, and which object.

Law (data model, "Objects, values and types"): an object's identity never changes, nor, where no code that was read sets
`__class__`, its type; so neither do the answers of `is` and, with classes that do not answer themselves, `isinstance`.
"""

from __future__ import annotations

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, same, select
from verheal.contracts.core.expr import Expr
from verheal.contracts.core.types import BOOL, OPAQUE, ClassT, Type, show
from verheal.contracts.lowering.asked import answers_itself
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.narrowing import instance_type
from verheal.contracts.lowering.values import Val


def answer(f: Frame, value: Val, question: str, kind: Type = BOOL) -> Expr:
    """The answer to a question about an object of unknown type: the same each time."""
    found = f.havoc(kind, "answer").expr
    if value.expr.type == OPAQUE:
        known = select(f.heap(heap.kept("object", question, kind)), value.expr)
        f.assume(same(found, known), "what an object is does not change")
    return found


def is_one(f: Frame, value: Val, name: str) -> Expr:
    """Is it an instance of the class, one of `instances.classes_of`?"""
    return answer(f, value, f"is {name}")


def as_one(f: Frame, value: Val, kind: Type) -> Expr:
    """It as a value of the type that it is of."""
    return answer(f, value, f"as {show(kind)}", kind)


def is_object(f: Frame, value: Val, other: Val) -> Expr:
    """Is it this instance of a modelled class?"""
    kind = other.type
    assert isinstance(kind, ClassT)
    name = f"class {kind.name}"
    if instance_type(f, name) != kind or answers_itself(f.round.program, kind.name):
        return f.havoc(BOOL, "is").expr
    return both(is_one(f, value, name), same(as_one(f, value, kind), other.expr))
