"""Attributes of an object that is being made: which are set is not known yet.

Law (language reference, "Attribute references"): where the object has no attribute of its own, that of its class is
read. Law of deal's `inv`: every assignment to an attribute, also in the constructor, evaluates the invariant.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import no
from verheal.contracts.core.expr import FALSE, TRUE
from verheal.contracts.core.stmt import If, Raise, Site
from verheal.contracts.core.types import ClassT, Type
from verheal.contracts.lowering.class_values import constant
from verheal.contracts.lowering.convert import convert
from verheal.contracts.lowering.fields import Field
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import BOTTOM, Slot, Val


def is_own(f: Frame, value: Val) -> bool:
    """Is it the object that the constructor being lowered makes?"""
    slot = f.env.get("self")
    return f.constructing and slot is not None and slot.var == value.expr


def read(f: Frame, value: Val, found: Field, name: str, node: ast.AST) -> Val:
    """self.name in a constructor: the object's, or its class's, or AttributeError."""
    assert isinstance(value.type, ClassT)
    program, key = f.round.program, value.type.name
    done = f.env.get(f".{name}")
    if _in_class(program, key, name):
        set_here = FALSE if done is None else done.bound
        kind, var = found.kind, found.var
        given = f.branch(
            set_here, lambda: f.read(var, value.expr, kind, name), lambda: _of_class(f, key, name, kind)
        )
        return given or BOTTOM
    if done is None:
        return f.unsupported(f"{name} read before the constructor sets it", node)
    if done.bound != TRUE and program.describe(key).method("__getattr__"):
        return f.unsupported(f"{name} read where __getattr__ may answer", node)
    f.fail_if(no(done.bound), "AttributeError", node)
    return f.read(found.var, value.expr, found.kind, name)


def _in_class(program: Program, key: str, name: str) -> bool:
    """Does the body of a plain class of the chain give the attribute a value, and nobody deletes it?"""
    chain = [program.classes[k] for k in program.describe(key).chain]
    given = any(item.name == name and item.default is not None for one in chain for item in one.fields)
    return given and not any(one.is_dataclass for one in chain) and not program.deleted(key, name)


def _of_class(f: Frame, key: str, name: str, kind: Type) -> Val:
    """What the bodies of the class and of all below it say, where that is one and the same literal."""
    program = f.round.program
    given = [constant(f, one, name) for one in (key, *program.subclasses(key))]
    first = given[0]
    if first is not None and all(one is not None and one.expr == first.expr for one in given):
        seen = convert(program, first.expr, kind)
        if seen is not None:
            return Val(seen, kind)
    return f.havoc(kind, name)


def deal_looks(f: Frame, value: Val, key: str, node: ast.AST) -> None:
    """deal checks its invariants after every assignment to an attribute, wherever it stands."""
    from verheal.contracts.lowering.contracts import class_clauses, clause_truth

    line = int(getattr(node, "lineno", 0))
    for clause in class_clauses(f.round.program, key):
        if clause.dialect != "deal":
            continue
        if clause.opaque or (f.constructing and not is_own(f, value)):
            f.stuck(f"deal looks at an invariant here, line {line}", line)
            return
        site = (
            f.site("invariant", node) if f.call_site else Site("invariant", clause.text, clause.line, clause.end_line)
        )
        f.round.sites.setdefault(site)
        f.round.pinned, saved = site, f.round.pinned
        env, f.env = f.env, {**f.env, "self": Slot(f.name_value(value, "self").expr, value.type, TRUE)}  # type: ignore[arg-type]
        held = clause_truth(f, clause, None)
        f.env, f.round.pinned = env, saved
        f.round.exceptions.setdefault("deal.InvContractError")
        if held is not None:
            f.emit(If(no(held), (Raise("deal.InvContractError", site),)))
