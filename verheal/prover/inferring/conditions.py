"""Simple conditions on arguments, as they stand on entry: candidates for preconditions, and what results tell of.

Weaker ones come first. Which of them hold, and of which functions, others find out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations

from verheal.contracts.core.types import BoolT, DictT, FloatT, IntT, ListT, NoneT, SetT, StrT, UnionT
from verheal.prover.inferring.words import Term, Words

FEW = 8  # constants of the code


def conditions(words: Words) -> Iterator[str]:
    """All of them, each over the parameters alone."""
    seen: dict[str, None] = {}
    for text in (*_single(words), *_pairs(words)):
        if text not in seen:
            seen[text] = None
            yield text


def _single(words: Words) -> Iterator[str]:
    for term in words.terms:
        yield from (_guarded(term, text) for text in _of(term, words))


def _guarded(term: Term, text: str) -> str:
    return f"{term.guard} or {text}" if term.guard else text


def _of(term: Term, words: Words) -> Iterator[str]:
    name = term.text
    match term.kind:
        case UnionT(alternatives) if any(isinstance(kind, NoneT) for kind in alternatives):
            yield f"{name} is not None"
            yield f"{name} is None"
        case BoolT():
            yield name
            yield f"not {name}"
        case IntT() | FloatT():
            yield f"{name} != 0"
            yield from (f"{name} {op} 0" for op in (">=", "<=", ">", "<"))
            yield f"{name} == 0"
            for constant in words.ints[:FEW]:
                yield from (f"{name} {op} {constant}" for op in ("!=", ">=", "<=", "=="))
        case StrT() | ListT() | SetT() | DictT():
            yield f"len({name}) > 0"
            yield f"len({name}) == 0"
            for constant in (c for c in words.ints[:FEW] if c > 1):
                yield from (f"len({name}) {op} {constant}" for op in (">=", "<=", "=="))
            yield from _of_items(term, words)
        case _:
            return
    if isinstance(term.kind, StrT):
        yield from (f"{name} == {text!r}" for text in words.texts[:FEW])
        yield from (f"{name} != {text!r}" for text in words.texts[:FEW])
        if len(words.texts) > 1:
            yield f"{name} in {words.texts[:FEW]!r}"


def _of_items(term: Term, words: Words) -> Iterator[str]:
    x, name = words.variable, term.text
    element = getattr(term.kind, "element", None)
    match element:
        case IntT() | FloatT():
            yield from (f"all({x} {op} 0 for {x} in {name})" for op in ("!=", ">=", ">"))
        case StrT() | ListT() | SetT() | DictT():
            yield f"all(len({x}) > 0 for {x} in {name})"
        case _:
            return


def _pairs(words: Words) -> Iterator[str]:
    plain = [term for term in words.terms if not term.guard]
    numbers = [term for term in plain if term.number]
    for one, other in permutations(numbers, 2):
        yield f"{one.text} <= {other.text}"
        yield f"{one.text} < {other.text}"
    for one, other in combinations(numbers, 2):
        yield f"{one.text} != {other.text}"
    for number in (term for term in numbers if isinstance(term.kind, IntT)):
        for row in (term for term in plain if isinstance(term.kind, ListT | StrT)):
            yield f"-len({row.text}) <= {number.text} < len({row.text})"
            yield f"{number.text} < len({row.text})"
            yield f"{number.text} <= len({row.text})"
            yield f"0 <= {number.text} < len({row.text})"
            yield f"0 <= {number.text} <= len({row.text})"
    for one, other in permutations([term for term in plain if term.sized], 2):
        yield f"len({one.text}) <= len({other.text})"
        if one.text < other.text:
            yield f"len({one.text}) == len({other.text})"
    yield from _members(words, plain)
    for one, other in combinations([term for term in plain if isinstance(term.kind, StrT)], 2):
        yield f"{one.text} == {other.text}"


def _members(words: Words, plain: list[Term]) -> Iterator[str]:
    x = words.variable
    for holder in (term for term in plain if isinstance(term.kind, ListT | SetT | DictT)):
        held = holder.kind.key if isinstance(holder.kind, DictT) else getattr(holder.kind, "element", None)
        for term in plain:
            if term.kind == held:
                yield f"{term.text} in {holder.text}"
                yield f"{term.text} not in {holder.text}"
            if term is not holder and getattr(term.kind, "element", None) == held and held is not None:
                yield f"all({x} in {holder.text} for {x} in {term.text})"
    for one, other in permutations([term for term in plain if isinstance(term.kind, StrT)], 2):
        yield f"{one.text} in {other.text}"
