"""Guesses of loop invariants and measures, from what one arbitrary round does.

Templates in the manner of Houdini (Flanagan and Leino 2001): many cheap ones, of which the prover keeps those
that are inductive together. Wrong ones cost time, never soundness.
"""
from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from math import gcd

from verheal.contracts.core.expr import App, Const, Expr, Var
from verheal.contracts.core.types import BOOL, INT, MapT, UnionT, is_reference
from verheal.contracts.obligations.arithmetic import split
from verheal.contracts.obligations.divisors import divisors
from verheal.contracts.obligations.gathered import gathered
from verheal.contracts.obligations.latched import latched
from verheal.contracts.obligations.quantified import quantified
from verheal.contracts.obligations.rounds import (
    Moving,
    Round,
    atoms,
    cells,
    constant_addresses,
    flag_of,
    replace_terms,
    subterms,
    tidy,
)
from verheal.contracts.obligations.simplify import Terms

CAP = 60


def propose(a_round: Round, written: Iterable[Expr], cap: int = CAP) -> tuple[Expr, ...]:
    """Candidate invariants over program variables: the written ones, then at most `cap` guesses."""
    terms = a_round.terms
    found: dict[Expr, None] = dict.fromkeys(terms.rewrite(term, terms.intern) for term in written)
    limit = len(found) + len(a_round.twins) + cap
    begins = {item.top: item.begin for item in a_round.variables.values()}
    for guess in _guesses(a_round):
        if len(found) >= limit:
            break
        if isinstance(guess, Const) or replace_terms(terms, guess, begins) is terms.false:
            continue
        found[a_round.abstract(guess)] = None
    return tuple(term for term in found if not isinstance(term, Const))


def measures(a_round: Round, cap: int = 16) -> tuple[tuple[Expr, ...], ...]:
    """Candidate measures over program variables: differences in tests, variables, their magnitudes, sums of what two
    comparisons of the test leave to go, pairs.
    """
    terms = a_round.terms
    numbers = [*a_round.of_type(INT), *cells(a_round)]
    found: dict[Expr, None] = {}
    for atom in _int_atoms(a_round, atoms(terms, (a_round.test, *a_round.conds))):
        left, right = atom.args
        if any(isinstance(part, App) and part.op == "ite" for part in subterms((left, right))):
            continue
        found[terms.make("int.sub", (right, left), INT)] = None
        found[terms.make("int.sub", (left, right), INT)] = None
    singles = [item.top for item in numbers if item.step != 0]
    for top in singles:
        found[top] = None
        negative = terms.make("int.lt", (top, terms.number(0)), BOOL)
        found[terms.ite(negative, terms.make("int.neg", (top,), INT), top)] = None
    plain = [part for part in found if not isinstance(part, Const) and not a_round.constant(part)]
    chosen: list[tuple[Expr, ...]] = [(part,) for part in plain[: cap - 4]]
    ways = [_minus(terms, *atom.args[::-1]) for atom in _int_atoms(a_round, atoms(terms, (a_round.test,)))]
    chosen += [(terms.make("int.add", pair, INT),) for pair in combinations(ways[:3], 2)]
    chosen += [(one, other) for one in singles[:3] for other in singles[:3] if one is not other]
    return tuple(tuple(a_round.abstract(part) for part in item) for item in chosen[:cap])


def _guesses(a_round: Round) -> Iterable[Expr]:
    terms = a_round.terms
    for one, other in a_round.twins:
        yield terms.eq(one, other)
    numbers = [*(item for item in a_round.of_type(INT) if a_round.reads(item)), *cells(a_round)]
    for item in numbers:
        yield from _basic(terms, item)
    yield from _bounds(a_round, numbers)
    yield from _frames(a_round)
    yield from _passed(a_round)
    yield from _references(a_round)
    yield from _together(terms, numbers)
    yield from divisors(a_round)
    yield from _flags(a_round)
    yield from _latest(a_round)
    yield from latched(a_round)
    yield from gathered(a_round)
    yield from quantified(a_round)


