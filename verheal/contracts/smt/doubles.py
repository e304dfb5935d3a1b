"""Laws of arithmetic on doubles: what proofs mostly need of it, without its bits.

All follow from IEEE 754 rounding being monotone and exact on representable values; tests evaluate them
on corner values. Conditions are stated on operands that may be NaN: every comparison with NaN is false.
"""
from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from verheal.contracts.core.build import ZERO, both, either, implies, le, lt, no, real, same
from verheal.contracts.core.expr import App, Const, Expr, integer
from verheal.contracts.core.types import BOOL, FLOAT, INT
from verheal.contracts.smt.terms import postorder

NOUGHT, UNIT = real(0.0), real(1.0)
MOST_LITERALS = 8


def below(left: Expr, right: Expr) -> Expr:
    """left <= right, false on NaN."""
    return App("float.le", (left, right), BOOL)


def under(left: Expr, right: Expr) -> Expr:
    """left < right, false on NaN."""
    return App("float.lt", (left, right), BOOL)


def is_nan(value: Expr) -> Expr:
    return App("float.isnan", (value,), BOOL)


def is_inf(value: Expr) -> Expr:
    return App("float.isinf", (value,), BOOL)


def equal(left: Expr, right: Expr) -> Expr:
    """IEEE ==."""
    return App("float.eq", (left, right), BOOL)


def add_laws(term: App) -> list[Expr]:
    """NaN exactly of NaN or opposite infinities; adding what is not negative does not make less, and so
    on.
    """
    a, b = term.args
    opposite = both(is_inf(a), is_inf(b), no(equal(a, b)))
    number = no(is_nan(term))
    laws = [same(is_nan(term), either(is_nan(a), is_nan(b), opposite))]
    for one, other in ((a, b), (b, a)):
        laws += [
            implies(both(number, below(NOUGHT, one)), below(other, term)),
            implies(both(number, below(one, NOUGHT)), below(term, other)),
        ]
    return laws


def sub_laws(term: App) -> list[Expr]:
    """NaN exactly of NaN or equal infinities; the sign tells the order."""
    a, b = term.args
    number = no(is_nan(term))
    return [
        same(is_nan(term), either(is_nan(a), is_nan(b), both(is_inf(a), is_inf(b), equal(a, b)))),
        implies(number, same(below(NOUGHT, term), below(b, a))),
        implies(number, same(below(term, NOUGHT), below(a, b))),
        implies(both(number, below(NOUGHT, b)), below(term, a)),
        implies(both(number, below(b, NOUGHT)), below(a, term)),
    ]


def mul_laws(term: App) -> list[Expr]:
    """NaN exactly of NaN or zero times infinity; the rule of signs; a factor of at most 1 does not make
    more.
    """
    a, b = term.args
    number = no(is_nan(term))
    undefined = either(both(is_inf(a), equal(b, NOUGHT)), both(equal(a, NOUGHT), is_inf(b)))
    positive, negative = _signs(a, b, strict=False)
    laws = [
        same(is_nan(term), either(is_nan(a), is_nan(b), undefined)),
        implies(both(number, positive), below(NOUGHT, term)),
        implies(both(number, negative), below(term, NOUGHT)),
    ]
    for one, other in ((a, b), (b, a)):
        laws += [
            implies(both(number, below(one, UNIT), below(NOUGHT, other)), below(term, other)),
            implies(both(number, below(UNIT, one), below(NOUGHT, other)), below(other, term)),
        ]
    return laws


def div_laws(term: App) -> list[Expr]:
    """NaN exactly of NaN, a zero divisor (as fixed here) or two infinities; signs; quotients against 1."""
    a, b = term.args
    number = no(is_nan(term))
    positive, negative = _signs(a, b, strict=True)
    over = both(number, under(NOUGHT, b))
    return [
        same(is_nan(term), either(is_nan(a), is_nan(b), equal(b, NOUGHT), both(is_inf(a), is_inf(b)))),
        implies(both(number, positive), below(NOUGHT, term)),
        implies(both(number, negative), below(term, NOUGHT)),
        implies(both(over, below(NOUGHT, a), below(UNIT, b)), below(term, a)),
        implies(both(over, below(NOUGHT, a), below(b, UNIT)), below(a, term)),
        implies(both(over, below(a, b)), below(term, UNIT)),
        implies(both(over, below(b, a)), below(UNIT, term)),
    ]


