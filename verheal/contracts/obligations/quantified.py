"""Guesses about the elements that a loop has passed, the ones it has written, and the ones still to come."""
from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var
from verheal.contracts.core.types import BOOL, INT, MapT
from verheal.contracts.obligations.arithmetic import split
from verheal.contracts.obligations.rounds import (
    Moving,
    Round,
    atoms,
    constant_addresses,
    leaves,
    replace_terms,
    stores,
    subterms,
    tidy,
)
from verheal.contracts.obligations.simplify import Terms

_ATOMS = 6
_K = Var("%k", INT)
_EARLIER = Var("%e", INT)


def quantified(a_round: Round) -> Iterable[Expr]:
    """All of them, the likeliest first."""
    counters = [item for item in a_round.of_type(INT) if item.step in (1, -1)]
    yield from _written(a_round, counters)
    for counter in counters[:2]:
        yield from _passed(a_round, counter)
        yield from _at_first(a_round, counter)
        yield from _attained(a_round, counter)
        yield from _summed(a_round, counter)
        yield from _noted(a_round, counter)
    yield from _narrowed(a_round)


def _noted(a_round: Round, counter: Moving) -> Iterable[Expr]:
    """Once a round is over, what it tested holds, or does not, of the element that it was about."""
    terms = a_round.terms
    start = terms.eq(counter.top, counter.begin)
    before = terms.make("int.sub", (counter.top, terms.number(counter.step or 0)), INT)
    for atom in atoms(terms, [tidy(terms, term) for term in _conditions(a_round)])[: 2 * _ATOMS]:
        if a_round.plain(atom) and not a_round.constant(atom):
            last = _at(terms, atom, counter.top, before)
            yield from (terms.disj((start, last)), terms.disj((start, terms.negate(last))))


def _all(terms: Terms, low: Expr, high: Expr, body: Expr) -> Expr:
    return terms.binder("forall", _K, body, low, high)


def _at(terms: Terms, term: Expr, place: Expr, index: Expr | None = None) -> Expr:
    """The term with another index (by default the bound variable) for `place`."""
    return replace_terms(terms, term, {place: terms.intern(_K) if index is None else index})


def _mentions(term: Expr, part: Expr) -> bool:
    return any(sub is part for sub in subterms((term,)))


def _ranges(terms: Terms, counter: Moving) -> list[tuple[Expr, Expr]]:
    """The indices that were passed; where the loop starts at 1, those from 0 as well."""
    one = terms.number(1)
    if counter.step == -1:
        after = terms.make("int.add", (counter.top, one), INT)
        return [(after, terms.make("int.add", (counter.begin, one), INT))]
    ranges = [(counter.begin, counter.top)]
    if not (isinstance(counter.begin, Const) and counter.begin.value == 0):
        ranges.append((terms.number(0), counter.top))
    return ranges


def _before(terms: Terms, atom: Expr, counter: Moving) -> list[tuple[Expr, Expr]]:
    """From the row's start, where the element read lies ahead of the counter: range(1, n) reads at counter + 1."""
    places = [part.args[1] for part in subterms((atom,)) if isinstance(part, App) and part.op in ("select", "str.at")]
    ahead = max((offset for base, offset in map(split, places) if base is counter.top), default=0)
    if counter.step != 1 or ahead <= 0:
        return []
    return [(terms.make("int.add", (counter.begin, terms.number(-ahead)), INT), counter.top)]


def _element_atoms(a_round: Round, counter: Moving) -> list[Expr]:
    """Comparisons of the round that depend on the counter through an element."""
    terms = a_round.terms
    values = [item.back for item in a_round.variables.values()]
    found = atoms(terms, [tidy(terms, term) for term in (*a_round.conds, *values)])
    chosen = []
    for atom in found:
        if _reads_at(atom, counter.top) and a_round.plain(atom):
            chosen.append(atom)
    return chosen[:_ATOMS]


def _reads_at(term: Expr, place: Expr) -> bool:
    return any(
        isinstance(part, App) and part.op in ("select", "str.at") and _mentions(part.args[1], place)
        for part in subterms((term,))
    )


def _passed(a_round: Round, counter: Moving) -> Iterable[Expr]:
    """Every element passed has (or lacks) what the round asks of one; a flag says whether it was so."""
    terms = a_round.terms
    flags = [item.top for item in a_round.of_type(BOOL) if a_round.reads(item)][:2]
    for atom in _element_atoms(a_round, counter):
        if (in_step := _in_step(a_round, atom, counter)) is not atom:
            for low, high in _ranges(terms, counter):
                body = _at(terms, in_step, counter.top)
                yield from (_all(terms, low, high, body), _all(terms, low, high, terms.negate(body)))
        for low, high in (*_ranges(terms, counter), *_before(terms, atom, counter)):
            yes = _all(terms, low, high, _at(terms, atom, counter.top))
            none = _all(terms, low, high, terms.negate(_at(terms, atom, counter.top)))
            yield none
            yield yes
            for flag in flags:
                off = terms.negate(flag)
                yield from (terms.disj((flag, none)), terms.disj((flag, yes)))
                yield from (terms.disj((off, none)), terms.disj((off, yes)))
                yield from (terms.disj((off, terms.negate(none))), terms.disj((flag, terms.negate(yes))))


