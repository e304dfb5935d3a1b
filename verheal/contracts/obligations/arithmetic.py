"""Laws of the integers: sums are kept as base + literal, so that neighbouring indices compare."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verheal.contracts.core.expr import App, Const, Expr
from verheal.contracts.core.types import BOOL, INT, Type

if TYPE_CHECKING:
    from verheal.contracts.obligations.simplify import Terms

Rule = Callable[["Terms", tuple[Expr, ...], Type, int], Expr | None]


def _literal(term: Expr) -> int | None:
    if isinstance(term, Const) and isinstance(term.value, int) and not isinstance(term.value, bool):
        return term.value
    return None


def split(term: Expr) -> tuple[Expr | None, int]:
    """An int or an address as (base, offset); the base of a literal is None."""
    value = _literal(term)
    if value is not None:
        return None, value
    if isinstance(term, App) and term.op == "int.add":
        offset = _literal(term.args[1])
        if offset is not None:
            return term.args[0], offset
    return term, 0


def shifted(terms: Terms, base: Expr | None, offset: int) -> Expr:
    """base + offset."""
    if base is None:
        return terms.number(offset)
    return base if offset == 0 else terms.intern(App("int.add", (base, terms.number(offset)), INT))


def _add(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """(x + 1) + (y + 2) = (x + y) + 3; literals stand last; x + (y - x) = y."""
    (a, m), (b, n) = split(args[0]), split(args[1])
    if a is None or b is None:
        return shifted(terms, b if a is None else a, m + n)
    for one, other in ((a, b), (b, a)):
        if isinstance(other, App) and other.op == "int.sub" and other.args[1] is one:
            return terms.make("int.add", (other.args[0], terms.number(m + n)), INT)
    if m or n:
        return shifted(terms, terms.make("int.add", (a, b), INT), m + n)
    return None


def _sub(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """(x + 3) - (x + 1) = 2; x - 1 = x + -1; 0 - x = -x; (x + y) - x = y."""
    (a, m), (b, n) = split(args[0]), split(args[1])
    if b is None:
        return shifted(terms, a, m - n)
    if a is b:
        return terms.number(m - n)
    if a is None:
        if n:
            return terms.make("int.sub", (terms.number(m - n), b), INT)
        return terms.make("int.neg", (b,), INT) if m == 0 else None
    if isinstance(a, App) and a.op == "int.add" and b in a.args:
        rest = a.args[1] if a.args[0] is b else a.args[0]
        return terms.make("int.add", (rest, terms.number(m - n)), INT)
    if m or n:
        return shifted(terms, terms.make("int.sub", (a, b), INT), m - n)
    return None


def _neg(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """-(-x) = x; -(x + 1) = -1 - x."""
    base, offset = split(args[0])
    if isinstance(base, App) and base.op == "int.neg":
        return shifted(terms, base.args[0], -offset)
    return terms.make("int.sub", (terms.number(-offset), base), INT) if base is not None and offset else None


def _mul(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """x * 0 = 0; x * 1 = x; x * -1 = -x; literals stand last."""
    left, right = args
    value = _literal(right)
    if value is None:
        return terms.make("int.mul", (right, left), INT) if _literal(left) is not None else None
    match value:
        case 0:
            return terms.number(0)
        case 1:
            return left
        case -1:
            return terms.make("int.neg", (left,), INT)
        case _:
            return None


def _floordiv(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """x // 1 = x; x // -1 = -x; x // 0 = 0 (the fixed value of the total operator)."""
    match _literal(args[1]):
        case 0:
            return terms.number(0)
        case 1:
            return args[0]
        case -1:
            return terms.make("int.neg", (args[0],), INT)
        case _:
            return None


def _mod(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """x % 1 = x % -1 = x % 0 = 0; (x % m) % m = x % m; (x + k) % m = x % m for m that divides k."""
    divisor = _literal(args[1])
    if divisor in (-1, 0, 1):
        return terms.number(0)
    match args[0]:
        case App("int.mod", (_, inner)) if inner is args[1] and divisor is not None:
            return args[0]
        case _:
            base, offset = split(args[0])
            if divisor and base is not None and offset and offset % divisor == 0:
                return terms.make("int.mod", (base, args[1]), INT)
            return None


def _compare(terms: Terms, op: str, args: tuple[Expr, ...], holds: Callable[[int, int], bool]) -> Expr | None:
    (a, m), (b, n) = split(args[0]), split(args[1])
    if a is b:
        return terms.true if holds(m, n) else terms.false
    if a is None and b is not None and n:
        return terms.make(op, (terms.number(m - n), b), BOOL)
    if m and a is not None:
        return terms.make(op, (a, shifted(terms, b, n - m)), BOOL)
    return None


def _lt(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """x + 1 < x + 2; x + 1 < y iff x < y - 1."""
    return _compare(terms, "int.lt", args, lambda m, n: m < n)


def _le(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """x + 1 <= x + 1; x + 1 <= y iff x <= y - 1."""
    return _compare(terms, "int.le", args, lambda m, n: m <= n)


def _of_bool(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """int(b) = 1 if b else 0."""
    return terms.ite(args[0], terms.number(1), terms.number(0))


def _and(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """x & 0b1110 = x // 2 % 8 * 2, and so on for each run of ones; x & ~m = x - (x & m); literals stand last."""
    left, right = args
    mask = _literal(right)
    if left is right:
        return left
    if mask is None:
        return terms.make("int.and", (right, left), INT) if _literal(left) is not None else None
    if mask < 0:
        return terms.make("int.sub", (left, terms.make("int.and", (left, terms.number(-1 - mask)), INT)), INT)
    found = terms.number(0)
    for low, ones in _runs(mask):
        part = left
        for op, by in (("int.floordiv", 1 << low), ("int.mod", 1 << ones), ("int.mul", 1 << low)):
            part = terms.make(op, (part, terms.number(by)), INT)
        found = terms.make("int.add", (found, part), INT)
    return found


def _runs(mask: int) -> list[tuple[int, int]]:
    """(first bit, how many) of each run of ones."""
    found, place = [], 0
    while mask >> place:
        ones = 0
        while mask >> (place + ones) & 1:
            ones += 1
        if ones:
            found.append((place, ones))
        place += ones + 1
    return found


def _pow(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """x ** 0 = 1; x ** 1 = x; x ** 2 = x * x"""
    match _literal(args[1]):
        case 0:
            return terms.number(1)
        case 1:
            return args[0]
        case 2:
            return terms.make("int.mul", (args[0], args[0]), INT)
        case _:
            return None


RULES: tuple[tuple[str, Rule], ...] = (
    ("int.add", _add),
    ("int.sub", _sub),
    ("int.neg", _neg),
    ("int.mul", _mul),
    ("int.floordiv", _floordiv),
    ("int.mod", _mod),
    ("int.pow", _pow),
    ("int.and", _and),
    ("int.lt", _lt),
    ("int.le", _le),
    ("int.of_bool", _of_bool),
)