def _signs(a: Expr, b: Expr, strict: bool) -> tuple[Expr, Expr]:
    """Same sign, and opposite signs, zeros allowed; of the second operand only if not strict."""
    order = under if strict else below
    up, down = below(NOUGHT, a), below(a, NOUGHT)
    more, less = order(NOUGHT, b), order(b, NOUGHT)
    return either(both(up, more), both(down, less)), either(both(up, less), both(down, more))


def to_int_laws(term: App) -> list[Expr]:
    """Truncation keeps the sign and goes towards zero; 0 of what is not finite."""
    (a,) = term.args
    return [
        implies(below(NOUGHT, a), le(ZERO, term)),
        implies(below(a, NOUGHT), le(term, ZERO)),
        implies(both(under(real(-1.0), a), under(a, UNIT)), same(term, ZERO)),
        implies(either(is_nan(a), is_inf(a)), same(term, ZERO)),
    ]


LAWS: dict[str, Callable[[App], list[Expr]]] = {
    "float.add": add_laws,
    "float.sub": sub_laws,
    "float.mul": mul_laws,
    "float.div": div_laws,
    "float.to_int": to_int_laws,
}


def of_literals(terms: list[App], roots: tuple[Expr, ...]) -> list[Expr]:
    """Order against the integral double literals and the whole numbers of the sequent: rounding is
    monotone.
    """
    values = [
        float(term.value) for term in postorder(roots)
        if isinstance(term, Const) and term.type == FLOAT and isinstance(term.value, float | int)
    ]
    # From 2**53 on an int above the literal may be rounded down to it.
    whole = [value for value in dict.fromkeys(values) if abs(value) < 2.0**53 and value % 1 == 0]
    return [law for term in terms for value in whole[:MOST_LITERALS] for law in _against(term, value)]


def _against(term: App, value: float) -> list[Expr]:
    number, literal = integer(int(Fraction(value))), real(value)
    match term.op:
        case "int.to_float":
            (i,) = term.args
            return [same(le(i, number), below(term, literal)), same(le(number, i), below(literal, term))]
        case "int.truediv":
            a, b = term.args
            bound = App("int.mul", (number, b), INT)
            over = lt(ZERO, b)
            return [
                implies(both(over, le(a, bound)), below(term, literal)),
                implies(both(over, le(bound, a)), below(literal, term)),
            ]
        case "float.to_int":
            (f,) = term.args
            finite = both(no(is_nan(f)), no(is_inf(f)))
            if value <= 0:
                return [implies(both(finite, below(f, literal)), le(term, number))]
            return [implies(both(finite, below(literal, f)), le(number, term))]
        case _:
            return []


def pair_laws(left: App, right: App) -> list[Expr]:
    """Monotone in the first operand; for a common positive second one in products and quotients."""
    match left.op:
        case "float.add" | "float.sub":
            (a, b), (c, d) = left.args, right.args
            numbers = both(no(is_nan(left)), no(is_nan(right)))
            up, down = (below(b, d), below(d, b)) if left.op == "float.add" else (below(d, b), below(b, d))
            return [
                implies(both(numbers, below(a, c), up), below(left, right)),
                implies(both(numbers, below(c, a), down), below(right, left)),
            ]
        case "float.mul" | "float.div":
            (a, b), (c, d) = left.args, right.args
            numbers = both(no(is_nan(left)), no(is_nan(right)), same(b, d), under(NOUGHT, b))
            return [
                implies(both(numbers, below(a, c)), below(left, right)),
                implies(both(numbers, below(c, a)), below(right, left)),
            ]
        case "int.truediv":
            (a, b), (c, d) = left.args, right.args
            numbers = both(same(b, d), lt(ZERO, b))
            return [
                implies(both(numbers, le(a, c)), below(left, right)),
                implies(both(numbers, le(c, a)), below(right, left)),
            ]
        case "float.to_int":
            (a,), (c,) = left.args, right.args
            finite = [no(test(value)) for test in (is_nan, is_inf) for value in (a, c)]
            return [
                implies(both(*finite, below(a, c)), le(left, right)),
                implies(both(*finite, below(c, a)), le(right, left)),
            ]
        case _:
            return []
