"""Guesses of loop invariants from what is to be shown: the claims, and with a constant replaced by a counter.

That is how invariants are found by hand (Gries 1981). Claims behind a loop speak of the values at its top.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var
from verheal.contracts.obligations.model import LoopReport, Obligation
from verheal.contracts.obligations.rounds import replace_terms, subterms, tidy
from verheal.contracts.obligations.simplify import Terms

KINDS = ("post", "assert", "invariant", "pre", "type", "loop-invariant")
MOST_PIECES = 12
MOST_COUNTERS = 2
MOST_STEADY = 4
LARGEST = 400  # parts of one piece


def from_goals(report: LoopReport, obligations: Iterable[Obligation]) -> tuple[Expr, ...]:
    """Candidates over program variables, the claims as they stand first."""
    terms = Terms()
    own = [o.sequent.goal for o in obligations if o.site.kind in KINDS or o.site.kind.startswith("safety:")]
    found: dict[Expr, None] = {}
    for goal in dict.fromkeys(own):
        named = replace_terms(terms, terms.rewrite(goal, terms.intern), report.names)
        for piece in _pieces(terms, tidy(terms, named)):
            if len(found) < MOST_PIECES and _speaks(piece, report):
                found[piece] = None
    more = [changed for piece in found for changed in _counted(terms, piece, report)]
    return tuple(dict.fromkeys((*found, *more)))


def _pieces(terms: Terms, goal: Expr) -> Iterator[Expr]:
    """What is claimed, without the conditions on the way to it; then with them."""
    match goal:
        case App("and", parts):
            for part in parts:
                yield from _pieces(terms, part)
        case App("implies", (_, then)):
            yield from _pieces(terms, then)
            yield goal
        case App("not", (App("and", parts),)):
            for part in reversed(parts):
                if isinstance(part, App) and part.op == "not":
                    yield from _pieces(terms, part.args[0])
        case App("ite", (_, then, orelse)):
            yield from (*_pieces(terms, then), *_pieces(terms, orelse))
        case Const():
            return
        case _:
            yield goal


def _speaks(piece: Expr, report: LoopReport) -> bool:
    """Only of what has a name in candidates, and of something that the loop changes."""
    known = {part for name in report.names.values() for part in subterms((name,))}
    parts = list(subterms((piece,)))
    bound = {part.var for part in parts if isinstance(part, Binder)}
    names = [part for part in parts if isinstance(part, Var) and part not in bound]
    return len(parts) <= LARGEST and all(name in known for name in names)


def _counted(terms: Terms, piece: Expr, report: LoopReport) -> Iterator[Expr]:
    """With a bound replaced by a counter, or by the next one: what was done for all is done for those passed."""
    parts = set(subterms((piece,)))
    # Where a choice hangs on the bound, as in the ends of slices, the result is a claim of another kind.
    parts -= set(subterms([part for part in parts if isinstance(part, App) and part.op == "ite"]))
    counters = [terms.rewrite(term, terms.intern) for term in report.moving][:MOST_COUNTERS]
    steady = [terms.rewrite(term, terms.intern) for term in report.steady]
    for bound in [term for term in steady if term in parts][:MOST_STEADY]:
        for counter in counters:
            for away in (0, 1):
                place = terms.make("int.add", (counter, terms.number(away)), counter.type)
                changed = replace_terms(terms, piece, {bound: place})
                if not isinstance(changed, Const):
                    yield changed


