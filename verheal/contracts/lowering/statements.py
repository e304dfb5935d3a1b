"""Statements: each kind of syntax-tree node to core statements, in Python's order of evaluation."""

from __future__ import annotations

import ast
from dataclasses import replace

from verheal.contracts.core.build import lt
from verheal.contracts.core.expr import FALSE, TRUE
from verheal.contracts.core.stmt import Assume, Break, Continue, Raise, Return, Site
from verheal.contracts.core.types import (
    BOOL,
    ClassT,
    DictT,
    LibraryT,
    ListT,
    NeverT,
    OpaqueT,
    SetT,
    Type,
    UnionT,
    VariableT,
    is_unknown,
)
from verheal.contracts.lowering import access, containers, function_values, local_imports, returned
from verheal.contracts.lowering.access import line_of
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.assigned import unnoticed
from verheal.contracts.lowering.conform import bind_holes, fits_where_known, goal, holds_opaque, is_not_implemented
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.narrowing import narrow, narrowed
from verheal.contracts.lowering.values import NONE_VAL, Val
from verheal.contracts.lowering.written import conforms


def lower_block(f: Frame, body: list[ast.stmt]) -> None:
    """A sequence of statements; what stands behind a jump is not lowered."""
    for node in body:
        if f.round.dead:
            return
        statement(f, node)


def statement(f: Frame, node: ast.stmt) -> None:
    """One statement."""
    before = f.round.stucks
    _statement(f, node)
    if f.round.walrus and f.round.stucks > before and unnoticed(node):
        f.give_up("unsupported: := beside what is not modelled", node)


def _statement(f: Frame, node: ast.stmt) -> None:
    from verheal.contracts.lowering import closures, deleting, loops, matching, raising, trying
    from verheal.contracts.lowering.expressions import lower

    match node:
        case ast.Expr(value=ast.Constant()) | ast.Pass():
            pass
        case ast.Nonlocal(names=names) if all(name in f.env for name in names):
            pass  # `closures.call` keeps them
        case ast.Expr(value=value):
            lower(f, value)
        case ast.Assign(targets=targets, value=value):
            new = lower(f, value)
            if len(targets) > 1 or not isinstance(targets[0], ast.Name):
                new = f.name_value(new)
            for target in targets:
                assign_to(f, target, new, node)
        case ast.AnnAssign():
            _annotated(f, node)
        case ast.AugAssign():
            _augmented(f, node)
        case ast.If():
            _if(f, node)
        case ast.Match():
            matching.statement(f, node)
        case ast.While():
            loops.while_loop(f, node)
        case ast.For():
            loops.for_loop(f, node)
        case ast.Return(value=value):
            give_back(f, lower(f, value) if value is not None else NONE_VAL, node)
        case ast.Raise():
            raising.raise_statement(f, node)
        case ast.Try():
            trying.try_statement(f, node)
        case ast.With():
            trying.with_statement(f, node)
        case ast.Assert():
            _assert(f, node)
        case ast.Break() | ast.Continue():
            for name, depth in f.handling:
                if depth >= len(f.loops):  # the jump leaves the handler, which unbinds its name
                    f.env.pop(name, None)
            loops.settle(f, f.loops[-1])
            f.emit(Break() if isinstance(node, ast.Break) else Continue())
            f.round.dead = True
        case ast.Delete(targets=targets):
            for target in targets:
                deleting.delete(f, target, node)
        case ast.Import() | ast.ImportFrom():
            local_imports.statement(f, node)
        case ast.FunctionDef() | ast.AsyncFunctionDef() if closures.define(f, node):
            pass
        case _:
            unsupported(f, node)


def _if(f: Frame, node: ast.If) -> None:
    from verheal.contracts.lowering.expressions import lower, truth

    held = truth(f, lower(f, node.test), node.test)
    ends: list[bool] = []

    def then() -> None:
        narrowed(f, node.test, lambda: lower_block(f, node.body))
        ends.append(f.round.dead)

    f.branch(held, then, lambda: narrowed(f, node.test, lambda: lower_block(f, node.orelse), held=False))
    if all(ends):  # nobody comes from where the test held
        narrow(f, node.test, held=False)


def unsupported(f: Frame, node: ast.stmt) -> None:
    """A statement that is not modelled: what it may bind is unknown; if it may jump, all is."""
    words = {
        "FunctionDef": "nested function",
        "ClassDef": "nested class",
        "Global": "global",
        "Nonlocal": "nonlocal",
    }
    name = words.get(type(node).__name__, type(node).__name__)
    f.stuck(f"unsupported: {name}, line {node.lineno}", node.lineno)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        captured(f, node)
        f.assign(node.name, f.opaque())
        shared = {n for inner in ast.walk(node) if isinstance(inner, ast.Nonlocal) for n in inner.names}
        if shared or isinstance(node, ast.ClassDef):
            f.give_up(f"unsupported: {name}", node)
        return
    if isinstance(node, ast.Global | ast.Nonlocal):
        f.give_up(f"unsupported: {name}", node)
        return
    if any(isinstance(inner, ast.Return | ast.Break | ast.Continue | ast.Raise) for inner in ast.walk(node)):
        f.give_up(f"unsupported: {name}", node)
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
            f.assign(inner.id, f.opaque())
    f.give_up(f"unsupported: {name}", node)


