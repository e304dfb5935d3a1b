"""What a function under generation may mention: variables with their kinds, classes, functions made before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from tests.differential.kinds import CONTAINERS, OPTIONALS, SCALARS, Kind

T = TypeVar("T")


@dataclass(frozen=True)
class Callee:
    """A function or method that may be called; `defaults` of its last parameters may be left out."""

    name: str
    params: tuple[Kind, ...]
    defaults: int
    result: Kind


@dataclass(frozen=True)
class ClassModel:
    """A class of the generated module: `fields` are the constructor's, inherited ones first."""

    name: str
    fields: tuple[tuple[str, Kind], ...]
    base: str = ""
    methods: tuple[Callee, ...] = ()
    properties: tuple[tuple[str, Kind], ...] = ()


@dataclass
class Scope:
    """State of the generation of one function."""

    random: Random
    classes: dict[str, ClassModel] = field(default_factory=dict)
    callees: list[Callee] = field(default_factory=list)
    vars: dict[str, Kind] = field(default_factory=dict)
    # Bound on some paths only; read now and then all the same.
    maybe: dict[str, Kind] = field(default_factory=dict)
    counter: int = 0
    walrus: bool = True

    def fresh(self, prefix: str = "v") -> str:
        """A new name."""
        self.counter += 1
        return f"{prefix}{self.counter}"

    def chance(self, share: float) -> bool:
        """True with this probability."""
        return self.random.random() < share

    def pick(self, options: Sequence[T]) -> T:
        """One of them."""
        return self.random.choice(options)

    def named(self, kind: Kind) -> list[str]:
        """Variables of a kind; a subclass's count as the class's."""
        found = [name for name, one in self.vars.items() if self.fits(one, kind)]
        if self.chance(0.04):
            found += [name for name, one in self.maybe.items() if one == kind]
        return found

    def where(self, test: Callable[[Kind], bool]) -> list[tuple[str, Kind]]:
        """Variables whose kind passes a test."""
        return [(name, kind) for name, kind in self.vars.items() if test(kind)]

    def fits(self, kind: Kind, wanted: Kind) -> bool:
        """Is it the kind, or a class below it?"""
        if kind == wanted:
            return True
        known = self.classes.get(kind.name)
        return known is not None and bool(known.base) and self.fits(Kind(known.base), wanted)

    def below(self, name: str) -> list[ClassModel]:
        """The class and its subclasses."""
        return [one for one in self.classes.values() if self.fits(Kind(one.name), Kind(name))]

    def any_kind(self) -> Kind:
        """A kind to make a variable of."""
        roll = self.random.random()
        if roll < 0.45:
            return self.pick(SCALARS)
        if roll < 0.8:
            return self.pick(CONTAINERS)
        if roll < 0.9 or not self.classes:
            return self.pick(OPTIONALS)
        return Kind(self.pick(tuple(self.classes)))

    @contextmanager
    def branch(self) -> Iterator[None]:
        """Variables made inside are bound on some paths only afterwards."""
        before = dict(self.vars)
        yield
        made = {name: kind for name, kind in self.vars.items() if before.get(name) != kind}
        self.vars = {name: kind for name, kind in before.items() if name not in made}
        self.maybe |= {name: kind for name, kind in made.items() if name not in before}

    @contextmanager
    def binding(self, **kinds: Kind) -> Iterator[None]:
        """Variables of a comprehension. No walrus inside."""
        before, walrus = dict(self.vars), self.walrus
        self.vars |= kinds
        self.walrus = False
        yield
        self.vars, self.walrus = before, walrus
