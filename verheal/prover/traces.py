"""What loops look like in runs of the core on made-up arguments. Only guesses are judged by it.

A candidate that is false in a run is no invariant: no solver need be asked about it.
"""
from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from verheal.contracts.core.build import either, same
from verheal.contracts.core.evaluate import evaluate
from verheal.contracts.core.expr import Binder, Expr, Var
from verheal.contracts.core.image import ClassShape, Field, Instance, NotAnImage, inject
from verheal.contracts.core.interpreter import run
from verheal.contracts.core.stmt import Function
from verheal.contracts.core.types import (
    INT,
    BoolT,
    ClassT,
    DictT,
    FloatT,
    IntT,
    ListT,
    MapT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    UnionT,
)
from verheal.contracts.core.values import NotExecutable
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.program import Program
from verheal.contracts.obligations.model import entry_of
from verheal.prover.widest import widest

RUNS = 60
MOST_RUNS = 400  # where too few of them come to the loops
FEW = 100  # views
FUEL = 1_500
ENOUGH = 240  # views of each loop
EACH = 12  # of them in one run
JUDGES = 64  # views that a candidate is judged by
DEEPEST = 3
LARGEST = 10**60
LONGEST = 2_000
TEXTS = ("", "a", "b", "ab", "ba", "abc", "aba", "1", "12", "a b", "  ", "aab,b", "(()", "()", "Abc")
SOME: Mapping[Type, tuple[object, ...]] = {INT: tuple(range(-3, 8))}  # of all numbers, to find a claim false
MOST_DELAYED = 12
LEAST_LATER = 8
FLOATS = (0.0, 1.0, -1.0, 0.5, 2.0, 3.25, -2.5, 10.0)


