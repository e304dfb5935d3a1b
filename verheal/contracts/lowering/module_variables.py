"""Variables of a module that change: annotated at its top, set again later, here or from another module.

Law: they hold what their annotation allows, as fields do: that code which is not modelled keeps to it is the assumption
`containers-invariant`. They are kept in the heap, at one address, so that what is not modelled may change them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from verheal.contracts.core import heap
from verheal.contracts.core.expr import integer
from verheal.contracts.core.types import Type, is_unknown
from verheal.contracts.lowering.annotations import Reader, accepts
from verheal.contracts.lowering.attributes import ANY_NAME
from verheal.contracts.lowering.bodies import rebound_names
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.plain_types import plain_type
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import Val


def variable(f: Frame, name: str) -> Val | None:
    """What a name of this module holds that is set more than once; None where that is not known."""
    kind = _kind(f.round.program, f.module, name)
    if kind is None:
        return None
    f.round.assumptions.setdefault("globals-not-rebound")
    f.round.assumptions.setdefault("containers-invariant")
    return f.read(heap.attribute(f"module {f.module}", name, kind), integer(0), kind, name)


def _kind(program: Program, module: str, name: str) -> Type | None:
    known = program.modules[module]
    other = known.function(name) or known.class_named(name) or any(i.name == name for i in known.imports)
    tree = program.tree(module)
    notes = [s.annotation for s in tree.body if isinstance(s, ast.AnnAssign) and s.value and _names(s.target, name)]
    if other or len(notes) != 1 or rebound_names(tree) is None or (module, ANY_NAME) in program.patches():
        return None
    reader = Reader(program, module)
    kind = reader.type_of(notes[0], deep=True)
    if is_unknown(kind):
        return None
    for value in _stored(program, module, name):
        given = None if value is None else plain_type(reader, None, value)
        if given is None or (not is_unknown(given) and not accepts(program, kind, given)):
            return None
    return kind


def _names(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


def _stored(program: Program, module: str, name: str) -> Iterator[ast.expr | None]:
    """What assignments to the name, or to an attribute of this name anywhere, store; None of other ways to bind it."""
    for where in program.modules:
        mine = where == module
        plain: set[ast.AST] = set()
        for node in ast.walk(program.tree(where)):
            match node:
                case ast.Assign(targets=[target], value=value):
                    pass
                case ast.AnnAssign(target=target, value=ast.expr() as value):
                    pass
                case _:
                    continue
            plain.add(target)
            if _is_it(target, name, mine):
                yield value
        for node in ast.walk(program.tree(where)):
            if _is_it(node, name, mine) and node not in plain and not isinstance(getattr(node, "ctx", None), ast.Load):
                yield None


def _is_it(node: ast.AST, name: str, mine: bool) -> bool:
    match node:
        case ast.Name(id=found):
            return mine and found == name
        case ast.Attribute(attr=found):
            return found == name
        case _:
            return False
