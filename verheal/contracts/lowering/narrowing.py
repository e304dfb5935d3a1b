"""After `isinstance(x, C)` held, x is seen as a C: nothing new is assumed, a subclass's fields become readable."""
from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.expr import App
from verheal.contracts.core.stmt import Assign
from verheal.contracts.core.types import ClassT
from verheal.contracts.lowering.asked import answers_itself
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import ClassRef
from verheal.contracts.lowering.values import Slot


def narrowed(f: Frame, test: ast.expr, work: Callable[[], None]) -> None:
    """work() where `test` held."""
    changed: list[tuple[str, Slot, Slot]] = []
    for name, key in _instances(f, test):
        slot = f.env.get(name)
        if slot is None or not isinstance(slot.type, ClassT) or slot.type.name == key:
            continue
        if slot.type.name not in f.round.program.describe(key).chain:
            continue
        seen = f.round.fresh(name, ClassT(key))
        f.emit(Assign(seen, App("ref.cast", (slot.var,), ClassT(key))))
        f.env[name] = Slot(seen, ClassT(key), slot.bound)
        changed.append((name, slot, f.env[name]))
    work()
    for name, before, after in changed:
        if f.env.get(name) == after:
            f.env[name] = before


def _instances(f: Frame, test: ast.expr) -> list[tuple[str, str]]:
    """(variable, class key) of the isinstance calls that must hold where the test does."""
    match test:
        case ast.BoolOp(op=ast.And(), values=values):
            return [found for value in values for found in _instances(f, value)]
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=name), ast.Name() | ast.Attribute() as kind]):
            found = f.round.program.attribute(f.module, ast.unparse(kind))
            program = f.round.program
            known = isinstance(found, ClassRef) and not program.describe(found.key).opaque
            known = known and isinstance(found, ClassRef) and not answers_itself(program, found.key)
            return [(name, found.key)] if known and isinstance(found, ClassRef) and _builtin(f) else []
        case _:
            return []


def _builtin(f: Frame) -> bool:
    from verheal.contracts.lowering.access import is_local
    from verheal.contracts.lowering.program import External

    own = f.round.program.binding(f.module, "isinstance") == External("builtins.isinstance")
    return own and not is_local(f, "isinstance")
