"""Laws of the connectives, of choice and of equality."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verheal.contracts.core.expr import App, Const, Expr
from verheal.contracts.core.heap import ALLOC
from verheal.contracts.core.types import BOOL, Type
from verheal.contracts.obligations.arithmetic import shifted, split
from verheal.contracts.obligations.folding import same_literal

if TYPE_CHECKING:
    from verheal.contracts.obligations.simplify import Terms

Rule = Callable[["Terms", tuple[Expr, ...], Type, int], Expr | None]


def _not(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """not not a = a; not (a < b) = b <= a on ints; de Morgan is left to the solver."""
    match args[0]:
        case Const(value):
            return terms.false if value else terms.true
        case App("not", (inner,)):
            return inner
        case App("int.lt", (left, right)):
            return terms.make("int.le", (right, left), BOOL)
        case App("int.le", (left, right)):
            return terms.make("int.lt", (right, left), BOOL)
        case _:
            return None


def _lattice(terms: Terms, op: str, args: tuple[Expr, ...], neutral: Expr, absorbing: Expr) -> Expr | None:
    kept: dict[Expr, None] = {}
    for part in args:
        if part is absorbing:
            return absorbing
        if part is not neutral:
            kept[part] = None
    if any(terms.negate(part) in kept for part in kept):
        return absorbing
    if len(kept) < 2:
        return next(iter(kept), neutral)
    return None if tuple(kept) == args else terms.make(op, tuple(kept), BOOL)


def _and(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """a and true = a; a and false = false; a and a = a; a and not a = false."""
    return _lattice(terms, "and", args, terms.true, terms.false)


def _or(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """a or false = a; a or true = true; a or a = a; a or not a = true."""
    return _lattice(terms, "or", args, terms.false, terms.true)


def _implies(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """true ==> b = b; false ==> b = a ==> true = a ==> a = true; a ==> false = not a."""
    left, right = args
    if left is terms.true:
        return right
    if left is terms.false or right is terms.true or left is right:
        return terms.true
    if right is terms.false:
        return terms.negate(left)
    return right if terms.negate(left) is right else None


def _ite(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """A known test chooses; equal branches need none; a negated test swaps; a test is asked once."""
    test, then, orelse = args
    if test is terms.true or then is orelse:
        return then
    if test is terms.false:
        return orelse
    match test:
        case App("not", (inner,)):
            return terms.make("ite", (inner, orelse, then), kind)
        case _:
            pass
    inner_then = _under_test(terms, then, test, 1)
    inner_else = _under_test(terms, orelse, test, 2)
    if inner_then is not then or inner_else is not orelse:
        return terms.make("ite", (test, inner_then, inner_else), kind)
    return _bool_choice(terms, test, then, orelse) if kind == BOOL else None


def _under_test(terms: Terms, term: Expr, test: Expr, branch: int) -> Expr:
    """The branch that the test decides, of the term and of its own arguments."""
    chosen = _decided(term, test, branch)
    if not isinstance(chosen, App) or chosen.op == "ite":
        return chosen
    args = tuple(_decided(part, test, branch) for part in chosen.args)
    if all(new is old for new, old in zip(args, chosen.args, strict=True)):
        return chosen
    return terms.make(chosen.op, args, chosen.type, chosen.index)


def _decided(term: Expr, test: Expr, branch: int) -> Expr:
    while isinstance(term, App) and term.op == "ite" and term.args[0] is test:
        term = term.args[branch]
    return term


def _bool_choice(terms: Terms, test: Expr, then: Expr, orelse: Expr) -> Expr | None:
    if then is terms.true or then is test:
        return terms.disj((test, orelse))
    if then is terms.false:
        return terms.conj((terms.negate(test), orelse))
    if orelse is terms.true:
        return terms.implies(test, then)
    if orelse is terms.false or orelse is test:
        return terms.conj((test, then))
    return None


def _eq(terms: Terms, args: tuple[Expr, ...], kind: Type, index: int) -> Expr | None:
    """a = a; literals by value; x + 1 = 3 iff x = 2; tuples itemwise; members of unions by tag."""
    left, right = args
    if left is right:
        return terms.true
    known = same_literal(left, right)
    if known is not None:
        return terms.true if known else terms.false
    if isinstance(left, Const):
        return terms.make("eq", (right, left), BOOL)
    match left, right:
        case _, Const(bool() as value):
            return left if value else terms.negate(left)
        case App("tuple.make", some), App("tuple.make", others) if len(some) == len(others):
            return terms.conj(terms.eq(a, b) for a, b in zip(some, others, strict=True))
        case App("union.make", (a,), _, i), App("union.make", (b,), _, j):
            return terms.eq(a, b) if i == j else terms.false
        case _:
            return _choice_eq(terms, left, right) or _linear_eq(terms, left, right)


def _choice_eq(terms: Terms, left: Expr, right: Expr) -> Expr | None:
    for chosen, other in ((left, right), (right, left)):
        if isinstance(chosen, App) and chosen.op == "ite":
            test, then, orelse = chosen.args
            if not (_settled(then, other) and _settled(orelse, other)):
                continue
            first, second = terms.eq(then, other), terms.eq(orelse, other)
            if isinstance(first, Const) and isinstance(second, Const):
                return terms.ite(test, first, second)
    return None


def _settled(left: Expr, right: Expr) -> bool:
    if left is right or (isinstance(left, Const) and isinstance(right, Const)):
        return True
    return isinstance(left, App) and isinstance(right, App) and left.op == right.op == "union.make"


def _linear_eq(terms: Terms, left: Expr, right: Expr) -> Expr | None:
    base, offset = split(left)
    other, distance = split(right)
    if base is other and base is not None:
        return terms.true if offset == distance else terms.false
    if _apart(terms, base, other, distance - offset) or _apart(terms, other, base, offset - distance):
        return terms.false
    if offset and base is not None:
        return terms.eq(base, shifted(terms, other, distance - offset))
    return None


def _apart(terms: Terms, address: Expr | None, bound: Expr | None, above: int) -> bool:
    """An address that was in use on entry is none that was allocated since."""
    return above >= 0 and bound == ALLOC and address in terms.older


RULES: tuple[tuple[str, Rule], ...] = (
    ("not", _not),
    ("and", _and),
    ("or", _or),
    ("implies", _implies),
    ("ite", _ite),
    ("eq", _eq),
)
