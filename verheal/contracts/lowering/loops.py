"""Loops: variables are pinned to one type at the top; the item of a for loop comes from an `Iteration`."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from verheal.contracts.core.build import add, either, le, lt, sub
from verheal.contracts.core.expr import FALSE, TRUE, App, Expr, Var, integer
from verheal.contracts.core.stmt import Assign, Loop, Stmt
from verheal.contracts.core.types import BOOL, INT, NEVER, Type
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.iteration import Iteration, iterate
from verheal.contracts.lowering.nonlocals import called_in
from verheal.contracts.lowering.values import Slot, Val


@dataclass(frozen=True)
class Pinned:
    """The variables of a loop: name to (variable at the top, type with holes, flag that it is bound)."""

    key: str
    names: tuple[tuple[str, Var, Type, Expr], ...]


def assigned_names(nodes: Sequence[ast.AST], *, inner: bool = True) -> tuple[str, ...]:
    """Names that the nodes may bind, sorted; nested functions are scopes of their own. `inner` False: so are
    comprehensions, as the language has it, but for what `:=` binds in them.
    """
    found: set[str] = set()
    todo: list[ast.AST] = list(nodes)
    while todo:
        node = todo.pop()
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
                continue
            case ast.ExceptHandler(name=str() as name) | ast.MatchMapping(rest=str() as name):
                found.add(name)
            case ast.MatchAs(name=str() as name) | ast.MatchStar(name=str() as name):
                found.add(name)
            case ast.alias(name=name, asname=other):
                found.add((other or name).partition(".")[0])
            case ast.Lambda():
                continue
            case ast.comprehension() if not inner:
                todo += [node.iter, *node.ifs]
                continue
            case _:
                pass
        todo.extend(ast.iter_child_nodes(node))
    return tuple(sorted(found))


def _names(f: Frame, node: ast.AST) -> tuple[str, ...]:
    """Variables that a loop may bind, itself or in functions made here that it calls."""
    return tuple(sorted({*assigned_names([node]), *called_in(f, [node])}))


def pin(f: Frame, key: str, names: tuple[str, ...]) -> Pinned:
    """Bring the variables that a loop assigns to the types and places they have at its top."""
    learned = f.round.learned
    pinned = []
    for name in names:
        slot = f.env.get(name)
        kind = learned.slot(f"{key}:{name}", slot.type if slot else NEVER)
        if kind == NEVER and slot is None:
            continue
        var = Var(f"{key}:{name}:{_shown(f, kind)}", f.resolve(kind))
        if slot is None:
            f.clear(var)
        else:
            f.move(var, Val(slot.var, slot.type))
        bound: Expr = TRUE
        if slot is None or slot.bound != TRUE:
            flag = Var(f"{key}:{name}?", BOOL)
            f.emit(Assign(flag, slot.bound if slot else FALSE))
            bound = flag
        f.env[name] = Slot(var, kind, bound)
        pinned.append((name, var, kind, bound))
    return Pinned(key, tuple(pinned))


def _shown(f: Frame, kind: Type) -> str:
    from verheal.contracts.core.types import show

    return show(f.resolve(kind))


def settle(f: Frame, pinned: Pinned) -> None:
    """Bring the variables back to where they are at the top, before a jump there or behind the loop."""
    if f.round.dead:
        return
    learned = f.round.learned
    for name, var, _, bound in pinned.names:
        slot = f.env.get(name)
        if slot is None:
            if isinstance(bound, Var):
                f.emit(Assign(bound, FALSE))
            continue
        learned.slot(f"{pinned.key}:{name}", slot.type)
        if slot.var != var:
            f.move(var, Val(slot.var, slot.type))
        if isinstance(bound, Var) and slot.bound != bound:
            f.emit(Assign(bound, slot.bound))
    known = {name for name, _, _, _ in pinned.names}
    for name, slot in f.env.items():
        if name not in known and (name in f.locals or name.startswith("$")):
            before = f.loop_entry.get(pinned.key, frozenset())
            if name not in before:
                learned.slot(f"{pinned.key}:{name}", slot.type)
    for name, var, kind, bound in pinned.names:
        f.env[name] = Slot(var, kind, bound)


def loop_key(f: Frame, node: ast.AST) -> str:
    """Where a loop stands, unique in the function and its inlined calls."""
    return f"{f.key}@{getattr(node, 'lineno', 0)}.{getattr(node, 'col_offset', 0)}"


def while_loop(f: Frame, node: ast.While) -> None:
    """while test: body else: orelse"""
    from verheal.contracts.lowering.expressions import lower, truth
    from verheal.contracts.lowering.statements import lower_block

    key = loop_key(f, node)
    names = _names(f, node)
    f.loop_entry[key] = frozenset(f.env)
    pinned = pin(f, key, names)
    tests: list[Expr] = []

    def head() -> None:
        test = f.name_value(f.val(truth(f, lower(f, node.test), node.test)), "test")
        tests.append(test.expr)
        settle(f, pinned)

    def body() -> None:
        f.loops.append(pinned)
        lower_block(f, node.body)
        settle(f, pinned)
        f.loops.pop()

    statements, _, _ = f.collect(head)
    inner, _, _ = f.collect(body)
    orelse = _orelse(f, node.orelse, pinned)
    candidates = _written(f, node)
    measure = _measure(f, statements, tests[0])
    f.emit(Loop(key, node.lineno, statements, tests[0], inner, (), orelse, candidates, measure))


def _orelse(f: Frame, body: list[ast.stmt], pinned: Pinned) -> tuple[Stmt, ...]:
    from verheal.contracts.lowering.statements import lower_block

    def work() -> None:
        lower_block(f, body)
        settle(f, pinned)

    return f.collect(work)[0]


def _written(f: Frame, node: ast.While | ast.For) -> tuple[Expr, ...]:
    """Asserts at the head of the body, as facts over the variables at the top of the loop."""
    from verheal.contracts.lowering.expressions import lower, truth
    from verheal.contracts.lowering.pure import purify

    found = []
    for statement in node.body:
        if not isinstance(statement, ast.Assert):
            break
        held: list[Expr] = []
        pinned, f.round.pinned = f.round.pinned, f.site("assert", statement, ast.unparse(statement.test))
        statements, _, _ = f.collect(lambda: held.append(truth(f, lower(f, statement.test), statement.test)))  # noqa: B023
        f.round.pinned = pinned
        pure = purify(f, statements, held[0])
        if pure is not None:
            found.append(pure.value)
    return tuple(found)


def _measure(f: Frame, head: tuple[Stmt, ...], test: Expr) -> Expr | None:
    """A ranking function guessed from the first comparison of the test: for `a < b` it is b - a."""
    from verheal.contracts.lowering.pure import purify

    pure = purify(f, head, test)
    return _distance(pure.value) if pure is not None else None


def _distance(test: Expr) -> Expr | None:
    match test:
        case App("int.lt" | "int.le", (a, b)):
            return add(sub(b, a), integer(1))
        case App("and", parts):
            return next((found for part in parts if (found := _distance(part)) is not None), None)
        case App("ite", (a, b, _)):
            return _distance(a) or _distance(b)
        case App("not", (App("eq", (a, b)),)) if a.type == INT:
            return a if b == integer(0) else None
        case App("not", (App("int.lt", (a, b)),)):
            return add(sub(a, b), integer(1))
        case App("not", (App("int.le", (a, b)),)):
            return sub(a, b)
        case _:
            return None


def for_loop(f: Frame, node: ast.For) -> None:
    """for target in iter: body else: orelse"""
    found = iterate(f, node.iter)
    if found is None:
        _unknown_iteration(f, node)
        return
    run(f, node, found)


def run(f: Frame, node: ast.For, iteration: Iteration) -> None:
    """The loop over an iteration that is modelled."""
    from verheal.contracts.lowering.statements import assign_to, lower_block

    if iteration.guard is not None and (base := _refilled(node)):
        f.give_up(f"unsupported: {base} is emptied and filled in a loop over keys", node)
    key = loop_key(f, node)
    counter = Var(f"{key}:index", INT)
    f.emit(Assign(counter, integer(0)))
    f.loop_entry[key] = frozenset(f.env)
    pinned = pin(f, key, _names(f, node))
    tests: list[Expr] = []

    def head() -> None:
        if iteration.guard is not None:
            iteration.guard()
        count = iteration.count()
        tests.append(f.name_value(f.val(lt(counter, count)), "test").expr)

    def body() -> None:
        f.loops.append(pinned)
        assign_to(f, node.target, iteration.item(counter), node)
        lower_block(f, node.body)
        settle(f, pinned)
        f.loops.pop()

    statements, _, _ = f.collect(head)
    inner, _, _ = f.collect(body)
    orelse = _orelse(f, node.orelse, pinned)
    limits: list[Expr] = [le(integer(0), counter), *iteration.lasting]
    # What a round binds is bound once there was one.
    limits += [either(le(counter, integer(0)), flag) for _, _, _, flag in pinned.names if flag != TRUE]
    measure = None
    if iteration.pure_count is not None:
        count = iteration.pure_count()
        limits.append(le(counter, count))
        measure = sub(count, counter)
    step = (Assign(counter, add(counter, integer(1))),)
    f.emit(Loop(key, node.lineno, statements, tests[0], inner, step, orelse, tuple(limits), measure))


REMOVE = frozenset({"pop", "popitem", "clear", "remove", "discard", "difference_update"})
INSERT = frozenset({"add", "setdefault", "update"})


def _refilled(node: ast.For) -> str:
    """What the body both takes keys out of and puts keys into: at one size, CPython may notice it or not."""
    out: set[str] = set()
    into: set[str] = set()
    for inner in (n for statement in node.body for n in ast.walk(statement)):
        match inner:
            case ast.Subscript(value=base, ctx=ast.Del()):
                out.add(ast.unparse(base))
            case ast.Subscript(value=base, ctx=ast.Store()):
                into.add(ast.unparse(base))
            case ast.Call(func=ast.Attribute(value=base, attr=name)) if name in REMOVE | INSERT:
                (out if name in REMOVE else into).add(ast.unparse(base))
    return min(out & into, default="")


def _unknown_iteration(f: Frame, node: ast.For) -> None:
    """Items of something not modelled: any number, each unknown; each step may do and raise anything."""
    from verheal.contracts.lowering.statements import assign_to, lower_block

    key = loop_key(f, node)
    f.loop_entry[key] = frozenset(f.env)
    pinned = pin(f, key, _names(f, node))
    tests: list[Expr] = []

    def head() -> None:
        f.stuck(f"unsupported: iteration over this, line {node.lineno}", node.lineno)
        tests.append(f.havoc(BOOL, "more").expr)

    def body() -> None:
        f.loops.append(pinned)
        assign_to(f, node.target, f.opaque(), node)
        lower_block(f, node.body)
        settle(f, pinned)
        f.loops.pop()

    statements, _, _ = f.collect(head)
    inner, _, _ = f.collect(body)
    f.emit(Loop(key, node.lineno, statements, tests[0], inner, (), _orelse(f, node.orelse, pinned)))
