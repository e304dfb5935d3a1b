"""What the generator hands out: obligations, lemmas that they take for granted, reports on the loops."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from verheal.contracts.core.expr import Expr, Var
from verheal.contracts.core.heap import ALLOC
from verheal.contracts.core.stmt import Site


@dataclass(frozen=True, eq=False)
class Sequent:
    """`assumptions` entail `goal`, for every value of the symbolic constants in them."""

    assumptions: tuple[Expr, ...]
    goal: Expr


@dataclass(frozen=True, eq=False)
class Lemma:
    """One half of the induction that shows `candidate` to be invariant at the top of `loop`.

    `phase` is "base" (holds on entry) or "step" (preserved by a round). `candidate` is written over program
    variables, and `entry(v)` for the value that `v` had when the loop was entered.
    """

    loop: str
    phase: str
    candidate: Expr
    sequent: Sequent


@dataclass(frozen=True, eq=False)
class Obligation:
    """One claim to prove, with what its proof takes for granted.

    `lemmas`: every lemma that must be proved as well; `reasons`: why it may be undecidable; `rests_on`: ids
    of obligations of other functions; `unreachable`: no path of the program comes here; `loops`: those whose
    invariants stand among the assumptions, so that a model of the negation may come of weak invariants.
    """

    id: str
    function: str
    site: Site
    sequent: Sequent
    lemmas: tuple[Sequent, ...] = ()
    reasons: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    unreachable: bool = False
    loops: tuple[str, ...] = ()


@dataclass(frozen=True)
class LoopReport:
    """One execution of a loop by the generator; `id` is the loop's, then "#2", "#3" for later executions.

    `candidates` and `measures` (lexicographic tuples) are guesses over program variables; `used` are the
    invariants that the hints named for it. An unrolled loop needs neither. `moving` are the whole numbers that a
    round may change, `steady` others that may bound them;
    `names` says how the values at the loop's top, which are those behind it too, are called in candidates;
    `starts` are values on entry with what they have become, `stored` the heap's tables, now and on entry, with the
    addresses that a round stores at, `rows` the rows of numbers that a round reads or writes; `tops` are the values
    of what a round changes, at the loop's top; `handed` are variables with those whose values they take over; `asked`
    is what a round asks of an element, of that at `%k`; `taken` are moving numbers that are elements of rows;
    `places` are those of `moving` that may be places in rows, and `sums` what a round computes of one of them and of
    what stays, or of two of them; `scope` are the variables that had values when it was entered.
    """

    id: str
    line: int
    candidates: tuple[Expr, ...]
    measures: tuple[tuple[Expr, ...], ...]
    used: tuple[Expr, ...]
    unrolled: bool
    moving: tuple[Expr, ...] = ()
    steady: tuple[Expr, ...] = ()
    names: Mapping[Expr, Expr] = field(default_factory=dict)
    starts: tuple[tuple[Expr, Expr], ...] = ()
    stored: tuple[tuple[Expr, Expr, tuple[Expr, ...]], ...] = ()
    rows: tuple[Expr, ...] = ()
    tops: tuple[Expr, ...] = ()
    handed: tuple[tuple[Expr, Expr], ...] = ()
    asked: tuple[Expr, ...] = ()
    taken: tuple[Expr, ...] = ()
    places: tuple[Expr, ...] = ()
    sums: tuple[Expr, ...] = ()
    scope: frozenset[Var] = frozenset()


@dataclass(frozen=True)
class Hints:
    """Guesses that cost time when wrong: invariants and lexicographic measures, by loop id."""

    invariants: Mapping[str, tuple[Expr, ...]] = field(default_factory=dict)
    measures: Mapping[str, tuple[Expr, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Generated:
    """Everything that must be shown of one function, under one set of hints."""

    obligations: tuple[Obligation, ...]
    lemmas: tuple[Lemma, ...]
    inputs: tuple[Var, ...]
    loops: tuple[LoopReport, ...]


def entry_of(var: Var) -> Var:
    """The name, inside a candidate, of the value that `var` had when the loop was entered."""
    return Var(f"entry({var.name})", var.type)


FRAMED = (ALLOC, entry_of(ALLOC))  # what bounds a statement on all objects that were there before
