"""The operators of core expressions: each with its law and its meaning on concrete values.

Every operator is total: where Python would raise, the lowering has branched before, and the value given here for such
arguments is arbitrary but fixed. The SMT side of the same table is `contracts/smt/operators.py`.
"""
from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from verheal.contracts.core import numbers
from verheal.contracts.core.maps import FiniteMap, card, difference, intersection, union
from verheal.contracts.core.values import NotExecutable


@dataclass(frozen=True)
class Op:
    """One operator: its name, its law in one line, and its concrete meaning (arguments, then nothing else)."""

    name: str
    law: str
    concrete: Callable[..., object]


def floordiv(a: int, b: int) -> int:
    """Largest integer not above a/b; 0 where b is 0."""
    return a // b if b else 0


def modulo(a: int, b: int) -> int:
    """a - b * (a // b); the sign is the divisor's; 0 where b is 0."""
    return a % b if b else 0


def to_float(a: int) -> float:
    """Nearest double, ties to even; infinity of a's sign where CPython raises OverflowError."""
    try:
        return float(a)
    except OverflowError:
        return math.inf if a > 0 else -math.inf


def truediv(a: int, b: int) -> float:
    """Correctly rounded quotient of two ints; infinity on overflow; 0.0 where b is 0."""
    if b == 0:
        return 0.0
    try:
        return a / b
    except OverflowError:
        return math.inf if (a < 0) == (b < 0) else -math.inf


def float_div(a: float, b: float) -> float:
    """IEEE division; b is not zero where it matters."""
    return a / b if b else math.nan


def truncate(a: float) -> int:
    """int(a) of a finite double; 0 otherwise."""
    return int(a) if math.isfinite(a) else 0


def exact(a: float) -> Fraction:
    """The real number that a finite double is."""
    return Fraction(a)


def int_lt_float(i: int, f: float) -> bool:
    """Exact comparison as CPython makes it: no rounding of the int."""
    return i < f


def substring(s: str, low: int, high: int) -> str:
    """Code points low..high-1 for 0 <= low <= high <= len(s); "" otherwise."""
    return s[low:high] if 0 <= low <= high else ""


def at(s: str, i: int) -> str:
    """The one code point at i, or "" outside."""
    return s[i] if 0 <= i < len(s) else ""


def pure(name: str, *_: object) -> object:
    """Nobody computes it here. Raises NotExecutable."""
    raise NotExecutable(f"what {name} gives")


