"""What an inner loop establishes of one row, of all rows that the outer loop has passed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

from verheal.contracts.core.build import ZERO
from verheal.contracts.core.expr import Binder, Expr, Var
from verheal.contracts.core.types import INT
from verheal.contracts.obligations.model import FRAMED, Generated, LoopReport
from verheal.contracts.obligations.rounds import replace_terms, subterms
from verheal.contracts.obligations.simplify import Terms

ROW = Var("%r", INT)
MOST = 24
MOST_ENDS = 3
MOST_NAMES = 3


def lifted(seen: Generated, report: LoopReport) -> tuple[Expr, ...]:
    """For all k below the inner counter p(k, i), said of all rows r below the outer counter: for all k below r, or
    below another bound, p(k, r). Guesses: what r stands for is not told, so each whole number is tried.
    """
    behind = dropwhile(lambda one: one.id != report.id, seen.loops)
    later = {one.id for one in behind} - {report.id}  # what stands in it comes behind it
    inner = dict.fromkeys(item.candidate for item in seen.lemmas if item.loop in later)
    counters = [term for term in report.moving if isinstance(term, Var)][:1]
    found: dict[Expr, None] = {}
    for claim in inner:
        for counter in counters:
            found |= dict.fromkeys(_of_all(report, claim, counter))
    return tuple(found)[:MOST]


def _of_all(report: LoopReport, claim: Expr, counter: Var) -> Iterator[Expr]:
    match claim:
        case Binder("forall", var, body, _, low, Var() as end) if low == ZERO and end != counter and end not in FRAMED:
            pass
        case _:
            return
    terms = Terms()
    inside = list(subterms((body,)))
    bound = {part.var for part in inside if isinstance(part, Binder)} | {var}
    names = [part for part in inside if isinstance(part, Var) and part.type == INT and part not in bound]
    row = terms.intern(ROW)
    for name in [one for one in dict.fromkeys(names) if one not in (end, counter)][:MOST_NAMES]:
        whole = replace_terms(terms, terms.rewrite(body, terms.intern), {terms.intern(name): row})
        for high in (row, *(terms.rewrite(term, terms.intern) for term in report.steady[:MOST_ENDS])):
            part = terms.binder("forall", var, whole, terms.number(0), high)
            yield terms.binder("forall", ROW, part, terms.number(0), terms.rewrite(counter, terms.intern))
