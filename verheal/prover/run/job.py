"""What is asked of a confined child, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from verheal.contracts.dialects.model import Clause, Contract

Record = dict[str, Any]


@dataclass(frozen=True)
class ModuleRef:
    """A module to import: `root` goes to the front of sys.path, `name` is dotted, `path` its file
    (absolute)."""

    root: str
    name: str
    path: str


@dataclass(frozen=True)
class Condition:
    """A clause for the child to evaluate; the fields are those of `dialects.model.Clause`.

    `kind` is the obligation's (post, invariant, refinement, ...). `expression` "" is a clause that cannot be
    evaluated here;
    `checked` says that CPython checks it by itself then. In bare expressions the child also knows
    `__return__`, `_`
    and `result` (the returned value) and `__old__` (copies of the arguments).
    """

    kind: str
    expression: str
    text: str
    result_name: str | None = None
    old: tuple[tuple[str, str], ...] = ()
    old_copies: bool = False
    checked: bool = False


@dataclass(frozen=True)
class Callee:
    """A function whose requires are evaluated at each call made by the function under test."""

    function: str
    requires: tuple[Condition, ...]
    module: str = ""  # dotted name; "" is the module under test


@dataclass(frozen=True)
class ClassContract:
    """What holds of every object of a class, and what its constructor and methods ask for, by their names."""

    module: str
    name: str  # qualified
    invariants: tuple[Condition, ...] = ()
    methods: Mapping[str, tuple[Condition, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Job:
    """One call to run.

    call          expression evaluated in the module's namespace; its direct calls of `function` are what is
    observed
    function      qualified name; "" only evaluates the expression
    declared      expressions of exception types that may leave the function
    assert_lines  lines of the leading asserts that are its preconditions: (line, end line)
    modifies      parameters that it may change; None: no restriction
    repeats       how often to run it in one process, to see whether it is deterministic
    tool          instead of the call: (name of an analysis tool, what it is told)
    module_state  also compare the module's global containers
    classes       contracts of the classes whose objects may be among the arguments
    compare       also tell how the call ended, so that another version can be compared with it
    lenient       judge no input
    state         names of the module whose values may be changed, for `compare`
    """

    call: str
    function: str = ""
    requires: tuple[Condition, ...] = ()
    ensures: tuple[Condition, ...] = ()
    invariants: tuple[Condition, ...] = ()
    callees: tuple[Callee, ...] = ()
    declared: tuple[str, ...] = ()
    assert_lines: tuple[tuple[int, int], ...] = ()
    modifies: tuple[str, ...] | None = None
    check_annotations: bool = True
    repeats: int = 1
    module_state: bool = False
    tool: tuple[str, Record] | None = None
    classes: tuple[ClassContract, ...] = ()
    compare: bool = False
    lenient: bool = False
    state: tuple[str, ...] = ()

    def as_data(self) -> Record:
        """The job as JSON-able data; a tool's part stands under its own name."""
        data = asdict(self)
        tool = data.pop("tool")
        return data if tool is None else {**data, tool[0]: tool[1]}

    def differs_in_call(self, other: Job) -> bool:
        """Whether everything but the call is the very same: then so is the data."""
        return all(getattr(self, one.name) is getattr(other, one.name) for one in fields(self) if one.name != "call")


def told(jobs: Sequence[Job]) -> Iterator[Record]:
    """The data of each; mostly jobs differ in their calls alone, and what they share is told once."""
    last: Job | None = None
    data: Record = {}
    for job in jobs:
        shared = last is not None and job.differs_in_call(last)
        data = {**data, "call": job.call} if shared else job.as_data()
        last = job
        yield data


def condition(clause: Clause, kind: str) -> Condition:
    """A written clause as a condition of obligation kind `kind`."""
    return Condition(
        kind,
        clause.expression,
        clause.text,
        clause.result_name,
        clause.old,
        clause.old_copies,
        clause.checked_by_cpython,
    )


def job_for(function: str, contract: Contract, call: str, **more: Any) -> Job:
    """A job that checks everything a contract says about one call. `more` are further fields of Job.

    Plain-assert preconditions are left to CPython, at their lines; all other clauses are evaluated by the
    child, those
    of the decorators too: a violation is then named by its clause.
    """
    # A function of asserts alone is judged where they stand: its clauses may read locals.
    requires = tuple(condition(c, "requires") for c in contract.requires if c.dialect != "assert")
    ensures = tuple(condition(c, "post") for c in contract.ensures if c.dialect != "assert")
    invariants = tuple(condition(c, "invariant") for c in contract.invariants_of_class)
    declared = (contract.raises.exceptions or ()) if contract.raises else ()
    permitted = tuple(e.exception for e in contract.exceptional)
    lines = {(line, line) for line in contract.leading_asserts}
    lines |= {(c.line, c.end_line) for c in contract.requires if c.dialect == "assert"}
    return Job(
        call, function, requires, ensures, invariants, declared=(*declared, *permitted),
        assert_lines=tuple(sorted(lines)), modifies=contract.modifies, **more,
    )  # fmt: skip
