"""Relations of whole numbers that hold in every view of a loop: linear ones, squares and cubes, bounds.

They are guesses, solved from the traces as Daikon (Ernst and others 2001) and DIG (Nguyen and others 2012) do.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from math import lcm

from verheal.contracts.core.build import add, le, same
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import App, Const, Expr, integer
from verheal.contracts.core.types import INT
from verheal.contracts.core.values import NotExecutable
from verheal.prover.traces import Views

PRIME = 2**61 - 1
LARGEST = 60  # coefficient
MOST_MOVING = 6
MOST_STEADY = 6
MOST_BOUNDS = 40
MOST_PRODUCTS = 20
MOST_PARTS = 5  # longer equations say more of the views than of the loop
SLACKS = (-1, 0, 1)

Rows = list[list[int]]


@dataclass(frozen=True)
class Column:
    """One quantity, or a product of some, with its value in every view."""

    term: Expr
    values: tuple[int, ...]


def relations(views: Views, moving: Sequence[Expr], steady: Sequence[Expr]) -> tuple[Expr, ...]:
    """Equations first, then bounds."""
    states = [state for state in views.states if isinstance(state, Mapping)]
    changing = columns(moving[:MOST_MOVING], states)
    still = [column for column in columns(steady, states) if column not in changing][:MOST_STEADY]
    if not changing or len(states) < 4:
        return ()
    return tuple(dict.fromkeys((*_equations(changing, still), *_bounds(changing, still))))


def columns(terms: Iterable[Expr], states: Sequence[Mapping[str, object]]) -> list[Column]:
    """Those of the terms that are whole numbers in every view."""
    found = []
    for term in terms:
        try:
            values = [evaluate(term, state) for state in states]
        except (NotExecutable, AssertionError, TypeError, KeyError):
            continue
        numbers = [value for value in values if isinstance(value, int)]
        if len(numbers) == len(values):
            found.append(Column(term, tuple(numbers)))
    return found


def _equations(changing: list[Column], still: list[Column]) -> Iterable[Expr]:
    """Each column that depends on those before it, as an equation; products of those that depend on none."""
    basis = _Basis()
    one = Column(integer(1), tuple(1 for _ in changing[0].values))
    basis.add(one)
    free: list[Column] = []
    for column in (*still, *changing):
        made = basis.add(column)
        if made is None:
            free.append(column)
        elif column in changing:
            yield from _equation(column, made)
    lively = [column for column in free if column in changing][:3]
    pairs = combinations_with_replacement((*lively, *(c for c in free if c in still)), 2)
    triples = combinations_with_replacement(lively[:2], 3)
    for parts in [*(pair for pair in pairs if pair[0] in changing), *triples][:MOST_PRODUCTS]:
        product = _product(parts)
        made = basis.add(product)
        # Two products with constants in one equation mostly say again how the constants are related.
        mixed = any(part in still for part in parts) and any(other not in (one, *free) for other, _ in made or ())
        if made is not None and not mixed:
            yield from _equation(product, made)


def _product(parts: Sequence[Column]) -> Column:
    term, values = parts[0].term, parts[0].values
    for part in parts[1:]:
        term = App("int.mul", (term, part.term), INT)
        values = tuple(a * b for a, b in zip(values, part.values, strict=True))
    return Column(term, values)


class _Basis:
    """Independent columns, reduced modulo a prime; what depends on them is expressed by them."""

    def __init__(self) -> None:
        self.columns: list[Column] = []
        self.reduced: list[tuple[int, list[int], list[int]]] = []  # pivot, column, how it is made of `columns`

    def add(self, column: Column) -> list[tuple[Column, Fraction]] | None:
        """None where it is independent of those before, and kept; else its coefficients."""
        rest = [value % PRIME for value in column.values]
        made = [0] * len(self.columns)
        for pivot, known, how in self.reduced:
            factor = rest[pivot]
            if factor:
                rest = [(a - factor * b) % PRIME for a, b in zip(rest, known, strict=True)]
                made = [(a + factor * b) % PRIME for a, b in zip(made, [*how, *[0] * len(made)], strict=False)]
        first = next((i for i, value in enumerate(rest) if value), None)
        if first is None:
            return self._checked(column, made)
        inverse = pow(rest[first], PRIME - 2, PRIME)
        self.reduced.append(
            (first, [a * inverse % PRIME for a in rest], [-a * inverse % PRIME for a in made] + [inverse])
        )
        self.columns.append(column)
        return None

    def _checked(self, column: Column, made: list[int]) -> list[tuple[Column, Fraction]]:
        pairs = []
        for other, factor in zip(self.columns, made, strict=True):
            number = _small(factor)
            if number is None:
                return []
            if number:
                pairs.append((other, number))
        right = all(
            sum(factor * other.values[i] for other, factor in pairs) == value for i, value in enumerate(column.values)
        )
        return pairs if right else []


def _small(residue: int) -> Fraction | None:
    """The fraction of small parts that the residue stands for."""
    for bottom in (1, 2, 3, 4, 6):
        top = residue * bottom % PRIME
        top = top if top <= LARGEST else top - PRIME
        if abs(top) <= LARGEST:
            return Fraction(top, bottom)
    return None


def _equation(column: Column, found: list[tuple[Column, Fraction]]) -> Iterable[Expr]:
    """Whole coefficients, negative ones on the other side; nothing where the views do not say."""
    if len(found) > MOST_PARTS or (not found and any(column.values)):
        return
    scale = lcm(*(factor.denominator for _, factor in found))
    sides: tuple[list[Expr], list[Expr]] = ([_times(column.term, scale)], [])
    for other, factor in found:
        whole = int(factor * scale)
        sides[whole > 0].append(_times(other.term, abs(whole)))
    left, right = (_total(side) for side in sides)
    yield same(left, right)


def _times(term: Expr, factor: int) -> Expr:
    if isinstance(term, Const) and isinstance(term.value, int):
        return integer(term.value * factor)
    return term if factor == 1 else App("int.mul", (term, integer(factor)), INT)


def _total(parts: list[Expr]) -> Expr:
    total: Expr = integer(0)
    for part in parts:
        total = part if total == integer(0) else add(total, part)
    return total


def _bounds(changing: list[Column], still: list[Column]) -> Iterable[Expr]:
    """Orders of two quantities, sums of two below a third, and a square below one."""
    found: dict[Expr, None] = {}
    every = [*changing, *still]
    for high in every:
        for low in every:
            if high is not low and (high in changing or low in changing):
                _add(found, low.term, high.term, [a - b for a, b in zip(high.values, low.values, strict=True)])
    for one, other in combinations(changing, 2):
        both = add(one.term, other.term)
        for third in still:
            gaps = [c - a - b for a, b, c in zip(one.values, other.values, third.values, strict=True)]
            _add(found, both, third.term, gaps)
            _add(found, third.term, both, [-gap for gap in gaps])
    for one in changing:
        square = _product((one, one))
        for third in still:
            _add(found, square.term, third.term, [c - a for a, c in zip(square.values, third.values, strict=True)])
    return tuple(found)[:MOST_BOUNDS]


def _add(found: dict[Expr, None], low: Expr, high: Expr, gaps: list[int]) -> None:
    """low + k <= high with the greatest k, where that is about 0 and is not an equation."""
    least = min(gaps)
    if least in SLACKS and max(gaps) > least:
        found[le(low if least == 0 else add(low, integer(least)), high)] = None
