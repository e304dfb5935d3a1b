"""After `isinstance(x, C)` held, x is seen as a C: a subclass's fields become readable, a value of which nothing was
known is one of C.

Law (library reference, "isinstance"): it holds of instances of the class and of its subclasses. Those of the builtin
classes below that the code read does not derive from are of just that class (assumption `known-subclasses`). Mutable
builtin containers are left out: what else refers to them is not known.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TypeVar

from verheal.contracts.core.expr import App
from verheal.contracts.core.stmt import Assign
from verheal.contracts.core.types import (
    BOOL,
    FLOAT,
    INT,
    NEVER,
    NONE,
    STR,
    ClassT,
    EnumT,
    LibraryT,
    Type,
    is_unknown,
    join,
)
from verheal.contracts.lowering import label_narrowing
from verheal.contracts.lowering.enums import enum_type
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.outside import names_of
from verheal.contracts.lowering.values import Slot, Val

# Builtin classes by the types of their instances, and the classes of which no other may derive.
SIMPLE: tuple[tuple[str, Type, tuple[str, ...]], ...] = (
    ("str", STR, ("builtins.str",)),
    ("int", join(INT, BOOL), ("builtins.int",)),
    ("bool", BOOL, ()),
    ("float", FLOAT, ("builtins.float",)),
    ("None", NONE, ()),
    ("bytes", LibraryT(("builtins.bytes",)), ("builtins.bytes",)),
    ("bytearray", LibraryT(("builtins.bytearray",)), ("builtins.bytearray",)),
)
PRETENDING = frozenset({"__class__", "__getattribute__"})
Found = tuple[tuple[str, Type], ...]


T = TypeVar("T")


def narrowed(f: Frame, test: ast.expr, work: Callable[[], T], held: bool = True) -> T:
    """work() where `test` held, or where it did not."""
    changed = narrow(f, test, held)
    result = work()
    for name, before, after in changed:
        if f.env.get(name) == after:
            f.env[name] = before
    return result


def narrow(f: Frame, test: ast.expr, held: bool = True) -> list[tuple[str, Slot, Slot]]:
    """See variables as what the test, which held or did not, says that they are: (name, before, now)."""
    changed: list[tuple[str, Slot, Slot]] = []
    bound = {inner.target.id for inner in ast.walk(test) if isinstance(inner, ast.NamedExpr)}
    for name, kind in _instances(f, test, held, not bound):
        slot = f.env.get(name) if name not in bound else None
        now = None if slot is None or f.round.dead else _seen(f, name, slot, kind)
        if slot is not None and now is not None:
            f.env[name] = now
            f.aliases[now.var] = slot
            changed.append((name, slot, now))
    return changed + _alternatives(f, test, held, bound)


def _alternatives(f: Frame, test: ast.expr, held: bool, bound: set[str]) -> list[tuple[str, Slot, Slot]]:
    """Of values of which no more than alternatives is known, those that the test leaves."""
    changed: list[tuple[str, Slot, Slot]] = []
    for name in sorted({node.id for node in ast.walk(test) if isinstance(node, ast.Name)} - bound):
        slot = f.env.get(name)
        if slot is None or f.round.dead or not is_unknown(slot.type) or not label_narrowing.narrowable(slot.type):
            continue
        label = label_narrowing.left(f, test, held, name, slot.type.label)
        if not label or label == slot.type.label:
            continue
        kind = label_narrowing.kind_of(f.round.program, label)
        now = _again(f, name, slot, kind) if is_unknown(kind) else _seen(f, name, slot, kind)
        if now is not None:
            f.env[name] = now
            f.aliases[now.var] = slot
            changed.append((name, slot, now))
    return changed


def _again(f: Frame, name: str, slot: Slot, kind: Type) -> Slot:
    """The same value, of which more is known, in a variable of its own."""
    seen = f.round.fresh(name, slot.var.type)
    f.emit(Assign(seen, slot.var))
    return Slot(seen, kind, slot.bound)


def _seen(f: Frame, name: str, slot: Slot, kind: Type) -> Slot | None:
    from verheal.contracts.lowering import known_objects

    if is_unknown(slot.type):
        f.round.assumptions.setdefault("known-subclasses")
        found = known_objects.as_one(f, Val(slot.var, slot.type), kind)
        seen = f.round.fresh(name, kind)
        f.emit(Assign(seen, found))
        return Slot(seen, kind, slot.bound)
    if not isinstance(slot.type, ClassT) or not isinstance(kind, ClassT) or slot.type == kind:
        return None
    if slot.type.name not in f.round.program.describe(kind.name).chain:
        return None
    seen = f.round.fresh(name, kind)
    f.emit(Assign(seen, App("ref.cast", (slot.var,), kind)))
    return Slot(seen, kind, slot.bound)


def _instances(f: Frame, test: ast.expr, held: bool, unbound: bool) -> Found:
    """(variable, type) of what must be so where the test holds, or does not; `unbound`: it assigns no variable."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return _instances(f, inner, not held, unbound)
        case ast.BoolOp(op=op, values=values) if isinstance(op, ast.And) == held:
            return tuple(found for value in values for found in _instances(f, value, held, unbound))
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=name), classes], keywords=[]) if held:
            kind = instances(f, classes) if builtin_isinstance(f) else None
            return () if kind is None else ((name, kind),)
        case ast.Compare(left=left, ops=[ast.Is() | ast.IsNot() as op], comparators=[right]):
            if isinstance(op, ast.Is) != held:
                return ()
            return _of_class(f, left, right) or (_of_one_class(f, left, right) if unbound else ())
        case _:
            return ()


