"""any and all of a generator: a bounded quantifier where its parts are pure, else a loop with a break."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from verheal.contracts.core.build import boolean, either, no, same
from verheal.contracts.core.expr import FALSE, Expr, forall, integer
from verheal.contracts.core.types import BOOL
from verheal.contracts.lowering import memberships
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
    if not binds_outside(f, own):
        found = attempt(f, lambda: _of_members(f, universal, own))
        if found is not None:
            return found
    return _loop(f, universal, own, call)


@dataclass(frozen=True)
class Body:
    """What is asked of one item: the conditions, the test, and the generators inside of it."""

    universal: bool
    elt: ast.expr
    ifs: list[ast.expr]
    rest: list[ast.comprehension]
    refused: list[bool]

    def lower(self, f: Frame, index: int = 0) -> Val:
        """Does the item pass (all), or decide (any)? `refused` says that an inner generator is not pure."""
        from verheal.contracts.lowering.expressions import lower, truth

        if index < len(self.ifs):
            held = truth(f, lower(f, self.ifs[index]), self.ifs[index])
            skipped = f.val(boolean(self.universal))
            return f.branch(held, lambda: self.lower(f, index + 1), lambda: skipped) or BOTTOM
        if not self.rest:
            return f.val(truth(f, lower(f, self.elt), self.elt))
        inner = _pure(f, self.universal, self.elt, self.rest)
        if inner is None:
            self.refused.append(True)
            return f.val(boolean(self.universal))
        return inner


def _of_members(f: Frame, universal: bool, node: ast.GeneratorExp) -> Val | None:
    """The members of a set or dict are quantified, whatever their order; of a dict the positions too."""
    if len(node.generators) > 1:
        return _pure(f, universal, node.elt, node.generators)
    gen = node.generators[0]
    body = Body(universal, node.elt, gen.ifs, [], [])
    found = memberships.over_members(f, gen, target_names(node), lambda: body.lower(f))
    if found is None or found.pure.fails != FALSE:
        return _pure(f, universal, node.elt, node.generators)
    test = found.pure.value
    answer = found.each(test) if universal else no(found.each(no(test)))
    if found.is_set:
        return f.val(answer)
    value = _pure(f, universal, node.elt, node.generators)
    if value is not None:
        f.assume(same(value.expr, answer), "the positions of a dict are those of its keys")
    return value


def _pure(f: Frame, universal: bool, elt: ast.expr, generators: list[ast.comprehension]) -> Val | None:
    gen = generators[0]
    body = Body(universal, elt, gen.ifs, generators[1:], [])
    names = frozenset().union(*(target_names(_shell(elt, [one])) for one in generators))
    over = items(f, gen, names)
    found = None if over is None else over.compute(lambda: body.lower(f))
    if over is None or found is None or body.refused or found[1].value.type != BOOL:
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