def captured(f: Frame, node: ast.AST) -> None:
    """A function made here may do anything with the containers that it mentions, whenever it is called."""
    from verheal.contracts.lowering.calls import escape

    for name in {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)} & set(f.env):
        slot = f.env[name]
        escape(f, Val(slot.var, slot.type))


def _assert(f: Frame, node: ast.Assert) -> None:
    from verheal.contracts.lowering.expressions import lower, truth

    held = truth(f, lower(f, node.test), node.test)
    if held == TRUE:
        f.site("assert", node, ast.unparse(node.test))
        return
    f.round.exceptions.setdefault("AssertionError")

    def fail() -> None:
        if node.msg is not None:
            lower(f, node.msg)
        f.emit(Raise("AssertionError", f.site("assert", node, ast.unparse(node.test))))
        f.round.dead = True

    f.branch(held, lambda: None, fail)
    f.round.dead = f.round.dead and held == FALSE
    narrow(f, node.test)


def give_back(f: Frame, value: Val, node: ast.AST) -> None:
    """return value"""
    learned = f.round.learned
    if f.generator and not isinstance(value.type, NeverT):
        from verheal.contracts.lowering import generators

        value = generators.give_back(f, value, node)
    elif f.returns is not None:
        _check_return(f, value, node)
    kind = learned.slot(f"{f.key}:return", value.type)
    assert f.result is not None
    if isinstance(value.type, NeverT):
        f.round.dead = True
        return
    from verheal.contracts.lowering.convert import convert

    resolved = f.resolve(kind)
    moved = convert(f.round.program, value.expr, resolved, f.hidden)
    if moved is None:
        if not is_unknown(resolved):
            f.round.unsettled = True
        moved = f.havoc(kind).expr
    f.emit(Return(moved))
    f.round.dead = True


def _check_return(f: Frame, value: Val, node: ast.AST) -> None:
    assert f.returns is not None
    bind_holes(f, value.type, f.returns)
    if (isinstance(f.returns, OpaqueT) and f.returns_anything) or is_not_implemented(f, node):
        return
    reader = f.reader()
    sure = (holds_opaque(f.returns) or is_unknown(value.type)) and (
        conforms(reader, f.return_text, f.round.learned.seen(value.type))
        or returned.returns_parameter(f, value, node)
        or returned.returns_function(f, node)
    )
    test = TRUE if sure else goal(f, f.returns, value)
    needs = (
        ""
        if test is not None
        else f"whether the returned value is a {f.return_text} is not known, line {line_of(node)}"
    )
    site = Site("type", f"return of {f.return_text}", *f.return_lines, 0, needs)
    if test is None and function_values.check_returned(f, value, f.return_text, replace(site, needs=""), node):
        return
    f.round.sites.setdefault(site)
    f.check(site, FALSE if test is None else test)


def assign_to(f: Frame, target: ast.expr, value: Val, node: ast.stmt) -> None:
    """target = value"""
    from verheal.contracts.lowering import deleting
    from verheal.contracts.lowering.expressions import lower, split

    match target:
        case ast.Name(id=name):
            f.assign(name, value)
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            unpack(f, elts, value, node)
        case ast.Attribute(value=inner, attr=attr):
            split(f, lower(f, inner), lambda one: _put(f, one, attr, value, target))
        case ast.Subscript(value=inner, slice=ast.Slice() as part):
            deleting.replaced(f, f.name_value(lower(f, inner)), part, value, node)
        case ast.Subscript(value=inner, slice=index):
            base, at = lower(f, inner), lower(f, index)
            split(
                f,
                base,
                lambda one: split(f, at, lambda i: _store(f, one, i, value, target)),
            )
        case _:
            f.give_up("unsupported: starred assignment", node)


def _put(f: Frame, value: Val, name: str, new: Val, node: ast.AST) -> Val:
    access.put(f, value, name, new, node)
    return NONE_VAL


def _store(f: Frame, value: Val, index: Val, new: Val, node: ast.AST) -> Val:
    access.store_item(f, value, index, new, node)
    return NONE_VAL


