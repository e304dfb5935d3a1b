"""The value of an expression in an environment."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from verheal.contracts.core.expr import App, Binder, Const, Expr, Var
from verheal.contracts.core.maps import FiniteMap, PointwiseMap, difference, intersection, union
from verheal.contracts.core.ops import table
from verheal.contracts.core.types import BOOL, FLOAT, MapT, Type
from verheal.contracts.core.values import (
    NotExecutable,
    Tagged,
    as_key,
    finite_rows,
    from_key,
    same_value,
    zero,
)

# Bounds of quantifiers and of rows that are walked element by element.
MOST_ELEMENTS = 100_000

Environment = Mapping[str, object]
Domains = Mapping[Type, tuple[object, ...]]


def evaluate(term: Expr, env: Environment, domains: Domains | None = None) -> object:
    """The value of a term whose free variables have their values in `env`, by name.

    Quantifiers without bounds range over what `domains` gives for the type of their variable.
    Raises NotExecutable for quantifiers over infinite domains, variables without a value, sets that are
    not finite and rows that are too long; everything else is total, as the operators are.
    """
    try:
        return _Evaluator(env, domains or {}).value(term)
    except RecursionError:
        raise NotExecutable("an expression that is nested too deeply") from None


class _Evaluator:
    """One environment, and the values of shared terms in it. Connectives and `ite` read only what they
    need.
    """

    def __init__(self, env: Environment, domains: Domains) -> None:
        self.env = env
        self.domains = domains
        self.known: dict[Expr, object] = {}

    def value(self, term: Expr) -> object:
        if isinstance(term, Const):
            # A float literal may be written as an int.
            return float(term.value) if term.type == FLOAT else term.value  # type: ignore[arg-type]
        if isinstance(term, Var):
            if term.name not in self.env:
                raise NotExecutable(f"{term.name} has no value")
            return self.env[term.name]
        if term not in self.known:
            self.known[term] = self._binder(term) if isinstance(term, Binder) else self._application(term)
        return self.known[term]

    def _application(self, term: App) -> object:
        lazy = LAZY.get(term.op)
        if lazy is not None:
            return lazy(self, term)
        args = [self.value(arg) for arg in term.args]
        special = SPECIAL.get(term.op)
        if special is not None:
            return special(term, args)
        operator = _operators().get(term.op)
        if operator is None:
            raise NotExecutable(f"the operator {term.op}")
        return operator(*args)

    def _exceptions(self, body: Expr, var: Var) -> set[object]:
        """Keys of values outside of which the body is true of every value: what sets are compared by."""
        if isinstance(body, App) and body.op == "and":
            return {key for part in body.args for key in self._exceptions(part, var)}
        rows = [_selected(part, var) for part in _guards(body)]
        found = [self.value(row) for row in rows if row is not None]
        for row in found:
            if isinstance(row, FiniteMap) and row.default is False:
                return {key for key, present in row.entries.items() if present}
        if isinstance(body, App) and body.op == "eq":
            sides = [self.value(row) for part in body.args if (row := _selected(part, var)) is not None]
            finite = [row for row in sides if isinstance(row, FiniteMap)]
            if len(finite) == 2 and same_value(finite[0].default, finite[1].default):
                return {*finite[0].entries, *finite[1].entries}
        raise NotExecutable("a quantifier over every value of a type")

    def _binder(self, term: Binder) -> object:
        # A lambda outlives this evaluation, and a caller's environment may change meanwhile.
        env = dict(self.env) if term.kind == "lambda" else self.env

        def body(value: object) -> object:
            return _Evaluator({**env, term.var.name: value}, self.domains).value(term.body)

        if term.kind == "lambda":
            return PointwiseMap(_remembering(body))
        if term.var.type == BOOL:
            return all(body(value) for value in (False, True))
        if term.low is None or term.high is None:
            if term.var.type in self.domains:
                return all(body(value) for value in self.domains[term.var.type])
            return all(body(from_key(key)) for key in self._exceptions(term.body, term.var))
        low, high = self.value(term.low), self.value(term.high)
        return all(body(value) for value in _span(low, high))


def _selected(part: Expr, var: Var) -> Expr | None:
    """The map that is read at the variable."""
    if isinstance(part, App) and part.op == "select" and part.args[1] == var:
        return part.args[0]
    return None


def _guards(body: Expr) -> tuple[Expr, ...]:
    """What must hold for the body to be able to be false, where it has that shape."""
    match body:
        case App("implies", (left, _)):
            return (left,)
        case App("or", parts):
            return tuple(part.args[0] for part in parts if isinstance(part, App) and part.op == "not")
        case App("not", (App("and", parts),)):
            return parts
        case _:
            return ()


def _remembering(rule: Callable[[object], object]) -> Callable[[object], object]:
    """The same rule; without this a list that is extended over and over is computed anew at every read."""
    known: dict[object, object] = {}

    def remember(value: object) -> object:
        key = as_key(value)
        if key not in known:
            known[key] = rule(value)
        return known[key]

    return remember


def _span(low: object, high: object) -> range:
    assert isinstance(low, int) and isinstance(high, int)
    if high - low > MOST_ELEMENTS:
        raise NotExecutable("a quantifier over too many values")
    return range(low, high)


@cache
def _operators() -> dict[str, Callable[..., object]]:
    return {name: op.concrete for name, op in table().items() if op.concrete is not None}


def _if(evaluator: _Evaluator, term: App) -> object:
    test, then, orelse = term.args
    return evaluator.value(then) if evaluator.value(test) else evaluator.value(orelse)


def _and(evaluator: _Evaluator, term: App) -> object:
    return all(evaluator.value(arg) for arg in term.args)


def _or(evaluator: _Evaluator, term: App) -> object:
    return any(evaluator.value(arg) for arg in term.args)


def _implies(evaluator: _Evaluator, term: App) -> object:
    return not evaluator.value(term.args[0]) or bool(evaluator.value(term.args[1]))


LAZY: dict[str, Callable[[_Evaluator, App], object]] = {
    "ite": _if,
    "and": _and,
    "or": _or,
    "implies": _implies,
}


def _equal(term: App, args: list[object]) -> object:
    kind = term.args[0].type
    left, right = args
    if isinstance(kind, MapT) and kind.key == BOOL:
        return all(same_value(left[key], right[key]) for key in (False, True))  # type: ignore[index]
    return same_value(left, right)


def _union_get(term: App, args: list[object]) -> object:
    value = args[0]
    assert isinstance(value, Tagged)
    return value.value if value.index == term.index else zero(term.type)


def _union_is(term: App, args: list[object]) -> object:
    value = args[0]
    assert isinstance(value, Tagged)
    return value.index == term.index


def _row(args: list[object]) -> list[object]:
    """The first n elements of a row."""
    row, count = args[0], args[1]
    assert isinstance(row, FiniteMap | PointwiseMap)
    return [row[index] for index in _span(0, count)]


def _sorted(_: App, args: list[object]) -> object:
    numbers: list[int] = [value for value in _row(args) if isinstance(value, int)]
    return FiniteMap.of_list(list[object](sorted(numbers)), 0)


def _sum(_: App, args: list[object]) -> object:
    return sum(value for value in _row(args) if isinstance(value, int))


def _least(_: App, args: list[object]) -> object:
    return min((value for value in _row(args) if isinstance(value, int)), default=0)


def _greatest(_: App, args: list[object]) -> object:
    return max((value for value in _row(args) if isinstance(value, int)), default=0)


def _select(_: App, args: list[object]) -> object:
    row, key = args
    if isinstance(row, PointwiseMap):
        stored = as_key(key)
        return row.entries[stored] if stored in row.entries else row.rule(key)
    assert isinstance(row, FiniteMap)
    return row[as_key(key)]


def _store(_: App, args: list[object]) -> object:
    row, key, value = args
    assert isinstance(row, FiniteMap | PointwiseMap)
    return row.store(as_key(key), value)


# Operators whose meaning needs the static part or the types of the application, or maps with double keys.
SPECIAL: dict[str, Callable[[App, list[object]], object]] = {
    "eq": _equal,
    "tuple.get": lambda term, args: args[0][term.index],  # type: ignore[index]
    "union.make": lambda term, args: Tagged(term.index, args[0]),
    "union.get": _union_get,
    "union.is": _union_is,
    "select": _select,
    "store": _store,
    "seq.sum": _sum,
    "seq.min": _least,
    "seq.max": _greatest,
    "seq.sorted": _sorted,
    "seq.places": lambda _, args: FiniteMap.of_list([i for i, held in enumerate(_row(args)) if held is True], 0),
    "seq.count": lambda _, args: sum(same_value(item, args[2]) for item in _row(args)),
    "set.card": lambda _, args: sum(present is True for present in finite_rows(args)[0].entries.values()),
    "set.union": lambda _, args: union(*finite_rows(args)),
    "set.intersection": lambda _, args: intersection(*finite_rows(args)),
    "set.difference": lambda _, args: difference(*finite_rows(args)),
}