OPS: tuple[Op, ...] = (
    Op("int.add", "mathematical sum", lambda a, b: a + b),
    Op("int.sub", "mathematical difference", lambda a, b: a - b),
    Op("int.mul", "mathematical product", lambda a, b: a * b),
    Op("int.neg", "-a", lambda a: -a),
    Op("int.floordiv", "floor(a / b), b != 0", floordiv),
    Op("int.mod", "a - b * floor(a / b), b != 0", modulo),
    Op("int.pow", "b ** n for n >= 0, 0 for n < 0", numbers.power),
    Op("int.pow_below", "the double b ** n for n < 0; 0.0 where CPython raises", numbers.power_below),
    Op("int.gcd", "greatest common divisor, never negative; 0 of two zeros", math.gcd),
    Op("int.isqrt", "greatest r >= 0 with r * r <= n; 0 for n < 0", numbers.root),
    Op("int.factorial", "1 * 2 * ... * n; 1 for n <= 0", numbers.factorial),
    Op("int.comb", "ways to choose k of n; 0 where k > n or one is negative", numbers.choices),
    Op("int.and", "bitwise and, in two's complement", lambda a, b: a & b),
    Op("int.lt", "a < b", lambda a, b: a < b),
    Op("int.le", "a <= b", lambda a, b: a <= b),
    Op("int.truediv", "a / b rounded once to the nearest double, b != 0", truediv),
    Op("int.of_bool", "1 for True, 0 for False", lambda a: int(a)),
    Op("int.to_float", "nearest double, ties to even, inf on overflow", to_float),
    Op("int.to_str", "decimal digits, '-' before a negative", str),
    Op("eq", "same value of one type (on floats: same bits but for NaN payload)", None),  # type: ignore[arg-type]
    Op("ite", "args[1] if args[0] else args[2]", lambda c, a, b: a if c else b),
    Op("not", "negation", lambda a: not a),
    Op("and", "conjunction of all arguments", lambda *xs: all(xs)),
    Op("or", "disjunction of all arguments", lambda *xs: any(xs)),
    Op("implies", "not a or b", lambda a, b: (not a) or b),
    Op("float.add", "IEEE sum, ties to even", lambda a, b: a + b),
    Op("float.sub", "IEEE difference", lambda a, b: a - b),
    Op("float.mul", "IEEE product", lambda a, b: a * b),
    Op("float.div", "IEEE quotient, b != 0", float_div),
    Op("float.neg", "sign flipped", lambda a: -a),
    Op("float.abs", "sign cleared", lambda a: abs(a)),
    Op("float.lt", "IEEE <, false on NaN", lambda a, b: a < b),
    Op("float.le", "IEEE <=, false on NaN", lambda a, b: a <= b),
    Op("float.eq", "IEEE ==: NaN differs from itself, 0.0 == -0.0", lambda a, b: a == b),
    Op("float.isnan", "is it NaN", lambda a: a != a),
    Op("float.isinf", "is it an infinity", lambda a: a in (math.inf, -math.inf)),
    Op("float.to_int", "truncated towards zero, finite a", truncate),
    Op("mixed.int_lt_float", "i < f exactly", int_lt_float),
    Op("mixed.float_lt_int", "f < i exactly", lambda f, i: f < i),
    Op("mixed.int_eq_float", "i == f exactly", lambda i, f: i == f),
    Op("str.len", "number of code points", lambda s: len(s)),
    Op("str.concat", "s followed by t", lambda s, t: s + t),
    Op("str.at", "the code point at i as a string, '' outside", at),
    Op("str.slice", "code points low..high-1, 0 <= low <= high <= len", substring),
    Op("str.contains", "t occurs in s (second argument in first)", lambda s, t: t in s),
    Op("str.startswith", "s begins with p", lambda s, p: s.startswith(p)),
    Op("str.endswith", "s ends with p", lambda s, p: s.endswith(p)),
    Op("str.lt", "by code points, lexicographic", lambda s, t: s < t),
    Op("str.le", "by code points, lexicographic", lambda s, t: s <= t),
    Op("str.find", "least index of t in s or -1", lambda s, t: s.find(t)),
    Op(
        "str.replace",
        "every non-overlapping t in s, left to right, becomes u; t is not ''",
        lambda s, t, u: s.replace(t, u),
    ),
    Op("tuple.make", "tuple of the arguments", lambda *xs: tuple(xs)),
    Op("tuple.get", "item `index`", None),  # type: ignore[arg-type]
    Op("union.make", "the value as member `index` of the union", None),  # type: ignore[arg-type]
    Op("union.get", "the value, which is member `index`", None),  # type: ignore[arg-type]
    Op("union.is", "is it member `index`", None),  # type: ignore[arg-type]
    Op("ref.cast", "the same address, seen as a reference to another class", lambda a: a),
    Op("select", "the value of the map at the key", lambda m, k: m[k]),
    Op("store", "the map, but with the key taken to the value", lambda m, k, v: m.store(k, v)),
    Op("map.const", "every key goes to the value", lambda v: FiniteMap(v)),
    Op("seq.sum", "sum of the first n ints of the row", lambda row, n: sum(row[i] for i in range(n))),
    Op("seq.min", "least of the first n > 0 ints", lambda row, n: min((row[i] for i in range(n)), default=0)),
    Op("seq.max", "greatest of the first n > 0 ints", lambda row, n: max((row[i] for i in range(n)), default=0)),
    Op(
        "seq.sorted",
        "the first n ints in ascending order",
        lambda row, n: FiniteMap.of_list(sorted(row[i] for i in range(n))),
    ),
    Op("seq.count", "how many of the first n elements equal v", lambda row, n, v: sum(row[i] == v for i in range(n))),
    Op(
        "seq.places",
        "the indices below n at which the row holds True, in ascending order; 0 behind them",
        lambda row, n: FiniteMap.of_list([i for i in range(n) if row[i] is True], 0),
    ),
    Op("pure", "what the function that the first argument names gives for the others: the same for the same", pure),
    Op("set.card", "number of members of a finite membership map", card),
    Op("set.union", "members of either", union),
    Op("set.intersection", "members of both", intersection),
    Op("set.difference", "members of the first and not of the second", difference),
)


def table() -> dict[str, Op]:
    """The operators by name."""
    return {op.name: op for op in OPS}
