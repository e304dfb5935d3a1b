"""Functions of `math` and methods of int whose results are operators of the core, each exact for every int.

Law (library reference, "Number-theoretic functions"): gcd, lcm, isqrt, factorial, comb and perm of negative numbers
raise ValueError where they are not defined; n.bit_length() is the least k >= 0 with abs(n) < 2 ** k.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import reduce

from verheal.contracts.core.build import add, both, choose, implies, le, lt, no, same, sub
from verheal.contracts.core.expr import App, Const, Expr, integer
from verheal.contracts.core.types import INT
from verheal.contracts.lowering.arguments import unlikely
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import absolute, multiply
from verheal.contracts.lowering.values import Val

Meaning = Callable[[Frame, list[Expr], ast.AST], Expr]

ZERO, ONE = integer(0), integer(1)
MOST_FACTORIAL = 2**63  # from here on CPython says OverflowError


def _gcd(f: Frame, args: list[Expr], node: ast.AST) -> Expr:
    if len(args) < 2:
        return absolute(args[0]) if args else ZERO
    return reduce(lambda one, other: App("int.gcd", (one, other), INT), args)


def _isqrt(f: Frame, args: list[Expr], node: ast.AST) -> Expr:
    f.fail_if(lt(args[0], ZERO), "ValueError", node)
    return App("int.isqrt", (args[0],), INT)


def _factorial(f: Frame, args: list[Expr], node: ast.AST) -> Expr:
    f.fail_if(le(integer(MOST_FACTORIAL), args[0]), "OverflowError", node)
    f.fail_if(lt(args[0], ZERO), "ValueError", node)
    return App("int.factorial", (args[0],), INT)


def _comb(f: Frame, args: list[Expr], node: ast.AST) -> Expr:
    for number in args:
        f.fail_if(lt(number, ZERO), "ValueError", node)
    n, k = args
    rest = choose(lt(k, sub(n, k)), k, sub(n, k))
    unlikely(f, both(le(k, n), le(integer(2**60), rest)), "a binomial coefficient beyond memory", node)
    return App("int.comb", (n, k), INT)


# By the name of the line in the library's table.
MEANINGS: tuple[tuple[str, Meaning], ...] = (
    ("math.gcd", _gcd),
    ("math.isqrt", _isqrt),
    ("math.factorial", _factorial),
    ("math.comb", _comb),
)


def power_of_two(k: Expr) -> Expr:
    """2 ** k"""
    if isinstance(k, Const) and isinstance(k.value, int) and 0 <= k.value <= 4096:
        return integer(2**k.value)
    return App("int.pow", (integer(2), k), INT)


def shift(f: Frame, word: str, x: Expr, y: Expr, node: ast.AST) -> Val:
    """x << y or x >> y: multiplied, or divided rounding down, by 2 ** y."""
    f.fail_if(lt(y, ZERO), "ValueError", node)
    if word == ">>":
        return f.val(App("int.floordiv", (x, power_of_two(y)), INT))
    unlikely(f, both(le(integer(2**60), y), no(same(x, ZERO))), "a shift beyond memory", node)
    return f.val(multiply(x, power_of_two(y)))


def bits(f: Frame, word: str, x: Expr, y: Expr) -> Val:
    """x & y; x | y == x + y - (x & y); x ^ y == x + y - 2 * (x & y)."""
    common: Expr = App("int.and", (x, y), INT)
    if word == "&":
        return f.val(common)
    return f.val(sub(add(x, y), common if word == "|" else multiply(integer(2), common)))


def bit_length(f: Frame, x: Expr) -> Val:
    """x.bit_length()"""
    found = f.havoc(INT, "bits")
    k, size = found.expr, absolute(x)
    least = both(le(power_of_two(sub(k, ONE)), size), lt(size, power_of_two(k)))
    f.assume(both(le(ZERO, k), same(same(k, ZERO), same(x, ZERO)), implies(lt(ZERO, k), least)), "the length in bits")
    return found
