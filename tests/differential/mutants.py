"""Laws of the translation, each broken in one way, as patches to apply one at a time."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from verheal.contracts.core.build import default
from verheal.contracts.core.expr import TRUE, integer
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.values import Slot, Val

Broken = Callable[..., Any]

# Of core/ops.py: what the operator would compute if its law were the wrong one.
OPERATORS: dict[str, Broken] = {
    "int.add": lambda a, b: a - b,
    "int.sub": lambda a, b: b - a,
    "int.mul": lambda a, b: a + b,
    "int.neg": lambda a: a,
    "int.floordiv": lambda a, b: int(a / b) if b else 0,
    "int.mod": lambda a, b: a % abs(b) if b else 0,
    "int.pow": lambda b, n: b * n,
    "int.pow_below": lambda b, n: 1.0,
    "int.gcd": lambda a, b: abs(a * b),
    "int.isqrt": lambda n: n // 2,
    "int.factorial": lambda n: n + 1,
    "int.comb": lambda n, k: n * k,
    "int.and": lambda a, b: a | b,
    "int.lt": lambda a, b: a <= b,
    "int.le": lambda a, b: a < b,
    "int.truediv": lambda a, b: float(a // b) if b else 0.0,
    "int.of_bool": lambda a: 1,
    "int.to_float": lambda a: float(a) if abs(a) < 2**53 else float(abs(a) % 2**1000 + 1),
    "int.to_str": lambda a: str(abs(a)),
    "not": lambda a: a,
    "float.add": lambda a, b: a - b,
    "float.sub": lambda a, b: a + b,
    "float.mul": lambda a, b: a + b,
    "float.div": lambda a, b: b / a if a else 0.0,
    "float.neg": lambda a: 0.0 - a,
    "float.abs": lambda a: a,
    "float.lt": lambda a, b: not b <= a,
    "float.le": lambda a, b: a < b,
    "float.eq": lambda a, b: repr(a) == repr(b),
    "float.isnan": lambda a: False,
    "float.isinf": lambda a: False,
    "float.to_int": lambda a: int(a // 1) if a == a and abs(a) < 1e300 else 0,
    "mixed.int_lt_float": lambda i, f: float(i) <= f,
    "mixed.float_lt_int": lambda f, i: f <= i,
    "mixed.int_eq_float": lambda i, f: float(i) == f,
    "str.len": lambda s: len(s.encode()) + 1,
    "str.concat": lambda s, t: t + s,
    "str.at": lambda s, i: s[:1],
    "str.slice": lambda s, low, high: s[low : high + 1],
    "str.contains": lambda s, t: s in t,
    "str.startswith": lambda s, p: s.endswith(p),
    "str.endswith": lambda s, p: s.startswith(p),
    "str.lt": lambda s, t: s <= t,
    "str.le": lambda s, t: s < t,
    "str.find": lambda s, t: s.rfind(t),
    "str.replace": lambda s, t, u: s.replace(t, u, 1),
    "tuple.make": lambda *xs: tuple(reversed(xs)),
    "ref.cast": lambda a: a + 1,
    "map.const": lambda v: FiniteMap(True if v is False else v),
}


# Of core/evaluate.py: operators that read the application itself.
SPECIAL: dict[str, Broken] = {
    "eq": lambda term, args: args[0] is args[1],
    "tuple.get": lambda term, args: args[0][-1 - term.index],
    "union.get": lambda term, args: None,
    "union.is": lambda term, args: args[0].index != term.index,
    "select": lambda term, args: args[0].default if isinstance(args[0], FiniteMap) else args[0][args[1]],
    "store": lambda term, args: args[0],
    "seq.sum": lambda term, args: args[1],
    "seq.min": lambda term, args: max((args[0][i] for i in range(args[1])), default=0),
    "seq.max": lambda term, args: min((args[0][i] for i in range(args[1])), default=0),
    "seq.sorted": lambda term, args: args[0],
    "seq.count": lambda term, args: args[1],
    "seq.places": lambda term, args: args[0],
    "set.card": lambda term, args: len(args[0].entries) + 1,
    "set.union": lambda term, args: args[0],
    "set.intersection": lambda term, args: args[0],
    "set.difference": lambda term, args: args[0],
}
LAZY: dict[str, Broken] = {
    "ite": lambda evaluator, term: evaluator.value(term.args[2]),
    "and": lambda evaluator, term: any(evaluator.value(arg) for arg in term.args),
    "or": lambda evaluator, term: all(evaluator.value(arg) for arg in term.args),
    "implies": lambda evaluator, term: evaluator.value(term.args[0]) and evaluator.value(term.args[1]),
}


def _without(*names: str) -> Callable[[Broken], Broken]:
    """A statement is lowered with parts of it left out."""

    def wrap(real: Broken) -> Broken:
        def lower(f: Frame, node: Any) -> Any:
            fields = {name: ([] if name in names else value) for name, value in ast.iter_fields(node)}
            return real(f, ast.copy_location(type(node)(**fields), node))

        return lower

    return wrap


def _instead(made: Broken) -> Callable[[Broken], Broken]:
    return lambda real: made


def _always_bound(real: Broken) -> Broken:
    def read(f: Frame, name: str, node: ast.AST) -> Val:
        slot = f.env.get(name)
        if slot is not None:
            f.env[name] = Slot(slot.var, slot.type, TRUE)
        found: Val = real(f, name, node)
        return found

    return read


def _no_failure(real: Broken) -> Broken:
    def checked(f: Frame, value: Val, index: Any, node: ast.AST) -> Any:
        from verheal.contracts.lowering import containers

        return containers.normal_index(f, index, containers.size(f, value).expr)

    return checked


def _stale(real: Broken) -> Broken:
    """What is assigned inside `try` is not seen by handlers."""
    return lambda self, tracked, name, value: real(self, tracked, name, value) if not self.tries else None


def _one_address(real: Broken) -> Broken:
    """New objects do not take their address for themselves."""

    def allocate(self: Frame, kind: Any) -> Val:
        from verheal.contracts.core import heap
        from verheal.contracts.core.stmt import Assign

        found: Val = real(self, kind)
        self.emit(Assign(self.heap(heap.ALLOC), found.expr))
        return found

    return allocate


def _first_only(real: Broken) -> Broken:
    def compare(f: Frame, node: ast.Compare) -> Any:
        return real(f, ast.copy_location(ast.Compare(node.left, node.ops[:1], node.comparators[:1]), node))

    return compare


def _from_zero(real: Broken) -> Broken:
    return lambda f, inner, start: real(f, inner, integer(0))


def _no_class(real: Broken) -> Broken:
    return lambda program, name: (name,)


def _no_step(real: Broken) -> Broken:
    def lower(f: Frame, node: ast.Call) -> Any:
        call = ast.copy_location(ast.Call(node.func, node.args[:2], []), node)
        return real(f, call)

    return lower


def _default_value(real: Broken) -> Broken:
    def value(f: Frame, module: str, source: ast.expr, node: ast.AST) -> Val:
        found: Val = real(f, module, source, node)
        other = default(found.expr.type)
        return found if other is None else Val(other, found.type)

    return value


def _unclamped(real: Broken) -> Broken:
    def bounds(f: Frame, low: Val | None, high: Val | None, length: Any) -> tuple[Any, Any]:
        return (low.expr if low else integer(0)), (high.expr if high else length)

    return bounds


def _but(index: int, change: Broken) -> Callable[[Broken], Broken]:
    """With one argument changed."""
    return lambda real: lambda *args: real(*args[:index], change(args[index]), *args[index + 1 :])


PYTHON = "verheal.contracts.lowering."
# Of the lowering: (what is broken, where it is defined, the patch).
LOWERING: tuple[tuple[str, str, Callable[[Broken], Broken]], ...] = (
    ("finally does not run", PYTHON + "trying.try_statement", _without("finalbody")),
    ("no handler is entered", PYTHON + "trying.try_statement", _without("handlers")),
    ("the else of a try does not run", PYTHON + "trying.try_statement", _without("orelse")),
    ("handlers know no superclasses", PYTHON + "trying.mro", _no_class),
    ("the else of a loop does not run", PYTHON + "loops._orelse", _instead(lambda f, body, pinned: ())),
    ("locals are always bound", PYTHON + "names.read_name", _always_bound),
    ("handlers see old values", PYTHON + "frame.Frame.track", _stale),
    ("an index is never outside", PYTHON + "containers.checked_index", _no_failure),
    ("negative indices are not counted from the end", PYTHON + "containers.normal_index", _instead(lambda f, i, n: i)),
    ("slices are not clamped", PYTHON + "containers.slice_bounds", _unclamped),
    ("a slice is the list itself", PYTHON + "containers.list_slice", _instead(lambda f, value, low, high: value)),
    ("new objects share an address", PYTHON + "emission.Emission.allocate", _one_address),
    ("only the first comparison of a chain counts", PYTHON + "compare.compare", _first_only),
    ("enumerate starts at 0", PYTHON + "iteration._enumerate", _from_zero),
    ("reversed does not reverse", PYTHON + "iteration._reversed", _instead(lambda f, inner: inner)),
    ("range has step 1", PYTHON + "iteration._range", _no_step),
    (
        "zip runs over the last only",
        PYTHON + "iteration._zip",
        lambda real: lambda f, parts: real(f, parts[-1:] * len(parts)),
    ),
    ("a store into a list is lost", PYTHON + "containers.list_set", _instead(lambda *args: None)),
    ("a store into a field is lost", PYTHON + "fields.put", _instead(lambda *args: None)),
    ("a removed key stays", PYTHON + "dict_methods.dict_remove", _instead(lambda *args: None)),
    ("overrides are not called", PYTHON + "program.Program.subclasses", _instead(lambda self, key: ())),
    ("defaults are zero", PYTHON + "inline.default_value", _default_value),
    ("asserts are not checked", PYTHON + "statements._assert", _instead(lambda f, node: None)),
    ("failures do not leave", PYTHON + "emission.Emission.fail_if", _instead(lambda *args: None)),
    ("all patterns inside match", PYTHON + "matching.all_match", _instead(lambda f, pairs: TRUE)),
    ("alternatives are not tried", PYTHON + "matching._either", _but(1, lambda patterns: patterns[:1])),
    ("positions are in order of writing", PYTHON + "match_classes._written", _instead(lambda body: ("first", "last"))),
    ("the rest of a mapping is all", PYTHON + "match_containers._rest", _but(3, lambda keys: [])),
    ("everything is true", PYTHON + "expressions.truth", _instead(lambda f, value, node: TRUE)),
)


def _skips_final(self: Any, stmt: Any, ended: Any, context: Any) -> Any:
    yield from ()
    return ended


def _only_first(real: Broken) -> Broken:
    return lambda self, var, value: real(self, var, value) if self.get(var) is None else None


FORMULAS = "verheal.contracts.obligations."
# Of the step from core to obligations.
EXECUTOR: tuple[tuple[str, str, Callable[[Broken], Broken]], ...] = (
    ("final blocks do not run", FORMULAS + "executor.Executor._final", _instead(_skips_final)),
    (
        "handlers take nothing",
        FORMULAS + "exceptions.split",
        _instead(lambda record, classes, handler, thrown: (None, thrown)),
    ),
    (
        "handlers take all",
        FORMULAS + "exceptions.split",
        _instead(lambda record, classes, handler, thrown: (thrown, None)),
    ),
    (
        "no class is a subclass",
        FORMULAS + "exceptions.matches",
        _instead(lambda classes, names, one: not names or one in names),
    ),
    ("what leaves is not claimed", FORMULAS + "escapes.claim_body", _instead(lambda *args: None)),
    ("claims are lost", FORMULAS + "record.Record.claim", _instead(lambda *args, **named: None)),
    ("claims forget their path", FORMULAS + "state.Path.term", _instead(lambda self, terms: terms.true)),
    (
        "only one return counts",
        FORMULAS + "outcome.merged_returns",
        _instead(lambda terms, all: all[0] if all else None),
    ),
    (
        "joined values are swapped",
        FORMULAS + "state.choice",
        lambda real: lambda terms, test, one, other: real(terms, test, other, one),
    ),
    ("branches have no condition", FORMULAS + "state.State.under", _instead(lambda self, cond: self)),
    ("only the first assignment counts", FORMULAS + "state.Env.put", _only_first),
)

__all__ = ["EXECUTOR", "LAZY", "LOWERING", "OPERATORS", "SPECIAL"]
