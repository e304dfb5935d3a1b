"""Orders given by a key function: sorted, sort, min and max with `key=`, and of elements that are their own key."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, either, implies, le, lt, no, same, select, sub
from verheal.contracts.core.expr import TRUE, App, Expr, Var, forall, integer, mapping
from verheal.contracts.core.types import INT, BoolT, IntT, ListT, MapT
from verheal.contracts.lowering import containers, orders
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.indices import first_index
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.pure import mentions, of_index, raise_first, substitute
from verheal.contracts.lowering.values import Val

ZERO = integer(0)


@dataclass(frozen=True)
class Keys:
    """The key of each of n elements, as an expression of the index k, of a type that is ordered."""

    k: Var
    n: Expr
    value: Expr
    fails: Expr

    def at(self, index: Expr) -> Expr:
        """The key of one element."""
        return substitute(self.value, {self.k: index})

    def no_greater(self, a: Expr, b: Expr) -> Expr:
        """key of a <= key of b"""
        return orders.no_greater(self.at(a), self.at(b))

    @property
    def comparable(self) -> Expr:
        """Is every key in order with itself? Where one holds a NaN, how elements are ordered is not said."""
        test = orders.holds_no_nan(self.value)
        return TRUE if test == TRUE else forall(self.k, ZERO, self.n, test)


def keys_of(f: Frame, given: Val, function: ast.expr | None) -> Keys | None:
    """The keys of the elements of a list, computed once for each in order; None if not modelled."""
    assert isinstance(given.type, ListT)
    if function is not None and not is_modelled(f, function):
        return None
    row, n = containers.row(f, given), containers.size(f, given).expr
    k = f.round.fresh("k", INT)
    element = Val(select(row, k), containers.element(f, given.type.element))

    def key() -> Val:
        value = element if function is None else applied_to(f, function, element)
        return f.val(to_int(value)) if isinstance(value.type, IntT | BoolT) else value

    found = of_index(f, key, frozenset())
    if found is None or not orders.is_ordered(found[1].value.type):
        return None
    raise_first(f, k, n, found[1])
    return Keys(k, n, found[1].value, found[1].fails)


def reads_list(f: Frame, given: Val, keys: Keys) -> bool:
    """Do the keys read lists of this type? A list that is sorted in place is empty meanwhile."""
    kind = f.resolve(given.type)
    assert isinstance(kind, ListT)
    contents = {heap.list_len(kind), heap.list_data(kind)}
    return mentions(keys.value, contents) or mentions(keys.fails, contents)


def is_modelled(f: Frame, function: ast.expr) -> bool:
    """Is the key function a name or a lambda of one parameter that binds nothing outside?"""
    found = _applied(f, function)
    return found is not None and not any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(found[1]))


def applied_to(f: Frame, function: ast.expr, value: Val) -> Val:
    """The function applied to a value, evaluated now."""
    from verheal.contracts.lowering.expressions import lower

    found = _applied(f, function)
    assert found is not None
    f.assign(found[0], value)
    # The variable is used again for the next element.
    result = f.name_value(lower(f, found[1]))
    f.env.pop(found[0], None)
    return result


def _applied(f: Frame, function: ast.expr) -> tuple[str, ast.expr] | None:
    """(variable, the function applied to it), the variable being none of the frame."""
    from verheal.contracts.lowering.comprehensions import own_names
    from verheal.contracts.lowering.sequences import applied

    target, body = applied(function)
    if body is None:
        return None
    own = own_names(f, ast.GeneratorExp(body, [ast.comprehension(target, ast.Constant(None), [], 0)]))
    name = own.generators[0].target
    assert isinstance(own, ast.GeneratorExp) and isinstance(name, ast.Name)
    for inner in ast.walk(own.elt):
        if isinstance(inner, ast.expr) and not hasattr(inner, "lineno"):
            ast.copy_location(inner, function)
    return name.id, own.elt


def some_index(f: Frame, n: Expr) -> Expr:
    """Any index below n, where there is one."""
    at = f.havoc(INT, "some").expr
    f.assume(both(le(ZERO, at), lt(at, n)), "an index of some element")
    return at


def sorted_by(f: Frame, given: Val, keys: Keys, reverse: bool) -> Expr:
    """The row of a list in the order of the keys; equal keys stay as they were (also when reversed)."""
    n = keys.n
    source = containers.row(f, given)
    where = f.havoc(MapT(INT, INT), "order").expr
    i, j = f.round.fresh("i", INT), f.round.fresh("j", INT)
    low, high = select(where, i), select(where, j)
    f.assume(forall(j, ZERO, n, both(le(ZERO, high), lt(high, n))), "sorting moves elements about")
    before = keys.no_greater(high, low) if reverse else keys.no_greater(low, high)
    tied = keys.no_greater(low, high) if reverse else keys.no_greater(high, low)
    ordered = both(before, either(no(tied), lt(low, high)))
    in_order = forall(j, ZERO, n, forall(i, ZERO, j, ordered))
    f.assume(implies(keys.comparable, in_order), "in the order of the keys, ties as they were")
    first, last = select(where, ZERO), select(where, sub(n, integer(1)))
    least, most = (last, first) if reverse else (first, last)
    between = both(keys.no_greater(least, i), keys.no_greater(i, most))
    f.assume(implies(keys.comparable, forall(i, ZERO, n, between)), "what is first and last is so of all elements")
    missed = forall(j, ZERO, n, no(same(high, i)))
    f.assume(forall(i, ZERO, n, no(missed)), "no element is lost by sorting")
    return mapping(j, select(source, high))


def best_by(f: Frame, given: Val, keys: Keys, least: bool, node: ast.AST) -> Val:
    """The first element whose key is least (or greatest), of a list that is not empty."""
    if keys.value.type == INT:
        row = mapping(keys.k, keys.value)
        best = f.name_value(f.val(App("seq.min" if least else "seq.max", (row, keys.n), INT))).expr
        test = same(keys.value, best)
    else:
        i = f.round.fresh("i", INT)
        better = keys.no_greater(keys.k, i) if least else keys.no_greater(i, keys.k)
        test = forall(i, ZERO, keys.n, better)
        if keys.comparable != TRUE:
            return containers.list_get(f, given, _some_best(f, keys, test), node)
    return containers.list_get(f, given, first_index(f, keys.k, keys.n, test), node)


def _some_best(f: Frame, keys: Keys, test: Expr) -> Expr:
    """The first index at which the test holds, where no key holds a NaN; else any."""
    at = some_index(f, keys.n)
    first = both(substitute(test, {keys.k: at}), forall(keys.k, ZERO, at, no(test)))
    f.assume(implies(keys.comparable, first), "one element is the best, the first of those")
    return at
