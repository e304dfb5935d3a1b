"""Whole numbers as linear combinations, and what bounds of variables say of them."""
from __future__ import annotations

from collections.abc import Mapping

from verheal.contracts.core.expr import App, Const, Expr, Var
from verheal.contracts.core.types import INT

Sum = dict[Expr | None, int]  # factors of terms; the constant under None
MOST_STEPS = 40
FROM_ZERO = frozenset(("str.len", "set.card", "seq.count"))


def linear(term: Expr, factor: int = 1, total: Sum | None = None) -> Sum:
    """factor * term, added to `total`; long sums stay one term."""
    found: Sum = dict(total or {})
    stack: list[tuple[Expr, int]] = [(term, factor)]
    steps = 0
    while stack:
        part, times = stack.pop()
        steps += 1
        match part:
            case Const(int() as value) if part.type == INT:
                found[None] = found.get(None, 0) + times * value
            case App("int.add", (a, b)) if steps < MOST_STEPS:
                stack += [(a, times), (b, times)]
            case App("int.sub", (a, b)) if steps < MOST_STEPS:
                stack += [(a, times), (b, -times)]
            case App("int.neg", (a,)) if steps < MOST_STEPS:
                stack.append((a, -times))
            case _:
                found[part] = found.get(part, 0) + times
    return {part: number for part, number in found.items() if number}


def difference(left: Expr, right: Expr) -> Sum:
    """left - right."""
    return linear(right, -1, linear(left))


def extreme(total: Sum, bounds: Mapping[Var, tuple[Expr, Expr]], most: bool) -> int | None:
    """A number that the sum is nowhere above (or, not `most`, below) while variables lie in their half-open ranges."""
    for var in reversed(list(bounds)):  # the range of an inner variable may speak of outer ones
        factor = total.get(var, 0)
        if factor:
            low, high = bounds[var]
            rest = {part: number for part, number in total.items() if part != var}
            if (factor > 0) == most:
                rest[None] = rest.get(None, 0) - factor
                total = linear(high, factor, rest)
            else:
                total = linear(low, factor, rest)
    for part, factor in total.items():
        if part is not None and not ((factor > 0) != most and isinstance(part, App) and part.op in FROM_ZERO):
            return None
    return total.get(None, 0)
