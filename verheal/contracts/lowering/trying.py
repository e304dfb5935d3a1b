"""Exceptions: their classes, try, with."""

from __future__ import annotations

import ast
import builtins

from verheal.contracts.core.expr import FALSE, TRUE, Var
from verheal.contracts.core.stmt import Assign, Handler, If, Reraise, Stmt, Stuck, Try
from verheal.contracts.core.types import (
    BOOL,
    NEVER,
    ClassT,
    show,
)
from verheal.contracts.lowering.access import is_local, line_of
from verheal.contracts.lowering.arguments import always_fails
from verheal.contracts.lowering.described import linear
from verheal.contracts.lowering.frame import Frame, Tracked
from verheal.contracts.lowering.library_table import EXCEPTIONS
from verheal.contracts.lowering.loops import assigned_names, loop_key, settle
from verheal.contracts.lowering.program import Binding, ClassRef, ConstantRef, External, Program
from verheal.contracts.lowering.values import Slot, Val

_ASSERTION = ("AssertionError", "Exception", "BaseException")
LIBRARY: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("icontract.ViolationError", _ASSERTION),
    ("icontract.errors.ViolationError", _ASSERTION),
    *((f"deal.{name}ContractError", ("deal.ContractError", *_ASSERTION)) for name in ("Pre", "Post", "Inv", "Raises")),
    *EXCEPTIONS,
    ("dataclasses.FrozenInstanceError", ("AttributeError", "Exception", "BaseException")),
)


def exception_name(f: Frame, node: ast.expr) -> str | None:
    """Qualified name of an exception class; None when it is not known what is raised or caught."""
    if not isinstance(node, ast.Name | ast.Attribute) or (isinstance(node, ast.Name) and is_local(f, node.id)):
        return None
    match f.meaning(ast.unparse(node)):
        case External(dotted) if dotted.startswith("builtins."):
            name = dotted.removeprefix("builtins.")
            return _canonical(name)
        case External(dotted) if dotted in dict(EXCEPTIONS):
            return dotted
        case ClassRef(key) if mro(f.round.program, key):
            return key
        case _:
            return None


def _canonical(name: str) -> str | None:
    found = getattr(builtins, name, None)
    return found.__name__ if isinstance(found, type) and issubclass(found, BaseException) else None


def mro(program: Program, name: str) -> tuple[str, ...]:
    """Names of an exception class and its superclasses, itself first; () when they are not all known."""
    if ":" not in name:
        found = getattr(builtins, name, None)
        if isinstance(found, type) and issubclass(found, BaseException):
            return tuple(k.__name__ for k in found.__mro__ if k is not object)
        return next(((name, *above) for known, above in LIBRARY if known == name), ())
    one = program.classes.get(name)
    if one is None:
        return ()
    if len(one.bases) != 1:
        order = linear(program, name) or ()
        return tuple(order) if "BaseException" in order else ()
    match program.attribute(one.module, one.bases[0]):
        case ClassRef(key) if key != name:
            above = mro(program, key)
        case External(dotted) if dotted.startswith("builtins."):
            above = mro(program, dotted.removeprefix("builtins."))
        case _:
            above = ()
    return (name, *above) if above else ()


def try_statement(f: Frame, node: ast.Try) -> None:
    """try: body except: handlers else: orelse finally: final"""
    from verheal.contracts.lowering.statements import lower_block

    key = loop_key(f, node)
    parts: list[ast.stmt] = [*node.body, *node.orelse, *(s for h in node.handlers for s in h.body)]
    tracked = Tracked(key, frozenset(assigned_names(parts)) | {h.name for h in node.handlers if h.name})
    keep_all(f, tracked)
    f.tries.append(tracked)
    body, env, dead = f.collect(lambda: lower_block(f, node.body))

    def after_body() -> None:
        f.env = dict(env)
        f.round.dead = dead
        lower_block(f, node.orelse)

    orelse, _, _ = f.collect(after_body)
    handlers = _handlers(f, node, tracked)
    f.tries.pop()
    _restore(f, tracked)
    final, env, dead = f.collect(lambda: _final(f, node.finalbody))
    f.emit(Try(body, handlers, orelse, final))
    f.env = env
    f.round.dead = dead


