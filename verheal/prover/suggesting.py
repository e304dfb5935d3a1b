"""Loop invariants that were found, as asserts of Python for the head of the loop's body.

An invariant speaks of the top of a loop, where no item has been taken yet; an assert stands behind that. So what it
says of a loop's own target has no form in Python, and the hidden counter of a `for` has one where the target tells it.
A suggestion evaluates without an exception wherever the invariants of its loop hold.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from verheal.contracts.core.expr import Expr
from verheal.contracts.lowering.bindings import External
from verheal.contracts.lowering.program import Program
from verheal.contracts.obligations.model import LoopReport
from verheal.prover.outcome import Suggestion
from verheal.prover.pythonic import BUILTINS, NoForm, Scope, python_of

LONGEST = 100  # columns: nobody reads more
NONE = "no form: "
Loop = ast.While | ast.For
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def suggestions(
    program: Program, module: str, qualname: str, reports: Iterable[LoopReport]
) -> tuple[Suggestion, ...]:
    """One for each loop of the function itself with anything to say; loops of what it calls are not its own."""
    try:
        node, _ = program.function_node(module, qualname)
    except KeyError:
        return ()
    if not all(program.binding(module, word) == External(f"builtins.{word}") for word in BUILTINS):
        return ()
    found: dict[str, list[LoopReport]] = {}
    for report in reports:
        if not report.unrolled and report.used:
            found.setdefault(report.id.partition("#")[0], []).append(report)
    loops = {f"{qualname}@{one.lineno}.{one.col_offset}": (one, path) for one, path in _loops(node)}
    made = (_suggestion(node, *loops[key], same) for key, same in found.items() if key in loops)
    return tuple(sorted((one for one in made if one is not None), key=lambda one: one.line))


def _suggestion(
    node: _Function, loop: Loop, path: tuple[ast.stmt, ...], reports: list[LoopReport]
) -> Suggestion | None:
    """What every execution of the loop has in common."""
    scope = _scope(node, loop, path, reports[0].id.partition("#")[0])
    said = [dict.fromkeys(_texts(report, scope)) for report in reports]
    texts = tuple(text for text in said[0] if not text.startswith(NONE) and all(text in others for others in said))
    left = len(said[0]) - len(texts)
    return Suggestion(loop.lineno, texts, left) if texts or left else None


def _texts(report: LoopReport, scope: Scope) -> Iterator[str]:
    """A text for each invariant, or one that is no Python for what has no form."""
    known = frozenset(report.used)
    for candidate in report.used:
        yield _text(candidate, scope, known) or f"{NONE}{candidate.digest}"


def _text(candidate: Expr, scope: Scope, known: frozenset[Expr]) -> str | None:
    try:
        text = ast.unparse(ast.parse(python_of(candidate, scope, known), mode="eval").body)
    except (NoForm, SyntaxError, RecursionError):
        return None
    return text if len(text) <= LONGEST else None


def _scope(node: _Function, loop: Loop, path: tuple[ast.stmt, ...], key: str) -> Scope:
    stored = [n.id for n in ast.walk(node) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)]
    moving = {n.id for n in ast.walk(loop) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    own = {n.id for n in ast.walk(loop.target) if isinstance(n, ast.Name)} if isinstance(loop, ast.For) else set()
    parameters = {n.arg for n in ast.walk(node.args) if isinstance(n, ast.arg)}
    bound = (parameters | set(_surely_bound(path))) - _unbound(node) - own
    if set(BUILTINS) & (parameters | set(stored)):
        bound = set()
    fixed = {name for name in bound - moving if stored.count(name) + (name in parameters) == 1}
    return Scope(key, frozenset(bound & moving), frozenset(fixed), _counter(loop, fixed))


def _counter(loop: Loop, fixed: set[str]) -> str:
    """How many rounds lie behind, as the target tells it at the head of the body; "" where it does not."""
    match loop:
        case ast.For(
            target=ast.Name(id=name),
            iter=ast.Call(func=ast.Name(id="range"), args=[_] | [ast.Constant(value=0), _], keywords=[]),
        ):
            return name
        case ast.For(
            target=ast.Name(id=name),
            iter=ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=int()) as first, _], keywords=[]),
        ):
            return f"({name} - {ast.unparse(first)})"
        case ast.For(
            target=ast.Name(id=name),
            iter=ast.Call(func=ast.Name(id="range"), args=[ast.Name(id=first), _], keywords=[]),
        ) if first in fixed:
            return f"({name} - {first})"
        case ast.For(
            target=ast.Tuple(elts=[ast.Name(id=name), _]),
            iter=ast.Call(func=ast.Name(id="enumerate"), args=[_], keywords=[]),
        ):
            return name
        case _:
            return ""


def _loops(node: _Function) -> Iterator[tuple[Loop, tuple[ast.stmt, ...]]]:
    """The loops of the function's own body, each with the statements that have run before it for sure."""

    def below(body: list[ast.stmt], before: tuple[ast.stmt, ...]) -> Iterator[tuple[Loop, tuple[ast.stmt, ...]]]:
        for index, one in enumerate(body):
            past = (*before, *body[:index])
            match one:
                case ast.While() | ast.For():
                    yield one, past
                    yield from below(one.body, (*past, one))
                    yield from below(one.orelse, past)
                case ast.If():
                    yield from below(one.body, past)
                    yield from below(one.orelse, past)
                case ast.With():
                    yield from below(one.body, (*past, one))
                case ast.Try():
                    yield from below(one.body, past)
                case _:
                    pass

    yield from below(node.body, ())


def _surely_bound(before: tuple[ast.stmt, ...]) -> Iterator[str]:
    """Names that these statements bind; of an enclosing `for` it is the target."""
    for one in before:
        match one:
            case ast.Assign(targets=targets):
                places: list[ast.expr] = targets
            case ast.AnnAssign(target=target, value=ast.expr()):
                places = [target]
            case ast.For(target=target) if _encloses(one, before):
                places = [target]
            case _:
                places = []
        for place in places:
            yield from (n.id for n in ast.walk(place) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))


def _encloses(loop: ast.For, before: tuple[ast.stmt, ...]) -> bool:
    """Does another of these stand in its body? A loop that is over may have made no round."""
    inside = {id(inner) for inner in ast.walk(loop) if inner is not loop}
    return any(id(one) in inside for one in before)


def _unbound(node: _Function) -> set[str]:
    """Names that are deleted, or are not the function's own."""
    found = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Del)}
    for one in ast.walk(node):
        if isinstance(one, ast.Global | ast.Nonlocal):
            found.update(one.names)
        if isinstance(one, ast.ExceptHandler) and one.name:
            found.add(one.name)
    return found
