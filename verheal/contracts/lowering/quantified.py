"""any and all of a generator: a bounded quantifier where its parts are pure, else a loop with a break."""

from __future__ import annotations

import ast

from verheal.contracts.core.build import boolean, either, no
from verheal.contracts.core.expr import FALSE, Expr, forall, integer
from verheal.contracts.core.types import BOOL
from verheal.contracts.lowering.comprehensions import (
    Items,
    binds_outside,
    hidden,
    items,
    located,
    own_names,
    target_names,
)
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.indices import first_index
from verheal.contracts.lowering.pure import Pure, attempt, known, leave_at
from verheal.contracts.lowering.values import BOTTOM, Val


def quantified(f: Frame, universal: bool, node: ast.GeneratorExp, call: ast.Call) -> Val:
    """all(node), or any(node)."""
    if any(gen.is_async for gen in node.generators):
        return f.unsupported("asynchronous generator", call)
    own = own_names(f, node)
    assert isinstance(own, ast.GeneratorExp)
    if not binds_outside(own):
        found = attempt(f, lambda: _pure(f, universal, own.elt, own.generators))
        if found is not None:
            return found
    return _loop(f, universal, own, call)


def _pure(f: Frame, universal: bool, elt: ast.expr, generators: list[ast.comprehension]) -> Val | None:
    from verheal.contracts.lowering.expressions import lower, truth

    gen, rest = generators[0], generators[1:]
    refused: list[bool] = []

    def test(index: int) -> Val:
        if index < len(gen.ifs):
            held = truth(f, lower(f, gen.ifs[index]), gen.ifs[index])
            return f.branch(held, lambda: test(index + 1), lambda: f.val(boolean(universal))) or BOTTOM
        if not rest:
            return f.val(truth(f, lower(f, elt), elt))
        inner = _pure(f, universal, elt, rest)
        refused.extend([True] if inner is None else [])
        return inner or BOTTOM

    names = frozenset().union(*(target_names(_shell(elt, [one])) for one in generators))
    over = items(f, gen, names)
    found = None if over is None else over.compute(lambda: test(0))
    if over is None or found is None or refused or found[1].value.type != BOOL:
        return None
    return f.val(_result(f, universal, over, found[1]))


def _shell(elt: ast.expr, generators: list[ast.comprehension]) -> ast.GeneratorExp:
    return ast.GeneratorExp(elt, generators)


def _result(f: Frame, universal: bool, over: Items, pure: Pure) -> Expr:
    """The quantified value, and the failure of the first item that fails before the answer is known."""
    k, n = over.k, over.n
    known(f, k, n, pure)
    body = forall(k, integer(0), n, pure.value if universal else no(pure.value))
    answer = body if universal else no(body)
    if pure.fails == FALSE:
        return answer
    sound = forall(k, integer(0), n, no(pure.fails))
    value = f.branch(sound, lambda: f.val(answer), lambda: _stopped(f, universal, over, pure))
    assert value is not None
    return value.expr


def _stopped(f: Frame, universal: bool, over: Items, pure: Pure) -> Val:
    """Some item fails: the first that fails or decides is where the run ends."""
    decides = no(pure.value) if universal else pure.value
    at = first_index(f, over.k, over.n, either(pure.fails, decides))
    leave_at(f, at, over.k, pure)
    return f.val(boolean(not universal))


def _loop(f: Frame, universal: bool, node: ast.GeneratorExp, call: ast.Call) -> Val:
    from verheal.contracts.lowering.statements import lower_block

    kept = hidden(f, node)
    decided = [
        ast.Assign([ast.Name(kept, ast.Store())], ast.Constant(not universal)),
        ast.Break(),
    ]
    test = ast.UnaryOp(ast.Not(), node.elt) if universal else node.elt
    body: list[ast.stmt] = [ast.If(test, [*decided], [])]
    more = ast.Name(kept, ast.Load())
    for index, gen in reversed(list(enumerate(node.generators))):
        for condition in reversed(gen.ifs):
            body = [ast.If(condition, body, [])]
        body = [ast.For(gen.target, gen.iter, body, [])]
        if index:
            leave = ast.UnaryOp(ast.Not(), more) if universal else more
            body.append(ast.If(leave, [ast.Break()], []))
    f.assign(kept, f.val(boolean(universal)))
    lower_block(f, [located(body[0], call)])
    slot = f.env.pop(kept)
    for name in target_names(node):
        f.env.pop(name, None)
    return Val(slot.var, slot.type)
