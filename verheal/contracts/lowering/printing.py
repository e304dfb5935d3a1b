"""The text of an object: by the method that its class or a base writes, by a dataclass's own, or object's.

Law: `str(x)` is the nearest `__str__` of the class's chain; object's gives `repr(x)`, and object's `__repr__` reads
only the names of the class. A dataclass has a `__repr__` made of the reprs of its fields, where its body writes none.
"""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import text
from verheal.contracts.core.expr import App, Expr
from verheal.contracts.core.stmt import Assign
from verheal.contracts.core.types import STR, BoolT, ClassT, FloatT, IntT, NoneT, StrT, Type, alternatives
from verheal.contracts.lowering.arguments import line_of
from verheal.contracts.lowering.formatting import a_string, any_text, text_of
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import defines
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import BOTTOM, Val

OBJECT = "object"
DUNDERS = ("__str__", "__repr__", "__format__")  # as values, not methods, they are not followed


def write(f: Frame, value: Val, usual: str) -> None:
    """The text, or what is usual for None, goes to standard output; that counts only where programs are compared."""
    if not f.round.program.exact or f.round.dead:
        return
    match value.expr.type:
        case StrT():
            more: Expr = value.expr
        case NoneT():
            more = text(usual)
        case _:
            more = f.havoc(STR, "text").expr
    output = f.heap(heap.PRINTED)
    f.note_write(output)
    if more != text(""):
        f.emit(Assign(output, App("str.concat", (output, more), STR)))


def object_text(f: Frame, value: Val, node: ast.AST, how: str) -> Val:
    """str(value), repr(value) or format(value) of an object."""
    from verheal.contracts.lowering import calls

    assert isinstance(value.type, ClassT)
    program, key = f.round.program, value.type.name
    found = {_provider(program, k, how) for k in (key, *program.subclasses(key))}
    if program.subclasses(key):
        f.round.assumptions.setdefault("known-subclasses")
    written = {dunder for dunder, owner in found if owner != OBJECT}
    if found == {("__repr__", OBJECT)}:
        return any_text(f, node)
    custom = how == "format" and defines(f, key, "__format__")
    if not custom and len(written) == len({dunder for dunder, _ in found}) == 1 and "" not in written:
        dunder = written.pop()
        if dunder == "dataclass":
            return _fields(f, value, found.pop()[1], node) if len(found) == 1 else _unknown(f, node)
        return a_string(f, calls.method(f, value, dunder, (), {}, node), node)
    return _unknown(f, node)


def _unknown(f: Frame, node: ast.AST) -> Val:
    f.stuck(f"formats a value, line {line_of(node)}", line_of(node))
    return f.havoc(STR, "text")


def _provider(program: Program, key: str, how: str) -> tuple[str, str]:
    """(method, class that writes it) which gives the text; ("dataclass", class); ("", ...) where it is not known."""
    info = program.describe(key)
    if info.opaque or any(info.field_of(name) for name in DUNDERS):
        return "", key
    if how != "repr" and (owner := info.method("__str__")) is not None:
        return "__str__", owner
    if how != "repr" and info.exception:
        return "", key  # the text of its arguments
    for k in info.chain:
        one = program.classes[k]
        if f"{one.qualname}.__repr__" in one.methods:
            return "__repr__", k
        if any("repr" in decorator or "**" in decorator for decorator in one.decorators):
            return "", k
        if one.is_dataclass:
            return "dataclass", k
    return ("", key) if info.exception else ("__repr__", OBJECT)


def _fields(f: Frame, value: Val, owner: str, node: ast.AST) -> Val:
    """The text that the dataclass `owner` gives: that of each of its fields."""
    from verheal.contracts.lowering import access, fields

    assert isinstance(value.type, ClassT)
    shape = f.round.program.describe(owner).constructor
    if shape is None:
        return _unknown(f, node)
    for name, _, _ in shape:
        found = fields.field(f, value.type.name, name)
        if found is None or not _simple(found.kind):
            return _unknown(f, node)
        read = access.get(f, value, name, node)
        text_of(f, read, node, "repr")
        if f.round.dead:
            return BOTTOM
    return any_text(f, node)


def _simple(kind: Type) -> bool:
    return all(isinstance(one, IntT | BoolT | FloatT | StrT | NoneT) for one in alternatives(kind))
