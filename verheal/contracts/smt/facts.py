"""Laws of the operators that solvers do not know, for the terms that occur in a sequent.

Each law is a core expression, true for every value of its variables (tests evaluate them on concrete
values). They are assumptions of the formula: a wrong law makes wrong proofs, a missing one only a
missing proof. Laws of one term unfold it by one step; laws of two say when they are equal or ordered.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from verheal.contracts.core.build import (
    ONE,
    ZERO,
    add,
    both,
    choose,
    either,
    implies,
    le,
    lt,
    no,
    real,
    same,
    select,
    sub,
)
from verheal.contracts.core.expr import App, Binder, Expr, Var, forall, integer
from verheal.contracts.core.types import BOOL, FLOAT, INT, MapT
from verheal.contracts.smt import counts, numbers, ruled
from verheal.contracts.smt import doubles as doubles_laws
from verheal.contracts.smt.counts import count_laws, settled
from verheal.contracts.smt.means import mean_laws
from verheal.contracts.smt.orders import order_law
from verheal.contracts.smt.rows import places_laws
from verheal.contracts.smt.sums import TWO, between, closed_sum
from verheal.contracts.smt.terms import bound_variables, free_variables, postorder

Law = Callable[[App], list[Expr]]

# From this magnitude up `float(i)` overflows: halfway between the greatest double and 2**1024.
OVERFLOW = 2**1024 - 2**970
MOST_PAIRED = 6

AT, BY = Var("law:i", INT), Var("law:j", INT)


def facts(roots: tuple[Expr, ...], doubles: bool = False) -> tuple[Expr, ...]:
    """The laws of the terms under the roots, in the order of their first occurrence, each once.

    `doubles`: also those of arithmetic on doubles, for texts that say nothing else of it.
    """
    found: list[Expr] = []
    laws_of = {**LAWS, **doubles_laws.LAWS} if doubles else LAWS
    each = counts.compares_all(roots)
    if each:  # that no element is lost follows, and said of places it is an endless chain of instances
        laws_of = {**laws_of, "seq.sorted": counts.order_laws}
    terms = _closure(roots, laws_of, each)
    single = counts.of_any_one(terms)
    if single:
        laws_of = {**laws_of, "seq.count": counts.step_laws}
    free = free_variables(terms, bound_variables(roots) | {counts.EACH}) if terms else {}
    present = frozenset(term.op for term in terms)
    halved = numbers.halved(roots) if "int.pow" in present else frozenset()
    counted = _of_all(terms, free) if each else []
    plain = counts.plain_rows(counted)
    for term in terms:
        laws = [*laws_of[term.op](term), *(_order_laws(term, present) if term.op == "seq.sorted" else [])]
        laws += numbers.steps(term, halved) if not free[term] else []
        if term in counted:
            laws = counts.woken(counts.lasting(term) if "seq.sorted" in present else laws, term, plain)
        around = sorted(free[term], key=lambda var: var.name)
        found += [_everywhere(around, law) for law in laws]
    found += [*_orders(roots), *_averages(terms, free)]
    closed = [term for term in terms if not free[term]]
    if "seq.sum" in present and not present.isdisjoint(("seq.min", "seq.max")):
        found += mean_laws(postorder(roots), closed)
    if doubles:
        found += doubles_laws.of_literals(closed, roots)
    found += _pairs([term for term in closed if not (single and term.op == "seq.count")])
    if each:
        ordered = [term for term in closed if term.op == "seq.sorted"]
        found += counts.multiset_laws(ordered, counted)
    return tuple(dict.fromkeys(found))


def _of_all(terms: list[App], free: dict[Expr, frozenset[Var]]) -> list[App]:
    """The counts of every value in a row that no binder stands around."""
    found = [term for term in terms if term.op == "seq.count" and free[term]]
    return [term for term in found if free[term] == {term.args[2]} and term.args[2].type == INT]


def _orders(roots: tuple[Expr, ...]) -> list[Expr]:
    """Sorted rows among the claims that no binder stands around."""
    claims = [term for term in postorder(roots) if isinstance(term, Binder)]
    laws = [(claim, law) for claim in claims if (law := order_law(claim)) is not None]
    bound = frozenset(claim.var for claim in claims)
    return [law for claim, law in laws if not free_variables([claim], bound)[claim]]


def _averages(terms: list[App], free: dict[Expr, frozenset[Var]]) -> list[Expr]:
    """Sums of rows whose least or greatest values the text speaks of as well."""
    ends = {(term.op, *term.args): term for term in terms if term.op in ("seq.min", "seq.max") and not free[term]}
    laws: list[Expr] = []
    for total in terms:
        if total.op == "seq.sum" and not free[total]:
            least, greatest = (ends.get((op, *total.args)) for op in ("seq.min", "seq.max"))
            laws += [implies(lt(ZERO, total.args[1]), law) for law in between(total, least, greatest)]
    return laws


def _closure(roots: tuple[Expr, ...], laws_of: dict[str, Law], each: bool) -> list[App]:
    """Terms with laws, with those that a read of a stored-to row comes down to."""
    terms = [term for term in postorder(roots) if isinstance(term, App) and term.op in laws_of]
    if each:
        terms += counts.each_of(term for term in terms if term.op == "seq.sorted")
    known = set(terms)
    for term in terms:  # grows while it is walked
        for beneath in _beneath(term):
            if beneath not in known:
                known.add(beneath)
                terms.append(beneath)
    return terms


def _beneath(term: App) -> list[App]:
    if term.op in ("seq.sum", "set.card"):
        row = settled(term.args[0])
        chosen = counts.choice_of(row) if term.op == "seq.sum" else None
        if chosen is not None:
            return [_like(term, part, term.args[1]) for part in chosen[1:]]
        if term.op == "seq.sum" and isinstance(row, Binder):
            return ruled.beneath(term, row)
        if isinstance(row, App) and row.op == "store":
            return [App(term.op, (row.args[0], *term.args[1:]), term.type)]
    return counts.beneath(term) if term.op == "seq.count" else numbers.beneath(term)


def _everywhere(variables: Iterable[Var], law: Expr) -> Expr:
    for var in variables:
        law = Binder("forall", var, law, BOOL)
    return law


def _like(term: App, row: Expr, count: Expr) -> App:
    return App(term.op, (row, count, *term.args[2:]), term.type)


def _shorter(term: App) -> tuple[App, Expr]:
    """The same operator over one element less, and the last element."""
    row, count = settled(term.args[0]), term.args[1]
    last = sub(count, ONE)
    return _like(term, row, last), select(row, last)


def sum_laws(term: App) -> list[Expr]:
    """Nothing sums to 0; one step of the recursion; a changed element, a chosen row; no sum of naturals is negative."""
    row, count = settled(term.args[0]), term.args[1]
    before, last = _shorter(term)
    laws = [
        implies(le(count, ZERO), same(term, ZERO)),
        implies(lt(ZERO, count), same(term, add(before, last))),
        implies(forall(AT, ZERO, count, le(ZERO, select(row, AT))), le(ZERO, term)),
    ]
    chosen = counts.choice_of(row)
    if chosen is not None:
        test, then, orelse = chosen
        laws.append(same(term, choose(test, _like(term, then, count), _like(term, orelse, count))))
    laws += ruled.ruled_laws(term, row)
    closed = closed_sum(row, count)
    if closed is not None:
        laws.append(implies(le(ZERO, count), same(App("int.mul", (term, TWO), INT), closed)))
    if isinstance(row, App) and row.op == "store":
        old, key, value = row.args
        inside = both(le(ZERO, key), lt(key, count))
        beneath = _like(term, old, count)
        laws.append(same(term, choose(inside, add(sub(beneath, select(old, key)), value), beneath)))
    return laws


def extreme_laws(term: App) -> list[Expr]:
    """Bounds every element, is one of them, one step of the recursion; 0 of nothing."""
    row, count = settled(term.args[0]), term.args[1]
    before, last = _shorter(term)
    element = select(row, AT)
    least = term.op == "seq.min"
    better = le(before, last) if least else le(last, before)
    return [
        implies(le(count, ZERO), same(term, ZERO)),
        forall(AT, ZERO, count, le(term, element) if least else le(element, term)),
        implies(lt(ZERO, count), no(forall(AT, ZERO, count, no(same(element, term))))),
        implies(same(count, ONE), same(term, select(row, ZERO))),
        implies(lt(ONE, count), same(term, choose(better, before, last))),
    ]


def sorted_laws(term: App) -> list[Expr]:
    """In ascending order, and with the same elements as the row; the row itself where that ascends."""
    row, count = settled(term.args[0]), term.args[1]

    def found_in(source: Expr, target: Expr) -> Expr:
        found = no(forall(BY, ZERO, count, no(same(select(target, BY), select(source, AT)))))
        return forall(AT, ZERO, count, found)

    return [found_in(term, row), found_in(row, term), *counts.order_laws(term)]


def _order_laws(term: App, present: frozenset[str]) -> list[Expr]:
    """What sorting keeps, for the other operators of the sequent."""
    row, count = term.args
    laws: list[Expr] = []
    if "seq.sum" in present:
        laws.append(same(App("seq.sum", (term, count), INT), App("seq.sum", (row, count), INT)))
    if "seq.count" in present:
        kept = same(App("seq.count", (term, count, AT), INT), App("seq.count", (row, count, AT), INT))
        laws.append(Binder("forall", AT, kept, BOOL))
    for op, place in (("seq.min", ZERO), ("seq.max", sub(count, ONE))):
        if op in present:
            laws.append(implies(lt(ZERO, count), same(App(op, (row, count), INT), select(term, place))))
    return laws


def _key(row: Expr) -> Var:
    assert isinstance(row.type, MapT)
    return Var("law:k", row.type.key)


def card_laws(term: App) -> list[Expr]:
    """Never negative; 0 says that there is no member; one member more or less; sets composed of two
    others.
    """
    row = settled(term.args[0])
    key = _key(row)
    laws = [
        le(ZERO, term),
        same(same(term, ZERO), Binder("forall", key, no(select(row, key)), BOOL)),
    ]
    if not isinstance(row, App):
        return laws
    if row.op == "store":
        old, changed, value = row.args
        delta = sub(choose(value, ONE, ZERO), choose(select(old, changed), ONE, ZERO))
        laws.append(same(term, add(App("set.card", (old,), INT), delta)))
    if row.op in ("set.union", "set.difference", "set.intersection"):
        laws += _composed(term, row)
    return laws


def _composed(term: App, row: App) -> list[Expr]:
    left, right = row.args
    common = App("set.card", (App("set.intersection", (left, right), row.type),), INT)
    a, b = App("set.card", (left,), INT), App("set.card", (right,), INT)
    match row.op:
        case "set.union":
            return [same(term, sub(add(a, b), common)), le(ZERO, common), le(common, a), le(common, b)]
        case "set.difference":
            return [same(term, sub(a, common)), le(ZERO, common), le(common, a), le(common, b)]
        case _:
            return [le(term, a), le(term, b)]


def membership_laws(term: App) -> list[Expr]:
    """The members of a union, intersection or difference."""
    key = _key(term)
    left, right = (select(arg, key) for arg in term.args)
    member = {
        "set.union": either(left, right),
        "set.intersection": both(left, right),
        "set.difference": both(left, no(right)),
    }[term.op]
    return [Binder("forall", key, same(select(term, key), member), BOOL)]


def _below(left: Expr, right: Expr) -> Expr:
    return App("float.lt", (left, right), BOOL)


def to_float_laws(term: App) -> list[Expr]:
    """Sign, and where it overflows."""
    number = term.args[0]
    inside = both(lt(integer(-OVERFLOW), number), lt(number, integer(OVERFLOW)))
    return [
        no(App("float.isnan", (term,), BOOL)),
        same(lt(ZERO, number), _below(real(0.0), term)),
        same(lt(number, ZERO), _below(term, real(0.0))),
        same(inside, no(App("float.isinf", (term,), BOOL))),
    ]


def truediv_laws(term: App) -> list[Expr]:
    """Never NaN; the sign; at most 1 where the dividend is no greater; finite where the dividend fits a
    double.
    """
    top, bottom = term.args
    zero, one = real(0.0), real(1.0)
    within = both(lt(integer(-OVERFLOW), top), lt(top, integer(OVERFLOW)))
    small = both(le(ZERO, top), le(top, bottom), lt(ZERO, bottom))
    same_side = either(both(le(ZERO, top), lt(ZERO, bottom)), both(le(top, ZERO), lt(bottom, ZERO)))
    opposite = either(both(le(top, ZERO), lt(ZERO, bottom)), both(le(ZERO, top), lt(bottom, ZERO)))
    return [
        no(App("float.isnan", (term,), BOOL)),
        implies(same_side, App("float.le", (zero, term), BOOL)),
        implies(opposite, App("float.le", (term, zero), BOOL)),
        implies(small, App("float.le", (term, one), BOOL)),
        implies(within, no(App("float.isinf", (term,), BOOL))),
    ]


LAWS: dict[str, Law] = {
    "seq.sum": sum_laws,
    "seq.min": extreme_laws,
    "seq.max": extreme_laws,
    "seq.sorted": sorted_laws,
    "seq.count": count_laws,
    "seq.places": places_laws,
    "set.card": card_laws,
    "set.union": membership_laws,
    "set.intersection": membership_laws,
    "set.difference": membership_laws,
    "int.to_float": to_float_laws,
    "int.truediv": truediv_laws,
    **numbers.LAWS,
}


def _pairs(terms: list[App]) -> list[Expr]:
    """Laws of two terms of one operator and sort, for the first few of each."""
    groups: dict[tuple[object, ...], list[App]] = {}
    for term in terms:
        groups.setdefault((term.op, *(arg.type for arg in term.args)), []).append(term)
    laws = (pair_laws(a, b) for group in groups.values() for a, b in combinations(group[:MOST_PAIRED], 2))
    return [law for found in laws for law in found]


def pair_laws(left: App, right: App) -> list[Expr]:
    """When the values of two terms of one operator are equal or ordered."""
    match left.op:
        case "seq.sum" | "seq.min" | "seq.max" | "seq.count" | "seq.sorted" | "seq.places":
            rows = settled(left.args[0]), settled(right.args[0])
            if rows[0] == rows[1]:
                return []
            agree = forall(AT, ZERO, left.args[1], same(select(rows[0], AT), select(rows[1], AT)))
            rest = [same(a, b) for a, b in zip(left.args[1:], right.args[1:], strict=True)]
            equal = same(left, right)
            if left.op in ("seq.sorted", "seq.places"):
                equal = forall(AT, ZERO, left.args[1], same(select(left, AT), select(right, AT)))
            return [implies(both(*rest, agree), equal)]
        case "set.card":
            return [_subset(left, right), _subset(right, left)]
        case "int.to_float":
            (a,), (b,) = left.args, right.args
            ordered = App("float.le", (left, right), BOOL), App("float.le", (right, left), BOOL)
            return [implies(le(a, b), ordered[0]), implies(le(b, a), ordered[1])]
        case _:
            return [*numbers.pair_laws(left, right), *doubles_laws.pair_laws(left, right)]


def _subset(left: App, right: App) -> Expr:
    key = _key(left.args[0])
    inside = Binder("forall", key, implies(select(left.args[0], key), select(right.args[0], key)), BOOL)
    return implies(inside, le(left, right))


__all__ = ["FLOAT", "LAWS", "facts", "pair_laws", "settled"]
