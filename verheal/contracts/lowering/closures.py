"""Functions made while a function runs: `def` inside a function, `lambda`, generator expressions.

Law (language reference, "Function definitions"): making one evaluates decorators, defaults and annotations, and nothing
else. A call of one that is bound under its name for sure is its body, with the variables as they are then.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.expr import TRUE
from verheal.contracts.core.stmt import Assign, Scope
from verheal.contracts.core.types import NEVER, DictT, ListT, NeverT, SetT, StrT, TupleT
from verheal.contracts.dialects.model import Contract
from verheal.contracts.lowering import function_values, nonlocals
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.state import Tracked
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Slot, Val

Made = ast.FunctionDef | ast.AsyncFunctionDef


def define(f: Frame, node: Made) -> bool:
    """def name(...): inside a function. False where making it may do more than evaluate constants."""
    rebinds = bool(nonlocals.names_of(node))
    if node.decorator_list or not _plain_annotations(f, node) or (_writes_outside(node) and not rebinds):
        return False
    called = nested(f, node.name) is node and nonlocals.only_called(f, node)
    if rebinds and not (called and nonlocals.plain(f, node)):
        return False
    _captured_with_defaults(f, node, node.args)
    f.assign(node.name, NONE_VAL if called else function_values.value(f, node))  # nobody looks at what is only called
    return True


def value(f: Frame, node: ast.Lambda | ast.GeneratorExp) -> Val:
    """A function or generator as a value, of which nothing is known; its body does not run here."""
    from verheal.contracts.lowering.expressions import lower
    from verheal.contracts.lowering.iteration import iterate
    from verheal.contracts.lowering.sequences import generator, is_lazy
    from verheal.contracts.lowering.statements import captured

    if isinstance(node, ast.Lambda):
        _captured_with_defaults(f, node, node.args)
        return function_values.value(f, node)
    items = node.generators[0].iter
    if is_lazy(f, items) and generator(f, items) is None and not node.generators[0].is_async:
        iterate(f, items)
        captured(f, node)
        return f.opaque()
    first = lower(f, items)
    captured(f, node)
    if not isinstance(first.type, ListT | DictT | SetT | StrT | TupleT | NeverT) or node.generators[0].is_async:
        return f.unsupported("GeneratorExp", node)
    return f.opaque()


def _captured_with_defaults(f: Frame, node: ast.AST, spec: ast.arguments) -> None:
    from verheal.contracts.lowering.calls import escape
    from verheal.contracts.lowering.expressions import lower
    from verheal.contracts.lowering.statements import captured

    for default in [*spec.defaults, *(d for d in spec.kw_defaults if d is not None)]:
        escape(f, lower(f, default))
    captured(f, node)


def _writes_outside(node: Made) -> bool:
    return any(isinstance(inner, ast.Nonlocal | ast.Global) for inner in ast.walk(node))


def _plain_annotations(f: Frame, node: Made) -> bool:
    """Is none evaluated, or none that may do anything?"""
    from verheal.contracts.lowering.known_calls import is_type

    for statement in f.round.program.tree(f.module).body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            if any(alias.name == "annotations" for alias in statement.names):
                return True
    spec = node.args
    stars = [a for a in (spec.vararg, spec.kwarg) if a is not None]
    found = [a.annotation for a in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *stars)] + [node.returns]
    return all(one is None or is_type(f, one) for one in found)


def nested(f: Frame, name: str) -> Made | None:
    """The definition that a local name stands for whenever it is bound: the only statement that binds it."""
    if name in f.parameters:
        return None
    found = binders(f, name)
    one = found[0] if len(found) == 1 else None
    good = isinstance(one, ast.FunctionDef) and not one.decorator_list and not _suspends(one)
    return one if good and isinstance(one, ast.FunctionDef) else None


def binders(f: Frame, name: str) -> list[ast.AST]:
    """What binds the name in the function's own scope, parameters aside."""
    try:
        definition, _ = f.round.program.function_node(f.module, f.qualname)
    except KeyError:
        return []
    return [node for node in _own(definition) if _binds(node, name)]


def _own(definition: ast.AST) -> list[ast.AST]:
    """The nodes of a function's own scope, comprehensions included, nested functions as one node each."""
    found: list[ast.AST] = []
    todo = list(ast.iter_child_nodes(definition))
    while todo:
        node = todo.pop()
        found.append(node)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            todo += ast.iter_child_nodes(node)
    return found


