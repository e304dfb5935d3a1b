"""What the execution learns and claims: facts, taints, lemmas, claims at sites. It can be wound back."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from verheal.contracts.core.expr import Expr, Var
from verheal.contracts.core.stmt import Site
from verheal.contracts.core.types import Type
from verheal.contracts.obligations.model import LoopReport
from verheal.contracts.obligations.simplify import Terms
from verheal.contracts.obligations.state import State


@dataclass(frozen=True, eq=False)
class Fact:
    """An assumption; `loop` names the loop whose induction it is a part of, if any."""

    term: Expr
    rests_on: tuple[str, ...] = ()
    loop: str = ""


@dataclass(frozen=True, eq=False)
class Claim:
    """`term` must follow from the facts of the bits. `final` claims end the run they are about.

    After a check a run goes on, and what is assumed later in it must not help the check; after an escaping
    exception nothing comes.
    """

    site: Site
    term: Expr
    facts: int
    taints: int
    final: bool = False


@dataclass(frozen=True, eq=False)
class LemmaClaim:
    """One half of an induction, to be proved from the facts of the bits."""

    loop: str
    phase: str
    candidate: Expr
    term: Expr
    facts: int


@dataclass(frozen=True)
class Mark:
    """A point of the record to wind back to."""

    facts: int
    taints: int
    claims: int
    lemmas: int
    reports: int
    reached: int
    steps: int
    created: int
    names: dict[str, int]
    instances: dict[str, int]


@dataclass
class Record:
    """The growing record of one run."""

    terms: Terms
    facts: list[Fact] = field(default_factory=list)
    taints: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    lemmas: list[LemmaClaim] = field(default_factory=list)
    reports: list[LoopReport] = field(default_factory=list)
    reached: list[Site] = field(default_factory=list)
    steps: int = 0
    created: list[Expr] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    instances: dict[str, int] = field(default_factory=dict)
    stored: dict[Expr, tuple[Expr, ...]] = field(default_factory=dict)  # where a loop stored, by its table; for guesses

    def mark(self) -> Mark:
        """The present point."""
        return Mark(
            len(self.facts), len(self.taints), len(self.claims), len(self.lemmas), len(self.reports),
            len(self.reached), self.steps, len(self.created), dict(self.names), dict(self.instances),
        )

    def wind_back(self, mark: Mark) -> None:
        """Forget everything since the mark."""
        del self.facts[mark.facts :], self.taints[mark.taints :], self.claims[mark.claims :]
        del self.lemmas[mark.lemmas :], self.reports[mark.reports :], self.reached[mark.reached :]
        del self.created[mark.created :]
        self.names, self.instances = mark.names, mark.instances

    def fresh(self, name: str, kind: Type) -> Expr:
        """A new symbolic constant: `name!1`, `name!2` ..."""
        number = self.names.get(name, 0) + 1
        self.names[name] = number
        constant = self.terms.intern(Var(f"{name}!{number}", kind))
        self.created.append(constant)
        return constant

    def instance(self, loop: str) -> str:
        """The name of this execution of a loop."""
        number = self.instances.get(loop, 0) + 1
        self.instances[loop] = number
        return loop if number == 1 else f"{loop}#{number}"

    def learn(self, state: State, fact: Expr, rests_on: tuple[str, ...] = (), loop: str = "") -> None:
        """Runs that are in this state satisfy `fact`, here and later."""
        term = self.terms.implies(state.path.term(self.terms), fact)
        if term is not self.terms.true or rests_on:
            state.facts |= 1 << len(self.facts)
            self.facts.append(Fact(term, rests_on, loop))

    def taint(self, state: State, reason: str) -> None:
        """From here on claims may be undecidable, for this reason."""
        if reason not in self.taints:
            self.taints.append(reason)
        state.taints |= 1 << self.taints.index(reason)

    def claim(self, site: Site, state: State, goal: Expr, final: bool = False) -> None:
        """Runs that are in this state must satisfy `goal`."""
        term = self.terms.implies(state.path.term(self.terms), goal)
        self.claims.append(Claim(site, term, state.facts, state.taints, final))


def bits(mask: int) -> Iterator[int]:
    """Indices of the bits that are set, ascending."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
