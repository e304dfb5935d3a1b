"""Named tuples (`typing.NamedTuple`): their fields are read; as tuples they are not modelled.

Law: an instance has every field that its class annotates, and keeps what was passed when it was made, for ever; that
must conform to the annotations, an obligation of who makes it. Reading a field does nothing else.
"""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import same, select
from verheal.contracts.core.expr import FALSE, TRUE, Var
from verheal.contracts.core.types import OpaqueT, Type, plain
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.bodies import is_named_tuple, made, made_of
from verheal.contracts.lowering.conform import bind_holes, goal
from verheal.contracts.lowering.convert import convert
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.plain_types import plain_type
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import BOTTOM, Val
from verheal.contracts.lowering.written import labelled, takes


def make(f: Frame, key: str, args: tuple[Val, ...], keywords: dict[str, Val], node: ast.AST) -> Val:
    """C(args) of a named tuple."""
    one = f.round.program.classes[key]
    shape = [item for item in one.fields if item.annotation]
    names = [item.name for item in shape]
    bound = dict(zip(names, args, strict=False)) | keywords
    missing = [item.name for item in shape if item.default is None and item.name not in bound]
    twice = set(names[: len(args)]) & set(keywords)
    if len(args) > len(shape) or missing or twice or not set(bound) <= set(names):
        f.fail_if(TRUE, "TypeError", node)
        return BOTTOM
    given = [item for item in shape if item.name in bound]
    fits = [_fits(f, one.module, str(item.annotation), bound[item.name], node) for item in given]
    # What is read of a field that may be of another type must not be taken for what is written.
    otherwise = tuple(item.name for item, fit in zip(given, fits, strict=True) if not fit)
    result = f.opaque()
    for item in given:
        kind = labelled(Reader(f.round.program, one.module), item.annotation, deep=True)
        held = None if item.name in otherwise else convert(f.round.program, bound[item.name].expr, plain(kind))
        if held is not None:
            f.assume(same(select(f.heap(_kept(key, item.name, kind)), result.expr), held), "what it was made of")
    return Val(result.expr, OpaqueT((made(key, otherwise) if otherwise else f"class {key}",)))


def _kept(key: str, name: str, kind: Type) -> Var:
    """The values of a field, by the tuple."""
    return heap.kept(key, name, plain(kind))


def _fits(f: Frame, module: str, annotation: str, value: Val, node: ast.AST) -> bool:
    declared = Reader(f.round.program, module, labels=True).type_of(annotation, deep=True)
    bind_holes(f, value.type, declared)
    test = goal(f, declared, value)
    needs = "" if test is not None else "the type of an argument is not known"
    f.check(f.site("type", node, needs=needs), FALSE if test is None else test)
    return test == TRUE


def names_of(program: Program, key: str) -> tuple[str, ...]:
    """The fields of a named tuple, in order."""
    return tuple(item.name for item in program.classes[key].fields if item.annotation)


def items_of(f: Frame, value: Val, label: tuple[str, ...], node: ast.AST) -> list[Val] | None:
    """The items of a value that conforms to what the label names; None where that is no plain named tuple."""
    program = f.round.program
    key = label[0].removeprefix("class ") if len(label) == 1 else ""
    if not is_named_tuple(program, key):
        return None
    if any(name.rpartition(".")[2].startswith("__") for name in program.classes[key].methods):
        return None
    found = [field_value(f, value, label, name, node) for name in names_of(program, key)]
    known = [one for one in found if one is not None]
    return known if len(known) == len(found) else None


def field_value(f: Frame, value: Val, label: tuple[str, ...], name: str, node: ast.AST) -> Val | None:
    """value.name of a value that conforms to what the label names; None where that is no field of a named tuple."""
    program = f.round.program
    parts = [made_of(one) for one in label]
    key = parts[0][0] if parts else ""
    if not is_named_tuple(program, key) or any(k != key or name in otherwise for k, otherwise in parts):
        return None
    one = program.classes[key]
    found = next((item for item in one.fields if item.name == name and item.annotation), None)
    if found is None or f"{one.qualname}.{name}" in one.methods or name.startswith("_"):
        return None
    reader = Reader(program, one.module)
    kind = labelled(reader, found.annotation, deep=True)
    if found.default is not None:
        given = plain_type(reader, None, ast.parse(found.default, mode="eval").body)
        if not takes(program, kind, given):
            return None
    line = getattr(node, "lineno", 0)
    f.stuck(f"reads a field of a named tuple, line {line}", line, may_raise=False, reads_only=True)
    return f.read(_kept(key, name, kind), value.expr, kind, name)
