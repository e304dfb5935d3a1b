"""Functions made while a function runs, as values: returned, passed on, called elsewhere.

Law (language reference, "Naming and binding"): a call of such a function is its body, with the variables of the
function around that it mentions. Where these are bound once, before it is made, they keep the values they have then.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verheal.contracts.core import heap
from verheal.contracts.core.build import le, same, select
from verheal.contracts.core.expr import FALSE, TRUE, Expr
from verheal.contracts.core.stmt import Assign, Assume, Handler, Havoc, If, Site, Try
from verheal.contracts.core.types import BOOL, NeverT, OpaqueT, Type
from verheal.contracts.lowering import conform, nonlocals
from verheal.contracts.lowering.frame import Frame, holes_in
from verheal.contracts.lowering.values import BOTTOM, Slot, Val
from verheal.contracts.lowering.written import conforms, labelled

if TYPE_CHECKING:
    from verheal.contracts.lowering.dispatch import Arguments

HEAD = "function "
CALLABLES = frozenset({"typing.Callable", "collections.abc.Callable"})
MADE_OF = ("__code__", "__defaults__", "__kwdefaults__", "__closure__", "cell_contents")
LATER = ast.Yield | ast.YieldFrom | ast.Await | ast.Global | ast.Nonlocal | ast.ClassDef


@dataclass(frozen=True)
class Made:
    """A function that was made: its definition, where that stands, and the variables around that it mentions."""

    definition: ast.FunctionDef
    module: str
    path: str
    qualname: str
    captured: tuple[tuple[str, Type], ...]


def value(f: Frame, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> Val:
    """The function that was just made; one of which nothing is known where its variables may change."""
    made = f.opaque()
    names = _captured(f, node) if isinstance(node, ast.FunctionDef | ast.Lambda) else None
    if names is None:
        return made
    definition = _as_definition(node) if isinstance(node, ast.Lambda) else node
    assert isinstance(definition, ast.FunctionDef)
    label = f"{HEAD}{f.key}@{node.lineno}.{node.col_offset}"
    held = []
    for name in sorted(names):
        one = f.closure[name] if name in f.closure and name not in f.env else Val(f.env[name].var, f.env[name].type)
        known = select(f.heap(heap.kept(label, name, one.expr.type)), made.expr)
        f.assume(same(known, one.expr), "what a function captured")
        held.append((name, one.type))
    place = f"{f.qualname}.<locals>.{definition.name}"
    f.round.functions[label] = Made(definition, f.module, f.path, place, tuple(held))
    return Val(made.expr, OpaqueT((label,)))


def _as_definition(node: ast.Lambda) -> ast.FunctionDef:
    body = ast.copy_location(ast.Return(node.body), node.body)
    made = ast.FunctionDef(name="<lambda>", args=node.args, body=[body], decorator_list=[], returns=None)
    return ast.copy_location(made, node)


def _captured(f: Frame, node: ast.FunctionDef | ast.Lambda) -> frozenset[str] | None:
    """The variables around that it mentions; None where one may be bound again, or it is no plain function."""
    from verheal.contracts.lowering.function import local_names

    if any(name in f.round.program.stores() for name in MADE_OF):
        return None
    defaults = [*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)]
    inner = [one for one in ast.walk(node) if one is not node]
    if any(isinstance(one, LATER) for one in inner) or not all(isinstance(one, ast.Constant) for one in defaults):
        return None
    own = {one.arg for one in ast.walk(node.args) if isinstance(one, ast.arg)}
    own |= local_names(node) if isinstance(node, ast.FunctionDef) else set()
    read = {one.id for one in inner if isinstance(one, ast.Name)} - own
    outer = {name for name in read if name in {*f.env, *f.locals, *f.parameters, *f.closure}}
    again = {name for names in nonlocals.rebound(f).values() for name in names}
    kept = all(_bound_once(f, name) and name not in again for name in outer)
    return frozenset(outer) if kept and not any(isinstance(n, ast.NamedExpr) for n in inner) else None


def _bound_once(f: Frame, name: str) -> bool:
    """Is the variable bound by now, and never again?"""
    from verheal.contracts.lowering.closures import binders

    slot = f.env.get(name)
    if slot is None:
        return name in f.closure and name not in f.locals and not holes_in(f.closure[name].type)
    if slot.bound != TRUE or holes_in(slot.type) or isinstance(slot.type, NeverT):
        return False
    found = binders(f, name)
    if name in f.parameters:
        return not found and name not in f.locals
    try:
        definition, _ = f.round.program.function_node(f.module, f.qualname)
    except KeyError:
        return False
    plain = [one for one in definition.body if isinstance(one, ast.Assign | ast.AnnAssign)]
    targets = [t for one in plain for t in (one.targets if isinstance(one, ast.Assign) else [one.target])]
    return len(found) == 1 and any(found[0] is target for target in targets)


def made_of(f: Frame, value: Val) -> Made | None:
    """The function that the value is, where that is known."""
    label = value.type.label if isinstance(value.type, OpaqueT) else ()
    return f.round.functions.get(label[0]) if len(label) == 1 else None


def call(f: Frame, value: Val, given: Arguments, node: ast.AST) -> Val | None:
    """value(args); None (nothing emitted) where that is not known."""
    from verheal.contracts.lowering import closures, inline
    from verheal.contracts.lowering.function import local_names

    made = made_of(f, value)
    key = f"{made.module}:{made.qualname}" if made is not None else ""
    if made is None or key in f.round.stack or len(f.round.stack) > inline.DEPTH:
        return None
    if any(isinstance(v.type, NeverT) for v in (*given[0], *given[1].values())):
        return BOTTOM
    bound = inline.bind(f, made.definition, made.module, given[0], given[1], node)
    if bound is None:
        return None
    place = f"{f.key}>{getattr(node, 'lineno', 0)}.{getattr(node, 'col_offset', 0)}:{made.definition.name}"
    inner = Frame(f.round, made.module, made.path, made.qualname, place)
    inner.call_site = inline.site_of(f, node)
    inner.parameters, inner.locals = frozenset(bound), local_names(made.definition)
    assert isinstance(value.type, OpaqueT)
    for name, kind in made.captured:
        row = heap.kept(value.type.label[0], name, f.resolve(kind))
        inner.closure[name] = f.read(row, value.expr, kind, name)
    for name, one in bound.items():
        var = f.round.fresh(name, one.expr.type)
        f.emit(Assign(var, one.expr))
        inner.env[name] = Slot(var, one.type, TRUE)
        inline.check_argument(f, made.definition, made.module, name, one, node)
    return closures.scope(f, inner, made.definition, key, place)


def check_returned(f: Frame, value: Val, annotation: str, site: Site, node: ast.AST) -> bool:
    """The obligation that the function takes and gives what the annotation says; False where that cannot be said.

    It is called, whatever the state is by then, with any values that may be passed; that it raises is no matter.
    """
    made, wanted = made_of(f, value), _signature(f, annotation)
    if made is None or wanted is None or f.round.pinned is not None:
        return False
    taken, given = wanted
    reader = f.reader()
    known = True

    def later() -> None:
        nonlocal known
        _anything_happened(f)
        passed = tuple(f.havoc(labelled(reader, one, deep=True), "passed") for one in taken)
        result = call(f, value, (passed, {}), node)
        known = result is not None
        if result is not None and not f.round.dead:
            f.check(site, _fits(f, given, result) or FALSE)

    f.round.sites.setdefault(site)
    f.round.pinned = site
    statements, _, _ = f.collect(later)
    f.round.pinned = None
    if not known:
        return False
    then = (Try(statements, (Handler(None, ()),)), Assume(FALSE, "that was later"))
    f.emit(If(f.havoc(BOOL, "later").expr, then))
    return True


def _anything_happened(f: Frame) -> None:
    """The heap is any that there may be later."""
    before = f.name_value(f.val(f.heap(heap.ALLOC)), "alloc").expr
    for var in f.heap_so_far():
        f.note_write(var)
        f.emit(Havoc(var))
    f.round.assumptions.setdefault("containers-invariant")
    f.assume(le(before, heap.ALLOC), "allocation only grows")


def _fits(f: Frame, given: ast.expr, result: Val) -> Expr | None:
    reader = f.reader()
    if reader.accepts_anything(given) or conforms(reader, given, f.round.learned.seen(result.type)):
        return TRUE
    return conform.goal(f, replace(reader, labels=True).type_of(given), result)


def _signature(f: Frame, annotation: str) -> tuple[list[ast.expr], ast.expr] | None:
    tree = ast.parse(annotation, mode="eval").body
    if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        try:
            tree = ast.parse(tree.value, mode="eval").body
        except (SyntaxError, ValueError):
            return None
    match tree:
        case ast.Subscript(value=base, slice=ast.Tuple(elts=[ast.List(elts=taken), given])):
            return (taken, given) if f.reader().dotted(base) in CALLABLES else None
        case _:
            return None