def _final(f: Frame, body: list[ast.stmt]) -> None:
    """A `finally` runs on the way of a jump too: what it assigns must be where the loop looks for it."""
    from verheal.contracts.lowering.statements import lower_block

    lower_block(f, body)
    if body and f.loops and not f.round.dead:
        kept = dict(f.env)
        settle(f, f.loops[-1])
        f.env = kept


def keep_all(f: Frame, tracked: Tracked) -> None:
    """At the start every tracked variable has its present value, or none."""
    for name in sorted(tracked.names):
        slot = f.env.get(name)
        flag = Var(f"{tracked.key}:{name}?", BOOL)
        if slot is not None:
            f.track(tracked, name, Val(slot.var, slot.type))
            f.emit(Assign(flag, slot.bound))
            continue
        kind = f.round.learned.slots.get(f"{tracked.key}:{name}", NEVER)
        f.clear(Var(f"{tracked.key}:{name}:{show(f.resolve(kind))}", f.resolve(kind)))
        f.emit(Assign(flag, FALSE))


def last_kept(f: Frame, tracked: Tracked, name: str) -> Val:
    """The tracked variable as it was kept last; it has a value."""
    kind = f.round.learned.slots.get(f"{tracked.key}:{name}", NEVER)
    return Val(Var(f"{tracked.key}:{name}:{show(f.resolve(kind))}", f.resolve(kind)), kind)


def _restore(f: Frame, tracked: Tracked) -> None:
    """The tracked variables are read from where they were last kept."""
    for name in sorted(tracked.names):
        kind = f.round.learned.slots.get(f"{tracked.key}:{name}", NEVER)
        if kind == NEVER:
            f.env.pop(name, None)
            continue
        var = Var(f"{tracked.key}:{name}:{show(f.resolve(kind))}", f.resolve(kind))
        f.env[name] = Slot(var, kind, Var(f"{tracked.key}:{name}?", BOOL))


def _handlers(f: Frame, node: ast.Try, tracked: Tracked) -> tuple[Handler, ...]:
    found = []
    for index, one in enumerate(node.handlers):
        names = _caught(f, one.type)
        unsure = names is None
        if unsure and index + 1 < len(node.handlers):
            f.give_up("a handler of an unknown exception class stands before others", one)
        body, _, _ = f.collect(lambda one=one, unsure=unsure: _handler(f, one, tracked, unsure))  # type: ignore[misc]
        found.append(Handler(names if one.type is not None else None, body))
    return tuple(found)


def _caught(f: Frame, node: ast.expr | None) -> tuple[str, ...] | None:
    """Names that a handler catches; None for all, or for what is not known (then the handler may also pass)."""
    if node is None:
        return None
    names = [exception_name(f, part) for part in _parts(node)]
    known = [name for name in names if name is not None]
    for name in known:
        f.round.exceptions.setdefault(name)
    return tuple(known) if len(known) == len(names) else None


