"""Candidates for what holds when a function has returned, from templates; stronger and weaker ones alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, permutations

from verheal.contracts.core.types import (
    BoolT,
    ClassT,
    DictT,
    FloatT,
    IntT,
    ListT,
    NoneT,
    SetT,
    StrT,
    TupleT,
    Type,
    UnionT,
)
from verheal.prover.inferring.conditions import conditions
from verheal.prover.inferring.words import RESULT, Term, Words

BOUNDS = (0, 1, -1)
MOST_CONDITIONS = 40
MOST_VALUES = 8
MOST_BOUND = 1_000_000


def results(words: Words) -> Iterator[str]:
    """What may hold of the result."""
    if words.result is None:
        return
    yield from _values(words)
    match words.result.kind:
        case UnionT(alternatives) if any(isinstance(kind, NoneT) for kind in alternatives):
            yield f"{RESULT} is not None"
            yield f"{RESULT} is None"
            yield from (f"({RESULT} is None) == ({text})" for text in _told(words))
            rest = [kind for kind in alternatives if not isinstance(kind, NoneT)]
            if len(rest) == 1:
                found = list(_about(replace(words.result, kind=rest[0]), words))
                yield from found
                yield from (f"{RESULT} is None or {_closed(text)}" for text in found)
        case _:
            yield from _about(words.result, words)


def _values(words: Words) -> Iterator[str]:
    """The few values that it was seen to be, where that says more than its type."""
    values = sorted(words.values, key=_magnitude)
    if set(values) <= {"None", "True", "False"} or len(values) > MOST_VALUES:
        return
    yield f"{RESULT} == {values[0]}" if len(values) == 1 else f"{RESULT} in ({', '.join(values)})"


def _magnitude(text: str) -> tuple[float, str]:
    try:
        return float(text), ""
    except ValueError:
        return 0.0, text


def _closed(text: str) -> str:
    return f"({text})" if " or " in text else text


def _told(words: Words) -> Iterator[str]:
    """What a yes or no may say of the arguments."""
    found = [text for text in conditions(words) if " or " not in text]
    yield from found[:MOST_CONDITIONS]


def _about(value: Term, words: Words) -> Iterator[str]:
    name = value.text
    for term in words.terms:
        if term.kind == value.kind and not term.guard and term.text != name:
            yield f"{name} is {term.text}" if isinstance(term.kind, ClassT) else f"{name} == {term.text}"
    yield from _one_of(value, words)
    match value.kind:
        case BoolT():
            yield name
            yield f"not {name}"
            for text in _told(words):
                yield f"{name} == ({text})"
            for text in _told(words):
                yield f"not {name} or {text}"
                yield f"{name} or {text}"
        case IntT() | FloatT():
            yield from _number(value, words)
        case StrT():
            yield from _text(value, words)
            yield from _size(value, words)
        case ListT() | SetT() | DictT():
            yield from _size(value, words)
            yield from _items(value, words)
        case TupleT(items):
            yield from _row(name, items, words)
        case ClassT():
            for field, kind in words.fields:
                yield from _about(Term(f"{name}.{field}", kind), words)
        case _:
            return


def _one_of(value: Term, words: Words) -> Iterator[str]:
    """Chosen from the arguments."""
    alike = [t.text for t in words.those(IntT, FloatT, StrT) if t.kind == value.kind and "." not in t.text]
    for many in range(2, min(len(alike), 4) + 1):
        yield from (f"{value.text} in ({', '.join(some)})" for some in combinations(alike, many))


def _number(value: Term, words: Words) -> Iterator[str]:
    name, numbers = value.text, [term.text for term in words.terms if term.number and not term.guard]
    for constant in dict.fromkeys((*BOUNDS, *(c for c in words.ints if abs(c) <= MOST_BOUND))):
        yield from (f"{name} {op} {constant}" for op in ("==", ">=", "<="))
    yield from (f"{name} > 0", f"{name} < 0", f"{name} != 0") if isinstance(value.kind, FloatT) else (f"{name} != 0",)
    for other in numbers:
        yield from (f"{name} {op} {other}" for op in ("==", ">=", "<=", ">", "<"))
        yield f"{name} == abs({other})"
        yield f"{name} == -{other}"
        yield f"{name} == {other} + 1"
        yield f"{name} == {other} - 1"
    for one, other in permutations(numbers, 2):
        yield f"{name} == {one} - {other}"
        yield f"{name} <= {one} - {other}"
    for one, other in combinations(numbers, 2):
        yield from (f"{name} == {one} {op} {other}" for op in ("+", "*"))
        yield from (f"{name} == {of}({one}, {other})" for of in ("min", "max"))
    if isinstance(value.kind, IntT):
        for sized in (term for term in words.terms if term.sized and not term.guard):
            yield from (f"{name} {op} len({sized.text})" for op in ("==", "<=", "<", ">="))
            yield f"{name} == len({sized.text}) - 1"
    yield from _in_rows(value, words)


def _in_rows(value: Term, words: Words) -> Iterator[str]:
    """Of which collection it may be an item, the least or the greatest."""
    for row in words.those(ListT, SetT, DictT):
        held = row.kind.key if isinstance(row.kind, DictT) else getattr(row.kind, "element", None)
        if not _alike(held, value.kind):
            continue
        yield f"{value.text} in {row.text}"
        if isinstance(row.kind, ListT) and value.number:
            yield f"{value.text} == sum({row.text})"
            x = words.variable
            yield from (f"all({x} {op} {value.text} for {x} in {row.text})" for op in ("<=", ">="))


def _alike(one: Type | None, other: Type) -> bool:
    parts = one.alternatives if isinstance(one, UnionT) else (one,)
    return other in parts


def _text(value: Term, words: Words) -> Iterator[str]:
    name = value.text
    for term in words.those(StrT):
        yield f"{name}.startswith({term.text})"
        yield f"{name}.endswith({term.text})"
        yield f"{term.text} in {name}"
        yield f"{name} in {term.text}"
        yield f"{term.text}.startswith({name})"
    for one, other in permutations(words.those(StrT), 2):
        yield f"{name} == {one.text} + {other.text}"
    for text in words.texts:
        if text:
            yield f"{name}.startswith({text!r})"
            yield f"{name}.endswith({text!r})"
            yield f"{text!r} in {name}"
    yield from _in_rows(value, words)


def _size(value: Term, words: Words) -> Iterator[str]:
    size = f"len({value.text})"
    for constant in dict.fromkeys((0, 1, *(c for c in words.ints if 1 < c <= 100))):
        yield from (f"{size} {op} {constant}" for op in ("==", ">=", "<="))
    for other in (term for term in words.terms if term.sized and not term.guard):
        yield from (f"{size} {op} len({other.text})" for op in ("==", "<=", ">=", "<", ">"))
        yield from (f"{size} == len({other.text}) {op} 1" for op in "+-")
    for number in words.those(IntT):
        yield from (f"{size} {op} {number.text}" for op in ("==", "<=", ">="))
    for one, other in combinations([term for term in words.terms if term.sized and not term.guard], 2):
        yield from (f"{size} {op} len({one.text}) + len({other.text})" for op in ("==", "<="))


def _items(value: Term, words: Words) -> Iterator[str]:
    x, name = words.variable, value.text
    own = value.kind.key if isinstance(value.kind, DictT) else getattr(value.kind, "element", None)
    match own:
        case IntT() | FloatT():
            yield from (f"all({x} {op} 0 for {x} in {name})" for op in "><")
            for constant in dict.fromkeys((0, 1, *words.ints[:4])):
                yield from (f"all({x} {op} {constant} for {x} in {name})" for op in (">=", "<=", "!="))
            for number in (term for term in words.terms if term.number and not term.guard):
                yield from (f"all({x} {op} {number.text} for {x} in {name})" for op in ("==", ">=", "<="))
        case StrT():
            yield f"all(len({x}) > 0 for {x} in {name})"
        case _:
            pass
    for term in words.those(ListT, SetT, DictT):
        held = term.kind.key if isinstance(term.kind, DictT) else getattr(term.kind, "element", None)
        if held == own:
            yield f"all({x} in {term.text} for {x} in {name})"
            yield f"all({x} in {name} for {x} in {term.text})"
            if isinstance(value.kind, ListT) and isinstance(term.kind, ListT) and isinstance(own, IntT | StrT):
                yield f"{name} == sorted({term.text})"
    for term in words.terms:
        if term.kind == own and not term.guard:
            yield f"{term.text} in {name}"
            yield f"{term.text} not in {name}"


def _row(name: str, items: tuple[Type, ...], words: Words) -> Iterator[str]:
    parts = [Term(f"{name}[{index}]", kind) for index, kind in enumerate(items)]
    for part in parts[:4]:
        yield from _about(part, words)
    for one, other in combinations([part for part in parts if part.number], 2):
        yield from (f"{one.text} {op} {other.text}" for op in ("<=", ">=", "<", ">", "==", "!="))


def effects(words: Words, made: bool) -> Iterator[str]:
    """What may have become of the arguments; `made`: the first of them is only being made."""
    values = [term for term in words.terms if "." not in term.text and not term.guard]
    for term in words.terms:
        if term.guard:
            continue
        field = "." in term.text
        if made and field:
            for other in values:
                if other.kind == term.kind:
                    yield f"{term.text} == {other.text}"
            yield from _about(term, replace(words, terms=tuple(values)))
        elif field or term.mutable:
            yield from _change(term, values)


def _change(term: Term, values: list[Term]) -> Iterator[str]:
    name, old = term.text, f"__old__.{term.text}"
    yield f"{name} == {old}"
    if "." in name:
        for other in values:
            if other.kind == term.kind:
                yield f"{name} == {other.text}"
    if term.number:
        for other in (value for value in values if value.number):
            yield from (f"{name} == {old} {op} {other.text}" for op in "+-")
        yield from (f"{name} == {old} + 1", f"{name} == {old} - 1")
        yield from (f"{name} {op} {old}" for op in (">=", "<="))
        yield f"{name} >= 0"
    elif term.sized:
        yield from (f"len({name}) == len({old}) + 1", f"len({name}) == len({old}) - 1")
        yield from (f"len({name}) {op} len({old})" for op in ("==", ">=", "<="))
        yield f"len({name}) == 0"
        held = term.kind.key if isinstance(term.kind, DictT) else getattr(term.kind, "element", None)
        for other in values:
            if other.kind == held:
                yield f"{other.text} in {name}"
                yield f"{other.text} not in {name}"


def without_halves(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Where it is known exactly when a function says yes, what a yes implies needs not be said."""
    if not any(text.startswith(f"{RESULT} == (") for text in texts):
        return texts
    return tuple(text for text in texts if not text.startswith((f"not {RESULT} or ", f"{RESULT} or ")))