def _in_step(a_round: Round, atom: Expr, counter: Moving) -> Expr:
    """The atom with what moves in step with the counter said by it: two places that approach each other, say."""
    terms = a_round.terms
    gone = terms.make("int.sub", (counter.top, counter.begin), INT)
    names: dict[Expr, Expr] = {}
    for item in a_round.of_type(INT):
        if item is not counter and item.step:
            moved = terms.make("int.mul", (gone, terms.number(item.step * (counter.step or 0))), INT)
            names[item.top] = terms.make("int.add", (item.begin, moved), INT)
    return replace_terms(terms, atom, names) if names else atom


def _at_first(a_round: Round, counter: Moving) -> Iterable[Expr]:
    """What is asked of each element passed and of one at a place that moves, of the one where that place began."""
    terms = a_round.terms
    tops = {item.top: item.begin for item in a_round.of_type(INT) if item is not counter and item.back is not item.top}
    for atom in _element_atoms(a_round, counter):
        reads = [part for part in subterms((atom,)) if isinstance(part, App) and part.op == "select"]
        begins = [tops[read.args[1]] for read in reads if read.args[1] in tops]
        passed = [read for read in reads if _mentions(read.args[1], counter.top)]
        for read, begin in product(passed, begins):
            first = terms.make("select", (read.args[0], begin), read.type)
            yield from (fact := replace_terms(terms, atom, {read: first}), terms.negate(fact))


def _attained(a_round: Round, counter: Moving) -> Iterable[Expr]:
    """A variable that takes over elements is one of those passed, or as it was."""
    terms = a_round.terms
    for item in a_round.variables.values():
        if isinstance(item.top.type, MapT) or item.step is not None or not a_round.reads(item):
            continue
        for leaf, _ in leaves(tidy(terms, item.back)):
            if leaf is item.top or not _mentions(leaf, counter.top) or not a_round.plain(leaf):
                continue
            if _mentions(leaf, item.top):
                continue
            for low, high in _ranges(terms, counter):
                value = _at(terms, leaf, counter.top)
                none = _all(terms, low, high, terms.negate(terms.eq(value, item.top)))
                yield terms.disj((terms.eq(item.top, item.begin), terms.negate(none)))
                yield terms.disj((terms.eq(counter.top, counter.begin), terms.negate(none)))
                if item.top.type == INT:
                    yield _all(terms, low, high, terms.make("int.le", (value, item.top), BOOL))
                    yield _all(terms, low, high, terms.make("int.le", (item.top, value), BOOL))


def _summed(a_round: Round, counter: Moving) -> Iterable[Expr]:
    """acc += xs[i], or acc += 1 where xs[i] == v, from the start of a row: the sum, or the count, so far."""
    terms = a_round.terms
    if counter.step != 1 or not (isinstance(counter.begin, Const) and counter.begin.value == 0):
        return
    for item in a_round.of_type(INT):
        gain = terms.make("int.sub", (item.top, item.begin), INT)
        if len(item.deltas) == 1:
            match tidy(terms, item.deltas[0]):
                case App("select", (row, key)) if key is counter.top and a_round.constant(row):
                    yield terms.eq(gain, terms.make("seq.sum", (row, counter.top), INT))
                case _:
                    pass
        for leaf, way in leaves(tidy(terms, item.back)):
            if split(leaf) == (item.top, 1) and len(way) == 1 and way[0][1]:
                yield from _counted(a_round, counter, gain, way[0][0])


def _counted(a_round: Round, counter: Moving, gain: Expr, test: Expr) -> Iterable[Expr]:
    match test:
        case App("eq", (App("select", (row, key)), value)) if key is counter.top:
            if a_round.constant(row) and a_round.constant(value):
                count = a_round.terms.make("seq.count", (row, counter.top, value), INT)
                yield a_round.terms.eq(gain, count)
        case _:
            pass


