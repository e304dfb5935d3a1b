"""How a block may end, and the driver that runs nested blocks without Python's recursion."""
from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace

from verheal.contracts.core.expr import Expr
from verheal.contracts.core.stmt import Site
from verheal.contracts.obligations.simplify import Terms
from verheal.contracts.obligations.state import State, choice, join_all, joined


@dataclass(frozen=True, eq=False)
class Origin:
    """Where an exception first came from; `site` is None for what is not modelled; `guard` is its path."""

    site: Site | None
    declared: bool
    guard: Expr


@dataclass(frozen=True, eq=False)
class Thrown:
    """An exception under way; `exception` is None for an unknown class. The origins exclude each other."""

    exception: str | None
    state: State
    origins: tuple[Origin, ...]


@dataclass(frozen=True, eq=False)
class Returned:
    """A return under way, with its value."""

    state: State
    value: Expr


@dataclass
class Outcome:
    """Every way out of a block, each with the states that take it."""

    normal: State | None = None
    returns: list[Returned] = field(default_factory=list)
    breaks: list[State] = field(default_factory=list)
    continues: list[State] = field(default_factory=list)
    raises: list[Thrown] = field(default_factory=list)

    def absorb(self, later: Outcome) -> None:
        """Add the outcomes of what runs next; its normal end becomes this one's."""
        self.normal = later.normal
        self.jumps(later)

    def jumps(self, other: Outcome) -> None:
        """Add the outcomes of another block, its normal end apart."""
        self.returns += other.returns
        self.breaks += other.breaks
        self.continues += other.continues
        self.raises += other.raises


Work = Generator["Work", Outcome, Outcome]


def run(work: Work) -> Outcome:
    """Drive nested work to its end on an explicit stack."""
    stack: list[Work] = [work]
    answer: Outcome | None = None
    while True:
        try:
            child = next(stack[-1]) if answer is None else stack[-1].send(answer)
        except StopIteration as stop:
            stack.pop()
            answer = stop.value
            if not stack:
                assert answer is not None
                return answer
        else:
            stack.append(child)
            answer = None


def merged_returns(terms: Terms, returns: Sequence[Returned]) -> Returned | None:
    """One return that stands for all."""
    result: Returned | None = None
    for item in reversed(returns):
        if result is None:
            result = item
            continue
        test, state = joined(terms, item.state, result.state)
        value = item.value if item.value is result.value else choice(terms, test, item.value, result.value)
        result = Returned(state, value)
    return result


def by_class(terms: Terms, raises: Sequence[Thrown]) -> list[Thrown]:
    """One exception per class, in order of first appearance."""
    groups: dict[str | None, list[Thrown]] = {}
    for item in raises:
        groups.setdefault(item.exception, []).append(item)
    return [_merged(terms, group) for group in groups.values()]


def _merged(terms: Terms, group: list[Thrown]) -> Thrown:
    state = join_all(terms, [item.state for item in group])
    assert state is not None
    if len(group) == 1:
        return group[0]
    origins = tuple(origin for item in group for origin in _pinned(terms, item))
    return Thrown(group[0].exception, state, origins)


def _pinned(terms: Terms, item: Thrown) -> tuple[Origin, ...]:
    """The origins of one exception, each with the path on which it has come as far as this."""
    here = item.state.path.term(terms)
    if len(item.origins) == 1:
        return (replace(item.origins[0], guard=here),)
    return tuple(replace(origin, guard=terms.conj((here, origin.guard))) for origin in item.origins)