def _le(terms: Terms, left: Expr, right: Expr) -> Expr:
    return terms.make("int.le", (left, right), BOOL)


def _minus(terms: Terms, left: Expr, right: Expr) -> Expr:
    return terms.make("int.sub", (left, right), INT)


def _basic(terms: Terms, item: Moving) -> Iterable[Expr]:
    """v >= entry, v <= entry, v >= 0, v >= 1, and the residue that constant steps keep."""
    values = [delta.value if isinstance(delta, Const) else None for delta in item.deltas]
    steps = [value for value in values if isinstance(value, int)]
    known = len(steps) == len(values)
    if not known or min(steps, default=0) >= 0:
        yield _le(terms, item.begin, item.top)
    if not known or max(steps, default=0) <= 0:
        yield _le(terms, item.top, item.begin)
    yield _le(terms, terms.number(0), item.top)
    if not (isinstance(item.begin, Const) and item.begin.value == 0):
        yield _le(terms, terms.number(1), item.top)
    common = gcd(*steps) if known else 0
    if common > 1:
        moved = _minus(terms, item.top, item.begin)
        yield terms.eq(terms.make("int.mod", (moved, terms.number(common)), INT), terms.number(0))


def _int_atoms(a_round: Round, found: Iterable[Expr]) -> list[App]:
    return [
        atom
        for atom in found
        if isinstance(atom, App)
        and atom.op in ("int.lt", "int.le", "eq")
        and atom.args[0].type == atom.args[1].type == INT
        and a_round.plain(atom)
        and not a_round.constant(atom)
    ]


def _bounds(a_round: Round, numbers: list[Moving]) -> Iterable[Expr]:
    """What the test says of the last round but one: a < b leaves a <= b, unless nothing moved yet."""
    terms = a_round.terms
    for atom in _int_atoms(a_round, atoms(terms, (a_round.test,))):
        left, right = atom.args
        if atom.op == "int.le":
            yield _le(terms, left, right)
            right = terms.make("int.add", (right, terms.number(1)), INT)
        pairs = ((left, right), (right, left)) if atom.op == "eq" else ((left, right),)
        for low, high in pairs:
            yield _le(terms, low, high)
            for item in numbers:
                if split(low)[0] is item.top or split(high)[0] is item.top:
                    yield terms.disj((_le(terms, low, high), terms.eq(item.top, item.begin)))
    yield from _inner_bounds(a_round, numbers)


def _inner_bounds(a_round: Round, numbers: list[Moving]) -> Iterable[Expr]:
    """Comparisons inside the body between moving numbers and constants."""
    terms = a_round.terms
    tops = {item.top for item in numbers}
    for atom in _int_atoms(a_round, atoms(terms, (tidy(terms, cond) for cond in a_round.conds)))[:8]:
        bases = [split(part)[0] for part in atom.args]
        if atom.op != "eq" and all(base is None or base in tops or a_round.constant(base) for base in bases):
            yield _le(terms, *atom.args)
            yield _le(terms, atom.args[1], atom.args[0])


def _frames(a_round: Round) -> Iterable[Expr]:
    """What was allocated before the loop keeps its content, but at the addresses that the loop stores at."""
    terms = a_round.terms
    bound = Var("%a", INT)
    address = terms.intern(bound)
    for var, whole in a_round.variables.items():
        if not (isinstance(var.type, MapT) and var.type.key == INT and "@" in var.name):
            continue
        kind = var.type.value
        now, then = (terms.make("select", (table, address), kind) for table in (whole.top, whole.begin))
        spared = [terms.eq(address, key) for key in constant_addresses(a_round, whole)]
        body = terms.disj((*spared, terms.eq(now, then)))
        yield terms.binder("forall", bound, body, terms.number(0), a_round.alloc)


def _passed(a_round: Round) -> Iterable[Expr]:
    """What was tested on the way to the loop, of an enclosing one too, of the values at its top."""
    tops: dict[Expr, Expr] = {i.begin: i.top for i in a_round.variables.values() if not isinstance(i.begin, Const)}
    for cond in a_round.before:
        moved = replace_terms(a_round.terms, cond, tops)
        if moved is not cond:
            yield moved