def _narrowed(a_round: Round) -> Iterable[Expr]:
    """Binary search: where v becomes p + 1 (or p, p - 1) after a test at p, all on that side are like p."""
    terms = a_round.terms
    one = terms.number(1)
    for item in a_round.of_type(INT):
        for leaf, way in leaves(tidy(terms, item.back)):
            place, offset = split(leaf)
            if place is None or place is item.top or offset not in (-1, 0, 1) or not a_round.plain(leaf):
                continue
            for test, holds in way:
                fact = tidy(terms, test if holds else terms.negate(test))
                if not _reads_at(fact, place) or not a_round.plain(fact):
                    continue
                for body in _and_strictly(terms, _at(terms, fact, place)):
                    if offset == 1:
                        yield _all(terms, item.begin, item.top, body)
                        continue
                    shift = terms.number(0) if offset == 0 else one
                    low = terms.make("int.add", (item.top, shift), INT)
                    yield _all(terms, low, terms.make("int.add", (item.begin, shift), INT), body)


def _and_strictly(terms: Terms, fact: Expr) -> list[Expr]:
    """The fact; and where it is an order, the strict one: equality may have left the loop before."""
    if isinstance(fact, App) and fact.op == "int.le":
        return [fact, terms.make("int.lt", fact.args, BOOL)]
    return [fact]


def _written(a_round: Round, counters: list[Moving]) -> Iterable[Expr]:
    """Lists that the loop writes: what was there before stays, what was written is what the round writes."""
    terms = a_round.terms
    for var, whole in a_round.variables.items():
        kind = var.type
        if not (isinstance(kind, MapT) and isinstance(kind.value, MapT) and kind.value.key == INT):
            continue
        lengths = next((m for v, m in a_round.variables.items() if _lengths_of(v.name, var.name)), None)
        for address in constant_addresses(a_round, whole):
            now, before = (terms.make("select", (t, address), kind.value) for t in (whole.top, whole.begin))
            for place, value in _cells_written(a_round, whole, address):
                yield from _one_write(a_round, counters, lengths, address, (now, before), place, value)


def _lengths_of(lengths: str, data: str) -> bool:
    return lengths.startswith("len@") and data.startswith("data@") and lengths[4:] == data[5:]


def _cells_written(a_round: Round, whole: Moving, address: Expr) -> list[tuple[Expr, Expr]]:
    rows = [value for key, value in stores(whole.back) if key is address]
    return [cell for row in rows for cell in stores(tidy(a_round.terms, row))][:3]


def _one_write(
    a_round: Round,
    counters: list[Moving],
    lengths: Moving | None,
    address: Expr,
    rows: tuple[Expr, Expr],
    place: Expr,
    value: Expr,
) -> Iterable[Expr]:
    terms = a_round.terms
    now, before = rows
    k = terms.intern(_K)
    new, old = (terms.make("select", (row, k), value.type) for row in rows)
    if lengths is not None:
        length, first = (terms.make("select", (t, address), INT) for t in (lengths.top, lengths.begin))
        yield _all(terms, terms.number(0), first, terms.eq(new, old))
        for counter in counters[:1]:
            if a_round.plain(value):
                index = terms.make("int.add", (terms.make("int.sub", (k, first), INT), counter.begin), INT)
                yield _all(terms, first, length, terms.eq(new, _at(terms, value, counter.top, index)))
        yield from _filtered(a_round, value, new, (first, length))
        if any(_asks_membership(term) for term in _conditions(a_round)):
            earlier = terms.make("select", (now, terms.intern(_EARLIER)), value.type)
            fresh = terms.binder("forall", _EARLIER, terms.negate(terms.eq(earlier, new)), first, k)
            yield _all(terms, first, length, fresh)
        return
    for counter in counters[:1]:
        if place is counter.top and a_round.plain(value):
            made = _at(terms, replace_terms(terms, value, {now: before}), counter.top)
            for low, high in _ranges(terms, counter):
                yield _all(terms, low, high, terms.eq(new, made))
            ahead = terms.make("int.le", (counter.top, k), BOOL)
            rest = terms.disj((terms.negate(ahead), terms.eq(new, old)))
            yield terms.intern(terms.binder("forall", _K, rest))


def _asks_membership(cond: Expr) -> bool:
    """Is something looked for in a set, a dict or a list? What is appended then may be new there."""
    return any(
        isinstance(part, Binder) or (isinstance(part, Var) and part.name.startswith("has@"))
        for part in subterms((cond,))
    )


def _filtered(a_round: Round, value: Expr, new: Expr, span: tuple[Expr, Expr]) -> Iterable[Expr]:
    """Every element appended has what was asked of it before."""
    terms = a_round.terms
    for atom in atoms(terms, [tidy(terms, cond) for cond in _conditions(a_round)])[: 2 * _ATOMS]:
        if _mentions(atom, value) and not isinstance(value, Const):
            fact = replace_terms(terms, atom, {value: new})
            if a_round.plain(fact):
                yield _all(terms, *span, fact)
                yield _all(terms, *span, terms.negate(fact))


def _conditions(a_round: Round) -> list[Expr]:
    return [*a_round.conds, *(item.back for item in a_round.variables.values())]
