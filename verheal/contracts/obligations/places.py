"""Places in rows, as the counters of a loop tell them: `i`, and what the round computes of it, `n - i` or `i + j`."""
from __future__ import annotations

from collections.abc import Iterable

from verheal.contracts.core.expr import App, Expr
from verheal.contracts.core.types import INT, MapT
from verheal.contracts.obligations.linear import linear
from verheal.contracts.obligations.rounds import Round, subterms

MOST = 2
ABOUT = ("int.add", "int.sub", "int.neg")


def places(a_round: Round, moving: Iterable[Expr]) -> tuple[tuple[Expr, ...], tuple[Expr, ...]]:
    """Over program variables: those of the whole numbers that move which are, or may be, places in rows; and the places
    that the round computes of them.
    """
    counters = [term for term in moving if _steps(a_round, term)]
    backs = [item.back for item in a_round.variables.values()]
    parts = list(subterms((a_round.test, *a_round.conds, *backs)))
    used = set(subterms((a_round.test, *(key for part in parts for key in _keys(part)))))
    chosen = [term for term in moving if term in counters or term in used]
    found: dict[frozenset[tuple[Expr, int]], Expr] = {}
    for part in parts:
        if isinstance(part, App) and part.op in ABOUT and a_round.plain(part) and len(found) < MOST:
            total = {term: number for term, number in linear(part).items() if term is not None}
            if _is_place(a_round, total, set(chosen)):
                found.setdefault(frozenset(total.items()), _of(a_round, total))
    return tuple(map(a_round.abstract, chosen)), tuple(map(a_round.abstract, found.values()))


def _steps(a_round: Round, term: Expr) -> bool:
    return any(item.top is term and item.step in (1, -1) for item in a_round.of_type(INT))


def _keys(part: Expr) -> tuple[Expr, ...]:
    """Where a row, or a text, is read or written."""
    match part:
        case App("select" | "store", (row, key, *_)) if isinstance(row.type, MapT) and not isinstance(row, App):
            return ()
        case App("select" | "store", (row, key, *_)) if isinstance(row.type, MapT):
            return (key,) if not isinstance(row.type.value, MapT) else ()
        case App("str.at", (_, key)):
            return (key,)
        case _:
            return ()


def _is_place(a_round: Round, total: dict[Expr, int], moving: set[Expr]) -> bool:
    """Two that move, or one that is taken away from what stays."""
    match sorted(total.items(), key=lambda item: item[1]):
        case [(one, 1), (other, 1)]:
            return one in moving and other in moving
        case [(one, -1), (other, 1)]:
            return one in moving and a_round.constant(other)
        case _:
            return False


def _of(a_round: Round, total: dict[Expr, int]) -> Expr:
    """The sum, what is added before what is taken away."""
    (one, _), (other, sign) = sorted(total.items(), key=lambda item: -item[1])
    return a_round.terms.make("int.add" if sign > 0 else "int.sub", (one, other), INT)