def _parts(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


def _may_be_caught(f: Frame, node: ast.expr) -> bool | None:
    """Is it a class of exceptions, as far as what was not read is one where it is caught? None where who knows."""
    if isinstance(node, ast.Tuple):
        found = [_may_be_caught(f, part) for part in node.elts]
        return False if False in found else None if None in found else True
    if not isinstance(node, ast.Name | ast.Attribute) or (isinstance(node, ast.Name) and is_local(f, node.id)):
        return None
    return _is_exception(f.round.program, f.meaning(ast.unparse(node)))


def _is_exception(program: Program, found: Binding | None) -> bool | None:
    match found:
        case External(dotted) if dotted.startswith("builtins."):
            return _canonical(dotted.removeprefix("builtins.")) is not None
        case External(dotted):
            return True if "." in dotted else None
        case ClassRef(key):
            info = program.describe(key)
            return bool(info.opaque) or info.exception
        case ConstantRef(module, constant) if not constant.rebound and constant.value is not None:
            value = ast.parse(constant.value, mode="eval").body
            parts = value.elts if isinstance(value, ast.Tuple) else [value]
            named = all(isinstance(part, ast.Name | ast.Attribute) for part in parts)
            classes = [program.attribute(module, ast.unparse(part)) for part in parts] if named else [None]
            fits = all(not isinstance(one, ConstantRef) and _is_exception(program, one) for one in classes)
            return True if fits else None
        case _:
            return None


def _handler(f: Frame, node: ast.ExceptHandler, tracked: Tracked, unsure: bool) -> None:
    from verheal.contracts.lowering.statements import lower_block

    _restore(f, tracked)
    if unsure and node.type is not None:
        fits = _may_be_caught(f, node.type)
        if fits is False:
            always_fails(f, "TypeError", node.type)  # whatever stands beside it
            f.round.dead = True
            return
        if fits is None:
            f.stuck(f"catches what may be no exception, line {line_of(node)}", line_of(node))
        f.emit(If(f.havoc(BOOL, "caught").expr, (), (Reraise(),)))
    reassigned = node.name is not None and node.name in assigned_names(node.body)
    saved, f.handled = f.handled, node.name if node.name and not reassigned else "$exception"
    seen = [outer.names for outer in f.tries]
    if node.name:
        f.assign(node.name, _caught_value(f, node))
        f.handling.append((node.name, len(f.loops)))
        for outer in f.tries:  # however the handler is left, its name is unbound then
            if node.name in outer.names:
                f.emit(Assign(Var(f"{outer.key}:{node.name}?", BOOL), FALSE))
                outer.names -= {node.name}
    lower_block(f, node.body)
    f.handled = saved
    for outer, names in zip(f.tries, seen, strict=True):
        outer.names = names
    if node.name:
        f.handling.pop()
        if not f.round.dead:
            f.env.pop(node.name, None)


def _caught_value(f: Frame, node: ast.ExceptHandler) -> Val:
    """The exception that a handler binds: an object of the one modelled class that it names, or unknown."""
    from verheal.contracts.lowering.dispatch import has_class

    key = exception_name(f, node.type) if node.type is not None else None
    if key is None or ":" not in key or f.round.program.describe(key).opaque:
        return f.opaque()
    f.round.assumptions.setdefault("known-subclasses")
    value = f.havoc(ClassT(key), "caught")
    below = (key, *f.round.program.subclasses(key))
    f.assume(has_class(f, value, below), "class of a caught exception")
    return value


def with_statement(f: Frame, node: ast.With) -> None:
    """with a as x, b as y: body"""
    _with_items(f, node, 0)


def _with_items(f: Frame, node: ast.With, index: int) -> None:
    from verheal.contracts.lowering.expressions import lower
    from verheal.contracts.lowering.statements import lower_block

    if index == len(node.items):
        lower_block(f, node.body)
        return
    item = node.items[index]
    suppressed = _suppressed(f, item.context_expr)
    if suppressed is not None and item.optional_vars is None:
        _guarded(f, node, index, suppressed, ())
        return
    lower(f, item.context_expr)
    line = line_of(item.context_expr)
    f.stuck(f"enters a context manager, line {line}", line)
    if item.optional_vars is not None:
        from verheal.contracts.lowering.statements import assign_to

        assign_to(f, item.optional_vars, f.opaque(), node)
    _guarded(f, node, index, None, _leave(f, line))


def _leave(f: Frame, line: int) -> tuple[Stmt, ...]:
    return f.collect(lambda: f.stuck(f"leaves a context manager, line {line}", line))[0]


def _guarded(f: Frame, node: ast.With, index: int, caught: tuple[str, ...] | None, leave: tuple[Stmt, ...]) -> None:
    """The body, whose exceptions the manager sees: `caught` are swallowed for sure, None: any may be, or not."""
    key = f"{loop_key(f, node)}#{index}"
    tracked = Tracked(key, frozenset(assigned_names(node.body)))
    keep_all(f, tracked)
    f.tries.append(tracked)
    body, _, _ = f.collect(lambda: _with_items(f, node, index + 1))
    f.tries.pop()

    def swallow() -> None:
        if caught is None:
            f.emit(If(f.havoc(BOOL, "swallowed").expr, (), (Reraise(),)))

    handler, _, _ = f.collect(swallow)
    f.emit(Try(body, (Handler(caught, handler),), (), leave))
    _restore(f, tracked)


def _suppressed(f: Frame, node: ast.expr) -> tuple[str, ...] | None:
    if isinstance(node, ast.Call) and not node.keywords:
        if f.meaning(ast.unparse(node.func)) == External("contextlib.suppress"):
            names = [exception_name(f, arg) for arg in node.args]
            known = tuple(name for name in names if name is not None)
            return known if len(known) == len(names) else None
    return None


__all__ = ["TRUE", "Stuck", "exception_name", "mro", "try_statement", "with_statement"]
