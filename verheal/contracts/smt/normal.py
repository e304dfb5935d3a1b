"""Quantifiers brought into the form that solvers can match on; every step is an equivalence.

`forall k in [0, n): p(row[k + 1])` becomes `forall k in [1, n + 1): p(row[k])`, so that `row[k]` is a
pattern, and tests that the bounds decide (`k < 0` under `0 <= k`) disappear.
"""
from __future__ import annotations

from verheal.contracts.core.build import add, boolean, both, choose, either, implies, no, sub
from verheal.contracts.core.expr import App, Binder, Const, Expr, Var, children, integer
from verheal.contracts.core.types import INT
from verheal.contracts.smt.terms import bound_variables, free_variables, postorder, replace

Sum = dict[Expr, int]
ONE_PART = integer(1)
MOST_STEPS = 40


def normalised(roots: tuple[Expr, ...]) -> tuple[Expr, ...]:
    """The roots with all their quantifiers normalised; equal terms of them are one object from then on."""
    done: dict[Expr, Expr] = {}
    table: dict[Expr, Expr] = {}
    for term in postorder(roots):
        fresh = _rebuilt(term, tuple(done[part] for part in children(term)))
        over_ints = isinstance(fresh, Binder) and fresh.kind == "forall" and fresh.var.type == INT
        fresh = _forall(fresh) if isinstance(fresh, Binder) and over_ints else fresh
        done[term] = table.setdefault(fresh, fresh)
    return tuple(done[root] for root in roots)


def _rebuilt(term: Expr, parts: tuple[Expr, ...]) -> Expr:
    if all(a is b for a, b in zip(parts, children(term), strict=True)):
        return term
    match term:
        case App(op, _, kind, index):
            return App(op, parts, kind, index)
        case Binder(kind, var, _, sort, low, high):
            edges = iter(parts)
            first = next(edges) if low is not None else None
            last = next(edges) if high is not None else None
            return Binder(kind, var, parts[-1], sort, first, last)
        case _:
            return term


def _forall(term: Binder) -> Expr:
    body = _decided(term)
    term = Binder(term.kind, term.var, body, term.type, term.low, term.high)
    places = _places(term)
    if not places or {term.var: 1} in places:
        return term
    return _moved(term, places[0])


def _decided(term: Binder) -> Expr:
    """The body without the tests on the variable that constant bounds decide."""
    var, low, high = term.var, term.low, term.high
    least = low.value if isinstance(low, Const) and isinstance(low.value, int) else None
    past = high.value if isinstance(high, Const) and isinstance(high.value, int) else None
    if least is None and past is None:
        return term.body
    done: dict[Expr, Expr] = {}
    for part in postorder((term.body,)):
        if isinstance(part, Binder) and part.var == var:
            return term.body
        fresh = _rebuilt(part, tuple(done[piece] for piece in children(part)))
        done[part] = _folded(fresh, var, least, past) if isinstance(fresh, App) else fresh
    return done[term.body]


def _folded(part: App, var: Var, least: int | None, past: int | None) -> Expr:
    match part.op:
        case "int.lt" | "int.le":
            found = _truth(part, var, least, past)
            return part if found is None else boolean(found)
        case "ite":
            return choose(*part.args)
        case "not":
            return no(part.args[0])
        case "and":
            return both(*part.args)
        case "or":
            return either(*part.args)
        case "implies":
            return implies(*part.args)
        case _:
            return part


def _truth(test: App, var: Var, least: int | None, past: int | None) -> bool | None:
    """The value of a comparison of the variable with a constant, for every value in the bounds, if it is
    one.
    """
    total = summed(sub_of(test.args[0], test.args[1]))
    factor = total.pop(var, 0)
    fixed = total.pop(ONE_PART, 0)
    if total or factor not in (1, -1):
        return None
    # The test is factor * var + fixed < limit.
    limit = 0 if test.op == "int.lt" else 1
    ends = (least, None if past is None else past - 1)
    smallest, largest = ends if factor == 1 else (ends[1], ends[0])
    if largest is not None and factor * largest + fixed < limit:
        return True
    if smallest is not None and factor * smallest + fixed >= limit:
        return False
    return None


def sub_of(left: Expr, right: Expr) -> Expr:
    """left - right, not folded."""
    return App("int.sub", (left, right), INT)


