"""What every dialect reads: clauses as Python expressions, with their place and their meaning at run time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["requires", "ensures", "invariant"]
Origin = Literal["written", "inherited", "inferred"]


@dataclass(frozen=True)
class Clause:
    """One written condition.

    `expression` is the source of one Python expression over the function's parameter names, module names,
    `result_name` and the texts on the left of `old`. It is the empty string exactly when `opaque` gives a
    reason: such a clause is never dropped, it is an obligation that nobody can decide.
    """

    kind: Kind
    expression: str
    text: str
    """The condition as its author wrote it, for people."""
    dialect: str
    origin: Origin
    path_hint: str
    """Qualified name of the function or class the clause is written at (if inherited: the ancestor's)."""
    line: int
    end_line: int
    result_name: str | None = None
    """The name in `expression` that stands for the returned value; None when it is not mentioned."""
    old: tuple[tuple[str, str], ...] = ()
    """(text in `expression`, expression over the entry state that it denotes), e.g. ("OLD.xs", "xs[:]")."""
    old_copies: bool = False
    """True when the entry state is a deep copy (PEP 316); False when `old` is only evaluated on entry."""
    parameters: tuple[str, ...] = ()
    """The function's parameters that `expression` or `old` mention, in the order of the signature."""
    opaque: str | None = None
    checked_by_cpython: bool = False
    """True when running the function in CPython evaluates the clause and raises by itself."""
    raises_on_failure: str = "AssertionError"
    """What CPython raises when the clause fails: a dotted name, the user's expression, or "" for nothing."""
    enabled: str | None = None
    """Text of a flag that switches the clause off at run time (icontract's `enabled=`), None when always on.

    With a flag `checked_by_cpython` is False: whether CPython checks is then not known.
    """


@dataclass(frozen=True)
class Raises:
    """Which exceptions may leave the function: None is no restriction, () is none at all.

    deal compares exact types (a KeyError is not covered by LookupError); PEP 316, as CrossHair reads it,
    covers subclasses too. Neither restricts violations of the contract itself.
    """

    exceptions: tuple[str, ...] | None
    dialect: str
    line: int


@dataclass(frozen=True)
class Exceptional:
    """A condition on an exceptional exit: `exception` may leave only if `expression` held on entry.

    `expression` is "" for a bare permission (PEP 316 `raises:`, or announced in the docstring) and when `opaque` gives
    a reason. deal's `reason` speaks of the exact type only.
    """

    exception: str
    expression: str
    text: str
    dialect: str
    line: int
    end_line: int
    parameters: tuple[str, ...] = ()
    opaque: str | None = None


@dataclass(frozen=True)
class ContractProblem:
    """Something written in a known dialect that no clause says; a clause that cannot be read is none."""

    line: int
    message: str


@dataclass(frozen=True)
class Contract:
    """All that is written about one function; `requires` are conjoined, and so are `ensures`.

    Clauses stand in the order in which CPython evaluates them, so that an earlier one guards a later one.
    """

    requires: tuple[Clause, ...] = ()
    ensures: tuple[Clause, ...] = ()
    raises: Raises | None = None
    exceptional: tuple[Exceptional, ...] = ()
    pure: bool = False
    """deal's `pure` or `has()`: no input, output, randomness, clock or globals. Arguments may be changed."""
    modifies: tuple[str, ...] | None = None
    """PEP 316 `post[xs]:`: the only parameters whose objects may be changed; None when not written."""
    invariants_of_class: tuple[Clause, ...] = ()
    """Conditions on `self` that hold on entry (not of `__init__`) and must hold on exit of this method."""
    leading_asserts: tuple[int, ...] = ()
    """Lines of the assert statements of the body that were read as preconditions."""
    problems: tuple[ContractProblem, ...] = ()