@dataclass(frozen=True, eq=False)
class Views:
    """The states at the top of one loop, with `entry(v)` for the values that `v` had when it was entered."""

    states: tuple[Mapping[str, object], ...] = ()

    def survivors(self, candidates: Sequence[Expr]) -> tuple[Expr, ...]:
        """The candidates that no view shows to be false."""
        judges = self.judges()
        true = [candidate for candidate in candidates if not any(_false(candidate, one) for one in judges)]
        return tuple(widest(true, judges))

    def delayed(self, candidates: Sequence[Expr], moving: Sequence[Expr]) -> tuple[Expr, ...]:
        """Those of ranges that are false of loops just entered only, where some quantity tells these from others."""
        judges = self.judges()
        fresh, later = ([one for one in judges if _entered(one) == first] for first in (True, False))
        entry = next((same(v, entry_of(v)) for v in moving if isinstance(v, Var) and _tells(v, fresh, later)), None)
        if entry is None or len(later) < LEAST_LATER:
            return ()
        ranges = [one for one in candidates if isinstance(one, Binder) and one.high is not None]
        late = [one for one in ranges if any(_false(one, view) for view in fresh)]
        true = [one for one in late if not any(_false(one, view) for view in later)]
        return tuple(either(entry, one) for one in widest(true, later)[:MOST_DELAYED])

    def judges(self) -> list[Mapping[str, object]]:
        """Some views to judge by, few of them of loops that were just entered: those tell least."""
        fresh = [state for state in self.states if _entered(state)]
        later = [state for state in self.states if not _entered(state)]
        random = Random(0)
        chosen = random.sample(fresh, min(JUDGES // 8, len(fresh)))
        return chosen + random.sample(later, min(JUDGES, len(later)))


def _entered(state: Mapping[str, object]) -> bool:
    return all(state.get(name[6:-1]) == value for name, value in state.items() if name.startswith("entry("))


def _tells(var: Var, fresh: Sequence[Mapping[str, object]], later: Sequence[Mapping[str, object]]) -> bool:
    before = f"entry({var.name})"
    known = all(var.name in view and before in view for view in (*fresh, *later))
    return known and not any(view[var.name] == view[before] for view in later)


def _large(value: object) -> bool:
    """Squaring or doubling in every round would use up all memory."""
    return abs(value) > LARGEST if isinstance(value, int) else isinstance(value, str) and len(value) > LONGEST


def _false(candidate: Expr, state: Mapping[str, object]) -> bool:
    try:
        return not evaluate(candidate, state, SOME)
    except (NotExecutable, AssertionError, TypeError, KeyError, ValueError, OverflowError):
        return False


def shapes_of(program: Program, function: Function) -> tuple[ClassShape, ...]:
    """The classes that the function's values may belong to, as its heap variables have them."""
    types = {var.name: var.type.value for var in function.inputs if isinstance(var.type, MapT)}
    found = []
    for key, number in function.classes:
        info = program.describe(key)
        reader = Reader(program, key.partition(":")[0])
        fields = []
        for name, owner, note in info.fields:
            kind = types.get(f"field@{owner}.{name}")
            fields.append(Field(owner, name, kind if kind is not None else reader.type_of(note, deep=True)))
        if not info.opaque:
            found.append(ClassShape(key, number, tuple(fields), tuple(info.chain[1:])))
    return tuple(found)


def traces(function: Function, shapes: tuple[ClassShape, ...] = (), cpu_seconds: float = 0.25) -> dict[str, Views]:
    """Views of the loops by id. Never raises for what the function does."""
    seen: dict[str, list[Mapping[str, object]]] = {}

    here: dict[str, int] = {}

    def watch(loop: str, begin: Mapping[str, object], now: Mapping[str, object]) -> None:
        if any(_large(value) for value in now.values()):
            raise NotExecutable("values that grow too fast")
        views = seen.setdefault(loop, [])
        here[loop] = here.get(loop, 0) + 1
        if len(views) < ENOUGH and here[loop] <= EACH:
            views.append({**now, **{f"entry({name})": value for name, value in begin.items()}})

    random = Random(function.id)
    end = time.process_time() + cpu_seconds
    for number in range(MOST_RUNS):
        if number >= RUNS and seen and all(len(views) >= FEW for views in seen.values()):
            break
        if time.process_time() > end or (seen and all(len(views) >= ENOUGH for views in seen.values())):
            break
        maker = _Maker(random, {shape.name: shape for shape in shapes}, min(number / RUNS, 1.0))
        try:
            values = {var.name: maker.value(var.type, 0) for var in function.params}
            inputs = inject(values, function.inputs, shapes)
        except NotAnImage:
            continue
        here.clear()
        run(function, inputs, FUEL, watch)
    return {loop: Views(tuple(views)) for loop, views in seen.items()}


@dataclass
class _Maker:
    """Arguments of one run: small ones first, some sorted, some with repetitions, sometimes one object twice, lists of
    lists that are tables; in some runs all numbers are of the least.
    """

    random: Random
    shapes: Mapping[str, ClassShape]
    size: float
    made: dict[Type, list[object]] = field(default_factory=dict)
    width: int | None = None  # of the lists in the one that is being made, where that is to be a table

    def value(self, kind: Type, depth: int) -> object:
        random = self.random
        match kind:
            case IntT():
                return self.number()
            case BoolT():
                return random.random() < 0.5
            case FloatT():
                return random.choice(FLOATS)
            case StrT():
                return random.choice(TEXTS)
            case NoneT():
                return None
            case OpaqueT():
                return object()
            case TupleT(items):
                return tuple(self.value(item, depth + 1) for item in items)
            case UnionT(members):
                return self._one_of(members, depth)
            case ListT() | SetT() | DictT() | ClassT():
                return self._object(kind, depth)
            case _:
                raise NotAnImage("no value of this type is made")

    def __post_init__(self) -> None:
        self.few = self.random.random() < 0.12

    def number(self) -> int:
        if self.few:
            return self.random.randint(0, 2)
        way = self.random.random()
        if way < 0.6:
            return self.random.randint(-2, 6)
        return self.random.randint(-9, 20) if way < 0.9 else self.random.randint(-30, 70)

    def _one_of(self, members: tuple[Type, ...], depth: int) -> object:
        plain = [member for member in members if not isinstance(member, ClassT)]
        return self.value(self.random.choice(plain if depth >= DEEPEST and plain else members), depth)

    def _object(self, kind: Type, depth: int) -> object:
        known = self.made.setdefault(kind, [])
        if known and self.random.random() < 0.1:
            return self.random.choice(known)
        made = self._new(kind, depth)
        known.append(made)
        return made

    def _new(self, kind: Type, depth: int) -> object:
        match kind:
            case ListT(element):
                return self._items(element, depth)
            case SetT(element):
                return {item for item in self._items(element, depth) if item.__hash__ is not None}
            case DictT(key, inner):
                return {item: self.value(inner, depth + 1) for item in self._items(key, depth)}
            case ClassT(name):
                shape = self._shape(name)
                if depth > DEEPEST + 2:
                    raise NotAnImage("nested too deeply")
                return Instance(shape.name, {part.name: self.value(part.type, depth + 1) for part in shape.fields})
            case _:
                raise NotAnImage("no value of this type is made")

    def _shape(self, name: str) -> ClassShape:
        fitting = [shape for shape in self.shapes.values() if name == shape.name or name in shape.bases]
        if not fitting:
            raise NotAnImage(f"{name} is not known")
        return self.random.choice(fitting)

    def _width(self, rows: int) -> int | None:
        """Half of all lists of lists are tables, most of them square: few others are what is asked of those."""
        way = self.random.random()
        if way < 0.5:
            return None
        return rows if way < 0.8 else self.random.randint(0, 3)

    def _items(self, element: Type, depth: int) -> list[object]:
        if depth >= DEEPEST:
            return []
        count = self.random.randint(0, 2 + int(self.size * 6) if depth == 0 else 3)
        count, around = count if self.width is None else self.width, self.width
        self.width = self._width(count) if isinstance(element, ListT) else None
        found = [self.value(element, depth + 1) for _ in range(count)]
        self.width = around
        way = self.random.random()
        if way < 0.2 and found:
            found = [self.random.choice(found[:2]) for _ in found]
        if way > 0.6 and isinstance(element, IntT | StrT | FloatT):
            found.sort(key=lambda item: item)  # type: ignore[arg-type, return-value]
        return found