def unpack(f: Frame, targets: list[ast.expr], value: Val, node: ast.stmt) -> None:
    """a, *b, c = value"""
    from verheal.contracts.lowering.expressions import split
    from verheal.contracts.lowering.starred import parts_of

    def one(case: Val) -> Val:
        unpack(f, targets, case, node)
        return NONE_VAL

    if isinstance(value.type, UnionT):
        split(f, value, one)
        return
    parts = parts_of(f, targets, value, node)
    if parts is None:
        _scatter(f, targets, node)
        return
    for part, target in zip(parts, targets, strict=True):
        assign_to(f, target.value if isinstance(target, ast.Starred) else target, part, node)


def _scatter(f: Frame, targets: list[ast.expr], node: ast.stmt) -> None:
    for target in targets:
        inner = target.value if isinstance(target, ast.Starred) else target
        assign_to(f, inner, f.opaque(), node)


def _annotated(f: Frame, node: ast.AnnAssign) -> None:
    from verheal.contracts.lowering.expressions import display, lower

    if node.value is None:
        return
    # A field is read by others too, for whom its type variables stand for other types.
    reader = Reader(f.round.program, f.module) if isinstance(node.target, ast.Attribute) else f.reader()
    declared = reader.type_of(node.annotation)
    if isinstance(node.value, ast.List | ast.Dict | ast.Set):
        value = display(f, node.value, _written_type(reader, node.annotation))
    else:
        value = lower(f, node.value)
    bind_holes(f, value.type, declared)
    value = f.name_value(value)
    told = isinstance(declared, VariableT) or not isinstance(declared, OpaqueT)
    if told and not isinstance(node.target, ast.Attribute):
        test = goal(f, declared, value)
        needs = "" if test is not None else "the type of the stored value is not known"
        if test is not None or not fits_where_known(f, declared, value):
            f.check(f.site("type", node, needs=needs), FALSE if test is None else test)
    assign_to(f, node.target, value, node)


def _written_type(reader: Reader, annotation: ast.expr) -> Type | None:
    """The container type that an annotation fixes, when all of it is modelled."""
    found = reader.type_of(annotation)
    inner = [getattr(found, part) for part in ("element", "key", "value") if hasattr(found, part)]
    hidden = any(isinstance(k, OpaqueT) and not isinstance(k, VariableT) for k in inner)
    return found if isinstance(found, ListT | SetT | DictT) and not hidden else None


def _augmented(f: Frame, node: ast.AugAssign) -> None:
    """target op= value: the target's parts are evaluated once; a list is extended in place."""
    from verheal.contracts.lowering.expressions import lower, split
    from verheal.contracts.lowering.names import read_name

    match node.target:
        case ast.Name(id=name):
            old = read_name(f, name, node.target)
            new = _in_place(f, node, old, lower(f, node.value))
            f.assign(name, new)
        case ast.Attribute(value=inner, attr=attr):
            base = f.name_value(lower(f, inner))

            def on_field(one: Val) -> Val:
                old = access.get(f, one, attr, node.target)
                access.put(f, one, attr, _in_place(f, node, old, lower(f, node.value)), node)
                return NONE_VAL

            split(f, base, on_field)
        case ast.Subscript(value=inner, slice=index) if not isinstance(index, ast.Slice):
            base, at = f.name_value(lower(f, inner)), f.name_value(lower(f, index))

            def on_item(one: Val, i: Val) -> Val:
                old = access.item(f, one, i, node.target)
                access.store_item(f, one, i, _in_place(f, node, old, lower(f, node.value)), node)
                return NONE_VAL

            split(f, base, lambda one: split(f, at, lambda i: on_item(one, i)))
        case _:
            f.stuck(f"unsupported: augmented slice assignment, line {node.lineno}", node.lineno)


def _in_place(f: Frame, node: ast.AugAssign, old: Val, new: Val) -> Val:
    from verheal.contracts.lowering.expressions import split
    from verheal.contracts.lowering.operators import binary, has_in_place

    def one(value: Val) -> Val:
        if isinstance(value.type, ListT) and isinstance(node.op, ast.Add) and isinstance(new.type, ListT):
            joined = containers.list_concat(f, value, new, node)
            if isinstance(joined.type, ListT) and f.resolve(joined.type) == f.resolve(value.type):
                containers.set_row(f, value, containers.row(f, joined), containers.size(f, joined).expr)
            return value
        if isinstance(value.type, ListT | SetT) or value.type == LibraryT(("builtins.bytearray",)):
            return f.unsupported("augmented assignment to this container", node)
        if isinstance(value.type, ClassT) and has_in_place(f, value.type.name, node.op):
            return f.unsupported("an operator in place of a user's class", node)
        return binary(f, node.op, value, new, node)

    return split(f, old, one)


__all__ = ["BOOL", "Assume", "assign_to", "give_back", "lower_block", "lt", "unpack"]