def summed(term: Expr) -> Sum:
    """A linear combination: factors of terms, the constant under the literal 1. Long sums stay one term."""
    total: Sum = {}
    stack: list[tuple[Expr, int]] = [(term, 1)]
    steps = 0
    while stack:
        part, factor = stack.pop()
        steps += 1
        if steps > MOST_STEPS:
            return {term: 1}
        match part:
            case Const(value=int(value)):
                total[ONE_PART] = total.get(ONE_PART, 0) + factor * int(value)
            case App(op="int.add", args=(a, b)):
                stack += [(b, factor), (a, factor)]
            case App(op="int.sub", args=(a, b)):
                stack += [(b, -factor), (a, factor)]
            case App(op="int.neg", args=(a,)):
                stack.append((a, -factor))
            case _:
                total[part] = total.get(part, 0) + factor
    return {part: factor for part, factor in total.items() if factor}


def written(total: Sum) -> Expr:
    """The linear combination as a term."""
    result: Expr = integer(0)
    for part, factor in total.items():
        if part == ONE_PART:
            continue
        scaled = part if abs(factor) == 1 else App("int.mul", (integer(abs(factor)), part), INT)
        result = add(result, scaled) if factor > 0 else sub(result, scaled)
    fixed = total.get(ONE_PART, 0)
    return add(result, integer(fixed)) if fixed >= 0 else sub(result, integer(-fixed))


def _places(term: Binder) -> list[Sum]:
    """The positions, linear in the variable with factor 1 or -1, at which the body reads rows."""
    var = term.var
    if any(isinstance(part, Binder) and part.var == var for part in postorder((term.body,))):
        return []
    free = free_variables((term.body,))
    inner = bound_variables((term.body,))
    found: list[Sum] = []
    for part in postorder((term.body,)):
        if isinstance(part, App) and part.op == "select" and part.args[1].type == INT:
            for option in _options(part.args[1]):
                total = summed(option) if var in free.get(option, frozenset()) else {}
                rest = [piece for piece in total if piece not in (var, ONE_PART)]
                simple = all(free[piece].isdisjoint({var} | inner) for piece in rest)
                if simple and total.get(var) in (1, -1) and total not in found:
                    found.append(total)
    return found


def _options(index: Expr) -> list[Expr]:
    """An index, or what an index may be that is chosen by a test (Python's negative positions); the usual
    case first.
    """
    if isinstance(index, App) and index.op == "ite":
        return _options(index.args[2]) + _options(index.args[1])
    return [index]


def _moved(term: Binder, place: Sum) -> Binder:
    """The quantifier over the position instead of the variable."""
    var = term.var
    factor = place[var]
    rest = {part: number for part, number in place.items() if part != var}
    # position = factor * var + rest, so var = factor * (position - rest).
    inverse: Sum = {var: factor, **{part: -factor * number for part, number in rest.items()}}
    body = _tidied(replace(term.body, {var: written(inverse)}), var)
    ends = [None if edge is None else _joined(summed(edge), rest, factor) for edge in (term.low, term.high)]
    if factor == -1:
        low, high = _turned(ends)
    else:
        low, high = (None if end is None else written(end) for end in ends)
    return Binder(term.kind, var, body, term.type, low, high)


def _joined(edge: Sum, rest: Sum, factor: int) -> Sum:
    total = {part: factor * number for part, number in edge.items()}
    for part, number in rest.items():
        total[part] = total.get(part, 0) + number
    return {part: number for part, number in total.items() if number}


def _turned(ends: list[Sum | None]) -> tuple[Expr | None, Expr | None]:
    """[low, high) seen from the other side: (rest - high, rest - low]."""
    low, high = ends
    return (
        None if high is None else written(_joined(high, {ONE_PART: 1}, 1)),
        None if low is None else written(_joined(low, {ONE_PART: 1}, 1)),
    )


def _tidied(body: Expr, var: Var) -> Expr:
    """The body with sums around the variable written out once, so that a position is the variable itself."""
    done: dict[Expr, Expr] = {}
    mentions: set[Expr] = {var}
    for part in postorder((body,)):
        fresh = _rebuilt(part, tuple(done[piece] for piece in children(part)))
        if isinstance(part, App) and any(piece in mentions for piece in part.args):
            if part.op in ("int.add", "int.sub", "int.neg"):
                mentions.add(part)
                fresh = written(summed(fresh))
        done[part] = fresh
    return done[body]
