"""Slices with a step, and repeated strings.

Law (library reference, "Common Sequence Operations"): the slice from i to j with step k holds the items i, i + k, ...
before j; bounds beyond the ends stand for the ends, by the sign of the step. s * n is n copies one after the other.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import add, both, choose, implies, le, lt, no, same, select, sub, text
from verheal.contracts.core.expr import TRUE, App, Const, Expr, forall, integer, mapping
from verheal.contracts.core.stmt import Pure
from verheal.contracts.core.types import BOOL, INT, STR, ListT, StrT
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.arguments import unmodelled
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import multiply, to_int
from verheal.contracts.lowering.values import BOTTOM, Val

LONGEST = 2**63 - 1  # sys.maxsize of a 64-bit CPython


def stepped(f: Frame, value: Val, low: Val | None, high: Val | None, step: Val, node: ast.AST) -> Val:
    """value[low:high:step] of a list or string, the step a literal."""
    k = step.expr.value if isinstance(step.expr, Const) else None
    if not isinstance(k, int) or not isinstance(value.type, ListT | StrT):
        return f.unsupported("slice of this kind", node)
    if k == 0:
        f.fail_if(TRUE, "ValueError", node)
        return BOTTOM
    n = f.name_value(containers.size(f, value)).expr
    start, count = reach(f, low, high, k, n)
    if isinstance(value.type, ListT):
        source = containers.row(f, value)
        i = f.round.fresh("k", INT)
        moved = mapping(i, select(source, add(start, multiply(i, integer(k)))))
        return containers.new_list(f, value.type, moved, count)
    unmodelled(f, "slice of this kind", node)
    found = f.havoc(STR, "slice")
    f.assume(same(App("str.len", (found.expr,), INT), count), "the length of a slice")
    first = App("str.at", (value.expr, start), STR)
    mine = App("str.at", (found.expr, integer(0)), STR)
    f.assume(implies(lt(integer(0), count), same(mine, first)), "the first item of a slice")
    if k == -1 and low is None and high is None:
        i = f.round.fresh("k", INT)
        pair = [App("str.at", (value.expr, place), STR) for place in (i, sub(sub(n, integer(1)), i))]
        half = App("int.floordiv", (n, integer(2)), INT)
        alike = forall(i, integer(0), half, same(*pair))
        f.assume(same(same(found.expr, value.expr), alike), "what reads alike from both ends is itself reversed")
    return found


def reach(f: Frame, low: Val | None, high: Val | None, step: int, n: Expr) -> tuple[Expr, Expr]:
    """(the first position, how many there are)."""
    ahead = step > 0
    least, most = (integer(0), n) if ahead else (integer(-1), sub(n, integer(1)))

    def clamp(bound: Val | None, missing: Expr) -> Expr:
        if bound is None:
            return missing
        number = to_int(bound)
        shifted = add(number, n)
        below = choose(lt(shifted, integer(0)), least, shifted)
        return f.name_value(f.val(choose(lt(number, integer(0)), below, choose(lt(most, number), most, number)))).expr

    start = clamp(low, least if ahead else most)
    stop = clamp(high, most if ahead else least)
    distance = sub(stop, start) if ahead else sub(start, stop)
    steps = App("int.floordiv", (sub(distance, integer(1)), integer(abs(step))), INT)
    count = choose(lt(integer(0), distance), add(steps, integer(1)), integer(0))
    return start, f.name_value(f.val(count), "count").expr


def repeated(f: Frame, value: Val, times: Expr, node: ast.AST) -> Val:
    """value * times of a string; that results which fit an address space also fit in memory is an assumption."""
    if isinstance(value.expr, Const) and isinstance(times, Const):
        known = str(value.expr.value)
        if len(known) * int(times.value or 0) <= 4096:
            return f.val(text(known * int(times.value or 0)))
    fits = both(le(integer(-LONGEST - 1), times), le(times, integer(LONGEST)))
    f.fail_if(no(fits), "OverflowError", node)
    n = f.name_value(containers.size(f, value)).expr
    count = f.name_value(f.val(choose(lt(times, integer(0)), integer(0), times)), "times").expr
    whole = f.name_value(f.val(multiply(n, count)), "length").expr
    f.fail_if(lt(integer(LONGEST), whole), "OverflowError", node)
    f.fail_if(le(integer(2**60), whole), "MemoryError", node)
    unmodelled(f, "repeat of str", node)
    found = f.havoc(STR, "repeated", Pure("repeated", (value.expr, count)))
    f.assume(same(App("str.len", (found.expr,), INT), whole), "the length of what is repeated")
    f.assume(implies(same(times, integer(1)), same(found.expr, value.expr)), "once is the string itself")
    f.assume(implies(lt(integer(0), count), App("str.startswith", (found.expr, value.expr), BOOL)), "one by one")
    return found