def _of_class(f: Frame, left: ast.expr, right: ast.expr) -> Found:
    """type(x) is C"""
    from verheal.contracts.lowering import class_objects

    inner, key = class_objects.object_of(f, left), class_objects.class_named(f, right)
    if not isinstance(inner, ast.Name) or not key or f.round.program.describe(key).opaque or pretends(f):
        return ()
    return ((inner.id, ClassT(key)),)


def _of_one_class(f: Frame, left: ast.expr, right: ast.expr) -> Found:
    """type(x) is type(y), where what one of them is is known and of the other nothing is."""
    from verheal.contracts.lowering import class_objects

    match class_objects.object_of(f, left), class_objects.object_of(f, right):
        case ast.Name(id=a), ast.Name(id=b) if not pretends(f):
            for name, other in ((a, b), (b, a)):
                slot, known = f.env.get(name), f.env.get(other)
                if slot is None or known is None or not is_unknown(slot.type):
                    continue
                if isinstance(known.type, EnumT):
                    return ((name, known.type),)
                if isinstance(known.type, ClassT) and not f.round.program.describe(known.type.name).opaque:
                    return ((name, known.type),)
            return ()
        case _:
            return ()


def instances(f: Frame, classes: ast.expr) -> Type | None:
    """The type of the instances of what isinstance is asked for; None where they are not known to be modelled."""
    from verheal.contracts.lowering.instances import classes_of

    names = classes_of(f, classes)
    kind: Type = NEVER
    for name in names or ():
        one = instance_type(f, name)
        if one is None:
            return None
        kind = join(kind, one)
    return None if kind == NEVER else kind


def instance_type(f: Frame, name: str) -> Type | None:
    """The type of the instances of one class (see `instances.classes_of`); None where it is not modelled."""
    if pretends(f):
        return None
    if name.startswith("class "):
        key = name.removeprefix("class ")
        return enum_type(f.round.program, key) or ClassT(key)
    kind, roots = next(((kind, roots) for known, kind, roots in SIMPLE if known == name), (None, ()))
    return None if kind is None or any(f.round.program.derived(root) for root in roots) else kind


def pretends(f: Frame) -> bool:
    """Does a class of the repository say of its instances that they are of another?"""
    program = f.round.program
    if any(name == "__class__" for name, _ in program.all_touched().replaced):
        return True
    return any(not PRETENDING.isdisjoint(names_of(one)) for one in program.classes.values())


def builtin_isinstance(f: Frame) -> bool:
    """Is the name that of the builtin here?"""
    from verheal.contracts.lowering.access import is_local
    from verheal.contracts.lowering.program import External

    own = f.meaning("isinstance") == External("builtins.isinstance")
    return own and not is_local(f, "isinstance")


__all__ = ["builtin_isinstance", "instances", "narrow", "narrowed", "pretends"]
