"""Patterns for quantifiers: reads of maps at the bound variable itself, over maps that solvers can match on.

A read of `store` or `ite` is no good as a pattern (solvers rewrite the first and refuse the second), so
the pattern is on the maps beneath: the theory of arrays brings every read of the whole down to a read of
one of them.
"""
from __future__ import annotations

from verheal.contracts.core.expr import App, Binder, Expr, Var, children
from verheal.contracts.smt.terms import postorder

MATCHABLE = ("select", "tuple.get", "union.get", "tuple.make", "union.make", "int.add", "int.sub", "ref.cast")
FUNCTIONS = (
    "seq.sum", "seq.min", "seq.max", "seq.sorted", "seq.count", "seq.places", "set.card",
    "int.pow", "int.gcd", "int.isqrt", "int.factorial", "int.comb", "int.and",
)
MAP_FUNCTIONS = ("seq.sorted", "seq.places", "set.union", "set.intersection", "set.difference")
MOST = 4


def alternatives(
    variables: tuple[Var, ...], body: Expr, free: dict[Expr, frozenset[Var]]
) -> tuple[tuple[Expr, ...], ...]:
    """Alternative multi-patterns, each of which covers all the variables; () where there is none.

    `free` gives the bound variables (of any binder) that are free in each term of the body.
    """
    def hides(term: Expr) -> bool:
        return isinstance(term, Binder) and term.var in variables

    inner = _bound_inside(body) - frozenset(variables)
    single: dict[Expr, frozenset[Var]] = {}
    for term in postorder((body,), skip=hides):
        for read in _reads(term, frozenset(variables)):
            covers = _mentions(read, free) & frozenset(variables)
            if covers and not _mentions(read, free) & inner:
                single[read] = covers
    whole = [read for read, covers in single.items() if covers == frozenset(variables)]
    if whole:
        return tuple((read,) for read in _smallest(whole))
    parts = [_smallest([read for read, covers in single.items() if var in covers])[:1] for var in variables]
    if not all(parts):
        return ()
    return (tuple(dict.fromkeys(part[0] for part in parts)),)


def _bound_inside(body: Expr) -> frozenset[Var]:
    return frozenset(term.var for term in postorder((body,)) if isinstance(term, Binder))


def _mentions(term: Expr, free: dict[Expr, frozenset[Var]]) -> frozenset[Var]:
    if term in free:
        return free[term]
    return frozenset().union(*(_mentions(part, free) for part in children(term)))


def _reads(term: Expr, variables: frozenset[Var]) -> list[Expr]:
    """Pattern candidates that this term gives rise to: a variable of ours stands directly as key or
    argument.
    """
    if not isinstance(term, App):
        return []
    if term.op == "select":
        keys = [key for key in _options(term.args[1]) if _uncast(key) in variables]
        reads = (App("select", (base, key), term.type) for key in keys for base in bases(term.args[0]))
        return [read for read in reads if _clean(read)]
    if not any(_uncast(arg) in variables for arg in term.args):
        return []
    return [term] if term.op in FUNCTIONS and all(_clean(arg) for arg in term.args) else []


def _options(key: Expr) -> list[Expr]:
    """A key, or the keys that it is chosen from, as Python positions are by their sign."""
    if isinstance(key, App) and key.op == "ite":
        return _options(key.args[1]) + _options(key.args[2])
    return [key]


def _uncast(term: Expr) -> Expr:
    return _uncast(term.args[0]) if isinstance(term, App) and term.op == "ref.cast" else term


def bases(row: Expr) -> list[Expr]:
    """The maps that a read of this map can come down to."""
    if not isinstance(row, App):
        return [row]
    match row.op:
        case "store":
            return bases(row.args[0])
        case "ite":
            return list(dict.fromkeys(bases(row.args[1]) + bases(row.args[2])))
        case "select":
            return list(dict.fromkeys(_rows(row.args[0], row.args[1])))
        case "map.const":
            return []
        case _:
            return [row]


def _rows(table: Expr, key: Expr) -> list[Expr]:
    """The maps that `select(table, key)` can be: rows stored on the way, and the row of the table beneath."""
    if isinstance(key, App) and key.op == "ite":
        return _rows(table, key.args[1]) + _rows(table, key.args[2])
    found: list[Expr] = []
    for base in bases(table):
        found.append(App("select", (base, key), base.type.value))  # type: ignore[union-attr]
    current = table
    while isinstance(current, App) and current.op == "store":
        found += bases(current.args[2])
        current = current.args[0]
    return found


def _clean(term: Expr) -> bool:
    """May this stand in a pattern: no connectives, no ite, no quantifier (a named lambda is a constant)."""
    if isinstance(term, App):
        allowed = term.op in MATCHABLE or term.op in FUNCTIONS or term.op in MAP_FUNCTIONS
        return allowed and all(_clean(arg) for arg in term.args)
    return not (isinstance(term, Binder) and term.kind == "forall")


def _smallest(reads: list[Expr]) -> list[Expr]:
    """The candidates that contain no other candidate, at most four: deeper reads would chain
    instantiations.
    """
    chosen = [read for read in reads if not any(other != read and _inside(other, read) for other in reads)]
    return chosen[:MOST]


def _inside(part: Expr, whole: Expr) -> bool:
    return any(term == part for term in postorder((whole,)))