def _references(a_round: Round) -> Iterable[Expr]:
    """References point below `alloc`; some are never redirected, some point at objects made in the loop."""
    terms = a_round.terms
    alloc = next((item.top for var, item in a_round.variables.items() if var.name == "alloc"), a_round.alloc)
    for var, item in a_round.variables.items():
        if is_reference(var.type):
            yield _le(terms, terms.number(0), item.top)
            yield terms.make("int.lt", (item.top, alloc), BOOL)
            yield _le(terms, a_round.alloc, item.top)


def _together(terms: Terms, numbers: list[Moving]) -> Iterable[Expr]:
    """Numbers that move in step: equal multiples, counts below the counter, sums of an arithmetic series."""
    steady = [item for item in numbers if item.step]
    if not steady:
        return
    counter = steady[0]
    pace = counter.step or 1
    gone = _minus(terms, counter.top, counter.begin)
    for item in steady[1:]:
        moved = _minus(terms, item.top, item.begin)
        left = terms.make("int.mul", (moved, terms.number(pace)), INT)
        yield terms.eq(left, terms.make("int.mul", (gone, terms.number(item.step or 0)), INT))
    for item in numbers:
        values = [delta.value for delta in item.deltas if isinstance(delta, Const)]
        if item.step is None and len(values) == len(item.deltas) and pace == 1:
            most = max(value for value in values if isinstance(value, int))
            high = terms.make("int.mul", (gone, terms.number(most)), INT)
            yield _le(terms, _minus(terms, item.top, item.begin), high)
        elif item.step is None and len(item.deltas) == 1 and pace in (1, -1):
            yield from _series(terms, counter, item)


def _series(terms: Terms, counter: Moving, item: Moving) -> Iterable[Expr]:
    """acc += i + c for i running up or down by one: twice the gain is (number of rounds) * (first + last)."""
    base, offset = split(item.deltas[0])
    if base is not counter.top:
        return
    up = counter.step == 1
    first, last = counter.begin, terms.make("int.add", (counter.top, terms.number(-1 if up else 1)), INT)
    rounds = _minus(terms, counter.top, counter.begin)
    rounds = rounds if up else terms.make("int.neg", (rounds,), INT)
    ends = terms.make("int.add", (terms.make("int.add", (first, last), INT), terms.number(2 * offset)), INT)
    gain = terms.make("int.mul", (_minus(terms, item.top, item.begin), terms.number(2)), INT)
    yield terms.eq(gain, terms.make("int.mul", (rounds, ends), INT))


def _latest(a_round: Round) -> Iterable[Expr]:
    """A variable that is made anew in each round is as the round before made it."""
    terms = a_round.terms
    for counter in [item for item in a_round.of_type(INT) if item.step][:1]:
        before = _minus(terms, counter.top, terms.number(counter.step or 0))
        for item in a_round.variables.values():
            made = tidy(terms, item.back)
            kept = isinstance(item.top.type, MapT) or a_round.reads(item) or a_round.passing(item)
            if kept or not a_round.plain(made):
                continue
            flag = flag_of(a_round, item)
            first = terms.eq(counter.top, counter.begin) if flag is None else terms.negate(flag)
            yield terms.disj((first, terms.eq(item.top, replace_terms(terms, made, {counter.top: before}))))


def _flags(a_round: Round) -> Iterable[Expr]:
    """A flag that is still as it was; a union that is still, or again, the same member."""
    terms = a_round.terms
    for item in a_round.of_type(BOOL):
        yield item.top
        yield terms.negate(item.top)
    steady = [item for item in a_round.of_type(INT) if item.step]
    for var, item in a_round.variables.items():
        if isinstance(var.type, UnionT):
            for index in range(len(var.type.alternatives)):
                member = terms.make("union.is", (item.top,), BOOL, index)
                yield member
                yield from (terms.disj((member, terms.eq(i.top, i.begin))) for i in steady[:1])
