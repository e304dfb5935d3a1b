"""Guesses about rows that a loop rearranges: what is in order by now, and that no element is lost or made up.

They are worth asking about where something is to be shown of a row in order, or of how often values occur.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from verheal.contracts.core.build import ONE, ZERO, add, le, no, same, select, sub
from verheal.contracts.core.expr import App, Binder, Expr, Var, forall
from verheal.contracts.core.types import BOOL, INT, MapT
from verheal.contracts.obligations.model import FRAMED, LoopReport
from verheal.contracts.obligations.rounds import PLACE, replace_terms, stores, subterms
from verheal.contracts.obligations.simplify import Terms
from verheal.contracts.smt.orders import order_law

EACH, LATER = Var("%v", INT), Var("%l", INT)
ROW = MapT(INT, INT)
MOST_ROWS = 3
MOST_CHANGED = 3
MOST_SOURCES = 3


def concerned(goals: Iterable[Expr]) -> bool:
    """Do the claims speak of sorted rows, or of counts of all values?"""
    return any(isinstance(part, App) and (part.op == "seq.sorted" or _of_each(part)) for part in subterms(goals))


def same_counts(candidate: Expr) -> bool:
    """Is it a claim of all values, and of how often they occur?"""
    match candidate:
        case Binder("forall", _, App("eq", (left, right))) if candidate.low is None:
            return any(isinstance(part, App) and _of_each(part) for part in subterms((left, right)))
        case _:
            return False


def of_elements(part: App) -> bool:
    """Is it how often an element of some row occurs, whichever it is?"""
    match part:
        case App("seq.count", (_, _, App("select", (_, Var(name))))):
            return name.startswith("%")
        case _:
            return False


def reads(claim: Binder) -> int:
    """How many elements the claim compares at a time."""
    inside = [part for part in subterms((claim.body,)) if isinstance(part, App) and part.op == "select"]
    own = [part for part in inside if any(inner == claim.var for inner in subterms((part.args[1],)))]
    return len(own)


def says_again(report: LoopReport, guess: Expr) -> bool:
    """Does it speak of a rearranged row when sorted? That is as it was where all counts are."""
    rows = {row for _, row, _, _ in _rearranged(report)}
    inside = (part.args[0] for part in subterms((guess,)) if isinstance(part, App) and part.op == "seq.sorted")
    return any(part in rows for part in subterms(inside))


def _of_each(part: App) -> bool:
    return part.op == "seq.count" and isinstance(part.args[2], Var) and part.args[2].name.startswith("%")


def neighbours(report: LoopReport) -> Iterator[Binder]:
    """Every element of a row is at most the next."""
    for _, row, _, length in _rearranged(report):
        yield forall(PLACE, ZERO, sub(length, ONE), le(select(row, PLACE), select(row, add(PLACE, ONE))))


def paired(claim: Expr) -> Expr:
    """Where it says of neighbours that they are in order, the same of any two: solvers go from one to the next for
    ever, but not from pair to pair.
    """
    match claim:
        case App("or" | "implies", (given, Binder() as inner), kind):
            return App(claim.op, (given, paired(inner)), kind)
        case Binder("forall", var, App(op, (App("select", (row, place), sort), _), kind), _, low, high):
            if low is None or high is None or order_law(claim) is None:
                return claim
            reads = [App("select", (row, one), sort) for one in (PLACE, LATER)]
            end = add(high, ONE)
            order = App(op, tuple(reads if place == var else reads[::-1]), kind)
            return forall(PLACE, low, end, forall(LATER, add(PLACE, ONE), end, order))
        case _:
            return claim


def throughout(report: LoopReport, assumed: Iterable[Expr]) -> Iterator[Binder]:
    """What a round asks of an element of a row, of all of them, and not; what all had on entry."""
    terms = Terms()
    rows = list(_rearranged(report))
    for body, (_, row, _, length) in product(report.asked, rows):
        if any(part == row for part in subterms((body,))):
            yield from (forall(PLACE, ZERO, length, one) for one in (body, no(body)))
    then = {before: row for _, row, before, _ in rows}
    for fact in assumed if rows else ():
        if isinstance(fact, Binder) and fact.high is not None and fact.high not in FRAMED:
            named = replace_terms(terms, terms.rewrite(fact, terms.intern), report.names)
            now = replace_terms(terms, named, then)
            if now is not named and isinstance(now, Binder):
                yield now


def same_elements(report: LoopReport, goals: Iterable[Expr]) -> Iterator[Expr]:
    """Each value is in a row as often as on entry; or would be, were the row stored to as the claims say."""
    terms = Terms()
    rows = list(_rearranged(report))
    for _, row, before, length in rows:
        yield _alike(row, before, length)
    changed: dict[Expr, None] = {}
    for goal in goals:
        named = replace_terms(terms, terms.rewrite(goal, terms.intern), report.names)
        changed |= {part.args[0]: None for part in subterms((named,)) if isinstance(part, App) and _of_each(part)}
    for made in list(changed):
        if len(stores(made)) != 1:
            continue
        for _, row, before, length in rows:
            if _base(made) == row:
                yield _alike(made, before, length)


def taken_over(report: LoopReport) -> Iterator[Expr]:
    """Each value is in a row as often as among the first elements of another, or of two others."""
    stored = [(row, length) for _, row, _, length in _rearranged(report)]
    written = {row for row, _ in stored}
    sources = [row for row in report.rows if row not in written][:MOST_SOURCES]
    parts = [App("seq.count", (row, counter, EACH), INT) for row in sources for counter in report.moving[:MOST_SOURCES]]
    for row, length in stored:
        whole = App("seq.count", (row, length, EACH), INT)
        for part in parts:
            yield Binder("forall", EACH, same(whole, part), BOOL)
        for one, other in combinations(parts, 2):
            if one.args[0] != other.args[0] and one.args[1] != other.args[1]:
                yield Binder("forall", EACH, same(whole, add(one, other)), BOOL)


def _alike(row: Expr, before: Expr, length: Expr) -> Binder:
    counts = (App("seq.count", (one, length, EACH), INT) for one in (row, before))
    return Binder("forall", EACH, same(*counts), BOOL)


def _base(row: Expr) -> Expr:
    while isinstance(row, App) and row.op == "store":
        row = row.args[0]
    return row


def _rearranged(report: LoopReport) -> Iterator[tuple[Expr, Expr, Expr, Expr]]:
    """Address, row, row on entry and length of each list of numbers that the loop stores in."""
    found = 0
    for top, start, kept in report.stored:
        if not (isinstance(top, Var) and top.name.startswith("data@") and top.type == MapT(INT, ROW)):
            continue
        lengths = Var("len@" + top.name.removeprefix("data@"), ROW)
        for address in kept:
            found += 1
            if found <= MOST_ROWS:
                yield address, select(top, address), select(start, address), select(lengths, address)
