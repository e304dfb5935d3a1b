"""Laws of whole numbers beyond addition and order: powers, divisors, roots, factorials, choices, bits, division.

Laws of one term hold for any values; those in `STEPS` speak of the same operator once more, one step of its
recursion further down, and are written out for closed terms only: under a quantifier they would never end.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from verheal.contracts.core.build import ONE, ZERO, add, both, choose, either, implies, le, lt, no, same, sub
from verheal.contracts.core.expr import App, Const, Expr, integer
from verheal.contracts.core.types import INT
from verheal.contracts.smt.terms import postorder

Law = Callable[[App], list[Expr]]

TWO, BELOW = integer(2), integer(-1)
MOST_MODULI = 4
LARGEST_MODULUS = 2**64


def _int(op: str, *args: Expr) -> App:
    return App(f"int.{op}", args, INT)


def _times(left: Expr, right: Expr) -> Expr:
    return right if left == ONE else left if right == ONE else _int("mul", left, right)


def _odd(number: Expr) -> Expr:
    return same(_int("mod", number, TWO), ONE)


def power_laws(term: App) -> list[Expr]:
    """The first powers, those of -1, 0 and 1, signs, and how fast others grow."""
    base, n = term.args
    natural = le(ZERO, n)
    return [
        implies(lt(n, ZERO), same(term, ZERO)),
        implies(same(n, ZERO), same(term, ONE)),
        implies(same(n, ONE), same(term, base)),
        implies(both(natural, no(same(base, ZERO))), no(same(term, ZERO))),
        implies(both(lt(ZERO, n), same(base, ZERO)), same(term, ZERO)),
        implies(both(natural, same(base, ONE)), same(term, ONE)),
        implies(both(natural, same(base, BELOW)), same(term, choose(_odd(n), BELOW, ONE))),
        implies(both(natural, either(le(ZERO, base), no(_odd(n)))), le(ZERO, term)),
        implies(both(natural, lt(base, ZERO), _odd(n)), lt(term, ZERO)),
        implies(both(le(ONE, base), le(ONE, n)), le(base, term)),
        implies(both(le(TWO, base), natural), lt(n, term)),
        implies(both(le(TWO, base), le(TWO, n)), le(add(base, base), term)),
    ]


def power_steps(term: App) -> list[Expr]:
    """b**n == b * b**(n - 1)"""
    base, n = term.args
    return [implies(lt(ZERO, n), same(term, _times(base, _int("pow", base, sub(n, ONE)))))]


def halved_power(term: App) -> list[Expr]:
    """b**n == (b*b)**(n // 2) == (b**(n // 2))**2, times b where n is odd: for texts that halve the exponent."""
    base, n = term.args
    half = _int("floordiv", n, TWO)
    of_square, root = _int("pow", _times(base, base), half), _int("pow", base, half)
    found = []
    for whole in (of_square, _times(root, root)):
        found.append(implies(le(ZERO, n), same(term, choose(_odd(n), _times(base, whole), whole))))
    return found


def gcd_laws(term: App) -> list[Expr]:
    """Divides both, 0 only of zeros, no greater than either; gcd(a, 0) and gcd(a, a) are a without its sign."""
    a, b = term.args
    found = [le(ZERO, term), same(same(term, ZERO), both(same(a, ZERO), same(b, ZERO)))]
    for one, other in ((a, b), (b, a)):
        size = choose(le(ZERO, one), one, sub(ZERO, one))
        found += [
            implies(either(same(other, ZERO), same(other, one)), same(term, size)),
            implies(no(same(one, ZERO)), both(lt(ZERO, term), le(term, size))),
            implies(lt(ZERO, term), same(_int("mod", one, term), ZERO)),
        ]
    return found


def gcd_steps(term: App) -> list[Expr]:
    """Euclid: by remainders, also as they are computed from quotients, and by differences."""
    a, b = term.args
    rest = sub(a, _times(_int("floordiv", a, b), b))
    return [
        implies(no(same(b, ZERO)), same(term, _int("gcd", b, rest))),
        same(term, _int("gcd", b, a)),
        implies(no(same(b, ZERO)), same(term, _int("gcd", b, _int("mod", a, b)))),
        same(term, _int("gcd", sub(a, b), b)),
        same(term, _int("gcd", a, sub(b, a))),
    ]


def root_laws(term: App) -> list[Expr]:
    """r*r <= n < (r + 1)*(r + 1)"""
    (n,) = term.args
    after = add(term, ONE)
    inside = both(le(_times(term, term), n), lt(n, _times(after, after)), le(term, n))
    return [le(ZERO, term), implies(le(ZERO, n), inside), implies(lt(n, ZERO), same(term, ZERO))]


def factorial_laws(term: App) -> list[Expr]:
    """1 of nothing; never below 1 or n."""
    (n,) = term.args
    return [implies(le(n, ONE), same(term, ONE)), le(ONE, term), le(n, term)]


def factorial_steps(term: App) -> list[Expr]:
    """n! == n * (n - 1)!"""
    (n,) = term.args
    return [implies(lt(ZERO, n), same(term, _times(n, _int("factorial", sub(n, ONE)))))]


def choice_laws(term: App) -> list[Expr]:
    """One way to choose none or all, n ways to choose one, none to choose more than there are."""
    n, k = term.args
    outside = either(lt(k, ZERO), lt(n, k))
    return [
        implies(outside, same(term, ZERO)),
        implies(no(outside), both(le(ONE, term), implies(either(same(k, ZERO), same(k, n)), same(term, ONE)))),
        implies(both(same(k, ONE), le(ONE, n)), same(term, n)),
    ]


def choice_steps(term: App) -> list[Expr]:
    """Pascal's triangle; by one more or less; from the other side."""
    n, k = term.args
    fewer, less = sub(n, ONE), sub(k, ONE)
    above = add(_int("comb", fewer, less), _int("comb", fewer, k))
    along = same(_times(term, k), _times(_int("comb", n, less), add(sub(n, k), ONE)))
    return [
        implies(both(lt(ZERO, k), le(ONE, n)), same(term, above)),
        implies(both(lt(ZERO, k), le(ZERO, n)), along),
        implies(both(le(ZERO, k), le(k, n)), same(term, _int("comb", n, sub(n, k)))),
    ]


def and_laws(term: App) -> list[Expr]:
    """Bounds, the last bit, equal ones, none and all; nothing in common where one ends before the other begins."""
    a, b = term.args
    found = [
        implies(same(a, b), same(term, a)),
        same(_odd(term), both(_odd(a), _odd(b))),
        implies(both(lt(a, ZERO), lt(b, ZERO)), both(lt(term, ZERO), le(term, a), le(term, b))),
        implies(either(le(ZERO, a), le(ZERO, b)), le(ZERO, term)),
    ]
    for one, other in ((a, b), (b, a)):
        found += [
            implies(le(ZERO, one), le(term, one)),
            implies(same(one, ZERO), same(term, ZERO)),
            implies(same(one, BELOW), same(term, other)),
        ]
        for modulus in moduli((one,)):
            apart = both(same(_int("mod", one, modulus), ZERO), le(ZERO, other), lt(other, modulus))
            found.append(implies(apart, same(term, ZERO)))
        found += _masked(term, one, other)
    return found


def _masked(term: App, number: Expr, mask: Expr) -> Iterator[Expr]:
    """One bit of a number, its bits below one, and all but one: the mask is 1 << k, that minus 1, or inverted."""
    match mask:
        case App("int.pow", (Const(2), k)):
            yield implies(le(ZERO, k), same(term, _bit(number, mask)))
        case App("int.add", (App("int.pow", (Const(2), k)) as whole, Const(-1))):
            yield implies(le(ZERO, k), same(term, _int("mod", number, whole)))
        case App("int.sub", (Const(-1), App("int.pow", (Const(2), k)) as whole)):
            yield implies(le(ZERO, k), same(term, sub(number, _bit(number, whole))))
        case _:
            return


def _bit(number: Expr, whole: Expr) -> Expr:
    """What the bit of this weight contributes to the number."""
    return choose(_odd(_int("floordiv", number, whole)), whole, ZERO)


def moduli(roots: tuple[Expr, ...]) -> list[Expr]:
    """The powers of two by which something under the roots is multiplied."""
    found: dict[Expr, None] = {}
    for term in postorder(roots):
        match term:
            case App("int.pow", (Const(2), _)):
                found[term] = None
            case App("int.mul", (_, Const(int() as factor) as literal)):
                if 2 <= factor <= LARGEST_MODULUS and factor & (factor - 1) == 0:
                    found[literal] = None
            case _:
                pass
    return list(found)[:MOST_MODULI]


def division_laws(term: App) -> list[Expr]:
    """x * d // d == x, and nothing is left; x % d is at most x - d from d on; of divisors that are no literals."""
    top, divisor = term.args
    if isinstance(divisor, Const):
        return []
    found: list[Expr] = []
    if term.op == "int.mod":
        found.append(implies(both(lt(ZERO, divisor), le(divisor, top)), le(term, sub(top, divisor))))
        found += _divides(term)
    if not (isinstance(top, App) and top.op == "int.mul" and divisor in top.args):
        return found
    other = top.args[1] if top.args[0] == divisor else top.args[0]
    return [*found, implies(no(same(divisor, ZERO)), same(term, other if term.op == "int.floordiv" else ZERO))]


def _divides(term: App) -> Iterator[Expr]:
    """What divides a divisor and what is left divides what was divided; and it and the divisor, what is left."""
    match term.args:
        case (App("int.mod", (a, b)), d):
            others = [same(_int("mod", one, d), ZERO) for one in (a, b)]
            yield implies(both(no(same(b, ZERO)), no(same(d, ZERO)), others[1]), same(others[0], same(term, ZERO)))
        case _:
            return


def pair_laws(left: App, right: App) -> Iterable[Expr]:
    """When the values of two terms of one operator are equal or ordered."""
    match left.op:
        case "int.pow":
            return _powers(left, right)
        case "int.gcd" | "int.and":
            (a, b), (c, d) = left.args, right.args
            return [implies(both(same(a, d), same(b, c)), same(left, right))]
        case "int.isqrt" | "int.factorial":
            return _ordered(left.args[0], right.args[0], left, right)
        case "int.floordiv" | "int.mod" if left.args[1] == right.args[1] and not isinstance(left.args[1], Const):
            return _quotients(left, right)
        case _:
            return []


def _ordered(a: Expr, b: Expr, of_a: Expr, of_b: Expr, guard: tuple[Expr, ...] = ()) -> list[Expr]:
    return [implies(both(*guard, le(a, b)), le(of_a, of_b)), implies(both(*guard, le(b, a)), le(of_b, of_a))]


def _powers(left: App, right: App) -> Iterator[Expr]:
    (b, n), (c, m) = left.args, right.args
    yield from _ordered(n, m, left, right, (same(b, c), le(ONE, b), le(ZERO, n), le(ZERO, m)))
    yield from _ordered(b, c, left, right, (same(n, m), le(ZERO, n), le(ZERO, b), le(ZERO, c)))
    if b == c and isinstance(b, Const) and isinstance(b.value, int) and b.value > 1:
        yield implies(both(le(ZERO, n), lt(n, m)), le(_times(left, b), right))
        yield implies(both(le(ZERO, m), lt(m, n)), le(_times(right, b), left))


def _quotients(left: App, right: App) -> Iterator[Expr]:
    """One divisor more or less is one time more or less, and leaves the same."""
    (a, divisor), (b, _) = left.args, right.args
    step = ONE if left.op == "int.floordiv" else ZERO
    some = lt(ZERO, divisor)
    if left.op == "int.floordiv":
        yield from _ordered(a, b, left, right, (some,))
    yield implies(both(some, same(a, add(b, divisor))), same(left, add(right, step)))
    yield implies(both(some, same(b, add(a, divisor))), same(right, add(left, step)))


LAWS: dict[str, Law] = {
    "int.pow": power_laws,
    "int.pow_below": lambda term: [],
    "int.gcd": gcd_laws,
    "int.isqrt": root_laws,
    "int.factorial": factorial_laws,
    "int.comb": choice_laws,
    "int.and": and_laws,
    "int.floordiv": division_laws,
    "int.mod": division_laws,
}

STEPS: dict[str, Law] = {
    "int.pow": power_steps,
    "int.gcd": gcd_steps,
    "int.factorial": factorial_steps,
    "int.comb": choice_steps,
}

STEPPING = frozenset((*STEPS, "int.and", "int.isqrt"))


def steps(term: App, halved: frozenset[Expr]) -> list[Expr]:
    """The laws that go one step down the term's recursion; `halved` is what the text divides by two."""
    if term.op == "int.pow" and term.args[1] in halved:
        return halved_power(term)
    return STEPS[term.op](term) if term.op in STEPS else []


def halved(roots: tuple[Expr, ...]) -> frozenset[Expr]:
    """What is divided by two under the roots."""
    terms = (term for term in postorder(roots) if isinstance(term, App) and term.op == "int.floordiv")
    return frozenset(term.args[0] for term in terms if term.args[1] == TWO)


def beneath(term: App) -> list[App]:
    """Terms whose laws say more of this one: quotients by a mask's weight, and the divisor one step of Euclid back."""
    match term:
        case App("int.and", (a, b)):
            pairs = ((a, b), (b, a))
            return [_int("floordiv", one, by) for one, by in pairs if isinstance(by, App) and by.op == "int.pow"]
        case App("int.gcd", (a, App("int.mod", (top, by)))) if a == by:
            return [_int("gcd", top, a)]
        case _:
            return []
