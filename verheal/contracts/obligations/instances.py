"""What is denied of all places of a row that was written is denied at the written place too, said out loud.

`not (forall k: p(row[k := v][k]))` is met at k where the round wrote, or was met before. Solvers find instances among
the reads of a text, and of the written place there is none: so it is named. Every step is an equivalence.
"""

from __future__ import annotations

from verheal.contracts.core.expr import App, Binder, Expr
from verheal.contracts.core.types import BOOL, INT
from verheal.contracts.obligations.rounds import replace_terms, stores, subterms
from verheal.contracts.obligations.simplify import Terms

MOST_KEYS = 3
DEEPEST = 12


def instantiated(terms: Terms, goal: Expr, positive: bool = True, depth: int = 0) -> Expr:
    """A goal that is equivalent, with instances of the quantifiers that a proof of it may use."""
    if depth > DEEPEST:
        return goal
    match goal:
        case App("not", (part,)):
            return terms.negate(instantiated(terms, part, not positive, depth + 1))
        case App("and", parts):
            return terms.conj(tuple(instantiated(terms, part, positive, depth + 1) for part in parts))
        case App("or", parts):
            return terms.disj(tuple(instantiated(terms, part, positive, depth + 1) for part in parts))
        case App("implies", (given, part)):
            return terms.implies(given, instantiated(terms, part, positive, depth + 1))
        case Binder("forall", var, body, _, low, high):
            inner = instantiated(terms, body, positive, depth + 1)
            whole = goal if inner is body else terms.binder("forall", var, inner, low, high)
            return whole if positive else terms.conj((whole, *_instances(terms, goal)))
        case _:
            return goal


def _instances(terms: Terms, claim: Binder) -> list[Expr]:
    """The body at each place that the rows it reads were written at, if that is in the range."""
    var, low, high = terms.intern(claim.var), claim.low, claim.high
    if claim.var.type != INT or low is None or high is None:
        return []
    inner = {terms.intern(part.var) for part in subterms((claim.body,)) if isinstance(part, Binder)}
    if var in inner:
        return []
    inside = inner | {var}
    found: dict[Expr, None] = {}
    for part in subterms((claim.body,)):
        match part:
            case App("select", (row, place)) if place is var:
                found |= dict.fromkeys(key for key, _ in stores(row))
            case _:
                pass
    keys = [key for key in found if not any(part in inside for part in subterms((key,)))]
    return [
        terms.implies(
            terms.conj((terms.make("int.le", (low, key), BOOL), terms.make("int.lt", (key, high), BOOL))),
            replace_terms(terms, claim.body, {var: key}),
        )
        for key in keys[:MOST_KEYS]
    ]
