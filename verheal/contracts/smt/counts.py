"""Laws of how often values occur in rows, and of what that says of the same rows in order.

A row that was changed at a place has one of its old value less and one of the new value more, so an exchange keeps
all counts; rows with the same counts are the same when sorted, and one that ascends is its own sorted one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from verheal.contracts.core.build import ONE, ZERO, add, both, choose, implies, le, lt, no, same, select, sub
from verheal.contracts.core.expr import App, Binder, Expr, Var, forall
from verheal.contracts.core.types import BOOL, INT
from verheal.contracts.smt.orders import ORDERS
from verheal.contracts.smt.terms import postorder, replace

AT, BY = Var("law:i", INT), Var("law:j", INT)
EACH = Var("law:v", INT)
ONE_VALUE = Var("law:one", INT)
MOST_ROWS = 6
MOST_STORES = 6
MOST_PLAIN = 3

Row = tuple[Expr, Expr]  # with how many of its elements are meant


def settled(row: Expr) -> Expr:
    """The row without reads of what was just stored."""
    while isinstance(row, App) and row.op == "select":
        table = settled(row.args[0])
        if not (isinstance(table, App) and table.op == "store" and table.args[1] == row.args[1]):
            break
        row = table.args[2]
    return row


def count_of(row: Expr, count: Expr, value: Expr) -> App:
    """How many of the first `count` elements equal the value."""
    return App("seq.count", (row, count, value), INT)


def count_laws(term: App) -> list[Expr]:
    """Nothing counts to 0; one step of the recursion; between 0 and the length; 0 says that there is none."""
    row, count, value = settled(term.args[0]), term.args[1], term.args[2]
    if value == EACH:
        return step_laws(term)
    absent = forall(AT, ZERO, count, no(same(select(row, AT), value)))
    around = [le(ZERO, term), implies(le(ZERO, count), le(term, count)), same(same(term, ZERO), absent)]
    first, second, *rest = step_laws(term)
    return [first, second, *around, *rest]


def step_laws(term: App) -> list[Expr]:
    """Those of them by which a count goes up or down: all that is needed to say that it is as another."""
    row, count, value = settled(term.args[0]), term.args[1], term.args[2]
    if value == EACH:  # it stands in these laws only, and more of it would wear solvers out
        return _composed(term, row)
    last = sub(count, ONE)
    before = count_of(row, last, value)
    return [
        implies(le(count, ZERO), same(term, ZERO)),
        implies(lt(ZERO, count), same(term, add(before, choose(same(select(row, last), value), ONE, ZERO)))),
        *_composed(term, row),
    ]


def lasting(term: App) -> list[Expr]:
    """Those that are worth telling of all values: where none is left to count, and of composed rows."""
    row, count, value = settled(term.args[0]), term.args[1], term.args[2]
    nothing = [] if value == EACH else [implies(le(count, ZERO), same(term, ZERO))]
    return [*nothing, *_composed(term, row)]


def of_any_one(terms: Iterable[App]) -> bool:
    """Is a value counted that stands for any?"""
    return any(term.op == "seq.count" and term.args[2] == ONE_VALUE for term in terms)


def _composed(term: App, row: Expr) -> list[Expr]:
    """Of a row that was stored to, chosen, or made of two."""
    count, value = term.args[1:]
    choice = choice_of(row)
    if choice is not None:
        test, then, orelse = choice
        return [same(term, choose(test, count_of(then, count, value), count_of(orelse, count, value)))]
    joint = joined(row)
    if joint is not None:
        first, size, second = joint
        parts = add(count_of(first, size, value), count_of(second, rest(count, size), value))
        return [implies(both(le(ZERO, size), le(size, count)), same(term, parts))]
    base, changes = _stores(row)
    if not changes:
        return []
    total: Expr = count_of(base, count, value)
    for old, key, new in changes:
        delta = sub(_one_if(same(new, value)), _one_if(same(select(old, key), value)))
        total = add(total, choose(both(le(ZERO, key), lt(key, count)), delta, ZERO))
    return [same(term, total)]


def choice_of(row: Expr) -> tuple[Expr, Expr, Expr] | None:
    """(test, the row if it holds, the row if not), of a row that hangs on a test, if only on which table is read."""
    match row:
        case App("ite", (test, then, orelse)):
            return test, settled(then), settled(orelse)
        case App("select", (App("store", (table, place, value)), key)):
            return same(place, key), settled(value), settled(App("select", (table, key), row.type))
        case App("select", (App("ite", (test, one, other)), key)):
            then, orelse = (settled(App("select", (table, key), row.type)) for table in (one, other))
            return test, then, orelse
        case _:
            return None


def joined(row: Expr) -> tuple[Expr, Expr, Expr] | None:
    """(one row, how many of its elements, the row behind them), of two rows put together."""
    match row:
        case Binder("lambda", k, App("ite", (App("int.lt", (at, size)), App("select", one), App("select", two)))):
            apart = not any(part == k for part in postorder((one[0], two[0], size)))
            if apart and at == k == one[1] and two[1] == sub(k, size):
                return settled(one[0]), size, settled(two[0])
        case _:
            pass
    return None


def rest(count: Expr, size: Expr) -> Expr:
    """What is left of the count without so many."""
    match count:
        case App("int.add", (one, other)) if size in (one, other):
            return other if one == size else one
        case _:
            return sub(count, size)


def _one_if(test: Expr) -> Expr:
    return choose(test, ONE, ZERO)


def _stores(row: Expr) -> tuple[Expr, list[tuple[Expr, Expr, Expr]]]:
    """The row beneath, and for each store the row before it, the place and the value."""
    changes: list[tuple[Expr, Expr, Expr]] = []
    while isinstance(row, App) and row.op == "store" and len(changes) < MOST_STORES:
        old, key, value = row.args
        changes.append((old, key, value))
        row = settled(old)
    return row, changes


def beneath(term: App) -> list[App]:
    """The counts that the law of a composed row speaks of."""
    row, count, value = settled(term.args[0]), term.args[1], term.args[2]
    choice = choice_of(row)
    if choice is not None:
        return [count_of(part, count, value) for part in choice[1:]]
    joint = joined(row)
    if joint is not None:
        first, size, second = joint
        return [count_of(first, size, value), count_of(second, rest(count, size), value)]
    base, changes = _stores(row)
    return [count_of(base, count, value)] if changes else []


def plain_rows(counted: Iterable[App]) -> list[Row]:
    """The rows among those counted that no law takes apart."""
    rows = dict.fromkeys(_row(term) for term in counted)
    return [row for row in rows if not _composed(count_of(*row, EACH), row[0])][:MOST_PLAIN]


def woken(laws: list[Expr], term: App, rows: list[Row]) -> list[Expr]:
    """The law of a composed row so that counts of the plain rows bring it to mind: it has no pattern of its own."""
    row, value = settled(term.args[0]), term.args[2]
    law = _composed(term, row)
    known = [le(ZERO, count_of(*one, value)) for one in rows]
    return [both(one, *known) if one in law else one for one in laws]


def compares_all(roots: Iterable[Expr]) -> bool:
    """Does some claim speak of how often each value occurs?"""
    bound = {part.var for part in postorder(roots) if isinstance(part, Binder)}
    return any(_of_each(part, bound) for part in postorder(roots))


def _of_each(part: Expr, bound: set[Var]) -> bool:
    return isinstance(part, App) and part.op == "seq.count" and part.args[2] in bound and part.args[2].type == INT


def for_counts(assumptions: tuple[Expr, ...], goal: Expr) -> tuple[tuple[Expr, ...], Expr]:
    """The same question where the goal says of all values how often they occur, or of elements that they are in order:
    neither hangs on the other, and both together wear solvers out.
    """
    one = _of_one(goal)
    if one is not goal:
        return tuple(fact for fact in assumptions if not _of_order(fact)), one
    then = goal.args[1] if isinstance(goal, App) and goal.op == "implies" else goal
    if _of_order(then):
        return tuple(fact for fact in assumptions if not _of_counts(fact)), goal
    return assumptions, goal


def _of_one(goal: Expr) -> Expr:
    """With a constant for the values: what holds of any one holds of all, and a solver need not guess which matter."""
    match goal:
        case App("implies", (given, then)):
            one = _of_one(then)
            return goal if one is then else implies(given, one)
        case Binder("forall", var, body) if _of_counts(goal):
            bound = {part.var for part in postorder((body,)) if isinstance(part, Binder)}
            return goal if var in bound else replace(body, {var: ONE_VALUE})
        case _:
            return goal


def _of_counts(fact: Expr) -> bool:
    """Does it say that all values occur as often as others say?"""
    match fact:
        case Binder("forall", var, App("eq", sides)) if fact.low is None and var.type == INT:
            return any(_of_each(part, {var}) for part in postorder(sides))
        case _:
            return False


def _of_order(fact: Expr) -> bool:
    """Does it say that elements are in order?"""
    body = fact.body if isinstance(fact, Binder) else None
    body = body.body if isinstance(body, Binder) else body
    return isinstance(body, App) and body.op in ORDERS


def each_of(ordered: Iterable[App]) -> list[App]:
    """The counts of all values of the rows that were sorted."""
    return [count_of(row, count, EACH) for row, count in (term.args for term in ordered)]


def ascending(row: Expr, count: Expr) -> Expr:
    """Each of the first `count` elements is at most the next."""
    return forall(AT, ZERO, sub(count, ONE), le(select(row, AT), select(row, add(AT, ONE))))


def agree(one: Expr, other: Expr, count: Expr) -> Expr:
    """The first `count` elements are the same."""
    return forall(AT, ZERO, count, same(select(one, AT), select(other, AT)))


def order_laws(term: App) -> list[Expr]:
    """Sorted rows ascend; a row that ascends is itself when sorted."""
    row, count = settled(term.args[0]), term.args[1]
    return [
        forall(AT, ZERO, count, forall(BY, AT, count, le(select(term, AT), select(term, BY)))),
        implies(ascending(row, count), agree(row, term, count)),
    ]


def multiset_laws(ordered: list[App], counted: Iterable[App]) -> Iterator[Expr]:
    """Rows with the same counts: sorted they are the same, and one that ascends is the other one sorted."""
    for one, other in combinations(ordered[:MOST_ROWS], 2):
        first, second = _row(one), _row(other)
        yield implies(_same_counts(first, second), agree(one, other, one.args[1]))
    rows = list(dict.fromkeys(_row(term) for term in counted))[:MOST_ROWS]
    for term in ordered[:MOST_ROWS]:
        source = _row(term)
        for row in rows:
            if row != source:
                given = both(_same_counts(row, source), ascending(*row))
                yield implies(given, agree(row[0], term, source[1]))
    for first, second in combinations(rows, 2):
        if isinstance(first[0], Binder) or isinstance(second[0], Binder):
            alike = both(same(first[1], second[1]), agree(first[0], second[0], first[1]))
            yield implies(alike, _same_counts(first, second))


def _row(term: App) -> Row:
    return settled(term.args[0]), term.args[1]


def _same_counts(one: Row, other: Row) -> Expr:
    equal = same(count_of(*one, EACH), count_of(*other, EACH))
    return both(same(one[1], other[1]), Binder("forall", EACH, equal, BOOL))