def _binds(node: ast.AST, name: str) -> bool:
    from verheal.contracts.lowering.loops import assigned_names

    match node:
        case ast.FunctionDef(name=own) | ast.AsyncFunctionDef(name=own) | ast.ClassDef(name=own):
            return own == name
        case ast.Name(id=own):
            return own == name and not isinstance(node.ctx, ast.Load)
        case ast.ExceptHandler(name=own) | ast.MatchAs(name=own) | ast.MatchStar(name=own):
            return own == name
        case ast.MatchMapping(rest=own):
            return own == name
        case ast.Import() | ast.ImportFrom():
            return name in assigned_names([node]) or any(alias.name == "*" for alias in node.names)
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            return name in names
        case _:
            return False


def _suspends(node: ast.AST) -> bool:
    return any(isinstance(inner, ast.Yield | ast.YieldFrom | ast.Await) for inner in ast.walk(node))


def call(f: Frame, definition: Made, node: ast.Call) -> Val | None:
    """The body of the nested function, in place; None (nothing emitted) where it cannot be inlined."""
    from verheal.contracts.lowering import calls, inline, trying
    from verheal.contracts.lowering.function import local_names

    key = f"{f.module}:{f.qualname}.<locals>.{definition.name}"
    spec = definition.args
    defaults = [*spec.defaults, *(d for d in spec.kw_defaults if d is not None)]
    rebinds = nonlocals.names_of(definition)
    if key in f.round.stack or len(f.round.stack) > inline.DEPTH or (rebinds and f.tries):
        return None
    if any(not isinstance(default, ast.Constant) for default in defaults):
        return None  # evaluated when the function was made
    own = local_names(definition) | {a.arg for a in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)}
    read = {n.id for n in ast.walk(definition) if isinstance(n, ast.Name)} - own
    outer = {name for name in read if name in f.locals or name in f.parameters or name in f.env}
    if any(name not in f.env or f.env[name].bound != TRUE for name in outer):
        return None
    given = calls.arguments(f, node)
    if given is None:
        return None
    if any(isinstance(v.type, NeverT) for v in (*given[0], *given[1].values())):
        return BOTTOM
    bound = inline.bind(f, definition, f.module, given[0], given[1], node)
    if bound is None:
        for one in (*given[0], *given[1].values()):
            calls.escape(f, one)
        f.stuck(f"calls {definition.name}, which is not known, line {node.lineno}", node.lineno)
        return f.opaque()
    place = f"{f.key}>{node.lineno}.{node.col_offset}:{definition.name}"
    inner = Frame(f.round, f.module, f.path, f"{f.qualname}.<locals>.{definition.name}", place)
    inner.call_site = inline.site_of(f, node)
    inner.parameters, inner.locals = frozenset(bound), local_names(definition)
    inner.closure = f.closure | {name: Val(f.env[name].var, f.env[name].type) for name in outer}
    for name, one in bound.items():
        var = f.round.fresh(name, one.expr.type)
        f.emit(Assign(var, one.expr))
        inner.env[name] = Slot(var, one.type, TRUE)
        inline.check_argument(f, definition, f.module, name, one, node)
    if not rebinds:
        return scope(f, inner, definition, key, place)
    # The variables are kept up to date for whoever comes behind, as for the handlers of a `try`.
    tracked = Tracked(f"{place}:around", rebinds)
    trying.keep_all(f, tracked)
    for name in sorted(rebinds):
        inner.assign(name, Val(f.env[name].var, f.env[name].type))
    inner.tries.append(tracked)
    inner.locals |= rebinds
    found = scope(f, inner, definition, key, place)
    for name in sorted(rebinds):
        f.assign(name, trying.last_kept(f, tracked, name))
    return found


def scope(f: Frame, inner: Frame, definition: Made, key: str, place: str) -> Val:
    """The body in a frame that holds its arguments."""
    from verheal.contracts.lowering.function import lower_body

    learned = f.round.learned
    f.round.stack.append(key)
    f.round.writers.append((key, f.round.serial))
    kind = learned.slots.get(f"{place}:return", NEVER)
    result = f.round.fresh("result", f.resolve(kind))
    inner.result = result
    statements, _, _ = inner.collect(lambda: lower_body(inner, definition, Contract()))
    f.round.stack.pop()
    f.round.writers.pop()
    f.emit(Scope(result, statements))
    if kind == NEVER:
        f.round.dead = f.round.dead or f"{place}:return" not in learned.slots
        return BOTTOM
    f.assume_valid(result)
    return Val(result, kind)
