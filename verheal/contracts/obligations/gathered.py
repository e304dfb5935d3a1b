"""Guesses about what loops gather in sets and dicts: all that was passed is in there, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verheal.contracts.core.expr import App, Const, Expr, Var
from verheal.contracts.core.types import BOOL, INT, MapT, Type
from verheal.contracts.obligations.arithmetic import split
from verheal.contracts.obligations.rounds import (
    Moving,
    Round,
    constant_addresses,
    leaves,
    replace_terms,
    stores,
    subterms,
    tidy,
)

_K = Var("%k", INT)
MOST_KEYS = 2


@dataclass(frozen=True)
class _Keyed:
    """One membership row, now and on entry, with a key that a round puts in; for a dict the row of values too."""

    now: Expr
    then: Expr
    key: Expr
    values: Expr | None
    begun: Expr | None
    given: tuple[Expr, ...]


def gathered(a_round: Round) -> Iterable[Expr]:
    """The likeliest first."""
    counters = [item for item in a_round.of_type(INT) if item.step == 1][:1]
    for one in _keyed(a_round):
        if not any(counter.top in one.given for counter in counters):  # places say more of themselves
            yield from _signs(a_round, one)
        for counter in counters:
            yield from _passed(a_round, one, counter)
        yield from _listed(a_round, one)


def _keyed(a_round: Round) -> Iterable[_Keyed]:
    terms = a_round.terms
    for var, whole in a_round.variables.items():
        if not var.name.startswith("has@"):
            continue
        for address in constant_addresses(a_round, whole):
            now, then = (terms.make("select", (table, address), _row(var)) for table in (whole.top, whole.begin))
            values, begun, given = _values(a_round, "val@" + var.name[4:], address)
            keys = dict.fromkeys(key for key, value in _cells(a_round, whole, address) if _true(value))
            for key in [key for key in keys if a_round.plain(key)][:MOST_KEYS]:
                yield _Keyed(now, then, key, values, begun, tuple(value for at, value in given if at is key))


def _row(var: Var) -> MapT:
    assert isinstance(var.type, MapT) and isinstance(var.type.value, MapT)
    return var.type.value


def _values(
    a_round: Round, name: str, address: Expr
) -> tuple[Expr | None, Expr | None, list[tuple[Expr, Expr]]]:
    """The row of values, now and on entry, and what a round stores in it."""
    for var, whole in a_round.variables.items():
        if var.name == name:
            rows = (a_round.terms.make("select", (table, address), _row(var)) for table in (whole.top, whole.begin))
            return next(rows), next(rows), _cells(a_round, whole, address)
    return None, None, []


def _cells(a_round: Round, whole: Moving, address: Expr) -> list[tuple[Expr, Expr]]:
    rows = [value for key, value in stores(whole.back) if key is address]
    return [cell for row in rows for cell in stores(tidy(a_round.terms, row))][:3]


def _true(value: Expr) -> bool:
    return isinstance(value, Const) and value.value is True


def _of_all(a_round: Round, one: _Keyed, fact: Expr, element: Var) -> Expr:
    """The fact holds of every key that the loop put in."""
    terms = a_round.terms
    key = terms.intern(element)
    there, before = (terms.make("select", (row, key), BOOL) for row in (one.now, one.then))
    return terms.intern(terms.binder("forall", element, terms.disj((terms.negate(there), before, fact))))


def _signs(a_round: Round, one: _Keyed) -> Iterable[Expr]:
    """The numbers in a dict: natural, or positive."""
    terms, element = a_round.terms, Var("%v", one.key.type)
    if one.values is None or not one.given or one.given[0].type != INT:
        return
    value = terms.make("select", (one.values, terms.intern(element)), INT)
    for least in (1, 0):
        yield _of_all(a_round, one, terms.make("int.le", (terms.number(least), value), BOOL), element)


def _passed(a_round: Round, one: _Keyed, counter: Moving) -> Iterable[Expr]:
    terms, element = a_round.terms, Var("%v", one.key.type)
    if not any(part is counter.top for part in subterms((one.key,))):
        return
    low, high, place = counter.begin, counter.top, terms.intern(_K)

    def at(term: Expr, index: Expr) -> Expr:
        return replace_terms(terms, term, {counter.top: index})

    passed = terms.make("select", (one.now, at(one.key, place)), BOOL)
    yield terms.intern(terms.binder("forall", _K, passed, low, high))
    key = terms.intern(element)
    value = None if one.values is None else terms.make("select", (one.values, key), _row_value(one.values))
    for given in one.given:
        if value is None or not a_round.plain(given):
            continue
        if given is counter.top:  # the dict says where its key was met
            inside = (terms.make("int.le", (low, value), BOOL), terms.make("int.lt", (value, high), BOOL))
            yield _of_all(a_round, one, terms.conj((*inside, terms.eq(at(one.key, value), key))), element)
            return
        if not any(part is one.now or part is one.values for part in subterms((given,))):
            met = terms.conj((terms.eq(at(one.key, place), key), terms.eq(at(given, place), value)))
            yield _of_all(a_round, one, _some(a_round, met, low, high), element)
        yield from _counts(a_round, one, counter, given, value)
    yield _of_all(a_round, one, _some(a_round, terms.eq(at(one.key, place), key), low, high), element)


def _row_value(row: Expr) -> Type:
    assert isinstance(row.type, MapT)
    return row.type.value


def _counts(a_round: Round, one: _Keyed, counter: Moving, given: Expr, value: Expr) -> Iterable[Expr]:
    """counts[xs[i]] goes up by one: so often was the key met."""
    terms, element = a_round.terms, Var("%v", one.key.type)
    match one.key:
        case App("select", (row, index)) if index is counter.top and a_round.constant(row):
            pass
        case _:
            return
    if one.values is None or one.begun is None or not isinstance(counter.begin, Const) or counter.begin.value != 0:
        return
    own = terms.make("select", (one.values, one.key), value.type)
    bases = [base for base, gain in (split(leaf) for leaf, _ in leaves(given)) if base is not None and gain == 1]
    if any(leaf is own for base in bases for leaf, _ in leaves(base)):
        key = terms.intern(element)
        count = terms.make("seq.count", (row, counter.top, key), INT)
        yield _of_all(a_round, one, terms.eq(value, count), element)
        there, before = (terms.make("select", (row, key), BOOL) for row in (one.now, one.then))
        if before is not terms.false:
            least = terms.make("select", (one.begun, key), INT)
            total = terms.make("int.add", (least, count), INT)
            met = terms.disj((terms.negate(before), terms.eq(value, total)))
            yield terms.intern(terms.binder("forall", element, terms.disj((terms.negate(there), met))))


def _some(a_round: Round, body: Expr, low: Expr, high: Expr) -> Expr:
    terms = a_round.terms
    return terms.negate(terms.binder("forall", _K, terms.negate(body), low, high))


def _listed(a_round: Round, one: _Keyed) -> Iterable[Expr]:
    """What is put in is appended to a list as well: the same is in both."""
    terms, element, place = a_round.terms, Var("%v", one.key.type), a_round.terms.intern(_K)
    for var, whole in a_round.variables.items():
        if not var.name.startswith("data@"):
            continue
        lengths = next((m for v, m in a_round.variables.items() if v.name == "len@" + var.name[5:]), None)
        for address in constant_addresses(a_round, whole) if lengths is not None else []:
            if not any(value is one.key for _, value in _cells(a_round, whole, address)):
                continue
            assert lengths is not None
            row = terms.make("select", (whole.top, address), _row(var))
            low, high = (terms.make("select", (table, address), INT) for table in (lengths.begin, lengths.top))
            item = terms.make("select", (row, place), one.key.type)
            inside = terms.make("select", (one.now, item), BOOL)
            yield terms.intern(terms.binder("forall", _K, inside, low, high))
            found = _some(a_round, terms.eq(item, terms.intern(element)), low, high)
            yield _of_all(a_round, one, found, element)
